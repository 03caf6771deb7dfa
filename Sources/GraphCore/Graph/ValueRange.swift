/// The least and the greatest value of a column, and the sum, which is infinite or no number when some value is.
package struct ValueRange: Sendable, Hashable {
  /// The least value; infinity when there is none.
  package private(set) var least = Double.infinity
  /// The greatest value, or 0 when none is above.
  package private(set) var greatest = 0.0
  /// The sum, whatever the order of adding.
  package private(set) var sum = 0.0

  /// Looks at eight values at a time.
  ///
  /// - Complexity: O(values).
  package init(_ values: [Double]) {
    var leasts = SIMD8<Double>(repeating: .infinity)
    var greatests = SIMD8<Double>.zero
    var sums = SIMD8<Double>.zero
    let column = values.span
    let whole = values.count & ~7
    for position in stride(from: 0, to: whole, by: 8) {
      var eight = SIMD8<Double>.zero
      for lane in 0..<8 { eight[lane] = column[unchecked: position &+ lane] }
      leasts.replace(with: eight, where: eight .< leasts)
      greatests.replace(with: eight, where: eight .> greatests)
      sums += eight
    }
    least = leasts.min()
    greatest = greatests.max()
    sum = sums.sum()
    for value in values[whole...] {
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
      sum += value
    }
  }
}
