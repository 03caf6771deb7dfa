/// How far apart two graphs are, by some measure.
public struct GraphDistance: Sendable, Hashable {
  /// The distance; 0 for graphs that the measure cannot tell apart.
  public let value: Double
  /// The measure's id.
  package let measure: String

  /// A distance by a measure.
  package init(value: Double, measure: String) {
    self.value = value
    self.measure = measure
  }

  /// The distance turned into a similarity, 1 / (1 + distance): 1 for no distance, towards 0 for far apart.
  public var similarity: Double { 1 / (1 + value) }
}
