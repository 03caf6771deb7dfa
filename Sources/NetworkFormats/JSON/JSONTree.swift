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

/// One pass over the scalars of a text; nesting is bounded, so that recursion is.
private struct JSONScanner {
  struct Failure: Error {
    let location: TextLocation
    let message: String
    let fix: String?
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var location = TextLocation.start

  init(text: String) { scalars = Array(text.unicodeScalars) }

  mutating func document() throws(Failure) -> SourceNode {
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    if position < scalars.count { throw failure("something follows the end of the JSON value", "take it away") }
    return root
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func failure(_ message: String, _ fix: String? = nil) -> Failure {
    Failure(location: location, message: message, fix: fix)
  }

  private mutating func advance() {
    if scalars[position] == "\n" {
      location = TextLocation(line: location.line + 1, column: 1)
    } else {
      location = TextLocation(line: location.line, column: location.column + 1)
    }
    position += 1
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { advance() }
  }

  private mutating func expect(_ scalar: Unicode.Scalar, _ what: String) throws(Failure) {
    guard next == scalar else {
      throw failure(next == nil ? "the file ends where \(what) should stand" : "\(what) is missing here")
    }
    advance()
  }

  private mutating func value(depth: Int) throws(Failure) -> SourceNode {
    let start = location
    guard depth <= SourceLimits.depth else {
      throw failure("lists and objects are nested deeper than \(SourceLimits.depth)")
    }
    switch next {
    case "{": return SourceNode(value: .mapping(try members(depth: depth)), location: start)
    case "[": return SourceNode(value: .sequence(try items(depth: depth)), location: start)
    case "\"": return SourceNode(value: .scalar(try string(), isQuoted: true), location: start)
    case nil: throw failure("the file ends where a value should stand", "is it cut off?")
    default: return SourceNode(value: .scalar(try word(), isQuoted: false), location: start)
    }
  }

  private mutating func members(depth: Int) throws(Failure) -> [SourceNode.Pair] {
    try expect("{", "{")
    var pairs: [SourceNode.Pair] = []
    var keys: Set<String> = []
    skipSpace()
    if next == "}" {
      advance()
      return pairs
    }
    while true {
      skipSpace()
      let place = location
      guard next == "\"" else {
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
      if next == "," {
        advance()
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
    if next == "]" {
      advance()
      return items
    }
    while true {
      skipSpace()
      items.append(try value(depth: depth + 1))
      skipSpace()
      if next == "," {
        advance()
      } else {
        try expect("]", "a comma or ]")
        return items
      }
    }
  }

  private mutating func string() throws(Failure) -> String {
    try expect("\"", "a double quote")
    let start = location
    var text = ""
    while let scalar = next {
      guard text.utf8.count <= SourceLimits.scalarLength else {
        throw Failure(location: start, message: "a text of more than \(SourceLimits.scalarLength) bytes", fix: nil)
      }
      if scalar == "\"" {
        advance()
        return text
      }
      if scalar == "\\" {
        text.unicodeScalars.append(try escape())
      } else if scalar.value < 0x20 {
        throw failure(
          "a control character inside a text",
          "write it as \\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))")
      } else {
        text.unicodeScalars.append(scalar)
        advance()
      }
    }
    throw Failure(location: start, message: "a text that is opened here and never closed", fix: "add the closing quote")
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = location
    advance()
    guard let letter = next else { throw failure("the file ends inside a text") }
    advance()
    switch letter {
    case "\"", "\\", "/": return letter
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let unit = try hexadecimal(from: start)
      if let scalar = Unicode.Scalar(unit), unit != 0 { return scalar }
      if (0xD800..<0xDC00).contains(unit), next == "\\" {
        advance()
        if next == "u" {
          advance()
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
      guard let digit = next.flatMap({ Character($0).hexDigitValue }) else {
        throw Failure(location: start, message: "\\u without four hexadecimal digits", fix: nil)
      }
      unit = unit << 4 | UInt32(digit)
      advance()
    }
    return unit
  }

  /// A number, `true`, `false` or `null`, as it was written.
  private mutating func word() throws(Failure) -> String {
    let start = location
    var text = ""
    while let scalar = next, scalar.isASCII,
      scalar.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains(scalar)
    {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard ["true", "false", "null"].contains(text) || DecimalNumber.isJSON(text) else {
      throw Failure(
        location: start, message: text.isEmpty ? "a value is missing here" : "'\(text)' is not a JSON value",
        fix: "texts stand in double quotes")
    }
    return text
  }
}
