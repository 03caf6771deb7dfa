import GraphCore
import Testing

@testable import ActorAnalysis

@Suite("EdgeSelection")
struct EdgeSelectionTests {
  private let pairs = [NodePair(2, 0), NodePair(0, 1), NodePair(1, 2), NodePair(0, 1), NodePair(3, 3)]

  @Test("The chosen edges on all nodes, each with the way back to the whole", arguments: [true, false])
  func selection(isDirected: Bool) {
    let whole = CSRGraph(nodeCount: 4, edges: pairs, isDirected: isDirected)
    for bits in 0..<(1 << pairs.count) {
      let part = EdgeSelection(of: whole) { bits >> $0 & 1 == 1 }
      #expect(part.graph.nodeCount == 4)
      #expect(part.graph.isDirected == isDirected)
      #expect(Set(part.edges) == Set((0..<pairs.count).filter { bits >> $0 & 1 == 1 }))
      for edge in 0..<part.graph.edgeCount {
        #expect(part.graph.source(of: edge) == whole.source(of: part.edges[edge]))
        #expect(part.graph.target(of: edge) == whole.target(of: part.edges[edge]))
      }
    }
  }

  @Test("Columns are left behind")
  func columns() {
    let whole = CSRGraph(
      nodeCount: 2, edges: [NodePair(0, 1)], isDirected: true, columns: EdgeColumns(lengths: [1], strengths: [2]))
    #expect(EdgeSelection(of: whole) { _ in true }.graph.lengths == nil)
  }
}
