import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Transitivity")
struct TransitivityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: transitivity(G); python-igraph 1.0.0 transitivity_undirected() agrees.
    @Test("Karate club 0.2557, Les Misérables, florentine families, kite")
    func classics() throws {
      let karate = try Transitivity().run(on: KnownGraphs.karate)
      #expect(abs(karate.transitivity - 0.2556818181818182) < 1e-15)
      #expect(karate.triangles == 45)
      #expect(karate.connectedTriples == 528)
      #expect(abs(try share(KnownGraphs.lesMiserables) - 0.49893162393162394) < 1e-15)
      #expect(abs(try share(KnownGraphs.florentine) - 0.19148936170212766) < 1e-15)
      #expect(abs(try share(KnownGraphs.kite) - 0.5789473684210527) < 1e-15)
      #expect(try share(KnownGraphs.complete(5)) == 1)
      #expect(try share(KnownGraphs.star(5)) == 0)
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Closed over all paths of two steps, whatever the direction, the numbers, the order")
    func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        let degrees = slow.nodes.map { slow.neighbors(of: $0).count }
        let triples = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        let closed = slow.nodes.reduce(0) { $0 + slow.closedPairs(at: $1).count }
        let found = try Transitivity().run(on: graph)
        #expect(found.connectedTriples == Double(triples))
        #expect(found.triangles == Double(closed / 3))
        #expect(found.transitivity == (triples > 0 ? Double(closed) / Double(triples) : 0))
      }
      for graph in RandomGraphs.assortment {
        let found = try Transitivity().run(on: graph)
        #expect(try Transitivity().run(on: graph.relabelled(randomOrder(graph.nodeCount, seed: 1))) == found)
        #expect(try Transitivity().run(on: graph.shuffled(seed: 1), in: RunContext(threads: 4)) == found)
        #expect(try Transitivity().run(on: graph.adding([NodePair(1, 1)])) == found)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + KnownGraphs.trivial(isDirected: true) {
        let none = TransitivityCount(transitivity: 0, triangles: 0, connectedTriples: 0)
        #expect(try Transitivity().run(on: graph) == none)
      }
      #expect(throws: AlgorithmError.cancelled) { try Transitivity().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Transitivity(), [:])
    }
  }
}

private func share(_ graph: CSRGraph) throws -> Double { try Transitivity().run(on: graph).transitivity }
