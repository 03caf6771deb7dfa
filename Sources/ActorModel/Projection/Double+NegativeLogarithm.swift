import GraphCore

extension Double {
  /// −ln of the number: the length of a tie of that strength or confidence; +0 rather than −0 for 1.
  package var negativeLogarithm: Double { self == 1 ? 0 : -ElementaryFunctions.logarithm(self) }
}
