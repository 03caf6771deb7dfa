import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Reach within a limit")
struct ReachWithinTests {
  @Suite("Known values")
  struct Known {
    @Test("On the kite, h reaches everybody within two steps, and everybody does within four")
    func kite() throws {
      #expect(try ReachWithin().run(on: KnownGraphs.kite).values == [7, 7, 7, 7, 7, 8, 8, 9, 4, 2])
      #expect(try ReachWithin(limit: 1).run(on: KnownGraphs.kite).values == Degree().run(on: KnownGraphs.kite).values)
      #expect(try ReachWithin(limit: 4).run(on: KnownGraphs.kite).values == [Double](repeating: 9, count: 10))
      #expect(try ReachWithin(limit: 4, scale: .share).run(on: KnownGraphs.kite).values.allSatisfy { $0 == 1 })
    }

    @Test("A path whose lengths add up to the limit but for rounding is within it")
    func rounding() throws {
      let graph = KnownGraphs.path(3).withLengths([0.1, 0.2])
      #expect(try ReachWithin(limit: 0.3, metric: .lengths).run(on: graph).values == [2, 2, 2])
      #expect(try ReachWithin(limit: 0.29, metric: .lengths).run(on: graph).values == [1, 2, 1])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment { try expectInvariance(of: ReachWithin(), on: graph) }
    }

    @Test("Never falls with the limit or with another edge; turning edges round swaps in and out")
    func growth() throws {
      for graph in RandomGraphs.assortment {
        let values = try ReachWithin(limit: 2).run(on: graph).values
        let farther = try ReachWithin(limit: 3).run(on: graph).values
        let more = try ReachWithin(limit: 2).run(on: graph.adding([NodePair(0, 7)])).values
        #expect(zip(values, farther).allSatisfy { $0 <= $1 })
        #expect(zip(values, more).allSatisfy { $0 <= $1 })
        #expect(try ReachWithin(limit: 2, direction: .in).run(on: graph.reversed().graph).values == values)
      }
    }
  }

  @Suite("Against distances by Floyd and Warshall")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let metric = graph.lengths == nil ? PathMetric.steps : .lengths
        let slow = SlowPaths(graph, usesLengths: graph.lengths != nil).distances
        for limit in [0, 1, 2.5, 4, .infinity] {
          let expected = slow.map { Double($0.count { $0 <= limit && $0 < .infinity } - 1) }
          let zeros = slow.indices.map { u in slow.indices.contains { $0 != u && slow[u][$0] == 0 } }
          #expect(!zeros.contains(true))
          #expect(try ReachWithin(limit: limit, metric: metric).run(on: graph).values == expected)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(ReachWithin(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      try expectTrivial(
        ReachWithin(limit: 2, scale: .share), isDirected: true, [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
    }

    @Test func options() {
      for limit in [-1, Double.nan] {
        #expect(throws: AlgorithmError.self) { try ReachWithin(limit: limit).run(on: KnownGraphs.kite) }
      }
      expectLengthRefusals(of: ReachWithin(limit: 2, metric: .lengths))
      expectCancelled(ReachWithin())
      expectParameters(
        of: ReachWithin(),
        [
          "limit": ["3.0", "0.5"], "direction": ["out", "in", "all"], "scale": ["share", "count"],
          "metric": ["steps", "lengths", "automatic"],
        ])
    }
  }
}
