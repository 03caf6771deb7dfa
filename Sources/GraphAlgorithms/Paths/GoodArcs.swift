import GraphCore

/// A subgraph of arcs that an algorithm found good, and the best path along them.
struct GoodArcs {
  private var builder: GraphBuilder
  private var edges: [Int] = []

  init(nodeCount: Int) { builder = GraphBuilder(nodeCount: nodeCount, isDirected: true) }

  /// Adds an arc that belongs to an edge.
  mutating func add(from source: Int, to target: Int, edge: Int) {
    builder.addEdge(from: source, to: target)
    edges.append(edge)
  }

  /// The path of fewest steps; among those the first in the order of the nodes they pass.
  ///
  /// - Throws: `.cancelled`.
  func fewestSteps(from source: Int, to target: Int, _ context: RunContext) throws(AlgorithmError) -> Path? {
    let build = builder.build()
    let routes = try ShortestRoutes(to: target, on: build.graph, .out, .steps, context)
    guard let path = try routes.paths(from: source, atMost: 1, context).first else { return nil }
    return Path(
      nodes: path.nodes, edges: path.edges.map { edges[Int(build.inputPositions[$0])] }, length: path.length)
  }
}
