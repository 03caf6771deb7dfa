import GraphCore

/// What a friendly or hostile tie weighs when a division into camps goes against it.
public enum SignedWeighing: String, CaseIterable, Codable, Sendable {
  /// Its signed strength where the graph has strengths, else 1.
  case automatic
  /// Its signed strength.
  case strength
  /// 1.
  case count

  /// What is meant on a graph: ``strength`` or ``count``.
  ///
  /// - Throws: `.missingColumn(.strength)` when strengths were asked for and do not count on this graph.
  func resolved(on graph: CSRGraph) throws(AlgorithmError) -> SignedWeighing {
    let hasStrengths = graph.strengths != nil || (graph.signs == nil && graph.signedStrengths != nil)
    switch self {
    case .automatic: return hasStrengths ? .strength : .count
    case .count: return .count
    case .strength:
      guard hasStrengths || (graph.signs == nil && graph.signedStrengths == nil) else {
        throw .missingColumn(.strength)
      }
      return .strength
    }
  }

  /// The signed weight of every edge, once resolved.
  ///
  /// - Throws: As ``SignedTies/values(of:_:)``.
  func values(of graph: CSRGraph) throws(AlgorithmError) -> [Double] {
    try SignedTies.values(of: graph, self == .count ? .none : .automatic)
  }
}

/// Signed weights as whole multiples of one unit, so that their sums are exact and equal sums are equal.
///
/// Strengths are written as decimals, and 0.1 + 0.2 is not 0.3 in binary. Where all weights are decimals of up to nine
/// places, the unit is the last place and nothing is lost. Weights that are no decimals, for example after decay, are
/// rounded to 2^−40 of their total, and sums count as equal that rounding alone may have made different.
struct WholeWeights {
  /// The weight of every edge, in units.
  let units: [Double]
  /// Two sums count as equal when they are no further apart, in units; 0 where the unit is exact.
  let tolerance: Double
  /// A unit is 2^−shift ÷ power.
  private let shift: Int
  private let power: Double

  init(_ values: [Double]) {
    let total = values.reduce(0) { $0 + abs($1) }
    var power = 1.0
    for _ in 0...9 {
      if total * power < 0x1p45, values.allSatisfy({ Self.isWhole($0 * power) }) {
        units = values.map { ($0 * power).rounded() }
        tolerance = 0
        shift = 0
        self.power = power
        return
      }
      power *= 10
    }
    let shift = 39 - Int(total.exponent)
    units = values.map { value in
      let rounded = Double(sign: .plus, exponent: shift, significand: value).rounded()
      // However little a tie weighs, it is a tie.
      return rounded == 0 && value != 0 ? (value < 0 ? -1 : 1) : rounded
    }
    tolerance = Double(values.count { $0 != 0 })
    self.shift = shift
    self.power = 1
  }

  /// A sum of units as a weight.
  func weight(ofUnits sum: Double) -> Double {
    Double(sign: .plus, exponent: -shift, significand: sum / power)
  }

  /// Whether a number is whole but for the error of adding up decimals.
  private static func isWhole(_ value: Double) -> Bool {
    (value == 0 || abs(value) >= 0.5) && abs(value - value.rounded()) <= min(0x1p-46 * max(1, abs(value)), 1e-3)
  }
}
