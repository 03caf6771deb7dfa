import ActorModel

/// Composes one picture: figures, places, lines, areas, labels, legend and caption.
struct Composer {
  let drawing: Drawing
  let content: PictureContent
  let tooltips: Tooltips
  let sizes: MeasureScale?
  let fills: MeasureScale?
  let scale: WidthScale
  let fans: [Fan]

  static let margin = 18.0

  init(drawing: Drawing, content: PictureContent) {
    self.drawing = drawing
    self.content = content
    tooltips = Tooltips(snapshot: drawing.snapshot, changes: drawing.changes)
    sizes = MeasureScale(drawing.style.sizes, content: content, range: drawing.scales?.sizes)
    fills = MeasureScale(drawing.style.fills, content: content, range: drawing.scales?.fills)
    scale = WidthScale(strengths: content.ties.map(\.relation.strength), reference: drawing.scales?.strength)
    fans = Fan.all(in: content)
  }

  private var style: Style { drawing.style }

  func compose() throws(DrawingError) -> Composition {
    var figures = FigureMaker(
      style: style, content: content, sizes: sizes, fills: fills, tooltips: tooltips, changes: drawing.changes,
      leastSizes: drawing.leastSizes
    ).figures()
    let writer = writer
    var labelSizes = labelSizes(writer)
    let hasLabels = showsLabels(labelSizes, figures)
    if !hasLabels { labelSizes = labelSizes.map { _ in Size(width: 0, height: 0) } }
    let blocs = BlocAreas(content: content, snapshot: drawing.snapshot, style: style)
    let planned = explanation(
      width: style.page.width, areas: blocs.areas(behind: figures, arePlaced: false), hasLabels: hasLabels)
    let frame = Frame(page: style.page, explanation: planned)
    // Outlines of blocs reach beyond their members.
    let reach = blocs.blocs.isEmpty ? 0 : BlocAreas.widestMargin
    let (points, grown) = try places(
      figures, labelSizes, blocs.blocs, in: (drawing.frame ?? frame.area).inset(by: reach))
    let area = grown.inset(by: -reach)
    for index in figures.indices { figures[index].center = points[index] }

    let bundles = LineRouter(content: content, figures: figures, scale: scale, tooltips: tooltips, area: area).bundles()
    let areas = blocs.areas(behind: figures)
    let inner = Self.area(area, holding: figures, bundles, areas)
    let labels = hasLabels ? labels(writer, bundles, figures, labelSizes, in: inner) : []
    let named = Set(labels.flatMap(\.named))
    let unnamedCount = content.ties.count { !named.contains($0.relation.id) && $0.change != .unchanged }
    let explained = explanation(
      width: inner.width + 2 * Self.margin, areas: areas, hasLabels: hasLabels, unnamedCount: unnamedCount,
      planned: planned)
    return finished(
      figures: figures, bundles: bundles, areas: areas, labels: labels, unnamedCount: unnamedCount, inner: inner,
      explained)
  }

  private var writer: LabelWriter {
    LabelWriter(content: content, limit: max(1, style.relationsPerLabel), changes: drawing.changes)
  }

  /// What each pair's label takes up; nothing where a fan's label names its line.
  private func labelSizes(_ writer: LabelWriter) -> [Size] {
    var sizes = content.pairs.map { LabelFigure.size(of: writer.rows($0, direction: Point(x: 1, y: 0))) }
    for pair in fans.flatMap(\.pairs) { sizes[pair] = Size(width: 0, height: 0) }
    return sizes
  }

  /// Labels for a picture of the same actors that has been composed already.
  func labels(in composition: Composition) -> [LabelFigure] {
    guard style.relationLabels != .never else { return [] }
    let figures = composition.actors
    let bundles = LineRouter(
      content: content, figures: figures, scale: scale, tooltips: tooltips, area: composition.area
    ).bundles()
    let writer = writer
    return labels(writer, bundles, figures, labelSizes(writer), in: composition.area)
  }

  private func finished(
    figures: [ActorFigure], bundles: [LineRouter.Bundle], areas: [BlocArea], labels: [LabelFigure],
    unnamedCount: Int, inner: Box, _ explanation: Explanation
  ) -> Composition {
    var legend = explanation.legend
    let left = inner.minX
    let top = inner.maxY + 8 + explanation.caption.box.height
    let bottom = inner.minY - explanation.legendHeight
    if let box = legend?.box {
      let offset = Point(x: left, y: bottom + box.height)
      legend?.marks.move(by: offset)
      legend?.box = box.moved(by: offset)
    }
    let placed = explanation.caption.hanging(from: Point(x: left, y: top))
    var page = Box(
      minX: left - Self.margin, minY: bottom - Self.margin, maxX: inner.maxX + Self.margin, maxY: top + Self.margin)
    if let least = drawing.leastPage { page = page.union(least) }
    let relations = bundles.flatMap(\.relations)
    let ink = InkMap(area: inner, points: relations.flatMap(Self.samples))
    let areaLabels = AreaLabels(
      areas: areas, obstacles: figures.map(\.box) + labels.map(\.box), frame: inner, ink: ink
    ).labels()
    return Composition(
      title: ShownText.line(style.title ?? drawing.snapshot.network.title),
      summary: placed.facts.joined(separator: " · "),
      page: page, area: inner, actors: figures, relations: relations, labels: labels, unnamedCount: unnamedCount,
      areas: areas, legend: legend, caption: placed, dataHash: drawing.dataHash, style: style,
      areaLabels: areaLabels, notice: notice(in: inner))
  }

  /// Whether labels leave enough of the page free.
  private func showsLabels(_ sizes: [Size], _ figures: [ActorFigure]) -> Bool {
    switch style.relationLabels {
    case .always: return true
    case .never: return false
    case .whereRoom:
      let taken =
        sizes.reduce(0) { $0 + ($1.width + 6) * ($1.height + 5) }
        + figures.reduce(0) { $0 + ($1.size.width + 16) * ($1.size.height + 14) }
      return taken < 1.1 * style.page.width * style.page.height
    }
  }

  private func places(
    _ figures: [ActorFigure], _ labelSizes: [Size], _ blocs: [BlocAreas.Bloc], in area: Box
  ) throws(DrawingError) -> (points: [Point], area: Box) {
    let sizes = figures.map(\.size)
    if let positions = drawing.positions {
      let kept = figures.map { positions[$0.id] }
      if kept.contains(where: { $0 != nil }) {
        return (NewcomerPlacement(content: content, sizes: sizes, area: area).place(kept: kept), area)
      }
    }
    let attractions = blocs.flatMap { bloc in
      zip(bloc.members, bloc.members.dropFirst()).map { ($0, $1) }
    }
    return try NetworkLayout(
      content: content, sizes: sizes, labelSizes: labelSizes, attractions: attractions, seed: style.seed
    ).place(in: area)
  }

  /// The area, enlarged by what reaches beyond it.
  private static func area(
    _ area: Box, holding figures: [ActorFigure], _ bundles: [LineRouter.Bundle], _ areas: [BlocArea]
  ) -> Box {
    var result = area
    for figure in figures { result = result.union(figure.box.inset(by: -2)) }
    for outline in areas.flatMap(\.outlines) {
      for point in outline { result = result.union(Box(center: point, size: Size(width: 2, height: 2))) }
    }
    for relation in bundles.flatMap(\.relations) {
      for step in 0...8 {
        let point = relation.curve.point(at: Double(step) / 8)
        result = result.union(Box(center: point, size: Size(width: 8, height: 8)))
      }
    }
    return result
  }

  private func labels(
    _ writer: LabelWriter, _ bundles: [LineRouter.Bundle], _ figures: [ActorFigure], _ sizes: [Size], in area: Box
  ) -> [LabelFigure] {
    var items = zip(bundles, sizes).map { bundle, size in
      LabelPlacement.Item(
        size: size, middle: bundle.middle, spread: bundle.spread, own: bundle.relations.flatMap { Self.samples($0) })
    }
    items += fans.map { fan in
      LabelPlacement.Item(
        size: LabelFigure.size(of: [fan.row]), middle: nil, spread: 0, own: [], hub: figures[fan.key.target].box)
    }
    let arrows = bundles.flatMap(\.relations).flatMap { relation in
      [relation.tip, relation.startTip].compactMap { $0 }.map { tip in
        let base = tip == relation.tip ? relation.curve.end : relation.curve.start
        return Box(center: tip.mixed(with: base, 0.5), size: Size(width: 6, height: 6))
      }
    }
    let places = LabelPlacement(items: items, shapes: figures.map(\.box), arrows: arrows, area: area).places()
    let ofPairs = content.pairs.indices.compactMap { index in
      places[index].map { label(content.pairs[index], at: $0, writer, figures) }
    }
    let ofFans = fans.indices.compactMap { index in
      places[content.pairs.count + index].map { label(fans[index], at: $0, figures) }
    }
    return ofPairs + ofFans
  }

  private func label(
    _ pair: PictureContent.Pair, at place: LabelPlacement.Place, _ writer: LabelWriter, _ figures: [ActorFigure]
  ) -> LabelFigure {
    let first = figures[pair.first]
    let second = figures[pair.second]
    let rows = writer.rows(pair, direction: second.center - first.center)
    let shown = Set(rows.compactMap(\.relation))
    let relations = pair.ties.filter(content.isNamed).map { content.ties[$0].relation.id }
    return LabelFigure(
      actors: [first.id, second.id], named: relations.filter(shown.contains),
      counted: relations.filter { !shown.contains($0) }, rows: rows, box: place.box, anchor: place.anchor,
      tooltip: tooltip(of: pair.ties))
  }

  private func label(_ fan: Fan, at place: LabelPlacement.Place, _ figures: [ActorFigure]) -> LabelFigure {
    let ties = fan.pairs.flatMap { content.pairs[$0].ties }
    return LabelFigure(
      actors: [figures[fan.key.target].id], named: ties.map { content.ties[$0].relation.id }, counted: [],
      rows: [fan.row], box: place.box, anchor: place.anchor, tooltip: tooltip(of: ties))
  }

  private func tooltip(of ties: [Int]) -> String {
    ties.map { tooltips.headline(of: content.ties[$0].relation) }.joined(separator: "\n")
  }

  private static func samples(_ relation: RelationFigure) -> [Point] {
    let length = relation.curve.start.distance(to: relation.curve.end)
    let steps = max(4, min(100, Int(length / 5)))
    return (0...steps).map { relation.curve.point(at: Double($0) / Double(steps)) }
  }

  /// Caption and legend for a page of a width.
  ///
  /// - Parameter planned: Those that room was made for before there were places; they stay where they say the same.
  private func explanation(
    width: Double, areas: [BlocArea], hasLabels: Bool, unnamedCount: Int = 0, planned: Explanation? = nil
  ) -> Explanation {
    let facts = facts(unnamedCount: unnamedCount)
    let blocs = areas.map { BlocSample(name: $0.name, colour: $0.colour, stroke: $0.stroke, badge: $0.badge) }
    let caption: Caption
    if let planned, planned.width == width, planned.facts == facts {
      caption = planned.caption
    } else {
      let title = style.title ?? drawing.snapshot.network.title
      caption = Caption(title: title, facts: facts, width: width - 2 * Self.margin)
    }
    let legend: Legend?
    if let planned, planned.width == width, planned.blocs == blocs {
      legend = planned.legend
    } else {
      legend = self.legend(width: width, blocs: blocs, hasLabels: hasLabels)
    }
    return Explanation(width: width, facts: facts, blocs: blocs, caption: caption, legend: legend)
  }

  private func legend(width: Double, blocs: [BlocSample], hasLabels: Bool) -> Legend? {
    guard style.showsLegend else { return nil }
    return LegendMaker(
      content: content, style: style, scale: scale, sizes: sizes, fills: fills, blocs: blocs, hasLabels: hasLabels,
      hasFans: hasLabels && !fans.isEmpty, changes: drawing.changes
    ).legend(width: width - 2 * Self.margin)
  }

  private func facts(unnamedCount: Int) -> [String] {
    var facts = Caption.facts(of: drawing, content: content)
    if drawing.namesChangesOnly {
      facts.append("relations are named where they are new or have changed")
    } else if unnamedCount > 0 {
      let all = content.ties.count { $0.change != .unchanged }
      facts.append("\(unnamedCount) of \(Caption.count(all, "relation")) not named in the picture")
    }
    if let note = style.note { facts.append(ShownText.line(note)) }
    if !drawing.dataHash.isEmpty { facts.append("data \(ShownText.line(String(drawing.dataHash.prefix(12))))") }
    return facts
  }

  private func notice(in area: Box) -> TextMark? {
    guard content.actors.isEmpty else { return nil }
    let text = content.loneCount > 0 ? "No relations to show." : "No actors to show."
    let face = Face(size: 12)
    return TextMark(
      text: text, start: Point(x: area.center.x - face.width(of: text) / 2, y: area.center.y), face: face,
      colour: style.palette.faintInk)
  }
}

/// What explains a picture, laid out for a page of a width.
private struct Explanation {
  let width: Double
  let facts: [String]
  let blocs: [BlocSample]
  let caption: Caption
  let legend: Legend?

  /// What the legend takes up, with the space above it.
  var legendHeight: Double { legend.map { $0.box.height + 8 } ?? 0 }
}

/// Divides a page: caption above, legend below, the picture between.
private struct Frame {
  let area: Box

  init(page: Page, explanation: Explanation) {
    let margin = Composer.margin
    let bottom = margin + explanation.legendHeight
    let top = page.height - margin - explanation.caption.box.height - 8
    area = Box(minX: margin, minY: bottom, maxX: page.width - margin, maxY: max(bottom + 60, top))
  }
}
