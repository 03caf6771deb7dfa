/// How far a run is.
public struct RunProgress: Sendable, Hashable {
  /// Pieces of work done.
  public let done: Int
  /// Pieces of work in all; the most rounds there may be, where a run ends when its answer stands.
  public let total: Int
  /// Whether the run may well end before all pieces are done, so that no time left can be told.
  public let mayEndEarly: Bool

  /// Progress of a run of `total` pieces.
  package init(done: Int, total: Int, mayEndEarly: Bool = false) {
    self.done = done
    self.total = total
    self.mayEndEarly = mayEndEarly
  }
}
