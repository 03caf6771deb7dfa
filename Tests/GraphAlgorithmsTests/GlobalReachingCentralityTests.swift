import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Global reaching centrality")
struct GlobalReachingCentralityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: global_reaching_centrality(directed), global_reaching_centrality(kite).
    @Test("How much of a hierarchy a directed and an undirected graph are")
    func known() throws {
      let directed = try GlobalReachingCentrality().run(on: CentralityExamples.directed)
      #expect(abs(directed.value - 0.42857142857142866) < 1e-15)
      #expect(directed.local == (try LocalReachingCentrality().run(on: CentralityExamples.directed)))
      #expect(abs(try GlobalReachingCentrality().run(on: KnownGraphs.kite).value - 0.15637860082304525) < 1e-14)
    }

    @Test("One above all: 1; a circle: 0")
    func extremes() throws {
      #expect(try GlobalReachingCentrality().run(on: KnownGraphs.star(5, isDirected: true)).value == 1)
      #expect(try GlobalReachingCentrality().run(on: KnownGraphs.cycle(5, isDirected: true)).value == 0)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("From 0 to 1, the same bits at any thread count and order of edges", arguments: RandomGraphs.assortment)
    func invariance(graph: CSRGraph) throws {
      let found = try GlobalReachingCentrality().run(on: graph)
      #expect(found.value >= 0 && found.value <= 1)
      #expect(try GlobalReachingCentrality().run(on: graph, in: RunContext(threads: 4)) == found)
      if !graph.hasParallels { #expect(try GlobalReachingCentrality().run(on: graph.shuffled(seed: 5)) == found) }
      let moved = graph.relabelled(randomOrder(graph.nodeCount, seed: 6))
      #expect(abs(try GlobalReachingCentrality().run(on: moved).value - found.value) < 1e-12)
    }
  }

  @Suite("Against distances by Floyd and Warshall")
  struct Checker {
    @Test("All graphs of up to 6 nodes, directed ones up to 4, and random graphs")
    func graphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let local = SlowPaths.reaching(graph)
        let sum = local.reduce(0) { $0 + ((local.max() ?? 0) - $1) }
        let expected = sum / Double(max(graph.nodeCount - 1, 1))
        #expect(abs(try GlobalReachingCentrality().run(on: graph).value - expected) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs; stops when cancelled; has no options")
    func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try GlobalReachingCentrality().run(on: $0).value }
          == [0, 0, 0, 1, 0, 0])
      expectCancelled(GlobalReachingCentrality())
      expectParameters(of: GlobalReachingCentrality(), [:])
    }
  }
}

extension SlowPaths {
  /// The share of the others that each node reaches; undirected, one over the distance, as a mean.
  static func reaching(_ graph: CSRGraph) -> [Double] {
    let others = Double(max(graph.nodeCount - 1, 1))
    return SlowPaths(graph).distances.map { row in
      let reached = row.filter { $0 > 0 && $0 < .infinity }
      return (graph.isDirected ? Double(reached.count) : reached.reduce(0) { $0 + 1 / $1 }) / others
    }
  }
}
