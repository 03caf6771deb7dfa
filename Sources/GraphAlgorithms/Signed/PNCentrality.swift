import GraphCore

/// Scores each node by its friends and enemies, and by theirs: a hostile tie counts against it twice as much as a
/// friendly one for it.
///
/// With *P* the friendly and *N* the hostile ties, A = P − 2 N and n nodes:
///
///     PN  = (I − A / (2n − 2))⁻¹ 1                                                undirected, and `all`
///     out = (I − A Aᵀ / 4(n − 1)²)⁻¹ (I + A / (2n − 2)) 1                         ties that a node sends
///     in  = (I − Aᵀ A / 4(n − 1)²)⁻¹ (I + Aᵀ / (2n − 2)) 1                        ties that it receives
///
/// **Reading.** Above 1: more and better friends than enemies. An enemy's enemies help, a friend's enemies harm. In a
/// network of friendly ties alone it goes along with degree; among enemies alone it is low for those who have many.
///
/// **Graph.** Directed: `in`, the default there, scores by what others say of a node. `all` adds up both directions;
/// where they contradict each other, the pair counts as not tied. Parallel edges are added up likewise. Self-loops are
/// left out.
///
/// **Weights.** `weight`: without, as published, a pair counts its sign. With strengths a pair counts the sum of its
/// signed strengths, divided by the largest such sum, so that the strongest pair counts 1 or −1.
///
/// **Range.** 1 without ties; 2 for everybody where all are friends, 1/2 where all are enemies. A single node has 1.
/// Where everybody is hostile to everybody both ways, `in` and `out` come to 0 / 0 and are refused.
///
/// **Precision.** Added up as a series until a term is below 1e-16.
///
/// **Repeatability.** Each node adds up its own neighbours in their order: the same bits at every run.
///
/// **Other programs.** The R package signnet agrees (`pn_index`), for undirected graphs, `in` and `out`.
///
/// ```swift
/// let friends = CSRGraph(
///   nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false, columns: EdgeColumns(signs: [1]))
/// try PNCentrality().run(on: friends).values     // [2, 2]
/// ```
///
/// - Complexity: O(n + m) time for each term of the series, O(n + m) memory.
/// - Source: M. G. Everett, S. P. Borgatti, Social Networks 38 (2014) 111–120, doi:10.1016/j.socnet.2014.03.005.
/// - SeeAlso: ``SignedStrength``, ``SignedEigenvector``
public struct PNCentrality: NodeMeasure {
  /// Which ties of a node count.
  package var direction: EdgeDirection
  /// How much a tie counts.
  package var weight: TieWeight
  /// How many terms of the series to add up.
  package var iterations: Int

  package init() { self.init(direction: .in) }

  /// PN centrality as published, by the ties that a node receives, unless said otherwise.
  ///
  /// - Parameters:
  ///   - direction: Which ties of a node count.
  ///   - weight: How much a tie counts.
  ///   - iterations: How many terms of the series to add up.
  public init(direction: EdgeDirection = .in, weight: TieWeight = .none, iterations: Int = 100_000) {
    self.direction = direction
    self.weight = weight
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "pn", title: "PN centrality", family: .signed,
    meaning: "Whether an actor's friends and enemies, and theirs, leave it well or badly placed.",
    formula: "PN = (I - A / (2n - 2))^-1 1 with A = P - 2 N; directed forms with A A^T and A^T A", signs: .used,
    complexity: "O(n + m) time for each term of the series, O(n + m) memory",
    source: "M. G. Everett, S. P. Borgatti, Social Networks 38 (2014) 111-120, doi:10.1016/j.socnet.2014.03.005")

  /// The options by name.
  package static let parameters: [Parameter<PNCentrality>] = [
    .choice("direction", \.direction, "Score by ties that leave a node (out), arrive (in) or both (all)."),
    .choice("weight", \.weight, "Whether a tie counts its sign (none) or its signed strength."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many terms of the series to add up."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `pn`.
  /// - Throws: `.missingColumn` without signs, or without strengths when they were asked for; `.unfitValue` for a sign
  ///   other than −1, 0 and 1 or a value that is not finite; `.limitExceeded` when values are too large to add;
  ///   `.invalidParameter` for less than one term; `.undefined` where every tie that could be is hostile and the series
  ///   has no sum; `.notConverged`; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
    let values = try SignedTies.values(of: graph, weight)
    let isTwofold = graph.isDirected && direction != .all
    let first = pairs(graph, isTwofold && direction == .in ? .in : isTwofold ? .out : .all, values)
    let second = isTwofold ? pairs(graph, direction == .in ? .out : .in, values) : nil
    let start = isTwofold ? zip(first.product(with: ones(graph)), ones(graph)).map(+) : ones(graph)
    let sum = try series(from: start, context) { term in
      guard let second else { return first.product(with: term) }
      return first.product(with: second.product(with: term))
    }
    return NodeScores(
      values: sum.scores, measure: Self.summary.id, scale: "pn", direction: graph.effective(direction),
      weights: weight == .none ? nil : .strength, convergence: sum.convergence)
  }

  private func ones(_ graph: CSRGraph) -> [Double] { [Double](repeating: 1, count: graph.nodeCount) }

  /// A / (2n − 2), row by row.
  private func pairs(_ graph: CSRGraph, _ direction: EdgeDirection, _ values: [Double]) -> SignedPairs {
    var pairs = SignedPairs(along: graph.adjacency(direction), values)
    if weight == .none { pairs = pairs.signs() }
    let largest = pairs.values.reduce(0) { max($0, abs($1)) }
    let scale = 1 / (2 * Double(graph.nodeCount - 1))
    return pairs.mapped { value in (value > 0 ? value : 2 * value) / largest * scale }
  }

  /// The solution x of x = r + M x, as the series of ((I + M) / 2)ᵏ r / 2, which has a sum even where M has an
  /// eigenvalue of −1.
  private func series(
    from start: [Double], _ context: RunContext, step: ([Double]) -> [Double]
  ) throws(AlgorithmError) -> SeriesSum {
    guard start.isEmpty || start.contains(where: { abs($0) > 1e-15 }) else {
      throw .undefined(
        reason: "every tie that could be is hostile, and PN centrality has no value",
        advice: "use signed-strength, or the direction all")
    }
    var term = start.map { $0 / 2 }
    var scores = term
    var residual = 0.0
    for round in 1...iterations {
      try context.checkCancellation()
      term = zip(term, step(term)).map { ($0 + $1) / 2 }
      for node in scores.indices { scores[node] += term[node] }
      residual = term.reduce(0) { max($0, abs($1)) }
      if residual < 1e-16 {
        return SeriesSum(
          scores: scores, convergence: Convergence(iterations: round, residual: residual, isConverged: true))
      }
    }
    throw .notConverged(Convergence(iterations: iterations, residual: residual, isConverged: false))
  }
}

private struct SeriesSum {
  let scores: [Double]
  let convergence: Convergence
}
