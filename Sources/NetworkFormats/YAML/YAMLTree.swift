import NetworkReading

/// Reads YAML into ``SourceNode``s.
///
/// Anchors and aliases, merge keys and tags are refused: a network file has no use for them, and they are how small
/// files grow large.
struct YAMLTree {
  let file: String

  /// The single document of a text.
  func parse(_ text: String) throws(Diagnostics) -> SourceNode {
    try refuseFloodsAndMarks(text)
    var text = text
    let result: Result<SourceNode, Diagnostics> = text.withUTF8 { bytes in
      var builder = YAMLTreeBuilder(file: file, bytes: bytes)
      do throws(Diagnostics) {
        return .success(try builder.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Ends a bomb before anything of it is read.
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

  private func failure(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) -> Diagnostics {
    Diagnostics([Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)])
  }
}
