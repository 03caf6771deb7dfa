/// Kendall's tau-b: how far two rankings of the same actors agree, with ties counted out.
///
///     τ_b = (C − D) / √((N − T_x)(N − T_y))
///
/// over all N pairs, with C in the same order in both, D in opposite order, and T tied in one of them.
///
/// **Range.** −1 (reversed) to 1 (the same order). Not defined when one ranking ties everybody.
///
/// - Complexity: O(n log n).
/// - Source: M. G. Kendall, Biometrika 33 (1945) 239–251, doi:10.1093/biomet/33.3.239; counting by merging:
///   W. R. Knight, J. Am. Stat. Assoc. 61 (1966) 436–439, doi:10.1080/01621459.1966.10480879.
package struct KendallTau: Sendable {
  /// Makes the coefficient; it has no options.
  package init() {}

  /// The coefficient of paired scores; `nil` when it is not defined.
  ///
  /// - Precondition: Both lists are equally long and hold no NaN.
  package func run(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "paired scores")
    let order = x.indices.sorted { x[$0] != x[$1] ? x[$0] < x[$1] : y[$0] < y[$1] }
    let pairs = Self.pairs(x.count)
    let tiedX = Self.tiedPairs(order) { x[$0] == x[$1] }
    let tiedBoth = Self.tiedPairs(order) { x[$0] == x[$1] && y[$0] == y[$1] }
    var values = order.map { y[$0] }
    let swaps = Self.sortCountingSwaps(&values)
    let tiedY = Self.tiedPairs(Array(values.indices)) { values[$0] == values[$1] }
    let scale = ((pairs - tiedX) * (pairs - tiedY)).squareRoot()
    guard scale > 0 else { return nil }
    return (pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / scale
  }

  private static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

  /// Pairs inside runs of equal neighbours.
  private static func tiedPairs(_ order: [Int], equal: (Int, Int) -> Bool) -> Double {
    var total = 0.0
    var run = 1
    for i in order.indices.dropFirst() {
      if equal(order[i - 1], order[i]) {
        run += 1
      } else {
        total += pairs(run)
        run = 1
      }
    }
    return order.isEmpty ? 0 : total + pairs(run)
  }

  /// Merge sort from the bottom up; returns how many neighbours had to change places.
  private static func sortCountingSwaps(_ values: inout [Double]) -> Double {
    var swaps = 0.0
    var width = 1
    while width < values.count {
      var merged: [Double] = []
      merged.reserveCapacity(values.count)
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var left = start
        var right = middle
        while left < middle || right < end {
          if right >= end || (left < middle && values[left] <= values[right]) {
            merged.append(values[left])
            left += 1
          } else {
            swaps += Double(middle - left)
            merged.append(values[right])
            right += 1
          }
        }
      }
      values = merged
      width *= 2
    }
    return swaps
  }
}
