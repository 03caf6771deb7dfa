import GraphCore

/// Counts for each node the triangles it is a corner of.
///
///     t(v) = number of pairs of neighbours of v that are neighbours of one another
///
/// **Reading.** How many closed groups of three an actor belongs to; with ``LocalClustering`` beside it, which relates
/// them to what there could be.
///
/// **Graph.** Direction is ignored: two nodes are neighbours when any edge joins them. Self-loops and parallel edges
/// add nothing. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers from 0 to (n − 1)(n − 2) / 2; they add up to three times the number of triangles.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same bits at any thread count.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
/// try Triangles().run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false)).values     // [1, 1, 1, 0]
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: M. Latapy, Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
/// - SeeAlso: ``LocalClustering``, ``Transitivity``
public struct Triangles: NodeMeasure {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "triangles", title: "Triangles", family: .structure,
    meaning: "How many closed groups of three an actor belongs to.",
    formula: "t(v) = number of pairs of neighbours of v that are neighbours", signs: .ignored,
    complexity: "O(m sqrt m) time, O(n + m) memory",
    source: "M. Latapy, Theoretical Computer Science 407 (2008) 458-473, doi:10.1016/j.tcs.2008.07.017")

  /// No options.
  package static let parameters: [Parameter<Triangles>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One count for each node, on the scale `count`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try context.checkCancellation()
    let values = try TriangleSums(MergedTies(graph, context)).sums(of: .one, in: context)
    return NodeScores(values: values, measure: Self.summary.id, scale: "count")
  }
}
