/// Numbers as this package's files write them: digits, a point, an exponent; nothing else.
public struct DecimalNumber: Sendable {
  /// A finite number from its text, `nil` where the text is anything else.
  ///
  /// The form is `-`, digits, `.` and digits, `e` and digits; no `+` in front, no `,`, no `_`, no `nan`, `inf` or
  /// hexadecimal.
  public static func value(of text: some StringProtocol) -> Double? {
    guard isDecimal(text), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// A finite number as other programs write them: also `+5`, `.5` and `5.`; `nil` where the text is anything else.
  package static func lenientValue(of text: some StringProtocol) -> Double? {
    if let value = value(of: text) { return value }
    var rest = Substring(text)
    if rest.hasPrefix("+") { rest = rest.dropFirst() }
    var sign = ""
    if rest.hasPrefix("-"), !text.hasPrefix("+") {
      rest = rest.dropFirst()
      sign = "-"
    }
    guard let first = rest.utf8.first, first == UInt8(ascii: ".") || (0x30...0x39).contains(first) else { return nil }
    let mantissa = rest.prefix { $0 != "e" && $0 != "E" }
    let exponent = rest.dropFirst(mantissa.count)
    var digits = mantissa.hasSuffix(".") ? String(mantissa.dropLast()) : String(mantissa)
    if digits.hasPrefix(".") { digits = "0" + digits }
    return value(of: sign + digits + exponent)
  }

  /// What to write instead of a text that is not a number.
  public static func advice(for text: String) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, groups[0].utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      isDecimal(groups.joined())
    {
      return "write \(groups.joined()) if the comma separates thousands, with a point if it separates decimals"
    }
    let repaired = text.replacing(",", with: ".")
    if text.contains(","), isDecimal(repaired) { return "write \(repaired), with a point" }
    return "write digits, and a point before decimals: 0.5"
  }

  /// Whether a text is a number as JSON allows it.
  package static func isJSON(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let leadsWithZero = digits.hasPrefix("0") && (digits.dropFirst().first?.isNumber ?? false)
    return isDecimal(text) && !leadsWithZero
  }

  private static func isDecimal(_ text: some StringProtocol) -> Bool {
    var rest = Array(text.utf8)[...]
    func digits(_ rest: inout ArraySlice<UInt8>) -> Bool {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard digits(&rest) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard digits(&rest) else { return false }
    }
    return rest.isEmpty
  }
}
