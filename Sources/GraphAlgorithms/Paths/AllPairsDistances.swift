import GraphCore

/// Finds the distances between all pairs of nodes, as a table.
///
///     d(s, t) = min over paths s → t of Σ length(e)
///
/// **Reading.** How far everybody is from everybody. For a single number over all pairs take ``Distances``, which
/// needs no table.
///
/// **Graph.** Directed: edges are followed in `direction`; `in` gives the table turned over. Self-loops and parallel
/// edges change nothing but that the shortest counts. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs its length or one step. Lengths of 0 are allowed, negative ones
/// are not.
///
/// **Range.** From 0; infinity where no way leads.
///
/// **Precision.** Distances are sums taken from the source on, so that undirected tables may differ from their mirror
/// image in the last bits.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Limit.** A table of n nodes takes 8 n² bytes. `memoryLimit` refuses what would take more: 1 GiB unless said
/// otherwise, which is 11,585 nodes.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try AllPairsDistances().run(on: chain).rows     // [[0, 1, 2], [1, 0, 1], [2, 1, 0]]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, times log n for lengths; O(n²) memory.
/// - Source: E. W. Dijkstra, Numerische Mathematik 1 (1959) 269–271, doi:10.1007/BF01386390.
/// - SeeAlso: ``Dijkstra``, ``Distances``
public struct AllPairsDistances: GraphAlgorithm, DescribedAlgorithm {
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric
  /// How many bytes the table may take.
  package var memoryLimit: Int

  /// The distances between all pairs.
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  ///   - memoryLimit: How many bytes the table may take.
  public init(direction: EdgeDirection = .out, metric: PathMetric = .automatic, memoryLimit: Int = 1 << 30) {
    self.direction = direction
    self.metric = metric
    self.memoryLimit = memoryLimit
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "all-pairs-distances", title: "Distances between all pairs", family: .paths,
    meaning: "How far every actor is from every other.",
    formula: "d(s, t) = min over paths s -> t of the sum of lengths", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n^2) memory",
    source: "E. W. Dijkstra, Numerische Mathematik 1 (1959) 269-271, doi:10.1007/BF01386390")

  /// The options by name.
  package static let parameters: [Parameter<AllPairsDistances>] = [
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
    .integer("memory-limit", \.memoryLimit, in: 0...Int.max, "How many bytes the table may take."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The table.
  /// - Throws: `.limitExceeded` when the table would pass `memoryLimit`, or lengths are too large to add;
  ///   `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is negative or
  ///   not finite; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DistanceTable {
    try context.checkCancellation()
    let bytes = graph.nodeCount.multipliedFullWidth(by: 8 * graph.nodeCount)
    guard bytes.high == 0, bytes.low <= UInt(max(memoryLimit, 0)) else {
      throw .limitExceeded(
        what: "the distances between all pairs of \(graph.nodeCount) nodes",
        needed: bytes.high == 0 ? "\(bytes.low) bytes" : "more bytes than can be counted",
        limit: "\(memoryLimit) bytes (option memory-limit)")
    }
    try context.requireMemory(Double(bytes.low), for: "the distances between all pairs of \(graph.nodeCount) nodes")
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    let chunks = try context.orderedMap(
      over: graph.nodeCount, chunkSize: 16, makeWorker: { Worker(DistanceSearch(space)) }
    ) { (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var rows: [[Double]] = []
      for source in sources {
        try worker.scratch.run(from: source, in: space, context)
        rows.append(worker.scratch.distances.array())
      }
      return rows
    }
    return DistanceTable(rows: chunks.flatMap { $0 })
  }
}

/// The distances between all pairs of nodes.
public struct DistanceTable: Sendable, Hashable {
  /// `rows[s][t]` is the distance from `s` to `t`; infinity where no way leads.
  public let rows: [[Double]]

  /// A table of as many rows as columns.
  package init(rows: [[Double]]) { self.rows = rows }

  /// The distance from one node to another.
  public func distance(from source: Int, to target: Int) -> Double { rows[source][target] }
}
