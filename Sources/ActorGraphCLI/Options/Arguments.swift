import ActorGraph
import ArgumentParser

/// Dates on the command line: YYYY, YYYY-MM or YYYY-MM-DD.
enum DateArgument {
  /// A day; a coarse date stands for its first day.
  static func day(_ text: String) throws -> Day { try CalendarDate(text).firstDay }

  /// A day, or a window FROM..TO.
  static func time(_ text: String) throws -> SnapshotQuery.Time {
    text.contains("..") ? .window(try window(text)) : .day(try day(text))
  }

  /// Days separated by commas.
  static func days(_ text: String) throws -> [Day] { try text.split(separator: ",").map { try day(String($0)) } }

  /// A window FROM..TO.
  static func window(_ text: String) throws -> DayRange {
    guard let dots = text.firstRange(of: "..") else {
      throw ValidationError("write FROM..TO, for example 2025-01..2025-07")
    }
    let from = try day(String(text[..<dots.lowerBound]))
    let to = try day(String(text[dots.upperBound...]))
    guard let range = DayRange(start: from, end: to) else {
      throw ValidationError("it holds no day; its end, \(to), is the first day after it")
    }
    return range
  }
}

/// Half-lives on the command line: TYPE=DAYS, or *=DAYS for all types.
enum HalfLifeArgument {
  static func halfLife(_ text: String) throws -> HalfLife {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw ValidationError("write TYPE=DAYS, for example visits=180, or *=365 for all types")
    }
    guard let days = Double(text[text.index(after: equals)...]), days.isFinite, days > 0 else {
      throw ValidationError("'\(text[text.index(after: equals)...])' is not a number of days above 0")
    }
    let type = String(text[..<equals])
    return HalfLife(type: type == "*" ? nil : type, days: days)
  }
}

/// Words of a closed list, separated by commas.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: ExpressibleByArgument
where Word.RawValue == String, Word: Equatable {
  let words: [Word]

  init(_ words: [Word]) { self.words = words }

  init?(argument: String) {
    var chosen: [Word] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let word = Word(rawValue: String(part)) else { return nil }
      if !chosen.contains(word) { chosen.append(word) }
    }
    // In the list's own order, so that the order on the command line does not show in results.
    words = Word.allCases.filter(chosen.contains)
  }

  var defaultValueDescription: String { words.map(\.rawValue).joined(separator: ",") }

  static var allValueStrings: [String] { Word.allCases.map(\.rawValue) }
}

extension Projection.Direction: ExpressibleByArgument {}
extension Projection.Combination: ExpressibleByArgument {}
extension Projection.Weights: ExpressibleByArgument {}
extension Projection.LengthConversion: ExpressibleByArgument {}
extension Projection.Loops: ExpressibleByArgument {}
extension Projection.Isolates: ExpressibleByArgument {}
extension WindowMode: ExpressibleByArgument {}

extension [String] {
  /// The entries, each split at commas.
  var separatedByCommas: [String] { flatMap { $0.split(separator: ",").map(String.init) } }
}
