import GraphCore

/// Scores each node by how near the others are, each counting one over its distance.
///
///     h(v) = Σ 1 / d(v, u)        u ≠ v;  an unreachable u adds 0
///
/// **Reading.** Who gets to many others quickly. Unlike ``Closeness`` it needs no care where the network falls apart:
/// whoever cannot be reached adds nothing.
///
/// **Graph.** Directed: `out`, the default, measures distances from the node to others (how soon it reaches them),
/// `in` from others to the node, `all` follows edges either way. Self-loops and parallel edges change nothing. Signs
/// are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length of 0 is
/// refused, because one over it has no value.
///
/// **Range.** `sum`: from 0; at most n − 1 for steps. `mean`: divided by n − 1, so at most 1 for steps; 0 when n < 2.
/// The detail `reached` says how many others count.
///
/// **Precision.** Distances are sums from the source on; the farthest nodes are added first.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX measures distances *to* the node: its value is that of `in` here. python-igraph's
/// `harmonic_centrality` ignores direction unless told otherwise, and gives the mean: `all` and `mean` here.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try HarmonicCloseness().run(on: chain).values     // [1.5, 2, 1.5]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: M. Marchiori, V. Latora, Physica A 285 (2000) 539–546, doi:10.1016/S0378-4371(00)00311-3; axioms:
///   P. Boldi, S. Vigna, Internet Mathematics 10 (2014) 222–262, doi:10.1080/15427951.2013.865686.
/// - SeeAlso: ``Closeness``
public struct HarmonicCloseness: NodeMeasure {
  /// How the sum is scaled.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// The sum itself.
    case sum
    /// The sum divided by the number of other nodes.
    case mean
  }

  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// How the sum is scaled.
  package var scale: Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(direction: .out) }

  /// Harmonic closeness outwards, as a sum, by length where the graph has lengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed.
  ///   - scale: How the sum is scaled.
  ///   - metric: What a step along a path costs.
  public init(direction: EdgeDirection = .out, scale: Scale = .sum, metric: PathMetric = .automatic) {
    self.direction = direction
    self.scale = scale
    self.metric = metric
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "harmonic", title: "Harmonic closeness", family: .distance,
    meaning: "How near an actor is to all others; whoever it cannot reach adds nothing.",
    formula: "h(v) = sum over u != v of 1 / d(v, u)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "M. Marchiori, V. Latora, Physica A 285 (2000) 539-546, doi:10.1016/S0378-4371(00)00311-3")

  /// The options by name.
  package static let parameters: [Parameter<HarmonicCloseness>] = [
    .choice("direction", \.direction, "Distances from the node (out), to the node (in) or either way (all)."),
    .choice("scale", \.scale, "The sum, or the sum divided by the number of other nodes (mean)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, with the detail `reached`.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or too small to divide by; `.limitExceeded` when lengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, direction, metric, allowingZero: false)
    let reaches = try context.reaches(on: graph, direction, in: space)
    try Reach.checkSums(inverses: reaches.reduce(0) { max($0, $1.harmonicSum) }, on: graph)
    let others = Double(max(graph.nodeCount - 1, 1))
    return NodeScores(
      values: reaches.map { scale == .mean ? $0.harmonicSum / others : $0.harmonicSum },
      measure: Self.summary.id, scale: scale.rawValue, direction: graph.effective(direction), weights: space.weights,
      details: [NodeDetail(name: "reached", values: reaches.map { Double($0.count) })])
  }
}
