/// Writes ``SourceNode``s as JSON, in order, two spaces a level.
struct JSONWriter {
  /// The text of a tree, with a newline at the end.
  func write(_ root: SourceNode) -> String {
    var text = ""
    append(root, indent: 0, to: &text)
    return text + "\n"
  }

  private func append(_ node: SourceNode, indent: Int, to text: inout String) {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch node.value {
    case .scalar(let scalar, let isQuoted): text += isQuoted ? Self.quoted(scalar) : scalar
    case .sequence(let items) where items.isEmpty: text += "[]"
    case .mapping(let pairs) where pairs.isEmpty: text += "{}"
    case .sequence(let items):
      text += "[\n"
      for (i, item) in items.enumerated() {
        text += inner
        append(item, indent: indent + 1, to: &text)
        text += i + 1 < items.count ? ",\n" : "\n"
      }
      text += outer + "]"
    case .mapping(let pairs):
      text += "{\n"
      for (i, pair) in pairs.enumerated() {
        text += inner + Self.quoted(pair.key) + ": "
        append(pair.value, indent: indent + 1, to: &text)
        text += i + 1 < pairs.count ? ",\n" : "\n"
      }
      text += outer + "}"
    }
  }

  /// A text in double quotes, with what JSON does not allow escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
