import ActorModel

/// What the signs in a picture mean; made only from what is in it.
package struct Legend: Hashable, Sendable {
  /// The signs explained.
  package let signs: [Sign]
  /// The statuses explained.
  package let statuses: [Status]
  /// The lines shown: sign and status of relations in the picture.
  package let lines: [LineStyle]
  /// The kinds of actor explained; `nil` stands for actors without a kind.
  package let kinds: [ActorKind?]
  /// The strengths shown as widths.
  package let strengths: [Double]
  /// What sizes and fills mean.
  package let measures: [String]
  /// The blocs whose areas are named.
  package let blocs: [String]
  /// What became of relations, as far as it is explained.
  package let changes: [TieChange]
  /// Whether a mark says that sources disagree.
  package let showsDisputes: Bool
  /// The rectangle it stands in.
  package internal(set) var box: Box
  var marks: Marks
}

/// A bloc as the legend shows it.
struct BlocSample: Equatable {
  let name: String
  let colour: Colour
  let stroke: String
  let badge: String?
}

/// Sets a legend in columns, from left to right.
struct LegendMaker {
  let content: PictureContent
  let style: Style
  let scale: WidthScale
  let sizes: MeasureScale?
  let fills: MeasureScale?
  let blocs: [BlocSample]
  let hasLabels: Bool
  let hasFans: Bool
  var changes: PictureChanges?

  static let face = Face(size: 7)
  static let headFace = Face(size: 7, isBold: true)
  static let row = 12.5

  /// A legend whose upper left corner is the origin, as wide as `width` allows.
  func legend(width: Double) -> Legend? {
    let relations = content.ties.map(\.relation)
    let signs = Sign.allCases.filter { sign in relations.contains { $0.sign == sign } }
    let statuses = Status.allCases.filter { status in relations.contains { $0.status == status } }
    let happened = TieChange.allCases.filter { change in content.ties.contains { $0.change == change } }
    let cells = changes == nil ? statusCells(relations) : changeCells()
    let kinds = kinds()
    let strengths = strengths(relations)
    let disputed = hasLabels && relations.contains(where: \.isDisputed)
    guard !content.actors.isEmpty else { return nil }
    var columns: [Marks] = []
    if changes != nil {
      columns.append(changeColumn(signs, happened, cells, statuses: statuses, disputed: disputed))
      if let column = rankColumn() { columns.append(column) }
    } else if !cells.isEmpty {
      columns.append(lineColumn(signs, statuses, cells, disputed: disputed))
    }
    if !strengths.isEmpty { columns.append(widthColumn(strengths)) }
    columns += measureColumns()
    columns += kindColumns(kinds)
    if !blocs.isEmpty { columns.append(blocColumn()) }
    let (marks, box) = flow(columns, width: width)
    return Legend(
      signs: signs, statuses: statuses, lines: cells, kinds: kinds, strengths: strengths,
      measures: measureNames(), blocs: blocs.map(\.name), changes: happened,
      showsDisputes: disputed, box: box, marks: marks)
  }

  private func kinds() -> [ActorKind?] {
    let present = Set(content.actors.map(\.kind))
    return ActorKind.allCases.filter { present.contains($0) } + (present.contains(nil) ? [nil] : [])
  }

  private func strengths(_ relations: [Relation]) -> [Double] {
    let sorted = Set(relations.map(\.strength)).sorted()
    guard let least = sorted.first, let greatest = sorted.last, least < greatest else { return sorted }
    let middle = sorted[sorted.count / 2]
    return middle > least && middle < greatest ? [least, middle, greatest] : [least, greatest]
  }

  private func measureNames() -> [String] {
    var names: [String] = []
    for scale in [sizes, fills] { if let scale, !names.contains(scale.name) { names.append(scale.name) } }
    return names
  }

  func text(_ text: String, _ x: Double, _ y: Double, isHead: Bool = false) -> TextMark {
    TextMark(
      text: text, start: Point(x: x, y: y), face: isHead ? Self.headFace : Self.face,
      colour: isHead ? style.palette.ink : style.palette.faintInk)
  }

  func sample(_ line: LineStyle, x: Double, y: Double, length: Double, hasArrow: Bool) -> LineMark {
    let end = Point(x: x + length, y: y)
    let base = hasArrow ? Point(x: end.x - line.arrowLength, y: y) : end
    return LineMark(
      curve: Curve(from: Point(x: x, y: y), to: base), tip: hasArrow ? end : nil, style: line,
      colour: line.colour(style.palette), width: line.width)
  }

  private func statusCells(_ relations: [Relation]) -> [LineStyle] {
    Sign.allCases.flatMap { sign in
      Status.allCases.filter { status in relations.contains { $0.sign == sign && $0.status == status } }
        .map { LineStyle(sign: sign, status: $0, width: 1.8) }
    }
  }

  private func lineColumn(
    _ signs: [Sign], _ statuses: [Status], _ cells: [LineStyle], disputed: Bool
  ) -> Marks {
    var marks = Marks()
    let heads = statuses.map { status -> String in
      let mark = hasLabels ? LabelWriter.statusMarks[status].map { " \($0)" } ?? "" : ""
      return status.rawValue + mark
    }
    let left = (heads.map(Self.face.width).max() ?? 0) + 8
    for (column, sign) in signs.enumerated() {
      let title = hasLabels ? "\(sign.rawValue) \(LabelWriter.symbol(sign))" : sign.rawValue
      marks.texts.append(text(title, left + Double(column) * 52, 0, isHead: true))
    }
    for (row, status) in statuses.enumerated() {
      let y = -Double(row + 1) * Self.row
      marks.texts.append(text(heads[row], 0, y))
      for (column, sign) in signs.enumerated() {
        guard let cell = cells.first(where: { $0.sign == sign && $0.status == status }) else { continue }
        marks.lines.append(sample(cell, x: left + Double(column) * 52, y: y, length: 42, hasArrow: true))
      }
    }
    var notes: [String] = []
    if disputed { notes.append("\(LabelWriter.disputeMark) sources disagree") }
    if hasFans { notes.append("×n  names n lines that end there") }
    if !notes.isEmpty {
      marks.texts.append(text(notes.joined(separator: "     "), 0, -Double(statuses.count + 1) * Self.row))
    }
    return marks
  }

  private func widthColumn(_ strengths: [Double]) -> Marks {
    var marks = Marks()
    marks.texts.append(text("strength", 0, 0, isHead: true))
    for (row, strength) in strengths.enumerated() {
      let y = -Double(row + 1) * Self.row
      let line = LineStyle(sign: .neutral, status: .fact, width: scale.width(of: strength))
      marks.lines.append(
        LineMark(
          curve: Curve(from: Point(x: 0, y: y), to: Point(x: 22, y: y)), tip: nil, style: nil,
          colour: style.palette.ink, width: line.width))
      marks.texts.append(text(Tooltips.text(of: strength), 27, y))
    }
    return marks
  }

  private func measureColumns() -> [Marks] {
    if let sizes, let fills, sizes.name == fills.name {
      return [measureColumn("size, fill: \(sizes.name)", sizes, true, true)]
    }
    return [
      sizes.map { measureColumn("size: \($0.name)", $0, true, false) },
      fills.map { measureColumn("fill: \($0.name)", $0, false, true) },
    ].compactMap(\.self)
  }

  private func measureColumn(_ title: String, _ measure: MeasureScale, _ isSize: Bool, _ isFill: Bool) -> Marks {
    var marks = Marks()
    marks.texts.append(text(title, 0, 0, isHead: true))
    let gap = 0.8
    var y = -Self.row + 1 + gap
    for value in [measure.least, measure.greatest] {
      let share = measure.share(of: value)
      let size = isSize ? FigureMaker.leastSize(share) : Size(width: 36, height: 14)
      let scaled = Size(width: size.width * 0.6, height: size.height * 0.6)
      y -= max(0, scaled.height - Self.row) / 2
      let box = Box(minX: 0, minY: y - scaled.height / 2, maxX: scaled.width, maxY: y + scaled.height / 2)
      let fill = isFill ? style.palette.fill(share) : style.palette.leastFill
      marks.shapes.append(ShapeMark(shape: .ellipse, box: box, fill: fill, stroke: style.palette.ink))
      marks.texts.append(text(Tooltips.text(of: value), 62, y))
      y -= (scaled.height + Self.row) / 2 + gap
    }
    return marks
  }

  private func kindColumns(_ kinds: [ActorKind?]) -> [Marks] {
    stride(from: 0, to: kinds.count, by: 4).map { start in
      var marks = Marks()
      for (row, kind) in kinds[start..<min(kinds.count, start + 4)].enumerated() {
        let y = -Double(row) * Self.row
        let shape = ActorShape(kind)
        let box = Box(center: Point(x: 10, y: y), size: Size(width: 20, height: 10))
        marks.shapes.append(
          ShapeMark(shape: shape, box: box, fill: style.palette.leastFill, stroke: style.palette.ink))
        marks.texts.append(text(kind?.rawValue ?? "no kind given", 25, y))
      }
      return marks
    }
  }

  private func blocColumn() -> Marks {
    var marks = Marks()
    for (row, bloc) in blocs.enumerated() {
      let y = -Double(row) * Self.row
      let box = Box(center: Point(x: 9, y: y), size: Size(width: 18, height: 9))
      if let badge = bloc.badge {
        marks.shapes.append(BlocArea.badge(badge, at: box.center, bloc.colour))
      } else {
        marks.areas.append(
          AreaMark(
            outline: box.corners, fill: bloc.colour.with(opacity: 60), stroke: bloc.colour, style: bloc.stroke))
      }
      let lines = ShownText.wrapped(bloc.name, limit: 40)
      marks.texts.append(text(lines.joined(separator: " "), 23, y))
    }
    return marks
  }

  /// Columns side by side, and in a further row when the page is too narrow.
  private func flow(_ columns: [Marks], width: Double) -> (Marks, Box) {
    var all = Marks()
    var x = 0.0
    var top = 0.0
    var lowest = 0.0
    for column in columns {
      let bounds = column.bounds
      if x > 0 && x + bounds.maxX > width {
        x = 0
        top = lowest - 6
      }
      var moved = column
      moved.move(by: Point(x: x, y: top - Self.row / 2))
      all.append(moved)
      x += bounds.maxX + 17
      lowest = min(lowest, top + bounds.minY - Self.row / 2)
    }
    let reach = all.bounds.maxX
    return (all, Box(minX: 0, minY: lowest, maxX: max(width, reach), maxY: 0))
  }
}
