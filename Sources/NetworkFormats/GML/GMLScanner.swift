import ActorModel
import NetworkReading

/// Cuts GML into keys, values and brackets, with their places.
///
/// - Source: M. Himsolt, GML: a portable graph file format, University of Passau 1997.
struct GMLScanner {
  enum Token: Hashable {
    case key(String)
    case number(String)
    case string(String)
    case open
    case close
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
  /// Up to where columns of the line were counted, so that a long line is not counted anew for each word.
  private var counted = 0
  private var column = 1
  /// Entities of no known name, which are kept as they were written.
  private(set) var unknownEntities: [(name: String, location: TextLocation)] = []
  /// Where text beyond ASCII stands first; the format is ASCII.
  private(set) var firstRaw: TextLocation?
  /// Where the token read last begins.
  private(set) var location = TextLocation.start

  init(text: String) { bytes = Array(text.utf8) }

  private mutating func here() -> TextLocation {
    for i in counted..<position where bytes[i] & 0xC0 != 0x80 { column += 1 }
    counted = position
    return TextLocation(line: line, column: column)
  }

  private mutating func newLine() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
    counted = position
    column = 1
  }

  /// Passes over spaces and comments; a `#` begins one outside strings.
  private mutating func skip() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D {
        newLine()
      } else if byte <= 0x20 || byte == 0x7F {
        position += 1
      } else if byte == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else {
        return
      }
    }
  }

  mutating func next() throws(Failure) -> Token {
    skip()
    location = here()
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "["):
      position += 1
      return .open
    case UInt8(ascii: "]"):
      position += 1
      return .close
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func word() throws(Failure) -> Token {
    let start = position
    while position < bytes.count, bytes[position] > 0x20, !"[]\"#".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard text.utf8.count <= SourceLimits.scalarLength else {
      throw Failure(location: location, message: "a word of more than \(SourceLimits.scalarLength) bytes", fix: nil)
    }
    let first = bytes[start]
    let isNumber = (0x30...0x39).contains(first) || "+-.".utf8.contains(first)
    return isNumber ? .number(text) : .key(text)
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      let byte = bytes[position]
      if byte >= 0x80, firstRaw == nil { firstRaw = here() }
      guard text.count <= SourceLimits.scalarLength else {
        throw Failure(location: location, message: "a text of more than \(SourceLimits.scalarLength) bytes", fix: nil)
      }
      if byte == UInt8(ascii: "&"), let entity = entity() {
        text += Array(String(entity).utf8)
      } else if byte == 0x0A || byte == 0x0D {
        let start = position
        newLine()
        text += bytes[start..<position]
      } else {
        text.append(byte)
        position += 1
      }
    }
    guard position < bytes.count else {
      throw Failure(location: location, message: "a text that is opened here and never closed", fix: "add the quote")
    }
    position += 1
    if position < bytes.count, bytes[position] > 0x20, !"[]#".utf8.contains(bytes[position]) {
      throw Failure(
        location: here(), message: "text after a closing quote", fix: "write a quote inside a text as &quot;")
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of an entity at hand, behind which reading goes on; `nil` where there is none that is known.
  private mutating func entity() -> Unicode.Scalar? {
    guard let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x26 && $0 < 0x80 }) else { return nil }
    guard let scalar = Self.scalar(named: name) else {
      unknownEntities.append((name, here()))
      return nil
    }
    position = end + 1
    return scalar
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "quot": return "\""
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.hasPrefix("#") else { return latin.firstIndex(of: name).flatMap { Unicode.Scalar(0xC0 + UInt32($0)) } }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// HTML's names of the letters from U+00C0 on.
  private static let latin = """
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde \
    Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde \
    auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde \
    ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """.split(separator: " ").map(String.init)
}
