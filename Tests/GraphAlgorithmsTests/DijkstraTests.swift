import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Dijkstra")
struct DijkstraTests {
  @Suite("Known values")
  struct Known {
    @Test("A detour that is shorter than the direct edge")
    func detour() throws {
      let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
      let graph = CSRGraph(
        nodeCount: 5, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [1, 4, 2, 0.5]))
      let tree = try Dijkstra(from: 0).run(on: graph)
      #expect(tree.distances == [0, 1, 3, 3.5, .infinity])
      #expect(tree.parents == [-1, 0, 1, 2, -1])
      #expect(tree.path(to: 3) == Path(nodes: [0, 1, 2, 3], edges: [0, 2, 3], length: 3.5))
      #expect(tree.path(to: 4) == nil)
      #expect(try Dijkstra(from: 3, direction: .in).run(on: graph).distances == [3.5, 2.5, 0.5, 0, .infinity])
      #expect(try Dijkstra(from: 0, metric: .steps).run(on: graph).distances == [0, 1, 1, 2, .infinity])
    }

    // NetworkX 3.6.1: single_source_dijkstra_path_length(G, 0, weight="length")
    @Test("The sample graph by length")
    func sample() throws {
      let tree = try Dijkstra(from: 0).run(on: SampleGraphs.twoRings)
      #expect(tree.distances == [0, 1, 1.5, 1.25, 0.25, 1.25, .infinity])
    }

    @Test("Ties: the smallest edge number wins, also when sums differ in the last bit")
    func ties() throws {
      let edges = [NodePair(0, 1), NodePair(0, 3), NodePair(1, 3), NodePair(2, 3), NodePair(0, 2)]
      let graph = CSRGraph(
        nodeCount: 4, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [0.1, 0.3, 0.2, 0, 0.3]))
      for seed in 0..<10 {
        let tree = try Dijkstra(from: 0).run(on: graph.shuffled(seed: UInt64(seed)))
        #expect(tree.parentEdges == [-1, 0, 1, 2])
      }
    }

    @Test("Lengths of 0 make no circles")
    func zeroLengths() throws {
      let graph = KnownGraphs.complete(6).withLengths([Double](repeating: 0, count: 15))
      for source in 0..<6 {
        let tree = try Dijkstra(from: source).run(on: graph)
        #expect(tree.distances == [0, 0, 0, 0, 0, 0])
        try expectPathsFit(tree, graph, cost: { _ in 0 })
      }
    }
  }

  @Suite("Properties")
  struct Properties {
    private static let weighted = RandomGraphs.assortment.filter { $0.lengths != nil }

    @Test("Paths fit, and the tree follows nodes, edges and scales", arguments: weighted)
    func relations(graph: CSRGraph) throws {
      let lengths = graph.lengths ?? []
      for source in 0..<graph.nodeCount {
        let tree = try Dijkstra(from: source).run(on: graph)
        try expectPathsFit(tree, graph, cost: { lengths[$0] })
        let order = randomOrder(graph.nodeCount, seed: 8)
        let relabelled = try Dijkstra(from: order[source]).run(on: graph.relabelled(order))
        #expect(order.map { relabelled.distances[$0] } == tree.distances)
        let scaled = try Dijkstra(from: source).run(on: graph.scaled(by: 0x1p-30))
        #expect(scaled.distances == tree.distances.map { $0 * 0x1p-30 })
        #expect(scaled.parentEdges == tree.parentEdges)
        #expect(try Dijkstra(from: source, direction: .in).run(on: graph.reversed().graph).distances == tree.distances)
        if !graph.hasParallels { #expect(try Dijkstra(from: source).run(on: graph.shuffled(seed: 2)) == tree) }
      }
    }

    @Test("Distances keep the triangle inequality, and another edge never makes them longer", arguments: weighted)
    func inequalities(graph: CSRGraph) throws {
      let nodes = 0..<graph.nodeCount
      let rows = try nodes.map { try Dijkstra(from: $0).run(on: graph).distances }
      for u in nodes {
        #expect(rows[u][u] == 0)
        for v in nodes { #expect(nodes.allSatisfy { rows[u][$0] <= rows[u][v] + rows[v][$0] }) }
      }
      let grown = graph.adding([NodePair(0, 4)])
      let after = try nodes.map { try Dijkstra(from: $0).run(on: grown).distances }
      #expect(zip(rows.joined(), after.joined()).allSatisfy { $1 <= $0 })
      if !graph.isDirected { for u in nodes { #expect(nodes.allSatisfy { rows[u][$0] == rows[$0][u] }) } }
    }

    @Test("The same to the last bit whether some edge elsewhere is so short that distances must be sorted, or none is")
    func shortEdgeElsewhere() throws {
      for seed in 0..<12 {
        let recipe = GraphRecipe(nodes: 300, edges: 1500, isDirected: seed % 2 == 0, weightSteps: 3)
        var graph = RandomGraphs.graph(recipe, seed: UInt64(seed))
        if seed % 4 > 1 {
          var random = SeededGenerator(seed: UInt64(seed))
          graph = graph.withLengths((0..<graph.edgeCount).map { _ in 0.1 * Double(1 + random.nextIndex(below: 40)) })
        }
        let shortest = [NodePair(graph.nodeCount, graph.nodeCount + 1)]
        let apart = CSRGraph(
          nodeCount: graph.nodeCount + 2, edges: graph.pairs + shortest, isDirected: graph.isDirected,
          columns: EdgeColumns(lengths: (graph.lengths ?? []) + [1e-9]))
        for direction in EdgeDirection.allCases {
          let tree = try Dijkstra(from: 7, direction: direction).run(on: graph)
          let sorted = try Dijkstra(from: 7, direction: direction).run(on: apart)
          #expect(tree.distances == Array(sorted.distances.dropLast(2)))
          #expect(tree.parentEdges == Array(sorted.parentEdges.dropLast(2)))
          #expect(tree.parents == Array(sorted.parents.dropLast(2)))
          let search = Dijkstra(from: 7, direction: direction)
          #expect(try search.distances(on: graph, in: RunContext()) == tree.distances)
          #expect(try search.distances(on: apart, in: RunContext()) == sorted.distances)
        }
      }
    }

    @Test("An edge split into two halves leaves the other distances as they are")
    func splitEdge() throws {
      for graph in Self.weighted where graph.edgeCount > 0 {
        let pair = graph.pairs[0]
        let lengths = graph.lengths ?? []
        var edges = graph.pairs
        edges[0] = NodePair(pair.source, graph.nodeCount)
        let split = CSRGraph(
          nodeCount: graph.nodeCount + 1, edges: edges + [NodePair(graph.nodeCount, pair.target)],
          isDirected: graph.isDirected,
          columns: EdgeColumns(lengths: [lengths[0] / 2] + lengths.dropFirst() + [lengths[0] / 2]))
        let before = try Dijkstra(from: 0).run(on: graph).distances
        #expect(Array(try Dijkstra(from: 0).run(on: split).distances.dropLast()) == before)
      }
    }
  }

  @Suite("Against Floyd and Warshall's distances")
  struct Checker {
    @Test(arguments: RandomGraphs.assortment)
    func distances(graph: CSRGraph) throws {
      for direction in EdgeDirection.allCases {
        let rows = SlowPaths(graph, direction, usesLengths: graph.lengths != nil).distances
        for source in 0..<graph.nodeCount {
          let tree = try Dijkstra(from: source, direction: direction).run(on: graph)
          #expect(largestDifference(tree.distances, rows[source]) < 1e-12)
        }
      }
    }

    @Test("Random lengths, not only round ones")
    func randomLengths() throws {
      for seed in 0..<20 {
        let graph = RandomGraphs.graph(GraphRecipe(nodes: 15, edges: 45, isDirected: true), seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        let lengths = (0..<graph.edgeCount).map { _ in random.nextUnit() }
        let weighted = graph.withLengths(lengths)
        let rows = SlowPaths(weighted, usesLengths: true).distances
        for source in 0..<15 {
          let tree = try Dijkstra(from: source).run(on: weighted)
          #expect(largestDifference(tree.distances, rows[source]) < 1e-12)
          try expectPathsFit(tree, weighted, cost: { lengths[$0] })
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Lengths must be there, not negative and finite")
    func lengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.length)) { try Dijkstra(from: 0, metric: .lengths).run(on: path) }
      let negative = AlgorithmError.unfitValue(
        column: .length, edge: 1, value: -1, needed: "a finite length of 0 or more")
      #expect(throws: negative) { try Dijkstra(from: 0).run(on: path.withLengths([1, -1])) }
      for bad: Double in [.infinity, .nan, -.infinity] {
        #expect(throws: AlgorithmError.self) { try Dijkstra(from: 0).run(on: path.withLengths([1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try Dijkstra(from: 0).run(on: path.withLengths([1.7e308, 1.7e308])) }
    }

    @Test("Trivial graphs")
    func trivial() throws {
      let far = Double.infinity
      let distances = try KnownGraphs.trivial(isDirected: false).dropFirst().map { graph in
        try Dijkstra(from: 0).run(on: graph.withLengths(graph.pairs.map { _ in 2 })).distances
      }
      #expect(distances == [[0], [0, far], [0, 2], [0], [0, far, far, far]])
    }

    @Test("A distance beside which the shortest edge is next to nothing")
    func longWays() throws {
      var lengths = [Double](repeating: 16_000, count: 70_000)
      lengths[0] = 1
      lengths[69_999] = 1.5
      let tree = try Dijkstra(from: 0).run(on: KnownGraphs.path(70_001).withLengths(lengths))
      #expect(tree.distances[70_000] == 69_998 * 16_000 + 2.5)
      #expect(tree.parents.dropFirst().enumerated().allSatisfy { $0 == Int($1) })
    }

    @Test("Very different lengths neither crash nor vanish")
    func extremes() throws {
      let graph = KnownGraphs.path(4).withLengths([1e300, 1, 1e-300])
      #expect(try Dijkstra(from: 3).run(on: graph).distances == [1e300, 1, 1e-300, 0])
    }

    @Test("Stops when cancelled, within 1,024 nodes; options are set from text")
    func running() {
      let graph = KnownGraphs.path(2000).withLengths([Double](repeating: 1, count: 1999))
      #expect(throws: AlgorithmError.cancelled) { try Dijkstra(from: 0).run(on: graph, in: .cancelled) }
      expectParameters(
        of: Dijkstra(from: 0), ["direction": ["in", "all", "out"], "metric": ["steps", "lengths", "automatic"]])
    }
  }
}
