import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Harmonic closeness")
struct HarmonicClosenessTests {
  @Suite("Known values")
  struct Known {
    @Test("Closed forms: complete graph n − 1, star, path of three")
    func closedForms() throws {
      #expect(try HarmonicCloseness().run(on: KnownGraphs.complete(6)).values == [5, 5, 5, 5, 5, 5])
      #expect(try HarmonicCloseness().run(on: KnownGraphs.path(3)).values == [1.5, 2, 1.5])
      #expect(try HarmonicCloseness().run(on: KnownGraphs.star(4)).values == [4, 2.5, 2.5, 2.5, 2.5])
      let mean = try HarmonicCloseness(direction: .out, scale: .mean).run(on: KnownGraphs.star(4))
      #expect(mean.values == [1, 0.625, 0.625, 0.625, 0.625])
      #expect(mean.scale == "mean")
    }

    // NetworkX 3.6.1: harmonic_centrality(kite), harmonic_centrality(florentine)
    @Test("The kite and the Florentine families")
    func publishedNetworks() throws {
      let kite = [
        6.083333333333333, 6.083333333333333, 5.583333333333333, 7.083333333333333, 5.583333333333333,
        6.833333333333333, 6.833333333333333, 6, 4.6666666666666661, 3.4166666666666665,
      ]
      #expect(largestDifference(try HarmonicCloseness().run(on: KnownGraphs.kite).values, kite) < 1e-12)
      let florentine = [
        5.916666666666667, 7.8333333333333321, 7.083333333333333, 7.2000000000000002, 6.9166666666666661,
        5.333333333333333, 8.0833333333333321, 5.3666666666666671, 9.5, 4.7666666666666666, 6.7833333333333323, 0, 8,
        6.583333333333333, 7.833333333333333, 7.833333333333333,
      ]
      let scores = try HarmonicCloseness().run(on: KnownGraphs.florentine)
      #expect(largestDifference(scores.values, florentine) < 1e-12)
      let reached: [Double] = [14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 0, 14, 14, 14, 14]
      #expect(scores.details == [NodeDetail(name: "reached", values: reached)])
    }

    // NetworkX 3.6.1: harmonic_centrality(G) is `in`; python-igraph 1.0.0: harmonic_centrality(mode="out",
    // normalized=False), harmonic_centrality() is `all` and `mean`, harmonic_centrality(weights="length", …).
    @Test("Directions, as the libraries mean them")
    func directions() throws {
      let graph = SampleGraphs.twoRings
      let steps = graph.withoutColumns()
      let incoming = [1.5, 1.5, 1.5, 3, 2.833333333333333, 2.583333333333333, 0]
      #expect(largestDifference(try HarmonicCloseness(direction: .in).run(on: steps).values, incoming) < 1e-12)
      let outgoing = [3.5, 2.5833333333333335, 3.3333333333333335, 1.5, 2, 0, 0]
      #expect(largestDifference(try HarmonicCloseness().run(on: steps).values, outgoing) < 1e-12)
      let all = [
        0.66666666666666663, 0.55555555555555558, 0.63888888888888884, 0.58333333333333326, 0.66666666666666663,
        0.44444444444444448, 0,
      ]
      let mean = try HarmonicCloseness(direction: .all, scale: .mean).run(on: steps)
      #expect(largestDifference(mean.values, all) < 1e-12)
      let byLength = [7.2666666666666666, 5.2697435897435909, 7.0958646616541365, 2.6666666666666665, 2, 0, 0]
      let scores = try HarmonicCloseness().run(on: graph)
      #expect(largestDifference(scores.values, byLength) < 1e-12)
      #expect(scores.weights == .length)
      #expect(scores.direction == .out)
    }

    @Test("A 10 × 10 grid: the sum over ordered pairs of one over the distance")
    func grid() throws {
      // Over ordered pairs: Σ over differences (i, j) of (10 − |i|)(10 − |j|) / (|i| + |j|).
      var expected = 0.0
      for i in -9...9 {
        for j in -9...9 where i != 0 || j != 0 {
          expected += Double((10 - abs(i)) * (10 - abs(j))) / Double(abs(i) + abs(j))
        }
      }
      let sum = try HarmonicCloseness().run(on: KnownGraphs.grid(10)).values.reduce(0, +)
      #expect(abs(sum - expected) < 1e-9)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same scores whatever the threads, the order of edges and the numbers of nodes", arguments: 0..<33)
    func invariance(index: Int) throws {
      let graph = RandomGraphs.assortment[index]
      for direction in EdgeDirection.allCases {
        try expectInvariance(of: HarmonicCloseness(direction: direction), on: graph, tolerance: 1e-12)
      }
    }

    @Test("Neutral changes", arguments: RandomGraphs.assortment)
    func neutralChanges(graph: CSRGraph) throws {
      let scores = try HarmonicCloseness().run(on: graph).values
      #expect(try HarmonicCloseness().run(on: graph.withIsolatedNode()).values == scores + [0])
      #expect(try HarmonicCloseness().run(on: graph.adding([NodePair(2, 2)])).values == scores)
      #expect(try HarmonicCloseness(direction: .in).run(on: graph.reversed().graph).values == scores)
      let factor = graph.lengths == nil ? 1 : 0x1p7
      #expect(try HarmonicCloseness().run(on: graph.scaled(by: 0x1p-7)).values == scores.map { $0 * factor })
      #expect(try HarmonicCloseness().run(on: graph.union(graph)).values == scores + scores)
      if !graph.isDirected { #expect(try HarmonicCloseness().run(on: graph.asDirected()).values == scores) }
    }

    @Test("Another edge never lowers a score", arguments: RandomGraphs.assortment)
    func monotony(graph: CSRGraph) throws {
      let before = try HarmonicCloseness().run(on: graph).values
      let after = try HarmonicCloseness().run(on: graph.adding([NodePair(0, 5), NodePair(3, 1)])).values
      #expect(zip(before, after).allSatisfy { $1 >= $0 * (1 - 1e-15) })
    }
  }

  @Suite("Against Floyd and Warshall's distances")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small { try expectDefinition(on: graph, [.out]) }
    }

    @Test(arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws { try expectDefinition(on: graph, EdgeDirection.allCases) }

    private func expectDefinition(on graph: CSRGraph, _ directions: [EdgeDirection]) throws {
      for direction in directions {
        let rows = SlowPaths(graph, direction, usesLengths: graph.lengths != nil).distances
        let expected = rows.indices.map { v in
          rows[v].indices.filter { $0 != v }.reduce(0) { $0 + 1 / rows[v][$1] }
        }
        let scores = try HarmonicCloseness(direction: direction).run(on: graph)
        #expect(largestDifference(scores.values, expected) < 1e-12, "\(graph.pairs)")
        let reached = rows.map { row in Double(row.count { $0 < .infinity } - 1) }
        #expect(scores.details.first?.values == reached)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      for scale in HarmonicCloseness.Scale.allCases {
        let measure = HarmonicCloseness(direction: .out, scale: scale)
        #expect(
          try KnownGraphs.trivial(isDirected: true).map { try measure.run(on: $0).values }
            == [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
        #expect(
          try KnownGraphs.trivial(isDirected: false).map { try measure.run(on: $0).values }
            == [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      }
    }

    @Test("Lengths must be there, above 0 and finite")
    func lengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try HarmonicCloseness(direction: .out, metric: .lengths).run(on: path)
      }
      for bad: Double in [0, -1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try HarmonicCloseness().run(on: path.withLengths([1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try HarmonicCloseness().run(on: path.withLengths([1e308, 1e308])) }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) { try HarmonicCloseness().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(
        of: HarmonicCloseness(),
        [
          "direction": ["out", "in", "all"], "scale": ["mean", "sum"], "metric": ["steps", "lengths", "automatic"],
        ])
    }
  }
}
