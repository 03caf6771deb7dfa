import ActorModel

/// A network to be drawn: which snapshot, by which projection, in which style.
///
/// A layout gives positions; the picture is then composed at them and only rendered. The same drawing gives the same
/// bytes, in whatever order the file names actors and relations.
public struct Drawing: Sendable {
  /// What is drawn.
  public let snapshot: Snapshot
  /// Which of its relations count, and which actors count as the whole they are part of.
  public let projection: Projection
  /// How it is drawn.
  public var style = Style()
  /// Where actors stand. They keep their places exactly; actors without one are placed by their neighbours.
  public var positions: Positions?
  /// The least page; the origin of positions read from a file lies on it.
  public var leastPage: Box?
  /// What changed, where the snapshot holds the relations of two times.
  public var changes: PictureChanges?
  /// The time in words for the caption; `nil` for the snapshot's.
  public var timeText: String?
  /// The hash of the data, whose first characters are shown.
  public var dataHash = ""

  /// What sizes, fills and widths mean in a series; `nil` for what is in this picture alone.
  var scales: DrawingScales?
  /// Where actors and relations stand in a series.
  var frame: Box?
  /// How large shapes are at least, by actor id: in the layout of a series as large as in any of its pictures.
  var leastSizes: [String: Size] = [:]
  /// Whether relations are named only at dates at which they change, which the caption then says.
  var namesChangesOnly = false

  /// The most actors a picture holds.
  public static let mostActors = 2_000
  /// How far from the origin an actor may stand, in points: 200 inches.
  public static let mostExtent = 14_400.0
  /// The most relations a picture holds.
  public static let mostRelations = 10_000

  /// A drawing of a snapshot.
  public init(of snapshot: Snapshot, projection: Projection = Projection()) {
    self.snapshot = snapshot
    self.projection = projection
  }

  /// Finds a place for everything.
  ///
  /// - Throws: That there is too much to draw, or that the projection or a position does not fit.
  public func compose() throws(DrawingError) -> Composition { try compose(try content()) }

  /// What is in the picture.
  func content() throws(DrawingError) -> PictureContent {
    try PictureContent(snapshot: snapshot, projection: projection, style: style, changes: changes)
  }

  /// Finds a place for everything in the picture.
  func compose(_ content: PictureContent) throws(DrawingError) -> Composition {
    try check()
    return try Composer(drawing: self, content: content).compose()
  }

  private func check() throws(DrawingError) {
    guard style.page.width >= 200, style.page.height >= 150, style.page.width <= Self.mostExtent,
      style.page.height <= Self.mostExtent
    else { throw .unfit("a page is 200 to 14400 points wide and 150 to 14400 high; choose A4, A3 or a size between") }
    for (id, point) in (positions?.points ?? [:]).sorted(by: { $0.key < $1.key })
    where !(abs(point.x) <= Self.mostExtent && abs(point.y) <= Self.mostExtent) {
      throw .unfit("the position of \(id) is not on a page; positions are points, 72 to the inch, up to 14400")
    }
    if let leastPage { try Self.check(leastPage) }
  }

  /// Checks that a page read from a file can be one.
  static func check(_ page: Box) throws(DrawingError) {
    guard abs(page.minX) <= 2 * mostExtent, abs(page.minY) <= 2 * mostExtent, page.width > 0, page.height > 0,
      max(page.width, page.height) <= 4 * mostExtent
    else {
      throw .unfit(
        "the page is not one that can be drawn: it is up to \(Int(4 * mostExtent)) points wide and high, 72 to the inch"
      )
    }
  }
}
