import ActorModel

/// Composes small multiples.
struct MultiplesComposer {
  let multiples: SmallMultiples
  let whole: ArrangedSeries
  private let content: PictureContent
  private let labels: [String]
  private let sizes: [Size]
  private let style: Style

  private static let face = Face(size: 7)
  private static let boldFace = Face(size: 7, isBold: true)
  private static let headFace = Face(size: 8, isBold: true)
  private static let gap = Size(width: 5, height: 4)
  private static let spacing = 12.0
  private static let headHeight = 12.0

  init(_ multiples: SmallMultiples, whole: ArrangedSeries) {
    self.multiples = multiples
    self.whole = whole
    style = multiples.panels[multiples.panels.count - 1].drawing.style
    content = whole.content
    labels = content.actors.map(Self.label)
    let emphasised = style.emphasised
    sizes = zip(content.actors, labels).map { actor, label in
      let face = emphasised.contains(actor.id) ? Self.boldFace : Self.face
      return Size(width: (face.width(of: label) + 6).rounded(.up), height: 11)
    }
  }

  /// A short name: the actor's own, its id, or the name's beginning.
  private static func label(_ actor: Actor) -> String {
    let name = ShownText.line(actor.name.isEmpty ? actor.id : actor.name)
    let id = ShownText.line(actor.id)
    if name.count <= 9 { return name }
    if id.count <= 10 { return id }
    return String((name.count <= id.count ? name : id).prefix(9)) + "…"
  }

  func compose() throws(DrawingError) -> ComposedMultiples {
    let legend = legend()
    let key = key(width: style.page.width - 2 * Composer.margin)
    let caption = caption()
    let below = max(0, -legend.bounds.minY) + key.height + 16
    let grid = Grid(
      count: multiples.panels.count,
      area: Size(
        width: style.page.width - 2 * Composer.margin,
        height: max(120, style.page.height - 2 * Composer.margin - caption.box.height - below - 10)),
      spacing: Self.spacing, head: Self.headHeight)
    let (points, panelSize) = arranged(in: grid.panel)
    var marks = Marks()
    var top = 0.0
    var width = 0.0
    for (index, panel) in multiples.panels.enumerated() {
      let corner = Point(
        x: Double(index % grid.columns) * (panelSize.width + Self.spacing),
        y: -Double(index / grid.columns + 1) * (panelSize.height + Self.headHeight + Self.spacing)
      ).rounded
      var drawn = try self.marks(of: panel, index, points, panelSize)
      drawn.move(by: corner)
      marks.append(drawn)
      top = min(top, corner.y)
      width = max(width, corner.x + panelSize.width)
    }
    var bottom = top - 6
    for var block in [legend, key.marks] where !(block.texts.isEmpty && block.lines.isEmpty) {
      let height = -block.bounds.minY
      block.move(by: Point(x: 0, y: bottom - 4))
      marks.append(block)
      bottom -= height + 8
    }
    width = max(width, style.page.width - 2 * Composer.margin)
    let placed = caption.hanging(from: Point(x: 0, y: caption.box.height))
    marks.append(placed.marks(style.palette))
    let pageTop = placed.box.maxY + Composer.margin
    let height = max(pageTop - bottom + Composer.margin, style.page.height)
    let page = Box(minX: -Composer.margin, minY: pageTop - height, maxX: width + Composer.margin, maxY: pageTop)
    let positions = Positions(
      Dictionary(zip(content.actors.map(\.id), points), uniquingKeysWith: { first, _ in first }))
    return ComposedMultiples(
      picture: Picture(
        title: ShownText.line(title), summary: placed.facts.joined(separator: " · "), page: page, marks: marks,
        idPrefix: ElementNames.plain(style.idPrefix)),
      positions: multiples.panels.map { _ in positions }, union: whole.composition)
  }

  private var title: String { style.title ?? multiples.union.network.title }

  private func caption() -> Caption {
    let panels = multiples.panels
    let view = SelectionDescription(of: panels[0].drawing.snapshot, by: panels[0].drawing.projection)
    var facts = [SeriesDescription.span(of: panels.map(\.date))]
    if panels.count > 1 { facts.append("each panel shows what changed since the one before") }
    facts += [
      SeriesDescription.knownBy(panels.map(\.drawing.snapshot)), ViewDescription.undated(content.undatedCount),
    ].compactMap(\.self)
    facts += view.statements + [view.rollUp].compactMap(\.self)
    if let note = style.note { facts.append(ShownText.line(note)) }
    let hash = panels[panels.count - 1].drawing.dataHash
    if !hash.isEmpty { facts.append("data \(ShownText.line(String(hash.prefix(12))))") }
    return Caption(
      title: title, facts: facts.map(ShownText.line), width: style.page.width - 2 * Composer.margin)
  }

  /// The arrangement of the full picture, shrunk, and the shapes then pushed off each other.
  private func arranged(in size: Size) -> (points: [Point], size: Size) {
    let full = whole.composition
    let known = full.positions
    let places = content.actors.map { known[$0.id] ?? full.area.center }
    let xs = places.map(\.x)
    let ys = places.map(\.y)
    let area = Box(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
    guard let minX = xs.min(), let maxX = xs.max(), let minY = ys.min(), let maxY = ys.max() else { return ([], size) }
    let inner = area.inset(by: 24, 9)
    func scaled(_ value: Double, _ least: Double, _ most: Double, _ from: Double, _ length: Double) -> Double {
      most > least ? from + (value - least) / (most - least) * length : from + length / 2
    }
    let start = places.map { point in
      Point(
        x: scaled(point.x, minX, maxX, inner.minX, inner.width),
        y: scaled(point.y, minY, maxY, inner.minY, inner.height))
    }
    var spacing = Spacing(
      content: content, sizes: sizes, labelSizes: content.pairs.map { _ in Size(width: 0, height: 0) },
      area: area.inset(by: 3))
    spacing.gap = Self.gap
    let clamped = zip(start, sizes).map { spacing.area.clamped($0, size: $1) }
    let result = spacing.separate(clamped)
    let grown = Size(width: result.area.maxX + 3, height: result.area.maxY + 3)
    return (result.points, Size(width: max(size.width, grown.width), height: max(size.height, grown.height)))
  }

  private func marks(
    of panel: SmallMultiples.Panel, _ index: Int, _ points: [Point], _ size: Size
  ) throws(DrawingError) -> Marks {
    let drawing = panel.drawing
    let changes = drawing.changes ?? PictureChanges(before: panel.date, after: panel.date)
    let shown = whole.contents[index].marked(by: changes)
    let places = Dictionary(
      content.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fills = MeasureScale(drawing.style.fills, content: shown, range: whole.scales.fills)
    let tooltips = Tooltips(snapshot: drawing.snapshot, changes: changes)
    let prefix = ElementNames.plain(style.idPrefix) + "panel-\(index + 1)-"
    var fillOf: [Int: Colour] = [:]
    var figures: [ActorFigure] = []
    for (place, actor) in shown.actors.enumerated() {
      guard let position = places[actor.id] else {
        throw .unfit("\(actor.id) is in the panel of \(panel.date) but not in the union of all panels")
      }
      let fill = fills.map { style.palette.fill($0.share(place)) } ?? style.palette.leastFill
      if shown.tieCounts[place] > 0 { fillOf[position] = fill }
      figures.append(
        figure(position, at: points[position], fill: fill, tooltips.text(of: actor, tieCount: shown.tieCounts[place])))
    }
    var scale = WidthScale(strengths: [], reference: whole.scales.strength)
    scale.factor = 0.55
    let frame = Box(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
    let router = LineRouter(
      content: shown, figures: figures, scale: scale, tooltips: tooltips, area: frame, limits: frame)
    var marks = Marks()
    marks.areas.append(
      AreaMark(outline: frame.corners, fill: .white, stroke: Colour(0xC4C4C4), style: "solid"))
    let names = ElementNames.names(content.actors.map(\.id), prefix: prefix + "actor-")
    let lineNames = ElementNames.names(shown.ties.map(\.relation.id).sorted(), prefix: prefix + "relation-")
    let lines = router.bundles().flatMap(\.relations)
    // What did not change lies below what did.
    for line in lines.filter({ $0.style.change == .unchanged }) + lines.filter({ $0.style.change != .unchanged }) {
      marks.lines.append(
        LineMark(
          curve: line.curve, tip: line.tip, style: line.style, colour: line.style.colour(style.palette),
          width: line.style.width, startTip: line.startTip, from: names[line.from], to: names[line.to],
          id: lineNames[line.id], tooltip: line.tooltip))
    }
    let tips = Dictionary(figures.map { ($0.id, $0.tooltip) }, uniquingKeysWith: { first, _ in first })
    for position in content.actors.indices {
      marks.shapes.append(
        shape(
          position, at: points[position], fill: fillOf[position], id: names[content.actors[position].id],
          tooltip: tips[content.actors[position].id] ?? content.actors[position].name))
    }
    let count = shown.ties.count { $0.change != .ended }
    var head = "\(panel.date) · \(Caption.count(count, "tie"))"
    let happened = shown.ties.compactMap(\.change).filter { $0 != .unchanged }
    if !happened.isEmpty { head += ": " + Caption.changeCounts(happened) }
    marks.texts.append(
      TextMark(
        text: ShownText.line(head), start: Point(x: 1, y: size.height + 7), face: Self.headFace,
        colour: style.palette.ink))
    return marks
  }

  private func figure(_ position: Int, at point: Point, fill: Colour, _ tooltip: String) -> ActorFigure {
    let isEmphasised = style.emphasised.contains(content.actors[position].id)
    return ActorFigure(
      id: content.actors[position].id, lines: [labels[position]], shape: .roundedRectangle, size: sizes[position],
      center: point, fill: fill, isEmphasised: isEmphasised, outline: .plain,
      face: isEmphasised ? Self.boldFace : Self.face, ink: style.palette.ink(on: fill), tooltip: tooltip)
  }

  private func shape(_ position: Int, at point: Point, fill: Colour?, id: String?, tooltip: String) -> ShapeMark {
    let isEmphasised = style.emphasised.contains(content.actors[position].id)
    let pale = Colour(0x8A8A8A)
    return ShapeMark(
      shape: .roundedRectangle, box: Box(center: point, size: sizes[position]), fill: fill ?? .white,
      stroke: fill == nil ? Colour(0xD8D8D8) : style.palette.ink,
      strokeWidth: fill == nil ? 0.4 : isEmphasised ? 1.6 : 0.6, lines: [labels[position]],
      face: isEmphasised ? Self.boldFace : Self.face, ink: fill.map { style.palette.ink(on: $0) } ?? pale, id: id,
      tooltip: tooltip)
  }

  /// One legend for all panels: the lines that occur, what fills mean, pale actors.
  private func legend() -> Marks {
    guard style.showsLegend, !content.actors.isEmpty else { return Marks() }
    var lines: Set<LineStyle> = []
    for panel in multiples.panels {
      let changes = panel.drawing.changes
      for relation in panel.drawing.snapshot.relations where panel.drawing.projection.admits(relation) {
        lines.insert(
          LineStyle(
            sign: relation.sign, status: .fact, width: 1.2, change: changes?.change(of: relation.id) ?? .unchanged))
      }
    }
    return MultiplesLegend(lines: lines, style: style, fills: whole.fillScale).marks()
  }

  /// What the short names stand for.
  private func key(width: Double) -> (marks: Marks, height: Double) {
    let entries = zip(content.actors, labels).compactMap { actor, label -> String? in
      let name = ShownText.line(actor.name)
      return name.isEmpty || name == label ? nil : "\(label) \(name)"
    }
    guard !entries.isEmpty else { return (Marks(), 0) }
    let lines = Caption.lines(entries, separator: " · ", width: width, face: Self.face)
    var marks = Marks()
    for (row, line) in lines.enumerated() {
      marks.texts.append(
        TextMark(
          text: line, start: Point(x: 0, y: -(Double(row) + 0.5) * Self.face.lineHeight), face: Self.face,
          colour: style.palette.faintInk))
    }
    return (marks, Double(lines.count) * Self.face.lineHeight)
  }
}

/// How panels stand on a page: so that they are as large as can be, about as wide as 1.4 times their height.
private struct Grid {
  let columns: Int
  let panel: Size

  init(count: Int, area: Size, spacing: Double, head: Double) {
    var best: (columns: Int, panel: Size, worth: Double) = (1, area, 0)
    for columns in 1...max(1, count) {
      let rows = (count + columns - 1) / columns
      let width = (area.width - Double(columns - 1) * spacing) / Double(columns)
      let height = area.height / Double(rows) - spacing - head
      guard width > 40, height > 30 else { continue }
      let worth = min(width / 1.5, height)
      if worth > best.worth { best = (columns, Size(width: width, height: height), worth) }
    }
    columns = best.columns
    panel = best.panel
  }
}
