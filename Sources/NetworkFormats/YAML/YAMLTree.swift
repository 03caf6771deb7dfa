import Yams

/// Reads YAML into ``SourceNode``s.
///
/// Anchors and aliases, merge keys and tags are refused: a network file has no use for them, and they are how small
/// files grow large.
struct YAMLTree {
  let file: String

  /// The single document of a text.
  func parse(_ text: String) throws(Diagnostics) -> SourceNode {
    try refuseFloodsAndMarks(text)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw Diagnostics([diagnostic(for: error, in: text)])
    } catch {
      throw failure(.start, "the file is not YAML: \(error)")
    }
    guard let root else { throw failure(.start, "the file holds no YAML document", "write network: and a name first") }
    // Nodes refer to their anchors weakly and the parser owns them; without it an alias bomb would look harmless.
    return try withExtendedLifetime(parser) { () throws(Diagnostics) in try convert(root, depth: 0) }
  }

  /// Ends a bomb before the parser sees it: comparing keys that are nested aliases takes it exponential time.
  ///
  /// Words that begin with `*` in running text are rare and harmless; only many of them together with an anchor count.
  /// A byte order mark inside the text, where files were joined, would become a letter of the word behind it.
  private func refuseFloodsAndMarks(_ text: String) throws(Diagnostics) {
    var recent: UInt32 = 0
    var anchors = 0
    var aliases = 0
    var firstAlias: TextLocation?
    var line = 1
    var column = 0
    var startsToken = true
    var marker: UInt8?
    for byte in text.utf8 {
      column += byte & 0xC0 == 0x80 ? 0 : 1
      recent = (recent << 8 | UInt32(byte)) & 0xFF_FFFF
      if recent == 0xEF_BBBF {
        throw failure(
          TextLocation(line: line, column: column), "a byte order mark (U+FEFF) inside the file", "take it out")
      }
      if let mark = marker, !Self.endsWord(byte), byte != UInt8(ascii: "*") {
        if mark == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
        if mark == UInt8(ascii: "*"), firstAlias == nil { firstAlias = TextLocation(line: line, column: column - 1) }
      }
      marker = startsToken && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) ? byte : nil
      startsToken = Self.endsWord(byte) || byte == UInt8(ascii: "-")
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
    }
    guard anchors > 0, aliases >= SourceLimits.aliases, let firstAlias else { return }
    throw failure(
      firstAlias, "an alias (*), the first of \(aliases)", "write the values out; a network file has no aliases")
  }

  /// Whether a word of YAML cannot go on after this byte.
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private func convert(_ node: Node, depth: Int) throws(Diagnostics) -> SourceNode {
    let place = location(of: node)
    guard depth < SourceLimits.depth else {
      throw failure(place, "lists and mappings are nested deeper than \(SourceLimits.depth)")
    }
    guard node.anchor == nil else {
      throw failure(place, "an anchor (&) or alias (*)", "write the value out; a network file has no aliases")
    }
    try refuseTag(of: node, at: place)
    switch node {
    case .scalar(let scalar):
      guard scalar.string.utf8.count <= SourceLimits.scalarLength else {
        throw failure(place, "a text of more than \(SourceLimits.scalarLength) bytes")
      }
      return SourceNode(value: .scalar(scalar.string, isQuoted: isQuoted(scalar)), location: place)
    case .sequence(let sequence):
      var items: [SourceNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return SourceNode(value: .sequence(items), location: place)
    case .mapping(let mapping):
      var pairs: [SourceNode.Pair] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          throw failure(location(of: key), "a key that is not a single word")
        }
        if key.anchor != nil { throw failure(location(of: key), "an anchor (&) on a key", "take it away") }
        if scalar.string == "<<", scalar.style == .plain {
          throw failure(location(of: key), "a merge key (<<)", "write the values out")
        }
        pairs.append(
          SourceNode.Pair(
            key: scalar.string, location: location(of: key), value: try convert(value, depth: depth + 1)))
      }
      return SourceNode(value: .mapping(pairs), location: place)
    case .alias:
      throw failure(place, "an alias (*)", "write the value out; a network file has no aliases")
    }
  }

  /// Refuses a type that is written out (`!!binary`, `!own`): what a value is, its field tells.
  private func refuseTag(of node: Node, at place: TextLocation) throws(Diagnostics) {
    if case .alias = node { return }
    let tag = node.tag.description
    if tag == Tag.Name.str.rawValue || tag == Tag.Name.map.rawValue || tag == Tag.Name.seq.rawValue { return }
    let name = tag.replacing("tag:yaml.org,2002:", with: "!!").prefix(40)
    throw failure(place, "a tag (\(name))", "take it away; what a value is, its field tells")
  }

  private func isQuoted(_ scalar: Node.Scalar) -> Bool {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted, .literal, .folded: true
    case .any, .plain: false
    }
  }

  private func location(of node: Node) -> TextLocation {
    node.mark.map { TextLocation(line: $0.line, column: $0.column) } ?? .start
  }

  private func failure(_ place: TextLocation, _ message: String, _ fix: String? = nil) -> Diagnostics {
    Diagnostics([Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)])
  }

  private func diagnostic(for error: YamlError, in text: String) -> Diagnostic {
    func at(_ place: TextLocation, _ message: String, _ fix: String? = nil) -> Diagnostic {
      Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)
    }
    func at(_ mark: Mark, _ message: String, _ fix: String? = nil) -> Diagnostic {
      at(TextLocation(line: max(mark.line, 1), column: max(mark.column, 1)), message, fix)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      if let line = text.line(mark.line), line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        return at(mark, "a tab used for indentation", "indent with spaces")
      }
      if problem.contains("nesting") || problem.contains("nested") || problem.contains("depth") {
        return at(mark, "lists and mappings are nested deeper than \(SourceLimits.depth)")
      }
      if problem.contains("block sequence entries") {
        return at(
          mark, "a - that begins a list where a single value should stand",
          "a sign is written positive, negative or neutral; put any other - in quotes")
      }
      return at(mark, "the file is not YAML here: \(problem)", "check indentation, colons and quotes")
    case .composer(_, let problem, let mark, _):
      if problem.contains("another document") {
        return at(mark, "a second document begins here", "a network file holds one; take away the ---")
      }
      return at(mark, "the file is not YAML here: \(problem)", "write the value out; a network file has no aliases")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      return at(context.mark, "duplicate key \(names); it stands here for the first time", "keep one of them")
    case .reader(let problem, let offset, _, _):
      return at(text.location(ofByte: offset ?? 0), "a character that YAML does not allow: \(problem)", "take it out")
    case .memory:
      return at(TextLocation.start, "lists and mappings are nested deeper than \(SourceLimits.depth)")
    default:
      return at(TextLocation.start, "the file is not YAML: \(error)")
    }
  }
}

extension String {
  /// A line of the text, counted from 1.
  fileprivate func line(_ number: Int) -> Substring? {
    var rest = self[...]
    for _ in 1..<max(number, 1) {
      guard let end = rest.firstIndex(where: \.isNewline) else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    return rest.prefix { !$0.isNewline }
  }

  /// Line and column of a byte.
  fileprivate func location(ofByte offset: Int) -> TextLocation {
    let before = unicodeScalars.prefix(offset)
    let line = before.reduce(1) { $0 + ($1 == "\n" ? 1 : 0) }
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    return TextLocation(line: line, column: column)
  }
}
