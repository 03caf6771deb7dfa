import GraphCore

/// Scores each node by all walks that lead to it, each further step counting less.
///
/// With strengths *w* and the factor α:
///
///     x(v) = 1 + α Σ_{u → v} w(u, v) x(u)        α < 1 / λ
///
/// λ is the largest eigenvalue of the matrix of strengths; from 1 / λ on the sum over all walks is infinite.
///
/// **Reading.** Who is backed by those who are backed, and by those behind them. Unlike eigenvector centrality it has a
/// value on every graph, chains of command without cycles included: everybody starts with 1. With a small α it is
/// the degree, with α near 1 / λ the eigenvector.
///
/// **Graph.** Directed: `in`, the default, counts walks that arrive at the node, `out` those that leave it, `all` follows
/// edges either way. Parallel edges count each. An undirected self-loop counts twice, as in the degree. Signs are
/// ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** `raw`: from 1. `norm`: divided by the root of the sum of squares. `unit` says whether `alpha` is α or its
/// share of 1 / λ; the detail `alpha` is α, the same for all nodes. Where there is no cycle, λ is 0, and a share is
/// taken for α itself.
///
/// **Precision.** λ is a certain upper bound within 1e-9 (where 10,000 rounds do not get that near, as on long chains, a
/// looser one). Iterated until no value changes by `tolerance` of the largest; the distance to the limit is then
/// about a / (1 − a) times that, with a = α λ.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX's `katz_centrality` takes α as a number (`unit` `number`, default 0.1) and `norm`; an
/// undirected self-loop counts once there.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: true)
/// try Katz(alpha: 0.5, unit: .number).run(on: chain).values     // [1, 1.5, 1.75]
/// ```
///
/// - Complexity: O(n + m) time for each round, about 170 rounds with the defaults; O(n + m) memory.
/// - Source: L. Katz, Psychometrika 18 (1953) 39–43, doi:10.1007/BF02289026.
/// - SeeAlso: ``PageRank``, ``BonacichPower``
public struct Katz: NodeMeasure {
  /// How values are scaled.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// As the formula gives them.
    case raw
    /// Divided by the root of the sum of squares.
    case norm
  }

  /// How much each further step of a walk counts.
  package var alpha: Double
  /// Whether `alpha` is a share of 1 / λ or the factor itself.
  package var unit: WalkFactorUnit
  /// Which way walks go.
  package var direction: EdgeDirection
  /// How values are scaled.
  package var scale: Scale
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: the largest change of a round, as a share of the largest value.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  package init() { self.init(alpha: 0.85) }

  /// Katz centrality with a factor of 0.85 / λ, unless said otherwise.
  ///
  /// - Parameters:
  ///   - alpha: How much each further step of a walk counts.
  ///   - unit: Whether `alpha` is a share of 1 / λ or the factor itself.
  ///   - direction: Which way walks go.
  ///   - scale: How values are scaled.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: the largest change of a round, as a share of the largest value.
  ///   - iterations: How many rounds to try.
  public init(
    alpha: Double = 0.85, unit: WalkFactorUnit = .share, direction: EdgeDirection = .in, scale: Scale = .raw,
    weight: TieWeight = .automatic, tolerance: Double = 1e-12, iterations: Int = 10_000
  ) {
    self.alpha = alpha
    self.unit = unit
    self.direction = direction
    self.scale = scale
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "katz", title: "Katz centrality", family: .walks,
    meaning: "Who is backed by those who are backed; defined on every graph.",
    formula: "x(v) = 1 + a sum over u -> v of w(u, v) x(u), with a below 1 / lambda", signs: .ignored,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "L. Katz, Psychometrika 18 (1953) 39-43, doi:10.1007/BF02289026")

  /// The options by name.
  package static let parameters: [Parameter<Katz>] = [
    .number("alpha", \.alpha, in: 0...(.greatestFiniteMagnitude), "How much each further step of a walk counts."),
    .choice("unit", \.unit, "Whether alpha is a share of 1 / lambda or the factor itself (number)."),
    .choice("direction", \.direction, "Walks that arrive at the node (in), leave it (out) or either way (all)."),
    .choice("scale", \.scale, "As the formula gives it (raw), or divided by the root of the sum of squares (norm)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How much the last round may change."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, with the detail `alpha`.
  /// - Throws: `.invalidParameter` for an option out of its range, above all for an alpha that is not below 1 / λ;
  ///   `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is not a
  ///   finite number above 0, or with which sums over walks are no numbers; `.notConverged` after `iterations` rounds;
  ///   `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try IterationOptions.check(tolerance: tolerance, iterations: iterations)
    guard alpha >= 0 else {
      throw .invalidParameter(name: "alpha", value: "\(alpha)", needed: "a number from 0; see bonacich-power below it")
    }
    let strengths = try weight.strengths(of: graph)
    let walks = try WalkSeries(graph, direction, strengths, context)
    let factor = try walks.factor(alpha, unit, name: "alpha", context)
    let ones = [Double](repeating: 1, count: graph.nodeCount)
    let sum = try walks.solve(
      start: ones, factor: factor, tolerance: tolerance, iterations: iterations, context)
    let size = WeightScale.of(sum.values)
    let squares = sum.values.reduce(0) { $0 + ($1 / size) * ($1 / size) }
    let norm = scale == .norm ? size * squares.squareRoot() : 1
    return NodeScores(
      values: sum.values.map { $0 / norm }, measure: Self.summary.id, scale: scale.rawValue,
      direction: graph.effective(direction), weights: strengths == nil ? nil : .strength,
      details: [NodeDetail(name: "alpha", values: ones.map { $0 * factor })], convergence: sum.convergence)
  }
}
