import GraphCore

/// Scores a group of nodes by the share of shortest paths between others that pass through at least one of them.
///
/// With *C* the group:
///
///     b(C) = Σ σ(s, t | C) / σ(s, t)        s, t ∉ C,  s ≠ t,  σ(s, t) > 0
///
/// **Reading.** How much of the dealings between outsiders a team could watch or block together. Because members may
/// sit on the same paths, it is less than the sum of their own scores.
///
/// **Graph.** Directed: ordered pairs, edges followed forward. Undirected: each unordered pair once. Self-loops never
/// lie on a path; parallel edges count as separate paths. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length: larger is farther. A length must be above
/// 0 and above 1e-11 of the distances, as for ``Betweenness``.
///
/// **Range.** `pairs`: from 0 to the number of pairs of outsiders. `fraction`: divided by that number, 0 to 1; 0 where
/// there are none. An empty group scores 0, a group of one as in ``Betweenness``.
///
/// **Precision.** Path counts are floating point, exact to 2⁵³; lengths within a relative 1e-12 tie.
///
/// **Repeatability.** The same bits at any thread count and any order of the input, the list of members included.
///
/// **Other programs.** NetworkX 3.6.1 agrees on undirected graphs; on directed graphs with several members it gives
/// other numbers than its own definition, which is this one. The tests check it path by path.
///
/// ```swift
/// let chain = CSRGraph(
///   nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3)], isDirected: false)
/// try GroupBetweenness(of: [1, 2], scale: .pairs).run(on: chain).value     // 1
/// ```
///
/// - Complexity: O(n (n + m)) time for steps, O(n (n + m) log n) for lengths; O(n) memory for each thread.
/// - Source: M. G. Everett, S. P. Borgatti, J. Math. Sociology 23 (1999) 181–201,
///   doi:10.1080/0022250X.1999.9990219.
/// - SeeAlso: ``Betweenness``, ``SubsetBetweenness``
public struct GroupBetweenness: GraphAlgorithm, DescribedAlgorithm {
  /// The nodes of the group; a node named twice counts once.
  package var members: [Int]
  /// How the sum over pairs is scaled.
  package var scale: Betweenness.Scale
  /// What a step along a path costs.
  package var metric: PathMetric

  /// Betweenness of a group.
  ///
  /// - Parameters:
  ///   - members: The nodes of the group; a node named twice counts once.
  ///   - scale: How the sum over pairs is scaled.
  ///   - metric: What a step along a path costs.
  public init(of members: [Int], scale: Betweenness.Scale = .fraction, metric: PathMetric = .automatic) {
    self.members = members
    self.scale = scale
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "group-betweenness", title: "Group betweenness", family: .betweenness,
    meaning: "How much of the shortest ways between outsiders passes through a group.",
    formula: "b(C) = sum over s, t outside C of sigma(s, t | C) / sigma(s, t)", signs: .ignored,
    complexity: "O(n (n + m)) time for steps, times log n for lengths; O(n) memory for each thread",
    source: "M. G. Everett, S. P. Borgatti, J. Math. Sociology 23 (1999) 181-201, doi:10.1080/0022250X.1999.9990219")

  /// The options by name.
  package static let parameters: [Parameter<GroupBetweenness>] = [
    .nodes("group", \.members, "The actors that make up the group."),
    .choice("scale", \.scale, "Share of the pairs of outsiders (fraction) or their number (pairs)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Members are nodes of the graph.
  /// - Returns: The score of the group.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or vanishing beside the distances; `.limitExceeded` when paths are too many to count or
  ///   lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GroupScore {
    let space = try PathSpace(graph, .out, metric, allowingZero: false)
    var isMember = [Bool](repeating: false, count: graph.nodeCount)
    for member in members {
      graph.checkNode(member)
      isMember[member] = true
    }
    let marks = isMember
    let outsiders = marks.indices.filter { !marks[$0] }
    let sum = try context.orderedSum(
      over: outsiders.count, width: 1, makeWorker: { Worker(GroupPass(space, marks)) }
    ) { (worker: Worker<GroupPass>, positions, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for position in positions { sums[0] += try worker.scratch.share(from: outsiders[position], context) }
    }[0]
    let ordered = Double(outsiders.count) * Double(outsiders.count - 1)
    let divisor = scale == .fraction ? ordered : graph.isDirected ? 1 : 2
    return GroupScore(
      value: divisor > 0 ? sum / divisor : 0, members: marks.indices.filter { marks[$0] }, scale: scale.rawValue,
      weights: space.weights)
  }
}

/// A number for a group of nodes, with what it needs to be read alone.
public struct GroupScore: Sendable, Hashable {
  /// The score.
  public let value: Double
  /// The nodes of the group, in ascending order.
  public let members: [Int]
  /// The scale the value is on.
  public let scale: String
  /// Which column weighed the edges; `nil` where every edge counted the same.
  package let weights: EdgeColumn?

  /// The score of a run.
  package init(value: Double, members: [Int], scale: String, weights: EdgeColumn? = nil) {
    self.value = value
    self.members = members
    self.scale = scale
    self.weights = weights
  }
}

/// The pass over one source: for each node the paths that met the group on their way.
private struct GroupPass: ~Copyable {
  private let isMember: [Bool]
  private var paths: PathCounts
  private let through: Buffer<Double>

  init(_ space: PathSpace, _ isMember: [Bool]) {
    self.isMember = isMember
    paths = PathCounts(space)
    through = Buffer(repeating: 0, count: space.nodeCount)
  }

  /// Over all outsiders, the share of the shortest paths from a source to them that meet the group.
  mutating func share(from source: Int, _ context: RunContext) throws(AlgorithmError) -> Double {
    try paths.run(from: source, context)
    let arcs = paths.space.arcs
    let arcCosts = paths.space.costs
    let targets = arcs.targets.span
    let costs = arcCosts.span
    let hasCosts = !costs.isEmpty
    for position in 0..<paths.search.reachedCount { through[paths.search.order[position]] = 0 }
    var sum = 0.0
    for position in 0..<paths.search.reachedCount {
      let node = Int(paths.search.order[position])
      let distance = paths.search.distances[node]
      if !isMember[node] { sum += through[node] / paths.counts[node] }
      let passing = isMember[node] ? paths.counts[node] : through[node]
      for arc in arcs.range(of: node) {
        let next = Int(targets[unchecked: arc])
        let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
        if reach <= paths.search.distances[next] * PathTies.factor { through[next] += passing }
      }
    }
    return sum
  }
}
