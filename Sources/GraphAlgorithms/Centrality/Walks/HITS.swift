import GraphCore

/// Scores each node by how good the authorities are that it points to.
///
/// With *A* the matrix of strengths from row to column, the limit of
///
///     a ← Aᵀ h,   h ← A a,   h ← h / Σ h        from equal values on
///
/// **Reading.** Who knows where to look: an actor that points to many who are pointed to. An actor whom many name need not
/// be a hub; see ``Authorities``. Only the largest knot of such ties counts, everything apart from it scores 0.
///
/// **Graph.** Directed edges are followed forward. On an undirected graph hubs and authorities are the same. Parallel
/// edges count each. An undirected self-loop counts twice. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** `sum`: the values add up to 1, as in NetworkX. `largest`: the largest is 1, as in igraph.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` in the sum of absolute differences. Where
/// several knots are equally large, the limit from equal values on is meant; other programs may give any mixture.
///
/// **Repeatability.** The same bits at any thread count.
///
/// ```swift
/// let fork = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: true)
/// try Hubs().run(on: fork).values     // [1, 0, 0]
/// ```
///
/// - Complexity: O(n + m) time for each round; O(n + m) memory.
/// - Source: J. M. Kleinberg, J. ACM 46 (1999) 604–632, doi:10.1145/324133.324140.
/// - SeeAlso: ``Authorities``, ``PageRank``
public struct Hubs: NodeMeasure {
  /// How values are scaled.
  package var scale: MutualScale
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: how far two rounds may be apart, as a sum of absolute differences.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  /// Hubs that add up to 1, by strength where the graph has strengths.
  public init() { self.init(scale: .sum) }

  /// Hubs on a scale.
  ///
  /// - Parameters:
  ///   - scale: How values are scaled.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  public init(
    scale: MutualScale, weight: TieWeight = .automatic, tolerance: Double = 1e-12, iterations: Int = 10_000
  ) {
    self.scale = scale
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "hubs", title: "Hubs (HITS)", family: .walks,
    meaning: "Who points to those whom many point to.", formula: "h = A a, a = A^T h, up to scale", signs: .ignored,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "J. M. Kleinberg, J. ACM 46 (1999) 604-632, doi:10.1145/324133.324140")

  /// The options by name.
  package static let parameters: [Parameter<Hubs>] = [
    .choice("scale", \.scale, "Values that add up to 1 (sum), or the largest of which is 1 (largest)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node.
  /// - Throws: `.undefined` on a graph with nodes but without edges; `.invalidParameter` for an option out of its
  ///   range; `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0; `.notConverged` after `iterations` rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let mutual = MutualStanding(scale: scale, weight: weight, tolerance: tolerance, iterations: iterations)
    return try mutual.scores(of: Self.summary.id, on: graph, .out, context)
  }
}

/// Scores each node by how good the hubs are that point to it; the other side of ``Hubs``.
///
/// With *A* the matrix of strengths from row to column, the limit of
///
///     h ← A a,   a ← Aᵀ h,   a ← a / Σ a        from equal values on
///
/// **Reading.** Whom those point to who point to the right ones: the addressees that everybody knows.
///
/// **Graph.** Directed edges are followed backward: authorities are the hubs of the graph with its edges turned round. On
/// an undirected graph the two are the same. Parallel edges count each. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** `sum`: the values add up to 1, as in NetworkX. `largest`: the largest is 1, as in igraph.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` in the sum of absolute differences.
///
/// **Repeatability.** The same bits at any thread count.
///
/// ```swift
/// let fork = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: true)
/// try Authorities().run(on: fork).values     // [0, 0.5, 0.5]
/// ```
///
/// - Complexity: O(n + m) time for each round; O(n + m) memory.
/// - Source: J. M. Kleinberg, J. ACM 46 (1999) 604–632, doi:10.1145/324133.324140.
/// - SeeAlso: ``Hubs``
public struct Authorities: NodeMeasure {
  /// How values are scaled.
  package var scale: MutualScale
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: how far two rounds may be apart, as a sum of absolute differences.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  /// Authorities that add up to 1, by strength where the graph has strengths.
  public init() { self.init(scale: .sum) }

  /// Authorities on a scale.
  ///
  /// - Parameters:
  ///   - scale: How values are scaled.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  public init(
    scale: MutualScale, weight: TieWeight = .automatic, tolerance: Double = 1e-12, iterations: Int = 10_000
  ) {
    self.scale = scale
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "authorities", title: "Authorities (HITS)", family: .walks,
    meaning: "Whom those point to who point to the right ones.", formula: "a = A^T h, h = A a, up to scale",
    signs: .ignored, complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "J. M. Kleinberg, J. ACM 46 (1999) 604-632, doi:10.1145/324133.324140")

  /// The options by name.
  package static let parameters: [Parameter<Authorities>] = [
    .choice("scale", \.scale, "Values that add up to 1 (sum), or the largest of which is 1 (largest)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node.
  /// - Throws: As ``Hubs``.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let mutual = MutualStanding(scale: scale, weight: weight, tolerance: tolerance, iterations: iterations)
    return try mutual.scores(of: Self.summary.id, on: graph, .in, context)
  }
}

/// How hubs and authorities are scaled.
public enum MutualScale: String, CaseIterable, Codable, Sendable {
  /// The values add up to 1.
  case sum
  /// The largest value is 1.
  case largest
}

/// The iteration behind hubs and authorities: each side's standing comes from the other's.
private struct MutualStanding: Sendable {
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
