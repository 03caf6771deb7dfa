import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Global minimum cut")
struct GlobalMinimumCutTests {
  @Suite("Known values")
  struct Known {
    // Stoer and Wagner's own example; NetworkX 3.6.1: stoer_wagner(G) gives (4, ([2, 3, 6, 7], [0, 1, 4, 5])).
    @Test("The example of the paper is cut at 4")
    func paper() throws {
      let ends = [
        (0, 1), (0, 4), (1, 2), (1, 4), (1, 5), (2, 3), (2, 6), (3, 6), (3, 7), (4, 5), (5, 6), (6, 7),
      ]
      let graph = FormulaGraphs.graph(8, ends).withStrengths([2, 3, 3, 2, 2, 4, 2, 2, 2, 3, 1, 3])
      let cut = try GlobalMinimumCut().run(on: graph)
      #expect(cut.value == 4)
      #expect(cut.sourceSide == [2, 3, 6, 7])
    }

    // NetworkX 3.6.1: stoer_wagner(karate) gives (1, ([11], …)); python-igraph 1.0.0 mincut() agrees.
    @Test("In the karate club member 12 is split off first")
    func karate() throws {
      let cut = try GlobalMinimumCut().run(on: KnownGraphs.karate)
      #expect(cut.value == 1)
      #expect(cut.sourceSide == [11])
    }

    @Test("Closed forms: complete graph n − 1, cycle 2, apart 0")
    func closedForms() throws {
      #expect(try GlobalMinimumCut().run(on: KnownGraphs.complete(7)).value == 6)
      #expect(try GlobalMinimumCut().run(on: KnownGraphs.cycle(7)).value == 2)
      let apart = try GlobalMinimumCut().run(on: KnownGraphs.florentine)
      #expect(apart.value == 0)
      #expect(apart.edges.isEmpty)
      #expect(apart.sourceSide == [11])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("No cut between two nodes is smaller; order and numbers change nothing", arguments: RandomGraphs.assortment)
    func pairs(graph: CSRGraph) throws {
      guard !graph.isDirected else { return }
      let cut = try GlobalMinimumCut().run(on: graph)
      let least = try (1..<graph.nodeCount).map { try MinimumCut(from: 0, to: $0).run(on: graph).value }.min()
      #expect(cut.value == least)
      #expect(try GlobalMinimumCut().run(on: graph.shuffled(seed: 2)).sourceSide == cut.sourceSide)
      let order = randomOrder(graph.nodeCount, seed: 9)
      #expect(try GlobalMinimumCut().run(on: graph.relabelled(order)).value == cut.value)
      #expect(2 * cut.sourceSide.count <= graph.nodeCount)
    }
  }

  @Suite("Against all cuts")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6).map(FormulaGraphs.weighted) where graph.nodeCount > 1 {
        let cut = try GlobalMinimumCut().run(on: graph)
        let least = (1..<graph.nodeCount).flatMap { sides(graph.nodeCount, with: 0, without: $0) }
          .map { cutValue(graph, $0) }.min()
        #expect(cut.value == least)
        let side = (0..<graph.nodeCount).map { cut.sourceSide.contains($0) }
        #expect(cutValue(graph, side) == cut.value)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try GlobalMinimumCut().run(on: KnownGraphs.path(3, isDirected: true)) }
      #expect(throws: AlgorithmError.self) { try GlobalMinimumCut().run(on: FormulaGraphs.graph(0, [])) }
      #expect(throws: AlgorithmError.self) { try GlobalMinimumCut().run(on: FormulaGraphs.graph(1, [(0, 0)])) }
      #expect(try GlobalMinimumCut().run(on: FormulaGraphs.graph(2, [])).value == 0)
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try GlobalMinimumCut(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try GlobalMinimumCut().run(on: KnownGraphs.path(3).withStrengths([0, 1]))
      }
      #expect(throws: AlgorithmError.cancelled) { try GlobalMinimumCut().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: GlobalMinimumCut(), ["weight": ["automatic", "none", "strengths"]])
    }
  }
}
