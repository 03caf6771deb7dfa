import GraphCore

/// Counts for each node the others within a distance of it.
///
///     r(v) = number of u ≠ v with d(v, u) ≤ limit
///
/// **Reading.** How many an actor can get to without going through long chains: within two steps, friends and friends
/// of friends. It says nothing about what lies beyond the limit.
///
/// **Graph.** Directed: `out`, the default, counts whom the node reaches, `in` who reaches the node, `all` follows
/// edges either way. Self-loops and parallel edges change nothing. Signs are ignored.
///
/// **Weights.** `metric` says whether `limit` is a number of steps, the default, or a length; lengths may be 0.
///
/// **Range.** `count`: from 0 to n − 1. `share`: divided by n − 1; 0 when n < 2.
///
/// **Precision.** A distance within a relative 1e-12 of the limit counts as within it, so that 0.1 + 0.2 is within 0.3.
///
/// **Repeatability.** Exact.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3)], isDirected: false)
/// try ReachWithin().run(on: chain).values     // [2, 3, 3, 2]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths, whatever the limit; O(n) memory for each
///   thread.
/// - Source: S. P. Borgatti, Computational and Mathematical Organization Theory 12 (2006) 21–34,
///   doi:10.1007/s10588-006-7084-x (m-reach).
/// - SeeAlso: ``HarmonicCloseness``, ``LocalReachingCentrality``
public struct ReachWithin: NodeMeasure {
  /// How the count is scaled.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// The number of nodes.
    case count
    /// The share of the other nodes.
    case share
  }

  /// The farthest distance that counts; infinity counts everybody who can be reached.
  package var limit: Double
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// How the count is scaled.
  package var scale: Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(limit: 2) }

  /// How many are within two steps outwards, unless said otherwise.
  ///
  /// - Parameters:
  ///   - limit: The farthest distance that counts; infinity counts everybody who can be reached.
  ///   - direction: Which way edges are followed.
  ///   - scale: How the count is scaled.
  ///   - metric: What a step along a path costs.
  public init(
    limit: Double = 2, direction: EdgeDirection = .out, scale: Scale = .count, metric: PathMetric = .steps
  ) {
    self.limit = limit
    self.direction = direction
    self.scale = scale
    self.metric = metric
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "reach", title: "Reach within a limit", family: .distance,
    meaning: "How many others an actor gets to within a few steps.",
    formula: "r(v) = number of u != v with d(v, u) <= limit", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "S. P. Borgatti, Comput. Math. Organ. Theory 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x")

  /// The options by name.
  package static let parameters: [Parameter<ReachWithin>] = [
    .number("limit", \.limit, in: 0...(.infinity), "The farthest distance that counts."),
    .choice("direction", \.direction, "Whom the node reaches (out), who reaches it (in) or either way (all)."),
    .choice("scale", \.scale, "The number of nodes (count) or their share of the others (share)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node.
  /// - Throws: `.invalidParameter` for a limit below 0; `.missingColumn` when lengths were asked for and there are
  ///   none; `.unfitValue` for a length that is negative or not finite; `.limitExceeded` when lengths are too large
  ///   to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard limit >= 0 else {
      throw .invalidParameter(name: "limit", value: "\(limit)", needed: "a number from 0")
    }
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    let bound = limit * PathTies.factor
    let counts = try context.orderedMap(over: graph.nodeCount, makeWorker: { Worker(DistanceSearch(space)) }) {
      (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var counts: [Double] = []
      for source in sources {
        try worker.scratch.run(from: source, in: space, context)
        counts.append(Double(worker.scratch.count(within: bound)))
      }
      return counts
    }.flatMap { $0 }
    let others = Double(max(graph.nodeCount - 1, 1))
    return NodeScores(
      values: scale == .share ? counts.map { $0 / others } : counts, measure: Self.summary.id, scale: scale.rawValue,
      direction: graph.effective(direction), weights: space.weights)
  }
}

extension DistanceSearch {
  /// How many nodes other than the source the last search found up to a distance.
  fileprivate func count(within bound: Double) -> Int {
    var low = 0
    var high = reachedCount
    while low < high {
      let middle = (low + high) / 2
      if distances[order[middle]] <= bound { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }
}
