/// Finishes Graphviz' SVG: the tooltips become titles, the font gets a fallback, title and description are added.
///
/// Works line by line on what Graphviz writes for graphs of this module, in which no text of a user begins a line.
struct SVGText {
  let picture: Picture
  private let tooltips: [String: String]
  /// The ids that this module gave.
  private let ids: Set<String>

  /// A sign of no width after each `&`, which keeps Graphviz from taking what follows for an entity; removed here.
  static let guardMark = "\u{2060}"
  static let fonts = "DejaVu Sans,Verdana,Geneva,Arial,sans-serif"

  init(_ picture: Picture) {
    self.picture = picture
    let shapes = picture.marks.shapes.map { ($0.id, $0.tooltip) }
    let lines = picture.marks.lines.map { ($0.id, $0.tooltip) }
    var tooltips: [String: String] = [:]
    var ids = Set(picture.marks.texts.compactMap(\.id))
    for (id, tooltip) in shapes + lines {
      guard let id else { continue }
      ids.insert(id)
      ids.insert(id + "-name")
      tooltips[id] = tooltip
    }
    self.tooltips = tooltips
    self.ids = ids
  }

  private struct State {
    var output: [UInt8] = []
    /// The start of an unfinished path, up to its places, and where it ends in the output.
    var path: ArraySlice<UInt8>?
    /// What the title of the group just opened says.
    var tooltip: String?

    mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    mutating func endPath() {
      if path != nil { write("\"/>\n") }
      path = nil
    }
  }

  /// The finished text.
  func finished(_ svg: [UInt8]) -> [UInt8] {
    var state = State()
    state.output.reserveCapacity(svg.count + svg.count / 2)
    var isHead = true
    for line in svg.split(separator: UInt8(ascii: "\n")) {
      if isHead {
        // Everything before the drawing is replaced by our own.
        guard line.begins(with: "<g id=\"graph0\"") else { continue }
        isHead = false
        state.write(head())
        write(line, replacing: "id=\"graph0\"", with: "id=\"\(picture.idPrefix)network\"", to: &state)
      } else {
        write(line, to: &state)
      }
    }
    state.endPath()
    return state.output
  }

  private func write(_ line: ArraySlice<UInt8>, to state: inout State) {
    if line.begins(with: "<path") { return writePath(line, to: &state) }
    state.endPath()
    if line.begins(with: "<!--") { return }
    if line.begins(with: "<g id=") {
      let opened = String(decoding: line, as: UTF8.self).replacing("&#45;", with: "-")
      let id = opened.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
      state.tooltip = tooltips[id]
      // Ids that Graphviz made up would not be unique in a document of several pictures.
      state.write((ids.contains(id) ? opened : opened.replacing("id=\"\(id)\" ", with: "")) + "\n")
    } else if line.begins(with: "<title>") {
      if let tooltip = state.tooltip { state.write("<title>\(Self.escaped(tooltip))</title>\n") }
    } else if line.begins(with: "<text") {
      writeText(line, to: &state)
    } else {
      state.output.append(contentsOf: line)
      state.output.append(UInt8(ascii: "\n"))
    }
  }

  /// The dashes of one line become one path.
  private func writePath(_ line: ArraySlice<UInt8>, to state: inout State) {
    guard let start = line.place(after: " d=\""), let end = line[start...].firstIndex(of: UInt8(ascii: "\"")) else {
      state.endPath()
      state.output.append(contentsOf: line)
      return
    }
    let lead = line[..<start]
    if let path = state.path, path.elementsEqual(lead) {
      state.output.append(UInt8(ascii: " "))
    } else {
      state.endPath()
      state.path = lead
      state.output.append(contentsOf: lead)
    }
    state.output.append(contentsOf: line[start..<end])
  }

  private func writeText(_ line: ArraySlice<UInt8>, to state: inout State) {
    let bold = " font-family=\"DejaVu Sans Bold\""
    let plain = " font-family=\"DejaVu Sans\""
    guard let content = line.firstIndex(of: UInt8(ascii: ">")) else { return }
    let tag = String(decoding: line[...content], as: UTF8.self)
      .replacing(bold, with: " font-weight=\"bold\"").replacing(plain, with: "")
    state.write(tag)
    var rest = line[(content + 1)...]
    let mark = Array(Self.guardMark.utf8)
    while let found = rest.place(after: Self.guardMark) {
      state.output.append(contentsOf: rest[..<(found - mark.count)])
      rest = rest[found...]
    }
    state.output.append(contentsOf: rest)
    state.output.append(UInt8(ascii: "\n"))
  }

  private func write(_ line: ArraySlice<UInt8>, replacing old: String, with new: String, to state: inout State) {
    state.write(String(decoding: line, as: UTF8.self).replacing(old, with: new) + "\n")
  }

  private func head() -> String {
    let width = Int(picture.page.width.rounded(.up))
    let height = Int(picture.page.height.rounded(.up))
    let title = "\(picture.idPrefix)title"
    let description = "\(picture.idPrefix)desc"
    let style = picture.styleSheet.map { "<style>\n\($0)</style>\n" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" viewBox="0 0 \(width) \(height)" \
      role="img" aria-labelledby="\(title) \(description)" font-family="\(Self.fonts)">
      <title id="\(title)">\(Self.escaped(picture.title))</title>
      <desc id="\(description)">\(Self.escaped(picture.summary))</desc>
      \(style)
      """
  }

  /// Text as XML holds it.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func begins(with text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in starts(with: buffer) }
  }

  /// The place after the first occurrence of a text.
  fileprivate func place(after text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var place = startIndex
    while place <= endIndex - wanted.count {
      if self[place] == first && self[place..<place + wanted.count].elementsEqual(wanted) {
        return place + wanted.count
      }
      place += 1
    }
    return nil
  }
}
