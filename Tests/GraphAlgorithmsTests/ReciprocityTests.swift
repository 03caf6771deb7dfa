import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Reciprocity")
struct ReciprocityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: overall_reciprocity(G) = 1/3; python-igraph 1.0.0 reciprocity() agrees. With strengths, by
    // numpy: numpy.minimum(W, W.T).sum() / W.sum() = 20 / 75.
    @Test("The formula graph")
    func formula() throws {
      let graph = FormulaGraphs.weighted(FormulaGraphs.directed)
      #expect(try Reciprocity().run(on: graph) == ReciprocityShare(returned: 10, total: 30))
      #expect(try Reciprocity(weight: .strengths).run(on: graph) == ReciprocityShare(returned: 20, total: 75))
    }

    @Test("A cycle returns nothing, an undirected graph everything")
    func extremes() throws {
      #expect(try Reciprocity().run(on: KnownGraphs.cycle(5, isDirected: true)).reciprocity == 0)
      #expect(try Reciprocity().run(on: KnownGraphs.karate).reciprocity == 1)
      #expect(try Reciprocity(weight: .strengths).run(on: KnownGraphs.lesMiserables).reciprocity == 1)
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Sums over ordered pairs; numbers, order and reversal make no difference")
    func definition() throws {
      for graph in AllGraphs.small.map(FormulaGraphs.weighted) + RandomGraphs.assortment
      where graph.pairs.contains(where: { $0.source != $0.target }) {
        for weight in [TieWeight.none, .strengths] where weight == .none || graph.strengths != nil {
          let matrix = table(graph, weight)
          var returned = 0.0
          for u in matrix.indices { for v in matrix.indices { returned += min(matrix[u][v], matrix[v][u]) } }
          let expected = ReciprocityShare(returned: returned, total: matrix.flatMap { $0 }.reduce(0, +))
          #expect(try Reciprocity(weight: weight).run(on: graph) == expected)
          let copy = graph.relabelled(randomOrder(graph.nodeCount, seed: 2)).shuffled(seed: 3).reversed().graph
          #expect(try Reciprocity(weight: weight).run(on: copy) == expected)
        }
      }
    }

    private func table(_ graph: CSRGraph, _ weight: TieWeight) -> [[Double]] {
      var table = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
      for (edge, pair) in graph.pairs.enumerated() where pair.source != pair.target {
        for (u, v) in [(pair.source, pair.target), (pair.target, pair.source)].prefix(graph.isDirected ? 1 : 2) {
          table[u][v] = weight == .none ? 1 : table[u][v] + (graph.strengths?[edge] ?? .nan)
        }
      }
      return table
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for (index, graph) in KnownGraphs.trivial(isDirected: true).enumerated() {
        if index == 3 {
          #expect(try Reciprocity().run(on: graph).reciprocity == 0)
        } else {
          #expect(throws: AlgorithmError.self) { try Reciprocity().run(on: graph) }
        }
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Reciprocity(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try Reciprocity(weight: .strengths).run(on: KnownGraphs.path(3).withStrengths([1, -1]))
      }
      #expect(throws: AlgorithmError.cancelled) { try Reciprocity().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Reciprocity(), ["weight": ["automatic", "none", "strengths"]])
    }
  }
}
