import ActorModel
import NetworkReading

/// Where actors stand on a page, as a file of positions says it.
public struct PositionRecord: Hashable, Sendable {
  /// A place on the page, in points.
  public struct Place: Hashable, Sendable {
    /// Points from the left.
    public let x: Double
    /// Points from below.
    public let y: Double
  }

  /// The page, in points.
  public struct Page: Hashable, Sendable {
    /// The lower left corner.
    public let corner: Place
    /// How wide it is.
    public let width: Double
    /// How high it is.
    public let height: Double
  }

  /// The places by actor id.
  public let places: [String: Place]
  /// The page; `nil` where the file does not say.
  public let page: Page?
}

/// Reads a file of positions: an object with an object of `x` and `y` for each actor under `positions`, and where there
/// is one a `page` of `x`, `y`, `width` and `height`. Anything else in it is passed over, but no key comes twice.
public struct PositionReader: Sendable {
  /// How far from the origin a place may lie. A page, which holds shapes and more around the places, may begin twice as
  /// far off, and is up to four times as wide and high.
  public let extent: Double

  /// A reader of places up to a distance from the origin.
  public init(extent: Double) { self.extent = extent }

  /// The positions of a file.
  ///
  /// - Throws: Every problem with its line and column.
  public func read(_ file: InputFile) throws(Diagnostics) -> PositionRecord {
    let root = try JSONTree(file: file.name).parse(try file.text())
    var parser = Parser(file: file.name, extent: extent)
    let record = parser.record(root)
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    return record
  }

  private struct Parser {
    let file: String
    let extent: Double
    var diagnostics: [Diagnostic] = []

    mutating func record(_ root: SourceNode) -> PositionRecord {
      let fields = fields(of: root, "the file")
      guard let list = fields["positions"] else {
        error(root.location, "there are no positions here", "draw them with -o FILE.json")
        return PositionRecord(places: [:], page: nil)
      }
      var places: [String: PositionRecord.Place] = [:]
      for pair in pairs(of: list, "positions") {
        places[pair.key] = place(pair.value, "the place of '\(pair.key.clipped)'")
      }
      return PositionRecord(places: places, page: fields["page"].flatMap { page($0) })
    }

    private mutating func place(_ node: SourceNode, _ what: String) -> PositionRecord.Place? {
      let fields = fields(of: node, what)
      let x = number("x", in: fields, of: node, what, -extent...extent)
      let y = number("y", in: fields, of: node, what, -extent...extent)
      guard let x, let y else { return nil }
      return PositionRecord.Place(x: x, y: y)
    }

    private mutating func page(_ node: SourceNode) -> PositionRecord.Page? {
      let fields = fields(of: node, "the page")
      let x = number("x", in: fields, of: node, "the page", -2 * extent...2 * extent)
      let y = number("y", in: fields, of: node, "the page", -2 * extent...2 * extent)
      let width = number("width", in: fields, of: node, "the page", 1...4 * extent)
      let height = number("height", in: fields, of: node, "the page", 1...4 * extent)
      guard let x, let y, let width, let height else { return nil }
      return PositionRecord.Page(corner: PositionRecord.Place(x: x, y: y), width: width, height: height)
    }

    private mutating func number(
      _ key: String, in fields: [String: SourceNode], of node: SourceNode, _ what: String,
      _ range: ClosedRange<Double>
    ) -> Double? {
      guard let field = fields[key] else {
        if case .mapping = node.value { error(node.location, "\(what) has no \(key)", "add \"\(key)\": …") }
        return nil
      }
      guard case .scalar(let text, isQuoted: false) = field.value, let value = DecimalNumber.value(of: text) else {
        let shown = if case .scalar(let text, _) = field.value { "'\(text.clipped)'" } else { field.shape }
        error(field.location, "\(key) of \(what) is \(shown), and should be a number", "write points, 72 to the inch")
        return nil
      }
      guard range.contains(value) else {
        let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
        error(field.location, "\(key) of \(what) is \(text.clipped), and may be \(bounds) points", nil)
        return nil
      }
      return value
    }

    private mutating func fields(of node: SourceNode, _ what: String) -> [String: SourceNode] {
      Dictionary(pairs(of: node, what).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func pairs(of node: SourceNode, _ what: String) -> [SourceNode.Pair] {
      if case .mapping(let pairs) = node.value { return pairs }
      error(node.location, "\(what) is \(node.shape), and should be an object of keys and values", nil)
      return []
    }

    private mutating func error(_ place: TextLocation, _ message: String, _ fix: Advice?) {
      diagnostics.append(Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix))
    }
  }
}
