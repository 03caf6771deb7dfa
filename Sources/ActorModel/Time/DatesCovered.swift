/// The days between the first and the last to which a network's relations are dated, both included.
///
/// Outside of them the network says nothing of its own: what holds there has no date, or an end that is open.
package struct DatesCovered: Hashable, Sendable {
  /// The first day on which a bound of any relation says that something holds.
  package let first: Day
  /// The last day that counts unless another is asked for.
  package let last: Day

  /// On which side of the dates something lies.
  package enum Side: String, CaseIterable, Codable, Sendable {
    /// Before the first of them.
    case before
    /// After the last of them.
    case after
  }

  /// On which side days lie that are all outside of the dates; `nil` when one of them is inside.
  package func side(of days: DayRange) -> Side? {
    if days.end <= first { return .before }
    return days.start > last ? .after : nil
  }
}

extension DatesCovered: CustomStringConvertible {
  /// `2003-01-01 to 2026-07-07`, or the one day.
  package var description: String { first == last ? "\(first)" : "\(first) to \(last)" }
}
