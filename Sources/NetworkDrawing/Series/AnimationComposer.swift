import ActorModel

/// Composes an animation.
struct AnimationComposer {
  let animation: AnimatedPicture
  let arranged: ArrangedSeries
  private let contents: [PictureContent]

  private static let headHeight = 24.0
  private static let dateFace = Face(size: 13, isBold: true)
  private static let countFace = Face(size: 8)

  init(_ animation: AnimatedPicture, arranged: ArrangedSeries) throws(DrawingError) {
    self.animation = animation
    self.arranged = arranged
    var contents: [PictureContent] = []
    for panel in animation.panels {
      contents.append(
        try PictureContent(
          snapshot: panel.drawing.snapshot, projection: panel.drawing.projection, style: panel.drawing.style,
          changes: panel.drawing.changes ?? PictureChanges(before: "", after: panel.date)))
    }
    self.contents = contents
  }

  func compose() throws(DrawingError) -> ComposedAnimation {
    var rules = AnimationRules(dateCount: contents.count, secondsPerDate: animation.secondsPerDate)
    let whole = arranged.composition
    var still = whole
    still.labels = []
    still.areas = []
    still.areaLabels = []
    var marks = still.marks()
    animateTies(&marks, &rules)
    animateActors(&marks, &rules)
    for (index, panel) in animation.panels.enumerated() {
      marks.append(try labels(of: panel, index, &rules))
    }
    let top = whole.page.maxY + Self.headHeight
    marks.append(head(y: whole.page.maxY - Composer.margin + Self.headHeight - 7, whole.page, &rules))
    let page = Box(minX: whole.page.minX, minY: whole.page.minY, maxX: whole.page.maxX, maxY: top)
    var picture = Picture(
      title: whole.title, summary: summary, page: page, marks: marks,
      idPrefix: ElementNames.plain(whole.style.idPrefix))
    picture.styleSheet = rules.styleSheet
    return ComposedAnimation(picture: picture, union: whole)
  }

  private var summary: String {
    let dates = animation.panels.map(\.date)
    let parts = ["\(dates.count) dates from \(dates[0]) to \(dates[dates.count - 1]), one after the other"]
    return (parts + zip(animation.panels, contents).map { "\($0.date): \(Self.counts($1))" })
      .map(ShownText.line).joined(separator: " · ")
  }

  private static func counts(_ content: PictureContent) -> String {
    let held = content.ties.count { $0.change != .ended }
    let happened = content.ties.compactMap(\.change).filter { $0 != .unchanged }
    return Caption.count(held, "tie") + (happened.isEmpty ? "" : ": " + Caption.changeCounts(happened))
  }

  /// Ties are seen while they hold, heavier when they are new, thin and dotted when they have just ended.
  private func animateTies(_ marks: inout Marks, _ rules: inout AnimationRules) {
    let names = ElementNames(arranged.composition)
    let scale = WidthScale(strengths: [], reference: arranged.scales.strength)
    var states: [String: [(opacity: String, line: String)]] = [:]
    let absent = ("opacity:0", "")
    for (date, content) in contents.enumerated() {
      for tie in content.ties {
        let id = names.relation(tie.relation.id)
        let width = scale.width(of: tie.relation.strength)
        var list = states[id] ?? Array(repeating: absent, count: contents.count)
        switch tie.change ?? .unchanged {
        case .ended: list[date] = ("opacity:.7", "stroke-width:.9;stroke-dasharray:1.5 3.5")
        case .unchanged: list[date] = ("opacity:1", Self.width(width))
        case .new, .strengthened, .weakened, .flipped, .restated: list[date] = ("opacity:1", Self.width(width + 1.4))
        }
        states[id] = list
      }
    }
    for index in marks.lines.indices {
      guard let id = marks.lines[index].id, let style = marks.lines[index].style else { continue }
      let rest = Self.width(style.width)
      let list = states[id] ?? Array(repeating: absent, count: contents.count)
      // A width that is not seen need not change.
      var lines: [String] = []
      for state in list { lines.append(state.line.isEmpty ? lines.last ?? rest : state.line) }
      let names = [
        rules.cssClass(list.map(\.opacity), rest: "opacity:1"),
        rules.cssClass(lines, selector: " path", rest: rest),
      ].compactMap(\.self)
      marks.lines[index].cssClass = names.isEmpty ? nil : names.joined(separator: " ")
    }
  }

  private static func width(_ width: Double) -> String { "stroke-width:\(AnimationRules.number(width))" }

  /// Actors without a tie at a date are pale.
  private func animateActors(_ marks: inout Marks, _ rules: inout AnimationRules) {
    let names = ElementNames(arranged.composition)
    var tied: [String: Set<Int>] = [:]
    for (date, content) in contents.enumerated() {
      for (actor, count) in zip(content.actors, content.tieCounts) where count > 0 {
        tied[names.actor(actor.id), default: []].insert(date)
      }
    }
    for index in marks.shapes.indices {
      guard let id = marks.shapes[index].id, let dates = tied[id] else { continue }
      let values = contents.indices.map { dates.contains($0) ? "opacity:1" : "opacity:.25" }
      marks.shapes[index].cssClass = rules.cssClass(values, rest: "opacity:1")
    }
  }

  /// The names of what changed, seen at that date only.
  private func labels(
    of panel: SmallMultiples.Panel, _ index: Int, _ rules: inout AnimationRules
  ) throws(DrawingError) -> Marks {
    guard let changes = panel.drawing.changes else { return Marks() }
    var drawing = Drawing(of: animation.union, projection: panel.drawing.projection)
    drawing.style = panel.drawing.style
    drawing.scales = arranged.scales
    drawing.changes = PictureChanges(before: changes.before, after: changes.after)
    drawing.changes?.relations = changes.relations
    drawing.changes?.flippedPairs = changes.flippedPairs
    let content = try PictureContent(
      snapshot: drawing.snapshot, projection: drawing.projection, style: drawing.style, changes: drawing.changes)
    var marks = Marks()
    let labels = Composer(drawing: drawing, content: content).labels(in: arranged.composition)
    for (place, label) in labels.enumerated() {
      let id = "\(ElementNames.plain(drawing.style.idPrefix))date-\(index + 1)-label-\(place + 1)"
      marks.append(arranged.composition.labelMarks(label, id: id))
    }
    let name = onlyAt(index, &rules)
    for place in marks.shapes.indices { marks.shapes[place].cssClass = name }
    for place in marks.texts.indices { marks.texts[place].cssClass = name }
    for place in marks.lines.indices { marks.lines[place].cssClass = name }
    return marks
  }

  private func onlyAt(_ date: Int, _ rules: inout AnimationRules) -> String? {
    rules.cssClass(contents.indices.map { $0 == date ? "opacity:1" : "opacity:0" }, rest: "opacity:1")
  }

  /// The date, a row of dots that says how far the time has come, and counts.
  private func head(y: Double, _ page: Box, _ rules: inout AnimationRules) -> Marks {
    var marks = Marks()
    let left = page.minX + Composer.margin
    let widest = animation.panels.map { Self.dateFace.width(of: ShownText.line($0.date)) }.max() ?? 0
    let step = min(12, max(3, 200 / Double(max(1, contents.count))))
    let side = min(7, step * 0.7)
    let dots = left + widest + 14
    let palette = arranged.composition.style.palette
    let note = "heavy: new or changed   dotted: just ended   pale: no tie"
    let face = LegendMaker.face
    marks.texts.append(
      TextMark(
        text: note, start: Point(x: page.maxX - Composer.margin - face.width(of: note), y: y), face: face,
        colour: palette.faintInk))
    for (index, panel) in animation.panels.enumerated() {
      let name = onlyAt(index, &rules)
      var date = TextMark(
        text: ShownText.line(panel.date), start: Point(x: left, y: y), face: Self.dateFace, colour: palette.ink)
      date.cssClass = name
      var counts = TextMark(
        text: Self.counts(contents[index]),
        start: Point(x: dots + step * Double(contents.count) + 12, y: y), face: Self.countFace, colour: palette.ink)
      counts.cssClass = name
      marks.texts += [date, counts]
      let box = Box(
        center: Point(x: dots + step * (Double(index) + 0.5), y: y), size: Size(width: side, height: side))
      marks.shapes.append(
        ShapeMark(shape: .ellipse, box: box, fill: .white, stroke: palette.faintInk, strokeWidth: 0.6))
      var full = ShapeMark(shape: .ellipse, box: box, fill: palette.ink, stroke: palette.ink, strokeWidth: 0.6)
      full.cssClass = name
      marks.shapes.append(full)
    }
    return marks
  }
}
