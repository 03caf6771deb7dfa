/// The days on which something holds, open ends as the least and greatest numbers.
struct DaySpan: Hashable, Sendable {
  /// The number of the first day.
  private(set) var start: Int32
  /// The number of the first day after that on which it no longer holds.
  private(set) var end: Int32

  init(_ interval: Interval) {
    start = interval.since?.firstDay.number ?? .min
    end = interval.until?.firstDay.number ?? .max
  }

  /// When a relation holds and both its actors exist.
  init(of relation: Relation, in network: ActorNetwork) {
    self.init(relation.validity)
    for end in [relation.ends.first, relation.ends.second] {
      if let existence = network.actor(end)?.existence { narrow(to: DaySpan(existence)) }
    }
  }

  mutating func narrow(to other: DaySpan) {
    start = max(start, other.start)
    end = min(end, other.end)
  }

  func overlaps(_ days: DayRange) -> Bool {
    start < end && start < days.end.number && end > days.start.number
  }

  /// On which share of some days it holds.
  func share(of days: DayRange) -> Double {
    let held = Int(min(end, days.end.number)) - Int(max(start, days.start.number))
    return Double(max(held, 0)) / Double(days.end.number - days.start.number)
  }
}
