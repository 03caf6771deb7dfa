import ActorModel

/// Composes an animation.
struct AnimationComposer {
  let animation: AnimatedPicture
  let arranged: ArrangedSeries
  private let frames: AnimationFrames
  private let names: ElementNames

  private var contents: [PictureContent] { frames.contents }

  private static let headHeight = 24.0
  private static let dateFace = Face(size: 13, isBold: true)
  private static let countFace = Face(size: 8)

  init(_ animation: AnimatedPicture, arranged: ArrangedSeries) {
    self.animation = animation
    self.arranged = arranged
    frames = AnimationFrames(animation, arranged: arranged)
    names = ElementNames(arranged.composition)
  }

  func compose() throws(DrawingError) -> ComposedAnimation {
    var rules = AnimationRules(dateCount: contents.count, secondsPerDate: animation.secondsPerDate)
    let whole = arranged.composition
    var marks = try network(&rules)
    marks.append(whole.explanation())
    var unnamedCounts: [Int] = []
    for (index, panel) in animation.panels.enumerated() {
      let labels = labels(of: panel)
      marks.append(timed(labels, at: index, &rules))
      unnamedCounts.append(unnamedCount(at: index, besides: labels))
    }
    let top = whole.page.maxY + Self.headHeight
    marks.append(
      head(y: whole.page.maxY - Composer.margin + Self.headHeight - 7, whole.page, unnamedCounts, &rules))
    let page = Box(minX: whole.page.minX, minY: whole.page.minY, maxX: whole.page.maxX, maxY: top)
    var picture = Picture(
      title: whole.title, summary: summary, page: page, marks: marks,
      idPrefix: ElementNames.plain(whole.style.idPrefix))
    picture.styleSheet = rules.styleSheet
    return ComposedAnimation(picture: picture, union: whole)
  }

  /// Actors and relations, each in all the forms that it has at some date.
  private func network(_ rules: inout AnimationRules) throws(DrawingError) -> Marks {
    var shapes = TimedMarks<ShapeMark>(dateCount: contents.count)
    var lines = TimedMarks<LineMark>(dateCount: contents.count)
    for (date, frame) in try frames.frames().enumerated() {
      for (figure, isPale) in frame.actors {
        shapes.add(
          arranged.composition.mark(of: figure, names), of: names.actor(figure.id), at: date,
          opacity: isPale ? AnimationFrames.paleOpacity : 1)
      }
      for figure in frame.relations {
        lines.add(
          arranged.composition.mark(of: figure, names), of: names.relation(figure.id), at: date,
          opacity: figure.style.change == .ended ? AnimationFrames.endedOpacity : 1)
      }
    }
    guard lines.entries.count <= AnimatedPicture.mostLines else {
      throw .unfit(
        "the ties of \(contents.count) dates have \(lines.entries.count) lines, and an animation holds "
          + "\(AnimatedPicture.mostLines); choose a longer step, or one size for all actors")
    }
    var marks = Marks()
    for (entry, id) in zip(shapes.entries, shapes.ids(prefix: names.prefix)) {
      var mark = entry.mark
      mark.id = id
      mark.cssClass = rules.cssClass(entry.opacities)
      marks.shapes.append(mark)
    }
    for (entry, id) in zip(lines.entries, lines.ids(prefix: names.prefix)) {
      var mark = entry.mark
      mark.id = id
      mark.cssClass = rules.cssClass(entry.opacities)
      marks.lines.append(mark)
    }
    return marks
  }

  private var summary: String {
    let dates = SeriesDescription.span(of: animation.panels.map(\.date))
    return
      ([dates + (animation.panels.count > 1 ? ", one after the other" : "")]
      + zip(animation.panels, contents).map { "\($0.date): \(Self.counts($1))" })
      .map(ShownText.line).joined(separator: " · ")
  }

  private static func counts(_ content: PictureContent) -> String {
    let held = content.ties.count { $0.change != .ended }
    let happened = content.ties.compactMap(\.change).filter { $0 != .unchanged }
    return Caption.count(held, "tie") + (happened.isEmpty ? "" : ": " + Caption.changeCounts(happened))
  }

  /// The names of what changed up to a date.
  private func labels(of panel: SmallMultiples.Panel) -> [LabelFigure] {
    guard let changes = panel.drawing.changes else { return [] }
    var drawing = Drawing(of: animation.union, projection: panel.drawing.projection)
    drawing.style = panel.drawing.style
    drawing.scales = arranged.scales
    var named = PictureChanges(before: changes.before, after: changes.after)
    named.relations = changes.relations
    named.flippedPairs = changes.flippedPairs
    drawing.changes = named
    return Composer(drawing: drawing, content: arranged.content.marked(by: named)).labels(in: arranged.composition)
  }

  /// Labels that are seen at one date only.
  private func timed(_ labels: [LabelFigure], at date: Int, _ rules: inout AnimationRules) -> Marks {
    var marks = Marks()
    for (place, label) in labels.enumerated() {
      marks.append(
        arranged.composition.labelMarks(label, id: "\(names.prefix)date-\(date + 1)-label-\(place + 1)"))
    }
    let name = onlyAt(date, &rules)
    for place in marks.shapes.indices { marks.shapes[place].cssClass = name }
    for place in marks.texts.indices { marks.texts[place].cssClass = name }
    for place in marks.lines.indices { marks.lines[place].cssClass = name }
    return marks
  }

  /// How many of the ties that changed up to a date have no name there.
  private func unnamedCount(at date: Int, besides labels: [LabelFigure]) -> Int {
    let named = Set(labels.flatMap(\.named))
    return contents[date].ties.count { ($0.change ?? .unchanged) != .unchanged && !named.contains($0.relation.id) }
  }

  private func onlyAt(_ date: Int, _ rules: inout AnimationRules) -> String? {
    rules.cssClass(contents.indices.map { $0 == date ? 1 : 0 })
  }

  /// The date, a row of dots that says how far the time has come, and counts.
  private func head(y: Double, _ page: Box, _ unnamedCounts: [Int], _ rules: inout AnimationRules) -> Marks {
    var marks = Marks()
    let left = page.minX + Composer.margin
    let widest = animation.panels.map { Self.dateFace.width(of: ShownText.line($0.date)) }.max() ?? 0
    let step = min(12, max(3, 200 / Double(max(1, contents.count))))
    let side = min(7, step * 0.7)
    let dots = left + widest + 14
    let palette = arranged.composition.style.palette
    let note = "heavy: new or changed   dotted, crossed: just ended   pale: no tie"
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
      let unnamed = unnamedCounts[index] > 0 ? " (\(unnamedCounts[index]) not named)" : ""
      var counts = TextMark(
        text: Self.counts(contents[index]) + unnamed,
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
