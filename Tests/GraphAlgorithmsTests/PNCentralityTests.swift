import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("PN centrality")
struct PNCentralityTests {
  @Suite("Known values")
  struct Known {
    @Test("2 among friends, 1/2 among enemies")
    func closedForms() throws {
      let friends = KnownGraphs.complete(5).replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: 10)))
      #expect(largestDifference(try PNCentrality().run(on: friends).values, [2, 2, 2, 2, 2]) < 1e-12)
      // Everybody the same x: x = 1 − 2 (n − 1) x / (2n − 2), so x = 1/2.
      let enemies = KnownGraphs.complete(5).replacing(columns: EdgeColumns(signs: [Int8](repeating: -1, count: 10)))
      #expect(largestDifference(try PNCentrality().run(on: enemies).values, [0.5, 0.5, 0.5, 0.5, 0.5]) < 1e-12)
    }

    // The example of the R package signnet's pn_index, table 5 of the publication; the numbers by numpy 2.4.6:
    // solve(I − A / (2n − 2), 1).
    @Test("The published example")
    func published() throws {
      let expected = [
        0.9009747274649709, 0.8613482320584288, 0.907699731695824, 0.8613482320584287, 0.8410658364838358,
        0.8496557675453598, 0.8617320596926694, 0.901590874561513, 0.8509848103121773, 0.9072929812192476,
      ]
      #expect(largestDifference(try PNCentrality().run(on: SignedGraphs.tenNodes).values, expected) < 1e-13)
    }

    // numpy 2.4.6, by the formulas with A Aᵀ and Aᵀ A, first four nodes each.
    @Test("In the monastery, received, sent, both, and by strength")
    func monastery() throws {
      let graph = SignedGraphs.monastery
      func first(_ measure: PNCentrality) throws -> [Double] { Array(try measure.run(on: graph).values.prefix(4)) }
      let received = [1.0054702033541247, 0.790911644469725, 0.7536297431468708, 0.6738496205653461]
      #expect(largestDifference(try first(PNCentrality()), received) < 1e-13)
      let sent = [0.9227497027933458, 0.951670682235281, 0.9196967493980817, 0.928793819065248]
      #expect(largestDifference(try first(PNCentrality(direction: .out)), sent) < 1e-13)
      let both = [0.8702310679269257, 0.8799973065353704, 0.680154138522768, 0.6707593953503721]
      #expect(largestDifference(try first(PNCentrality(direction: .all)), both) < 1e-13)
      let strong = [1.0595449321752801, 0.8065405776350639, 0.8244771781663813, 0.779597826736471]
      #expect(largestDifference(try first(PNCentrality(direction: .in, weight: .strengths)), strong) < 1e-13)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in SignedGraphs.assortment + [SignedGraphs.monastery] {
        for direction in EdgeDirection.allCases {
          try expectInvariance(of: PNCentrality(direction: direction), on: graph)
        }
        let reversed = graph.reversed().graph
        let received = try PNCentrality(direction: .in).run(on: graph).values
        #expect(largestDifference(try PNCentrality(direction: .out).run(on: reversed).values, received) < 1e-12)
      }
      let strong = PNCentrality(direction: .in, weight: .strengths)
      let scaled = try strong.run(on: SignedGraphs.monastery.scaled(by: 4)).values
      #expect(try strong.run(on: SignedGraphs.monastery).values == scaled)
    }
  }

  @Suite("Against the solution of the equations")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in SignedGraphs.all(4) + SignedGraphs.assortment.filter({ !$0.isDirected }) {
        let signs = SlowSigned.symmetricSigns(graph)
        let scale = 2 * Double(graph.nodeCount - 1)
        let system = signs.indices.map { u in
          signs.indices.map { v in (u == v ? 1 : 0) - (signs[u][v] < 0 ? 2 : 1) * signs[u][v] / scale }
        }
        let slow = SlowWalks.solve(system, signs.map { _ in 1 })
        #expect(largestDifference(try PNCentrality().run(on: graph).values, slow) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Without ties everybody has 1")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          let values = try PNCentrality().run(on: signed).values
          let expected: [Double] = graph.edgeCount == 1 && graph.nodeCount == 2 && !isDirected ? [2, 2] : []
          if !expected.isEmpty {
            #expect(largestDifference(values, expected) < 1e-12)
          } else if graph.edgeCount == 0 || graph.nodeCount == 1 {
            #expect(values.allSatisfy { $0 == 1 })
          }
        }
      }
    }

    @Test("Where all are hostile to all both ways there is no value; the way out is named")
    func undefined() throws {
      #expect(
        try PNCentrality().run(on: SignedGraphs.graph(nodes: 2, [[0, 1, -1]])).values.allSatisfy {
          abs($0 - 0.5) < 1e-15
        })
      let graph = SignedGraphs.graph(nodes: 2, [[0, 1, -1], [1, 0, -1]], isDirected: true)
      #expect {
        try PNCentrality().run(on: graph)
      } throws: { error in
        "\(error)".contains("signed-strength")
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try PNCentrality().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try PNCentrality(direction: .all, weight: .strengths).run(on: SignedGraphs.tenNodes)
      }
      #expect(throws: AlgorithmError.self) {
        try PNCentrality().run(on: SignedGraphs.graph(nodes: 2, [[0, 1, 2]]))
      }
      #expect(throws: AlgorithmError.self) {
        try PNCentrality(direction: .in, iterations: 1).run(on: SignedGraphs.tenNodes)
      }
      #expect(throws: AlgorithmError.self) {
        try PNCentrality(direction: .in, iterations: 0).run(on: SignedGraphs.tenNodes)
      }
      #expect(throws: AlgorithmError.cancelled) { try PNCentrality().run(on: SignedGraphs.tenNodes, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: PNCentrality(), ["direction": ["out", "in", "all"], "weight": ["strengths"], "iterations": ["9"]])
    }
  }
}
