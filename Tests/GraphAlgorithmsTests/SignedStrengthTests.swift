import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Signed strength")
struct SignedStrengthTests {
  private static func signed(_ graph: CSRGraph, _ column: [Double]) -> CSRGraph {
    graph.replacing(columns: EdgeColumns(signedStrengths: column))
  }

  @Suite("Known values")
  struct Known {
    @Test("Support and opposition cancel each other out")
    func chain() throws {
      let scores = try SignedStrength().run(on: signed(KnownGraphs.path(4), [2, -5, 5]))
      #expect(scores.values == [2, -3, 0, 5])
      #expect(scores.measure == "signed-strength")
      #expect(scores.weights == .strength)
    }

    @Test("Directions of a directed graph")
    func directions() throws {
      let edges = [NodePair(0, 1), NodePair(1, 0), NodePair(1, 2), NodePair(2, 2)]
      let graph = signed(CSRGraph(nodeCount: 3, edges: edges, isDirected: true), [1, -2, 4, -8])
      #expect(try SignedStrength(direction: .out).run(on: graph).values == [1, 2, -8])
      #expect(try SignedStrength(direction: .in).run(on: graph).values == [-2, 1, -4])
      #expect(try SignedStrength(direction: .all).run(on: graph).values == [-1, 3, -12])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment.filter { $0.signedStrengths != nil })
    func relations(graph: CSRGraph) throws {
      for direction in EdgeDirection.allCases {
        let measure = SignedStrength(direction: direction)
        try expectInvariance(of: measure, on: graph, tolerance: 0)
        let values = try measure.run(on: graph).values
        #expect(try measure.run(on: graph.scaled(by: -0x1p12)).values == values.map { $0 * -0x1p12 })
        #expect(try measure.run(on: graph.withIsolatedNode()).values == values + [0])
        #expect(try SignedStrength(direction: direction.opposite).run(on: graph.reversed().graph).values == values)
      }
    }

    @Test("With friendly ties only it is the strength")
    func friendly() throws {
      for graph in RandomGraphs.assortment {
        guard let strengths = graph.strengths else { continue }
        let both = graph.replacing(columns: EdgeColumns(strengths: strengths, signedStrengths: strengths))
        #expect(try SignedStrength().run(on: both).values == Strength().run(on: both).values)
      }
    }
  }

  @Suite("Against a sum over the list of edges")
  struct Checker {
    @Test(arguments: RandomGraphs.assortment.filter { $0.signedStrengths != nil })
    func sums(graph: CSRGraph) throws {
      var all = [Double](repeating: 0, count: graph.nodeCount)
      for (pair, signed) in zip(graph.pairs, graph.signedStrengths ?? []) {
        all[pair.source] += signed
        all[pair.target] += signed
      }
      #expect(try SignedStrength().run(on: graph).values == all)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Signs must be there and finite")
    func signs() throws {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try SignedStrength().run(on: path) }
      #expect(throws: AlgorithmError.missingColumn(.sign)) {
        try SignedStrength().run(on: path.withStrengths([1, 1]))
      }
      for bad: Double in [.infinity, -.infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try SignedStrength().run(on: signed(path, [1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try SignedStrength().run(on: signed(path, [1e308, 1e308])) }
      #expect(try SignedStrength().run(on: signed(path, [0, 0])).values == [0, 0, 0])
      #expect(try SignedStrength().run(on: signed(KnownGraphs.path(0), [])).values == [])
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) {
        try SignedStrength().run(on: signed(KnownGraphs.path(2), [1]), in: .cancelled)
      }
      expectParameters(of: SignedStrength(), ["direction": ["out", "in", "all"]])
    }
  }
}
