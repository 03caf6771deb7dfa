/// What the nodes and edges of a graph are called.
public struct GraphNames {
  /// What a node is called, with the word for its kind: "node 3", "actor Russia (RU)".
  package let node: (Int) -> String
  /// What an edge is called, with the word for its kind: "edge 5", "relation R1 (RU → UA)".
  package let edge: (Int) -> String

  /// Names by number.
  public init(node: @escaping (Int) -> String, edge: @escaping (Int) -> String) {
    self.node = node
    self.edge = edge
  }

  /// The numbers themselves.
  package static var numbers: GraphNames { GraphNames(node: { "node \($0)" }, edge: { "edge \($0)" }) }
}
