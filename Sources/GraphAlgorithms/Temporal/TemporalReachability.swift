import GraphCore

/// Scores each node by how many others it can reach, one tie after another in time.
///
///     r(v) = number of others u to which a way leads from v that takes every edge while it holds
///
/// **Reading.** Whose news can get about, or whom news can get to, once the order of events is respected. Compare with
/// the reach in a picture of all ties at once: the difference is what timing took away.
///
/// **Graph.** As ``EarliestArrival``. `side` says whether others reached count (`out`) or others who reach (`in`).
///
/// **Time.** Ways begin at `start` or later; a step takes `transit`.
///
/// **Weights.** None: strengths, lengths and signs are no part of a graph over time.
///
/// **Range.** Whole numbers from 0 to n − 1.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at any thread count.
///
/// ```swift
/// let edges = [TimedEdge(0, 1, from: 5, until: 6), TimedEdge(1, 2, from: 3, until: 4)]
/// let graph = try TimedGraph(nodeCount: 3, edges: edges, isDirected: false)
/// try TemporalReachability().run(on: graph).values     // [1, 2, 2]
/// ```
///
/// - Complexity: O(n (n + m) log n) time, O(n) memory for each thread.
/// - Source: P. Holme, Physical Review E 71 (2005) 046119, doi:10.1103/PhysRevE.71.046119.
/// - SeeAlso: ``EarliestArrival``
public struct TemporalReachability: TemporalAlgorithm, DescribedAlgorithm {
  /// Who counts.
  public enum Side: String, CaseIterable, Codable, Sendable {
    /// Others that the node reaches.
    case out
    /// Others that reach the node.
    case `in`
  }

  /// Who counts.
  package var side: Side
  /// When ways can start.
  package var start: Int
  /// How long a step takes.
  package var transit: Int

  /// Reach in time, from the beginning unless said otherwise.
  ///
  /// - Parameters:
  ///   - side: Who counts.
  ///   - start: When ways can start.
  ///   - transit: How long a step takes.
  public init(side: Side = .out, at start: Int = TimedGraph.moments.lowerBound, transit: Int = 0) {
    self.side = side
    self.start = start
    self.transit = transit
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "temporal-reachability", title: "Reach in time", family: .time,
    meaning: "How many others an actor can reach when ties must be taken in the order of time.",
    formula: "r(v) = number of u with a way from v whose edges hold when they are taken", signs: .ignored,
    complexity: "O(n (n + m) log n) time, O(n) memory for each thread",
    source: "P. Holme, Physical Review E 71 (2005) 046119, doi:10.1103/PhysRevE.71.046119")

  /// The options by name.
  package static let parameters: [Parameter<TemporalReachability>] = [
    .choice("side", \.side, "Count others reached (out) or others who reach (in)."),
    .integer("start", \.start, in: TimedGraph.moments, "When ways can start."),
    .integer("transit", \.transit, in: 0...(1 << 31), "How long a step takes."),
  ]

  /// Runs on a graph over time.
  ///
  /// - Returns: One count for each node, on the scale `count`.
  /// - Throws: `.invalidParameter` for a moment or a transit out of range; `.cancelled`.
  public func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try check(moment: start, name: "start", transit: transit)
    try context.checkCancellation()
    let values = try context.sparseOrderedSum(
      over: graph.nodeCount, width: graph.nodeCount, makeWorker: { Worker(ArrivalSearch(graph, transit: transit)) }
    ) { (worker: Worker<ArrivalSearch>, sources, sums: borrowing SparseSums) throws(AlgorithmError) in
      for source in sources {
        try worker.scratch.run(from: source, at: start, context)
        let count = worker.scratch.reachedCount
        if side == .out {
          sums[source] += Double(count - 1)
          sums.mark(source)
        } else {
          for position in 1..<max(count, 1) {
            sums.addOne(to: Int(worker.scratch.order[position]))
          }
        }
      }
    }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: "count",
      direction: graph.isDirected ? (side == .out ? .out : .in) : nil)
  }
}
