/// The time that a frame's label names: a day, month, quarter, year, a range of years or of dates.
///
/// `2025-07-08`, `2025-07`, `2025-Q3`, `2025`; `1946-1949`, both years included; `2025-01..2025-07`, the end excluded.
/// A label of any other form names no time.
package struct FrameDate: Hashable, Sendable {
  /// The label, as it was given.
  package let label: String
  /// The days it names; `nil` when it names none.
  package let period: DayRange?

  /// The time that a label names.
  package init(_ label: String) {
    self.label = label
    period = Self.period(of: label)
  }

  /// A window, under the shortest label that names it.
  package init(_ window: DayRange) {
    period = window
    label = Self.label(of: window)
  }

  /// One day.
  package init(_ day: Day) {
    label = day.description
    period = DayRange(start: day, end: day.advanced(by: 1))
  }

  /// Whether two dates name the same time, or are the same label.
  package func isSame(as other: FrameDate) -> Bool {
    label == other.label || (period != nil && period == other.period)
  }

  /// The last day it names.
  package var lastDay: Day? { period.map { $0.end.advanced(by: -1) } }

  /// How a frame of that time is looked at: as of a day, over a period, or whole where no time is named.
  package var time: SnapshotQuery.Time {
    guard let period else { return .last }
    return period.start.advanced(by: 1) == period.end ? .day(period.start) : .window(period)
  }

  private static func period(of label: String) -> DayRange? {
    if let dots = label.firstRange(of: "..") {
      guard let from = try? CalendarDate(label[..<dots.lowerBound]),
        let to = try? CalendarDate(label[dots.upperBound...])
      else { return nil }
      return DayRange(start: from.firstDay, end: to.firstDay)
    }
    if let date = try? CalendarDate(label) { return DayRange(start: date.firstDay, end: date.lastDay.advanced(by: 1)) }
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = try? CalendarDate(parts[0]), first.precision == .year else { return nil }
    if parts[1].count == 2, parts[1].first == "Q" || parts[1].first == "q", let quarter = Int(parts[1].dropFirst()),
      (1...4).contains(quarter), let start = Day(year: first.year, month: 3 * quarter - 2, day: 1)
    {
      return DayRange(start: start, end: quarterEnd(first.year, quarter))
    }
    guard let last = try? CalendarDate(parts[1]), last.precision == .year else { return nil }
    return DayRange(start: first.firstDay, end: last.lastDay.advanced(by: 1))
  }

  private static func quarterEnd(_ year: Int, _ quarter: Int) -> Day {
    let last = 3 * quarter
    return (Day(year: year, month: last, day: Day.lengthOfMonth(last, year: year)) ?? Day(number: 0)).advanced(by: 1)
  }

  private static func label(of window: DayRange) -> String {
    let first = window.start.date
    let month = first.month ?? 1
    for date in [
      CalendarDate(validYear: first.year, month: nil, day: nil),
      CalendarDate(validYear: first.year, month: month, day: nil),
      CalendarDate(validYear: first.year, month: month, day: first.day),
    ] where date.firstDay == window.start && date.lastDay.advanced(by: 1) == window.end {
      return date.description
    }
    let quarter = (month + 2) / 3
    if first.day == 1, month == 3 * quarter - 2, quarterEnd(first.year, quarter) == window.end {
      return "\(CalendarDate(validYear: first.year, month: nil, day: nil))-Q\(quarter)"
    }
    return "\(window.start)..\(window.end)"
  }
}

extension FrameDate: Comparable {
  /// Earlier times first, and of those that begin alike the shorter; labels that name no time after those that do, in
  /// the order of their letters and numbers: `46-49` before `101-104`.
  package static func < (a: FrameDate, b: FrameDate) -> Bool {
    switch (a.period, b.period) {
    case (let first?, let second?):
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end < second.end }
    case (nil, .some): return false
    case (.some, nil): return true
    case (nil, nil): break
    }
    let first = pieces(of: a.label)
    let second = pieces(of: b.label)
    for (x, y) in zip(first, second) where x != y { return x < y }
    return first.count != second.count ? first.count < second.count : a.label < b.label
  }

  /// Runs of digits as numbers, and what stands between them.
  private static func pieces(of label: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = label[...]
    while let first = rest.first {
      let isDigit = first.isASCII && first.isNumber
      let run = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit }
      pieces.append(
        isDigit ? .number(run.drop { $0 == "0" }.count, String(run.drop { $0 == "0" })) : .text(String(run)))
      rest = rest[run.endIndex...]
    }
    return pieces
  }

  private enum Piece: Hashable, Comparable {
    /// How many digits, then which.
    case number(Int, String)
    case text(String)
  }
}
