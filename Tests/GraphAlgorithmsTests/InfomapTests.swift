import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Infomap")
struct InfomapTests {
  @Suite("Known values")
  struct Known {
    // python-igraph 1.0.0: Graph.community_infomap(trials=50).codelength.
    @Test("The karate club, Les Misérables without and with strengths, two triangles")
    func undirected() throws {
      let karate = try Infomap().run(on: KnownGraphs.karate)
      #expect(abs(karate.codeLength - 4.31179264580183) < 1e-9)
      #expect(karate.partition.groupCount == 3)
      #expect(try Infomap(weight: .none).run(on: KnownGraphs.lesMiserables).codeLength < 4.679966117806479 + 1e-9)
      #expect(try Infomap(runs: 20).run(on: KnownGraphs.lesMiserables).codeLength < 4.204714637183613 + 1e-9)
      let triangles = CSRGraph(
        nodeCount: 6,
        edges: [
          NodePair(0, 1), NodePair(1, 2), NodePair(0, 2), NodePair(3, 4), NodePair(4, 5), NodePair(3, 5),
          NodePair(2, 3),
        ], isDirected: false)
      let found = try Infomap().run(on: triangles)
      #expect(abs(found.codeLength - 2.3207303568337903) < 1e-12)
      #expect(found.partition.groups == [0, 0, 0, 1, 1, 1])
    }

    // numpy 2.4.6, by the definition with the visits of python-igraph 1.0.0 pagerank(): 2.3547279636206264 and, by
    // strength, 1.956987918157911; for a single community 2.4399058327357244 and 2.107622886283059. igraph's own
    // community_infomap gives 2.530601698544076 for a single community, which the definition does not: ruled against.
    @Test("A directed graph with a loop, without and with strengths")
    func directed() throws {
      let edges = [
        NodePair(0, 1), NodePair(1, 2), NodePair(2, 0), NodePair(2, 3), NodePair(3, 4), NodePair(4, 5), NodePair(5, 3),
        NodePair(0, 0), NodePair(5, 0), NodePair(1, 0),
      ]
      let graph = CSRGraph(
        nodeCount: 6, edges: edges, isDirected: true, columns: EdgeColumns(strengths: [1, 2, 3, 1, 2, 2, 1, 4, 1, 2]))
      let plain = try Infomap(weight: .none).run(on: graph)
      #expect(abs(plain.codeLength - 2.3547279636206264) < 1e-9)
      #expect(plain.partition.groups == [0, 0, 0, 1, 1, 1])
      let strong = try Infomap().run(on: graph)
      #expect(abs(strong.codeLength - 1.956987918157911) < 1e-9)
      #expect(strong.partition.groups == [0, 0, 0, 1, 1, 1])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("As measured, never more than one community; same bits at any thread count and edge order")
    func guarantees() throws {
      for graph in RandomGraphs.assortment where !(graph.signs?.contains(-1) ?? false) {
        let search = Infomap(runs: 3, seed: 4)
        let found = try search.run(on: graph)
        let groups = found.partition.groups.map { Int($0) }
        let hasStrengths = graph.strengths != nil
        let slow = SlowFlow.codeLength(graph, groups, usesStrengths: hasStrengths)
        #expect(abs(found.codeLength - slow) < 1e-9)
        let whole = SlowFlow.codeLength(graph, groups.map { _ in 0 }, usesStrengths: hasStrengths)
        #expect(found.codeLength <= whole + 1e-9)
        #expect(try search.run(on: graph, in: RunContext(threads: 3)) == found)
        if !graph.hasParallels { #expect(try search.run(on: graph.shuffled(seed: 3)) == found) }
      }
    }
  }

  @Suite("Against all divisions")
  struct Checker {
    @Test func smallGraphs() throws {
      let random = (0..<12).map { seed in
        RandomGraphs.graph(
          GraphRecipe(nodes: 6, edges: 9, isDirected: seed.isMultiple(of: 2)), seed: UInt64(700 + seed))
      }
      for graph in AllGraphs.small + random {
        let best = SlowCommunities.divisions(graph.nodeCount).map { SlowFlow.codeLength(graph, $0) }.min() ?? 0
        let found = try Infomap().run(on: graph).codeLength
        #expect(abs(found - max(best, 0)) < 1e-9)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let found = try Infomap().run(on: graph)
          #expect(found.partition.groups.count == graph.nodeCount)
          #expect(found.codeLength >= 0)
        }
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) { try Infomap().run(on: SignedGraphs.monastery) }
      #expect(throws: AlgorithmError.self) { try Infomap(damping: 1).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Infomap(runs: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Infomap(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.cancelled) { try Infomap().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(of: Infomap(), ["damping": ["0.5"], "weight": ["none"], "runs": ["3"], "seed": ["9"]])
    }
  }
}
