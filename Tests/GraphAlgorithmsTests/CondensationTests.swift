import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Condensation")
struct CondensationTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: condensation(G) has 4 nodes, {0, 7}, {1}, {2, 3, 4, 5, 6, 9, 10, 11} and {8}, and 3 edges.
    @Test("The formula graph")
    func formula() throws {
      let found = try Condensation().run(on: FormulaGraphs.directed)
      #expect(found.components.members() == [[0, 7], [1], [2, 3, 4, 5, 6, 9, 10, 11], [8]])
      #expect(found.graph.edgeCount == 3)
      #expect(found.edgeCounts.count == 3)
    }

    @Test("Edges between components become one; layers follow the longest way; strengths add up")
    func layers() throws {
      let ends = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 3), (0, 3)]
      let graph = FormulaGraphs.graph(4, ends, isDirected: true)
      // By ends: (0, 1), (0, 2), (0, 3), (1, 0), (1, 2), (2, 3).
      let found = try Condensation().run(on: graph.withStrengths([1, 2, 4, 8, 16, 32]))
      #expect(found.components.groups == [0, 0, 1, 2])
      #expect(found.graph.pairs == [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)])
      #expect(found.edgeCounts == [2, 1, 1])
      #expect(found.graph.strengths == [18, 4, 32])
      #expect(found.layers == [0, 1, 2])
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Without circles; an edge exactly where one leads from component to component")
    func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let found = try Condensation().run(on: graph)
        #expect(found.components == SlowStructure(graph).components)
        let groups = found.components.groups
        let crossing = graph.pairs.map { NodePair(Int(groups[$0.source]), Int(groups[$0.target])) }
          .filter { $0.source != $0.target }
        #expect(Set(found.graph.pairs) == Set(crossing))
        #expect(found.graph.edgeCount == Set(crossing).count)
        #expect(found.edgeCounts == found.graph.pairs.map { pair in crossing.count { $0 == pair } })
        for pair in found.graph.pairs { #expect(found.layers[pair.source] < found.layers[pair.target]) }
        for (component, layer) in found.layers.enumerated() {
          let above = found.graph.pairs.filter { $0.target == component }.map { found.layers[$0.source] + 1 }.max()
          #expect(layer == above ?? 0)
        }
        let shuffled = try Condensation().run(on: graph.shuffled(seed: 2))
        #expect(shuffled.components == found.components && shuffled.edgeCounts == found.edgeCounts)
        let copy = try Condensation().run(on: graph.relabelled(randomOrder(graph.nodeCount, seed: 2)))
        #expect(copy.graph.edgeCount == found.graph.edgeCount && copy.layers.sorted() == found.layers.sorted())
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try Condensation().run(on: $0).graph.nodeCount }
          == [0, 1, 2, 2, 1, 4])
      #expect(try Condensation().run(on: KnownGraphs.karate).graph.edgeCount == 0)
      #expect(throws: AlgorithmError.cancelled) { try Condensation().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Condensation(), [:])
    }
  }
}
