import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Modularity")
struct ModularityTests {
  @Suite("Known values")
  struct Known {
    @Test("Two separate ties have 1/2, one group 0, nodes alone less than 0")
    func closedForms() throws {
      let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
      let score = try Modularity(of: Partition(labels: [0, 0, 1, 1])).run(on: pairs)
      #expect(score.value == 0.5)
      #expect(score.inside == [0.5, 0.5])
      #expect(score.expected == [0.25, 0.25])
      #expect(try Modularity(of: Partition(labels: [0, 0, 0, 0])).run(on: pairs).value == 0)
      #expect(try Modularity(of: Partition(labels: [0, 1, 2, 3])).run(on: pairs).value == -0.25)
    }

    // python-igraph 1.0.0: Graph.modularity(club), (club, resolution=0.5); NetworkX 3.6.1 agrees.
    @Test("The split of the karate club")
    func karate() throws {
      let club = Partition(
        labels: (0..<34).map { [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21].contains($0) })
      let value = try Modularity(of: club).run(on: KnownGraphs.karate).value
      #expect(abs(value - 0.3582347140039448) < 1e-14)
      let half = try Modularity(of: club, resolution: 0.5).run(on: KnownGraphs.karate).value
      #expect(abs(half - 0.6086045364891519) < 1e-14)
    }

    // python-igraph 1.0.0: Graph.modularity([0,0,0,1,1,1], weights=…), undirected and directed; NetworkX 3.6.1
    // community.modularity(…, resolution=2) for the last value; both agree on the others.
    @Test("Directed, weighted, with a loop")
    func directed() throws {
      let edges = [
        NodePair(0, 1), NodePair(1, 2), NodePair(2, 0), NodePair(2, 3), NodePair(3, 4), NodePair(4, 5), NodePair(5, 3),
        NodePair(0, 0), NodePair(5, 0), NodePair(1, 0),
      ]
      let columns = EdgeColumns(strengths: [1, 2, 3, 1, 2, 2, 1, 4, 1, 2])
      let graph = CSRGraph(nodeCount: 6, edges: edges, isDirected: true, columns: columns)
      let halves = Partition(labels: [0, 0, 0, 1, 1, 1])
      #expect(abs(try Modularity(of: halves, weight: .none).run(on: graph).value - 0.28) < 1e-14)
      #expect(abs(try Modularity(of: halves).run(on: graph).value - 0.326869806094183) < 1e-14)
      #expect(abs(try Modularity(of: halves, resolution: 2).run(on: graph).value + 0.24099722991689762) < 1e-14)
      let undirected = CSRGraph(
        nodeCount: 6, edges: edges.dropLast(), isDirected: false,
        columns: EdgeColumns(strengths: columns.strengths?.dropLast()))
      #expect(abs(try Modularity(of: halves, weight: .none).run(on: undirected).value - 0.2716049382716049) < 1e-14)
      #expect(abs(try Modularity(of: halves).run(on: undirected).value - 0.3391003460207612) < 1e-14)
    }

    @Test("Two friends and their common enemy: 2m₊ = 2, 2m₋ = 4, each kind with its own expectation")
    func signed() throws {
      let graph = SignedGraphs.graph(nodes: 3, [[0, 1, 1], [0, 2, -1], [1, 2, -1]])
      // Friendly: inside 2, expected 2; hostile: inside 0, expected (2 · 2 + 2 · 2) / 4 = 2.
      let value = try Modularity(of: Partition(labels: [0, 0, 1])).run(on: graph).value
      #expect(abs(value - (0 - (0 - 2.0)) / 6) < 1e-15)
      let ignoring = try Modularity(of: Partition(labels: [0, 0, 1]), signs: .ignored).run(on: graph).value
      #expect(abs(ignoring - (2.0 / 6 - 16.0 / 36 - 4.0 / 36)) < 1e-15)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Follows nodes to other numbers, ignores edge order and isolated nodes", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let labels = (0..<graph.nodeCount).map { $0 % 3 }
      let value = try Modularity(of: Partition(labels: labels)).run(on: graph).value
      let order = randomOrder(graph.nodeCount, seed: 4)
      var moved = labels
      for node in order.indices { moved[order[node]] = labels[node] }
      let relabelled = try Modularity(of: Partition(labels: moved)).run(on: graph.relabelled(order)).value
      #expect(abs(relabelled - value) < 1e-12)
      if !graph.hasParallels {
        #expect(try Modularity(of: Partition(labels: labels)).run(on: graph.shuffled(seed: 3)).value == value)
      }
      let more = try Modularity(of: Partition(labels: labels + [9])).run(on: graph.withIsolatedNode()).value
      #expect(more == value)
    }

    @Test("Strengths times a power of two change no bit")
    func scaling() throws {
      for graph in RandomGraphs.assortment + SignedGraphs.assortment {
        let partition = Partition(labels: (0..<graph.nodeCount).map { $0 % 2 })
        let value = try Modularity(of: partition).run(on: graph).value
        #expect(try Modularity(of: partition).run(on: graph.scaled(by: 8)).value == value)
      }
    }

    @Test("An undirected graph and both directions of its edges have the same modularity")
    func bothWays() throws {
      let partition = Partition(labels: (0..<34).map { $0 / 9 })
      let undirected = try Modularity(of: partition).run(on: KnownGraphs.karate).value
      let directed = try Modularity(of: partition).run(on: KnownGraphs.karate.asDirected()).value
      #expect(abs(directed - undirected) < 1e-14)
    }
  }

  @Suite("Against the sum over all pairs")
  struct Checker {
    @Test func smallGraphs() throws {
      for graph in AllGraphs.small {
        for groups in SlowCommunities.divisions(graph.nodeCount) {
          let value = try Modularity(of: Partition(labels: groups)).run(on: graph).value
          #expect(abs(value - SlowCommunities.modularity(graph, groups)) < 1e-12)
        }
      }
    }

    @Test func randomGraphs() throws {
      for graph in RandomGraphs.assortment + SignedGraphs.assortment {
        let groups = (0..<graph.nodeCount).map { ($0 * $0) % 4 }
        for resolution in [0, 0.7, 1, 2] {
          let isHostile = graph.signs?.contains(-1) ?? false
          let signed = isHostile ? graph.signedStrengths ?? graph.signs?.map { Double($0) } : graph.strengths
          let value = try Modularity(of: Partition(labels: groups), resolution: resolution).run(on: graph).value
          let slow = SlowCommunities.modularity(graph, groups, values: signed, resolution: resolution)
          #expect(abs(value - slow) < 1e-12)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Without ties it is 0")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let value = try Modularity(of: Partition(labels: Array(0..<graph.nodeCount))).run(on: graph).value
          let slow = SlowCommunities.modularity(graph, Array(0..<graph.nodeCount))
          #expect(value == slow)
        }
      }
    }

    @Test("Refuses what does not fit")
    func refusals() throws {
      let graph = KnownGraphs.kite
      let all = Partition(labels: (0..<10).map { _ in 0 })
      #expect(throws: AlgorithmError.self) { try Modularity(of: Partition(labels: [0])).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try Modularity(of: all, resolution: -1).run(on: graph) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Modularity(of: all, weight: .strengths).run(on: graph)
      }
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try Modularity(of: all, signs: .used).run(on: graph) }
      let bad = graph.withStrengths([Double](repeating: -1, count: 18))
      #expect(throws: AlgorithmError.self) { try Modularity(of: all).run(on: bad) }
      let huge = graph.withStrengths([Double](repeating: 1e308, count: 18))
      #expect(throws: AlgorithmError.self) { try Modularity(of: all).run(on: huge) }
      #expect(throws: AlgorithmError.cancelled) { try Modularity(of: all).run(on: graph, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: Modularity(of: Partition(labels: [0])),
        [
          "resolution": ["0.5"], "weight": ["none", "strengths", "automatic"],
          "signs": ["used", "ignored", "automatic"],
        ])
    }
  }
}
