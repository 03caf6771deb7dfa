import GraphCore

/// Sums up the distances of a whole graph: how far apart its nodes are.
///
/// Over the ordered pairs of different nodes:
///
///     mean = Σ d(s, t) / pairs connected        efficiency = Σ 1 / d(s, t) / n (n − 1)
///
/// **Reading.** How small the world is. The diameter hangs on one pair; the mean is steadier. In a network that has
/// fallen apart the mean and the diameter look small, because those who cannot reach one another are left out: look at
/// `connectedPairs`, or use the efficiency, to which they add 0.
///
/// **Graph.** Directed: edges are followed forward. Self-loops and parallel edges change nothing. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length, which must be above 0.
///
/// **Range.** Distances from 0, in the unit of the lengths; efficiency from 0, at most 1 for steps. `meanDistance` and
/// `diameter` are `nil` when no pair is connected, `radius` when no node reaches all others.
///
/// **Precision.** Sums from the farthest node on, sources in their order.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** igraph agrees on diameter, mean and efficiency; its radius is the least over all nodes, however
/// few they reach. NetworkX refuses graphs that have fallen apart.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Distances().run(on: chain).meanDistance     // 4/3
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread.
/// - Source: V. Latora, M. Marchiori, Physical Review Letters 87 (2001) 198701, doi:10.1103/PhysRevLett.87.198701.
/// - SeeAlso: ``AllPairsDistances``
public struct Distances: GraphAlgorithm, DescribedAlgorithm {
  /// What a step along a path costs.
  package var metric: PathMetric

  /// Distances, by length where the graph has lengths.
  ///
  /// - Parameter metric: What a step along a path costs.
  public init(metric: PathMetric = .automatic) { self.metric = metric }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "distances", title: "Distances", family: .structure,
    meaning: "How far apart the actors of a network are.",
    formula: "mean of d(s, t) over connected pairs; mean of 1 / d(s, t) over all pairs", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "V. Latora, M. Marchiori, Physical Review Letters 87 (2001) 198701, doi:10.1103/PhysRevLett.87.198701")

  /// The options by name.
  package static let parameters: [Parameter<Distances>] = [
    .choice("metric", \.metric, "Whether an edge costs one step or its length.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The summary.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or too small to divide by; `.unfitValue` or `.limitExceeded` when lengths are too large to
  ///   add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DistanceSummary {
    try context.checkCancellation()
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let totals = try context.orderedMap(
      over: graph.nodeCount, makeWorker: { Worker(DistanceSearch(space)) }
    ) { (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var totals = DistanceTotals()
      for source in sources {
        try worker.scratch.run(from: source, in: space, context)
        totals.add(worker.scratch.reach(), worker.scratch.farthest, others: graph.nodeCount - 1)
      }
      return totals
    }.reduce(into: DistanceTotals()) { $0.add($1) }
    try Reach.checkSums(distances: totals.sum, inverses: totals.harmonicSum, on: graph)
    return totals.summary(nodeCount: graph.nodeCount, weights: space.weights)
  }
}

/// How far apart the nodes of a graph are.
public struct DistanceSummary: Sendable, Hashable {
  /// The greatest distance between two connected nodes; `nil` when none are connected.
  public let diameter: Double?
  /// The least distance within which some node reaches all others; `nil` when no node does.
  public let radius: Double?
  /// The mean distance over connected ordered pairs; `nil` when there is none.
  public let meanDistance: Double?
  /// The mean of 1 / distance over all ordered pairs, of which unconnected ones add 0; 0 when there is no pair.
  public let efficiency: Double
  /// Ordered pairs of different nodes of which one reaches the other.
  public let connectedPairs: Int
  /// Ordered pairs of different nodes.
  public let pairs: Int
  /// Which column measured the paths; `nil` for steps.
  package let weights: EdgeColumn?

  /// A summary of distances.
  package init(
    diameter: Double?, radius: Double?, meanDistance: Double?, efficiency: Double, connectedPairs: Int, pairs: Int,
    weights: EdgeColumn?
  ) {
    self.diameter = diameter
    self.radius = radius
    self.meanDistance = meanDistance
    self.efficiency = efficiency
    self.connectedPairs = connectedPairs
    self.pairs = pairs
    self.weights = weights
  }

  /// Whether every node reaches every other.
  public var isConnected: Bool { connectedPairs == pairs }
}

/// Sums over sources.
private struct DistanceTotals: Sendable {
  private var diameter = 0.0
  private var radius = Double.infinity
  private(set) var sum = 0.0
  private(set) var harmonicSum = 0.0
  private var connectedPairs = 0

  mutating func add(_ reach: Reach, _ farthest: Double, others: Int) {
    diameter = max(diameter, farthest)
    if reach.count == others { radius = min(radius, farthest) }
    sum += reach.distanceSum
    harmonicSum += reach.harmonicSum
    connectedPairs += reach.count
  }

  mutating func add(_ other: DistanceTotals) {
    diameter = max(diameter, other.diameter)
    radius = min(radius, other.radius)
    sum += other.sum
    harmonicSum += other.harmonicSum
    connectedPairs += other.connectedPairs
  }

  func summary(nodeCount: Int, weights: EdgeColumn?) -> DistanceSummary {
    let pairs = nodeCount * max(nodeCount - 1, 0)
    let hasPairs = connectedPairs > 0
    return DistanceSummary(
      diameter: hasPairs ? diameter : nil, radius: radius < .infinity && pairs > 0 ? radius : nil,
      meanDistance: hasPairs ? sum / Double(connectedPairs) : nil,
      efficiency: pairs > 0 ? harmonicSum / Double(pairs) : 0, connectedPairs: connectedPairs, pairs: pairs,
      weights: weights)
  }
}
