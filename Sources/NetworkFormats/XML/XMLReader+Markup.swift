import NetworkReading

extension XMLReader {
  /// A start tag, `position` at its `<`.
  mutating func startTag() throws(Diagnostics) {
    let tag = position
    if open.isEmpty && hasRoot {
      throw failure(at: tag, "a second document begins after the end of the first", "a file holds one root element")
    }
    guard open.count < XMLLimits.depth else {
      throw failure(at: tag, "elements are nested deeper than \(XMLLimits.depth)")
    }
    position += 1
    let range = try nameRange("an element's name", fix: "write &lt; for a < in text")
    split(range)
    attributes.removeAll(keepingCapacity: true)
    if !decodedValues.isEmpty { decodedValues.removeAll() }
    var bindsPrefixes = false
    while true {
      let hadSpace = XMLReader.isSpace(bytes.byte(at: position))
      skipSpace()
      let next = bytes.byte(at: position)
      if next == UInt8(ascii: ">") {
        position += 1
        break
      }
      if next == UInt8(ascii: "/"), bytes.byte(at: position + 1) == UInt8(ascii: ">") {
        position += 2
        isEmptyElement = true
        break
      }
      if position >= bytes.count {
        throw failure(at: bytes.count, "the file ends inside the tag <\(string(range))>", "is it cut off?")
      }
      if !hadSpace { throw failure(at: position, "a space is missing before this attribute") }
      try attribute()
      if let last = attributes.last, bytes.isNext("xmlns", at: last.name.lowerBound) { bindsPrefixes = true }
    }
    hasRoot = true
    open.append(OpenElement(name: range, offset: tag))
    if bindsPrefixes { bind() }
    offset = tag
  }

  /// An end tag, `position` at its `<`.
  mutating func endTag() throws(Diagnostics) {
    let tag = position
    position += 2
    let range = try nameRange("an element's name")
    skipSpace()
    guard let last = open.last else { throw failure(at: tag, "</\(string(range))> closes nothing", "take it out") }
    guard bytes.isSame(range, last.name) else {
      let opened = location(of: last.offset)
      throw failure(
        at: tag,
        "</\(string(range))> where <\(string(last.name))>, opened at \(opened.line):\(opened.column), should be closed",
        "close elements in the order they were opened")
    }
    guard bytes.byte(at: position) == UInt8(ascii: ">") else {
      throw failure(at: position, position < bytes.count ? "a > is missing here" : "the file ends inside an end tag")
    }
    position += 1
    close()
  }

  /// An attribute, `position` at its name.
  mutating func attribute() throws(Diagnostics) {
    let name = try nameRange("an attribute's name")
    guard attributes.count < XMLLimits.attributes else {
      throw failure(at: name.lowerBound, "an element with more than \(XMLLimits.attributes) attributes")
    }
    for other in attributes where bytes.isSame(other.name, name) {
      throw failure(at: name.lowerBound, "duplicate attribute '\(string(name))'", "keep one of them")
    }
    skipSpace()
    guard bytes.byte(at: position) == UInt8(ascii: "=") else {
      throw failure(at: position, "the attribute '\(string(name))' has no value", "write \(string(name))=\"…\"")
    }
    position += 1
    skipSpace()
    let quote = bytes.byte(at: position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure(at: position, "the value of '\(string(name))' is not in quotes", "write \(string(name))=\"…\"")
    }
    position += 1
    let start = position
    var isPlain = true
    let stop = bytes.bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < bytes.count, bytes[i] != quote, bytes[i] != UInt8(ascii: "<") {
        if bytes[i] == UInt8(ascii: "&") || bytes[i] < 0x20 { isPlain = false }
        i += 1
      }
      return i
    }
    guard bytes.byte(at: stop) == quote, stop < bytes.count else {
      let isCut = stop >= bytes.count
      throw failure(
        at: isCut ? start - 1 : stop,
        isCut ? "the value of '\(string(name))' is opened here and never closed" : "a < inside an attribute's value",
        isCut ? "add the closing quote" : "write &lt;")
    }
    try checkLength(start..<stop)
    position = stop + 1
    if !isPlain { decodedValues.append(try decode(start..<stop, isAttribute: true)) }
    attributes.append(Attribute(name: name, value: start..<stop, decoded: isPlain ? -1 : decodedValues.count - 1))
  }

  /// A comment, a CDATA section or a declaration, `position` at its `<`; true when it is text with something in it.
  mutating func exclamation() throws(Diagnostics) -> Bool {
    if bytes.isNext("<!--", at: position) {
      try comment()
      return false
    }
    if bytes.isNext("<![CDATA[", at: position) {
      guard !open.isEmpty else { throw failure(at: position, "text outside the root element", "take it out") }
      return !string(try characterData()).allSatisfy(\.isWhitespace)
    }
    if bytes.isNext("<!DOCTYPE", at: position) {
      throw failure(
        at: position, "a document type (DOCTYPE)",
        "take it out; entities of its own and other files are never read")
    }
    throw failure(at: position, position + 9 > bytes.count ? "the file ends here" : "markup that XML does not know")
  }

  /// Passes over a comment.
  mutating func comment() throws(Diagnostics) {
    let start = position
    guard let end = bytes.find("--", from: position + 4) else {
      throw failure(at: start, "a comment that is opened here and never closed", "add -->")
    }
    guard bytes.byte(at: end + 2) == UInt8(ascii: ">") else {
      throw failure(at: end, "-- inside a comment", "write - - instead")
    }
    position = end + 3
  }

  /// Passes over a CDATA section; its text is returned.
  mutating func characterData() throws(Diagnostics) -> Range<Int> {
    let start = position + 9
    guard let end = bytes.find("]]>", from: start) else {
      throw failure(at: position, "a CDATA section that is opened here and never closed", "add ]]>")
    }
    try checkLength(start..<end)
    position = end + 3
    return start..<end
  }

  /// Passes over a processing instruction.
  mutating func instruction() throws(Diagnostics) {
    let start = position
    position += 2
    let target = try nameRange("an instruction's name")
    if string(target).lowercased() == "xml" {
      throw failure(
        at: start, "an XML declaration that is not the first thing in the file", "take away what stands before it")
    }
    guard let end = bytes.find("?>", from: position) else {
      throw failure(at: start, "an instruction that is opened here and never closed", "add ?>")
    }
    position = end + 2
  }

  /// A name at `position`, which moves behind it.
  mutating func nameRange(_ what: String, fix: Advice? = nil) throws(Diagnostics) -> Range<Int> {
    let start = position
    guard XMLReader.isNameStart(bytes.byte(at: start)) else {
      throw failure(
        at: start, start < bytes.count ? "\(what) is missing here" : "the file ends where \(what) should be", fix)
    }
    var end = start + 1
    bytes.bytes.withUnsafeBufferPointer { bytes in
      while end < bytes.count, XMLReader.isNamePart(bytes[end]) { end += 1 }
    }
    guard end - start <= XMLLimits.nameLength else {
      throw failure(at: start, "a name of more than \(XMLLimits.nameLength) bytes")
    }
    position = end
    return start..<end
  }

  /// Sets name and prefix from a qualified name.
  private mutating func split(_ range: Range<Int>) {
    let colon = bytes.bytes.withUnsafeBufferPointer { bytes in
      var i = range.lowerBound
      while i < range.upperBound, bytes[i] != UInt8(ascii: ":") { i += 1 }
      return i
    }
    let hasPrefix = colon < range.upperBound
    prefixRange = range.lowerBound..<(hasPrefix ? colon : range.lowerBound)
    nameRange = (hasPrefix ? colon + 1 : range.lowerBound)..<range.upperBound
  }

  /// Notes the prefixes that the start tag binds.
  private mutating func bind() {
    for attribute in attributes where bytes.isNext("xmlns", at: attribute.name.lowerBound) {
      let name = string(attribute.name)
      guard name == "xmlns" || name.hasPrefix("xmlns:") else { continue }
      let prefix = String(name.dropFirst(6))
      let namespace = value(of: attribute)
      bindings.append(Binding(prefix: prefix, namespace: namespace, depth: open.count))
      if prefix.isEmpty { defaultBinding = bindings.count - 1 }
    }
  }
}

/// Limits that end a hostile file in a plain error before memory grows.
enum XMLLimits {
  /// Elements inside each other.
  static let depth = 64
  /// Bytes of one text or attribute value.
  static let textLength = 65_536
  /// Bytes of one name.
  static let nameLength = 1024
  /// Attributes of one element.
  static let attributes = 256
}
