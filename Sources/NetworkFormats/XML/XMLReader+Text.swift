import NetworkReading

/// What stands between a start tag and its end tag.
enum XMLContent {
  /// Text alone.
  case text(String)
  /// Elements too, the first of which has this name and follows this text; they were passed over.
  case elements(first: String, before: String)
}

extension XMLReader {
  /// The value of an attribute.
  mutating func value(of attribute: Attribute) -> String {
    attribute.decoded < 0 ? string(attribute.value) : decodedValues[attribute.decoded]
  }

  /// The attribute with a qualified name.
  mutating func attribute(_ name: StaticString) -> Attribute? {
    for i in attributes.indices where bytes.isEqual(attributes[i].name, to: name) { return attributes[i] }
    return nil
  }

  /// The value of the attribute with a qualified name.
  mutating func value(_ name: StaticString) -> String? {
    guard let attribute = attribute(name) else { return nil }
    return value(of: attribute)
  }

  /// The namespace of the element that starts; `nil` when it has none, or its prefix is not bound.
  var namespace: String? {
    mutating get {
      let binding = binding
      return binding < 0 ? nil : bindings[binding].namespace
    }
  }

  /// Position of the binding that gives the element that starts its namespace; −1 without one.
  var binding: Int {
    mutating get {
      if prefixRange.isEmpty { return defaultBinding }
      let prefix = prefix
      return bindings.lastIndex { $0.prefix == prefix } ?? -1
    }
  }

  /// The bytes up to the end tag of the element that has just started, where they are text and mean exactly what
  /// they say; the end tag is read. `nil` when there is more to it, and nothing is read.
  mutating func plainContent() throws(Diagnostics) -> Range<Int>? {
    guard !isEmptyElement, let plain = plainRun() else { return nil }
    try checkLength(plain)
    offset = position
    try endTag()
    return plain
  }

  /// Everything up to the end tag of the element that has just started; the end tag is read.
  mutating func content() throws(Diagnostics) -> XMLContent {
    if isEmptyElement {
      isEmptyElement = false
      close()
      return .text("")
    }
    let start = position
    if let plain = try plainContent() { return .text(string(plain)) }
    var text: [UInt8] = []
    var first: String?
    let depth = self.depth
    while true {
      offset = position
      if position >= bytes.count {
        _ = try next()
      } else if bytes[position] != UInt8(ascii: "<") {
        let run = try textRun()
        if first == nil { text += Array(try decode(run, isAttribute: false).utf8) }
      } else if bytes.isNext("<![CDATA[", at: position) {
        let run = try characterData()
        if first == nil { text += Array(Self.withUnixLines(string(run)).utf8) }
      } else if bytes.isNext("<!--", at: position) {
        try comment()
      } else if bytes.byte(at: position + 1) == UInt8(ascii: "?") {
        try instruction()
      } else if bytes.byte(at: position + 1) == UInt8(ascii: "/") {
        try endTag()
        if self.depth < depth { break }
      } else {
        _ = try next()
        if first == nil { first = qualifiedName }
        if isEmptyElement { _ = try next() }
      }
      if text.count > XMLLimits.textLength {
        throw failure(at: start, "a text of more than \(XMLLimits.textLength) bytes")
      }
    }
    let string = String(decoding: text, as: UTF8.self)
    return first.map { .elements(first: $0, before: string) } ?? .text(string)
  }

  /// The name of the element that starts, as it is written.
  var qualifiedName: String { prefixRange.isEmpty ? name : "\(prefix):\(name)" }

  /// Passes over the element that has just started, with everything in it.
  mutating func skip() throws(Diagnostics) {
    let depth = self.depth
    while self.depth >= depth { _ = try next() }
  }

  /// Text up to the next tag; true when it is more than white space.
  mutating func text() throws(Diagnostics) -> Bool {
    let start = position
    skipSpace()
    if position >= bytes.count || bytes[position] == UInt8(ascii: "<") { return false }
    guard !open.isEmpty else {
      throw failure(at: position, "text \(hasRoot ? "after" : "before") the root element", "take it out")
    }
    offset = position
    position = start
    _ = try decode(try textRun(), isAttribute: false)
    return true
  }

  /// A run of text up to the next `<`.
  private mutating func textRun() throws(Diagnostics) -> Range<Int> {
    let start = position
    bytes.bytes.withUnsafeBufferPointer { bytes in
      while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    }
    try checkLength(start..<position)
    return start..<position
  }

  /// A run of text that is followed by an end tag and means exactly what its bytes say; `nil` when there is more to it.
  private mutating func plainRun() -> Range<Int>? {
    let start = position
    let end = bytes.bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < bytes.count, bytes[i] != UInt8(ascii: "<") {
        if bytes[i] == UInt8(ascii: "&") || bytes[i] == 0xD || bytes[i] == UInt8(ascii: "]") { return bytes.count }
        i += 1
      }
      return i
    }
    guard end < bytes.count, bytes.byte(at: end + 1) == UInt8(ascii: "/") else { return nil }
    position = end
    return start..<end
  }

  mutating func checkLength(_ range: Range<Int>) throws(Diagnostics) {
    if range.count > XMLLimits.textLength {
      throw failure(at: range.lowerBound, "a text of more than \(XMLLimits.textLength) bytes")
    }
  }

  /// The text that bytes stand for: references resolved, line ends and, in attributes, white space normalised.
  mutating func decode(_ range: Range<Int>, isAttribute: Bool) throws(Diagnostics) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "&"):
        let (scalar, length) = try reference(at: i, before: range.upperBound)
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        i += length
        continue
      case 0xD:
        if bytes.byte(at: i + 1) == 0xA { i += 1 }
        result.append(isAttribute ? 0x20 : 0xA)
      case 0xA, 0x9: result.append(isAttribute ? 0x20 : bytes[i])
      case UInt8(ascii: "]") where !isAttribute && bytes.isNext("]]>", at: i):
        throw failure(at: i, "]]> outside a CDATA section", "write ]]&gt;")
      default: result.append(bytes[i])
      }
      i += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A reference that begins with the `&` at an offset, and how many bytes it takes.
  private mutating func reference(at start: Int, before end: Int) throws(Diagnostics) -> (Unicode.Scalar, Int) {
    let limit = min(end, start + 34)
    guard let close = bytes.bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw failure(at: start, "an & that begins no entity", "write &amp;")
    }
    let name = string((start + 1)..<close)
    let length = close + 1 - start
    let predefined: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let scalar = predefined[name] { return (scalar, length) }
    guard name.hasPrefix("#") else {
      let isName = !name.isEmpty && name.utf8.allSatisfy(XMLReader.isNamePart)
      throw failure(
        at: start, isName ? "the entity &\(name); is none of XML's five" : "an & that begins no entity",
        isName ? "write the character itself" : "write &amp;")
    }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    let isDigits = digits.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isHexDigit && (isHexadecimal || Character(Unicode.Scalar(byte)).isNumber)
    }
    guard isDigits, let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value),
      XMLText.allows(scalar)
    else { throw failure(at: start, "&\(name); is no character that XML allows", "take it out") }
    return (scalar, length)
  }

  /// The text with CR LF and CR as LF.
  private static func withUnixLines(_ text: String) -> String {
    guard text.utf8.contains(0xD) else { return text }
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" && wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = scalar == "\r"
      result.append(wasReturn ? "\n" : scalar)
    }
    return String(result)
  }
}
