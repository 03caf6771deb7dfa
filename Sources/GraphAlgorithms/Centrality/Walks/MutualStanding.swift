import GraphCore

/// The iteration behind hubs and authorities: each side's standing comes from the other's.
struct MutualStanding: Sendable {
  let scale: MutualScale
  let weight: TieWeight
  let tolerance: Double
  let iterations: Int

  func scores(
    of measure: String, on graph: CSRGraph, _ direction: EdgeDirection, _ context: RunContext
  ) throws(AlgorithmError) -> NodeScores {
    try IterationOptions.check(tolerance: tolerance, iterations: iterations)
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    guard graph.edgeCount > 0 || graph.nodeCount == 0 else {
      throw .undefined(
        reason: "without edges nobody points to anybody", advice: "leave the measure out, or use pagerank or katz")
    }
    // Only ratios of strengths count; dividing by the largest keeps sums of any strengths finite.
    let largest = strengths?.max() ?? 1
    let shares = strengths?.map { $0 / largest }
    let there = MatrixProduct(graph.adjacency(direction.opposite), shares)
    let here = MatrixProduct(graph.adjacency(direction), shares)
    var values = [Double](repeating: 1 / Double(max(graph.nodeCount, 1)), count: graph.nodeCount)
    var residual = 0.0
    var round = 0
    repeat {
      round += 1
      let next = try here.sums(of: try there.sums(of: values, context), context)
      let sum = next.reduce(0, +)
      residual = 0
      for node in values.indices {
        let value = next[node] / sum
        residual += abs(value - values[node])
        values[node] = value
      }
      context.progress?(RunProgress(done: round, total: iterations, mayEndEarly: true))
    } while !(residual < tolerance) && round < iterations
    let convergence = Convergence(iterations: round, residual: residual, isConverged: residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    let divisor = scale == .largest ? values.max() ?? 1 : 1
    return NodeScores(
      values: values.map { $0 / divisor }, measure: measure, scale: scale.rawValue,
      direction: graph.effective(direction), weights: strengths == nil ? nil : .strength, convergence: convergence)
  }
}
