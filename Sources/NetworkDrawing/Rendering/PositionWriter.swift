/// Writes positions and sizes as JSON, actors sorted by id.
struct PositionWriter {
  let composition: Composition
  /// Positions of actors that are not in the picture.
  var others = Positions()

  init(_ composition: Composition, others: Positions = Positions()) {
    self.composition = composition
    self.others = others
  }

  func text() -> String {
    let page = composition.page
    var text = "{\n  \"unit\": \"pt\",\n  \"data\": \(Self.quoted(composition.dataHash)),\n"
    text += "  \"page\": {\"x\": \(page.minX), \"y\": \(page.minY), "
    text += "\"width\": \(page.width), \"height\": \(page.height)},\n  \"positions\": {"
    var lines = others.points.mapValues { "{\"x\": \($0.x), \"y\": \($0.y)}" }
    for actor in composition.actors {
      lines[actor.id] =
        "{\"x\": \(actor.center.x), \"y\": \(actor.center.y), "
        + "\"width\": \(actor.size.width), \"height\": \(actor.size.height)}"
    }
    text += lines.sorted { $0.key < $1.key }.map { "\n    \(Self.quoted($0)): \($1)" }.joined(separator: ",")
    return text + (lines.isEmpty ? "}\n}\n" : "\n  }\n}\n")
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
