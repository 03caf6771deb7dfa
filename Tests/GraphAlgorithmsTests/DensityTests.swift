import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Density")
struct DensityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: density(G).
    @Test("Karate club, Les Misérables, florentine families, complete graphs")
    func classics() throws {
      #expect(abs(try density(KnownGraphs.karate) - 0.13903743315508021) < 1e-16)
      #expect(abs(try density(KnownGraphs.lesMiserables) - 0.08680792891319207) < 1e-16)
      #expect(try Density().run(on: KnownGraphs.florentine) == DensityCount(tiedPairs: 20, possiblePairs: 120))
      #expect(try density(KnownGraphs.complete(7)) == 1)
      #expect(try density(KnownGraphs.complete(7, isDirected: true)) == 1)
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Tied pairs over all pairs; loops, parallels, numbers and order make no difference")
    func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        let ordered = slow.leads.flatMap { $0 }.count { $0 }
        let found = try Density().run(on: graph)
        #expect(found.tiedPairs == (graph.isDirected ? ordered : ordered / 2))
        let copy = graph.relabelled(randomOrder(graph.nodeCount, seed: 2)).shuffled(seed: 3)
        #expect(try Density().run(on: copy) == found)
        #expect(try Density().run(on: graph.adding(graph.pairs)) == found)
        #expect(try Density().run(on: graph.reversed().graph) == found)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try Density().run(on: $0).density } == [0, 0, 0, 1, 0, 0])
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try Density().run(on: $0).density } == [0, 0, 0, 0.5, 0, 0])
      #expect(throws: AlgorithmError.cancelled) { try Density().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Density(), [:])
    }
  }
}

private func density(_ graph: CSRGraph) throws -> Double { try Density().run(on: graph).density }
