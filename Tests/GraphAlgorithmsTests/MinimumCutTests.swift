import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Minimum cut")
struct MinimumCutTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: minimum_cut(G, 0, 5) gives (23, ({0, 1, 2, 4}, {3, 5})).
    @Test("The textbook network is cut at 23")
    func textbook() throws {
      let cut = try MinimumCut(from: 0, to: 5).run(on: textbookNetwork)
      #expect(cut.value == 23)
      #expect(cut.sourceSide == [0, 1, 2, 4])
      #expect(cut.targetSide == [3, 5])
      #expect(cut.edges == [3, 8, 9])
    }

    // NetworkX 3.6.1: minimum_cut(lesmis, 27, 62, capacity="weight"); python-igraph 1.0.0 mincut agrees.
    @Test("Javert is cut off from Enjolras at Javert's own ties")
    func lesMiserables() throws {
      let cut = try MinimumCut(from: 27, to: 62).run(on: KnownGraphs.lesMiserables)
      #expect(cut.value == 47)
      #expect(cut.sourceSide == [27])
      #expect(cut.edges.count == KnownGraphs.lesMiserables.out.count(of: 27))
    }

    @Test("Of several least cuts the one nearest to the source")
    func smallestSide() throws {
      let cut = try MinimumCut(from: 1, to: 3).run(on: KnownGraphs.path(5))
      #expect(cut.sourceSide == [0, 1])
      #expect(cut.edges == [1])
    }

    @Test("Strengths 0.1 + 0.2 and 0.3 tie")
    func ties() throws {
      let graph = FormulaGraphs.graph(3, [(0, 1), (0, 1), (1, 2)]).withStrengths([0.1, 0.2, 0.3])
      #expect(try MinimumCut(from: 0, to: 2).run(on: graph).sourceSide == [0])
      let turned = FormulaGraphs.graph(3, [(0, 1), (1, 2), (1, 2)]).withStrengths([0.3, 0.1, 0.2])
      #expect(try MinimumCut(from: 0, to: 2).run(on: turned).sourceSide == [0])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("The cut is as large as the flow, and nothing leads across it", arguments: RandomGraphs.assortment)
    func certificate(graph: CSRGraph) throws {
      let last = graph.nodeCount - 1
      let cut = try MinimumCut(from: 0, to: last).run(on: graph)
      #expect(cut.value == (try MaximumFlow(from: 0, to: last).run(on: graph).value))
      #expect((cut.sourceSide + cut.targetSide).sorted() == Array(0..<graph.nodeCount))
      #expect(!SlowStructure(graph.removing(edges: Set(cut.edges))).reaches[0][last])
      let order = randomOrder(graph.nodeCount, seed: 8)
      let relabelled = try MinimumCut(from: order[0], to: order[last]).run(on: graph.relabelled(order))
      #expect(relabelled.sourceSide == cut.sourceSide.map { order[$0] }.sorted())
    }
  }

  @Suite("Against all cuts")
  struct Checker {
    @Test("Value and smallest source side") func allSmallGraphs() throws {
      for graph in AllGraphs.small where graph.nodeCount > 1 {
        try check(FormulaGraphs.weighted(graph), 0, 1)
      }
      for graph in RandomGraphs.assortment where graph.nodeCount < 11 { try check(graph, 3, 1) }
    }

    private func check(_ graph: CSRGraph, _ source: Int, _ target: Int) throws {
      let all = sides(graph.nodeCount, with: source, without: target).map { (side: $0, value: cutValue(graph, $0)) }
      let least = all.map(\.value).min() ?? .nan
      let smallest = all.filter { $0.value == least }.map { $0.side.count { $0 } }.min()
      let cut = try MinimumCut(from: source, to: target).run(on: graph)
      #expect(cut.value == least)
      #expect(cut.sourceSide.count == smallest)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try MinimumCut(from: 1, to: 1).run(on: KnownGraphs.path(3)) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try MinimumCut(from: 0, to: 1, weight: .strengths).run(on: KnownGraphs.path(3))
      }
      #expect(throws: AlgorithmError.self) {
        try MinimumCut(from: 0, to: 1).run(on: KnownGraphs.path(3).withStrengths([-1, 1]))
      }
      #expect(throws: AlgorithmError.cancelled) {
        try MinimumCut(from: 0, to: 9).run(on: KnownGraphs.kite, in: .cancelled)
      }
      let apart = try MinimumCut(from: 0, to: 1).run(on: FormulaGraphs.graph(2, []))
      #expect(apart == EdgeCut(value: 0, edges: [], sourceSide: [0], targetSide: [1]))
      expectParameters(of: MinimumCut(from: 0, to: 1), ["weight": ["automatic", "none", "strengths"]])
    }
  }
}
