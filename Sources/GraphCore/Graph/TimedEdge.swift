/// An edge that holds for a time: from `start`, the first moment, to `end`, the first at which it no longer does.
public struct TimedEdge: Sendable, Hashable {
  /// Where the edge starts.
  public let source: Int
  /// Where the edge leads.
  public let target: Int
  /// The first moment at which it holds.
  public let start: Int
  /// The first moment after that at which it no longer does.
  public let end: Int

  /// An edge over the half-open time `[start, end)`.
  public init(_ source: Int, _ target: Int, from start: Int, until end: Int) {
    self.source = source
    self.target = target
    self.start = start
    self.end = end
  }
}
