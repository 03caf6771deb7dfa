import GraphCore

/// Estimates betweenness from shortest paths between random pairs of nodes, with a stated error.
///
/// Of *r* random pairs of nodes one shortest path each is drawn, every one equally likely; the estimate is the share
/// of them that have *v* inside, on the scale of ``Betweenness`` as a fraction:
///
///     b(v) ≈ n / (n − 2) · (paths drawn with v inside) / r
///     r = ⌈ 1 / (2 ε′²) · (⌊log₂(V − 2)⌋ + 1 + ln(1 / δ)) ⌉        ε′ = ε (n − 2) / n
///
/// *V* is an upper bound on the nodes of a shortest path. With probability at least 1 − δ no estimate is farther than
/// ε from the true value, for all nodes at once.
///
/// **Reading.** As ``Betweenness``, for graphs on which that takes too long. Scores nearer to each other than 2 ε are
/// not told apart; the many actors near 0 stay near 0, so use it to find the few brokers, not to rank the rest. Where
/// the detail `samples` is above the number of nodes, the exact measure is the cheaper one.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: unordered pairs. Self-loops never lie on a
/// path; parallel edges count as separate paths. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length must be above
/// 0 and above 1e-11 of the distances, as for ``Betweenness``.
///
/// **Range.** `fraction`: from 0 to 1, up to the error; 0 when n < 3. The details `error` and `samples` are the same for
/// all nodes: ε, or 0 where no path has an inside, and *r*.
///
/// **Precision.** As stated by `epsilon` and `delta`. *V* is twice the largest distance from a component's first
/// node, and one, for steps on undirected graphs; else the size of the largest component.
///
/// **Repeatability.** Depends on `seed` and nothing else: not on threads, nor on the order of the input. Other numbers
/// for the nodes give another sample.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3)], isDirected: false)
/// try ApproximateBetweenness(epsilon: 0.1).run(on: star).values     // near [1, 0, 0, 0]
/// ```
///
/// - Complexity: O(r (n + m)) time for steps, and much less where two searches from the ends of a pair meet soon;
///   O(r (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: M. Riondato, E. M. Kornaropoulos, Data Mining and Knowledge Discovery 30 (2016) 438–475,
///   doi:10.1007/s10618-015-0423-0; the constant 1/2 from M. Löffler, J. M. Phillips, ESA 2009, 313–324,
///   doi:10.1007/978-3-642-04128-0_29; paths by steps drawn as in M. Borassi, E. Natale, ACM J. Experimental Algorithmics
///   24 (2019) 1.2, doi:10.1145/3284359.
/// - SeeAlso: ``Betweenness``
public struct ApproximateBetweenness: NodeMeasure {
  /// How far an estimate may be off; above 0, at most 1.
  package var epsilon: Double
  /// How likely some estimate is off by more; between 0 and 1.
  package var delta: Double
  /// What a step along a path costs.
  package var metric: PathMetric
  /// Seed of the random choices.
  package var seed: UInt64

  package init() { self.init(epsilon: 0.05) }

  /// An estimate within 0.05, nine times out of ten, unless said otherwise.
  ///
  /// - Parameters:
  ///   - epsilon: How far an estimate may be off; above 0, at most 1.
  ///   - delta: How likely some estimate is off by more; between 0 and 1.
  ///   - metric: What a step along a path costs.
  ///   - seed: Seed of the random choices.
  public init(epsilon: Double = 0.05, delta: Double = 0.1, metric: PathMetric = .automatic, seed: UInt64 = 1) {
    self.epsilon = epsilon
    self.delta = delta
    self.metric = metric
    self.seed = seed
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "approximate-betweenness", title: "Betweenness, estimated", family: .betweenness,
    meaning: "How much of the shortest ways between others an actor sits on, within a stated error.",
    formula: "b(v) = n / (n - 2) x share of r random shortest paths with v inside", signs: .ignored,
    complexity: "O(r (n + m)) time for r samples and steps, times log n for lengths; O(n) memory for each thread",
    source: "M. Riondato, E. M. Kornaropoulos, Data Min. Knowl. Discov. 30 (2016) 438-475, "
      + "doi:10.1007/s10618-015-0423-0")

  /// The options by name.
  package static let parameters: [Parameter<ApproximateBetweenness>] = [
    .number("epsilon", \.epsilon, in: 1e-6...1, "How far an estimate may be off."),
    .number("delta", \.delta, in: 1e-12...(1.0.nextDown), "How likely some estimate is off by more."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One estimate for each node, with the details `error` and `samples`.
  /// - Throws: `.invalidParameter` for an option out of its range; `.missingColumn` when lengths were asked for and
  ///   there are none; `.unfitValue` for a length that is 0, negative, not finite, or vanishing beside the distances;
  ///   `.limitExceeded` for an error so small that more than 1e9 paths would have to be drawn, and when paths are too
  ///   many to count or lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try checkParameters()
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    let arrivals = try PathSpace(graph, .in, metric, allowingZero: false)
    let longest = try nodesOnLongestPath(graph, space, context)
    let samples = try sampleSize(longest: longest, nodeCount: graph.nodeCount)
    let counts =
      space.costs.isEmpty
      ? try countByStep(samples, space, arrivals, context) : try countByLength(samples, space, arrivals, context)
    let nodes = Double(graph.nodeCount)
    let factor = samples > 0 ? nodes / (nodes - 2) / Double(samples) : 0
    let error = samples > 0 ? epsilon : 0
    return NodeScores(
      values: counts.map { $0 * factor }, measure: Self.summary.id, scale: "fraction",
      direction: graph.effective(.out), weights: space.weights,
      details: [
        NodeDetail(name: "error", values: counts.map { _ in error }),
        NodeDetail(name: "samples", values: counts.map { _ in Double(samples) }),
      ])
  }

  /// For each node how many of the paths drawn have it inside; each draw has random numbers of its own.
  private func countByStep(
    _ samples: Int, _ space: PathSpace, _ arrivals: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let random = SeededGenerator(seed: seed)
    return try context.sparseOrderedSum(
      over: samples, width: space.nodeCount,
      makeWorker: { Worker(StepPathSampler(out: space.arcs, incoming: arrivals.arcs)) }
    ) { (worker: Worker<StepPathSampler>, pieces, sums: borrowing SparseSums) throws(AlgorithmError) in
      for piece in pieces {
        var stream = random.stream(piece)
        let ends = stream.nextEnds(below: space.nodeCount)
        try worker.scratch.addPath(between: ends, to: sums, &stream, context)
      }
    }
  }

  /// The same where edges have lengths.
  private func countByLength(
    _ samples: Int, _ space: PathSpace, _ arrivals: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let random = SeededGenerator(seed: seed)
    return try context.sparseOrderedSum(
      over: samples, width: space.nodeCount, makeWorker: { Worker(PathSampler(space, arrivals)) }
    ) { (worker: Worker<PathSampler>, pieces, sums: borrowing SparseSums) throws(AlgorithmError) in
      for piece in pieces {
        var stream = random.stream(piece)
        let ends = stream.nextEnds(below: space.nodeCount)
        try worker.scratch.addPath(between: ends, to: sums, &stream, context)
      }
    }
  }

  private func checkParameters() throws(AlgorithmError) {
    guard epsilon >= 1e-6 && epsilon <= 1 else {
      throw .invalidParameter(name: "epsilon", value: "\(epsilon)", needed: "a number from 0.000001 to 1")
    }
    guard delta >= 1e-12 && delta < 1 else {
      throw .invalidParameter(name: "delta", value: "\(delta)", needed: "a number from 1e-12 to below 1")
    }
  }

  /// How many paths to draw.
  private func sampleSize(longest: Int, nodeCount: Int) throws(AlgorithmError) -> Int {
    guard longest > 2 else { return 0 }
    let inside = longest - 2
    let doublings = Double(Int.bitWidth - 1 - inside.leadingZeroBitCount)
    let error = epsilon * Double(nodeCount - 2) / Double(nodeCount)
    let size = (doublings + 1 + ElementaryFunctions.logarithm(1 / delta)) / (2 * error * error)
    guard size <= 1e9 else {
      throw .limitExceeded(
        what: "an error of \(epsilon)", needed: "\(size.rounded(.up)) paths",
        limit: "1e9 paths; allow a larger error, or use betweenness")
    }
    return Int(size.rounded(.up))
  }

  /// An upper bound on the number of nodes of a shortest path.
  private func nodesOnLongestPath(
    _ graph: CSRGraph, _ space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> Int {
    let components = try WeakComponents().run(on: graph, in: context).members()
    guard !graph.isDirected && space.costs.isEmpty else { return components.map(\.count).max() ?? 0 }
    var search = DistanceSearch(space)
    var longest = 0
    for component in components where component.count > longest {
      try search.run(from: component[0], in: space, context)
      longest = max(longest, min(component.count, 2 * Int(search.farthest) + 1))
    }
    return longest
  }
}

extension SeededGenerator {
  /// Two different nodes, every ordered pair equally likely.
  fileprivate mutating func nextEnds(below nodeCount: Int) -> NodePair {
    let source = nextIndex(below: nodeCount)
    let other = nextIndex(below: nodeCount - 1)
    return NodePair(source, other < source ? other : other + 1)
  }
}

extension SparseSums {
  /// Counts a path at a node.
  func addOne(to node: Int) {
    self[node] += 1
    mark(node)
  }
}

/// Draws random shortest paths by length.
private struct PathSampler: ~Copyable {
  /// The arcs that arrive at each node.
  private let arrivals: PathSpace
  private var paths: PathCounts

  init(_ space: PathSpace, _ arrivals: PathSpace) {
    self.arrivals = arrivals
    paths = PathCounts(space)
  }

  /// Adds 1 for every node inside a random shortest path between two different nodes, and nothing where no way leads.
  mutating func addPath(
    between ends: NodePair, to sums: borrowing SparseSums, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    try paths.run(from: ends.source, context)
    guard paths.search.distances[ends.target] < .infinity else { return }
    var node = ends.target
    while node != ends.source {
      node = nodeBefore(node, &random)
      if node != ends.source { sums.addOne(to: node) }
    }
  }

  /// A node from which shortest paths come to this one, as likely as there are paths by way of it.
  private func nodeBefore(_ node: Int, _ random: inout SeededGenerator) -> Int {
    let bound = paths.search.distances[node]
    var rest = random.nextUnit() * paths.counts[node]
    var chosen = node
    for arc in arrivals.arcs.range(of: node) {
      let before = Int(arrivals.arcs.targets[arc])
      let distance = paths.search.distances[before]
      guard distance < bound && distance + arrivals.cost(ofArc: arc) <= bound * PathTies.factor else { continue }
      chosen = before
      rest -= paths.counts[before]
      if rest < 0 { break }
    }
    return chosen
  }
}
