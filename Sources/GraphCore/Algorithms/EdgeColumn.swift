/// A column of values by edge.
public enum EdgeColumn: String, Sendable, Hashable, CaseIterable {
  /// How far apart the ends are.
  case length
  /// How close the ends are.
  case strength
  /// Whether the tie is positive, neutral or negative.
  case sign
}
