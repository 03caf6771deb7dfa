import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Triangles")
struct TrianglesTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: triangles(karate).
    @Test("Karate club: 45 triangles")
    func karate() throws {
      let expected: [Double] = [
        18, 12, 11, 10, 2, 3, 3, 6, 5, 0, 2, 0, 1, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1, 4, 3, 3, 13, 15,
      ]
      let scores = try Triangles().run(on: KnownGraphs.karate)
      #expect(scores.values == expected)
      #expect(scores.values.reduce(0, +) == 3 * 45)
      #expect(scores.scale == "count")
    }

    @Test("Complete graph C(n − 1, 2), Les Misérables 467, trees none")
    func others() throws {
      #expect(try Triangles().run(on: KnownGraphs.complete(6)).values == [10, 10, 10, 10, 10, 10])
      #expect(try Triangles().run(on: KnownGraphs.lesMiserables).values.reduce(0, +) == 3 * 467)
      #expect(try Triangles().run(on: KnownGraphs.star(5)).values == [0, 0, 0, 0, 0, 0])
    }

    @Test("A star of 20,000 leaves is not gone through pair by pair")
    func star() throws {
      #expect(try Triangles().run(on: KnownGraphs.star(20_000)).values[0] == 0)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Other numbers, other order, threads, isolated nodes, loops, parallels", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      try expectInvariance(of: Triangles(), on: graph, tolerance: 0)
      let values = try Triangles().run(on: graph).values
      #expect(try Triangles().run(on: graph.withIsolatedNode()).values == values + [0])
      #expect(try Triangles().run(on: graph.adding([NodePair(0, 0)] + graph.pairs)).values == values)
      #expect(try Triangles().run(on: graph.reversed().graph).values == values)
      #expect(try Triangles().run(on: graph.union(graph)).values == values + values)
    }
  }

  @Suite("Against all sets of three")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        #expect(try Triangles().run(on: graph).values == slow.nodes.map { Double(slow.closedPairs(at: $0).count) })
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + KnownGraphs.trivial(isDirected: true) {
        #expect(try Triangles().run(on: graph).values.allSatisfy { $0 == 0 })
      }
      #expect(throws: AlgorithmError.cancelled) { try Triangles().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Triangles(), [:])
    }
  }
}
