import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Signed triangles")
struct SignedTrianglesTests {
  @Suite("Known values")
  struct Known {
    // Counted in numpy 2.4.6 over all sets of three nodes.
    @Test("In the monastery, both directions added up by sign")
    func monastery() throws {
      let found = try SignedTriangles().run(on: SignedGraphs.monastery)
      #expect([found.allFriendly, found.oneHostile, found.twoHostile, found.allHostile] == [21, 13, 65, 11])
      #expect(found.degreeOfBalance == 86.0 / 110)
    }

    @Test("The four kinds")
    func kinds() throws {
      let graph = SignedGraphs.graph(
        nodes: 12,
        [
          [0, 1, 1], [1, 2, 1], [0, 2, 1], [3, 4, 1], [4, 5, 1], [3, 5, -1], [6, 7, 1], [7, 8, -1], [6, 8, -1],
          [9, 10, -1], [10, 11, -1], [9, 11, -1],
        ])
      let found = try SignedTriangles().run(on: graph)
      #expect([found.allFriendly, found.oneHostile, found.twoHostile, found.allHostile] == [1, 1, 1, 1])
      #expect(found.balancedAtNode == [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0])
      #expect(found.unbalancedAtNode == [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Node counts add up to three times the triangles; turning all signs at a node keeps balance")
    func sums() throws {
      for graph in SignedGraphs.assortment {
        let found = try SignedTriangles().run(on: graph)
        #expect(found.balancedAtNode.reduce(0, +) == 3 * found.balanced)
        #expect(found.unbalancedAtNode.reduce(0, +) == 3 * found.unbalanced)
        let switched = try SignedTriangles().run(on: graph.switched(at: 2))
        #expect(switched.balanced == found.balanced)
        #expect(try SignedTriangles().run(on: graph.shuffled(seed: 3)) == found)
      }
    }

    @Test("A star of many leaves is no trouble")
    func star() throws {
      let star = KnownGraphs.star(2000)
      let graph = star.replacing(columns: EdgeColumns(signs: [Int8](repeating: -1, count: star.edgeCount)))
      #expect(try SignedTriangles().run(on: graph).degreeOfBalance == nil)
    }
  }

  @Suite("Against all sets of three")
  struct Checker {
    @Test func triangles() throws {
      for graph in SignedGraphs.all(4) + SignedGraphs.assortment {
        let found = try SignedTriangles().run(on: graph)
        #expect(
          [found.allFriendly, found.oneHostile, found.twoHostile, found.allHostile] == SlowSigned.triangles(graph))
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          #expect(try SignedTriangles().run(on: signed).degreeOfBalance == nil)
        }
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try SignedTriangles().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) {
        try SignedTriangles().run(on: SignedGraphs.tenNodes, in: .cancelled)
      }
    }

    @Test func parameters() {
      expectParameters(of: SignedTriangles(), [:])
    }
  }
}
