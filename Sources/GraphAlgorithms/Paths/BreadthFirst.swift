import GraphCore

/// Finds the fewest steps from one node to every other.
///
///     d(s, v) = least number of edges on a path s → v
///
/// **Reading.** Who is one handshake away, who two, and through whom. Every tie counts the same, however strong.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops and parallel edges change no distance. Signs
/// are ignored: a hostile tie is a step like any other.
///
/// **Weights.** None: every edge is one step. ``Dijkstra`` takes lengths.
///
/// **Range.** Whole numbers from 0; infinity where no way leads.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Among ways of equally many steps, a node's parent is the one whose edge has the smallest number;
/// edge numbers do not depend on the order of the input (see `CSRGraph`).
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try BreadthFirst(from: 0).run(on: chain).distances     // [0, 1, 2]
/// ```
///
/// - Complexity: O(n + m) time, O(n) memory.
/// - Source: E. F. Moore, The shortest path through a maze, Proc. Int. Symp. Switching Theory (1959) 285–292.
/// - SeeAlso: ``Dijkstra``, ``AllShortestPaths``
public struct BreadthFirst: GraphAlgorithm, DescribedAlgorithm {
  /// Where all ways start.
  package var source: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection

  /// A search from a node.
  ///
  /// - Parameters:
  ///   - source: Where all ways start.
  ///   - direction: Which way edges are followed.
  public init(from source: Int, direction: EdgeDirection = .out) {
    self.source = source
    self.direction = direction
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "breadth-first", title: "Breadth-first search", family: .paths,
    meaning: "How few steps lead from one actor to every other, and through whom.",
    formula: "d(s, v) = least number of edges on a path from s to v",
    signs: .ignored, complexity: "O(n + m) time, O(n) memory",
    source: "E. F. Moore, Proc. Int. Symp. Switching Theory (1959) 285-292")

  /// The options by name.
  package static let parameters: [Parameter<BreadthFirst>] = [
    .node("from", \.source, "The actor that ways start from."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: Distances in steps, and each node's parent.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> PathTree {
    graph.checkNode(source)
    if !graph.isDirected || direction != .all {
      let forward = graph.adjacency(direction)
      var search = DirectionOptimizingSearch(forward)
      return try search.run(from: source, along: forward, against: graph.adjacency(direction.opposite), context)
    }
    let space = try PathSpace(graph, direction, .steps, allowingZero: true)
    var search = DistanceSearch(space)
    try search.run(from: source, in: space, context)
    return search.tree(from: source, in: space)
  }
}
