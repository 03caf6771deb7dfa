import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Breadth-first search")
struct BreadthFirstTests {
  @Suite("Known values")
  struct Known {
    @Test("Steps along a path, and the way back")
    func path() throws {
      let tree = try BreadthFirst(from: 1).run(on: KnownGraphs.path(5))
      #expect(tree.distances == [1, 0, 1, 2, 3])
      #expect(tree.parents == [1, -1, 1, 2, 3])
      #expect(tree.parentEdges == [0, -1, 1, 2, 3])
      #expect(tree.path(to: 4) == Path(nodes: [1, 2, 3, 4], edges: [1, 2, 3], length: 3))
      #expect(tree.path(to: 1) == Path(nodes: [1], edges: [], length: 0))
    }

    // NetworkX 3.6.1: diameter(karate), average_shortest_path_length(karate)
    @Test("The karate club is 5 steps wide, 2.4082 on average")
    func karate() throws {
      let distances = try (0..<34).flatMap { try BreadthFirst(from: $0).run(on: KnownGraphs.karate).distances }
      #expect(distances.max() == 5)
      let mean = distances.reduce(0, +) / 1122
      #expect(abs(mean - 2.408199643493761) < 1e-12)
    }

    @Test("On a grid the distance is the sum of the differences of rows and columns")
    func grid() throws {
      let tree = try BreadthFirst(from: 0).run(on: KnownGraphs.grid(10))
      let expected = (0..<100).map { node -> Double in Double(node / 10 + node % 10) }
      #expect(tree.distances == expected)
    }

    @Test("Directions: forward, backward, either way")
    func directions() throws {
      let graph = KnownGraphs.path(3, isDirected: true)
      #expect(try BreadthFirst(from: 1).run(on: graph).distances == [.infinity, 0, 1])
      #expect(try BreadthFirst(from: 1, direction: .in).run(on: graph).distances == [1, 0, .infinity])
      #expect(try BreadthFirst(from: 1, direction: .all).run(on: graph).distances == [1, 0, 1])
      #expect(try BreadthFirst(from: 2).run(on: graph).path(to: 0) == nil)
    }

    @Test("Among equally short ways the smallest edge number wins")
    func ties() throws {
      let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 3), NodePair(2, 3), NodePair(2, 3)]
      let tree = try BreadthFirst(from: 0).run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false))
      #expect(tree.parents == [-1, 0, 0, 1])
      #expect(tree.parentEdges == [-1, 0, 1, 2])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      for source in [0, graph.nodeCount - 1] {
        let tree = try BreadthFirst(from: source).run(on: graph)
        let order = randomOrder(graph.nodeCount, seed: 8)
        let relabelled = try BreadthFirst(from: order[source]).run(on: graph.relabelled(order))
        #expect(order.map { relabelled.distances[$0] } == tree.distances)
        #expect(
          try BreadthFirst(from: source, direction: .in).run(on: graph.reversed().graph).distances == tree.distances)
        let looped = try BreadthFirst(from: source).run(on: graph.adding([NodePair(1, 1)]))
        #expect(looped.distances == tree.distances)
        if !graph.hasParallels {
          #expect(try BreadthFirst(from: source).run(on: graph.shuffled(seed: 2)) == tree)
        }
        if !graph.isDirected {
          #expect(try BreadthFirst(from: source).run(on: graph.asDirected()).distances == tree.distances)
        }
        try expectPathsFit(tree, graph, cost: { _ in 1 })
      }
    }
  }

  @Suite("Against Floyd and Warshall's distances")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for direction in EdgeDirection.allCases where graph.isDirected || direction == .out {
          let rows = SlowPaths(graph, direction).distances
          for source in 0..<graph.nodeCount {
            #expect(try BreadthFirst(from: source, direction: direction).run(on: graph).distances == rows[source])
          }
        }
      }
    }
  }

  @Suite("Refusals and sizes")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      let distances = try KnownGraphs.trivial(isDirected: true).dropFirst().map {
        try BreadthFirst(from: 0).run(on: $0).distances
      }
      let far = Double.infinity
      #expect(distances == [[0], [0, far], [0, 1], [0], [0, far, far, far]])
    }

    @Test("A path of a million nodes")
    func longPath() throws {
      let tree = try BreadthFirst(from: 0).run(on: KnownGraphs.path(1_000_000))
      #expect(tree.distances.last == 999_999)
    }

    @Test("Stops when cancelled, within 1,024 nodes; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) {
        try BreadthFirst(from: 0).run(on: KnownGraphs.path(2000), in: .cancelled)
      }
      expectParameters(of: BreadthFirst(from: 0), ["direction": ["in", "all", "out"]])
    }
  }
}
