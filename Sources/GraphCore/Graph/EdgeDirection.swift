/// Which edges of a node count: those that leave it, those that arrive, or both.
public enum EdgeDirection: String, CaseIterable, Codable, Sendable {
  /// Edges that leave the node.
  case out
  /// Edges that arrive at the node.
  case `in`
  /// Both.
  case all

  /// The other way along the same edges.
  package var opposite: EdgeDirection {
    switch self {
    case .out: .in
    case .in: .out
    case .all: .all
    }
  }
}
