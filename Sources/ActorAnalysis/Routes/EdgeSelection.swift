import GraphCore

/// Some edges of a graph as a graph of their own, with the way back to the whole.
struct EdgeSelection {
  /// The graph of the chosen edges, on all nodes, without columns.
  var graph: CSRGraph
  /// For each edge of the part its number in the whole.
  let edges: [Int]

  init(of whole: CSRGraph, where isChosen: (Int) -> Bool) {
    let chosen = (0..<whole.edgeCount).filter(isChosen)
    var builder = GraphBuilder(nodeCount: whole.nodeCount, isDirected: whole.isDirected)
    builder.reserve(chosen.count)
    for edge in chosen { builder.addEdge(from: whole.source(of: edge), to: whole.target(of: edge)) }
    let build = builder.build()
    graph = build.graph
    edges = build.inputPositions.map { chosen[Int($0)] }
  }
}
