import GraphCore

/// Counts for each node the shortest paths that pass through it.
///
///     s(v) = Σ σ(s, t | v)        s ≠ v ≠ t
///
/// **Reading.** How much traffic a node carries when every shortest path is used once. Unlike ``Betweenness`` a pair
/// with many equal paths counts many times, so it grows with redundancy and is no measure of being indispensable.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: each unordered pair once. Self-loops never
/// lie on a path; parallel edges make separate paths. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length must be above
/// 0 and above 1e-11 of the distances, as for ``Betweenness``.
///
/// **Range.** From 0; the number of paths, which has no bound worth dividing by.
///
/// **Precision.** Counts are floating point: exact to 2⁵³, then rounded. Lengths within a relative 1e-12 tie.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// ```swift
/// let square = CSRGraph(
///   nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3)], isDirected: false)
/// try StressCentrality().run(on: square).values     // [1, 1, 1, 1]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: A. Shimbel, Bull. Math. Biophysics 15 (1953) 501–507, doi:10.1007/BF02476438; computed as in U. Brandes,
///   Social Networks 30 (2008) 136–145, doi:10.1016/j.socnet.2007.11.001.
/// - SeeAlso: ``Betweenness``
public struct StressCentrality: NodeMeasure {
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(metric: .automatic) }

  /// Stress, by length where the graph has lengths, unless said otherwise.
  ///
  /// - Parameter metric: What a step along a path costs.
  public init(metric: PathMetric = .automatic) { self.metric = metric }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "stress", title: "Stress", family: .betweenness,
    meaning: "How many shortest ways between others lead through an actor.",
    formula: "s(v) = sum over s != v != t of sigma(s, t | v)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "A. Shimbel, Bull. Math. Biophysics 15 (1953) 501-507, doi:10.1007/BF02476438")

  /// The options by name.
  package static let parameters: [Parameter<StressCentrality>] = [
    .choice("metric", \.metric, "Whether an edge costs one step or its length.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One number of paths for each node, on the scale `paths`.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or vanishing beside the distances; `.limitExceeded` when paths are too many to count or
  ///   lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let sums = try context.sparseOrderedSum(
      over: graph.nodeCount, width: graph.nodeCount, makeWorker: { Worker(StressPass(space)) }
    ) { (worker: Worker<StressPass>, sources, sums: borrowing SparseSums) throws(AlgorithmError) in
      for source in sources { try worker.scratch.addPaths(from: source, to: sums, context) }
    }
    if let node = sums.firstIndex(where: { !$0.isFinite }) {
      throw .limitExceeded(
        what: "the shortest paths through \(node: node)", needed: "more than \(Double.greatestFiniteMagnitude)",
        limit: "the largest number")
    }
    return NodeScores(
      values: graph.isDirected ? sums : sums.map { $0 / 2 }, measure: Self.summary.id, scale: "paths",
      direction: graph.effective(.out), weights: space.weights)
  }
}

/// The pass over one source: counts paths out to each node and on from it.
private struct StressPass: ~Copyable {
  private var paths: PathCounts
  /// One, for the path that ends at the node, and the number of those that go on.
  private let ends: Buffer<Double>

  init(_ space: PathSpace) {
    paths = PathCounts(space)
    ends = Buffer(repeating: 0, count: space.nodeCount)
  }

  mutating func addPaths(
    from source: Int, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    try paths.run(from: source, context)
    sums.mark(paths.search)
    for position in stride(from: paths.search.reachedCount - 1, to: 0, by: -1) {
      let node = Int(paths.search.order[position])
      let goingOn = paths.sumOverNext(after: node, of: ends)
      ends[node] = 1 + goingOn
      sums[node] += paths.counts[node] * goingOn
    }
  }
}
