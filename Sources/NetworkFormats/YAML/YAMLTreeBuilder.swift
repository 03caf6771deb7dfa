import NetworkReading

/// Makes the tree of one document from libyaml's events.
struct YAMLTreeBuilder: ~Copyable {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var events: YAMLEvents
  /// Anchors of values that are complete, to which aliases may lead.
  private var anchors: Set<String> = []
  /// The first thing that is YAML and no part of a network file; what is no YAML at all goes before.
  private var refusal: Diagnostics?

  init(file: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
    events = YAMLEvents(bytes)
  }

  /// The only document.
  mutating func document() throws(Diagnostics) -> SourceNode {
    try next()  // The start of the stream.
    try next()
    guard events.kind != .streamEnd else {
      throw failure(.start, "the file holds no YAML document", "write network: and a name first")
    }
    try next()
    let root = try value(depth: 0)
    try next()  // The end of the document.
    try next()
    guard events.kind == .streamEnd else {
      throw failure(events.place, "a second document begins here", "a network file holds one; take away the ---")
    }
    if let refusal { throw refusal }
    return root
  }

  private mutating func next() throws(Diagnostics) {
    do throws(YAMLEvents.Failure) {
      try events.next()
    } catch {
      throw Diagnostics([diagnostic(for: error)])
    }
  }

  // MARK: Values

  /// The value that begins with the event at hand; the event at hand is its last then.
  private mutating func value(depth: Int) throws(Diagnostics) -> SourceNode {
    let place = events.place
    guard depth < SourceLimits.depth else { throw tooDeep(place) }
    let anchor = events.anchor
    if let anchor, events.kind == .alias, !anchors.contains(anchor) {
      throw failure(
        place, "the file is not YAML here: found undefined alias",
        "write the value out; a network file has no aliases")
    }
    if anchor != nil {
      refuse(place, "an anchor (&) or alias (*)", "write the value out; a network file has no aliases")
    }
    refuseTag(at: place)
    let value = try content(depth: depth, at: place)
    if let anchor { anchors.insert(anchor) }
    return SourceNode(value: value, location: place)
  }

  private mutating func content(depth: Int, at place: TextLocation) throws(Diagnostics) -> SourceNode.Value {
    switch events.kind {
    case .scalar:
      if events.textLength > SourceLimits.scalarLength {
        refuse(place, "a text of more than \(SourceLimits.scalarLength) bytes")
      }
      return .scalar(events.text, isQuoted: events.isQuoted)
    case .sequenceStart:
      var items: [SourceNode] = []
      try next()
      while events.kind != .sequenceEnd {
        items.append(try value(depth: depth + 1))
        try next()
      }
      return .sequence(items)
    case .mappingStart: return .mapping(try pairs(depth: depth))
    default: return .scalar("", isQuoted: false)
    }
  }

  private mutating func pairs(depth: Int) throws(Diagnostics) -> [SourceNode.Pair] {
    var pairs: [SourceNode.Pair] = []
    try next()
    while events.kind != .mappingEnd {
      let place = events.place
      let key = try key(depth: depth)
      try next()
      pairs.append(SourceNode.Pair(key: key, location: place, value: try value(depth: depth + 1)))
      try next()
    }
    try refuseDuplicates(pairs)
    return pairs
  }

  /// The key that begins with the event at hand.
  private mutating func key(depth: Int) throws(Diagnostics) -> String {
    let place = events.place
    guard events.kind == .scalar else {
      refuse(place, "a key that is not a single word")
      _ = try value(depth: depth + 1)
      // No other key is like it.
      return "\u{0}\(place.line):\(place.column)"
    }
    let text = events.text
    if let anchor = events.anchor {
      refuse(place, "an anchor (&) on a key", "take it away")
      anchors.insert(anchor)
    }
    if text == "<<", !events.isQuoted { refuse(place, "a merge key (<<)", "write the values out") }
    return text
  }

  private func refuseDuplicates(_ pairs: [SourceNode.Pair]) throws(Diagnostics) {
    var firsts: [String: TextLocation] = [:]
    var repeated: [String: TextLocation] = [:]
    // Most records have few keys, which are compared at once.
    if pairs.count <= 16 {
      for later in pairs.indices.dropFirst() {
        if let earlier = pairs[..<later].first(where: { $0.key == pairs[later].key }) {
          repeated[earlier.key] = earlier.location
        }
      }
    } else {
      for pair in pairs {
        if let first = firsts[pair.key] { repeated[pair.key] = first } else { firsts[pair.key] = pair.location }
      }
    }
    guard !repeated.isEmpty else { return }
    let keys = repeated.keys.sorted()
    let names = keys.map { "'\($0.clipped)'" }.joined(separator: ", ")
    throw failure(
      keys.first.flatMap { repeated[$0] } ?? .start, "duplicate key \(names); it stands here for the first time",
      "keep one of them")
  }

  /// Refuses a type that is written out (`!!binary`, `!own`): what a value is, its field tells.
  private mutating func refuseTag(at place: TextLocation) {
    guard let tag = events.tag else { return }
    let isCollection = events.kind == .sequenceStart || events.kind == .mappingStart
    if Self.plainTags.contains(tag) || (isCollection && tag == "!") { return }
    let name = tag.replacing("tag:yaml.org,2002:", with: "!!").prefix(40)
    refuse(place, "a tag (\(name))", "take it away; what a value is, its field tells")
  }

  private static let plainTags: Set<String> = [
    "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq",
  ]

  // MARK: Problems

  private mutating func refuse(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) {
    if refusal == nil { refusal = failure(place, message, fix) }
  }

  private func tooDeep(_ place: TextLocation) -> Diagnostics {
    failure(place, "lists and mappings are nested deeper than \(SourceLimits.depth)")
  }

  private func failure(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) -> Diagnostics {
    Diagnostics([Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)])
  }

  private func diagnostic(for failure: YAMLEvents.Failure) -> Diagnostic {
    func at(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) -> Diagnostic {
      Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)
    }
    switch failure.kind {
    case .memory: return at(.start, "there is no memory to read the file")
    case .character:
      return at(
        place(ofByte: failure.offset), "a character that YAML does not allow: \(failure.problem)", "take it out")
    case .syntax where isIndentedByTab(failure.place.line):
      return at(failure.place, "a tab used for indentation", "indent with spaces")
    case .syntax where failure.problem.contains("block sequence entries"):
      return at(
        failure.place, "a - that begins a list where a single value should stand",
        "a sign is written positive, negative or neutral; put any other - in quotes")
    case .syntax:
      return at(
        failure.place, "the file is not YAML here: \(failure.problem)", "check indentation, colons and quotes")
    }
  }

  /// Whether a line, counted from 1, begins with spaces and a tab.
  private func isIndentedByTab(_ number: Int) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return false }
    return lines[number - 1].prefix { $0 == 0x20 || $0 == 0x09 }.contains(0x09)
  }

  /// Line and column of a byte.
  private func place(ofByte offset: Int) -> TextLocation {
    let before = bytes.prefix(offset)
    let line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return TextLocation(line: line, column: before[start...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }
}
