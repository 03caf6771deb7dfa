import GraphCore

/// Scores each node by the share of shortest paths that pass through it.
///
/// Over every pair of other nodes *s*, *t* of which *t* can be reached from *s*, the score of *v* adds up the
/// fraction of shortest *s*–*t* paths that have *v* inside:
///
///     b(v) = Σ σ(s, t | v) / σ(s, t)        s ≠ v ≠ t,  σ(s, t) > 0
///
/// **Reading.** Finds brokers: without a high scorer many dealings between others get longer or stop. It says nothing
/// about how strong or how friendly those dealings are, and it trusts that business takes the shortest way.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: each unordered pair once. Self-loops never
/// lie on a path; parallel edges count as separate paths, so merge duplicate records in the projection. Signs are
/// ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. Strengths are not
/// accepted; the projection converts them. A length must be above 0, or there would be no end of equal paths, and
/// above 1e-11 of the distances, or ties could not be told.
///
/// **Range.** `pairs`: from 0 to (n−1)(n−2), half of that when undirected; unscaled as in igraph and NetworkX, half of
/// Gonum and NetworKit for undirected graphs. `fraction`: divided by the number of pairs of other nodes, from 0 to
/// 1; 0 when n < 3. Isolated nodes count in n.
///
/// **Precision.** Path counts are floating point: exact to 2⁵³ paths, then rounded. Lengths within a relative 1e-12
/// tie, so that 1/3 + 1/3 + 1/3 and 1 are equally short, whatever the order of the edges (NetworkX compares exactly
/// and may miss a path). A pair with more than 1.8e308 paths, as across a grid of 516 × 516, is refused.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Betweenness(scale: .pairs).run(on: chain).values     // [0, 1, 0]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread, because
///   predecessors are found again from distances instead of being stored.
/// - Source: U. Brandes, J. Math. Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249; scaling and
///   variants: Social Networks 30 (2008) 136–145, doi:10.1016/j.socnet.2007.11.001.
/// - SeeAlso: ``Closeness``, ``HarmonicCloseness``
public struct Betweenness: NodeMeasure {
  /// How sums over pairs are scaled.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// Share of the pairs of other nodes.
    case fraction
    /// Number of pairs of other nodes.
    case pairs
  }

  /// How sums over pairs are scaled.
  package var scale: Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  package init() { self.init(scale: .fraction) }

  /// Betweenness as a fraction, by length where the graph has lengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - scale: How sums over pairs are scaled.
  ///   - metric: What a step along a path costs.
  public init(scale: Scale = .fraction, metric: PathMetric = .automatic) {
    self.scale = scale
    self.metric = metric
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "betweenness", title: "Betweenness", family: .betweenness,
    meaning: "How much of the shortest ways between others an actor sits on.",
    formula: "b(v) = sum over s != v != t of sigma(s, t | v) / sigma(s, t)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "U. Brandes, J. Math. Sociology 25 (2001) 163-177, doi:10.1080/0022250X.2001.9990249")

  /// The options by name.
  package static let parameters: [Parameter<Betweenness>] = [
    .choice("scale", \.scale, "Share of the pairs of other nodes (fraction) or their number (pairs)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or vanishing beside the distances; `.limitExceeded` when paths are too many to count or
  ///   lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let sums =
      if !space.costs.isEmpty, let lengths = graph.lengths {
        try lengthSums(on: graph, in: space, lengths, context)
      } else {
        try stepSums(on: graph, in: space, context)
      }
    return NodeScores(
      values: scaled(sums, on: graph), measure: Self.summary.id, scale: scale.rawValue,
      direction: graph.effective(.out), weights: space.weights)
  }

  /// Sums over ordered pairs for steps: eight sources share a sweep.
  private func stepSums(
    on graph: CSRGraph, in path: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let space = DegreeOrder(graph)
    let sources = try Self.sourcesByReach(on: graph, in: path, space, context)
    let sums = try context.sparseOrderedSum(
      over: sources.count, width: space.nodeCount, makeWorker: { Worker(BatchedBrandes(space)) }
    ) { (worker: Worker<BatchedBrandes>, places, sums: borrowing SparseSums) throws(AlgorithmError) in
      for first in stride(from: places.lowerBound, to: places.upperBound, by: BatchedBrandes.laneCount) {
        let batch = sources[first..<min(first + BatchedBrandes.laneCount, places.upperBound)]
        try worker.scratch.addDependencies(on: batch, to: sums, context)
      }
    }
    return space.restored(sums)
  }

  /// The nodes, those nearest to all others first: eight sources that are about as far from the others meet most nodes
  /// at the same level, and a sweep visits a node once for each level.
  private static func sourcesByReach(
    on graph: CSRGraph, in path: PathSpace, _ space: DegreeOrder, _ context: RunContext
  ) throws(AlgorithmError) -> [Int32] {
    var quiet = context
    quiet.progress = nil
    let reaches = try quiet.reaches(on: graph, .out, in: path)
    let nearness = space.nodes.map { reaches[Int($0)].harmonicSum }
    return (0..<Int32(truncatingIfNeeded: space.nodeCount)).sorted {
      nearness[Int($0)] != nearness[Int($1)] ? nearness[Int($0)] > nearness[Int($1)] : $0 < $1
    }
  }

  /// Sums over ordered pairs for lengths: eight sources share every sweep here too.
  private func lengthSums(
    on graph: CSRGraph, in space: PathSpace, _ lengths: [Double], _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let order = try HubOrder(graph, .out, space, lengths: lengths, context)
    let sums = try context.sparseOrderedSum(
      over: space.nodeCount, width: space.nodeCount, makeWorker: { Worker(BatchedLengthBrandes(order)) }
    ) { (worker: Worker<BatchedLengthBrandes>, places, sums: borrowing SparseSums) throws(AlgorithmError) in
      for first in stride(from: places.lowerBound, to: places.upperBound, by: BatchedLengths.laneCount) {
        let batch = order.sources[first..<min(first + BatchedLengths.laneCount, places.upperBound)]
        try worker.scratch.addDependencies(on: batch, to: sums, context)
      }
    }
    return order.numbers.map { sums[Int($0)] }
  }

  /// Sums over ordered pairs, on the scale asked for.
  private func scaled(_ sums: [Double], on graph: CSRGraph) -> [Double] {
    switch scale {
    case .pairs: return graph.isDirected ? sums : sums.map { $0 / 2 }
    case .fraction:
      let orderedPairs = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2)
      return orderedPairs > 0 ? sums.map { $0 / orderedPairs } : sums
    }
  }
}
