import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Strength")
struct StrengthTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: dict(lesmis.degree(weight="weight")); python-igraph 1.0.0 strength() agrees.
    @Test("In Les Misérables Valjean's ties are the strongest together")
    func lesMiserables() throws {
      let scores = try Strength().run(on: KnownGraphs.lesMiserables)
      #expect(scores.values[11] == 158)
      #expect(scores.values[0] == 31)
      #expect(scores.values[48] == 56)
      #expect(scores.measure == "strength")
      #expect(scores.scale == "sum")
      #expect(scores.weights == .strength)
    }

    @Test("Directions of a directed graph")
    func directions() throws {
      let edges = [NodePair(0, 1), NodePair(0, 1), NodePair(1, 0), NodePair(2, 2)]
      let graph = CSRGraph(
        nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(strengths: [1, 2, 4, 8]))
      #expect(try Strength(direction: .out).run(on: graph).values == [3, 4, 8])
      #expect(try Strength(direction: .in).run(on: graph).values == [4, 3, 8])
      #expect(try Strength(direction: .all).run(on: graph).values == [7, 7, 16])
    }

    // python-igraph 1.0.0: Graph(n=3, edges=[(0,0),(0,1),(1,2)]).strength(weights=[2,3,4])
    @Test("An undirected loop counts twice")
    func loop() throws {
      let graph = CSRGraph(
        nodeCount: 3, edges: [NodePair(0, 0), NodePair(0, 1), NodePair(1, 2)], isDirected: false,
        columns: EdgeColumns(strengths: [2, 3, 4]))
      #expect(try Strength().run(on: graph).values == [7, 7, 4])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment.filter { $0.strengths != nil })
    func relations(graph: CSRGraph) throws {
      for direction in EdgeDirection.allCases {
        let measure = Strength(direction: direction)
        try expectInvariance(of: measure, on: graph, tolerance: 0)
        let values = try measure.run(on: graph).values
        #expect(try measure.run(on: graph.scaled(by: 0x1p12)).values == values.map { $0 * 0x1p12 })
        #expect(try measure.run(on: graph.withIsolatedNode()).values == values + [0])
        #expect(try Strength(direction: direction.opposite).run(on: graph.reversed().graph).values == values)
        let ones = graph.withStrengths(graph.pairs.map { _ in 1 })
        #expect(try measure.run(on: ones).values == Degree(direction: direction).run(on: graph).values)
      }
      let total = (graph.strengths ?? []).reduce(0, +)
      #expect(try Strength().run(on: graph).values.reduce(0, +) == 2 * total)
    }
  }

  @Suite("Against a sum over the list of edges")
  struct Checker {
    @Test(arguments: RandomGraphs.assortment.filter { $0.strengths != nil })
    func sums(graph: CSRGraph) throws {
      var all = [Double](repeating: 0, count: graph.nodeCount)
      for (pair, strength) in zip(graph.pairs, graph.strengths ?? []) {
        all[pair.source] += strength
        all[pair.target] += strength
      }
      #expect(try Strength().run(on: graph).values == all)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Strengths must be there, above 0 and finite")
    func strengths() throws {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.strength)) { try Strength().run(on: path) }
      for bad: Double in [0, -1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try Strength().run(on: path.withStrengths([1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try Strength().run(on: path.withStrengths([1e308, 1e308])) }
      for graph in KnownGraphs.trivial(isDirected: true) where graph.edgeCount == 0 {
        #expect(try Strength().run(on: graph.withStrengths([])).values.allSatisfy { $0 == 0 })
      }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      let graph = KnownGraphs.path(3).withStrengths([1, 2])
      #expect(throws: AlgorithmError.cancelled) { try Strength().run(on: graph, in: .cancelled) }
      expectParameters(of: Strength(), ["direction": ["out", "in", "all"]])
    }
  }
}
