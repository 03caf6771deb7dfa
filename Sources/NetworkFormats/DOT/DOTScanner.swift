import ActorModel
import NetworkReading

/// Cuts DOT into words and signs, with their places; never by way of Graphviz, whose reader ends the process.
///
/// - Source: the DOT language, https://graphviz.org/doc/info/lang.html
struct DOTScanner {
  enum Token: Hashable {
    /// A name: a word, a number or a text in quotes.
    case id(String, isQuoted: Bool)
    /// A label in angle brackets, without the outermost.
    case html(String)
    /// `->` or `--`
    case arrow(isDirected: Bool)
    /// One of `{ } [ ] ; , = : +`
    case sign(Character)
    case end
  }

  struct Failure: Error {
    let location: TextLocation
    let message: String
    let fix: Advice?
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var counted = 0
  private var column = 1
  /// Where the token read last begins.
  private(set) var location = TextLocation.start

  init(text: String) { bytes = Array(text.utf8) }

  mutating func next() throws(Failure) -> Token {
    try skip()
    location = here()
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""): return .id(try string(), isQuoted: true)
    case UInt8(ascii: "<"): return .html(try html())
    case UInt8(ascii: "-") where follows(">") || follows("-"):
      position += 2
      return .arrow(isDirected: bytes[position - 1] == UInt8(ascii: ">"))
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"),
      UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "+"):
      position += 1
      return .sign(Character(Unicode.Scalar(byte)))
    default: return try word()
    }
  }

  private mutating func here() -> TextLocation {
    for i in counted..<position where bytes[i] & 0xC0 != 0x80 { column += 1 }
    counted = position
    return TextLocation(line: line, column: column)
  }

  private func follows(_ character: Unicode.Scalar) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: character)
  }

  /// Goes over one byte, counting lines.
  private mutating func advance() {
    let byte = bytes[position]
    position += 1
    guard byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A)) else { return }
    line += 1
    counted = position
    column = 1
  }

  /// Passes over spaces and comments; a line that begins with `#` is one, as C's preprocessor leaves them, behind
  /// spaces too.
  private mutating func skip() throws(Failure) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 || byte == 0x7F {
        advance()
      } else if byte == UInt8(ascii: "#"), beginsLine() {
        skipLine()
      } else if byte == UInt8(ascii: "/"), follows("/") {
        skipLine()
      } else if byte == UInt8(ascii: "/"), follows("*") {
        let start = here()
        position += 2
        while position + 1 < bytes.count, !(bytes[position] == 0x2A && bytes[position + 1] == 0x2F) { advance() }
        guard position + 1 < bytes.count else {
          throw Failure(location: start, message: "a comment that is opened here and never closed", fix: "add */")
        }
        position += 2
      } else {
        return
      }
    }
  }

  /// Whether nothing but spaces stands before the position on its line.
  private func beginsLine() -> Bool {
    let before = bytes[..<position].reversed().first { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0A || before == 0x0D
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  /// A word, or a number; digits that run into letters are an error, since Graphviz makes two names of them.
  private mutating func word() throws(Failure) -> Token {
    let start = position
    let first = bytes[start]
    let isNumber = (0x30...0x39).contains(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
    while position < bytes.count, isWord(bytes[position]) || (isNumber && "-.".utf8.contains(bytes[position])) {
      if bytes[position] == UInt8(ascii: "-"), position > start { break }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard position > start else {
      let scalar = String(decoding: bytes[start...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
      throw Failure(location: location, message: "'\(scalar)' cannot stand here", fix: "put names in quotes")
    }
    guard position - start <= SourceLimits.scalarLength else {
      throw Failure(location: location, message: "a name of more than \(SourceLimits.scalarLength) bytes", fix: nil)
    }
    if isNumber {
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      let isSound = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      guard isSound, digits.filter({ $0 == "." }).count <= 1, digits.contains(where: \.isNumber) else {
        throw Failure(location: location, message: "'\(text)' is neither a number nor a name", fix: "put it in quotes")
      }
    }
    return .id(text, isQuoted: false)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }

  /// A text in quotes: only `\"` stands for something else, and a backslash at the end of a line joins it to the next.
  private mutating func string() throws(Failure) -> String {
    let start = location
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard text.count <= SourceLimits.scalarLength else {
        throw Failure(location: start, message: "a text of more than \(SourceLimits.scalarLength) bytes", fix: nil)
      }
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        switch bytes[position + 1] {
        case UInt8(ascii: "\""):
          text.append(UInt8(ascii: "\""))
          position += 2
          continue
        case UInt8(ascii: "\\"):
          text += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
          position += 2
          continue
        case 0x0A, 0x0D:
          position += 1
          if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
          advance()
          continue
        default: break
        }
      }
      text.append(bytes[position])
      advance()
    }
    guard position < bytes.count else {
      throw Failure(location: start, message: "a text that is opened here and never closed", fix: "add the quote")
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// A label in angle brackets, which must balance.
  private mutating func html() throws(Failure) -> String {
    let start = position
    var depth = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { depth += 1 }
      if bytes[position] == UInt8(ascii: ">") { depth -= 1 }
      advance()
      if depth == 0 { break }
      guard position - start <= SourceLimits.scalarLength else {
        throw Failure(location: location, message: "a text of more than \(SourceLimits.scalarLength) bytes", fix: nil)
      }
    }
    guard depth == 0 else {
      throw Failure(location: location, message: "a label <…> that is opened here and never closed", fix: "add the >")
    }
    return String(decoding: bytes[start + 1..<position - 1], as: UTF8.self)
  }
}
