import ActorModel

/// A series as one picture that plays by itself: ties appear, change and end while actors keep their places.
///
/// Rules of style show at each date what holds then: ties with the dash of their kind, actors as large and as filled as
/// their ties on that date make them, each with a tooltip that is true then. What is alike at several dates is drawn
/// once. No script is needed. Who prefers less motion, and programs that do not play, see the last date.
public struct AnimatedPicture: Sendable {
  /// The dates, with what changed since the one before.
  public let panels: [SmallMultiples.Panel]
  /// Everything that is in any of them.
  public let union: Snapshot
  /// Where actors stand. They keep their places exactly; actors without one are placed by their neighbours.
  public var positions: Positions?
  /// How long a date is shown.
  public var secondsPerDate = 2.0

  /// The most dates an animation shows.
  public static let most = 120
  /// The most lines it holds; a tie whose line changes has one for each of its forms.
  public static let mostLines = 20_000

  /// An animation of dates, and the union of their snapshots.
  public init(_ panels: [SmallMultiples.Panel], union: Snapshot) {
    self.panels = panels
    self.union = union
  }

  /// Finds a place for everything, and a time.
  ///
  /// - Throws: That there are too many dates or none, too much to draw, or that a projection or position is unfit.
  public func compose() throws(DrawingError) -> ComposedAnimation {
    guard !panels.isEmpty, panels.count <= Self.most else {
      throw .unfit("an animation shows 1 to \(Self.most) dates, and there are \(panels.count); choose a longer step")
    }
    guard secondsPerDate >= 0.1, secondsPerDate <= 60 else { throw .unfit("a date is shown for 0.1 to 60 seconds") }
    // Areas of blocs do not change over time, and so are in no date's picture.
    let drawings = panels.map { panel in
      var drawing = panel.drawing
      drawing.style.blocs = []
      return drawing
    }
    var series = PictureSeries(drawings, union: union)
    series.positions = positions
    series.namesChangesOnly = true
    series.timeText = SeriesDescription.span(of: panels.map(\.date))
    return try AnimationComposer(self, arranged: series.arrangement()).compose()
  }
}

/// An animation with every place and time found.
public struct ComposedAnimation: Hashable, Sendable {
  /// What is rendered; as `svg` it plays.
  public let picture: Picture
  /// The picture of everything, which gave the positions.
  public let union: Composition
}
