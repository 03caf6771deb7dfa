import GraphCore

/// Finds the nodes that together reach the others best: the positive key player problem.
///
/// With d(K, v) the distance from the nearest key player, over all n nodes:
///
///     distance:  Σ 1 / d(K, v) / n        a key player counts 1, an unreachable v counts 0
///     steps:     (nodes within `steps` of a key player, themselves included) / n
///
/// **Reading.** Whom to tell if a message shall reach all, or whom to watch to hear of everything. Taken together: two
/// actors who reach the same others are worth no more than one.
///
/// **Graph.** `direction` says whether key players reach (`out`) or are reached (`in`). Self-loops and parallel edges
/// change nothing. Signs are ignored; leave hostile ties out in the projection where they carry nothing.
///
/// **Weights.** `metric`: steps, or lengths, where larger is farther; with lengths `steps` is a length too. Lengths
/// of 0 are refused. A node nearer than 1 counts 1, so that lengths below 1 give no extra credit.
///
/// **Range.** From 0 to 1.
///
/// **Precision.** Exact when ``KeyPlayers/isExact``: all sets of the size were compared. Else no exchange of a member
/// for another node is better.
///
/// **Repeatability.** The same bits at any thread count; of equal sets the first in order counts. Restarts are drawn
/// from `seed`.
///
/// ```swift
/// let path = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try KeyPlayerReach(size: 1).run(on: path).members     // [1]
/// ```
///
/// - Complexity: O(size (n + m)) time for each set; size × n sets for each round of exchanges. O(n) memory a thread.
/// - Source: S. P. Borgatti, Computational and Mathematical Organization Theory 12 (2006) 21–34,
///   doi:10.1007/s10588-006-7084-x.
/// - SeeAlso: ``KeyPlayerFragmentation``, ``VoteRank``
public struct KeyPlayerReach: GraphAlgorithm, DescribedAlgorithm {
  /// What counts as reached.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// Nearer nodes count more.
    case distance
    /// Nodes within a number of steps count, others do not.
    case steps
  }

  /// How many key players to find.
  package var size: Int
  /// What counts as reached.
  package var scale: Scale
  /// How far the reach goes on the scale `steps`.
  package var steps: Int
  /// Whether key players reach others or are reached by them.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric
  /// Up to how many sets all are compared.
  package var exactLimit: Int
  /// How many random sets to start from besides the greedy one.
  package var restarts: Int
  /// Seed of the random sets.
  package var seed: UInt64

  /// A search for a number of key players.
  ///
  /// - Parameters:
  ///   - size: How many key players to find.
  ///   - scale: What counts as reached.
  ///   - steps: How far the reach goes on the scale `steps`.
  ///   - direction: Whether key players reach others or are reached by them.
  ///   - metric: What a step along a path costs.
  ///   - exactLimit: Up to how many sets all are compared.
  ///   - restarts: How many random sets to start from besides the greedy one.
  ///   - seed: Seed of the random sets.
  public init(
    size: Int, scale: Scale = .distance, steps: Int = 1, direction: EdgeDirection = .out, metric: PathMetric = .steps,
    exactLimit: Int = 10_000, restarts: Int = 0, seed: UInt64 = 0
  ) {
    self.size = size
    self.scale = scale
    self.steps = steps
    self.direction = direction
    self.metric = metric
    self.exactLimit = exactLimit
    self.restarts = restarts
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "key-player-reach", title: "Key players (reach)", family: .keyPlayers,
    meaning: "Which actors together reach all others soonest.",
    formula: "maximise (sum of 1 / d(K, v)) / n, or the share of nodes within some steps of K", signs: .ignored,
    complexity: "O(size (n + m)) time for each set, size x n sets for each round",
    source: "S. P. Borgatti, Comput. Math. Organ. Theory 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x")

  /// The options by name.
  package static let parameters: [Parameter<KeyPlayerReach>] = [
    .integer("size", \.size, in: 1...Int.max, "How many key players to find."),
    .choice("scale", \.scale, "Whether nearer nodes count more (distance), or all within some steps (steps)."),
    .integer("steps", \.steps, in: 0...Int.max, "How far the reach goes on the scale steps."),
    .choice("direction", \.direction, "Whether key players reach (out) or are reached (in)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
    .integer("exact-limit", \.exactLimit, in: 0...Int.max, "Up to how many sets all are compared."),
    .integer("restarts", \.restarts, in: 0...Int.max, "How many random sets to start from besides the greedy one."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The key players and how well they reach the others.
  /// - Throws: `.invalidParameter` for a size that is not from 1 to the number of nodes, or another option out of its
  ///   range; `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative or not finite; `.limitExceeded` when lengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> KeyPlayers {
    let search = KeySetSearch(
      nodeCount: graph.nodeCount, size: size, exactLimit: exactLimit, restarts: restarts, seed: seed)
    try search.check()
    guard steps >= 0 else {
      throw .invalidParameter(name: "steps", value: "\(steps)", needed: "a whole number from 0")
    }
    let space = try PathSpace(graph, direction, metric, allowingZero: false)
    return try search.best(context, makeWorker: { Worker(NearestSearch(space)) }) {
      (worker, members) throws(AlgorithmError) in
      let nearest = try worker.scratch.distances(from: members, in: space, context)
      let sum = nearest.reduce(0.0) { sum, distance in
        sum + (scale == .distance ? 1 / max(distance, 1) : distance <= Double(steps) ? 1 : 0)
      }
      return sum / Double(space.nodeCount)
    }
  }
}

/// Distances from the nearest of several nodes.
private struct NearestSearch: ~Copyable {
  private var search: DistanceSearch

  init(_ space: PathSpace) { search = DistanceSearch(space) }

  mutating func distances(
    from sources: [Int], in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    var nearest = [Double](repeating: .infinity, count: space.nodeCount)
    for source in sources {
      try search.run(from: source, in: space, context)
      for position in 0..<search.reachedCount {
        let node = Int(search.order[position])
        nearest[node] = min(nearest[node], search.distances[node])
      }
    }
    return nearest
  }
}
