import GraphCore
import TestSupport
import Testing

@Suite("EdgeColumns")
struct EdgeColumnsTests {
  @Test("All columns follow their edges into the graph's order")
  func permutation() {
    let columns = EdgeColumns(
      lengths: [1, 2, 3], strengths: [4, 5, 6], signs: [-1, 0, 1], signedStrengths: [-4, 0, 6])
    let edges = [NodePair(2, 3), NodePair(0, 1), NodePair(1, 2)]
    let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: true, columns: columns)
    #expect(
      graph.columns
        == EdgeColumns(lengths: [2, 3, 1], strengths: [5, 6, 4], signs: [0, 1, -1], signedStrengths: [0, 6, -4]))
  }

  @Test("Absent columns stay absent")
  func absent() {
    let graph = KnownGraphs.path(3)
    #expect(graph.lengths == nil && graph.strengths == nil && graph.signs == nil && graph.signedStrengths == nil)
  }
}
