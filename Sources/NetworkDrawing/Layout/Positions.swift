/// Where actors stand, by id: what makes two pictures comparable.
///
/// As JSON an object that has under `positions` for each actor an object with `x` and `y`; anything else in it is
/// passed over, so that a picture's JSON form can be read as positions.
public struct Positions: Hashable, Sendable, Codable {
  /// The middle of each actor's shape.
  public var points: [String: Point]

  /// Positions by actor id.
  public init(_ points: [String: Point] = [:]) { self.points = points }

  /// The position of an actor.
  public subscript(id: String) -> Point? {
    get { points[id] }
    set { points[id] = newValue }
  }

  private enum CodingKeys: String, CodingKey { case points = "positions" }
}
