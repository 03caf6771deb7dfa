import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Dyad census")
struct DyadCensusTests {
  @Suite("Known values")
  struct Known {
    // python-igraph 1.0.0: dyad_census() of the formula graph.
    @Test("The formula graph: 5 mutual, 20 asymmetric, 41 null")
    func formula() throws {
      #expect(try DyadCensus().run(on: FormulaGraphs.directed) == DyadCounts(mutual: 5, asymmetric: 20, null: 41))
      #expect(try DyadCensus().run(on: KnownGraphs.florentine) == DyadCounts(mutual: 20, asymmetric: 0, null: 100))
      #expect(
        try DyadCensus().run(on: KnownGraphs.cycle(5, isDirected: true))
          == DyadCounts(mutual: 0, asymmetric: 5, null: 5))
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Every pair once; numbers, order and reversal make no difference")
    func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        let pairs = slow.nodes.flatMap { u in slow.nodes.filter { $0 > u }.map { NodePair(u, $0) } }
        let kinds = pairs.map { pair in
          (slow.leads[pair.source][pair.target] ? 1 : 0) + (slow.leads[pair.target][pair.source] ? 1 : 0)
        }
        let expected = DyadCounts(
          mutual: kinds.count { $0 == 2 }, asymmetric: kinds.count { $0 == 1 }, null: kinds.count { $0 == 0 })
        #expect(try DyadCensus().run(on: graph) == expected)
        let copy = graph.relabelled(randomOrder(graph.nodeCount, seed: 2)).shuffled(seed: 3).reversed().graph
        #expect(try DyadCensus().run(on: copy) == expected)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try DyadCensus().run(on: $0).null } == [0, 0, 1, 0, 0, 6])
      #expect(throws: AlgorithmError.cancelled) { try DyadCensus().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: DyadCensus(), [:])
    }
  }
}
