import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Eccentricity")
struct EccentricityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: eccentricity(karate); python-igraph 1.0.0 eccentricity() agrees.
    @Test("In the karate club nobody is farther than 5 from anybody")
    func karate() throws {
      let expected: [Double] = [
        3, 3, 3, 3, 4, 4, 4, 4, 3, 4, 4, 4, 4, 3, 5, 5, 5, 4, 5, 3, 5, 4, 5, 5, 4, 4, 5, 4, 4, 5, 4, 3, 4, 4,
      ]
      let scores = try Eccentricity().run(on: KnownGraphs.karate)
      #expect(scores.values == expected)
      #expect(scores.scale == "distance")
      #expect(scores.details.first?.values == [Double](repeating: 33, count: 34))
    }

    // python-igraph 1.0.0: Graph.eccentricity(); NetworkX 3.6.1 refuses, because Pucci is isolated.
    @Test("An isolated family is 0 away from the farthest it reaches")
    func florentine() throws {
      #expect(
        try Eccentricity().run(on: KnownGraphs.florentine).values
          == [4, 3, 4, 5, 4, 4, 4, 5, 3, 5, 5, 0, 3, 4, 4, 3])
    }

    // python-igraph 1.0.0: Graph.eccentricity(mode="out").
    @Test("Directions")
    func directions() throws {
      #expect(try Eccentricity().run(on: CentralityExamples.directed).values == [3, 3, 3, 4, 3, 2, 1, 0])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment { try expectInvariance(of: Eccentricity(), on: graph) }
    }

    @Test("Turning edges round swaps in and out; powers of two scale exactly; isolated nodes change nothing")
    func changes() throws {
      for graph in RandomGraphs.assortment {
        let values = try Eccentricity().run(on: graph).values
        #expect(try Eccentricity(direction: .in).run(on: graph.reversed().graph).values == values)
        #expect(try Eccentricity().run(on: graph.withIsolatedNode()).values == values + [0])
        if graph.lengths != nil {
          #expect(try Eccentricity().run(on: graph.scaled(by: 4)).values == values.map { $0 * 4 })
        }
      }
    }
  }

  @Suite("Against distances by Floyd and Warshall")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for direction in EdgeDirection.allCases where graph.isDirected || direction == .out {
          let slow = SlowPaths(graph, direction, usesLengths: graph.lengths != nil).distances
          let expected = slow.map { $0.filter { $0 < .infinity }.max() ?? 0 }
          let reached = slow.map { Double($0.count { $0 < .infinity } - 1) }
          let scores = try Eccentricity(direction: direction).run(on: graph)
          #expect(scores.values == expected)
          #expect(scores.details.first?.values == reached)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(Eccentricity(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      try expectTrivial(Eccentricity(), isDirected: true, [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
    }

    @Test("Lengths of 0 are allowed, negative ones are not")
    func lengths() throws {
      #expect(try Eccentricity().run(on: KnownGraphs.path(3).withLengths([0, 2])).values == [2, 2, 2])
      expectLengthRefusals(of: Eccentricity(direction: .out, metric: .lengths))
      expectCancelled(Eccentricity())
      expectParameters(
        of: Eccentricity(), ["direction": ["out", "in", "all"], "metric": ["steps", "lengths", "automatic"]])
    }
  }
}
