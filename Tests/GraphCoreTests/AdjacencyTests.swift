import GraphCore
import TestSupport
import Testing

@Suite("Adjacency")
struct AdjacencyTests {
  @Test("A column in the order of the arcs", arguments: RandomGraphs.assortment)
  func byArc(graph: CSRGraph) {
    let column = (0..<graph.edgeCount).map { Double($0) }
    for direction in EdgeDirection.allCases {
      let arcs = graph.adjacency(direction)
      #expect(arcs.byArc(column) == (0..<arcs.arcCount).map { Double(arcs.edge(ofArc: $0)) })
    }
  }

  @Test("The arcs of the nodes follow one another")
  func ranges() {
    let arcs = KnownGraphs.star(3, isDirected: true).out
    #expect((0..<4).map { arcs.range(of: $0) } == [0..<3, 3..<3, 3..<3, 3..<3])
    #expect((0..<4).map { arcs.count(of: $0) } == [3, 0, 0, 0])
  }
}
