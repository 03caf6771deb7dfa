import GraphCore

/// Finds the nodes whose removal breaks the network most: the negative key player problem.
///
/// With the key players taken out, over the n ordered pairs of nodes that are left:
///
///     distance:      1 − Σ 1 / d(u, v) / n        an unreachable v adds 0
///     reachability:  1 − (pairs that can reach one another) / n
///
/// **Reading.** Whom to lose would hurt the whole most, taken together: two brokers for the same gap count once. It
/// says nothing about who would step in.
///
/// **Graph.** Directed edges are followed forward; undirected both ways. Self-loops and parallel edges change nothing.
/// Signs are ignored: a hostile tie connects like a friendly one; leave such ties out in the projection.
///
/// **Weights.** `metric`: steps, or lengths, where larger is farther. Lengths of 0 are refused. With lengths below 1
/// the distance form can fall below 0.
///
/// **Range.** From 0, everybody adjacent to everybody, to 1, nothing connected; 1 too when fewer than two nodes are
/// left. The value holds for the nodes left, so that sets of different sizes compare as published.
///
/// **Precision.** Exact when ``KeyPlayers/isExact``: all sets of the size were compared. Else no exchange of a member
/// for another node is better.
///
/// **Repeatability.** The same bits at any thread count; of equal sets the first in order counts. Restarts are drawn
/// from `seed`.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3)], isDirected: false)
/// try KeyPlayerFragmentation(size: 1).run(on: star).members     // [0]
/// ```
///
/// - Complexity: O(n (n + m)) time for each set; size × n sets for each round of exchanges. O(n + m) memory a thread.
/// - Source: S. P. Borgatti, Computational and Mathematical Organization Theory 12 (2006) 21–34,
///   doi:10.1007/s10588-006-7084-x.
/// - SeeAlso: ``KeyPlayerReach``, ``Betweenness``
public struct KeyPlayerFragmentation: GraphAlgorithm, DescribedAlgorithm {
  /// What is left of the connections between the others.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// Longer ways count as losses too.
    case distance
    /// Only lost connections count.
    case reachability
  }

  /// How many key players to find.
  package var size: Int
  /// What counts as breaking.
  package var scale: Scale
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
  ///   - scale: What counts as breaking.
  ///   - metric: What a step along a path costs.
  ///   - exactLimit: Up to how many sets all are compared.
  ///   - restarts: How many random sets to start from besides the greedy one.
  ///   - seed: Seed of the random sets.
  public init(
    size: Int, scale: Scale = .distance, metric: PathMetric = .steps, exactLimit: Int = 10_000, restarts: Int = 0,
    seed: UInt64 = 0
  ) {
    self.size = size
    self.scale = scale
    self.metric = metric
    self.exactLimit = exactLimit
    self.restarts = restarts
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "key-player-fragmentation", title: "Key players (fragmentation)", family: .keyPlayers,
    meaning: "Which actors together hold the network together: without them it breaks most.",
    formula: "maximise 1 - (sum of 1 / d(u, v) over the nodes left) / (their ordered pairs)", signs: .ignored,
    complexity: "O(n (n + m)) time for each set, size x n sets for each round",
    source: "S. P. Borgatti, Comput. Math. Organ. Theory 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x")

  /// The options by name.
  package static let parameters: [Parameter<KeyPlayerFragmentation>] = [
    .integer("size", \.size, in: 1...Int.max, "How many key players to find."),
    .choice("scale", \.scale, "Whether longer ways count as losses (distance) or only lost ones (reachability)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
    .integer("exact-limit", \.exactLimit, in: 0...Int.max, "Up to how many sets all are compared."),
    .integer("restarts", \.restarts, in: 0...Int.max, "How many random sets to start from besides the greedy one."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The key players and the fragmentation without them.
  /// - Throws: `.invalidParameter` for a size that is not from 1 to the number of nodes, or another option out of its
  ///   range; `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is 0,
  ///   negative, not finite, or too small to divide by; `.limitExceeded` when lengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> KeyPlayers {
    let search = KeySetSearch(
      nodeCount: graph.nodeCount, size: size, exactLimit: exactLimit, restarts: restarts, seed: seed)
    try search.check()
    _ = try PathSpace(graph, .out, metric, allowingZero: false)
    return try search.best(context, makeWorker: { Worker(()) }) { (_, members) throws(AlgorithmError) in
      try fragmentation(of: graph, without: members, context)
    }
  }

  private func fragmentation(
    of graph: CSRGraph, without members: [Int], _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    let left = Double(graph.nodeCount - members.count)
    guard left > 1 else { return 1 }
    let space = try PathSpace(Self.remainder(of: graph, without: members), .out, metric, allowingZero: false)
    var search = DistanceSearch(space)
    var sum = 0.0
    for source in 0..<space.nodeCount where !members.contains(source) {
      try search.run(from: source, in: space, context)
      let reach = search.reach()
      sum += scale == .distance ? reach.harmonicSum : Double(reach.count)
    }
    try Reach.checkSums(inverses: sum, on: graph)
    return 1 - sum / (left * (left - 1))
  }

  /// The graph without the ties of some nodes.
  private static func remainder(of graph: CSRGraph, without members: [Int]) -> CSRGraph {
    var builder = GraphBuilder(nodeCount: graph.nodeCount, isDirected: graph.isDirected)
    var isOut = [Bool](repeating: false, count: graph.nodeCount)
    for member in members { isOut[member] = true }
    var lengths: [Double] = []
    for node in 0..<graph.nodeCount where !isOut[node] {
      for arc in graph.out.range(of: node) {
        let other = Int(graph.out.targets[arc])
        guard !isOut[other] && (graph.isDirected ? other != node : other > node) else { continue }
        builder.addEdge(from: node, to: other)
        if let column = graph.lengths { lengths.append(column[graph.out.edge(ofArc: arc)]) }
      }
    }
    return builder.build(columns: EdgeColumns(lengths: graph.lengths == nil ? nil : lengths)).graph
  }
}
