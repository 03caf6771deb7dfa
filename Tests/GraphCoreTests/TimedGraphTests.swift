import GraphCore
import Testing

@Suite("TimedGraph")
struct TimedGraphTests {
  @Test("Edges are numbered in one order whatever that of the input, and lead back to it")
  func order() throws {
    let edges = [
      TimedEdge(2, 1, from: 4, until: 5), TimedEdge(0, 1, from: 3, until: 9), TimedEdge(0, 1, from: 1, until: 2),
    ]
    let graph = try TimedGraph(nodeCount: 3, edges: edges, isDirected: true)
    #expect(graph.inputPositions == [2, 1, 0])
    #expect(graph.edges == graph.inputPositions.map { edges[$0] })
    let turned = try TimedGraph(nodeCount: 3, edges: Array(edges.reversed()), isDirected: true)
    #expect(turned.edges == graph.edges)
  }

  @Test("An undirected edge begins at its smaller end")
  func undirected() throws {
    let graph = try TimedGraph(nodeCount: 3, edges: [TimedEdge(2, 1, from: 4, until: 5)], isDirected: false)
    #expect(graph.edges == [TimedEdge(1, 2, from: 4, until: 5)])
  }

  @Test(
    "An edge must end after it starts, within the moments there are",
    arguments: [(5, 5), (6, 5), (TimedGraph.moments.lowerBound - 1, 5), (5, TimedGraph.moments.upperBound + 1)])
  func times(start: Int, end: Int) {
    #expect(throws: AlgorithmError.self) {
      try TimedGraph(nodeCount: 2, edges: [TimedEdge(0, 1, from: start, until: end)], isDirected: true)
    }
  }
}
