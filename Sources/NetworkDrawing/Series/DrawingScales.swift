/// The ranges that the pictures of a series share, so that a size means the same in each of them.
struct DrawingScales: Hashable, Sendable {
  /// The least and the greatest value that sizes show.
  var sizes: ClosedRange<Double>?
  /// The least and the greatest value that fills show.
  var fills: ClosedRange<Double>?
  /// The greatest strength.
  var strength: Double?
}
