import ActorModel
import NetworkReading

/// A moment as GEXF writes it: a date, a date with a time of day, or a mere number.
enum GEXFTime: Hashable, Sendable {
  /// A date; `isInstant` when a time of day of exactly midnight was given, so that nothing of the day is in it.
  case date(CalendarDate, isInstant: Bool, hasTime: Bool)
  /// A number of whatever unit.
  case number(String)
  /// Before or after everything.
  case open

  /// What `timeformat` says.
  enum Format: String, CaseIterable, Sendable {
    case date, dateTime = "datetime", double, integer
  }

  /// Reads a moment.
  ///
  /// - Throws: What is wrong with it.
  init(_ text: String, format: Format?) throws(GEXFTimeProblem) {
    let trimmed = text.trimmingXMLSpace
    if ["inf", "-inf", "infinity", "-infinity", "+infinity"].contains(trimmed.lowercased()) {
      self = .open
      return
    }
    let isNumber = DecimalNumber.lenientValue(of: trimmed) != nil
    switch format {
    case .double, .integer:
      guard isNumber else { throw GEXFTimeProblem("'\(trimmed)' is no number, as timeformat says it should be") }
      self = .number(trimmed)
    case .date:
      if trimmed.contains("T") {
        throw GEXFTimeProblem("'\(trimmed)' has a time of day, but timeformat is date")
      }
      self = try Self.dateTime(trimmed)
    case .dateTime: self = try Self.dateTime(trimmed)
    case nil:
      self =
        isNumber && !trimmed.dropFirst().contains("-") && trimmed.utf8.count != 4
        ? .number(trimmed) : try Self.dateTime(trimmed)
    }
  }

  /// A date, a time of day and a zone. The day is kept as written; nothing is shifted.
  private static func dateTime(_ text: String) throws(GEXFTimeProblem) -> GEXFTime {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var day = String(parts[0])
    if parts.count == 1 { day = try withoutZone(day, from: 10).body }
    let date: CalendarDate
    do {
      date = try CalendarDate(day)
    } catch {
      throw GEXFTimeProblem("\(error)")
    }
    guard parts.count == 2 else { return .date(date, isInstant: false, hasTime: day != text) }
    let time = try withoutZone(String(parts[1]), from: 0).body
    let fields = time.split(separator: ":", omittingEmptySubsequences: false)
    let seconds = fields.count == 3 ? fields[2].split(separator: ".", omittingEmptySubsequences: false) : []
    let digits = fields.prefix(2) + seconds.prefix(1)
    let isWellFormed =
      fields.count == 3 && seconds.count <= 2 && date.precision == .day
      && digits.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && (seconds.dropFirst().first?.utf8.allSatisfy { (0x30...0x39).contains($0) } ?? true)
    let numbers = digits.compactMap { Int($0) }
    guard isWellFormed, numbers.count == 3, numbers[0] <= 24, numbers[1] < 60, numbers[2] < 60,
      numbers[0] < 24 || numbers[1] + numbers[2] == 0
    else { throw GEXFTimeProblem("'\(text)' is not a date with a time; write YYYY-MM-DDThh:mm:ss") }
    if numbers[0] == 24 {
      return .date(date.following, isInstant: true, hasTime: true)
    }
    let isMidnight = numbers.allSatisfy { $0 == 0 } && (seconds.dropFirst().first?.allSatisfy { $0 == "0" } ?? true)
    return .date(date, isInstant: isMidnight, hasTime: true)
  }

  /// The text before `Z` or `+03:00`, where one stands at or after an offset.
  private static func withoutZone(
    _ text: String, from start: Int
  ) throws(GEXFTimeProblem) -> (body: String, zone: String) {
    if text.hasSuffix("Z") { return (String(text.dropLast()), "Z") }
    guard let sign = text.dropFirst(start).lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, "") }
    let zone = text[text.index(after: sign)...].split(separator: ":")
    guard zone.count == 2, let hours = Int(zone[0]), let minutes = Int(zone[1]), (0...14).contains(hours),
      (0..<60).contains(minutes)
    else { throw GEXFTimeProblem("'\(text)' has a time zone that is none; write Z or +hh:mm, to 14:00") }
    return (String(text[..<sign]), String(text[sign...]))
  }
}

/// What is wrong with a moment.
struct GEXFTimeProblem: Error, Hashable, Sendable {
  let message: String

  init(_ message: String) { self.message = message }
}

extension CalendarDate {
  /// The next day, month or year.
  var following: CalendarDate {
    let date = lastDay.advanced(by: 1).date
    let text = "\(date)"
    switch precision {
    case .day: return date
    case .month: return (try? CalendarDate(text.prefix(7))) ?? date
    case .year: return (try? CalendarDate(text.prefix(4))) ?? date
    }
  }
}

/// When a node, an edge or a value holds, as GEXF says it.
struct GEXFSpell: Hashable, Sendable {
  var start: GEXFTime?
  var end: GEXFTime?
  var isStartOpen = false
  var isEndOpen = false
  /// As it was written: `2009-03-01/2009-03-10`.
  var text: String

  /// The half-open interval of days; `nil` when the moments are numbers.
  ///
  /// GEXF's ends are inclusive unless they are said to be open: `end="2009-03-10"` is the last day.
  var interval: Interval? {
    var interval = Interval()
    switch start {
    case .date(let date, let isInstant, let hasTime):
      interval.since = isStartOpen && !(hasTime && !isInstant) ? date.following : date
    case .number: return nil
    case .open, nil: break
    }
    switch end {
    case .date(let date, let isInstant, _): interval.until = isEndOpen || isInstant ? date : date.following
    case .number: return nil
    case .open, nil: break
    }
    // An instant at the very beginning of a day that also begins the spell counts as that day.
    if let since = interval.since, interval.isEmpty, start == end { interval.until = since.following }
    return interval
  }

  /// Whether something of it is lost in an interval of days.
  var losesTime: Bool {
    for time in [start, end] {
      if case .date(_, _, hasTime: true) = time { return true }
    }
    return false
  }
}
