import GraphCore

/// Measures how much of a hierarchy the whole network is: how far its best-reaching node is ahead of the others.
///
/// With C(v) the ``LocalReachingCentrality``:
///
///     GRC = Σ_v ( max C − C(v) ) / (n − 1)
///
/// **Reading.** 1: one at the top reaches all, the others reach nobody. 0: all reach the same number, as in a circle or
/// without ties at all; so a low value does not tell a community of equals from no community.
///
/// **Graph.** Directed edges are followed forward. Self-loops and parallel edges change nothing. Signs are ignored. On an
/// undirected graph the harmonic form of the local measure is used, whose values do not compare with directed ones.
///
/// **Weights.** None; see ``LocalReachingCentrality``.
///
/// **Range.** From 0 to 1; 0 when n < 2.
///
/// **Precision.** Plain sums in the order of the nodes.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX agrees (`global_reaching_centrality` without weights).
///
/// ```swift
/// let star = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: true)
/// try GlobalReachingCentrality().run(on: star).value     // 1
/// ```
///
/// - Complexity: O(n (n + m)) time, O(n) memory for each thread.
/// - Source: E. Mones, L. Vicsek, T. Vicsek, PLoS ONE 7 (2012) e33799, doi:10.1371/journal.pone.0033799.
/// - SeeAlso: ``LocalReachingCentrality``, ``TrophicLevel``
public struct GlobalReachingCentrality: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "global-reaching", title: "Global reaching centrality", family: .position,
    meaning: "How much of a hierarchy the whole network is.",
    formula: "GRC = sum over v of (max C - C(v)) / (n - 1)", signs: .ignored,
    complexity: "O(n (n + m)) time, O(n) memory for each thread",
    source: "E. Mones, L. Vicsek, T. Vicsek, PLoS ONE 7 (2012) e33799, doi:10.1371/journal.pone.0033799")

  /// No options.
  package static let parameters: [Parameter<GlobalReachingCentrality>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The value for the whole graph, and the local scores behind it.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GlobalReaching {
    let local = try LocalReachingCentrality().run(on: graph, in: context)
    let best = local.values.max() ?? 0
    let sum = local.values.reduce(0) { $0 + (best - $1) }
    return GlobalReaching(value: sum / Double(max(graph.nodeCount - 1, 1)), local: local)
  }
}

/// How much of a hierarchy a network is.
public struct GlobalReaching: Sendable, Hashable {
  /// From 0, all alike, to 1, one above all.
  public let value: Double
  /// What each node reaches.
  public let local: NodeScores

  /// The result of a run.
  package init(value: Double, local: NodeScores) {
    self.value = value
    self.local = local
  }
}
