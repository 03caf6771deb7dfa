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

  package init() { self.init(scale: .sum) }

  /// Hubs that add up to 1, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - scale: How values are scaled.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  public init(
    scale: MutualScale = .sum, weight: TieWeight = .automatic, tolerance: Double = 1e-12, iterations: Int = 10_000
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
