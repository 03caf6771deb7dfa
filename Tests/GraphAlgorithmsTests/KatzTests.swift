import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Katz centrality")
struct KatzTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: katz_centrality_numpy(kite, alpha=0.1, beta=1, normalized=False), and normalized.
    @Test func kite() throws {
      let expected = [
        1.7175936092473882, 1.7175936092473885, 1.561448735679444, 2.0293226820789805, 1.5614487356794438,
        1.86757106546807, 1.86757106546807, 1.4997745622068144, 1.2626034911320012, 1.1262603491132002,
      ]
      let scores = try Katz(alpha: 0.1, unit: .number).run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-11)
      #expect(scores.details.first?.values.first == 0.1)
      #expect(scores.convergence?.isConverged == true)
      let norm = try Katz(alpha: 0.1, unit: .number, scale: .norm).run(on: KnownGraphs.kite).values
      #expect(abs(norm[0] - 0.33065976633368743) < 1e-11)
    }

    // NetworkX 3.6.1: katz_centrality_numpy(directed, alpha=0.2, beta=1, normalized=False).
    @Test("On a directed graph arriving walks count")
    func directed() throws {
      let expected = [
        1.0, 1.4636510500807753, 1.492730210016155, 1.5912762520193862, 1.3182552504038774, 1.5868336025848144,
        1.615912762520194, 1.3231825525040388,
      ]
      let scores = try Katz(alpha: 0.2, unit: .number).run(on: CentralityExamples.directed)
      #expect(largestDifference(scores.values, expected) < 1e-11)
      #expect(scores.direction == .in)
    }

    @Test("A share is one of 1 / λ: 4 for the complete graph of five, 2 for a cycle, √L for a star")
    func share() throws {
      let graphs = [KnownGraphs.complete(5), KnownGraphs.cycle(8), KnownGraphs.star(9)]
      for (graph, radius) in zip(graphs, [4.0, 2, 3]) {
        let alpha = try Katz(alpha: 0.5).run(on: graph).details[0].values[0]
        #expect(abs(alpha * radius - 0.5) < 1e-9)
        #expect(alpha * radius <= 0.5 * (1 + 1e-15))
      }
    }

    @Test("A chain of command has a value, unlike for the eigenvector")
    func acyclic() throws {
      let scores = try Katz(alpha: 0.5).run(on: KnownGraphs.path(4, isDirected: true))
      #expect(scores.values == [1, 1.5, 1.75, 1.875])
      #expect(scores.details[0].values[0] == 0.5)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment { try expectInvariance(of: Katz(), on: graph) }
    }

    @Test("Turning edges round swaps in and out; powers of two in the strengths are taken up by the share")
    func changes() throws {
      for graph in RandomGraphs.assortment {
        let values = try Katz().run(on: graph).values
        #expect(
          largestDifference(try Katz(alpha: 0.85, direction: .out).run(on: graph.reversed().graph).values, values)
            < 1e-9)
        let radius = try Katz().run(on: graph).details.first?.values.first ?? 0
        if graph.strengths != nil && radius != 0.85 {
          #expect(try Katz().run(on: graph.scaled(by: 4)).values == values)
        }
        #expect(values.allSatisfy { $0 >= 1 })
      }
    }
  }

  @Suite("Against its equations by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for direction in EdgeDirection.allCases where graph.isDirected || direction == .in {
          let scores = try Katz(alpha: 0.6, direction: direction).run(on: graph)
          let factor = scores.details[0].values.first ?? 0
          let matrix = SlowCentralities.pulls(graph, direction, usesStrengths: graph.strengths != nil)
          let ones = [Double](repeating: 1, count: graph.nodeCount)
          let slow = SlowCentralities.walkSum(matrix, start: ones, factor: factor)
          #expect(largestDifference(scores.values, slow) < 1e-10)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(Katz(alpha: 0), [[], [1], [1, 1], [1, 1], [1], [1, 1, 1, 1]])
      try expectTrivial(
        Katz(alpha: 0.5), isDirected: true, [[], [1], [1, 1], [1, 1.5], [2 - 0x1p-39], [1, 1, 1, 1]])
    }

    @Test("From 1 / λ on a factor is refused, and the message says where that is")
    func tooLarge() {
      for alpha in [0.25, 0.26] {
        do throws(AlgorithmError) {
          _ = try Katz(alpha: alpha, unit: .number).run(on: KnownGraphs.complete(5))
          Issue.record("a refusal was expected")
        } catch {
          #expect("\(error)".contains("0.25"))
        }
      }
      #expect(throws: Never.self) { try Katz(alpha: 0.249, unit: .number).run(on: KnownGraphs.complete(5)) }
      for measure in [
        Katz(alpha: 1), Katz(alpha: -0.1), Katz(alpha: .nan), Katz(alpha: 0.5, tolerance: 0),
        Katz(alpha: 0.5, iterations: 0),
      ] {
        #expect(throws: AlgorithmError.self) { try measure.run(on: KnownGraphs.kite) }
      }
    }

    @Test("Too few rounds are not passed off as an answer")
    func notConverged() {
      #expect(throws: AlgorithmError.self) { try Katz(alpha: 0.9, iterations: 3).run(on: KnownGraphs.kite) }
      expectStrengthRefusals(of: Katz(alpha: 0.5, weight: .strengths))
      expectCancelled(Katz())
      expectParameters(
        of: Katz(),
        [
          "alpha": ["0.1"], "unit": ["number", "share"], "direction": ["in", "out", "all"], "scale": ["norm", "raw"],
          "weight": ["none", "strengths", "automatic"], "tolerance": ["1e-06"], "iterations": ["77"],
        ])
    }
  }
}
