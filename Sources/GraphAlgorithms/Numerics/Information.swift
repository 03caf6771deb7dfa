import GraphCore

/// Logarithms of shares, for measures of information.
enum Information {
  /// x ln x, and 0 at 0.
  static func xLogX(_ value: Double) -> Double { value > 0 ? value * ElementaryFunctions.logarithm(value) : 0 }

  /// x log₂ x, and 0 at 0.
  static func xLog2X(_ value: Double) -> Double { value > 0 ? value * ElementaryFunctions.binaryLogarithm(value) : 0 }
}
