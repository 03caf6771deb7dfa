import GraphCore

/// Scores each edge by the share of shortest paths that use it.
///
///     b(e) = Σ σ(s, t | e) / σ(s, t)        s ≠ t,  σ(s, t) > 0
///
/// **Reading.** Which single ties hold far-apart parts of the network together; cutting the highest first takes
/// communities apart (Girvan and Newman). It says nothing about the strength of the tie itself.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: each unordered pair once. A self-loop scores
/// 0. Parallel edges share what runs between their ends. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length must be above
/// 0 and above 1e-11 of the distances, as for ``Betweenness``.
///
/// **Range.** `pairs`: from 0 to n(n−1), half of that when undirected. `fraction`: divided by that number, 0 to 1; all
/// 0 when n < 2. Unlike for nodes, both ends of a path count.
///
/// **Precision.** Path counts are floating point, exact to 2⁵³; lengths within a relative 1e-12 tie.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX agrees on both scales; igraph gives `pairs`.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try EdgeBetweenness(scale: .pairs).run(on: chain).values     // [2, 2]
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n + m) memory for each thread.
/// - Source: M. Girvan, M. E. J. Newman, PNAS 99 (2002) 7821–7826, doi:10.1073/pnas.122653799; computed as in
///   U. Brandes, Social Networks 30 (2008) 136–145, doi:10.1016/j.socnet.2007.11.001.
/// - SeeAlso: ``Betweenness``
public struct EdgeBetweenness: GraphAlgorithm, DescribedAlgorithm {
  /// How sums over pairs are scaled.
  package var scale: Betweenness.Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  /// Edge betweenness, by default as a fraction and by length where the graph has lengths.
  ///
  /// - Parameters:
  ///   - scale: How sums over pairs are scaled.
  ///   - metric: What a step along a path costs.
  public init(scale: Betweenness.Scale = .fraction, metric: PathMetric = .automatic) {
    self.scale = scale
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "edge-betweenness", title: "Edge betweenness", family: .betweenness,
    meaning: "How much of the shortest ways between actors runs over a tie.",
    formula: "b(e) = sum over s != t of sigma(s, t | e) / sigma(s, t)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n + m) memory for each thread",
    source: "M. Girvan, M. E. J. Newman, PNAS 99 (2002) 7821-7826, doi:10.1073/pnas.122653799")

  /// The options by name.
  package static let parameters: [Parameter<EdgeBetweenness>] = [
    .choice("scale", \.scale, "Share of the pairs of nodes (fraction) or their number (pairs)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each edge.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or vanishing beside the distances; `.limitExceeded` when paths are too many to count or
  ///   lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> EdgeScores {
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let sums = try context.sparseOrderedSum(
      over: graph.nodeCount, width: graph.edgeCount, makeWorker: { Worker(EdgePass(space)) }
    ) { (worker: Worker<EdgePass>, sources, sums: borrowing SparseSums) throws(AlgorithmError) in
      for source in sources { try worker.scratch.addDependencies(on: source, to: sums, context) }
    }
    let ordered = Double(graph.nodeCount) * Double(graph.nodeCount - 1)
    let divisor = scale == .fraction ? ordered : graph.isDirected ? 1 : 2
    return EdgeScores(
      values: divisor > 0 ? sums.map { $0 / divisor } : sums, measure: Self.summary.id, scale: scale.rawValue,
      weights: space.weights)
  }
}

/// Brandes' pass over one source, with what each edge carries.
private struct EdgePass: ~Copyable {
  private var paths: PathCounts
  /// (1 + δ) / σ of each node reached, with δ its dependency.
  private let shares: Buffer<Double>

  init(_ space: PathSpace) {
    paths = PathCounts(space)
    shares = Buffer(repeating: 0, count: space.nodeCount)
  }

  mutating func addDependencies(
    on source: Int, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    try paths.run(from: source, context)
    let arcs = paths.space.arcs
    let arcCosts = paths.space.costs
    let targets = arcs.targets.span
    let costs = arcCosts.span
    let hasCosts = !costs.isEmpty
    mark(sums)
    for position in stride(from: paths.search.reachedCount - 1, through: 0, by: -1) {
      let node = Int(paths.search.order[position])
      let distance = paths.search.distances[node]
      let count = paths.counts[node]
      var share = 0.0
      for arc in arcs.range(of: node) {
        let next = Int(targets[unchecked: arc])
        let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
        guard reach <= paths.search.distances[next] * PathTies.factor else { continue }
        share += shares[next]
        sums[arcs.edge(ofArc: arc)] += count * shares[next]
      }
      shares[node] = 1 / count + share
    }
  }

  /// Lets the sums of all edges count that the last search may have taken.
  private func mark(_ sums: borrowing SparseSums) {
    guard 4 * paths.search.reachedCount < paths.space.nodeCount else { return sums.markAll() }
    let arcs = paths.space.arcs
    for position in 0..<paths.search.reachedCount {
      for arc in arcs.range(of: Int(paths.search.order[position])) { sums.mark(arcs.edge(ofArc: arc)) }
    }
  }
}
