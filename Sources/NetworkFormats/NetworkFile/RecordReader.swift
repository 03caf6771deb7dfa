import ActorModel
import NetworkReading

/// Reads the fields of records into declared types and notes everything at fault with its place.
struct RecordReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  init(file: String) { self.file = file }

  mutating func error(_ location: TextLocation, _ message: String, _ fix: Advice? = nil) {
    diagnostics.append(Diagnostic(file: file, location: location, severity: .error, message: message, fix: fix))
  }

  mutating func warning(_ location: TextLocation, _ message: String, _ fix: Advice? = nil) {
    diagnostics.append(Diagnostic(file: file, location: location, severity: .warning, message: message, fix: fix))
  }

  /// The values of a record, after unknown, repeated and missing keys were reported.
  mutating func nodes<Record>(of node: SourceNode, _ table: FieldTable<Record>) -> RecordNodes? {
    guard case .mapping(let pairs) = node.value else {
      error(node.location, "\(table.kind.rawValue) is \(node.shape), but should be a mapping of keys to values")
      return nil
    }
    var nodes = RecordNodes(pairs: pairs, fieldCount: table.fields.count)
    var next = 0
    for (i, pair) in pairs.enumerated() {
      guard let position = position(of: pair.key, in: table, from: next) else {
        let near = NearestNames(to: pair.key, among: table.keys).first
        error(
          pair.location, "unknown key '\(pair.key.clipped)' in \(table.kind.rawValue)",
          near.map { "did you mean '\($0)'?" } ?? "keys here are \(table.keys.joined(separator: ", "))")
        continue
      }
      if nodes.put(i, at: position) {
        error(pair.location, "duplicate key '\(pair.key.clipped)'", "keep one of them")
      }
      next = position + 1
    }
    for position in table.required where nodes[position] == nil {
      let key = table.keys[position]
      error(node.location, "\(table.kind.rawValue) has no \(key)", "add \(key): …")
    }
    return nodes
  }

  /// Where the field under a key stands; most files have their keys in the order of the table.
  private func position<Record>(of key: String, in table: FieldTable<Record>, from next: Int) -> Int? {
    for position in next..<table.keys.count where table.keys[position] == key { return position }
    return table.keys[..<next].firstIndex(of: key)
  }

  mutating func items(of node: SourceNode?, _ what: String) -> [SourceNode] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else {
      if node.isAbsent { return [] }
      error(node.location, "\(what) is \(node.shape), but should be a list", "write a list: [a, b], or one item a line")
      return []
    }
    return items
  }

  mutating func text(_ node: SourceNode?, _ what: String) -> String? {
    guard let node, let text = scalar(node, what) else { return nil }
    warnOfControls(in: text, what, at: node.location)
    return text
  }

  /// Warns of characters that steer terminals or turn the direction of writing; a text may have lines and tabs.
  private mutating func warnOfControls(in text: String, _ what: String, at place: TextLocation) {
    guard !text.isPrintableASCII,
      text.unicodeScalars.contains(where: { $0.steersTerminals && !["\n", "\r", "\t"].contains($0) })
    else { return }
    warning(
      place, "\(what) has control or direction-changing characters; they are kept, and escaped when shown",
      "take them out")
  }

  private mutating func scalar(_ node: SourceNode, _ what: String) -> String? {
    guard !node.isAbsent else {
      error(node.location, "\(what) has no value", "write one, or take the key away")
      return nil
    }
    guard case .scalar(let text, _) = node.value else {
      error(node.location, "\(what) is \(node.shape), but should be a single value")
      return nil
    }
    return isWhole(text, what, at: node.location) ? text : nil
  }

  /// Whether a text has no NUL, at which other programs would cut it; YAML and JSON can write one as an escape.
  private mutating func isWhole(_ text: String, _ what: String, at place: TextLocation) -> Bool {
    guard text.utf8.contains(0) else { return true }
    error(place, "\(what) has the control character U+0", "take it out")
    return false
  }

  mutating func identifier(_ node: SourceNode?, _ what: String) -> String? {
    guard let node, let text = scalar(node, what) else { return nil }
    if let bad = text.unicodeScalars.first(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      error(
        node.location, "\(what) has the control character U+\(String(bad.value, radix: 16, uppercase: true))",
        "take it out")
      return nil
    }
    warnOfControls(in: text, what, at: node.location)
    return text
  }

  mutating func date(_ node: SourceNode?, _ what: String) -> CalendarDate? {
    guard let node, let text = text(node, what) else { return nil }
    do {
      return try CalendarDate(text)
    } catch {
      self.error(node.location, "\(what): \(error)")
      return nil
    }
  }

  mutating func number(_ node: SourceNode?, _ what: String) -> Double? {
    guard let node, let text = text(node, what) else { return nil }
    guard let value = DecimalNumber.value(of: text) else {
      error(node.location, "\(what) '\(text)' is not a finite number", Advice(DecimalNumber.advice(for: text)))
      return nil
    }
    return value
  }

  /// One of a few words.
  mutating func word(_ node: SourceNode, _ what: String, among words: [String]) -> String? {
    guard let text = text(node, what) else { return nil }
    if words.contains(text) { return text }
    let near = NearestNames(to: text, among: words).first
    error(
      node.location, "\(what) '\(text)' is none of \(words.joined(separator: ", "))",
      near.map { "did you mean '\($0)'?" } ?? "write one of these words")
    return nil
  }

  /// A digit of the Admiralty code.
  mutating func credibility(_ node: SourceNode, _ what: String) -> Credibility? {
    guard let digit = text(node, what) else { return nil }
    if let credibility = Int(digit).flatMap(Credibility.init(rawValue:)) { return credibility }
    error(node.location, "\(what) '\(digit)' is none of 1 to 6", "1 is confirmed, 6 cannot be judged")
    return nil
  }

  mutating func texts(_ node: SourceNode?, _ what: String) -> [String] {
    items(of: node, what).compactMap { identifier($0, "an entry of \(what)") }
  }

  mutating func attributes(_ node: SourceNode?, _ what: String) -> [Attribute] {
    guard let node else { return [] }
    guard case .mapping(let pairs) = node.value else {
      error(node.location, "\(what) is \(node.shape), but should be a mapping of keys to values")
      return []
    }
    var attributes: [Attribute] = []
    for pair in pairs {
      switch pair.value.value {
      case .scalar:
        if isWhole(pair.key, "a key of \(what)", at: pair.location),
          let text = text(pair.value, "\(what) '\(pair.key)'")
        {
          attributes.append(Attribute(pair.key, text))
        }
      case .sequence:
        attributes.append(
          Attribute(
            pair.key,
            list: items(of: pair.value, pair.key).compactMap { text($0, "an entry of \(pair.key)") }))
      case .mapping: error(pair.value.location, "\(what) '\(pair.key)' is a mapping, but should be a value or a list")
      }
    }
    return attributes
  }
}

/// The values of one record, by key and by the position of their field in the table.
struct RecordNodes {
  private let pairs: [SourceNode.Pair]
  /// Where the value of each field stands among the pairs; −1 where it is not there.
  private var places: [Int32]

  init(pairs: [SourceNode.Pair], fieldCount: Int) {
    self.pairs = pairs
    places = [Int32](repeating: -1, count: fieldCount)
  }

  /// The value of the field at a position of the table; the last where its key stands twice.
  subscript(position: Int) -> SourceNode? { places[position] < 0 ? nil : pairs[Int(places[position])].value }

  /// The value of a key; the last where it stands twice.
  subscript(key: String) -> SourceNode? { pairs.last { $0.key == key }?.value }

  /// Notes where the value of a field stands, and returns whether one was there before.
  fileprivate mutating func put(_ pair: Int, at position: Int) -> Bool {
    defer { places[position] = Int32(pair) }
    return places[position] >= 0
  }
}

extension SourceNode {
  /// The place of a value inside this one, or of the nearest thing around it that stands in the file.
  func location(of path: FieldPath) -> TextLocation {
    var node = self
    for step in path.steps {
      switch (step, node.value) {
      case (.key(let key), .mapping(let pairs)):
        guard let pair = pairs.last(where: { $0.key == key }) else { return node.location }
        node = pair.value
      case (.index(let position), .sequence(let items)):
        guard items.indices.contains(position) else { return node.location }
        node = items[position]
      default: return node.location
      }
    }
    return node.location
  }
}
