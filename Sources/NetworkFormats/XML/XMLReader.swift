import NetworkReading

/// Reads XML 1.0 strictly, one piece at a time, over the bytes of a file.
///
/// There is no recovery: a file that is cut off, followed by junk or not well-formed is refused with the place. There
/// are no document types: DOCTYPE is refused, so that only the five entities of XML and character references exist
/// and nothing is ever fetched. Depth, texts and attributes are bounded.
///
/// Foundation's parser on Linux returns success for files that are cut off and drops entities in silence; hence a
/// reader of our own.
///
/// - Source: Extensible Markup Language (XML) 1.0, fifth edition, W3C 2008; Namespaces in XML 1.0, W3C 2009.
///
/// Members that change nothing are mutating where they are called for each element, since a call of one that is not
/// copies the reader.
struct XMLReader {
  /// What comes next in the file.
  enum Event {
    /// A start tag: ``XMLReader/name``, ``XMLReader/prefix`` and ``XMLReader/attributes`` tell more.
    case start
    /// The end of the element that is open.
    case end
    /// Text that is more than white space.
    case text
    /// The end of the file, after the root was closed.
    case done
  }

  /// An attribute of a start tag, by the offsets of its parts.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
    /// Position among the decoded values, where the value is not the very bytes of the file; else −1.
    let decoded: Int
  }

  /// An element that is not closed yet.
  struct OpenElement {
    let name: Range<Int>
    let offset: Int
  }

  /// A prefix bound to a namespace by an open element.
  struct Binding {
    let prefix: String
    let namespace: String
    let depth: Int
  }

  /// The file's name, for messages.
  let file: String
  let bytes: XMLBytes
  var position = 0
  var open: [OpenElement] = []
  var bindings: [Binding] = []
  /// Position of the binding of the empty prefix; −1 without one.
  var defaultBinding = -1
  var isEmptyElement = false
  var hasRoot = false
  private var places = TextPlaces()

  /// Where the local name of the element that starts stands.
  var nameRange = 0..<0
  /// Where its prefix stands; empty when it has none.
  var prefixRange = 0..<0
  /// Where the latest event begins.
  var offset = 0
  /// The attributes of the start tag, in the file's order.
  var attributes: [Attribute] = []
  var decodedValues: [String] = []

  /// A reader at the start of a file; a declaration has been read.
  init(_ input: InputFile) throws(Diagnostics) {
    file = input.name
    bytes = try XMLBytes(input)
    try declaration()
  }

  /// The local name of the element that starts.
  var name: String { string(nameRange) }

  /// The prefix of the element that starts; empty when it has none.
  var prefix: String { string(prefixRange) }

  /// Whether the element that starts has a local name.
  mutating func isNamed(_ word: StaticString) -> Bool { bytes.isEqual(nameRange, to: word) }

  /// How many elements are open.
  var depth: Int { open.count }

  /// The next piece of the file. Comments, processing instructions and white space between elements are passed over.
  ///
  /// - Throws: What is not well-formed, with its place.
  mutating func next() throws(Diagnostics) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      close()
      return .end
    }
    while position < bytes.count {
      offset = position
      guard bytes[position] == UInt8(ascii: "<") else {
        if try text() { return .text }
        continue
      }
      switch bytes.byte(at: position + 1) {
      case UInt8(ascii: "/"):
        try endTag()
        return .end
      case UInt8(ascii: "?"): try instruction()
      case UInt8(ascii: "!"):
        if try exclamation() { return .text }
      default:
        try startTag()
        return .start
      }
    }
    try end()
    return .done
  }

  /// The place of an offset.
  mutating func location(of offset: Int) -> TextLocation { places.location(of: offset, in: bytes.bytes) }

  /// The place of the latest event.
  mutating func location() -> TextLocation { location(of: offset) }

  /// An error at an offset.
  mutating func failure(at offset: Int, _ message: String, _ fix: Advice? = nil) -> Diagnostics {
    Diagnostics([
      Diagnostic(file: file, location: location(of: offset), severity: .error, message: message, fix: fix)
    ])
  }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String { bytes.string(range) }

  mutating func skipSpace() {
    while Self.isSpace(bytes.byte(at: position)) { position += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA || byte == 0x9 || byte == 0xD }

  static func isNameStart(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return (small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_") || byte >= 0x80
      || byte == UInt8(ascii: ":")
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// Leaves the innermost element and forgets the prefixes it bound.
  mutating func close() {
    while let last = bindings.last, last.depth == open.count {
      bindings.removeLast()
      if last.prefix.isEmpty { defaultBinding = bindings.lastIndex { $0.prefix.isEmpty } ?? -1 }
    }
    open.removeLast()
  }

  private mutating func end() throws(Diagnostics) {
    if let last = open.last {
      let name = string(last.name)
      let opened = location(of: last.offset)
      throw failure(
        at: bytes.count, "the file ends inside <\(name)>, which was opened at \(opened.line):\(opened.column)",
        "is it cut off?")
    }
    guard hasRoot else { throw failure(at: 0, "the file holds no element", "is it empty or cut off?") }
  }

  /// The `<?xml …?>` at the start.
  private mutating func declaration() throws(Diagnostics) {
    guard bytes.isNext("<?xml", at: 0), Self.isSpace(bytes.byte(at: 5)) else { return }
    position = 5
    while true {
      let hadSpace = Self.isSpace(bytes.byte(at: position))
      skipSpace()
      if bytes.isNext("?>", at: position) { break }
      guard hadSpace, Self.isNameStart(bytes.byte(at: position)) else {
        throw failure(at: position, "the XML declaration is not closed with ?>", "<?xml version=\"1.0\"?>")
      }
      try attribute()
    }
    position += 2
    for attribute in attributes {
      let name = string(attribute.name)
      guard ["version", "encoding", "standalone"].contains(name) else {
        throw failure(at: attribute.name.lowerBound, "the XML declaration has no '\(name)'", "take it out")
      }
    }
    guard let version = attributes.first, string(version.name) == "version" else {
      throw failure(at: 0, "the XML declaration has no version", "<?xml version=\"1.0\"?>")
    }
    if string(version.value) != "1.0" {
      throw failure(
        at: version.value.lowerBound, "XML \(string(version.value)) is not read", "save the file as XML 1.0")
    }
  }
}
