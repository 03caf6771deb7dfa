import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Efficiency of contacts")
struct BurtEfficiencyTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: effective_size(kite), divided by the degree.
    @Test func kite() throws {
      let sizes = [2, 2, 1, 10.0 / 3, 1, 3, 3, 7.0 / 3, 2, 1]
      let expected = zip(sizes, [4.0, 4, 3, 6, 3, 5, 5, 3, 2, 1]).map { $0 / $1 }
      let scores = try BurtEfficiency().run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(scores.scale == "share" && scores.measure == "efficiency")
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Between 0 and 1; 1 on trees")
    func bounds() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: BurtEfficiency(), on: graph)
        #expect(try BurtEfficiency().run(on: graph).values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      }
      #expect(try BurtEfficiency().run(on: KnownGraphs.star(5)).values.allSatisfy { $0 == 1 })
    }
  }

  @Suite("Against the formula on a full matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in SlowHoles.graphs {
        let slow = SlowHoles(graph)
        let expected = zip(slow.effectiveSize, slow.contacts).map { $1 > 0 ? $0 / $1 : 0 }
        #expect(largestDifference(try BurtEfficiency().run(on: graph).values, expected) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(BurtEfficiency(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectStrengthRefusals(of: BurtEfficiency(weight: .strengths))
      expectCancelled(BurtEfficiency())
      expectParameters(of: BurtEfficiency(), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}
