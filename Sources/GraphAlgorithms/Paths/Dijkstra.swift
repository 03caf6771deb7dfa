import GraphCore

/// Finds the least length of a way from one node to every other.
///
///     d(s, v) = min over paths s → v of Σ length(e)
///
/// **Reading.** How far everybody is from one actor, and along which ties. What "far" means is decided by the
/// projection that made the lengths.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops never lie on a shortest way; of parallel edges
/// the shortest counts. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs its length or one step. Lengths of 0 are allowed, negative ones
/// are not.
///
/// **Range.** From 0, in the unit of the lengths; infinity where no way leads.
///
/// **Precision.** Distances are sums taken from the source on. Lengths within a relative 1e-12 tie.
///
/// **Repeatability.** Among tied ways, a node's parent is the one whose edge has the smallest number.
///
/// ```swift
/// let chain = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false, columns: EdgeColumns(lengths: [2, 0.5]))
/// try Dijkstra(from: 0).run(on: chain).distances     // [0, 2, 2.5]
/// ```
///
/// - Complexity: O(n + m + distance / shortest edge) time where no edge is more than some 16,000 times as long as the
///   shortest, else O((n + m) log n); O(n + m) time for steps; O(n + m) memory.
/// - Source: E. W. Dijkstra, Numerische Mathematik 1 (1959) 269–271, doi:10.1007/BF01386390.
/// - SeeAlso: ``BreadthFirst``, ``KShortestPaths``
public struct Dijkstra: GraphAlgorithm, DescribedAlgorithm {
  /// Where all ways start.
  package var source: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric

  /// A search from a node.
  ///
  /// - Parameters:
  ///   - source: Where all ways start.
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  public init(from source: Int, direction: EdgeDirection = .out, metric: PathMetric = .automatic) {
    self.source = source
    self.direction = direction
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "dijkstra", title: "Shortest paths from one node", family: .paths,
    meaning: "How far every actor is from one, and along which ties.",
    formula: "d(s, v) = min over paths s -> v of the sum of lengths",
    signs: .ignored, complexity: "O((n + m) log n) time, O(n + m) memory",
    source: "E. W. Dijkstra, Numerische Mathematik 1 (1959) 269-271, doi:10.1007/BF01386390")

  /// The options by name.
  package static let parameters: [Parameter<Dijkstra>] = [
    .node("from", \.source, "The actor that ways start from."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: Distances, and each node's parent.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is
  ///   negative or not finite; `.limitExceeded` when the lengths add up to more than the largest number;
  ///   `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> PathTree {
    graph.checkNode(source)
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    if var search = BucketSearch(space, keepsArcs: true), try search.run(from: source, in: space, context) {
      return search.tree(from: source, in: space)
    }
    var search = DistanceSearch(space)
    try search.run(from: source, in: space, context)
    return search.tree(from: source, in: space)
  }

  /// The distances of a run without the ways, for callers who need no more.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: The `distances` of the tree that ``run(on:in:)`` gives, to the last bit.
  /// - Throws: As ``run(on:in:)``.
  package func distances(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> [Double] {
    graph.checkNode(source)
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    if var search = BucketSearch(space, keepsArcs: false), try search.run(from: source, in: space, context) {
      return search.allDistances()
    }
    var search = DistanceSearch(space)
    try search.run(from: source, in: space, context)
    return search.distances.array()
  }
}
