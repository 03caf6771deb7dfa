import ActorAnalysis

extension RankingResult {
  /// What the numbers are: scale, direction, weights, signs, options. Empty where there are none.
  package var settings: String {
    guard refusal == nil else { return "" }
    var parts = ["Scale \(scale)"]
    if let direction { parts.append("direction \(direction.rawValue)") }
    parts.append(weights.map { "weighted by \($0.rawValue)" } ?? "unweighted")
    parts.append("signs \(signs.rawValue)")
    let others = options.filter { !["scale", "direction"].contains($0.name) }
    return (parts + others.map { "\($0.name) \($0.value)" }).joined(separator: ", ")
  }
}

extension TieRankingResult {
  /// What the numbers are: scale, weights, signs, options. Empty where there are none.
  var settings: String {
    guard refusal == nil else { return "" }
    let weights = weights.map { "weighted by \($0.rawValue)" } ?? "unweighted"
    let others = options.filter { $0.name != "scale" }
    return (["Scale \(scale)", weights, "signs \(signs.rawValue)"] + others.map { "\($0.name) \($0.value)" })
      .joined(separator: ", ")
  }
}
