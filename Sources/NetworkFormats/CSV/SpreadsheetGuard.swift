import NetworkReading

/// Keeps spreadsheets from running a text of a table as a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is a formula to a spreadsheet, whatever quotes
/// stand around it: one in the name of an actor could send the table elsewhere. Such a text is written with an apostrophe
/// in front, at which spreadsheets take it for a text. Reading takes one apostrophe away in front of such a text, and a
/// text that has apostrophes there already gets one more, so that what is read is what was written. Numbers are left as
/// they are.
///
/// - Source: https://owasp.org/www-community/attacks/CSV_Injection
public struct SpreadsheetGuard: Sendable {
  static let apostrophe = UInt8(ascii: "'")

  /// The guard; it has no options.
  public init() {}

  /// The text as it may stand in a table that a spreadsheet opens.
  public func guarding(_ text: String) -> String {
    guard let first = text.utf8.first, first == Self.apostrophe || Self.startsFormula(first) else { return text }
    if first == Self.apostrophe { return Self.isGuarded(text.utf8) ? "'" + text : text }
    return DecimalNumber.lenientValue(of: text) == nil ? "'" + text : text
  }

  /// Whether a cell of a table begins with an apostrophe that is not part of its text.
  static func isGuarded(_ cell: some Collection<UInt8>) -> Bool {
    guard cell.first == apostrophe, let first = cell.first(where: { $0 != apostrophe }) else { return false }
    return startsFormula(first)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
