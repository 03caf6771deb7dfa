/// A way through the graph.
public struct Path: Sendable, Hashable {
  /// The nodes passed, both ends included.
  public let nodes: [Int]
  /// The edges taken, one fewer than nodes.
  public let edges: [Int]
  /// What the way costs, in the unit of the search.
  public let length: Double

  package init(nodes: [Int], edges: [Int], length: Double) {
    self.nodes = nodes
    self.edges = edges
    self.length = length
  }
}
