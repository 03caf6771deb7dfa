import GraphCore

/// Counts the pairs of nodes by how they are tied: both ways, one way, not at all.
///
///     M + A + N = n (n − 1) / 2
///
/// **Reading.** Whether ties are returned. Many asymmetric pairs mean rank or one-sided dependence, or a record that
/// names only one side.
///
/// **Graph.** Parallel edges count once, self-loops never. In an undirected graph every tie is mutual. Signs are
/// ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers from 0.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at every run.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 0), NodePair(1, 2)]
/// try DyadCensus().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true))     // 1 mutual, 1 asymmetric, 1 null
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: P. W. Holland, S. Leinhardt, American J. Sociology 76 (1970) 492–513, doi:10.1086/224954.
/// - SeeAlso: ``Reciprocity``, ``TriadCensus``
public struct DyadCensus: GraphAlgorithm, DescribedAlgorithm {
  /// The census; it has no options.
  public init() {}

  /// What the census is.
  package static let summary = AlgorithmSummary(
    id: "dyad-census", title: "Dyad census", family: .structure,
    meaning: "How many pairs of actors are tied both ways, one way, not at all.",
    formula: "M + A + N = n (n - 1) / 2", signs: .ignored, complexity: "O(n + m) time and memory",
    source: "P. W. Holland, S. Leinhardt, American J. Sociology 76 (1970) 492-513, doi:10.1086/224954")

  /// No options.
  package static let parameters: [Parameter<DyadCensus>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The counts.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DyadCounts {
    try context.checkCancellation()
    let ties = try MergedTies(graph, context)
    let mutual = ties.ways.count { $0 == MergedTies.mutual } / 2
    let pairs = graph.nodeCount * max(graph.nodeCount - 1, 0) / 2
    return DyadCounts(mutual: mutual, asymmetric: ties.pairCount - mutual, null: pairs - ties.pairCount)
  }
}

/// Pairs of nodes by how they are tied.
public struct DyadCounts: Sendable, Hashable {
  /// Pairs tied both ways.
  public let mutual: Int
  /// Pairs tied one way.
  public let asymmetric: Int
  /// Pairs not tied.
  public let null: Int

  /// Counts of pairs.
  package init(mutual: Int, asymmetric: Int, null: Int) {
    self.mutual = mutual
    self.asymmetric = asymmetric
    self.null = null
  }
}
