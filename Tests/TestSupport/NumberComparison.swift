/// How far two lists of numbers are apart where they differ most: |a − b| / max(1, |b|).
///
/// Equal infinities are 0 apart; a number that is not one, or lists of different length, are infinitely far apart.
public func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0.0) { worst, pair in max(worst, difference(pair.0, pair.1)) }
}

private func difference(_ a: Double, _ b: Double) -> Double {
  if a == b { return 0 }
  let difference = abs(a - b) / max(1, abs(b))
  return difference.isNaN ? .infinity : difference
}
