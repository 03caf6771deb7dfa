import GraphCore

/// Scores each node by its ties to those who have many ties, or, with a negative factor, to those who have few.
///
/// With *A* the matrix of strengths:
///
///     c = α (I − β A)⁻¹ A 1        |β| < 1 / λ,  α such that Σ c(v)² = n
///
/// **Reading.** Centrality is not always power. With β above 0 it pays to know the well connected, as for information.
/// With β below 0 it pays to deal with those who depend on you, as in bargaining: the well connected partner has
/// other choices. With β = 0 it is the degree.
///
/// **Graph.** Directed: `out`, the default, counts ties from the node, `in` ties to it, `all` both. Parallel edges count
/// each. An undirected self-loop counts twice, as in the degree. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** Any number; the mean square is 1, so that 1 is ordinary. With β below 0 a value may be negative. All 0
/// where there are no ties. `unit` says whether `beta` is β or its share of 1 / λ; the detail `beta` is β. Where
/// there is no cycle, a share is taken for β itself.
///
/// **Precision.** λ is a certain upper bound within 1e-9 (on long chains a looser one). Iterated until no value changes by
/// `tolerance` of the largest; the distance to the limit is then about b / (1 − b) times that, with b = |β| λ.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** igraph (R: `power_centrality`) scales alike but takes any β, also beyond 1 / λ, where the sum
/// over walks has no value and the ranking no meaning; here that is refused.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try BonacichPower(beta: 0).run(on: chain).values     // [1, 2, 1] / √2
/// ```
///
/// - Complexity: O(n + m) time for each round, about 40 rounds with the defaults; O(n + m) memory.
/// - Source: P. Bonacich, American J. Sociology 92 (1987) 1170–1182, doi:10.1086/228631.
/// - SeeAlso: ``Katz``
public struct BonacichPower: NodeMeasure {
  /// How much the ties of the other end count; negative when its strength is one's weakness.
  package var beta: Double
  /// Whether `beta` is a share of 1 / λ or the factor itself.
  package var unit: WalkFactorUnit
  /// Which edges of a node count.
  package var direction: EdgeDirection
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: the largest change of a round, as a share of the largest value.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  package init() { self.init(beta: 0.5) }

  /// Bonacich power with a factor of 0.5 / λ, unless said otherwise.
  ///
  /// - Parameters:
  ///   - beta: How much the ties of the other end count; negative when its strength is one's weakness.
  ///   - unit: Whether `beta` is a share of 1 / λ or the factor itself.
  ///   - direction: Which edges of a node count.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: the largest change of a round, as a share of the largest value.
  ///   - iterations: How many rounds to try.
  public init(
    beta: Double = 0.5, unit: WalkFactorUnit = .share, direction: EdgeDirection = .out, weight: TieWeight = .automatic,
    tolerance: Double = 1e-12, iterations: Int = 10_000
  ) {
    self.beta = beta
    self.unit = unit
    self.direction = direction
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "bonacich-power", title: "Bonacich power", family: .walks,
    meaning: "Who is tied to the well connected or, with a negative beta, to those who depend on it.",
    formula: "c = a (I - b A)^-1 A 1, with |b| below 1 / lambda and a such that the squares sum to n", signs: .ignored,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "P. Bonacich, American J. Sociology 92 (1987) 1170-1182, doi:10.1086/228631")

  /// The options by name.
  package static let parameters: [Parameter<BonacichPower>] = [
    .number(
      "beta", \.beta, in: (-.greatestFiniteMagnitude)...(.greatestFiniteMagnitude),
      "How much the ties of the other end count; below 0 when they make it less dependent."),
    .choice("unit", \.unit, "Whether beta is a share of 1 / lambda or the factor itself (number)."),
    .choice("direction", \.direction, "Ties from the node (out), to it (in) or both (all)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How much the last round may change."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `root-mean-square`, with the detail `beta`.
  /// - Throws: `.invalidParameter` for an option out of its range, above all for a beta that is not below 1 / λ in
  ///   size; `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0, or with which sums over walks are no numbers; `.notConverged` after `iterations`
  ///   rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try IterationOptions.check(tolerance: tolerance, iterations: iterations)
    let strengths = try weight.strengths(of: graph)
    let walks = try WalkSeries(graph, direction, strengths, context)
    let factor = try walks.factor(beta, unit, name: "beta", context)
    let sum = try walks.solve(
      start: try walks.scaledDegrees(context), factor: factor, tolerance: tolerance, iterations: iterations, context)
    let size = WeightScale.of(sum.values.map(abs))
    let squares = sum.values.reduce(0) { $0 + ($1 / size) * ($1 / size) }
    let scale = squares > 0 ? (Double(graph.nodeCount) / squares).squareRoot() : 1
    return NodeScores(
      values: sum.values.map { $0 / size * scale }, measure: Self.summary.id, scale: "root-mean-square",
      direction: graph.effective(direction), weights: strengths == nil ? nil : .strength,
      details: [NodeDetail(name: "beta", values: sum.values.map { _ in factor })], convergence: sum.convergence)
  }
}
