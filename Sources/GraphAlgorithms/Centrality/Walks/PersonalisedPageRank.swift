import GraphCore

/// Scores each node by how often a wanderer is there who now and then goes back to where the question starts.
///
/// With *q* the starting places, their shares adding up to 1, and *D* the nodes without outgoing edges:
///
///     p(v) = q(v) ( 1 − α + α Σ_{u ∈ D} p(u) ) + α Σ_{u → v} p(u) w(u, v) / Σ_x w(u, x)
///
/// **Reading.** Who matters as seen from some actors: near to them, by many ways. Everything that they cannot reach
/// scores 0. It is a neighbourhood with soft edges, not a ranking of the whole network.
///
/// **Graph.** Directed edges are followed forward. Undirected edges go both ways. Parallel edges count each; an
/// undirected self-loop counts twice, as in the degree. A node without outgoing edges sends the wanderer back to the
/// start. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From 0 to 1; the sum is 1 within 1e-12.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` in the sum of absolute differences; the
/// distance to the limit is then at most α / (1 − α) times that.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX (`pagerank` with `personalization`) and igraph (`personalized_pagerank`) agree, loops of
/// undirected graphs excepted as for ``PageRank``.
///
/// ```swift
/// let pair = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: true)
/// try PersonalisedPageRank(from: [1]).run(on: pair).values     // [0, 1]
/// ```
///
/// - Complexity: O(n + m) time for each round, about 170 rounds at most with the defaults; O(n + m) memory.
/// - Source: T. H. Haveliwala, IEEE Trans. Knowledge and Data Engineering 15 (2003) 784–796,
///   doi:10.1109/TKDE.2003.1208999.
/// - SeeAlso: ``PageRank``
public struct PersonalisedPageRank: GraphAlgorithm, DescribedAlgorithm {
  /// A node where the wanderer starts, and how often compared with the others.
  public struct Start: Sendable, Hashable {
    /// The node.
    public let node: Int
    /// How often, compared with the other starts; above 0.
    public let share: Double

    /// A start.
    public init(node: Int, share: Double) {
      self.node = node
      self.share = share
    }
  }

  /// Where the wanderer starts; shares of a node named twice add up.
  package var starts: [Start]
  /// How likely the wanderer follows an edge rather than go back; from 0 to below 1.
  package var damping: Double
  /// When to stop: how far two rounds may be apart, as a sum of absolute differences.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int
  /// How much a tie counts.
  package var weight: TieWeight

  /// PageRank as seen from some nodes, each counting the same.
  ///
  /// - Parameters:
  ///   - nodes: Where the wanderer starts.
  ///   - damping: How likely the wanderer follows an edge rather than go back; from 0 to below 1.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  ///   - weight: How much a tie counts.
  public init(
    from nodes: [Int], damping: Double = 0.85, tolerance: Double = 1e-12, iterations: Int = 1000,
    weight: TieWeight = .automatic
  ) {
    self.init(
      starts: nodes.map { Start(node: $0, share: 1) }, damping: damping, tolerance: tolerance,
      iterations: iterations, weight: weight)
  }

  /// PageRank as seen from some nodes.
  ///
  /// - Parameters:
  ///   - starts: Where the wanderer starts; shares of a node named twice add up.
  ///   - damping: How likely the wanderer follows an edge rather than go back; from 0 to below 1.
  ///   - tolerance: When to stop: how far two rounds may be apart, as a sum of absolute differences.
  ///   - iterations: How many rounds to try.
  ///   - weight: How much a tie counts.
  public init(
    starts: [Start], damping: Double = 0.85, tolerance: Double = 1e-12, iterations: Int = 1000,
    weight: TieWeight = .automatic
  ) {
    self.starts = starts
    self.damping = damping
    self.tolerance = tolerance
    self.iterations = iterations
    self.weight = weight
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "personalised-pagerank", title: "Personalised PageRank", family: .walks,
    meaning: "Who matters as seen from some actors.",
    formula: "p(v) = q(v) (1 - a + a p(nodes without way out)) + a sum over u -> v of p(u) w(u, v) / w(u)",
    signs: .ignored, complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "T. H. Haveliwala, IEEE Trans. Knowl. Data Eng. 15 (2003) 784-796, doi:10.1109/TKDE.2003.1208999")

  /// The options by name.
  package static let parameters: [Parameter<PersonalisedPageRank>] = [
    .nodes("from", \.startNodes, "The actors as seen from whom the others are ranked."),
    .number("damping", \.damping, in: 0...(1.0.nextDown), "How likely an edge is followed rather than a new start."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
  ]

  /// The nodes where the wanderer starts; set, each counts the same.
  package var startNodes: [Int] {
    get { starts.map(\.node) }
    set { starts = newValue.map { Start(node: $0, share: 1) } }
  }

  /// Runs on a graph.
  ///
  /// - Precondition: The starts are nodes of the graph.
  /// - Returns: One score for each node, on the scale `probability`.
  /// - Throws: `.invalidParameter` without starts, for a share that is not a finite number above 0, or for another
  ///   option out of its range; `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a
  ///   strength that is not a finite number above 0; `.limitExceeded` when the strengths at a node are too large to add
  ///   or too small to divide by; `.notConverged` after `iterations` rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try IterationOptions.check(tolerance: tolerance, iterations: iterations)
    guard damping >= 0 && damping < 1 else {
      throw .invalidParameter(name: "damping", value: "\(damping)", needed: "a number from 0 to below 1")
    }
    let home = try startShares(on: graph)
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    let leaving = try leavingSums(graph, strengths, context)
    let step = MatrixProduct(graph.incoming, strengths)
    var ranks = home
    var residual = 0.0
    var round = 0
    repeat {
      round += 1
      var stranded = 0.0
      for node in ranks.indices where leaving[node] == 0 { stranded += ranks[node] }
      let pulled = try step.sums(of: zip(ranks, leaving).map { $1 == 0 ? 0 : $0 / $1 }, context)
      let back = 1 - damping + damping * stranded
      let next = zip(home, pulled).map { back * $0 + damping * $1 }
      residual = zip(ranks, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      ranks = next
      context.progress?(RunProgress(done: round, total: iterations, mayEndEarly: true))
    } while residual >= tolerance && round < iterations
    let convergence = Convergence(iterations: round, residual: residual, isConverged: residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    let sum = ranks.reduce(0, +)
    return NodeScores(
      values: ranks.map { $0 / sum }, measure: Self.summary.id, scale: "probability",
      direction: graph.effective(.out), weights: strengths == nil ? nil : .strength, convergence: convergence)
  }

  /// The share of the starts at each node.
  private func startShares(on graph: CSRGraph) throws(AlgorithmError) -> [Double] {
    var shares = [Double](repeating: 0, count: graph.nodeCount)
    for start in starts {
      graph.checkNode(start.node)
      guard start.share > 0 && start.share < .infinity else {
        throw .invalidParameter(name: "starts", value: "\(start.share)", needed: "finite shares above 0")
      }
      shares[start.node] += start.share
    }
    let sum = shares.reduce(0, +)
    guard sum.isNormal else {
      throw .invalidParameter(name: "starts", value: "\(sum) in all", needed: "at least one node to start from")
    }
    return shares.map { $0 / sum }
  }

  private func leavingSums(
    _ graph: CSRGraph, _ strengths: [Double]?, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    guard let strengths else { return (0..<graph.nodeCount).map { Double(graph.out.count(of: $0)) } }
    let sums = try ArcSums.sums(of: strengths, on: graph, .out, context)
    if let node = sums.firstIndex(where: { $0 != 0 && !$0.isNormal }) {
      throw .limitExceeded(
        what: "the sum of the strengths that leave \(node: node)", needed: "\(sums[node])",
        limit: "\(Double.leastNormalMagnitude) to \(Double.greatestFiniteMagnitude)")
    }
    return sums
  }
}
