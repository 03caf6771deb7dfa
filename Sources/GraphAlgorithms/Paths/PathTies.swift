import GraphCore

/// Ties of path lengths: when two lengths count as equal.
///
/// Lengths are sums of floating-point numbers, and 0.1 + 0.2 is not 0.3 in its last bit. Two lengths tie when they
/// differ by no more than ``tolerance`` of the smaller. The rule is relative, so that it means the same in metres and
/// in kilometres.
enum PathTies {
  /// The share of a length below which a difference is rounding, not a difference.
  static let tolerance = 1e-12
  /// Lengths up to this multiple of the least length tie with it.
  static let factor = 1 + tolerance
  /// An edge must be longer than this share of a distance that it lengthens, or nobody could tell whether the
  /// longer way is a tie.
  static let finestShare = 1e-11
}
