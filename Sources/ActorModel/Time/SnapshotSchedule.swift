/// The dates at which a network is looked at over a period: every day, month, quarter or year, or each date on which
/// something changed.
///
/// Looked at by days, the first is ``from``, and then the first day of each month, quarter or year up to ``to``. Where
/// ``to`` is not given, the last day on which something changes comes after them, so that the series ends where the
/// story does. Looked at by windows, the same days but that last one are where windows begin, and the last window ends
/// with ``to``.
///
/// ```swift
/// let schedule = SnapshotSchedule(every: .quarter, from: Day(year: 2025, month: 1, day: 1), to: …)
/// let days = try schedule.days(of: [network])     // 2025-01-01, 2025-04-01, …
/// ```
public struct SnapshotSchedule: Hashable, Sendable {
  /// How far the dates are apart.
  public enum Step: String, CaseIterable, Codable, Sendable {
    /// Every day.
    case day
    /// The first day of each month.
    case month
    /// The first day of January, April, July and October.
    case quarter
    /// The first of January of each year.
    case year
    /// Each day on which something begins or no longer holds.
    case change
  }

  /// How far the dates are apart.
  package var step: Step
  /// The first day; the first that anything is dated to when `nil`.
  package var from: Day?
  /// The last day, itself included; the last that anything is dated to when `nil`.
  package var to: Day?

  /// The most dates that a schedule may have.
  package static let limit = 20_000

  /// Dates over a period.
  package init(every step: Step, from: Day? = nil, to: Day? = nil) {
    self.step = step
    self.from = from
    self.to = to
  }

  /// The days looked at, in order.
  ///
  /// - Parameter admits: The relations whose changes count, where the step is ``Step/change``.
  /// - Throws: That the period is open because nothing is dated, that it ends before it begins, or that there are more
  ///   than ``limit`` days.
  package func days(
    of networks: [ActorNetwork], where admits: (Relation) -> Bool = { _ in true }
  ) throws(ScheduleProblem) -> [Day] {
    let period = try period(of: networks)
    var days = try steps(of: networks, in: period, where: admits)
    if to == nil, let last = passedOver(days, of: networks, in: period, where: admits).last { days.append(last) }
    return days
  }

  /// The days on which something changes after the last day looked at, up to the end of the period, in order: what a
  /// series by days does not show. None where ``to`` is not given.
  ///
  /// - Throws: As ``days(of:where:)``.
  package func changesAfterLastDay(
    of networks: [ActorNetwork], where admits: (Relation) -> Bool = { _ in true }
  ) throws(ScheduleProblem) -> [Day] {
    guard to != nil else { return [] }
    let period = try period(of: networks)
    return passedOver(try steps(of: networks, in: period, where: admits), of: networks, in: period, where: admits)
  }

  private func passedOver(
    _ days: [Day], of networks: [ActorNetwork], in period: DayRange, where admits: (Relation) -> Bool
  ) -> [Day] {
    guard let shown = days.last else { return [] }
    let found = networks.reduce(into: Set<Day>()) { $0.formUnion($1.changeDays(where: admits)) }
    return found.filter { shown < $0 && $0 < period.end }.sorted()
  }

  /// The first day of the period and those that the step leads to.
  private func steps(
    of networks: [ActorNetwork], in period: DayRange, where admits: (Relation) -> Bool
  ) throws(ScheduleProblem) -> [Day] {
    let last = period.end.advanced(by: -1)
    var days = [period.start]
    switch step {
    case .change:
      var found: Set<Day> = []
      for network in networks { found.formUnion(network.changeDays(where: admits)) }
      days += found.filter { period.start < $0 && $0 <= last }.sorted()
    case .day, .month, .quarter, .year:
      while let next = next(after: days[days.count - 1]), next <= last {
        days.append(next)
        if days.count > Self.limit { throw .tooMany(step, from: period.start, to: last) }
      }
    }
    if days.count > Self.limit { throw .tooMany(step, from: period.start, to: last) }
    return days
  }

  /// The windows looked at, in order: half-open, without gaps, together the whole period.
  ///
  /// - Throws: As ``days(of:where:)``.
  package func windows(
    of networks: [ActorNetwork], where admits: (Relation) -> Bool = { _ in true }
  ) throws(ScheduleProblem) -> [DayRange] {
    let period = try period(of: networks)
    let days = try steps(of: networks, in: period, where: admits)
    return zip(days, days.dropFirst() + [period.end]).compactMap { DayRange(start: $0, end: $1) }
  }

  /// The days from the first to the last.
  private func period(of networks: [ActorNetwork]) throws(ScheduleProblem) -> DayRange {
    guard let start = from ?? networks.compactMap(\.firstDay).min() else { throw .undated }
    guard let last = to ?? networks.compactMap(\.lastDay).max() else { throw .undated }
    guard let period = DayRange(start: start, end: last.advanced(by: 1)) else {
      throw .backwards(from: start, to: last)
    }
    return period
  }

  private func next(after day: Day) -> Day? {
    let date = day.date
    let month = date.month ?? 1
    switch step {
    case .change: return nil
    case .day: return day.number < Day.lastNumber ? day.advanced(by: 1) : nil
    case .month:
      return month == 12 ? Day(year: date.year + 1, month: 1, day: 1) : Day(year: date.year, month: month + 1, day: 1)
    case .quarter:
      let first = (month - 1) / 3 * 3 + 4
      return first > 12 ? Day(year: date.year + 1, month: 1, day: 1) : Day(year: date.year, month: first, day: 1)
    case .year: return Day(year: date.year + 1, month: 1, day: 1)
    }
  }
}

/// Why there are no dates to look at.
package enum ScheduleProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing is dated, and the period was not given.
  case undated
  /// The period ends before it begins.
  case backwards(from: Day, to: Day)
  /// There are too many dates.
  case tooMany(SnapshotSchedule.Step, from: Day, to: Day)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .undated: "no relation is dated, so that nothing says when to look; give the first and the last day"
    case .backwards(let from, let to): "the last day, \(to), is before the first, \(from)"
    case .tooMany(let step, let from, let to):
      "every \(step.rawValue) from \(from) to \(to) is more than \(SnapshotSchedule.limit) dates; "
        + "take a shorter time or a longer step"
    }
  }
}

extension ActorNetwork {
  /// Every day on which something begins or no longer holds: the relations asked for, actors, and memberships of
  /// blocs; in order.
  package func changeDays(where admits: (Relation) -> Bool = { _ in true }) -> [Day] {
    var days: Set<Day> = []
    func add(_ interval: Interval) {
      if let since = interval.since { days.insert(since.firstDay) }
      if let until = interval.until { days.insert(until.firstDay) }
    }
    for relation in relations where admits(relation) { add(relation.validity) }
    for actor in actors {
      add(actor.existence)
      for membership in actor.blocs { add(membership.interval) }
    }
    return days.sorted()
  }
}

extension Day {
  /// The number of 9999-12-31.
  static let lastNumber: Int32 = 2_932_896
}
