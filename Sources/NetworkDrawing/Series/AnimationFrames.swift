import ActorModel

/// What an animation shows at one of its dates, at the places of the picture of all dates.
struct AnimationFrame {
  /// The shape of every actor; pale where it has no tie.
  var actors: [(figure: ActorFigure, isPale: Bool)] = []
  /// The lines that hold or have just ended, in an order that is the same at all dates.
  var relations: [RelationFigure] = []
}

/// Composes the dates of an animation: everyone keeps its place, and all else is as at that date.
struct AnimationFrames {
  let animation: AnimatedPicture
  let arranged: ArrangedSeries
  /// What is in the picture of each date.
  let contents: [PictureContent]

  /// How opaque pale actors and ended ties are.
  static let paleOpacity = 0.25
  static let endedOpacity = 0.7

  init(_ animation: AnimatedPicture, arranged: ArrangedSeries) {
    self.animation = animation
    self.arranged = arranged
    contents = zip(animation.panels, arranged.contents).map { $1.marked(by: Self.changes(of: $0)) }
  }

  /// What changed up to a date; nothing up to the first.
  private static func changes(of panel: SmallMultiples.Panel) -> PictureChanges {
    panel.drawing.changes ?? PictureChanges(before: "", after: panel.date)
  }

  /// All dates, in the order of time.
  func frames() throws(DrawingError) -> [AnimationFrame] {
    let figures = contents.indices.map(figures)
    let routes = routes(leastSizes: Self.leastSizes(figures))
    var frames: [AnimationFrame] = []
    for date in contents.indices {
      frames.append(
        AnimationFrame(
          actors: zip(figures[date], tiedActors(at: date)).map { ($0, !$1) },
          relations: try relations(at: date, figures[date], routes)))
    }
    return frames
  }

  private func tooltips(at date: Int) -> Tooltips {
    let panel = animation.panels[date]
    return Tooltips(snapshot: panel.drawing.snapshot, changes: Self.changes(of: panel))
  }

  /// The actors of the picture of all dates, as large and as filled as they are at one.
  private func figures(at date: Int) -> [ActorFigure] {
    let content = contents[date]
    let style = animation.panels[date].drawing.style
    let maker = FigureMaker(
      style: style, content: content,
      sizes: MeasureScale(style.sizes, content: content, range: arranged.scales.sizes),
      fills: MeasureScale(style.fills, content: content, range: arranged.scales.fills), tooltips: tooltips(at: date))
    let shown = Dictionary(maker.figures().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let actors = Dictionary(animation.union.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return arranged.composition.actors.map { place in
      var figure = shown[place.id] ?? actors[place.id].map(maker.figure(ofTieless:)) ?? place
      figure.center = place.center
      return figure
    }
  }

  /// Whether each actor has a tie that holds at a date.
  private func tiedActors(at date: Int) -> [Bool] {
    let content = contents[date]
    let tied = Set(zip(content.actors, content.tieCounts).filter { $1 > 0 }.map(\.0.id))
    return arranged.composition.actors.map { tied.contains($0.id) }
  }

  private static func leastSizes(_ figures: [[ActorFigure]]) -> [Size] {
    guard var sizes = figures.first?.map(\.size) else { return [] }
    for date in figures.dropFirst() {
      for (actor, figure) in date.enumerated() {
        sizes[actor].width = min(sizes[actor].width, figure.size.width)
        sizes[actor].height = min(sizes[actor].height, figure.size.height)
      }
    }
    return sizes
  }

  /// The way of each relation from middle to middle, the same at all dates.
  private func routes(leastSizes: [Size]) -> [LineRouter.Route] {
    let composition = arranged.composition
    return LineRouter(
      content: arranged.content, figures: composition.actors,
      scale: WidthScale(strengths: [], reference: arranged.scales.strength),
      tooltips: Tooltips(snapshot: animation.union), area: composition.area, leastSizes: leastSizes
    ).routes()
  }

  /// The lines at a date: heavier when they are new or changed, dotted and crossed when they have just ended.
  private func relations(
    at date: Int, _ figures: [ActorFigure], _ routes: [LineRouter.Route]
  ) throws(DrawingError) -> [RelationFigure] {
    let scale = WidthScale(strengths: [], reference: arranged.scales.strength)
    let tooltips = tooltips(at: date)
    let ties = Dictionary(
      contents[date].ties.map { ($0.relation.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var shown: [RelationFigure] = []
    for route in routes {
      guard let tie = ties[route.tie.relation.id] else { continue }
      let actors = contents[date].actors
      guard let from = places[actors[tie.from].id], let to = places[actors[tie.to].id] else { continue }
      shown.append(
        RelationFigure(
          tie.relation, along: route.curve, from: from, to: to, style: Self.style(of: tie, scale),
          tooltip: tooltips.text(of: tie.relation)))
    }
    guard shown.count == contents[date].ties.count else {
      throw .unfit("the picture of \(animation.panels[date].date) has a relation that is not in the union of all dates")
    }
    return shown
  }

  private static func style(of tie: PictureContent.Tie, _ scale: WidthScale) -> LineStyle {
    let width = scale.width(of: tie.relation.strength)
    let relation = tie.relation
    return switch tie.change ?? .unchanged {
    case .ended: LineStyle(sign: relation.sign, status: relation.status, width: 0.9, change: .ended)
    case .unchanged: LineStyle(sign: relation.sign, status: relation.status, width: width)
    case .new, .strengthened, .weakened, .flipped, .restated:
      LineStyle(sign: relation.sign, status: relation.status, width: width + 1.4)
    }
  }
}
