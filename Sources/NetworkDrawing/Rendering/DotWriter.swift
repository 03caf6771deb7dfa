import ActorModel

/// Writes a picture as the graph that Graphviz renders: every node and line has its position.
///
/// Names of nodes are generated. What users wrote stands in labels and tooltips, where it is escaped, and, reduced to
/// plain letters, in ids.
struct DotWriter {
  let picture: Picture
  private let nodes: [String: String]
  private let origin: Point

  init(_ picture: Picture) {
    self.picture = picture
    let named = picture.marks.shapes.enumerated().compactMap { index, shape in shape.id.map { ($0, "n\(index + 1)") } }
    nodes = Dictionary(named, uniquingKeysWith: { first, _ in first })
    origin = Point(x: picture.page.minX, y: picture.page.minY)
  }

  /// The graph; with a resolution for formats made of pixels, and without tooltips where they are not written by
  /// Graphviz.
  func text(dotsPerInch: Int? = nil, withTooltips: Bool = false) -> String {
    var text = "// Every node and line has its position: render with neato -n2.\ndigraph network {\n"
    let resolution = dotsPerInch.map { ", dpi=\($0)" } ?? ""
    text +=
      "graph [bgcolor=white, pad=0, margin=0, outputorder=edgesfirst, _background=\(quoted(background()))\(resolution)]\n"
    text += "node [shape=box, fixedsize=true, margin=0, fontname=\"DejaVu Sans\", label=\"\"]\n"
    text += "edge [fontname=\"DejaVu Sans\"]\n"
    for (index, shape) in picture.marks.shapes.enumerated() {
      text += node(shape, "n\(index + 1)", withTooltips: withTooltips)
    }
    for (index, mark) in picture.marks.texts.enumerated() { text += node(mark, name: "t\(index + 1)") }
    text += "o [style=invis, pos=\"\(pair(picture.page.center))\", width=0.01, height=0.01]\n"
    for line in picture.marks.lines { text += edge(line, withTooltips: withTooltips) }
    return text + "}\n"
  }

  private func node(_ mark: ShapeMark, _ name: String, withTooltips: Bool) -> String {
    let drop = mark.shape.textDrop * mark.box.height / 2
    var style = mark.shape.graphvizStyle
    if mark.outline == .dashed && !style.hasSuffix("dashed") && !style.hasSuffix("dotted") { style += ",dashed" }
    // What Graphviz draws around a doubled outline would reach beyond the box.
    let inset = mark.outline == .doubled ? 4.0 : 0
    var attributes = [
      position(mark.box.center, mark.box.inset(by: inset).size), "shape=\(mark.shape.graphvizName)",
      "style=\"\(style)\"", "fillcolor=\"\(mark.fill.hex)\"", "color=\"\(mark.stroke.hex)\"",
      "penwidth=\(number(mark.strokeWidth))",
    ]
    if mark.outline == .doubled { attributes.append("peripheries=2") }
    attributes += element(mark.id, mark.cssClass, withTooltips ? mark.tooltip : nil)
    let label = escaped(mark.lines.joined(separator: "\n"))
    guard !mark.lines.isEmpty else { return "\(name) [\(attributes.joined(separator: ", "))]\n" }
    guard drop != 0 else {
      attributes += [font(mark.face, mark.ink), "label=\(label)"]
      return "\(name) [\(attributes.joined(separator: ", "))]\n"
    }
    var text = "\(name) [\(attributes.joined(separator: ", "))]\n"
    // The text of a house or a barrel does not stand in the middle of its box.
    let width = mark.lines.map(mark.face.width).max() ?? 0
    let room = Size(
      width: width + 4, height: mark.face.lineHeight * Double(mark.lines.count) + mark.face.size)
    let middle = Point(x: mark.box.center.x, y: mark.box.center.y - drop)
    var name = ["\(position(middle, room)), style=\"\", color=\"#00000000\"", font(mark.face, mark.ink)]
    name += element(mark.id.map { $0 + "-name" }, mark.cssClass, nil) + ["label=\(label)"]
    text += "\(nodes[mark.id ?? ""] ?? "x")t [\(name.joined(separator: ", "))]\n"
    return text
  }

  private func element(_ id: String?, _ cssClass: String?, _ tooltip: String?) -> [String] {
    [
      id.map { "id=\"\($0)\"" }, cssClass.map { "class=\"\($0)\"" }, tooltip.map { "tooltip=\(escaped($0))" },
    ].compactMap(\.self)
  }

  private func node(_ mark: TextMark, name: String) -> String {
    // Text set to the left begins at the left side of its node.
    let label = String(escaped(mark.text).dropLast()) + "\\l\""
    // The node is larger than its text, so that Graphviz need not warn where its measure differs from ours.
    let size = Size(width: mark.box.width * 1.1 + 2, height: mark.face.size * 1.7)
    let center = Point(x: mark.start.x + size.width / 2, y: mark.start.y - mark.face.size * 0.1)
    var attributes = ["\(position(center, size)), style=\"\", color=\"#00000000\"", font(mark.face, mark.colour)]
    attributes += element(mark.id, mark.cssClass, nil) + ["label=\(label)"]
    return "\(name) [\(attributes.joined(separator: ", "))]\n"
  }

  private func edge(_ line: LineMark, withTooltips: Bool) -> String {
    let strands = line.style.map { $0.strands(along: line.curve) } ?? [line.curve] + line.more
    // Graphviz repeats the arrow at the start for every piece that follows it.
    if strands.count > 1, let startTip = line.startTip {
      var start = line
      let stub = line.curve.part(from: 0, to: 0.02)
      start.curve = Curve(stub.end, stub.handle2, stub.handle1, stub.start)
      start.tip = startTip
      start.id = nil
      start.startTip = nil
      var rest = line
      rest.startTip = nil
      return edge(rest, strands, withTooltips: withTooltips)
        + edge(start, [start.curve], withTooltips: withTooltips)
    }
    return edge(line, strands, withTooltips: withTooltips)
  }

  private func edge(_ line: LineMark, _ strands: [Curve], withTooltips: Bool) -> String {
    var attributes = ["pos=\"\(spline(strands, startTip: line.startTip, tip: line.tip))\""]
    if let style = line.style {
      attributes += [
        "color=\"\(line.colour.hex)\"", "penwidth=\(number(style.strokeWidth))", "arrowhead=\(style.arrow)",
        "arrowsize=\(number(style.arrowScale))",
      ]
    } else {
      attributes += ["color=\"\(line.colour.hex)\"", "penwidth=\(number(line.width))"]
    }
    attributes.append("dir=\(line.startTip != nil ? "both" : line.tip != nil ? "forward" : "none")")
    if line.startTip != nil, let style = line.style { attributes.append("arrowtail=\(style.arrow)") }
    attributes += element(line.id, line.cssClass, withTooltips ? line.tooltip : nil)
    let from = line.from.flatMap { nodes[$0] } ?? "o"
    let to = line.to.flatMap { nodes[$0] } ?? "o"
    return "\(from) -> \(to) [\(attributes.joined(separator: ", "))]\n"
  }

  /// A line as splines, one for each piece of ink; the arrows belong to the first and the last.
  private func spline(_ strands: [Curve], startTip: Point?, tip: Point?) -> String {
    strands.enumerated().map { index, strand in
      var parts: [String] = []
      if index == 0, let startTip { parts.append("s,\(pair(startTip))") }
      if index == strands.count - 1, let tip { parts.append("e,\(pair(tip))") }
      parts += [pair(strand.start), pair(strand.handle1), pair(strand.handle2), pair(strand.end)]
      return parts.joined(separator: " ")
    }.joined(separator: ";")
  }

  /// The page and the areas, in the form of Graphviz' own drawing commands.
  private func background() -> String {
    var text = polygon(picture.page.corners, fill: .white, stroke: .white, style: "solid")
    for area in picture.marks.areas {
      text += polygon(area.outline, fill: area.fill, stroke: area.stroke, style: area.style)
    }
    return text
  }

  private func polygon(_ outline: [Point], fill: Colour, stroke: Colour, style: String) -> String {
    let points = outline.map { point in
      let moved = point - origin
      return "\(number(moved.x)) \(number(moved.y))"
    }
    return
      "S \(style.utf8.count) -\(style) c \(stroke.hex.utf8.count) -\(stroke.hex) C \(fill.hex.utf8.count) -\(fill.hex) "
      + "P \(points.count) \(points.joined(separator: " ")) "
  }

  private func position(_ center: Point, _ size: Size) -> String {
    "pos=\"\(pair(center))\", width=\(number(size.width / 72, 10_000)), height=\(number(size.height / 72, 10_000))"
  }

  private func font(_ face: Face, _ colour: Colour) -> String {
    (face.isBold ? "fontname=\"DejaVu Sans Bold\", " : "")
      + "fontsize=\(number(face.size)), fontcolor=\"\(colour.hex)\""
  }

  private func pair(_ point: Point) -> String {
    let moved = point - origin
    return "\(number(moved.x)),\(number(moved.y))"
  }

  /// A number in plain decimals, whatever the locale.
  private func number(_ value: Double, _ steps: Double = 100) -> String {
    let whole = Int((abs(value) * steps).rounded())
    let scale = Int(steps)
    var text = value < 0 && whole > 0 ? "-" : ""
    text += String(whole / scale)
    var rest = String(whole % scale)
    guard rest != "0" else { return text }
    rest = String(repeating: "0", count: String(scale).count - 1 - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return text + "." + rest
  }

  /// Text that Graphviz shows as it is: none of its escapes and no entity is left in it.
  private func escaped(_ text: String) -> String {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    result.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): result += "\\\\".utf8
      case UInt8(ascii: "\""): result += "\\\"".utf8
      case UInt8(ascii: "&"): result += "&amp;\(SVGText.guardMark)".utf8
      case UInt8(ascii: "\n"): result += "\\n".utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
