import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Dominator tree")
struct DominatorTreeTests {
  @Suite("Known values")
  struct Known {
    // The flow graph in the paper by Lengauer and Tarjan (R A B C D E F G H I J K L = 0 … 12) and its tree.
    @Test("The example of the paper")
    func paper() throws {
      let ends = [
        (0, 1), (0, 2), (0, 3), (1, 4), (2, 1), (2, 4), (2, 5), (3, 6), (3, 7), (4, 12), (5, 8), (6, 9), (7, 9),
        (7, 10), (8, 5), (8, 11), (9, 11), (10, 9), (11, 9), (11, 0), (12, 8),
      ]
      let tree = try DominatorTree(from: 0).run(on: FormulaGraphs.graph(13, ends, isDirected: true))
      #expect(tree.parents == [-1, 0, 0, 0, 0, 0, 3, 3, 0, 0, 7, 0, 4])
      #expect(tree.dominators(of: 10) == [0, 3, 7])
      #expect(tree.dominatedCounts == [12, 0, 0, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0])
    }

    @Test("On a path everybody is a gatekeeper, backwards too")
    func path() throws {
      let forward = try DominatorTree(from: 0).run(on: KnownGraphs.path(5, isDirected: true))
      #expect(forward.parents == [-1, 0, 1, 2, 3])
      let backward = try DominatorTree(from: 4, direction: .in).run(on: KnownGraphs.path(5, isDirected: true))
      #expect(backward.parents == [1, 2, 3, 4, -1])
    }

    @Test("A path of 100,000 nodes needs no deep stack")
    func longPath() throws {
      let tree = try DominatorTree(from: 0).run(on: KnownGraphs.path(100_000))
      #expect(tree.dominatedCounts[0] == 99_999)
    }
  }

  @Suite("Properties and removal")
  struct Properties {
    @Test("A node dominates exactly those that cannot be reached without it")
    func removal() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount > 0 {
        for direction in EdgeDirection.allCases {
          let tree = try DominatorTree(from: 0, direction: direction).run(on: graph)
          let reach = reached(graph, direction, without: nil)
          for node in 0..<graph.nodeCount {
            let slow = (0..<graph.nodeCount).filter { other in
              other != node && reach[node] && (other == 0 || !reached(graph, direction, without: other)[node])
            }
            #expect(Set(tree.dominators(of: node)) == Set(node == 0 ? [] : slow))
          }
        }
      }
    }

    private func reached(_ graph: CSRGraph, _ direction: EdgeDirection, without: Int?) -> [Bool] {
      let rest = graph.stripping(nodes: without.map { [$0] } ?? [])
      let oriented = direction == .in ? rest.reversed().graph : rest
      return SlowStructure(oriented, ignoringDirection: direction == .all).reaches[0]
    }

    @Test("Follows nodes to other numbers and edges to another order", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let tree = try DominatorTree(from: 0).run(on: graph)
      let order = randomOrder(graph.nodeCount, seed: 3)
      let relabelled = try DominatorTree(from: order[0]).run(on: graph.relabelled(order))
      #expect(order.map { relabelled.dominatedCounts[$0] } == tree.dominatedCounts)
      #expect(try DominatorTree(from: 0).run(on: graph.shuffled(seed: 1)) == tree)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Single nodes and loops; stops when cancelled")
    func trivial() throws {
      #expect(try DominatorTree(from: 0).run(on: FormulaGraphs.graph(1, [(0, 0)])).parents == [-1])
      #expect(try DominatorTree(from: 1).run(on: FormulaGraphs.graph(3, [])).parents == [-1, -1, -1])
      #expect(throws: AlgorithmError.cancelled) {
        try DominatorTree(from: 0).run(on: KnownGraphs.kite, in: .cancelled)
      }
      expectParameters(of: DominatorTree(from: 0), ["direction": ["out", "in", "all"]])
    }
  }
}
