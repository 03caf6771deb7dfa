/// When something holds: from `since`, the first day, to `until`, the first day on which it no longer does.
///
/// Half-open, `[since, until)`; an end that is `nil` is open. A coarse date stands for the first day of its period at
/// both ends: `until: 2025` holds to the end of 2024.
public struct Interval: Hashable, Sendable {
  /// The first day; open when `nil`.
  public var since: CalendarDate?
  /// The first day that is no longer in it; open when `nil`.
  public var until: CalendarDate?

  /// An interval; always, unless a bound is given.
  public init(since: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether a day is in the interval.
  public func contains(_ day: Day) -> Bool {
    if let since, day < since.firstDay { return false }
    if let until, day >= until.firstDay { return false }
    return true
  }

  /// Whether any day of `window` is in the interval.
  package func overlaps(_ window: DayRange) -> Bool {
    if let since, since.firstDay >= window.end { return false }
    if let until, until.firstDay <= window.start { return false }
    return true
  }

  /// Whether no day can be in it, because it ends on or before the day it begins.
  package var isEmpty: Bool {
    guard let since, let until else { return false }
    return until.firstDay <= since.firstDay
  }
}

/// Days from `start` up to but not including `end`.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The day after the last.
  public let end: Day

  /// A window of days; `nil` when it would hold none.
  public init?(start: Day, end: Day) {
    guard start < end else { return nil }
    self.start = start
    self.end = end
  }
}
