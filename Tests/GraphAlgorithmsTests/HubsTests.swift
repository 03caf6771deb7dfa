import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Hubs and authorities")
struct HubsTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: hits(directed, tol=1e-15); python-igraph 1.0.0 hub_score() and authority_score() are the same
    // values divided by the largest.
    @Test func directed() throws {
      let hubs = [
        0.24107336051064618, 0.227063053063779, 0.16103533656642918, 0, 0.19985666631346147, 0.05811636514789589,
        0.11285521839778839, 0,
      ]
      let authorities = [
        0, 0.2270630530637792, 0.24107336051064607, 0.19985666631346125, 0, 0.16103533656642938, 0.1128552183977882,
        0.05811636514789598,
      ]
      #expect(largestDifference(try Hubs().run(on: CentralityExamples.directed).values, hubs) < 1e-11)
      #expect(largestDifference(try Authorities().run(on: CentralityExamples.directed).values, authorities) < 1e-11)
      let largest = try Hubs(scale: .largest).run(on: CentralityExamples.directed)
      #expect(largestDifference(largest.values, hubs.map { $0 / hubs[0] }) < 1e-11)
      #expect(try Authorities().run(on: CentralityExamples.directed).direction == .in)
      #expect(largest.scale == "largest" && largest.measure == "hubs" && largest.direction == .out)
    }

    // NetworkX 3.6.1: hits(kite, tol=1e-15).
    @Test("On an undirected graph both are the same")
    func kite() throws {
      let hubs = try Hubs().run(on: KnownGraphs.kite).values
      #expect(abs(hubs[3] - 0.17132884835567397) < 1e-11)
      #expect(abs(hubs[9] - 0.0039761013337170385) < 1e-11)
      #expect(try Authorities().run(on: KnownGraphs.kite).values == hubs)
    }

    @Test("Equally large knots share alike")
    func knots() throws {
      let graph = KnownGraphs.star(2, isDirected: true).union(KnownGraphs.star(2, isDirected: true))
      #expect(try Hubs().run(on: graph).values == [0.5, 0, 0, 0.5, 0, 0])
      #expect(try Authorities().run(on: graph).values == [0, 0.25, 0.25, 0, 0.25, 0.25])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Hubs are the authorities of the reversed graph (M8); order, threads and scale change nothing")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: Hubs(), on: graph)
        try expectInvariance(of: Authorities(), on: graph)
        let hubs = try Hubs().run(on: graph).values
        let turned = try Authorities().run(on: graph.reversed().graph).values
        #expect(largestDifference(turned, hubs) < 1e-12)
        #expect(try Hubs().run(on: graph.scaled(by: 4)).values == hubs)
        #expect(try Hubs().run(on: graph.withIsolatedNode()).values.last == 0)
      }
    }
  }

  @Suite("Against high powers of the matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.edgeCount > 0 {
        let pulls = SlowCentralities.pulls(graph, .out, usesStrengths: graph.strengths != nil)
        var power = SlowCentralities.product(pulls, SlowCentralities.transposed(pulls))
        for _ in 0..<18 {
          let largest = power.flatMap { $0 }.max() ?? 1
          power = power.map { $0.map { $0 / largest } }
          power = SlowCentralities.product(power, power)
        }
        let sums = power.map { $0.reduce(0, +) }
        let all = sums.reduce(0, +)
        #expect(largestDifference(try Hubs().run(on: graph).values, sums.map { $0 / all }) < 1e-9)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Without edges nobody is a hub; a loop makes one")
    func trivial() throws {
      #expect(try Hubs().run(on: KnownGraphs.path(0)).values == [])
      #expect(try Hubs().run(on: KnownGraphs.trivial(isDirected: true)[4]).values == [1])
      #expect(try Authorities().run(on: KnownGraphs.path(2, isDirected: true)).values == [0, 1])
      for graph in [1, 2, 5].map({ KnownGraphs.trivial(isDirected: true)[$0] }) {
        expectUndefined(Hubs(), on: graph)
        expectUndefined(Authorities(), on: graph)
      }
    }

    @Test func options() {
      for measure in [Hubs(scale: .sum, tolerance: 0), Hubs(scale: .sum, iterations: 1)] {
        #expect(throws: AlgorithmError.self) { try measure.run(on: KnownGraphs.kite) }
      }
      expectStrengthRefusals(of: Hubs(scale: .sum, weight: .strengths))
      expectStrengthRefusals(of: Authorities(scale: .sum, weight: .strengths))
      expectCancelled(Hubs())
      expectCancelled(Authorities())
      let texts = [
        "scale": ["largest", "sum"], "weight": ["none", "strengths", "automatic"], "tolerance": ["1e-06"],
        "iterations": ["77"],
      ]
      expectParameters(of: Hubs(), texts)
      expectParameters(of: Authorities(), texts)
    }
  }
}
