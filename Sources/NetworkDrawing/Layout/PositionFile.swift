/// Positions as a file holds them, with the page that they lie on.
public struct PositionFile: Hashable, Sendable, Decodable {
  /// Where actors stand.
  public var positions: Positions
  /// The page; `nil` where the file does not say.
  public var page: Box?

  private enum CodingKeys: String, CodingKey { case page }

  /// Reads positions, and the page where there is one.
  public init(from decoder: any Decoder) throws {
    positions = try Positions(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    page = try container.decodeIfPresent(PageRecord.self, forKey: .page)?.box
  }

  private struct PageRecord: Decodable {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    var box: Box { Box(minX: x, minY: y, maxX: x + width, maxY: y + height) }
  }

  /// The file of a composition; actors that it does not show keep the positions they had.
  public static func text(of composition: Composition, keeping others: Positions = Positions()) -> String {
    PositionWriter(composition, others: others).text()
  }
}
