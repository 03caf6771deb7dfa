/// How a network is drawn.
public struct Style: Hashable, Sendable {
  /// What the size of an actor means.
  public var sizes: Measure = .ties
  /// What the fill of an actor means.
  public var fills: Measure = .ties
  /// Whether relations are named beside their lines.
  public var relationLabels: RelationLabels = .whereRoom
  /// How many relations one label names at most; the others are counted, and named in the tooltip.
  public var relationsPerLabel = 4
  /// Blocs whose areas are drawn; `nil` for all with two members or more, the largest first, up to four.
  public var blocs: [String]?
  /// Whether actors without ties are drawn. They are counted in any case.
  public var showsActorsWithoutTies = false
  /// Actors that the eye should find at once: a heavy outline and bold letters, whatever their size. Say in ``note``
  /// what they are chosen for.
  public var emphasised: Set<String> = []
  /// Whether there is a legend.
  public var showsLegend = true
  /// The title in the picture; `nil` for the network's.
  public var title: String?
  /// A line more for the caption.
  public var note: String?
  /// The colours.
  public var palette = Palette()
  /// The paper. A network too large for it gets a larger page of the same form.
  public var page = Page.a4Landscape
  /// Where the search for a layout begins.
  public var seed = 1
  /// What ids in the picture begin with, so that two pictures can stand in one document.
  public var idPrefix = ""

  /// Size and fill by the number of ties, labels where there is room, A4 landscape.
  public init() {}

  /// When relations are named in the picture.
  public enum RelationLabels: String, CaseIterable, Hashable, Sendable {
    /// Unless the picture would need more than twice the page for them.
    case whereRoom = "where-room"
    /// Always; the page grows.
    case always
    /// Never; tooltips name them.
    case never
  }
}

/// Numbers by actor that sizes or fills follow.
public enum Measure: Hashable, Sendable {
  /// The number of relations shown.
  case ties
  /// Given numbers by actor id, under the name of what they measure. An actor without one counts as the least.
  case values([String: Double], name: String)
  /// All alike.
  case none
}

/// A page, in points.
public struct Page: Hashable, Sendable {
  /// Its width.
  public var width: Double
  /// Its height.
  public var height: Double

  /// A page of a size.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A4 across, 297 × 210 mm.
  public static let a4Landscape = Page(width: 842, height: 595)
  /// A3 across, 420 × 297 mm.
  public static let a3Landscape = Page(width: 1191, height: 842)
  /// A screen of 16 to 10.
  public static let screen = Page(width: 896, height: 560)
}
