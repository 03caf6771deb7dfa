/// A date as a source gives it: a day, a month or a year. The precision is kept and shown.
///
/// As a bound of an interval a coarse date stands for the first day of its period.
public struct CalendarDate: Hashable, Sendable {
  /// How precise a date is.
  package enum Precision: Int, Comparable, Sendable, CaseIterable {
    /// `2025`
    case year
    /// `2025-07`
    case month
    /// `2025-07-03`
    case day

    /// Whether one is coarser than the other.
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  // Four bytes, since every relation has room for two dates; 0 stands for what is not known.
  private let storedYear: Int16
  private let storedMonth: UInt8
  private let storedDay: UInt8

  /// The year, 1 to 9999.
  public var year: Int { Int(storedYear) }
  /// The month, 1 to 12; `nil` when only the year is known.
  public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
  /// The day of the month; `nil` when only the month or year is known.
  public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

  init(validYear year: Int, month: Int?, day: Int?) {
    storedYear = Int16(clamping: year)
    storedMonth = UInt8(clamping: month ?? 0)
    storedDay = UInt8(clamping: day ?? 0)
  }

  /// A date from its text `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  ///
  /// - Throws: What is wrong with the text, and how it should look.
  public init(_ text: some StringProtocol) throws(DateProblem) {
    // Digits and hyphens stand at fixed places; files have a date or two on every line, so that no texts are made.
    var (year, monthNumber, dayNumber, count) = (0, 0, 0, 0)
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      let isHyphen = count == 4 || count == 7
      guard count < 10, isHyphen ? byte == UInt8(ascii: "-") : (0...9).contains(digit) else {
        throw .unreadable(String(text))
      }
      switch count {
      case 0..<4: year = year * 10 + digit
      case 5, 6: monthNumber = monthNumber * 10 + digit
      case 8, 9: dayNumber = dayNumber * 10 + digit
      default: break
      }
      count += 1
    }
    guard count == 4 || count == 7 || count == 10 else { throw .unreadable(String(text)) }
    guard year >= 1 else { throw .noSuchDay(String(text), "years run from 0001 to 9999") }
    let month = count > 4 ? monthNumber : nil
    let day = count > 7 ? dayNumber : nil
    if let month, !(1...12).contains(month) { throw .noSuchDay(String(text), "months run from 01 to 12") }
    if let month, let day {
      let last = Day.lengthOfMonth(month, year: year)
      guard (1...last).contains(day) else {
        throw .noSuchDay(String(text), "that month has days 01 to \(last)")
      }
    }
    self.init(validYear: year, month: month, day: day)
  }

  /// How precise the date is.
  package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The first day of the period.
  public var firstDay: Day {
    // The parts were checked when the date was made, so that the day exists.
    Day(year: year, month: month ?? 1, day: day ?? 1) ?? Day(number: 0)
  }

  /// The last day of the period.
  public var lastDay: Day {
    let month = month ?? 12
    return Day(year: year, month: month, day: day ?? Day.lengthOfMonth(month, year: year)) ?? firstDay
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as it was written.
  public var description: String {
    let yearText = Self.padded(year, 4)
    guard let month else { return yearText }
    guard let day else { return "\(yearText)-\(Self.padded(month, 2))" }
    return "\(yearText)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Why a text is not a date.
public enum DateProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text has another form.
  case unreadable(String)
  /// The form is right, but there is no such day.
  case noSuchDay(String, String)

  /// What is wrong and what is expected.
  public var description: String {
    switch self {
    case .unreadable(let text): "'\(text)' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"
    case .noSuchDay(let text, let why): "there is no date \(text): \(why)"
    }
  }
}
