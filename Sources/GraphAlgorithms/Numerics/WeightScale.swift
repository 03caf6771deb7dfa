import GraphCore

// Strengths and lengths may be as large or as small as numbers go. What is done where sums, products or quotients of them
// go further than that.

/// Scaling of weights: a power of four that brings them near 1.
///
/// Sums, products, quotients and square roots of weights divided by it are those of the weights themselves, divided by
/// a power of two, to the last bit: unless these would not have been numbers at all.
enum WeightScale {
  /// The power by which weights are divided so that the greatest is from 1 to 4; 1 without weights above 0.
  static func of(_ weights: [Double]) -> Double {
    guard let greatest = weights.max(), greatest > 0, greatest < .infinity else { return 1 }
    return Double(sign: .plus, exponent: Int(greatest.exponent) & ~1, significand: 1)
  }
}
