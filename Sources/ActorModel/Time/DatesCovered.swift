/// The days between the first and the last to which a network's relations are dated, both included.
///
/// Outside of them the network says nothing of its own: what holds there has no date, or an end that is open.
public struct DatesCovered: Hashable, Sendable {
  /// The first day on which a bound of any relation says that something holds.
  public let first: Day
  /// The last day that counts unless another is asked for.
  public let last: Day

  /// On which side of the dates something lies.
  public enum Side: String, CaseIterable, Codable, Sendable {
    /// Before the first of them.
    case before
    /// After the last of them.
    case after
  }

  /// On which side days lie that are all outside of the dates; `nil` when one of them is inside.
  public func side(of days: DayRange) -> Side? {
    if days.end <= first { return .before }
    return days.start > last ? .after : nil
  }
}

extension DatesCovered: CustomStringConvertible {
  /// `2003-01-01 to 2026-07-07`, or the one day.
  public var description: String { first == last ? "\(first)" : "\(first) to \(last)" }
}
