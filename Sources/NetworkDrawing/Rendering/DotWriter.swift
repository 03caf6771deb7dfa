import ActorModel

/// Writes a composition as the graph that Graphviz renders: every node and line has its position.
///
/// Names of nodes are generated. What users wrote stands in labels and tooltips, where it is escaped, and, reduced to
/// plain letters, in ids.
struct DotWriter {
  let composition: Composition
  private let names: ElementNames
  private let origin: Point

  init(_ composition: Composition) {
    self.composition = composition
    names = ElementNames(composition)
    origin = Point(x: composition.page.minX, y: composition.page.minY)
  }

  private var palette: Palette { composition.style.palette }

  /// The graph; with a resolution for formats made of pixels, and without tooltips where they are not written by
  /// Graphviz.
  func text(dotsPerInch: Int? = nil, withTooltips: Bool = false) -> String {
    func tooltip(_ text: String) -> String { withTooltips ? ", tooltip=\(escaped(text))" : "" }
    var text = "// Every node and line has its position: render with neato -n2.\ndigraph network {\n"
    let resolution = dotsPerInch.map { ", dpi=\($0)" } ?? ""
    text +=
      "graph [bgcolor=white, pad=0, margin=0, outputorder=edgesfirst, _background=\(quoted(background()))\(resolution)]\n"
    text += "node [shape=box, fixedsize=true, margin=0, fontname=\"DejaVu Sans\", label=\"\"]\n"
    text += "edge [fontname=\"DejaVu Sans\"]\n"
    for (index, actor) in composition.actors.enumerated() { text += node(actor, index, tooltip(actor.tooltip)) }
    for (index, label) in composition.labels.enumerated() { text += node(label, index, tooltip(label.tooltip)) }
    text += markNodes()
    text += "o [style=invis, pos=\"\(pair(composition.page.center))\", width=0.01, height=0.01]\n"
    for relation in composition.relations { text += edge(relation, tooltip(relation.tooltip)) }
    text += markLines()
    return text + "}\n"
  }

  private func node(_ actor: ActorFigure, _ index: Int, _ tooltip: String) -> String {
    let drop = actor.shape.textDrop * actor.size.height / 2
    var attributes = [
      position(actor.center, actor.size), "shape=\(actor.shape.graphvizName)",
      "style=\"\(actor.shape.graphvizStyle)\"", "fillcolor=\"\(actor.fill.hex)\"", "color=\"\(palette.ink.hex)\"",
      "penwidth=\(actor.isEmphasised ? "2.4" : "0.8")", font(actor.face, actor.ink),
      "id=\"\(names.actor(actor.id))\"" + tooltip,
    ]
    if drop == 0 {
      attributes.append("label=\(escaped(actor.lines.joined(separator: "\n")))")
    }
    var text = "n\(index + 1) [\(attributes.joined(separator: ", "))]\n"
    guard drop != 0 else { return text }
    // The text of a house or a barrel does not stand in the middle of its box.
    let box = actor.textBox
    let room = Size(width: box.width + 4, height: box.height + actor.face.size)
    text += "n\(index + 1)t [\(position(box.center, room)), style=\"\", color=\"#00000000\", "
    text += "\(font(actor.face, actor.ink)), id=\"\(names.actor(actor.id))-name\", "
    text += "label=\(escaped(actor.lines.joined(separator: "\n")))]\n"
    return text
  }

  private func node(_ label: LabelFigure, _ index: Int, _ tooltip: String) -> String {
    var text = "l\(index + 1) [\(position(label.box.center, label.box.size)), style=filled, fillcolor=\"#ffffff\", "
    text += "color=\"#c4c4c4\", penwidth=0.4, id=\"\(names.label(index))\"\(tooltip)]\n"
    var y = label.box.maxY - LabelFigure.padding.height - LabelFigure.face.lineHeight / 2
    for (row, line) in label.rows.enumerated() {
      let indent = line.isContinued ? LabelFigure.indent : 0
      let mark = TextMark(
        text: line.text, start: Point(x: label.box.minX + LabelFigure.padding.width + indent, y: y),
        face: LabelFigure.face,
        colour: line.sign.map { palette.colour(of: $0).mixed(with: .black, 0.25) } ?? palette.faintInk)
      text += node(mark, name: "l\(index + 1)r\(row + 1)")
      y -= LabelFigure.face.lineHeight
    }
    return text
  }

  private func markNodes() -> String {
    var text = ""
    for (index, shape) in (composition.legend?.marks.shapes ?? []).enumerated() {
      text += "s\(index + 1) [\(position(shape.box.center, shape.box.size)), shape=\(shape.shape.graphvizName), "
      text += "style=\"\(shape.shape.graphvizStyle)\", fillcolor=\"\(shape.fill.hex)\", color=\"\(shape.stroke.hex)\", "
      text += "penwidth=0.8]\n"
    }
    var texts = composition.areaLabels + (composition.legend?.marks.texts ?? [])
    texts += composition.caption.marks(palette).texts
    if let notice = composition.notice { texts.append(notice) }
    for (index, mark) in texts.enumerated() { text += node(mark, name: "t\(index + 1)") }
    return text
  }

  private func node(_ mark: TextMark, name: String) -> String {
    // Text set to the left begins at the left side of its node.
    let label = String(escaped(mark.text).dropLast()) + "\\l\""
    // The node is larger than its text, so that Graphviz need not warn where its measure differs from ours.
    let size = Size(width: mark.box.width * 1.1 + 2, height: mark.face.size * 1.7)
    let center = Point(x: mark.start.x + size.width / 2, y: mark.start.y - mark.face.size * 0.1)
    let place = position(center, size)
    return "\(name) [\(place), style=\"\", color=\"#00000000\", \(font(mark.face, mark.colour)), label=\(label)]\n"
  }

  private func edge(_ relation: RelationFigure, _ tooltip: String) -> String {
    let style = relation.style
    let position = spline(
      relation.curve, pattern: style.pattern, startTip: relation.startTip, tip: relation.tip)
    return "\(names.node(relation.from)) -> \(names.node(relation.to)) [pos=\"\(position)\", "
      + "\(look(style)), dir=\(relation.isMutual ? "both" : "forward"), arrowtail=\(style.arrow), "
      + "id=\"\(names.relation(relation.id))\"\(tooltip)]\n"
  }

  private func look(_ style: LineStyle) -> String {
    "color=\"\(style.colour(palette).hex)\", penwidth=\(number(style.width)), arrowhead=\(style.arrow), "
      + "arrowsize=\(number(style.arrowScale))"
  }

  private func markLines() -> String {
    var text = ""
    for line in composition.legend?.marks.lines ?? [] {
      let position = spline(line.curve, pattern: line.style?.pattern ?? [], startTip: nil, tip: line.tip)
      let look = line.style.map(look) ?? "color=\"\(line.colour.hex)\", penwidth=\(number(line.width))"
      text += "o -> o [pos=\"\(position)\", \(look), dir=\(line.tip == nil ? "none" : "forward")]\n"
    }
    for label in composition.labels {
      guard let anchor = label.anchor else { continue }
      let line = spline(Curve(from: label.box.clamped(anchor), to: anchor), pattern: [], startTip: nil, tip: nil)
      text += "o -> o [pos=\"\(line)\", color=\"#808080\", penwidth=0.5, dir=none]\n"
    }
    return text
  }

  /// A line as splines, one for each dash.
  private func spline(_ curve: Curve, pattern: [Double], startTip: Point?, tip: Point?) -> String {
    let dashes = curve.dashes(pattern)
    return dashes.enumerated().map { index, dash in
      var parts: [String] = []
      if index == 0, let startTip { parts.append("s,\(pair(startTip))") }
      if index == dashes.count - 1, let tip { parts.append("e,\(pair(tip))") }
      parts += [pair(dash.start), pair(dash.handle1), pair(dash.handle2), pair(dash.end)]
      return parts.joined(separator: " ")
    }.joined(separator: ";")
  }

  /// The page and the areas, in the form of Graphviz' own drawing commands.
  private func background() -> String {
    var text = polygon(composition.page.corners, fill: .white, stroke: .white, style: "solid")
    for area in composition.areas {
      for outline in area.outlines {
        text += polygon(
          outline, fill: area.colour.with(opacity: 26), stroke: area.colour.with(opacity: 200), style: area.stroke)
      }
    }
    for area in composition.legend?.marks.areas ?? [] {
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
