import ActorModel

/// Pictures of one network at several times: every actor stands in the same place in each of them.
///
/// The layout is made once, for everything that is in any of the pictures. Sizes, fills and widths mean the same in
/// all, and all have the same page, so that an actor's place differs by 0 in the files too.
public struct PictureSeries: Sendable {
  /// The drawings, in the order of time.
  public let drawings: [Drawing]
  /// Everything that is in any of them.
  public let union: Snapshot
  /// Where actors stand. They keep their places exactly; actors without one are placed by their neighbours.
  public var positions: Positions?
  /// The least page.
  public var leastPage: Box?
  /// The dates in words, for the picture of the union.
  public var timeText: String?
  /// Whether the picture of the union will name no relations, but those that change at the dates where they do.
  var namesChangesOnly = false

  /// A series of drawings, and the union of their snapshots.
  public init(_ drawings: [Drawing], union: Snapshot) {
    self.drawings = drawings
    self.union = union
  }

  /// The pictures, and the one of the union that gave the positions.
  ///
  /// - Throws: That there is too much to draw, or that the projection or a position does not fit.
  public func compose() throws(DrawingError) -> ComposedSeries {
    if let leastPage { try Drawing.check(leastPage) }
    let arranged = try arrangement()
    let whole = arranged.composition
    var pictures: [Composition] = []
    for (drawing, content) in zip(drawings, arranged.contents) {
      var drawing = drawing
      drawing.positions = whole.positions
      drawing.frame = whole.area
      drawing.scales = arranged.scales
      pictures.append(try drawing.compose(content))
    }
    let page = pictures.map(\.page).reduce(leastPage ?? pictures[0].page) { $0.union($1) }
    for index in pictures.indices { pictures[index].page = page }
    return ComposedSeries(union: whole, pictures: pictures)
  }

  /// The layout that all pictures of the series share.
  func arrangement() throws(DrawingError) -> ArrangedSeries {
    guard let last = drawings.last else { throw .unfit("a series needs at least one date") }
    var contents: [PictureContent] = []
    for drawing in drawings { contents.append(try drawing.content()) }
    let shared = sharedScales(contents)
    let drawing = unionDrawing(last, shared)
    let content = try drawing.content()
    return ArrangedSeries(
      composition: try drawing.compose(content), content: content, contents: contents, scales: shared.scales,
      fillScale: shared.fillScale)
  }

  private func unionDrawing(_ last: Drawing, _ shared: SharedScales) -> Drawing {
    var drawing = Drawing(of: union, projection: last.projection)
    drawing.style = last.style
    drawing.style.sizes = shared.greatestSizes
    drawing.style.fills = shared.greatestFills
    drawing.scales = shared.scales
    drawing.positions = positions
    drawing.dataHash = last.dataHash
    drawing.timeText = timeText
    drawing.namesChangesOnly = namesChangesOnly
    drawing.leastSizes = shared.figureSizes
    return drawing
  }

  private struct SharedScales {
    var scales = DrawingScales()
    /// The greatest value of each actor in any picture.
    var greatestSizes = Measure.none
    var greatestFills = Measure.none
    var fillScale: LegendScale?
    /// How large each actor's shape is at most: no shape is larger in a picture than in the layout.
    var figureSizes: [String: Size] = [:]
  }

  private func sharedScales(_ contents: [PictureContent]) -> SharedScales {
    var sizes = MeasureRange()
    var fills = MeasureRange()
    var strength = 1.0
    for (drawing, content) in zip(drawings, contents) {
      sizes.add(MeasureValues(drawing.style.sizes, content: content), content)
      fills.add(MeasureValues(drawing.style.fills, content: content), content)
      strength = content.ties.map(\.relation.strength).filter(\.isFinite).reduce(strength, max)
    }
    var shared = SharedScales()
    shared.scales = DrawingScales(sizes: sizes.range, fills: fills.range, strength: strength)
    shared.greatestSizes = sizes.measure
    shared.greatestFills = fills.measure
    shared.fillScale = fills.legend
    shared.figureSizes = figureSizes(contents, range: sizes.range)
    return shared
  }

  /// How large each shape is at most, in the pictures that show the actor and in those where it is pale.
  private func figureSizes(_ contents: [PictureContent], range: ClosedRange<Double>?) -> [String: Size] {
    let tied = Set(contents.flatMap(\.actors).map(\.id))
    let pale = namesChangesOnly ? union.actors.filter { tied.contains($0.id) } : []
    var largest: [String: Size] = [:]
    for (drawing, content) in zip(drawings, contents) {
      let maker = FigureMaker(
        style: drawing.style, content: content,
        sizes: MeasureScale(drawing.style.sizes, content: content, range: range), fills: nil,
        tooltips: Tooltips(snapshot: drawing.snapshot), changes: drawing.changes)
      for figure in maker.figures() + pale.map(maker.figure(ofTieless:)) {
        largest[figure.id] = largest[figure.id]?.union(figure.size) ?? figure.size
      }
    }
    return largest
  }
}

/// The layout of a series, and the ranges that its pictures share.
struct ArrangedSeries {
  /// The picture of everything.
  let composition: Composition
  /// What is in it.
  let content: PictureContent
  /// What is in the picture of each date.
  let contents: [PictureContent]
  let scales: DrawingScales
  let fillScale: LegendScale?
}

/// A series with every place found.
public struct ComposedSeries: Hashable, Sendable {
  /// Everything that is in any of the pictures.
  public let union: Composition
  /// The pictures, in the order of time.
  public let pictures: [Composition]
}

/// The range of a measure over several pictures, and each actor's greatest value.
private struct MeasureRange {
  private var name: String?
  private var greatest: [String: Double] = [:]
  private(set) var range: ClosedRange<Double>?

  mutating func add(_ measured: MeasureValues?, _ content: PictureContent) {
    guard let measured else { return }
    name = measured.name
    for (actor, value) in zip(content.actors, measured.values) {
      range = min(range?.lowerBound ?? value, value)...max(range?.upperBound ?? value, value)
      greatest[actor.id] = max(greatest[actor.id] ?? value, value)
    }
  }

  var legend: LegendScale? {
    guard let name, let range, range.lowerBound < range.upperBound else { return nil }
    return LegendScale(name: name, least: range.lowerBound, greatest: range.upperBound)
  }

  var measure: Measure { name.map { .values(greatest, name: $0) } ?? .none }
}
