/// A step of a way through time.
public struct TimedStep: Sendable, Hashable {
  /// The edge taken.
  public let edge: Int
  /// Where the step leads.
  public let node: Int
  /// When it is taken.
  public let departure: Int
  /// When it is done.
  public let arrival: Int

  package init(edge: Int, node: Int, departure: Int, arrival: Int) {
    self.edge = edge
    self.node = node
    self.departure = departure
    self.arrival = arrival
  }
}
