import GraphCore
import TestSupport
import Testing

@Suite("GraphBuilder")
struct GraphBuilderTests {
  @Test("Edges are numbered by their ends, whatever the order of the input")
  func numbering() {
    var builder = GraphBuilder(nodeCount: 4, isDirected: true)
    builder.addEdge(from: 3, to: 0)
    builder.addEdge(from: 0, to: 3)
    builder.addEdge(from: 0, to: 1)
    builder.addEdge(from: 0, to: 3)
    #expect(builder.edgeCount == 4)
    let build = builder.build(columns: EdgeColumns(lengths: [1, 2, 3, 4], signs: [1, -1, 0, 1]))
    #expect(build.inputPositions == [2, 1, 3, 0])
    #expect(build.graph.lengths == [3, 2, 4, 1])
    #expect(build.graph.signs == [0, -1, 1, 1])
    #expect(build.graph.pairs == [NodePair(0, 1), NodePair(0, 3), NodePair(0, 3), NodePair(3, 0)])
  }

  @Test("An undirected edge counts from its smaller end")
  func undirected() {
    var builder = GraphBuilder(nodeCount: 3, isDirected: false)
    builder.reserve(3)
    builder.addEdge(from: 2, to: 1)
    builder.addEdge(from: 2, to: 2)
    builder.addEdge(from: 1, to: 0)
    let build = builder.build(columns: EdgeColumns(strengths: [5, 6, 7], signedStrengths: [-5, 6, 7]))
    #expect(build.graph.pairs == [NodePair(0, 1), NodePair(1, 2), NodePair(2, 2)])
    #expect(build.graph.strengths == [7, 5, 6])
    #expect(build.graph.signedStrengths == [7, -5, 6])
    #expect(build.inputPositions == [2, 0, 1])
  }

  @Test("The same graph from any order of the input", arguments: RandomGraphs.assortment)
  func order(graph: CSRGraph) {
    let shuffled = graph.shuffled(seed: 9)
    #expect(shuffled.pairs == graph.pairs)
    #expect(shuffled.out.targets == graph.out.targets)
    #expect(shuffled.incoming.targets == graph.incoming.targets)
    let isSimple = Set(graph.pairs).count == graph.edgeCount
    if isSimple { #expect(shuffled.columns == graph.columns) }
  }

  @Test("Graphs without nodes or edges")
  func empty() {
    let none = GraphBuilder(nodeCount: 0, isDirected: true).build().graph
    #expect(none.out.offsets == [0])
    #expect(none.edgeCount == 0)
    let isolated = GraphBuilder(nodeCount: 3, isDirected: false).build().graph
    #expect(isolated.out.offsets == [0, 0, 0, 0])
    #expect(isolated.neighbors(of: 1).isEmpty)
  }

  @Test("A million parallel edges and loops take no more than their share of time")
  func parallels() {
    var builder = GraphBuilder(nodeCount: 2, isDirected: true)
    for position in 0..<300_000 { builder.addEdge(from: position % 2, to: 0) }
    let graph = builder.build().graph
    #expect(graph.out.count(of: 0) == 150_000)
    #expect(graph.incoming.count(of: 0) == 300_000)
  }
}
