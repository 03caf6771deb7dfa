import NetworkReading

/// Reads JSON into ``SourceNode``s, strictly as RFC 8259 says, with the place of every value.
///
/// Foundation's decoder keeps the first of two equal keys in silence, lets trailing commas pass and knows no places;
/// hence a reader of our own.
struct JSONTree {
  let file: String

  /// The single value of a text.
  func parse(_ text: String) throws(Diagnostics) -> SourceNode {
    var scanner = JSONScanner(text: text)
    do throws(JSONScanner.Failure) {
      return try scanner.document()
    } catch {
      throw Diagnostics([
        Diagnostic(file: file, location: error.location, severity: .error, message: error.message, fix: error.fix)
      ])
    }
  }
}

/// One pass over the bytes of a text; nesting is bounded, so that recursion is.
private struct JSONScanner {
  struct Failure: Error {
    let location: TextLocation
    let message: String
    let fix: Advice?
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// How far the characters of the line at hand were counted.
  private var counted = 0
  private var column = 1

  init(text: String) { bytes = Array(text.utf8) }

  mutating func document() throws(Failure) -> SourceNode {
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw failure("something follows the end of the JSON value", "take it away") }
    return root
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func isNext(_ character: Unicode.Scalar) -> Bool { next == UInt8(ascii: character) }

  /// The place of the next byte; columns count characters, not bytes.
  private mutating func here() -> TextLocation {
    for i in counted..<position where bytes[i] & 0xC0 != 0x80 { column += 1 }
    counted = position
    return TextLocation(line: line, column: column)
  }

  private mutating func failure(_ message: String, _ fix: Advice? = nil) -> Failure {
    Failure(location: here(), message: message, fix: fix)
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
        line += 1
        column = 1
        counted = position
      }
    }
  }

  private mutating func expect(_ character: Unicode.Scalar, _ what: String) throws(Failure) {
    guard isNext(character) else {
      throw failure(next == nil ? "the file ends where \(what) should stand" : "\(what) is missing here")
    }
    position += 1
  }

  private mutating func value(depth: Int) throws(Failure) -> SourceNode {
    let start = here()
    guard depth <= SourceLimits.depth else {
      throw failure("lists and objects are nested deeper than \(SourceLimits.depth)")
    }
    switch next {
    case UInt8(ascii: "{"): return SourceNode(value: .mapping(try members(depth: depth)), location: start)
    case UInt8(ascii: "["): return SourceNode(value: .sequence(try items(depth: depth)), location: start)
    case UInt8(ascii: "\""): return SourceNode(value: .scalar(try string(), isQuoted: true), location: start)
    case nil: throw failure("the file ends where a value should stand", "is it cut off?")
    default: return SourceNode(value: .scalar(try word(), isQuoted: false), location: start)
    }
  }

  private mutating func members(depth: Int) throws(Failure) -> [SourceNode.Pair] {
    try expect("{", "{")
    var pairs: [SourceNode.Pair] = []
    var keys: Set<String> = []
    skipSpace()
    if isNext("}") {
      position += 1
      return pairs
    }
    while true {
      skipSpace()
      let place = here()
      guard isNext("\"") else {
        throw failure("a key in double quotes is missing here", "JSON allows no trailing comma")
      }
      let key = try string()
      guard keys.insert(key).inserted else {
        throw Failure(location: place, message: "duplicate key '\(key)'", fix: "keep one of them")
      }
      skipSpace()
      try expect(":", "a colon")
      skipSpace()
      pairs.append(SourceNode.Pair(key: key, location: place, value: try value(depth: depth + 1)))
      skipSpace()
      if isNext(",") {
        position += 1
      } else {
        try expect("}", "a comma or }")
        return pairs
      }
    }
  }

  private mutating func items(depth: Int) throws(Failure) -> [SourceNode] {
    try expect("[", "[")
    var items: [SourceNode] = []
    skipSpace()
    if isNext("]") {
      position += 1
      return items
    }
    while true {
      skipSpace()
      items.append(try value(depth: depth + 1))
      skipSpace()
      if isNext(",") {
        position += 1
      } else {
        try expect("]", "a comma or ]")
        return items
      }
    }
  }

  private mutating func string() throws(Failure) -> String {
    try expect("\"", "a double quote")
    let start = here()
    var text = ""
    var run = position
    while let byte = next {
      guard text.utf8.count + position - run <= SourceLimits.scalarLength else {
        throw Failure(location: start, message: "a text of more than \(SourceLimits.scalarLength) bytes", fix: nil)
      }
      if byte == UInt8(ascii: "\"") {
        text += String(decoding: bytes[run..<position], as: UTF8.self)
        position += 1
        return text
      }
      if byte == UInt8(ascii: "\\") {
        text += String(decoding: bytes[run..<position], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        run = position
      } else if byte < 0x20 {
        throw failure(
          "a control character inside a text",
          "write it as \\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
      } else {
        position += 1
      }
    }
    throw Failure(location: start, message: "a text that is opened here and never closed", fix: "add the closing quote")
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = here()
    position += 1
    guard let letter = next else { throw failure("the file ends inside a text") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(from: start)
      if let scalar = Unicode.Scalar(unit), unit != 0 { return scalar }
      if (0xD800..<0xDC00).contains(unit), isNext("\\") {
        position += 1
        if isNext("u") {
          position += 1
          let low = try hexadecimal(from: start)
          if (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
          {
            return scalar
          }
        }
      }
      throw Failure(location: start, message: "an escape that is not a character", fix: "surrogates come in pairs")
    default:
      throw Failure(location: start, message: "an escape that JSON does not know", fix: "write \\\\ for a backslash")
    }
  }

  private mutating func hexadecimal(from start: TextLocation) throws(Failure) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Failure(location: start, message: "\\u without four hexadecimal digits", fix: nil)
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  /// A number, `true` or `false` as it was written; nothing for `null`, so that no id becomes the word.
  private mutating func word() throws(Failure) -> String {
    let start = here()
    let first = position
    while let byte = next, byte < 0x80, Self.isWord(byte) { position += 1 }
    let text = String(decoding: bytes[first..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || DecimalNumber.isJSON(text) else {
      throw Failure(
        location: start, message: text.isEmpty ? "a value is missing here" : "'\(text)' is not a JSON value",
        fix: "texts stand in double quotes")
    }
    return text == "null" ? "" : text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
