import GraphCore

/// Measures how often two who have a neighbour in common are neighbours themselves, over the whole graph.
///
///     C = 3 × triangles / paths of two steps
///
/// **Reading.** Whether the network consists of closed circles (near 1) or of open stars and chains (near 0). Actors
/// with many ties weigh most; the mean of ``LocalClustering`` weighs all actors alike, and may say the opposite.
///
/// **Graph.** Direction, self-loops and parallel edges make no difference. Signs are ignored.
///
/// **Range.** From 0 to 1. Without a path of two steps it is 0, and `connectedTriples` says so.
///
/// **Precision.** Counts are exact.
///
/// **Other programs.** NetworkX agrees; igraph gives no number where there is no path of two steps.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
/// try Transitivity().run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false)).transitivity     // 0.6
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: M. E. J. Newman, D. J. Watts, S. H. Strogatz, PNAS 99 (2002) 2566–2572, doi:10.1073/pnas.012582999.
/// - SeeAlso: ``LocalClustering``, ``Triangles``
public struct Transitivity: GraphAlgorithm {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  public static let summary = AlgorithmSummary(
    id: "transitivity", title: "Transitivity (global clustering)", family: .structure,
    meaning: "How often two who deal with a third deal with one another.",
    formula: "C = 3 x triangles / paths of two steps", signs: .ignored,
    complexity: "O(m sqrt m) time, O(n + m) memory",
    source: "M. E. J. Newman, D. J. Watts, S. H. Strogatz, PNAS 99 (2002) 2566-2572, doi:10.1073/pnas.012582999")

  /// No options.
  public static let parameters: [Parameter<Transitivity>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The share and the counts behind it.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> TransitivityCount {
    try context.checkCancellation()
    let ties = try MergedTies(graph, context)
    let corners = try TriangleSums(ties).sums(of: .one, in: context).reduce(0, +)
    var triples = 0.0
    for node in 0..<graph.nodeCount {
      let degree = Double(ties.degree(of: node))
      triples += degree * (degree - 1) / 2
    }
    return TransitivityCount(
      transitivity: triples > 0 ? corners / triples : 0, triangles: corners / 3, connectedTriples: triples)
  }
}

/// How many paths of two steps are closed.
public struct TransitivityCount: Sendable, Hashable {
  /// The share that is closed, from 0 to 1.
  public let transitivity: Double
  /// How many triangles there are.
  public let triangles: Double
  /// How many paths of two steps there are; each triangle has three.
  public let connectedTriples: Double

  /// A share and its counts.
  public init(transitivity: Double, triangles: Double, connectedTriples: Double) {
    self.transitivity = transitivity
    self.triangles = triangles
    self.connectedTriples = connectedTriples
  }
}
