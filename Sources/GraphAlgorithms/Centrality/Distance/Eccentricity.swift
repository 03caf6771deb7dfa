import GraphCore

/// Scores each node by how far the farthest node is that it reaches.
///
///     e(v) = max d(v, u)        over the u reached; 0 when there is none
///
/// **Reading.** How long it takes until the last one knows. A low score is central; where the network falls apart a
/// member of a small group has a low score too, so read it with `reached` beside it. One far-off actor decides it,
/// so it says little about the others.
///
/// **Graph.** Directed: `out`, the default, measures distances from the node to others, `in` from others to the node,
/// `all` follows edges either way. Self-loops and parallel edges change nothing. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther; 0 is allowed.
///
/// **Range.** From 0, in steps or in the unit of the lengths; at most n − 1 for steps.
///
/// **Precision.** Distances are sums from the source on.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX refuses a graph that is not (strongly) connected; igraph, like this, takes the
/// farthest of the nodes that are reached.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Eccentricity().run(on: chain).values     // [2, 1, 2]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: P. Hage, F. Harary, Social Networks 17 (1995) 57–63, doi:10.1016/0378-8733(94)00248-9.
/// - SeeAlso: ``Closeness``, ``ReachWithin``
public struct Eccentricity: NodeMeasure {
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(direction: .out) }

  /// Eccentricity outwards, by length where the graph has lengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  public init(direction: EdgeDirection = .out, metric: PathMetric = .automatic) {
    self.direction = direction
    self.metric = metric
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "eccentricity", title: "Eccentricity", family: .distance,
    meaning: "How far the farthest of those is whom an actor can reach.",
    formula: "e(v) = max of d(v, u) over the nodes u reached", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "P. Hage, F. Harary, Social Networks 17 (1995) 57-63, doi:10.1016/0378-8733(94)00248-9")

  /// The options by name.
  package static let parameters: [Parameter<Eccentricity>] = [
    .choice("direction", \.direction, "Distances from the node (out), to the node (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `distance`, with the detail `reached`.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is
  ///   negative or not finite; `.limitExceeded` when lengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    let horizons = try context.orderedMap(
      over: graph.nodeCount, makeWorker: { Worker(DistanceSearch(space)) }
    ) { (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var horizons: [Horizon] = []
      for source in sources {
        try worker.scratch.run(from: source, in: space, context)
        horizons.append(Horizon(distance: worker.scratch.farthest, reached: worker.scratch.reachedCount - 1))
      }
      return horizons
    }.flatMap { $0 }
    return NodeScores(
      values: horizons.map(\.distance), measure: Self.summary.id, scale: "distance",
      direction: graph.effective(direction), weights: space.weights,
      details: [NodeDetail(name: "reached", values: horizons.map { Double($0.reached) })])
  }

  /// How far the search from one node came.
  private struct Horizon: Sendable {
    let distance: Double
    let reached: Int
  }
}
