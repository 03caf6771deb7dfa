import GraphCore

/// Scores each node by the share of shortest paths from some nodes to some others that pass through it.
///
/// With *S* the sources and *T* the targets:
///
///     b(v) = Σ σ(s, t | v) / σ(s, t)        s ∈ S, t ∈ T,  s ≠ v ≠ t,  s ≠ t
///
/// **Reading.** Who stands between two parties: between the ministries and the militias, say. Those on either side who
/// never stand between score 0.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: each unordered pair with one end in *S* and
/// the other in *T* once, even when either end is in both. Self-loops never lie on a path; parallel edges count as
/// separate paths. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length must be above
/// 0 and above 1e-11 of the distances, as for ``Betweenness``.
///
/// **Range.** `pairs`: from 0 to the number of pairs. `fraction`: divided by the number of pairs that do not end at the
/// node itself; 0 where there are none. With all nodes in both sets the result is that of ``Betweenness``.
///
/// **Precision.** Path counts are floating point, exact to 2⁵³; lengths within a relative 1e-12 tie.
///
/// **Repeatability.** The same bits at any thread count and any order of the input, the two lists included.
///
/// **Other programs.** On undirected graphs NetworkX and igraph give half of this where *S* and *T* are disjoint: they
/// halve every ordered pair, so that an actor who is on every path between two others gets 0.5. Here it gets 1.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try SubsetBetweenness(from: [0], to: [2], scale: .pairs).run(on: chain).values     // [0, 1, 0]
/// ```
///
/// - Complexity: O(s (n + m)) time for steps with s sources, O(s (n + m) log n) for lengths; O(n) memory for each
///   thread.
/// - Source: U. Brandes, Social Networks 30 (2008) 136–145, doi:10.1016/j.socnet.2007.11.001.
/// - SeeAlso: ``Betweenness``, ``GroupBetweenness``
public struct SubsetBetweenness: GraphAlgorithm, DescribedAlgorithm {
  /// Where paths start; a node named twice counts once.
  package var sources: [Int]
  /// Where paths end; a node named twice counts once.
  package var targets: [Int]
  /// How sums over pairs are scaled.
  package var scale: Betweenness.Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  /// Betweenness on the paths from some nodes to others.
  ///
  /// - Parameters:
  ///   - sources: Where paths start; a node named twice counts once.
  ///   - targets: Where paths end; a node named twice counts once.
  ///   - scale: How sums over pairs are scaled.
  ///   - metric: What a step along a path costs.
  public init(
    from sources: [Int], to targets: [Int], scale: Betweenness.Scale = .fraction, metric: PathMetric = .automatic
  ) {
    self.sources = sources
    self.targets = targets
    self.scale = scale
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "subset-betweenness", title: "Betweenness between two sets", family: .betweenness,
    meaning: "How much of the shortest ways from some actors to others an actor sits on.",
    formula: "b(v) = sum over s in S, t in T, s != v != t of sigma(s, t | v) / sigma(s, t)", signs: .ignored,
    complexity: "O(s (n + m)) time for s sources and steps, times log n for lengths; O(n) memory for each thread",
    source: "U. Brandes, Social Networks 30 (2008) 136-145, doi:10.1016/j.socnet.2007.11.001")

  /// The options by name.
  package static let parameters: [Parameter<SubsetBetweenness>] = [
    .nodes("sources", \.sources, "The actors that ways start from."),
    .nodes("targets", \.targets, "The actors that ways lead to."),
    .choice("scale", \.scale, "Share of the pairs that do not end at the node (fraction) or their number (pairs)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Sources and targets are nodes of the graph.
  /// - Returns: One score for each node; 0 everywhere when either set is empty.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or vanishing beside the distances; `.limitExceeded` when paths are too many to count or
  ///   lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let ends = PairEnds(sources, targets, on: graph)
    let starts = ends.isSource.indices.filter { ends.isSource[$0] }
    let sums = try context.sparseOrderedSum(
      over: starts.count, width: graph.nodeCount, makeWorker: { Worker(SubsetPass(space, ends)) }
    ) { (worker: Worker<SubsetPass>, positions, sums: borrowing SparseSums) throws(AlgorithmError) in
      for position in positions { try worker.scratch.addDependencies(on: starts[position], to: sums, context) }
    }
    let values =
      scale == .pairs
      ? sums
      : sums.indices.map { node -> Double in
        let pairs = ends.pairs(notEndingAt: node)
        return pairs > 0 ? sums[node] / pairs : 0
      }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: scale.rawValue, direction: graph.effective(.out),
      weights: space.weights)
  }
}

/// Which nodes are sources and which are targets, and how many pairs they make.
private struct PairEnds: Sendable {
  let isSource: [Bool]
  let isTarget: [Bool]
  let isDirected: Bool
  private let sourceCount: Double
  private let targetCount: Double
  private let bothCount: Double

  init(_ sources: [Int], _ targets: [Int], on graph: CSRGraph) {
    isSource = Self.marks(sources, on: graph)
    isTarget = Self.marks(targets, on: graph)
    isDirected = graph.isDirected
    sourceCount = Double(isSource.count { $0 })
    targetCount = Double(isTarget.count { $0 })
    bothCount = Double(zip(isSource, isTarget).count { $0 && $1 })
  }

  private static func marks(_ nodes: [Int], on graph: CSRGraph) -> [Bool] {
    var marks = [Bool](repeating: false, count: graph.nodeCount)
    for node in nodes {
      graph.checkNode(node)
      marks[node] = true
    }
    return marks
  }

  /// What a pair counts when it is met from its source; half where the other end will meet it again.
  func share(from source: Int, to target: Int) -> Double {
    guard isTarget[target] else { return 0 }
    return !isDirected && isTarget[source] && isSource[target] ? 0.5 : 1
  }

  /// How many pairs there are that do not end at a node.
  func pairs(notEndingAt node: Int) -> Double {
    let asSource = isSource[node] ? targetCount - (isTarget[node] ? 1 : 0) : 0
    let asTarget = isTarget[node] ? sourceCount - (isSource[node] ? 1 : 0) : 0
    let ordered = sourceCount * targetCount - bothCount - asSource - asTarget
    guard !isDirected else { return ordered }
    let others = bothCount - (isSource[node] && isTarget[node] ? 1 : 0)
    return ordered - others * (others - 1) / 2
  }
}

/// Brandes' pass over one source, in which only targets count as ends.
private struct SubsetPass: ~Copyable {
  private let ends: PairEnds
  private var paths: PathCounts
  private let shares: Buffer<Double>

  init(_ space: PathSpace, _ ends: PairEnds) {
    self.ends = ends
    paths = PathCounts(space)
    shares = Buffer(repeating: 0, count: space.nodeCount)
  }

  mutating func addDependencies(
    on source: Int, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    try paths.run(from: source, context)
    sums.mark(paths.search)
    for position in stride(from: paths.search.reachedCount - 1, to: 0, by: -1) {
      let node = Int(paths.search.order[position])
      let share = paths.sumOverNext(after: node, of: shares)
      shares[node] = ends.share(from: source, to: node) / paths.counts[node] + share
      sums[node] += paths.counts[node] * share
    }
  }
}
