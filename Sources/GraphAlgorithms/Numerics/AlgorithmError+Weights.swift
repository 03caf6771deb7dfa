import GraphCore

extension AlgorithmError {
  /// Weights whose sum is too large for a number; names the greatest of them.
  static func sumTooLarge(
    of weights: [Double], what: String, limit: Double = .greatestFiniteMagnitude
  ) -> AlgorithmError {
    let greatest = weights.indices.max { abs(weights[$0]) < abs(weights[$1]) } ?? 0
    return .limitExceeded(
      what: "\(what), of which \(edge: greatest) has the most (\(weights.isEmpty ? 0 : weights[greatest])),",
      needed: "a larger number than there is", limit: "\(limit)")
  }

  /// Weights that are too small for what is divided by them; names the least.
  static func tooSmall(_ column: EdgeColumn, _ weights: [Double], needed: GraphText) -> AlgorithmError {
    unfit(column, weights, at: weights.indices.min { weights[$0] < weights[$1] } ?? 0, needed)
  }

  /// Weights that are too large for what is made of them; names the greatest.
  static func tooLarge(_ column: EdgeColumn, _ weights: [Double], needed: GraphText) -> AlgorithmError {
    unfit(column, weights, at: weights.indices.max { weights[$0] < weights[$1] } ?? 0, needed)
  }

  private static func unfit(
    _ column: EdgeColumn, _ weights: [Double], at edge: Int, _ needed: GraphText
  ) -> AlgorithmError {
    .unfitValue(
      column: column, edge: edge, value: weights.isEmpty ? 0 : weights[edge],
      needed: "\(needed); multiply all \(column.rawValue)s by the same number")
  }
}
