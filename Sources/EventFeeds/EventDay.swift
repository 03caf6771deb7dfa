import ActorModel

/// A day as eight digits: `20191024`.
package struct EventDay: Hashable, Sendable, CustomStringConvertible {
  /// The day in the calendar.
  package let calendarDate: CalendarDate
  /// The day among all days.
  package let day: Day
  /// The eight digits.
  package let digits: String

  package var description: String { calendarDate.description }

  /// The day after.
  package var next: CalendarDate? { try? CalendarDate(day.advanced(by: 1).description) }

  /// A day of eight digits, if there is such a day.
  package init?(digits: String) {
    guard digits.utf8.count == 8, digits.utf8.allSatisfy(\.isDigit) else { return nil }
    let text = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    guard let date = try? CalendarDate(text) else { return nil }
    calendarDate = date
    day = date.firstDay
    self.digits = digits
  }
}
