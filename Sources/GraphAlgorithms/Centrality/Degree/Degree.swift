import GraphCore

/// Counts the ties of each node.
///
///     deg(v) = number of edges that leave v, arrive at v, or both
///
/// **Reading.** How many dealings an actor has; the first thing to look at, and the yardstick for everything else. It
/// says nothing about how strong the ties are, and nothing about the rest of the network.
///
/// **Graph.** Directed: `direction` says which edges count; `all` is in plus out, so that two actors who name each
/// other count two. Undirected: direction makes no difference. Parallel edges count each. A self-loop adds 1 to the
/// in-degree and 1 to the out-degree, and 2 to the degree of an undirected graph. Signs are ignored.
///
/// **Weights.** None: every edge counts 1. ``Strength`` adds up what they weigh.
///
/// **Range.** Whole numbers from 0; they add up to m for `in` and for `out`, to 2m for `all` and for undirected graphs.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at every run and under any order of the input.
///
/// **Other programs.** NetworkX and igraph count alike, self-loops included.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Degree().run(on: chain).values     // [1, 2, 1]
/// ```
///
/// - Complexity: O(n) time and memory.
/// - Source: L. C. Freeman, Social Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7.
/// - SeeAlso: ``Strength``, ``SignedStrength``
public struct Degree: NodeMeasure {
  /// Which edges of a node count.
  package var direction: EdgeDirection

  package init() { self.init(direction: .all) }

  /// Degree with all edges, unless said otherwise.
  ///
  /// - Parameter direction: Which edges of a node count.
  public init(direction: EdgeDirection = .all) { self.direction = direction }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "degree", title: "Degree", family: .degree,
    meaning: "How many ties an actor has.",
    formula: "deg(v) = number of edges at v", signs: .ignored, complexity: "O(n) time and memory",
    source: "L. C. Freeman, Social Networks 1 (1978) 215-239, doi:10.1016/0378-8733(78)90021-7")

  /// The options by name.
  package static let parameters: [Parameter<Degree>] = [
    .choice("direction", \.direction, "Count edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One count for each node, on the scale `count`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try context.checkCancellation()
    let counts = (0..<graph.nodeCount).map { node in
      switch direction {
      case .all where graph.isDirected: Double(graph.out.count(of: node) + graph.incoming.count(of: node))
      case .in: Double(graph.incoming.count(of: node))
      default: Double(graph.out.count(of: node))
      }
    }
    return NodeScores(
      values: counts, measure: Self.summary.id, scale: "count", direction: graph.effective(direction))
  }
}
