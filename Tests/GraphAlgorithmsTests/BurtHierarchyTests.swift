import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Hierarchy of constraint")
struct BurtHierarchyTests {
  @Suite("Known values")
  struct Known {
    // Burt's formula in Python's math.log over NetworkX 3.6.1's local_constraint(kite), (weighted), (directed).
    @Test func frozen() throws {
      let kite = [
        0.03356474631181206, 0.03356474631181206, 0.0010693232702606614, 0.009520692594887102, 0.0010693232702606614,
        0.01957288301138605, 0.01957288301138605, 0.012233674104192892, 0, 1,
      ]
      let weighted = [
        0.01985324254339331, 0.08046268947584992, 0.31559508256395546, 0.3601752191231017, 0.3329260204933612,
        0.0498197449146512,
      ]
      let directed = [
        0, 0.032961979585865206, 0.07489612534743154, 0.02447802552616024, 0.024582329439605786, 0.27807190511263746,
        0.21030991785715245, 1,
      ]
      #expect(largestDifference(try values(KnownGraphs.kite), kite) < 1e-12)
      #expect(largestDifference(try values(CentralityExamples.weighted), weighted) < 1e-12)
      #expect(largestDifference(try values(CentralityExamples.directed), directed) < 1e-12)
    }

    @Test("All contacts alike: 0")
    func alike() throws {
      #expect(try values(KnownGraphs.star(4)) == [0, 1, 1, 1, 1])
      #expect(largestDifference(try values(KnownGraphs.complete(5)), [0, 0, 0, 0, 0]) < 1e-14)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: BurtHierarchy(), on: graph)
        #expect(try values(graph).allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(try values(graph.scaled(by: 2)) == values(graph))
      }
    }
  }

  @Suite("Against the formula on a full matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in SlowHoles.graphs {
        let expected = SlowHoles(graph).parts.map { parts -> Double in
          guard parts.count > 1 else { return Double(parts.count) }
          let mean = parts.reduce(0, +) / Double(parts.count)
          let disorder = parts.reduce(0) { $0 + $1 / mean * SlowHoles.logarithm($1 / mean) }
          return disorder / (Double(parts.count) * SlowHoles.logarithm(Double(parts.count)))
        }
        #expect(largestDifference(try values(graph), expected) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(BurtHierarchy(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectStrengthRefusals(of: BurtHierarchy(weight: .strengths))
      expectCancelled(BurtHierarchy())
      expectParameters(of: BurtHierarchy(), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}

private func values(_ graph: CSRGraph) throws -> [Double] { try BurtHierarchy().run(on: graph).values }
