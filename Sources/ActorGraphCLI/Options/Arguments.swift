import ActorGraph
import ArgumentParser

/// A date on the command line: YYYY, YYYY-MM or YYYY-MM-DD.
struct DateArgument: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = try? CalendarDate(argument) else { return nil }
    self.date = date
  }

  static var allValueStrings: [String] { [] }
}

/// A window on the command line: FROM..TO.
struct WindowArgument: ExpressibleByArgument {
  let range: DayRange

  init?(argument: String) {
    guard let dots = argument.firstRange(of: ".."),
      let from = try? CalendarDate(argument[..<dots.lowerBound]),
      let to = try? CalendarDate(argument[dots.upperBound...]),
      let range = DayRange(start: from.firstDay, end: to.firstDay)
    else { return nil }
    self.range = range
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
extension Projection.Isolates: ExpressibleByArgument {}

extension [String] {
  /// The entries, each split at commas.
  var separatedByCommas: [String] { flatMap { $0.split(separator: ",").map(String.init) } }
}
