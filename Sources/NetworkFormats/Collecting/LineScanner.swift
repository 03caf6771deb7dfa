import ActorModel
import NetworkReading

/// Cuts bytes into lines and lines into words, one line at a time, without a string for each word.
struct LineScanner {
  struct Token {
    var start: Int
    var end: Int
    /// Whether quotes stood around it; `start` and `end` are inside them.
    var isQuoted = false

    /// Where it begins in the file, with its quote.
    var offset: Int { isQuoted ? start - 1 : start }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether words may stand in double quotes, with spaces inside.
  let hasQuotes: Bool
  /// Whether commas separate words as spaces do.
  let hasCommas: Bool
  private(set) var position: Int
  /// The line at hand, from 1.
  private(set) var line = 0
  private(set) var lineStart = 0
  private(set) var lineEnd = 0
  private(set) var tokens: [Token] = []
  /// The opening quote that is not closed on the line at hand.
  private(set) var openQuote: Int?

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, hasQuotes: Bool, hasCommas: Bool = false) {
    self.bytes = bytes
    self.hasQuotes = hasQuotes
    self.hasCommas = hasCommas
    position = start
  }

  /// Goes to the next line; `false` at the end of the file.
  mutating func nextLine() -> Bool {
    guard position < bytes.count else { return false }
    tokens.removeAll(keepingCapacity: true)
    openQuote = nil
    line += 1
    lineStart = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { nextToken() }
    lineEnd = position
    guard position < bytes.count else { return true }
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C || (hasCommas && byte == 0x2C)
  }

  private mutating func nextToken() {
    if isSpace(bytes[position]) {
      position += 1
      return
    }
    if hasQuotes, bytes[position] == 0x22 {
      let start = position + 1
      var end = start
      while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let isClosed = end < bytes.count && bytes[end] == 0x22
      if !isClosed { openQuote = openQuote ?? position }
      tokens.append(Token(start: start, end: end, isQuoted: true))
      position = isClosed ? end + 1 : end
      return
    }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D, !isSpace(bytes[position]) {
      position += 1
    }
    tokens.append(Token(start: start, end: position))
  }

  /// A word as text.
  func text(_ token: Token) -> String { String(decoding: bytes[token.start..<token.end], as: UTF8.self) }

  /// The text from a word to the end of the line.
  func rest(from token: Token) -> String { String(decoding: bytes[token.offset..<lineEnd], as: UTF8.self).trimmed }

  /// The whole line as text.
  var lineText: String { String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self) }

  /// The first byte of the line that is no space; `nil` on a blank line.
  var firstByte: UInt8? { tokens.first.map { bytes[$0.offset] } }

  /// The place of a byte of the line at hand.
  func place(of offset: Int) -> TextLocation {
    var column = 1
    for i in lineStart..<min(offset, bytes.count) where bytes[i] & 0xC0 != 0x80 { column += 1 }
    return TextLocation(line: line, column: column)
  }

  func place(of token: Token) -> TextLocation { place(of: token.offset) }

  /// A word as a whole number; `nil` where it is none or does not fit.
  func integer(_ token: Token) -> Int? {
    guard token.start < token.end, token.end - token.start <= 18 else { return nil }
    var value = 0
    for i in token.start..<token.end {
      let byte = bytes[i]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
