import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Spanning forest")
struct MinimumSpanningTreeTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: the weights of minimum_spanning_tree(lesmis) add up to 105, of maximum_spanning_tree to 366.
    @Test("Les Misérables: the shortest tree comes to 105, the strongest to 366")
    func lesMiserables() throws {
      let novel = KnownGraphs.lesMiserables
      let strongest = try MinimumSpanningTree(goal: .strongest).run(on: novel)
      #expect(strongest.total == 366)
      #expect(strongest.edges.count == 76)
      #expect(strongest.treeCount == 1)
      let lengths = novel.withLengths(novel.strengths ?? [])
      #expect(try MinimumSpanningTree().run(on: lengths).total == 105)
    }

    @Test("Without lengths each edge counts 1; a forest has a tree for each component")
    func unweighted() throws {
      let forest = try MinimumSpanningTree().run(on: KnownGraphs.florentine)
      #expect(forest.total == 14)
      #expect(forest.treeCount == 2)
    }

    @Test("Negative lengths are allowed, loops are never taken, the best of parallel edges is")
    func special() throws {
      let graph = FormulaGraphs.graph(2, [(0, 0), (0, 1), (0, 1)]).withLengths([-5, 2, -1])
      #expect(try MinimumSpanningTree().run(on: graph) == SpanningForest(edges: [2], total: -1, treeCount: 1))
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Connects what is connected, in any order and under any numbers", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let forest = try MinimumSpanningTree().run(on: graph)
      let components = SlowStructure(graph, ignoringDirection: true).components
      let kept = graph.removing(edges: Set(0..<graph.edgeCount).subtracting(forest.edges))
      #expect(SlowStructure(kept, ignoringDirection: true).components == components)
      #expect(forest.edges.count == graph.nodeCount - components.groupCount)
      #expect(forest.treeCount == components.groupCount)
      let order = randomOrder(graph.nodeCount, seed: 5)
      #expect(try MinimumSpanningTree().run(on: graph.relabelled(order)).total == forest.total)
      #expect(try MinimumSpanningTree().run(on: graph.shuffled(seed: 5)).total == forest.total)
      #expect(try MinimumSpanningTree().run(on: graph.reversed().graph).total == forest.total)
    }
  }

  @Suite("Against Prim's way and all sets of edges")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small.map(FormulaGraphs.weighted) {
        let components = SlowStructure(graph, ignoringDirection: true).components
        let sums = (0..<(1 << graph.edgeCount)).compactMap { mask -> [Double]? in
          let chosen = (0..<graph.edgeCount).filter { mask >> $0 & 1 == 1 }
          guard chosen.count == graph.nodeCount - components.groupCount else { return nil }
          let kept = graph.removing(edges: Set(0..<graph.edgeCount).subtracting(chosen))
          guard SlowStructure(kept, ignoringDirection: true).components == components else { return nil }
          return [graph.lengths, graph.strengths].map { column in chosen.reduce(0) { $0 + (column?[$1] ?? .nan) } }
        }
        #expect(try MinimumSpanningTree().run(on: graph).total == sums.map { $0[0] }.min())
        #expect(try MinimumSpanningTree(goal: .strongest).run(on: graph).total == sums.map { $0[1] }.max())
      }
    }

    @Test func randomGraphs() throws {
      for graph in RandomGraphs.assortment {
        #expect(try MinimumSpanningTree().run(on: graph).total == prim(graph))
      }
    }

    private func prim(_ graph: CSRGraph) -> Double {
      var isIn = [Bool](repeating: false, count: graph.nodeCount)
      var total = 0.0
      while true {
        let best = graph.pairs.indices.filter { isIn[graph.pairs[$0].source] != isIn[graph.pairs[$0].target] }
          .min { (graph.lengths?[$0] ?? 1) < (graph.lengths?[$1] ?? 1) }
        if let best {
          total += graph.lengths?[best] ?? 1
          isIn[graph.pairs[best].source] = true
          isIn[graph.pairs[best].target] = true
        } else if let next = isIn.firstIndex(of: false) {
          isIn[next] = true
        } else {
          return total
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try MinimumSpanningTree(goal: .strongest).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try MinimumSpanningTree().run(on: KnownGraphs.path(3).withLengths([1, .nan]))
      }
      #expect(throws: AlgorithmError.self) {
        try MinimumSpanningTree(goal: .strongest).run(on: KnownGraphs.path(3).withStrengths([1, 0]))
      }
      #expect(throws: AlgorithmError.self) {
        try MinimumSpanningTree().run(on: KnownGraphs.path(3).withLengths([1e308, 1e308]))
      }
      #expect(throws: AlgorithmError.cancelled) { try MinimumSpanningTree().run(on: KnownGraphs.kite, in: .cancelled) }
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try MinimumSpanningTree().run(on: $0).treeCount }
          == [0, 1, 2, 1, 1, 4])
      expectParameters(of: MinimumSpanningTree(), ["goal": ["shortest", "strongest"]])
    }
  }
}
