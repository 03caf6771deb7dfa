import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Bonacich power")
struct BonacichPowerTests {
  @Suite("Known values")
  struct Known {
    // numpy 2 on the matrix of NetworkX 3.6.1's krackhardt_kite_graph, in this order of nodes:
    // c = solve(I − βA, A·1); c·√(10 / c·c), for β = 0.1 and −0.1.
    @Test func kite() throws {
      let positive = [
        1.062679370910449, 1.0626793709104492, 0.831445516712522, 1.524316780639624, 0.8314455167125221,
        1.284779939774905, 1.2847799397749051, 0.7401126633778132, 0.3888876784280791, 0.1869780703694827,
      ]
      let negative = [
        1.0044760236894716, 1.0044760236894712, 0.7092204859559125, 1.595746093400803, 0.7092204859559125,
        1.292900613225104, 1.2929006132251049, 0.7775299679351703, 0.6242266840725943, 0.3037549179218907,
      ]
      let up = try BonacichPower(beta: 0.1, unit: .number).run(on: KnownGraphs.kite)
      #expect(largestDifference(up.values, positive) < 1e-11)
      #expect(up.scale == "root-mean-square")
      let down = try BonacichPower(beta: -0.1, unit: .number).run(on: KnownGraphs.kite)
      #expect(largestDifference(down.values, negative) < 1e-11)
    }

    // The paper's figure 1: a path of five. With a negative factor the second and fourth hold the power, because their
    // neighbours at the ends have nobody else.
    @Test("In bargaining on a path of five, those beside the ends are stronger than the middle")
    func bargaining() throws {
      let values = try BonacichPower(beta: -0.5).run(on: KnownGraphs.path(5)).values
      #expect(values[1] > values[2] && values[3] > values[2] && values[2] > values[0])
      let knowing = try BonacichPower(beta: 0.9).run(on: KnownGraphs.path(5)).values
      #expect(knowing[2] > knowing[1])
    }

    @Test("Without a factor it is the degree")
    func degree() throws {
      let values = try BonacichPower(beta: 0).run(on: KnownGraphs.kite).values
      let degrees = try Degree().run(on: KnownGraphs.kite).values
      let root = (degrees.reduce(0) { $0 + $1 * $1 } / 10).squareRoot()
      #expect(largestDifference(values, degrees.map { $0 / root }) < 1e-14)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Follows the numbering, ignores order and threads; squares add up to n; edges turned round swap directions")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        for beta in [0.5, -0.7] {
          let measure = BonacichPower(beta: beta)
          try expectInvariance(of: measure, on: graph)
          let values = try measure.run(on: graph).values
          #expect(abs(values.reduce(0) { $0 + $1 * $1 } - Double(graph.nodeCount)) < 1e-9)
          let turned = try BonacichPower(beta: beta, direction: .in).run(on: graph.reversed().graph).values
          #expect(largestDifference(turned, values) < 1e-9)
        }
      }
    }
  }

  @Suite("Against its equations by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.edgeCount > 0 {
        for beta in [0.4, -0.8] {
          let scores = try BonacichPower(beta: beta).run(on: graph)
          let matrix = SlowCentralities.pulls(graph, .out, usesStrengths: graph.strengths != nil)
          let slow = SlowCentralities.walkSum(
            matrix, start: matrix.map { $0.reduce(0, +) }, factor: scores.details[0].values[0])
          let squares = slow.reduce(0) { $0 + $1 * $1 }
          let scale = squares > 0 ? (Double(graph.nodeCount) / squares).squareRoot() : 0
          #expect(largestDifference(scores.values, slow.map { $0 * scale }) < 1e-10)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(
        BonacichPower(), isDirected: true, [[], [0], [0, 0], [Double(2).squareRoot(), 0], [1], [0, 0, 0, 0]])
    }

    @Test func options() {
      for measure in [
        BonacichPower(beta: 0.25, unit: .number), BonacichPower(beta: -0.25, unit: .number), BonacichPower(beta: -1),
        BonacichPower(beta: .nan), BonacichPower(beta: 0.5, tolerance: -1),
        BonacichPower(beta: -0.9, iterations: 2),
      ] {
        #expect(throws: AlgorithmError.self) {
          try measure.run(on: KnownGraphs.complete(5).adding([NodePair(0, 1), NodePair(0, 2)]))
        }
      }
      expectStrengthRefusals(of: BonacichPower(beta: 0.5, weight: .strengths))
      expectCancelled(BonacichPower())
      expectParameters(
        of: BonacichPower(),
        [
          "beta": ["0.1", "-0.4"], "unit": ["number", "share"], "direction": ["in", "out", "all"],
          "weight": ["none", "strengths", "automatic"], "tolerance": ["1e-06"], "iterations": ["77"],
        ])
    }
  }
}
