/// Writes XML 1.0 in UTF-8, two spaces a level; what would not come back as it was is written as a reference.
struct XMLWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var open: [String] = []

  /// A writer that has written the XML declaration.
  init() { add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// Opens an element; attributes without a value are left out.
  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    add(">\n")
    open.append(name)
  }

  /// Writes an element that holds nothing.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    add("/>\n")
  }

  /// Writes an element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    tag(name, attributes)
    add(">")
    XMLText.escape(text, isAttribute: false, into: &bytes)
    add("</\(name)>\n")
  }

  /// Closes the innermost element.
  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    add("</\(name)>\n")
  }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    indent()
    add("<\(name)")
    for (key, value) in attributes {
      guard let value else { continue }
      add(" \(key)=\"")
      XMLText.escape(value, isAttribute: true, into: &bytes)
      add("\"")
    }
  }

  private mutating func indent() {
    for _ in open { add("  ") }
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Characters in XML.
enum XMLText {
  /// Whether a character may stand in XML 1.0, even as a reference.
  static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Whether a text can be written and read back.
  static func allows(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF } || text.unicodeScalars.allSatisfy { allows($0) }
  }

  /// The text with U+FFFD for every character that XML cannot hold.
  static func clean(_ text: String) -> String {
    if allows(text) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { allows($0) ? $0 : "\u{FFFD}" }))
  }

  /// Appends a text with everything that means something to XML as a reference; a character that XML cannot hold
  /// becomes U+FFFD.
  static func escape(_ text: String, isAttribute: Bool, into bytes: inout [UInt8]) {
    for byte in clean(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 0xD: bytes.append(contentsOf: "&#13;".utf8)
      case 0xA where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case 0x9 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
