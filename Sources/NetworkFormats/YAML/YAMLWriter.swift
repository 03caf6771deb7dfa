import NetworkReading

/// Writes ``SourceNode``s as YAML: records one key a line, short lists and mappings of plain values on one line.
struct YAMLWriter {
  /// The bytes of a tree.
  ///
  /// - Throws: That the tree holds something YAML cannot.
  func write(_ root: SourceNode) throws(UnwritableNetwork) -> [UInt8] {
    if let text = Self.marked(in: root) {
      throw UnwritableNetwork(
        "'\(text.prefix(40))' begins with a byte order mark (U+FEFF), which readers of YAML drop; take it out"
          .escapingControls)
    }
    var emitter = YAMLEmitter()
    emit(root, to: &emitter)
    guard let bytes = emitter.finish() else {
      throw UnwritableNetwork("the network cannot be written as YAML: there is no memory for it")
    }
    return bytes
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

  private func emit(_ node: SourceNode, to emitter: inout YAMLEmitter) {
    switch node.value {
    case .scalar(let text, let isQuoted): emitter.scalar(text, style(of: text, isText: isQuoted))
    case .sequence(let items):
      emitter.startSequence(isShort(items.lazy.map(\.value)) ? .line : .block)
      for item in items { emit(item, to: &emitter) }
      emitter.endSequence()
    case .mapping(let pairs):
      emitter.startMapping(pairs.count < 5 && isShort(pairs.lazy.map(\.value.value)) ? .line : .block)
      for pair in pairs {
        emitter.scalar(pair.key, style(of: pair.key, isText: true))
        emit(pair.value, to: &emitter)
      }
      emitter.endMapping()
    }
  }

  /// A text that other readers would take for a number, a boolean or nothing is quoted; a date is not, as people write it.
  private func style(of text: String, isText: Bool) -> YAMLEmitter.Style {
    text.isEmpty || (isText && !isDate(text) && YAMLPlainText.looksTyped(text)) ? .quoted : .plain
  }

  private func isDate(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && text.utf8.dropFirst().contains(UInt8(ascii: "-")) && text.utf8.first != UInt8(ascii: "-")
  }

  private func isShort(_ values: some Sequence<SourceNode.Value>) -> Bool {
    var length = 0
    for value in values {
      guard case .scalar(let text, _) = value, !text.utf8.contains(UInt8(ascii: "\n")) else { return false }
      length += text.count + 2
      if length >= 80 { return false }
    }
    return true
  }
}
