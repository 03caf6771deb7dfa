extension CSRGraph {
  /// A graph of a list of edges; columns are in the order of the list.
  ///
  /// ```swift
  /// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
  /// ```
  ///
  /// - Precondition: Every end is in `0..<nodeCount`, and each column has one value for each edge.
  /// - Complexity: O(n + m).
  public init(nodeCount: Int, edges: [NodePair], isDirected: Bool, columns: EdgeColumns = EdgeColumns()) {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: isDirected)
    builder.reserve(edges.count)
    for edge in edges { builder.addEdge(from: edge.source, to: edge.target) }
    self = builder.build(columns: columns).graph
  }
}
