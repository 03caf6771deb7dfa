import GraphCore

/// Scores each node by how near the others are on average, over those that it reaches.
///
/// With *r* the number of others that *v* reaches:
///
///     c(v) = r / (n − 1) · r / Σ d(v, u)        over the u reached; 0 when r = 0
///
/// **Reading.** Who gets to everybody quickly. The first factor keeps a member of a small, cut-off group from looking
/// central; read it with `reached` beside it, or use ``HarmonicCloseness``, which needs no such repair.
///
/// **Graph.** Directed: `out`, the default, measures distances from the node to others, `in` from others to the node,
/// `all` follows edges either way. Self-loops and parallel edges change nothing. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length of 0 is
/// refused: a node at distance 0 from all others would have no value.
///
/// **Range.** `wasserman-faust`: from 0 to 1 for steps. `component`: without the factor r / (n − 1), which compares
/// only within a component.
///
/// **Precision.** Distances are sums from the source on.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX measures distances *to* the node, with the same factor: its value is that of `in`
/// here. igraph's value is that of `component`, with the direction it is given; it gives NaN where this gives 0.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Closeness().run(on: chain).values     // [2/3, 1, 2/3]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: S. Wasserman, K. Faust, Social Network Analysis (1994) 200–201, doi:10.1017/CBO9780511815478.
/// - SeeAlso: ``HarmonicCloseness``
public struct Closeness: NodeMeasure {
  /// How nodes that reach few others are treated.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// Scaled down by the share of the other nodes that are reached.
    case wassermanFaust = "wasserman-faust"
    /// One over the mean distance to the nodes that are reached.
    case component
  }

  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// How nodes that reach few others are treated.
  package var scale: Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(direction: .out) }

  /// Closeness outwards, scaled by the share reached, by length where the graph has lengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed.
  ///   - scale: How nodes that reach few others are treated.
  ///   - metric: What a step along a path costs.
  public init(direction: EdgeDirection = .out, scale: Scale = .wassermanFaust, metric: PathMetric = .automatic) {
    self.direction = direction
    self.scale = scale
    self.metric = metric
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "closeness", title: "Closeness", family: .distance,
    meaning: "How near an actor is, on average, to those whom it can reach.",
    formula: "c(v) = r / (n - 1) * r / (sum of d(v, u) over the r nodes reached)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "S. Wasserman, K. Faust, Social Network Analysis (1994) 200-201, doi:10.1017/CBO9780511815478")

  /// The options by name.
  package static let parameters: [Parameter<Closeness>] = [
    .choice("direction", \.direction, "Distances from the node (out), to the node (in) or either way (all)."),
    .choice("scale", \.scale, "Scaled by the share of nodes reached (wasserman-faust), or not (component)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, with the detail `reached`.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or too small to divide by; `.unfitValue` or `.limitExceeded` when lengths are too large to
  ///   add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, direction, metric, allowingZero: false)
    let reaches = try context.reaches(on: graph, direction, in: space)
    try Reach.checkSums(
      distances: reaches.reduce(0) { max($0, $1.distanceSum) },
      inverses: reaches.reduce(0) { max($0, $1.count > 0 ? Double($1.count) / $1.distanceSum : 0) }, on: graph)
    let others = Double(max(graph.nodeCount - 1, 1))
    let values = reaches.map { reach -> Double in
      guard reach.count > 0 else { return 0 }
      let reached = Double(reach.count)
      let inverseMean = reached / reach.distanceSum
      return scale == .component ? inverseMean : reached / others * inverseMean
    }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: scale.rawValue, direction: graph.effective(direction),
      weights: space.weights, details: [NodeDetail(name: "reached", values: reaches.map { Double($0.count) })])
  }
}
