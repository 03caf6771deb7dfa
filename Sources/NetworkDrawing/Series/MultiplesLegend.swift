import ActorModel

/// The legend of small multiples: what became of ties by columns, signs by rows.
struct MultiplesLegend {
  let lines: Set<LineStyle>
  let style: Style
  let fills: LegendScale?

  private static let face = Face(size: 7)
  private static let headFace = Face(size: 7, isBold: true)
  private static let row = 12.0

  func marks() -> Marks {
    var marks = Marks()
    let changes = TieChange.allCases.filter { change in lines.contains { $0.change == change } }
    let signs = Sign.allCases.filter { sign in lines.contains { $0.sign == sign } }
    let left = (signs.map { Self.face.width(of: $0.rawValue) }.max() ?? 0) + 8
    for (row, sign) in signs.enumerated() { marks.texts.append(text(sign.rawValue, 0, -Double(row + 1) * Self.row)) }
    var x = left
    for change in changes {
      marks.texts.append(text(change.title, x, 0, isHead: true))
      for (row, sign) in signs.enumerated() {
        guard let line = lines.first(where: { $0.change == change && $0.sign == sign }) else { continue }
        let y = -Double(row + 1) * Self.row
        let end = Point(x: x + 44, y: y)
        marks.lines.append(
          LineMark(
            curve: Curve(from: Point(x: x, y: y), to: Point(x: end.x - line.arrowLength, y: y)), tip: end, style: line,
            colour: line.colour(style.palette), width: line.width))
      }
      x += max(50, Self.headFace.width(of: change.title)) + 10
    }
    x += 8
    if let fills { x = add(fills, at: x, to: &marks) }
    marks.texts.append(text("actors", x, 0, isHead: true))
    marks.shapes.append(
      ShapeMark(
        shape: .roundedRectangle, box: Box(minX: x, minY: -Self.row - 5.5, maxX: x + 30, maxY: -Self.row + 5.5),
        fill: .white, stroke: Colour(0xD8D8D8), strokeWidth: 0.4, lines: ["name"], ink: Colour(0x8A8A8A)))
    marks.texts.append(text("no tie at that date", x + 35, -Self.row))
    marks.move(by: Point(x: 0, y: -Self.row / 2))
    return marks
  }

  private func add(_ fills: LegendScale, at start: Double, to marks: inout Marks) -> Double {
    let title = "fill: \(fills.name)"
    marks.texts.append(text(title, start, 0, isHead: true))
    for (row, value) in [fills.least, fills.greatest].enumerated() {
      let y = -Double(row + 1) * Self.row
      marks.shapes.append(
        ShapeMark(
          shape: .roundedRectangle, box: Box(minX: start, minY: y - 5, maxX: start + 24, maxY: y + 5),
          fill: style.palette.fill(row == 0 ? fills.leastShare : 1), stroke: style.palette.ink, strokeWidth: 0.6))
      marks.texts.append(text(Tooltips.text(of: value), start + 29, y))
    }
    return start + max(60, Self.headFace.width(of: title)) + 16
  }

  private func text(_ text: String, _ x: Double, _ y: Double, isHead: Bool = false) -> TextMark {
    TextMark(
      text: text, start: Point(x: x, y: y), face: isHead ? Self.headFace : Self.face,
      colour: isHead ? style.palette.ink : style.palette.faintInk)
  }
}

/// A measure's range as a legend shows it.
struct LegendScale: Hashable {
  let name: String
  let least: Double
  let greatest: Double

  var leastShare: Double {
    let floor = min(0, least)
    return greatest > floor ? max(0, (least - floor) / (greatest - floor)) : 0
  }
}
