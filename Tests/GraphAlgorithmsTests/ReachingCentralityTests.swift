import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Local and global reaching centrality")
struct ReachingCentralityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: local_reaching_centrality(directed, v), global_reaching_centrality(directed).
    @Test func directed() throws {
      let sevenths: [Double] = [7, 6, 6, 6, 6, 2, 2, 0]
      let global = try GlobalReachingCentrality().run(on: CentralityExamples.directed)
      #expect(largestDifference(global.local.values, sevenths.map { $0 / 7 }) < 1e-15)
      #expect(abs(global.value - 0.42857142857142866) < 1e-15)
      #expect(global.local.measure == "local-reaching" && global.local.direction == .out)
    }

    // NetworkX 3.6.1: local_reaching_centrality(kite, v), global_reaching_centrality(kite).
    @Test("On an undirected graph it is the mean of one over the distance")
    func kite() throws {
      let global = try GlobalReachingCentrality().run(on: KnownGraphs.kite)
      let harmonic = try HarmonicCloseness(direction: .out, scale: .mean).run(on: KnownGraphs.kite)
      #expect(global.local.values == harmonic.values)
      #expect(abs(global.local.values[3] - 0.787037037037037) < 1e-14)
      #expect(abs(global.value - 0.15637860082304525) < 1e-14)
    }

    @Test("One above all: 1; a circle: 0")
    func extremes() throws {
      #expect(try GlobalReachingCentrality().run(on: KnownGraphs.star(5, isDirected: true)).value == 1)
      #expect(try GlobalReachingCentrality().run(on: KnownGraphs.cycle(5, isDirected: true)).value == 0)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: LocalReachingCentrality(), on: graph)
        let value = try GlobalReachingCentrality().run(on: graph)
        #expect(value.value >= 0 && value.value <= 1)
        #expect(try GlobalReachingCentrality().run(on: graph, in: RunContext(threads: 4)) == value)
      }
    }
  }

  @Suite("Against distances by Floyd and Warshall")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.upTo(undirected: 5, directed: 3) + RandomGraphs.assortment {
        let others = Double(max(graph.nodeCount - 1, 1))
        let expected = SlowPaths(graph).distances.map { row -> Double in
          let reached = row.filter { $0 > 0 && $0 < .infinity }
          return (graph.isDirected ? Double(reached.count) : reached.reduce(0) { $0 + 1 / $1 }) / others
        }
        let global = try GlobalReachingCentrality().run(on: graph)
        #expect(largestDifference(global.local.values, expected) < 1e-12)
        let sum = expected.reduce(0) { $0 + ((expected.max() ?? 0) - $1) }
        #expect(abs(global.value - sum / others) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(LocalReachingCentrality(), isDirected: true, [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try GlobalReachingCentrality().run(on: $0).value }
          == [0, 0, 0, 1, 0, 0])
      expectCancelled(LocalReachingCentrality())
      expectCancelled(GlobalReachingCentrality())
      expectParameters(of: LocalReachingCentrality(), [:])
      expectParameters(of: GlobalReachingCentrality(), [:])
    }
  }
}
