/// Finishes Graphviz' SVG: the tooltips become titles, the font gets a fallback, title and description are added.
///
/// Works line by line on what Graphviz writes for graphs of this module, in which no text of a user begins a line.
struct SVGText {
  let composition: Composition

  /// A sign of no width after each `&`, which keeps Graphviz from taking what follows for an entity; removed here.
  static let guardMark = "\u{2060}"
  static let fonts = "DejaVu Sans,Verdana,Geneva,Arial,sans-serif"

  private struct State {
    var output = ""
    var tooltip: String?
    var depth = 0
    var anchorDepths: [Int] = []
    var pendingPath = ""
  }

  /// The finished text.
  func finished(_ svg: String) -> String {
    let names = ElementNames(composition)
    var tooltips: [String: String] = [:]
    for actor in composition.actors { tooltips[names.actor(actor.id)] = actor.tooltip }
    for relation in composition.relations { tooltips[names.relation(relation.id)] = relation.tooltip }
    for (index, label) in composition.labels.enumerated() {
      tooltips["\(names.prefix)label-\(index + 1)"] = label.tooltip
    }
    var state = State()
    state.output.reserveCapacity(svg.utf8.count)
    var isHead = true
    var openTag = ""
    for line in svg.split(separator: "\n", omittingEmptySubsequences: true) {
      if isHead {
        // Everything before the drawing is replaced by our own.
        guard line.hasPrefix("<g id=\"graph0\"") else { continue }
        isHead = false
        state.output += head(names) + line.replacing("id=\"graph0\" ", with: "id=\"\(names.prefix)network\" ") + "\n"
        state.depth = 1
        continue
      }
      if line.hasPrefix("<!--") { continue }
      if line.hasPrefix("<g id=\"a_") {
        openTag = ""
        state.anchorDepths.append(state.depth)
        state.depth += 1
        continue
      }
      if line.hasPrefix("<a ") || line == "</a>" { continue }
      if line == "</g>" {
        flush(&state)
        state.depth -= 1
        if state.anchorDepths.last == state.depth {
          state.anchorDepths.removeLast()
          continue
        }
        state.output += "</g>\n"
        continue
      }
      if line.hasPrefix("<g ") {
        flush(&state)
        state.depth += 1
        openTag = String(line).replacing("&#45;", with: "-")
        let id = openTag.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
        state.tooltip = tooltips[id]
        state.output += openTag + "\n"
        continue
      }
      if line.hasPrefix("<title>") {
        if let tooltip = state.tooltip { state.output += "<title>\(Self.escaped(tooltip))</title>\n" }
        continue
      }
      write(line, &state)
    }
    flush(&state)
    return state.output
  }

  private func write(_ line: Substring, _ state: inout State) {
    if line.hasPrefix("<path"), let start = line.firstRange(of: " d=\"")?.upperBound {
      // The dashes of one line become one path.
      let lead = line[..<start]
      if !state.pendingPath.isEmpty && state.pendingPath.hasPrefix(lead) {
        state.pendingPath += " " + line[start...].prefix { $0 != "\"" }
        return
      }
      flush(&state)
      state.pendingPath = String(lead + line[start...].prefix { $0 != "\"" })
      return
    }
    flush(&state)
    var text = String(line)
    if line.hasPrefix("<text") {
      text = text.replacing(" font-family=\"DejaVu Sans Bold\"", with: " font-weight=\"bold\"")
        .replacing(" font-family=\"DejaVu Sans\"", with: "")
        .replacing("&amp;" + Self.guardMark, with: "&amp;")
    }
    state.output += text + "\n"
  }

  private func flush(_ state: inout State) {
    guard !state.pendingPath.isEmpty else { return }
    state.output += state.pendingPath + "\"/>\n"
    state.pendingPath = ""
  }

  private func head(_ names: ElementNames) -> String {
    let width = Int(composition.page.width.rounded(.up))
    let height = Int(composition.page.height.rounded(.up))
    let title = "\(names.prefix)title"
    let description = "\(names.prefix)desc"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" viewBox="0 0 \(width) \(height)" \
      role="img" aria-labelledby="\(title) \(description)" font-family="\(Self.fonts)">
      <title id="\(title)">\(Self.escaped(composition.title))</title>
      <desc id="\(description)">\(Self.escaped(composition.summary))</desc>

      """
  }

  /// Text as XML holds it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
