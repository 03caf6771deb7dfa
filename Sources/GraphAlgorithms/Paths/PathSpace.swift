import GraphCore

/// The arcs a search walks and what each costs.
struct PathSpace: Sendable {
  let nodeCount: Int
  let arcs: Adjacency
  /// What each arc costs, in the order of the arcs; empty when each is one step.
  let costs: [Double]
  /// The cheapest arc; 1 when each is one step.
  let leastCost: Double
  /// The dearest arc; 1 when each is one step.
  let greatestCost: Double
  /// The column the costs come from; `nil` for steps.
  let weights: EdgeColumn?

  /// The arcs of a graph that follow edges in a direction.
  ///
  /// - Throws: `.missingColumn` when lengths were asked for and there are none, `.unfitValue` for a length that no
  ///   path can have, `.limitExceeded` when lengths are so large that their sum is not finite.
  init(
    _ graph: CSRGraph, _ direction: EdgeDirection, _ metric: PathMetric, allowingZero: Bool
  ) throws(AlgorithmError) {
    let lengths = try metric.lengths(of: graph)
    let range = lengths == nil ? ValueRange([]) : graph.lengthRange
    if range.least < (allowingZero ? 0 : .leastNonzeroMagnitude) || !(range.sum < .infinity) {
      try graph.checkLengths(lengths, allowingZero: allowingZero)
      throw .sumTooLarge(of: lengths ?? [], what: "the sum of all lengths")
    }
    nodeCount = graph.nodeCount
    arcs = graph.adjacency(direction)
    costs = lengths.map(arcs.byArc) ?? []
    leastCost = costs.isEmpty ? 1 : range.least
    greatestCost = costs.isEmpty ? 1 : range.greatest
    weights = lengths == nil ? nil : .length
  }

  /// What an arc costs.
  func cost(ofArc arc: Int) -> Double { costs.isEmpty ? 1 : costs[arc] }
}
