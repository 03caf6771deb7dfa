import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Effective size")
struct EffectiveSizeTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: effective_size(kite), effective_size(weighted, nodes=range(6), weight="weight"),
    // effective_size(directed). Without nodes= it gives 1.6 instead of 1.5666… for node 1 of the weighted graph, dividing
    // by the largest tie of the wrong node. Ruling: the definition, which the full matrix below checks too.
    @Test func frozen() throws {
      let kite = [2, 2, 1, 10.0 / 3, 1, 3, 3, 7.0 / 3, 2, 1]
      let weighted = [1.0, 1.5666666666666667, 2.2666666666666666, 2.642857142857143, 1.1, 1.0]
      let directed = [1, 2.5, 3, 5.0 / 3, 7.0 / 3, 2, 3, 1]
      #expect(largestDifference(try values(KnownGraphs.kite), kite) < 1e-12)
      #expect(largestDifference(try values(CentralityExamples.weighted), weighted) < 1e-12)
      #expect(largestDifference(try values(CentralityExamples.directed), directed) < 1e-12)
      #expect(try EffectiveSize().run(on: KnownGraphs.kite).scale == "contacts")
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("From 1 to the number of contacts; Borgatti's short form n − 2 t / n where every tie counts 1")
    func bounds() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: EffectiveSize(), on: graph)
        let scores = try EffectiveSize().run(on: graph)
        for (value, contacts) in zip(scores.values, scores.details[0].values) {
          #expect(contacts == 0 ? value == 0 : value >= 1 - 1e-12 && value <= contacts + 1e-12)
        }
      }
      for graph in CentralityExamples.undirectedAssortment.map({ $0.withoutColumns() }) where !graph.hasParallels {
        let pairs = graph.pairs
        for (node, value) in try values(graph).enumerated() {
          let contacts = Set(graph.neighbors(of: node).map { Int($0) })
          let inside = pairs.count { contacts.contains($0.source) && contacts.contains($0.target) }
          let size = Double(contacts.count)
          #expect(abs(value - (contacts.isEmpty ? 0 : size - 2 * Double(inside) / size)) < 1e-12)
        }
      }
    }
  }

  @Suite("Against the formula on a full matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in SlowHoles.graphs {
        #expect(largestDifference(try values(graph), SlowHoles(graph).effectiveSize) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(EffectiveSize(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectStrengthRefusals(of: EffectiveSize(weight: .strengths), isDirected: true)
      expectCancelled(EffectiveSize())
      expectParameters(of: EffectiveSize(), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}

private func values(_ graph: CSRGraph) throws -> [Double] { try EffectiveSize().run(on: graph).values }
