import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Bellman–Ford")
struct BellmanFordTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: single_source_bellman_ford_path_length(G, 0) gives {0: 0, 1: 2, 2: 4, 3: 7, 4: −2}.
    @Test("The textbook network with negative lengths")
    func textbook() throws {
      let ends = [(0, 1), (0, 3), (1, 2), (1, 3), (1, 4), (2, 1), (3, 2), (3, 4), (4, 0), (4, 2)]
      let graph = FormulaGraphs.graph(5, ends, isDirected: true).withLengths([6, 7, 5, 8, -4, -2, -3, 9, 2, 7])
      let tree = try BellmanFord(from: 0).run(on: graph)
      #expect(tree.distances == [0, 2, 4, 7, -2])
      #expect(tree.path(to: 4)?.nodes == [0, 3, 2, 1, 4])
    }

    @Test("A negative cycle is returned with its edges in order")
    func negativeCycle() {
      let ends = [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)]
      let graph = FormulaGraphs.graph(5, ends, isDirected: true).withLengths([1, 1, 1, -3, 1])
      #expect(throws: AlgorithmError.negativeCycle(edges: [1, 2, 3])) { try BellmanFord(from: 0).run(on: graph) }
      #expect(throws: Never.self) { try BellmanFord(from: 4).run(on: graph) }
    }

    @Test("An undirected negative edge is a cycle there and back, a negative loop one by itself")
    func undirected() {
      let edge = FormulaGraphs.graph(2, [(0, 1)]).withLengths([-1])
      #expect(throws: AlgorithmError.negativeCycle(edges: [0, 0])) { try BellmanFord(from: 0).run(on: edge) }
      let loop = FormulaGraphs.graph(1, [(0, 0)], isDirected: true).withLengths([-1])
      #expect(throws: AlgorithmError.negativeCycle(edges: [0])) { try BellmanFord(from: 0).run(on: loop) }
    }

    @Test("0.3 − 0.1 − 0.2 is no gain, whatever the last bits say")
    func rounding() throws {
      let ends = [(0, 1), (1, 2), (2, 0)]
      for lengths in [[0.3, -0.1, -0.2], [-0.1, -0.2, 0.3], [-0.2, 0.3, -0.1]] as [[Double]] {
        let graph = FormulaGraphs.graph(3, ends, isDirected: true).withLengths(lengths)
        #expect(try BellmanFord(from: 0).run(on: graph).distances[0] == 0)
      }
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Without negative lengths it agrees with Dijkstra", arguments: RandomGraphs.assortment)
    func dijkstra(graph: CSRGraph) throws {
      guard graph.lengths != nil else { return }
      for direction in EdgeDirection.allCases {
        #expect(
          try BellmanFord(from: 0, direction: direction).run(on: graph).distances
            == (try Dijkstra(from: 0, direction: direction).run(on: graph).distances))
      }
      let tree = try BellmanFord(from: 1).run(on: graph)
      #expect(try BellmanFord(from: 1).run(on: graph.shuffled(seed: 3)).distances == tree.distances)
      #expect(try BellmanFord(from: 1).run(on: graph.scaled(by: 4)).distances == tree.distances.map { 4 * $0 })
    }

    @Test("Lengths shifted by potentials shift distances, and never make a negative cycle")
    func potentials() throws {
      for graph in RandomGraphs.assortment where graph.lengths != nil && graph.isDirected {
        let potential = (0..<graph.nodeCount).map { Double(($0 * 7) % 5) }
        let lengths = graph.pairs.enumerated().map { edge, pair in
          (graph.lengths?[edge] ?? 0) + potential[pair.target] - potential[pair.source]
        }
        let plain = try Dijkstra(from: 0).run(on: graph).distances
        let shifted = try BellmanFord(from: 0).run(on: graph.withLengths(lengths)).distances
        #expect(shifted == plain.indices.map { plain[$0] + potential[$0] - potential[0] })
      }
    }
  }

  @Suite("Against Floyd and Warshall")
  struct Checker {
    @Test func smallDirectedGraphs() throws {
      for graph in AllGraphs.directedShapes(upTo: 4) where graph.nodeCount > 0 {
        for shift in 0..<4 {
          try check(graph.withLengths((0..<graph.edgeCount).map { Double((3 * $0 + shift * 5) % 7 - 2) }))
        }
      }
      for seed in 0..<60 as Range<UInt64> {
        var random = SeededGenerator(seed: seed)
        let graph = RandomGraphs.graph(
          GraphRecipe(nodes: 7, edges: 14, isDirected: true, allowsLoopsAndParallels: true), seed: seed)
        try check(graph.withLengths((0..<graph.edgeCount).map { _ in Double(random.nextIndex(below: 12) - 2) }))
      }
    }

    private func check(_ graph: CSRGraph) throws {
      let nodes = 0..<graph.nodeCount
      var slow = nodes.map { u in nodes.map { u == $0 ? 0 : Double.infinity } }
      for (edge, pair) in graph.pairs.enumerated() {
        slow[pair.source][pair.target] = min(slow[pair.source][pair.target], graph.lengths?[edge] ?? .nan)
      }
      for middle in nodes {
        for u in nodes { for v in nodes { slow[u][v] = min(slow[u][v], slow[u][middle] + slow[middle][v]) } }
      }
      let hasCycle = nodes.contains { slow[$0][$0] < 0 && slow[0][$0] < .infinity }
      switch outcome(graph) {
      case .success(let tree):
        #expect(tree.distances == slow[0])
        #expect(!hasCycle)
      case .failure(.negativeCycle(let edges)):
        #expect(hasCycle)
        #expect(edges.reduce(0) { $0 + (graph.lengths?[$1] ?? .nan) } < 0)
        for (edge, next) in zip(edges, edges.dropFirst() + edges.prefix(1)) {
          #expect(graph.pairs[edge].target == graph.pairs[next].source)
        }
      case .failure(let error): Issue.record(error)
      }
    }

    private func outcome(_ graph: CSRGraph) -> Result<PathTree, AlgorithmError> {
      Result { () throws(AlgorithmError) in try BellmanFord(from: 0).run(on: graph) }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.missingColumn(.length)) { try BellmanFord(from: 0).run(on: KnownGraphs.kite) }
      for bad in [.nan, .infinity, -.infinity] as [Double] {
        #expect(throws: AlgorithmError.self) {
          try BellmanFord(from: 0).run(on: KnownGraphs.path(3).withLengths([1, bad]))
        }
      }
      #expect(throws: AlgorithmError.self) {
        try BellmanFord(from: 0).run(on: KnownGraphs.path(3).withLengths([1e308, 1e308]))
      }
      #expect(throws: AlgorithmError.cancelled) {
        try BellmanFord(from: 0).run(on: KnownGraphs.path(3).withLengths([1, 1]), in: .cancelled)
      }
      let apart = FormulaGraphs.graph(2, []).withLengths([])
      #expect(try BellmanFord(from: 0).run(on: apart).distances == [0, .infinity])
      expectParameters(of: BellmanFord(from: 0), ["direction": ["out", "in", "all"]])
    }
  }
}
