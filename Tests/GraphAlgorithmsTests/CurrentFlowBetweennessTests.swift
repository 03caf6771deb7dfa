import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Current-flow betweenness")
struct CurrentFlowBetweennessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: current_flow_betweenness_centrality(kite, normalized=False).
    @Test func kite() throws {
      let expected = [
        5.983108108108107, 5.983108108108106, 3.6925675675675667, 10.472972972972977, 3.6925675675675684,
        12.736486486486484, 12.736486486486491, 15.567567567567572, 8.000000000000004, 0,
      ]
      let scores = try CurrentFlowBetweenness(scale: .pairs).run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      let share = try CurrentFlowBetweenness().run(on: KnownGraphs.kite)
      #expect(largestDifference(share.values, expected.map { $0 / 36 }) < 1e-12)
      #expect(scores.scale == "pairs" && share.scale == "fraction" && share.weights == nil)
    }

    // NetworkX 3.6.1: current_flow_betweenness_centrality(weighted, normalized=True, weight="weight").
    @Test func weighted() throws {
      let expected = [
        0.0727272727272728, 0.2181818181818182, 0.6272727272727281, 0.6571428571428584, 0.11428571428571441,
        0.057142857142857294,
      ]
      let scores = try CurrentFlowBetweenness().run(on: CentralityExamples.weighted)
      #expect(largestDifference(scores.values, expected) < 1e-12)
    }

    // NetworkX 3.6.1: current_flow_betweenness_centrality(karate).
    @Test func karate() throws {
      let values = try CurrentFlowBetweenness().run(on: KnownGraphs.karate).values
      #expect(largestDifference(Array(values[0..<2]), [0.4863872083592642, 0.18376431381413472]) < 1e-12)
    }

    @Test("On trees it is betweenness")
    func trees() throws {
      for graph in [KnownGraphs.path(7), KnownGraphs.star(5), KnownGraphs.path(4).union(KnownGraphs.star(3))] {
        for scale in Betweenness.Scale.allCases {
          let shortest = try Betweenness(scale: scale).run(on: graph).values
          #expect(
            largestDifference(try CurrentFlowBetweenness(scale: scale).run(on: graph).values, shortest) < 1e-12)
        }
      }
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Threads, order, numbering, scale of strengths, a loop, an isolated node")
    func invariance() throws {
      for graph in CentralityExamples.undirectedAssortment {
        let measure = CurrentFlowBetweenness(scale: .pairs)
        try expectInvariance(of: measure, on: graph)
        let values = try measure.run(on: graph).values
        #expect(largestDifference(try measure.run(on: graph.scaled(by: 4)).values, values) < 1e-10)
        #expect(try measure.run(on: graph.adding([NodePair(2, 2)])).values == values)
        #expect(try measure.run(on: graph.withIsolatedNode()).values == values + [0])
        #expect(values.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Suite("Against currents of every pair by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) + CentralityExamples.undirectedAssortment {
        let slow = SlowCentralities.currentBetweenness(graph, usesStrengths: graph.strengths != nil)
        let values = try CurrentFlowBetweenness(scale: .pairs).run(on: graph).values
        #expect(largestDifference(values, slow) < 1e-10)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(CurrentFlowBetweenness(), [[], [0], [0, 0], [0, 0], [0], [0, 0, 0, 0]])
    }

    @Test func options() {
      expectRefusesDirected(CurrentFlowBetweenness())
      expectStrengthRefusals(of: CurrentFlowBetweenness(scale: .pairs, weight: .strengths))
      expectCancelled(CurrentFlowBetweenness())
      #expect(throws: AlgorithmError.self) { try CurrentFlowBetweenness().run(on: KnownGraphs.path(2001)) }
      expectParameters(
        of: CurrentFlowBetweenness(),
        ["scale": ["pairs", "fraction"], "weight": ["none", "strengths", "automatic"]])
    }
  }
}
