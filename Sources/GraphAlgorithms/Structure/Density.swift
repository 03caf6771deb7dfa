import GraphCore

/// Measures how many of the possible ties are there.
///
///     D = tied pairs / possible pairs
///
/// **Reading.** How full the network is. Larger networks are nearly always less dense, because nobody can deal with
/// everybody: compare only networks of like size, or the mean degree.
///
/// **Graph.** Directed: ordered pairs, n (n − 1) of them. Undirected: unordered pairs, half as many. Self-loops do not
/// count, parallel edges count once. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** From 0 to 1. With fewer than two nodes there is no pair, and the density is 0.
///
/// **Precision.** Counts are exact.
///
/// **Repeatability.** The same at every run.
///
/// **Other programs.** NetworkX and igraph count loops and parallel edges, so that theirs can pass 1; on simple graphs
/// they agree.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Density().run(on: chain).density     // 2/3
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: S. Wasserman, K. Faust, Social Network Analysis (1994) 101–103, doi:10.1017/CBO9780511815478.
/// - SeeAlso: ``Reciprocity``, ``DyadCensus``
public struct Density: GraphAlgorithm, DescribedAlgorithm {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "density", title: "Density", family: .structure,
    meaning: "How many of the possible ties are there.",
    formula: "D = tied pairs / possible pairs", signs: .ignored, complexity: "O(n + m) time and memory",
    source: "S. Wasserman, K. Faust, Social Network Analysis (1994) 101-103, doi:10.1017/CBO9780511815478")

  /// No options.
  package static let parameters: [Parameter<Density>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The share and the counts behind it.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DensityCount {
    try context.checkCancellation()
    let ties = try MergedTies(graph, context)
    let ordered = ties.ways.count { $0 & MergedTies.leads != 0 }
    let possible = graph.nodeCount * max(graph.nodeCount - 1, 0)
    return DensityCount(
      tiedPairs: graph.isDirected ? ordered : ordered / 2, possiblePairs: graph.isDirected ? possible : possible / 2)
  }
}

/// How many pairs are tied.
public struct DensityCount: Sendable, Hashable {
  /// Pairs that are tied.
  public let tiedPairs: Int
  /// Pairs that could be.
  public let possiblePairs: Int

  /// Counts of pairs.
  package init(tiedPairs: Int, possiblePairs: Int) {
    self.tiedPairs = tiedPairs
    self.possiblePairs = possiblePairs
  }

  /// The share of the possible pairs that are tied; 0 when there is no pair.
  public var density: Double { possiblePairs > 0 ? Double(tiedPairs) / Double(possiblePairs) : 0 }
}
