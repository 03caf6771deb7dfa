/// Ranks over time: actors as lines, dates from left to right, the first rank above.
///
/// Actors who share a rank stand one below the other, joined by a bar, with the rank that they share in each circle. An
/// actor that is not among the first ``top`` at a date, or shares a rank with too many to be shown, goes down into the
/// band below.
public struct BumpChart: Hashable, Sendable {
  /// An actor's ranks.
  public struct Line: Hashable, Sendable {
    /// The actor's id.
    public var id: String
    /// Its name.
    public var name: String
    /// Its rank at each date; `nil` where it is not there.
    public var ranks: [Int?]
    /// Its score at each date; `nil` where it is not there.
    public var scores: [Double?]

    /// An actor's ranks and scores, date by date.
    public init(id: String, name: String, ranks: [Int?], scores: [Double?]) {
      self.id = id
      self.name = name
      self.ranks = ranks
      self.scores = scores
    }
  }

  /// The title.
  public var title: String
  /// What ranks are by.
  public var measure: String
  /// The dates, in order.
  public var dates: [String]
  /// The actors.
  public var lines: [Line]
  /// How many ranks are shown.
  public var top = 12
  /// Actors with heavy lines, by id; where there are none, those whose rank changed most.
  public var emphasised: Set<String> = []
  /// Further parts of the caption.
  public var facts: [String] = []
  /// The colours.
  public var palette = Palette()
  /// The paper. A chart too large for it gets a larger page.
  public var page = Page.a4Landscape
  /// Whether there is a legend.
  public var showsLegend = true
  /// What ids in the picture begin with.
  public var idPrefix = ""

  /// The most dates a chart holds.
  public static let mostDates = 200
  /// The most ranks a chart shows.
  public static let mostRanks = 60

  /// A chart of ranks by a measure.
  public init(title: String, measure: String, dates: [String], lines: [Line]) {
    self.title = title
    self.measure = measure
    self.dates = dates
    self.lines = lines
  }

  /// Finds a place for everything.
  ///
  /// - Throws: That there are too many dates or ranks, or none.
  public func compose() throws(DrawingError) -> Picture {
    guard !dates.isEmpty, dates.count <= Self.mostDates else {
      throw .unfit(
        "a chart of ranks holds 1 to \(Self.mostDates) dates, and there are \(dates.count); choose a longer step")
    }
    guard (1...Self.mostRanks).contains(top) else {
      throw .unfit("a chart of ranks shows 1 to \(Self.mostRanks) ranks")
    }
    return BumpComposer(self).picture()
  }
}
