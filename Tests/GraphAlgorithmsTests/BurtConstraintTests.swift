import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Burt's constraint")
struct BurtConstraintTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: constraint(kite); python-igraph 1.0.0 constraint() agrees.
    @Test func kite() throws {
      let expected = [
        0.5411979166666666, 0.5411979166666666, 0.6641358024691357, 0.4701697530864196, 0.6641358024691357,
        0.4450888888888889, 0.4450888888888889, 0.43111111111111106, 0.5, 1.0,
      ]
      let scores = try BurtConstraint().run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(try scores.details.first?.values == Degree().run(on: KnownGraphs.kite).values)
    }

    // NetworkX 3.6.1: constraint(weighted, weight="weight") and constraint(directed); python-igraph 1.0.0 agrees.
    @Test func weightedAndDirected() throws {
      let weighted = [
        1.2888888888888892, 0.8081777777777779, 0.7713777777777779, 0.6248526077097505, 1.0547845804988663,
        1.3813151927437641,
      ]
      #expect(largestDifference(try BurtConstraint().run(on: CentralityExamples.weighted).values, weighted) < 1e-12)
      let directed = [
        0.78125, 0.5755208333333333, 0.4678819444444444, 0.6257716049382714, 0.48225308641975306, 0.5555555555555556,
        0.375, 1.0,
      ]
      let scores = try BurtConstraint().run(on: CentralityExamples.directed)
      #expect(largestDifference(scores.values, directed) < 1e-12)
      #expect(scores.direction == .all)
    }

    @Test("A star's middle is free, its leaves are not")
    func star() throws {
      #expect(try BurtConstraint().run(on: KnownGraphs.star(4)).values == [0.25, 1, 1, 1, 1])
      #expect(try BurtConstraint().run(on: KnownGraphs.complete(3)).values == [1.125, 1.125, 1.125])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Turning edges round, loops, powers of two in the strengths change nothing")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: BurtConstraint(), on: graph)
        let values = try BurtConstraint().run(on: graph).values
        #expect(largestDifference(try BurtConstraint().run(on: graph.reversed().graph).values, values) < 1e-12)
        #expect(try BurtConstraint().run(on: graph.scaled(by: 4)).values == values)
        #expect(try BurtConstraint().run(on: graph.adding([NodePair(3, 3)])).values == values)
        #expect(try BurtConstraint().run(on: graph.withIsolatedNode()).values == values + [0])
      }
    }
  }

  @Suite("Against the formula on a full matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in SlowHoles.graphs {
        #expect(largestDifference(try BurtConstraint().run(on: graph).values, SlowHoles(graph).constraint) < 1e-12)
      }
    }

    @Test("The short way through a hub's many contacts gives the same")
    func hub() throws {
      let graph = KnownGraphs.star(40).adding([NodePair(1, 2), NodePair(2, 3), NodePair(7, 9)])
      #expect(largestDifference(try BurtConstraint().run(on: graph).values, SlowHoles(graph).constraint) < 1e-12)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(BurtConstraint(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      try expectTrivial(BurtConstraint(), isDirected: true, [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectStrengthRefusals(of: BurtConstraint(weight: .strengths))
      expectCancelled(BurtConstraint())
      expectParameters(of: BurtConstraint(), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}
