import Yams

/// Writes ``SourceNode``s as YAML: records one key a line, short lists and mappings of plain values on one line.
struct YAMLWriter {
  /// The text of a tree.
  ///
  /// - Throws: That the tree holds something YAML cannot.
  func write(_ root: SourceNode) throws(UnwritableNetwork) -> String {
    if let text = Self.marked(in: root) {
      throw UnwritableNetwork(
        "'\(text.prefix(40))' begins with a byte order mark (U+FEFF), which readers of YAML drop; take it out"
          .escapingControls)
    }
    do {
      return try Yams.serialize(node: convert(root), width: -1, allowUnicode: true)
    } catch {
      throw UnwritableNetwork("the network cannot be written as YAML: \(error)")
    }
  }

  /// The first text that begins with a byte order mark.
  private static func marked(in node: SourceNode) -> String? {
    switch node.value {
    case .scalar(let text, _): text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text : nil
    case .sequence(let items): items.lazy.compactMap(marked).first
    case .mapping(let pairs):
      pairs.lazy.compactMap { pair in
        pair.key.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? pair.key : marked(in: pair.value)
      }.first
    }
  }

  private func convert(_ node: SourceNode) -> Node {
    switch node.value {
    case .scalar(let text, let isQuoted): return scalar(text, isText: isQuoted)
    case .sequence(let items):
      return .sequence(Node.Sequence(items.map(convert), .implicit, isShort(items) ? .flow : .block))
    case .mapping(let pairs):
      let converted = pairs.map { (scalar($0.key, isText: true), convert($0.value)) }
      return .mapping(
        Node.Mapping(converted, .implicit, isShort(pairs.map(\.value)) && pairs.count < 5 ? .flow : .block))
    }
  }

  /// A text that other readers would take for a number, a date, a boolean or nothing is quoted.
  private func scalar(_ text: String, isText: Bool) -> Node {
    let plain = Node(text, .implicit, .plain)
    let looksTyped = isText && Resolver.default.resolveTag(of: plain) != .str && !isDate(text)
    return Node(text, looksTyped ? Tag(.str) : .implicit, looksTyped || text.isEmpty ? .singleQuoted : .any)
  }

  private func isDate(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && text.contains("-") && !text.hasPrefix("-")
  }

  private func isShort(_ items: [SourceNode]) -> Bool {
    var length = 0
    for item in items {
      guard case .scalar(let text, _) = item.value, !text.contains("\n") else { return false }
      length += text.count + 2
    }
    return length < 80
  }
}
