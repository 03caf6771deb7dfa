import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Bidirectional Dijkstra")
struct BidirectionalDijkstraTests {
  @Suite("Known values")
  struct Known {
    @Test("Kite, florentine families, nothing between components, a node to itself")
    func classics() throws {
      let kite = try BidirectionalDijkstra(from: 0, to: 9).run(on: KnownGraphs.kite)
      #expect(kite?.nodes == [0, 5, 7, 8, 9])
      #expect(kite?.length == 4)
      #expect(try BidirectionalDijkstra(from: 0, to: 11).run(on: KnownGraphs.florentine) == nil)
      let here = try BidirectionalDijkstra(from: 3, to: 3).run(on: KnownGraphs.kite)
      #expect(here == Path(nodes: [3], edges: [], length: 0))
    }

    @Test("The way of fewer steps is not the shortest by length")
    func lengths() throws {
      let graph = FormulaGraphs.graph(4, [(0, 3), (0, 1), (1, 2), (2, 3)], isDirected: true)
        .withLengths([1, 10, 2, 3])
      // Edges are numbered by their ends: (0, 1), (0, 3), (1, 2), (2, 3).
      #expect(try BidirectionalDijkstra(from: 0, to: 3).run(on: graph)?.edges == [0, 2, 3])
      #expect(try BidirectionalDijkstra(from: 0, to: 3, metric: .steps).run(on: graph)?.edges == [1])
      #expect(try BidirectionalDijkstra(from: 3, to: 0).run(on: graph) == nil)
      #expect(try BidirectionalDijkstra(from: 3, to: 0, direction: .in).run(on: graph)?.edges == [3, 2, 0])
    }
  }

  @Suite("Properties and all distances")
  struct Checker {
    @Test("The way exists and is as long as the distance", arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws { try check(graph) }

    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small { try check(FormulaGraphs.weighted(graph)) }
    }

    private func check(_ graph: CSRGraph) throws {
      let slow = SlowPaths(graph, .out, usesLengths: graph.lengths != nil).distances
      for source in 0..<min(graph.nodeCount, 4) {
        for target in 0..<graph.nodeCount {
          let path = try BidirectionalDijkstra(from: source, to: target).run(on: graph)
          #expect(path?.length ?? .infinity == slow[source][target])
          guard let path else { continue }
          #expect(graph.isWay(path))
          #expect(path.nodes.first == source && path.nodes.last == target)
          #expect(path.edges.reduce(0) { $0 + (graph.lengths?[$1] ?? 1) } == path.length)
        }
      }
    }

    @Test("All directions", arguments: EdgeDirection.allCases)
    func directions(direction: EdgeDirection) throws {
      for graph in RandomGraphs.assortment where graph.isDirected {
        let tree = try Dijkstra(from: 0, direction: direction).run(on: graph)
        for target in 0..<graph.nodeCount {
          let path = try BidirectionalDijkstra(from: 0, to: target, direction: direction).run(on: graph)
          #expect(path?.length ?? .infinity == tree.distances[target])
        }
      }
    }

    @Test("Edge order changes nothing")
    func order() throws {
      for graph in RandomGraphs.assortment where !graph.hasParallels {
        let search = BidirectionalDijkstra(from: 0, to: graph.nodeCount - 1)
        #expect(try search.run(on: graph) == (try search.run(on: graph.shuffled(seed: 5))))
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try BidirectionalDijkstra(from: 0, to: 1, metric: .lengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try BidirectionalDijkstra(from: 0, to: 1).run(on: KnownGraphs.path(3).withLengths([-1, 1]))
      }
      #expect(throws: AlgorithmError.cancelled) {
        try BidirectionalDijkstra(from: 0, to: 1).run(on: KnownGraphs.kite, in: .cancelled)
      }
      let zero = KnownGraphs.path(3).withLengths([0, 0])
      #expect(try BidirectionalDijkstra(from: 0, to: 2).run(on: zero)?.length == 0)
      #expect(try BidirectionalDijkstra(from: 0, to: 0).run(on: FormulaGraphs.graph(1, [(0, 0)]))?.edges == [])
      expectParameters(
        of: BidirectionalDijkstra(from: 0, to: 1),
        ["direction": ["out", "in", "all"], "metric": ["automatic", "steps", "lengths"]])
    }
  }
}
