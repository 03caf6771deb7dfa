import GraphCore
import TestSupport
import Testing

@Suite("CSRGraph")
struct CSRGraphTests {
  @Test("Arcs of a directed graph, out and in")
  func directed() {
    let edges = [NodePair(2, 0), NodePair(0, 2), NodePair(0, 1), NodePair(1, 1)]
    let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true)
    #expect(graph.pairs == [NodePair(0, 1), NodePair(0, 2), NodePair(1, 1), NodePair(2, 0)])
    #expect(Array(graph.neighbors(of: 0)) == [1, 2])
    #expect(Array(graph.neighbors(of: 1, .in)) == [0, 1])
    #expect(graph.incoming.range(of: 0).map(graph.incoming.edge(ofArc:)) == [3])
    #expect((graph.nodeCount, graph.edgeCount, graph.isDirected) == (3, 4, true))
  }

  @Test("Arcs of an undirected graph: two for each edge and each loop, neighbours in order")
  func undirected() {
    let edges = [NodePair(2, 0), NodePair(1, 1), NodePair(1, 0), NodePair(0, 2)]
    let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: false)
    #expect(graph.pairs == [NodePair(0, 1), NodePair(0, 2), NodePair(0, 2), NodePair(1, 1)])
    #expect(Array(graph.neighbors(of: 0)) == [1, 2, 2])
    #expect(Array(graph.neighbors(of: 1)) == [0, 1, 1])
    #expect(graph.out.arcCount == 8)
    #expect(graph.out.range(of: 1).map(graph.out.edge(ofArc:)) == [0, 3, 3])
    #expect(graph.adjacency(.all).targets == graph.out.targets)
  }

  @Test("Every edge knows its ends, and every arc its edge", arguments: RandomGraphs.assortment)
  func consistency(graph: CSRGraph) {
    for (adjacency, isForward) in [(graph.out, true), (graph.incoming, false)] {
      for node in 0..<graph.nodeCount {
        let range = adjacency.range(of: node)
        #expect(adjacency.count(of: node) == range.count)
        #expect(adjacency.targets[range].elementsEqual(adjacency.targets[range].sorted()))
        for arc in range {
          let edge = adjacency.edge(ofArc: arc)
          let ends = [graph.source(of: edge), graph.target(of: edge)]
          let arcEnds = [node, Int(adjacency.targets[arc])]
          #expect(graph.isDirected ? (isForward ? arcEnds : arcEnds.reversed()) == ends : arcEnds.sorted() == ends)
        }
      }
    }
  }

  @Test("Both directions merged: every edge twice, in order", arguments: RandomGraphs.assortment)
  func merged(graph: CSRGraph) {
    let undirected = CSRGraph(nodeCount: graph.nodeCount, edges: graph.pairs, isDirected: false)
    let all = graph.adjacency(.all)
    #expect(all.offsets == undirected.out.offsets)
    #expect(all.targets == undirected.out.targets)
    for node in 0..<graph.nodeCount {
      for arc in all.range(of: node) {
        let edge = all.edge(ofArc: arc)
        let ends = Set([graph.source(of: edge), graph.target(of: edge)])
        #expect(ends == Set([node, Int(all.targets[arc])]))
      }
      for (arc, next) in zip(all.range(of: node), all.range(of: node).dropFirst())
      where all.targets[arc] == all.targets[next] {
        #expect(all.edge(ofArc: arc) <= all.edge(ofArc: next))
      }
    }
    let counts = (0..<graph.edgeCount).map { edge in (0..<all.arcCount).count { all.edge(ofArc: $0) == edge } }
    #expect(counts.allSatisfy { $0 == 2 })
  }

  @Test("Turned round twice, a graph is itself", arguments: RandomGraphs.assortment)
  func reversal(graph: CSRGraph) {
    let build = graph.reversed()
    #expect(build.graph.incoming.targets == graph.out.targets)
    for edge in 0..<graph.edgeCount {
      let original = Int(build.inputPositions[edge])
      if graph.isDirected {
        #expect(build.graph.source(of: edge) == graph.target(of: original))
        #expect(build.graph.target(of: edge) == graph.source(of: original))
      }
      #expect(build.graph.lengths?[edge] == graph.lengths?[original])
    }
    #expect(build.graph.reversed().graph.pairs == graph.pairs)
  }

  @Test("Other columns on the same edges")
  func replacing() {
    let graph = KnownGraphs.path(3)
    let changed = graph.replacing(columns: EdgeColumns(strengths: [2, 3]))
    #expect(changed.strengths == [2, 3])
    #expect(changed.lengths == nil)
    #expect(changed.pairs == graph.pairs)
    #expect(changed.columns == EdgeColumns(strengths: [2, 3]))
  }

  @Test("Directions turn round")
  func directions() {
    #expect(EdgeDirection.allCases.map(\.opposite) == [.in, .out, .all])
  }
}
