import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Closeness")
struct ClosenessTests {
  @Suite("Known values")
  struct Known {
    @Test("Closed forms: complete graph 1, star, path of three")
    func closedForms() throws {
      #expect(try Closeness().run(on: KnownGraphs.complete(5)).values == [1, 1, 1, 1, 1])
      #expect(try Closeness().run(on: KnownGraphs.star(3)).values == [1, 0.6, 0.6, 0.6])
      let third = 1.0 / 3
      #expect(
        largestDifference(try Closeness().run(on: KnownGraphs.path(3)).values, [2 * third, 1, 2 * third]) < 1e-15)
    }

    // NetworkX 3.6.1: closeness_centrality(kite), closeness_centrality(florentine)
    @Test("On the kite f and g lead; the isolated Pucci scores 0 and scales the others down")
    func publishedNetworks() throws {
      let kite = [
        0.52941176470588236, 0.52941176470588236, 0.5, 0.59999999999999998, 0.5, 0.6428571428571429,
        0.6428571428571429, 0.59999999999999998, 0.42857142857142855, 0.31034482758620691,
      ]
      #expect(largestDifference(try Closeness().run(on: KnownGraphs.kite).values, kite) < 1e-12)
      let florentine = [
        0.34385964912280698, 0.45057471264367821, 0.40833333333333333, 0.37333333333333335, 0.36296296296296299,
        0.31111111111111112, 0.43555555555555558, 0.30387596899224811, 0.52266666666666672, 0.26666666666666666,
        0.34385964912280698, 0, 0.46666666666666667, 0.36296296296296299, 0.40833333333333333, 0.45057471264367821,
      ]
      let scores = try Closeness().run(on: KnownGraphs.florentine)
      #expect(largestDifference(scores.values, florentine) < 1e-12)
      #expect(scores.details.first?.values[11] == 0)
      #expect(scores.scale == "wasserman-faust")
    }

    // NetworkX 3.6.1: closeness_centrality(G) and closeness_centrality(G.reverse()) are `in` and `out`,
    // closeness_centrality(G, distance="length") by length; python-igraph 1.0.0: closeness(mode="out"),
    // closeness(mode="all") are `component`, with nan where this gives 0.
    @Test("Directions and scales, as the libraries mean them")
    func directions() throws {
      let graph = SampleGraphs.twoRings
      let steps = graph.withoutColumns()
      let incoming = [
        0.22222222222222221, 0.22222222222222221, 0.22222222222222221, 0.44444444444444442, 0.38095238095238093,
        0.34722222222222227, 0,
      ]
      #expect(largestDifference(try Closeness(direction: .in).run(on: steps).values, incoming) < 1e-12)
      let outgoing = [
        0.52083333333333337, 0.34722222222222227, 0.46296296296296302, 0.22222222222222221, 0.33333333333333331, 0, 0,
      ]
      #expect(largestDifference(try Closeness().run(on: steps).values, outgoing) < 1e-12)
      let byLength = [
        0.5714285714285714, 0.2857142857142857, 0.33333333333333331, 0.56140350877192979, 1.103448275862069,
        0.56179775280898891, 0,
      ]
      #expect(largestDifference(try Closeness(direction: .in).run(on: graph).values, byLength) < 1e-12)
      let component = [0.625, 0.41666666666666669, 0.55555555555555558, 0.66666666666666663, 1, 0, 0]
      let scores = try Closeness(direction: .out, scale: .component).run(on: steps)
      #expect(largestDifference(scores.values, component) < 1e-12)
      let all = [
        0.7142857142857143, 0.55555555555555558, 0.625, 0.625, 0.7142857142857143, 0.45454545454545453, 0,
      ]
      let eitherWay = try Closeness(direction: .all, scale: .component).run(on: steps)
      #expect(largestDifference(eitherWay.values, all) < 1e-12)
    }

    // NetworkX 3.6.1: closeness_centrality(karate)
    @Test("In the karate club member 1 leads, then 3 and 34")
    func karate() throws {
      let values = try Closeness().run(on: KnownGraphs.karate).values
      #expect(abs(values[0] - 0.56896551724137934) < 1e-12)
      #expect(abs(values[2] - 0.55932203389830504) < 1e-12)
      #expect(abs(values[33] - 0.55000000000000004) < 1e-12)
      #expect(abs(values[16] - 0.28448275862068967) < 1e-12)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same scores whatever the threads, the order of edges and the numbers of nodes", arguments: 0..<33)
    func invariance(index: Int) throws {
      for direction in EdgeDirection.allCases {
        try expectInvariance(
          of: Closeness(direction: direction), on: RandomGraphs.assortment[index], tolerance: 1e-12)
      }
    }

    @Test("Neutral changes", arguments: RandomGraphs.assortment)
    func neutralChanges(graph: CSRGraph) throws {
      let component = Closeness(direction: .out, scale: .component)
      let scores = try component.run(on: graph).values
      #expect(try component.run(on: graph.withIsolatedNode()).values == scores + [0])
      #expect(try component.run(on: graph.union(graph)).values == scores + scores)
      #expect(try Closeness().run(on: graph.adding([NodePair(2, 2)])).values == Closeness().run(on: graph).values)
      #expect(try Closeness(direction: .in).run(on: graph.reversed().graph).values == Closeness().run(on: graph).values)
      let factor = graph.lengths == nil ? 1 : 0x1p7
      #expect(try component.run(on: graph.scaled(by: 0x1p-7)).values == scores.map { $0 * factor })
    }

    @Test("The scales differ by the share of nodes reached", arguments: RandomGraphs.assortment)
    func scales(graph: CSRGraph) throws {
      let scaled = try Closeness().run(on: graph)
      let component = try Closeness(direction: .out, scale: .component).run(on: graph).values
      let shares = (scaled.details.first?.values ?? []).map { $0 / Double(graph.nodeCount - 1) }
      #expect(largestDifference(scaled.values, zip(component, shares).map { $0 * $1 }) < 1e-12)
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
        let expected = rows.map { row -> Double in
          let reached = row.filter { $0 > 0 && $0 < .infinity }
          guard !reached.isEmpty else { return 0 }
          let count = Double(reached.count)
          return count / Double(row.count - 1) * count / reached.reduce(0, +)
        }
        let values = try Closeness(direction: direction).run(on: graph).values
        #expect(largestDifference(values, expected) < 1e-12, "\(graph.pairs)")
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      for scale in Closeness.Scale.allCases {
        let measure = Closeness(direction: .out, scale: scale)
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
        try Closeness(direction: .out, metric: .lengths).run(on: path)
      }
      for bad: Double in [0, -1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try Closeness().run(on: path.withLengths([1, bad])) }
      }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) { try Closeness().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(
        of: Closeness(),
        [
          "direction": ["out", "in", "all"], "scale": ["component", "wasserman-faust"],
          "metric": ["steps", "lengths", "automatic"],
        ])
    }
  }
}
