import GraphCore

/// Finds every shortest path between two nodes, and how many there are.
///
///     paths s → t whose Σ length(e) is d(s, t), the least there is
///
/// **Reading.** Whether dealings between two actors hang on one chain of go-betweens or can take many equally short
/// ways.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops never lie on a path. Parallel edges of equal
/// length make separate paths, as in ``Betweenness``. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length. A length must be above 0, and above
/// 1e-11 of the distances, or there would be no telling ties from differences.
///
/// **Range.** From no path (unreachable) up. From a node to itself there is one path, of that node alone.
///
/// **Precision.** Lengths within a relative 1e-12 tie. The count is exact to 2⁵³, then rounded; more than 1.8e308
/// paths are refused.
///
/// **Repeatability.** Paths come in the order of the node numbers they pass, like words in a dictionary; paths over
/// the same nodes in the order of their edge numbers.
///
/// ```swift
/// let square = CSRGraph(
///   nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 3), NodePair(2, 3)], isDirected: false)
/// try AllShortestPaths(from: 0, to: 3).run(on: square).paths.map(\.nodes)     // [[0, 1, 3], [0, 2, 3]]
/// ```
///
/// - Complexity: O((n + m) log n) time for the search (O(n + m) for steps), then time proportional to the arcs at
///   the nodes of the paths listed; O(n + m) memory.
/// - Source: distances by E. W. Dijkstra, Numerische Mathematik 1 (1959) 269–271, doi:10.1007/BF01386390; counts as in
///   U. Brandes, J. Math. Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249.
/// - SeeAlso: ``KShortestPaths``, ``Betweenness``
public struct AllShortestPaths: GraphAlgorithm, DescribedAlgorithm {
  /// The shortest paths between two nodes.
  public struct Result: Sendable, Hashable {
    /// Their common length; infinity where no way leads.
    public let length: Double
    /// How many there are in all.
    public let count: Double
    /// The first of them.
    public let paths: [Path]
  }

  /// Where the paths start.
  package var source: Int
  /// Where the paths end.
  package var target: Int
  /// How many paths to list at most; all are counted.
  package var limit: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric

  /// The shortest paths from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where the paths end.
  ///   - limit: How many paths to list at most; all are counted.
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  public init(
    from source: Int, to target: Int, limit: Int = 100, direction: EdgeDirection = .out,
    metric: PathMetric = .automatic
  ) {
    self.source = source
    self.target = target
    self.limit = limit
    self.direction = direction
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "all-shortest-paths", title: "All shortest paths", family: .paths,
    meaning: "Every shortest way between two actors, and how many there are.",
    formula: "paths s -> t with the sum of lengths = d(s, t)", signs: .ignored,
    complexity: "O((n + m) log n) time, then by the size of the paths listed; O(n + m) memory",
    source: "U. Brandes, J. Math. Sociology 25 (2001) 163-177, doi:10.1080/0022250X.2001.9990249")

  /// The options by name.
  package static let parameters: [Parameter<AllShortestPaths>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .integer("limit", \.limit, in: 0...Int.max, "How many paths to list at most."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Both ends are nodes of the graph.
  /// - Returns: The paths, their length and their number.
  /// - Throws: `.invalidParameter` for a negative limit; `.missingColumn` when lengths were asked for and there are
  ///   none; `.unfitValue` for a length that is 0, negative, not finite, or vanishing beside the distances;
  ///   `.limitExceeded` when paths are too many to count or lengths too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Result {
    graph.checkNode(source)
    graph.checkNode(target)
    guard limit >= 0 else {
      throw .invalidParameter(name: "limit", value: "\(limit)", needed: "a whole number from 0")
    }
    let routes = try ShortestRoutes(to: target, on: graph, direction, metric, context)
    return Result(
      length: routes.distance(from: source), count: try routes.count(from: source, context),
      paths: try routes.paths(from: source, atMost: limit, context))
  }
}
