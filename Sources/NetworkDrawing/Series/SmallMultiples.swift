import ActorModel

/// The pictures of a series side by side on one page, small and without names of relations.
///
/// Actors stand in the same place of every panel, under their name or, where that is long, their id, which a key below
/// explains. Those without a tie at a date are pale. What the first panel shows is drawn pale as unchanged; in the
/// others what is new, ended, stronger, weaker or flipped since the panel before stands out by its line.
public struct SmallMultiples: Sendable {
  /// A panel.
  public struct Panel: Sendable {
    /// Its date.
    public var date: String
    /// The network then, with what changed since the panel before; without changes in the first.
    public var drawing: Drawing

    /// A panel.
    public init(date: String, drawing: Drawing) {
      self.date = date
      self.drawing = drawing
    }
  }

  /// The panels, in the order of time.
  public let panels: [Panel]
  /// Everything that is in any of them.
  public let union: Snapshot
  /// Where actors stand in a picture of its own; the panels show the same arrangement, smaller.
  public var positions: Positions?

  /// The most panels a page holds.
  public static let most = 30

  /// Panels, and the union of their snapshots.
  public init(_ panels: [Panel], union: Snapshot) {
    self.panels = panels
    self.union = union
  }

  /// Finds a place for everything.
  ///
  /// - Throws: That there are too many panels or none, too much to draw, or that a projection or position is unfit.
  public func compose() throws(DrawingError) -> ComposedMultiples {
    guard !panels.isEmpty, panels.count <= Self.most else {
      throw .unfit("a page holds 1 to \(Self.most) panels, and there are \(panels.count); choose a longer step")
    }
    var series = PictureSeries(panels.map(\.drawing), union: union)
    series.positions = positions
    return try MultiplesComposer(self, whole: series.arrangement()).compose()
  }
}

/// Small multiples with every place found.
public struct ComposedMultiples: Hashable, Sendable {
  /// What is rendered.
  public let picture: Picture
  /// For each panel where actors stand, from the panel's lower left corner.
  public let positions: [Positions]
  /// The arrangement that all panels show, as one picture.
  public let union: Composition
}
