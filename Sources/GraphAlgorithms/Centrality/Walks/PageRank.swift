import GraphCore

/// Scores each node by how often a wanderer is there who follows edges at random and now and then starts anew.
///
/// With damping α, strengths *w*, and *D* the nodes without outgoing edges:
///
///     p(v) = (1 − α) / n + α ( Σ_{u → v} p(u) w(u, v) / Σ_x w(u, x)  +  Σ_{u ∈ D} p(u) / n )
///
/// **Reading.** Who is held in regard by those who are held in regard. A node hands on no more than it has, so being
/// one of the many that a hub points to is worth little.
///
/// **Graph.** Directed edges are followed forward: standing comes from who points *to* a node. Undirected edges go both
/// ways. Parallel edges count each. A self-loop keeps part of the standing at its node; an undirected one counts
/// twice, as in the degree. A node without outgoing edges hands its standing to all nodes alike. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From (1 − α) / n to 1; the sum is 1 within 1e-12.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` in the sum of absolute differences; the
/// distance to the limit is then at most α / (1 − α) times that.
///
/// **Repeatability.** The same bits at any thread count: each node adds up its own neighbours in their order.
///
/// **Other programs.** NetworkX and igraph agree on directed and undirected graphs, loops of undirected graphs
/// excepted (NetworkX counts those once, igraph twice). NetworkX stops at n times the tolerance it is given.
///
/// ```swift
/// let pair = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false)
/// try PageRank().run(on: pair).values     // [0.5, 0.5]
/// ```
///
/// - Complexity: O(n + m) time for each round, about 170 rounds with the defaults and fewer where changes shrink
///   steadily, because their end is then foreseen; O(n + m) memory.
/// - Source: S. Brin, L. Page, Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X; leaps as in S. D.
///   Kamvar, T. H. Haveliwala, C. D. Manning, G. H. Golub, Proc. WWW (2003) 261–270, doi:10.1145/775152.775190.
/// - SeeAlso: ``PersonalisedPageRank``, ``Eigenvector``, ``Katz``
public struct PageRank: NodeMeasure {
  /// How likely the wanderer follows an edge rather than start anew; from 0 to below 1.
  package var damping: Double
  /// When to stop: how far two rounds may be apart, as a sum of absolute differences.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(damping: 0.85) }

  /// PageRank with the usual damping of 0.85, unless said otherwise.
  ///
  /// - Parameters:
  ///   - damping: How likely the wanderer follows an edge rather than start anew; from 0 to below 1.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  ///   - weight: How much a tie counts.
  public init(
    damping: Double = 0.85, tolerance: Double = 1e-12, iterations: Int = 1000, weight: TieWeight = .automatic
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.iterations = iterations
    self.weight = weight
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "pagerank", title: "PageRank", family: .walks,
    meaning: "Who is held in regard by those who are held in regard.",
    formula: "p(v) = (1 - a) / n + a (sum over u -> v of p(u) w(u, v) / w(u) + p(nodes without way out) / n)",
    signs: .ignored, complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "S. Brin, L. Page, Computer Networks 30 (1998) 107-117, doi:10.1016/S0169-7552(98)00110-X")

  /// The options by name.
  package static let parameters: [Parameter<PageRank>] = [
    .number("damping", \.damping, in: 0...(1.0.nextDown), "How likely an edge is followed rather than a new start."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `probability`.
  /// - Throws: `.invalidParameter` for an option out of its range; `.missingColumn` when strengths were asked for and
  ///   there are none; `.unfitValue` for a strength that is not a finite number above 0; `.undefined` when the
  ///   strengths at a node are too large to add or too small to divide by; `.notConverged` after `iterations`
  ///   rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try checkParameters()
    let strengths = try weight.strengths(of: graph)
    var rounds = try PageRankRounds(graph, strengths, damping: damping, context)
    var quiet = context
    quiet.progress = nil
    repeat {
      try rounds.advance(in: quiet)
      context.progress?(RunProgress(done: rounds.round, total: iterations, mayEndEarly: true))
    } while rounds.residual >= tolerance && rounds.round < iterations
    let convergence = Convergence(
      iterations: rounds.round, residual: rounds.residual, isConverged: rounds.residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    return NodeScores(
      values: rounds.scores(), measure: Self.summary.id, scale: "probability",
      direction: graph.effective(.out), weights: strengths == nil ? nil : .strength, convergence: convergence)
  }

  private func checkParameters() throws(AlgorithmError) {
    guard damping >= 0 && damping < 1 else {
      throw .invalidParameter(name: "damping", value: "\(damping)", needed: "a number from 0 to below 1")
    }
    guard tolerance > 0 && tolerance < .infinity else {
      throw .invalidParameter(name: "tolerance", value: "\(tolerance)", needed: "a number above 0")
    }
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
  }
}
