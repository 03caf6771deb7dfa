import GraphCore

/// Scores each node by the share of the others that it can reach.
///
///     C(v) = (number of u ≠ v that v reaches) / (n − 1)        directed
///     C(v) = Σ 1 / d(v, u) / (n − 1)                            undirected
///
/// **Reading.** In a chain of command, how much of the organisation is below an actor. Where everybody reaches everybody it
/// is 1 for all and tells nothing. On an undirected graph it is ``HarmonicCloseness`` as a mean.
///
/// **Graph.** Directed edges are followed forward. Self-loops and parallel edges change nothing. Signs are ignored.
///
/// **Weights.** None. The published form for weights averages them along *the* shortest path; where several are
/// shortest its value depends on which one a program happens to find, so it has no place here.
///
/// **Range.** From 0 to 1; 0 when n < 2.
///
/// **Precision.** Exact on directed graphs; plain sums, the farthest first, on undirected ones.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX agrees (`local_reaching_centrality` without weights).
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: true)
/// try LocalReachingCentrality().run(on: chain).values     // [1, 0.5, 0]
/// ```
///
/// - Complexity: O(n (n + m)) time, O(n) memory for each thread.
/// - Source: E. Mones, L. Vicsek, T. Vicsek, PLoS ONE 7 (2012) e33799, doi:10.1371/journal.pone.0033799.
/// - SeeAlso: ``GlobalReachingCentrality``, ``ReachWithin``
public struct LocalReachingCentrality: NodeMeasure {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "local-reaching", title: "Local reaching centrality", family: .position,
    meaning: "How much of the network is below an actor.",
    formula: "C(v) = nodes that v reaches / (n - 1); undirected: sum of 1 / d(v, u) / (n - 1)", signs: .ignored,
    complexity: "O(n (n + m)) time, O(n) memory for each thread",
    source: "E. Mones, L. Vicsek, T. Vicsek, PLoS ONE 7 (2012) e33799, doi:10.1371/journal.pone.0033799")

  /// No options.
  package static let parameters: [Parameter<LocalReachingCentrality>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `share`, with the detail `reached`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, .out, .steps, allowingZero: false)
    let reaches = try context.reaches(on: graph, .out, in: space)
    let others = Double(max(graph.nodeCount - 1, 1))
    return NodeScores(
      values: reaches.map { (graph.isDirected ? Double($0.count) : $0.harmonicSum) / others },
      measure: Self.summary.id, scale: "share", direction: graph.effective(.out),
      details: [NodeDetail(name: "reached", values: reaches.map { Double($0.count) })])
  }
}
