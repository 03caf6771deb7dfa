import ActorModel

/// When a vertex or line is there, as Pajek writes it: `[1-3,7]`, `[5-*]`; whole numbers, both ends included.
struct PajekTimes: Hashable, Sendable {
  /// The text between the brackets, without spaces.
  let text: String
  /// The one span, where there is one and its ends are years.
  let years: Interval?

  /// Times from their text; `nil` where it is none.
  init?(_ text: String) {
    var spans: [(first: Int, last: Int?)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = Self.point(ends[0]) else { return nil }
      if ends.count == 1 {
        spans.append((first, first))
      } else if ends[1] == "*" {
        spans.append((first, nil))
      } else if let last = Self.point(ends[1]), last >= first {
        spans.append((first, last))
      } else {
        return nil
      }
    }
    self.text = text
    guard spans.count == 1, (1000...9998).contains(spans[0].first), (spans[0].last ?? 1000) <= 9998 else {
      years = nil
      return
    }
    let since = try? CalendarDate(String(spans[0].first))
    years = Interval(since: since, until: spans[0].last.flatMap { try? CalendarDate(String($0 + 1)) })
  }

  private static func point(_ text: Substring) -> Int? {
    guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The text for an interval of whole years; `nil` where Pajek has none.
  static func text(for interval: Interval) -> String? {
    guard let since = interval.since, since.precision == .year, (1000...9998).contains(since.year) else { return nil }
    guard let until = interval.until else { return "[\(since.year)-*]" }
    guard until.precision == .year, until.year <= 9999 else { return nil }
    return since.year == until.year - 1 ? "[\(since.year)]" : "[\(since.year)-\(until.year - 1)]"
  }
}
