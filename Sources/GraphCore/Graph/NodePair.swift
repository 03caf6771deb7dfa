/// An edge as two node numbers, for building graphs by hand.
public struct NodePair: Sendable, Hashable {
  /// Where the edge starts.
  public let source: Int
  /// Where the edge leads.
  public let target: Int

  /// An edge from one node to another.
  public init(_ source: Int, _ target: Int) {
    self.source = source
    self.target = target
  }
}
