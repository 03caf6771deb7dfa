import GraphCore

/// −ln(value), the length of a tie of that strength or confidence; +0 rather than −0 for 1.
public func negativeLogarithm(_ value: Double) -> Double {
  value == 1 ? 0 : -ElementaryFunctions.logarithm(value)
}
