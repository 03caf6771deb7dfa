/// What readers of YAML 1.1 take a plain scalar for.
///
/// They read `NO` as false, `0123` as an octal number and `1:30` as 90; a text that looks so is written in quotes.
///
/// - Source: the types of YAML 1.1, https://yaml.org/type/; where they differ, the patterns of PyYAML and Yams.
struct YAMLPlainText {
  private static let words: Set<String> = [
    "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off",
    "Off", "OFF", "~", "null", "Null", "NULL", "", "<<", "=", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf",
    "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
  ]

  /// Whether a text would be taken for a truth value, a number, a time or nothing.
  static func looksTyped(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return words.contains(text) || Array(text.utf8).withUnsafeBufferPointer(looksNumeric)
    // The words are short, and few texts begin like them.
    default: return text.utf8.count <= 5 && words.contains(text)
    }
  }

  private static func looksNumeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isWhole(bytes) || isFloating(bytes) || isTime(bytes)
  }

  // MARK: Numbers

  private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = Cursor(bytes)
    rest.skipSign()
    if rest.skip("0") {
      if rest.isAtEnd { return true }
      var other = rest
      if other.skip("b") { return other.skipAll { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F } > 0 && other.isAtEnd }
      if other.skip("x") { return other.skipAll(Self.isHexadecimal) > 0 && other.isAtEnd }
      _ = rest.skip("o")
      return rest.skipAll { (0x30...0x37).contains($0) || $0 == 0x5F } > 0 && rest.isAtEnd
    }
    // Digits, and numbers of base 60: 1:30.
    guard rest.startsWithDigit else { return false }
    rest.skipAll(Self.isDigitOrBar)
    while rest.skipSixtieth() {}
    return rest.isAtEnd
  }

  private static func isFloating(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = Cursor(bytes)
    if rest.skip(".") {
      guard rest.skipAll(Self.isDigitOrBar) > 0 else { return false }
      return rest.isAtEnd || (rest.skipExponent(needsSign: true) && rest.isAtEnd)
    }
    rest.skipSign()
    guard rest.startsWithDigit else { return false }
    rest.skipAll(Self.isDigitOrBar)
    var sixtieths = rest
    if sixtieths.skipSixtieth() {
      while sixtieths.skipSixtieth() {}
      guard sixtieths.skip(".") else { return false }
      sixtieths.skipAll(Self.isDigitOrBar)
      return sixtieths.isAtEnd
    }
    if rest.skip(".") { rest.skipAll(Self.isDigitOrBar) }
    return rest.isAtEnd || (rest.skipExponent(needsSign: false) && rest.isAtEnd)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDigitOrBar(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "_") }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigitOrBar(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // MARK: Times

  /// A day, or a day and a time of it: `2025-07-03 14:00:00 +2:00`.
  private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = Cursor(bytes)
    guard rest.skipDigits(4...4), rest.skip("-"), rest.skipDigits(1...2), rest.skip("-"), rest.skipDigits(1...2) else {
      return false
    }
    if rest.isAtEnd { return bytes.count == 10 }
    guard rest.skip("T") || rest.skip("t") || rest.skipAll(Self.isBlank) > 0 else { return false }
    guard rest.skipDigits(1...2), rest.skip(":"), rest.skipDigits(2...2), rest.skip(":"), rest.skipDigits(2...2) else {
      return false
    }
    if rest.skip(".") { rest.skipAll(Self.isDigit) }
    if rest.isAtEnd { return true }
    rest.skipAll(Self.isBlank)
    if rest.skip("Z") { return rest.isAtEnd }
    guard rest.skip("+") || rest.skip("-"), rest.skipDigits(1...2) else { return false }
    return rest.isAtEnd || (rest.skip(":") && rest.skipDigits(2...2) && rest.isAtEnd)
  }

  /// A place in a text.
  private struct Cursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    var startsWithDigit: Bool { !isAtEnd && YAMLPlainText.isDigit(bytes[position]) }

    /// Goes over one character, where it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard !isAtEnd, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func skipSign() { if !skip("+") { _ = skip("-") } }

    /// Goes over all characters of a kind, and says how many there were.
    @discardableResult
    mutating func skipAll(_ isOfKind: (UInt8) -> Bool) -> Int {
      let start = position
      while !isAtEnd, isOfKind(bytes[position]) { position += 1 }
      return position - start
    }

    /// Goes over as many digits as there are, which must be so many.
    mutating func skipDigits(_ count: ClosedRange<Int>) -> Bool { count.contains(skipAll(YAMLPlainText.isDigit)) }

    /// Goes over a colon and a number below 60 of one or two digits.
    mutating func skipSixtieth() -> Bool {
      var rest = self
      guard rest.skip(":") else { return false }
      let start = rest.position
      guard rest.skipDigits(1...2), rest.position - start == 1 || bytes[start] < UInt8(ascii: "6") else { return false }
      self = rest
      return true
    }

    mutating func skipExponent(needsSign: Bool) -> Bool {
      guard skip("e") || skip("E") else { return false }
      let isSigned = skip("+") || skip("-")
      return (isSigned || !needsSign) && skipAll(YAMLPlainText.isDigit) > 0
    }
  }
}
