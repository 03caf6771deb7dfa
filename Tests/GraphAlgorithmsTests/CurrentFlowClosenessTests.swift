import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Current-flow closeness")
struct CurrentFlowClosenessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: current_flow_closeness_centrality(kite), times n − 1 = 9.
    @Test("On the kite f and g lead")
    func kite() throws {
      let expected = [
        0.1182108626198083, 0.1182108626198083, 0.10787172011661808, 0.13226094727435211, 0.10787172011661808,
        0.1332133213321332, 0.1332133213321332, 0.11681136543014996, 0.06867749419953596, 0.044324648098233,
      ]
      let scores = try CurrentFlowCloseness().run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected.map { $0 * 9 }) < 1e-12)
      #expect(scores.scale == "wasserman-faust" && scores.weights == nil && scores.direction == nil)
      let information = try CurrentFlowCloseness(scale: .information).run(on: KnownGraphs.kite).values
      #expect(largestDifference(information, expected.map { $0 * 10 }) < 1e-12)
    }

    // NetworkX 3.6.1: current_flow_closeness_centrality(weighted, weight="weight"), times n − 1 = 5.
    @Test func weighted() throws {
      let expected = [
        0.1738148984198645, 0.19896640826873374, 0.23262839879154065, 0.23262839879154065, 0.19948186528497397,
        0.17906976744186034,
      ]
      let scores = try CurrentFlowCloseness().run(on: CentralityExamples.weighted)
      #expect(largestDifference(scores.values, expected.map { $0 * 5 }) < 1e-12)
      #expect(scores.weights == .strength)
    }

    @Test("On trees it is closeness")
    func trees() throws {
      for graph in [KnownGraphs.path(7), KnownGraphs.star(5), KnownGraphs.path(3).withIsolatedNode()] {
        let closeness = try Closeness().run(on: graph).values
        #expect(largestDifference(try CurrentFlowCloseness().run(on: graph).values, closeness) < 1e-12)
      }
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in CentralityExamples.undirectedAssortment {
        try expectInvariance(of: CurrentFlowCloseness(), on: graph)
        let once = try CurrentFlowCloseness(scale: .component).run(on: graph.union(KnownGraphs.star(4))).values
        let alone = try CurrentFlowCloseness(scale: .component).run(on: graph.withoutColumns()).values
        #expect(Array(once.prefix(graph.nodeCount)) == alone)
      }
    }

    @Test("Never below closeness; twice the strengths, twice the score")
    func scale() throws {
      for graph in CentralityExamples.undirectedAssortment {
        let plain = graph.withoutColumns()
        let current = try CurrentFlowCloseness().run(on: plain).values
        let shortest = try Closeness().run(on: plain).values
        #expect(zip(current, shortest).allSatisfy { $0 >= $1 - 1e-12 })
        if graph.strengths != nil {
          let once = try CurrentFlowCloseness().run(on: graph).values
          let twice = try CurrentFlowCloseness().run(on: graph.scaled(by: 4)).values
          #expect(twice == once.map { $0 * 4 })
        }
      }
    }
  }

  @Suite("Against equations of currents by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) + CentralityExamples.undirectedAssortment {
        let slow = SlowCentralities.resistances(graph, usesStrengths: graph.strengths != nil)
        let expected = slow.map { row -> Double in
          let reached = row.filter { $0 > 0 && $0 < .infinity }
          let share = Double(reached.count) / Double(max(graph.nodeCount - 1, 1))
          return reached.isEmpty ? 0 : share * Double(reached.count) / reached.reduce(0, +)
        }
        #expect(largestDifference(try CurrentFlowCloseness().run(on: graph).values, expected) < 1e-10)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(CurrentFlowCloseness(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
    }

    @Test func options() {
      expectRefusesDirected(CurrentFlowCloseness())
      expectStrengthRefusals(of: CurrentFlowCloseness(scale: .component, weight: .strengths))
      expectCancelled(CurrentFlowCloseness())
      #expect(throws: AlgorithmError.self) { try CurrentFlowCloseness().run(on: KnownGraphs.path(2001)) }
      expectParameters(
        of: CurrentFlowCloseness(),
        [
          "scale": ["component", "information", "wasserman-faust"], "weight": ["none", "strengths", "automatic"],
        ])
    }
  }
}
