import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Leiden")
struct LeidenTests {
  @Suite("Known values")
  struct Known {
    // python-igraph 1.0.0: Graph.community_optimal_modularity() finds 0.4197896120973046 with these groups.
    @Test("The best division of the karate club has 4 groups")
    func karate() throws {
      let found = try Leiden(runs: 10).run(on: KnownGraphs.karate)
      #expect(abs(found.quality - 0.4197896120973046) < 1e-14)
      let groups: [Int32] = [
        0, 0, 0, 0, 1, 1, 1, 0, 2, 2, 1, 0, 0, 0, 2, 2, 1, 0, 2, 0, 2, 0, 2, 3, 3, 3, 2, 3, 3, 2, 2, 3, 2, 2,
      ]
      #expect(found.partition.groups == groups)
      #expect(found.measure == .modularity)
    }

    // The best known values, 0.56001 without strengths and 0.56669 with them, by python-igraph 1.0.0 over many seeds.
    @Test("Les Misérables, without and with strengths")
    func lesMiserables() throws {
      #expect(try Leiden(weight: .none, runs: 20).run(on: KnownGraphs.lesMiserables).quality > 0.560008)
      #expect(try Leiden(runs: 20).run(on: KnownGraphs.lesMiserables).quality > 0.566687)
    }

    // python-igraph 1.0.0: community_leiden(objective_function="CPM", resolution=γ), the best of 30 runs: quality times
    // 2m / 2, with the pairs of a node with itself, which igraph counts, taken out.
    @Test("Constant Potts on the karate club", arguments: [[0.05, 0.6865384615384615], [0.1, 0.5307692307692309]])
    func constantPotts(resolution: [Double]) throws {
      let found = try Leiden(quality: .constantPotts, resolution: resolution[0], rounds: 10, runs: 20)
        .run(on: KnownGraphs.karate)
      let expected = resolution[1] * 78 + resolution[0] * 34 / 2
      #expect(found.quality >= expected - 1e-9)
    }

    @Test("Cliques in a ring are found, one by one")
    func cliques() throws {
      let clique = KnownGraphs.complete(5).pairs
      var edges: [NodePair] = []
      for start in stride(from: 0, to: 30, by: 5) {
        edges += clique.map { NodePair($0.source + start, $0.target + start) }
        edges.append(NodePair(start, (start + 5) % 30 + 1))
      }
      for isDirected in [false, true] {
        let graph = CSRGraph(nodeCount: 30, edges: edges, isDirected: isDirected)
        let found = try Leiden().run(on: graph).partition
        #expect(found == Partition(labels: (0..<30).map { $0 / 5 }))
      }
    }

    @Test("Hostile ties drive camps apart that friendly ties would join")
    func signs() throws {
      let graph = SignedGraphs.graph(
        nodes: 6,
        [[0, 1, 1], [1, 2, 1], [0, 2, 1], [3, 4, 1], [4, 5, 1], [3, 5, 1], [0, 3, -1], [1, 4, -1], [2, 5, -1]])
      #expect(try Leiden().run(on: graph).partition.groups == [0, 0, 0, 1, 1, 1])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Communities are connected, quality is as measured and no worse than nodes alone")
    func guarantees() throws {
      for graph in RandomGraphs.assortment + SignedGraphs.assortment {
        for quality in CommunityQuality.allCases {
          let leiden = Leiden(quality: quality, resolution: quality == .modularity ? 1 : 0.3, seed: 5)
          let found = try leiden.run(on: graph)
          let isHostile = graph.signs?.contains(-1) ?? false
          let values = isHostile ? graph.signedStrengths ?? graph.signs?.map { Double($0) } : graph.strengths
          #expect(SlowCommunities.areConnected(found.partition.groups, in: graph, values: values))
          let groups = found.partition.groups.map { Int($0) }
          let alone = Array(0..<graph.nodeCount)
          if quality == .modularity {
            #expect(abs(found.quality - SlowCommunities.modularity(graph, groups, values: values)) < 1e-12)
            #expect(found.quality >= SlowCommunities.modularity(graph, alone, values: values) - 1e-12)
          } else {
            let slow = SlowCommunities.constantPotts(graph, groups, values: values, resolution: 0.3)
            #expect(abs(found.quality - slow) < 1e-9)
          }
        }
      }
    }

    @Test("After annealing too, communities are connected and quality is as measured")
    func annealed() throws {
      for graph in RandomGraphs.assortment + SignedGraphs.assortment {
        let found = try Leiden(annealing: 6, seed: 5).run(on: graph)
        let isHostile = graph.signs?.contains(-1) ?? false
        let values = isHostile ? graph.signedStrengths ?? graph.signs?.map { Double($0) } : graph.strengths
        #expect(SlowCommunities.areConnected(found.partition.groups, in: graph, values: values))
        let groups = found.partition.groups.map { Int($0) }
        #expect(abs(found.quality - SlowCommunities.modularity(graph, groups, values: values)) < 1e-12)
      }
    }

    // Large enough that threads share the nodes of a turn.
    @Test("Annealing gives the same answer at any thread count, whatever the unit of strength")
    func annealingRepeats() throws {
      let graph = RandomGraphs.graph(
        GraphRecipe(nodes: 1500, edges: 9000, isDirected: false, weightSteps: 9), seed: 3)
      let annealed = Leiden(annealing: 20)
      let found = try annealed.run(on: graph)
      #expect(try annealed.run(on: graph, in: RunContext(threads: 3)) == found)
      for factor in [4, 0x1p-900, 0x1p900] { #expect(try annealed.run(on: graph.scaled(by: factor)) == found) }
    }

    @Test("Annealing among more communities than a table has room for")
    func annealingManyCommunities() throws {
      var edges = (0..<200).map { NodePair(7 * $0, (7 * $0 + 8) % 1400) }
      for start in stride(from: 0, to: 1400, by: 7) {
        edges += KnownGraphs.complete(7).pairs.map { NodePair($0.source + start, $0.target + start) }
      }
      let graph = CSRGraph(nodeCount: 1400, edges: edges, isDirected: false)
      let annealed = Leiden(quality: .constantPotts, resolution: 0.5, annealing: 5)
      let found = try annealed.run(on: graph)
      #expect(found.partition == Partition(labels: (0..<1400).map { $0 / 7 }))
      #expect(try annealed.run(on: graph, in: RunContext(threads: 3)) == found)
    }

    @Test("The same seed gives the same answer, at any thread count and edge order")
    func repeatability() throws {
      for graph in [KnownGraphs.karate, KnownGraphs.lesMiserables] + SignedGraphs.assortment {
        let leiden = Leiden(runs: 4, seed: 12)
        let found = try leiden.run(on: graph)
        #expect(try leiden.run(on: graph, in: RunContext(threads: 4)) == found)
        if !graph.hasParallels { #expect(try leiden.run(on: graph.shuffled(seed: 2)) == found) }
        #expect(try leiden.run(on: graph.scaled(by: 4)) == found)
      }
    }

    @Test("Chance decides among equal gains: in any numbering some run divides a path of six into halves")
    func equalGains() throws {
      for seed in 0..<100 {
        let path = KnownGraphs.path(6).relabelled(randomOrder(6, seed: UInt64(seed)))
        #expect(abs(try Leiden(runs: 64).run(on: path).quality - 0.3) < 1e-12)
        #expect(abs(try Louvain(runs: 64).run(on: path).quality - 0.3) < 1e-12)
      }
    }

    @Test("Other node numbers give a division as good, on the karate club")
    func relabelled() throws {
      let graph = KnownGraphs.karate.relabelled(randomOrder(34, seed: 8))
      #expect(abs(try Leiden(runs: 20).run(on: graph).quality - 0.4197896120973046) < 1e-12)
    }
  }

  @Suite("Against all divisions")
  struct Checker {
    @Test("The best of a few runs is the best of all, on every small graph")
    func smallGraphs() throws {
      for graph in AllGraphs.small + SignedGraphs.all(4) {
        let values = graph.signs?.map { Double($0) }
        let best =
          SlowCommunities.divisions(graph.nodeCount)
          .map { SlowCommunities.modularity(graph, $0, values: values) }.max() ?? 0
        let found = try Leiden(rounds: 10, runs: 16).run(on: graph).quality
        #expect(found <= best + 1e-12)
        if values == nil { #expect(found >= best - 1e-12, "\(graph.pairs)") }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    // A single directed tie is exactly what out- and in-degree lead one to expect, so it joins nothing.
    @Test("Trivial graphs: nodes without ties stay alone")
    func trivial() throws {
      let undirected = try KnownGraphs.trivial(isDirected: false).map { try Leiden().run(on: $0).partition.groupCount }
      #expect(undirected == [0, 1, 2, 1, 1, 4])
      let directed = try KnownGraphs.trivial(isDirected: true).map { try Leiden().run(on: $0).partition.groupCount }
      #expect(directed == [0, 1, 2, 2, 1, 4])
    }

    @Test("Refuses what does not fit")
    func refusals() {
      #expect(throws: AlgorithmError.self) { try Leiden(resolution: .nan).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Leiden(runs: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Leiden(annealing: -1).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Leiden(rounds: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Leiden(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try Leiden(signs: .used).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) { try Leiden().run(on: KnownGraphs.kite, in: .cancelled) }
      #expect(throws: AlgorithmError.cancelled) { try Leiden(annealing: 3).run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: Leiden(),
        [
          "quality": ["constant-potts", "modularity"], "resolution": ["0.25"], "weight": ["none"],
          "signs": ["used", "ignored"], "annealing": ["4"], "rounds": ["3"], "runs": ["5"], "seed": ["17"],
        ])
    }
  }
}
