import GraphCore

/// Measures how many ties are returned.
///
/// With *w* the strength of the edges from u to v, or 1 where there is one:
///
///     r = Σ min(w(u, v), w(v, u)) / Σ w(u, v)        u ≠ v
///
/// **Reading.** Near 1: what is given comes back. Near 0: rank, dependence, or a record of one side only. It says
/// nothing about whether returned ties are friendly.
///
/// **Graph.** Directed; self-loops do not count. In an undirected graph every tie is returned, so the value is 1.
/// Parallel edges count once without strengths, and add up with them. Signs are ignored.
///
/// **Weights.** `weight`: by default every tie counts 1; with `strengths`, a tie is returned as far as the weaker way
/// goes.
///
/// **Range.** From 0 to 1. Without a tie between different nodes there is nothing to return, and the run refuses.
///
/// **Precision.** Exact without strengths.
///
/// **Repeatability.** The same bits at every run.
///
/// **Other programs.** NetworkX `overall_reciprocity` and igraph `reciprocity` agree on graphs without loops.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 0), NodePair(1, 2)]
/// try Reciprocity().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true)).reciprocity     // 2/3
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: D. Garlaschelli, M. I. Loffredo, Physical Review Letters 93 (2004) 268701,
///   doi:10.1103/PhysRevLett.93.268701; with strengths: T. Squartini et al., Scientific Reports 3 (2013) 2729,
///   doi:10.1038/srep02729.
/// - SeeAlso: ``DyadCensus``
public struct Reciprocity: GraphAlgorithm, DescribedAlgorithm {
  /// How much a tie counts.
  package var weight: TieWeight

  /// Reciprocity; every tie counts 1 unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .none) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "reciprocity", title: "Reciprocity", family: .structure,
    meaning: "How many ties are returned.",
    formula: "r = sum of min(w(u, v), w(v, u)) / sum of w(u, v)", signs: .ignored,
    complexity: "O(n + m) time and memory",
    source: "D. Garlaschelli, M. I. Loffredo, Physical Review Letters 93 (2004) 268701, "
      + "doi:10.1103/PhysRevLett.93.268701")

  /// The options by name.
  package static let parameters: [Parameter<Reciprocity>] = [
    .choice("weight", \.weight, "Whether a tie counts its strength or 1.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The share and the sums behind it.
  /// - Throws: `.undefined` without a tie between different nodes; `.missingColumn` when strengths were asked for and
  ///   there are none; `.unfitValue` for a strength that is not a finite number above 0; `.limitExceeded` when
  ///   strengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> ReciprocityShare {
    try context.checkCancellation()
    let strengths = try weight.strengths(of: graph)
    try graph.checkCapacities(strengths)
    let ties = try MergedTies(graph, strengths: strengths, context)
    var returned = 0.0
    var total = 0.0
    for position in ties.targets.indices {
      let isMutual = ties.ways[position] == MergedTies.mutual
      let leaving = strengths == nil ? 1 : ties.strengthsOut[position]
      let arriving = strengths == nil || !graph.isDirected ? leaving : ties.strengthsIn[position]
      if ties.ways[position] & MergedTies.leads != 0 { total += leaving }
      if isMutual { returned += min(leaving, arriving) }
    }
    guard total > 0 else {
      throw .undefined(
        reason: "there is no tie between different nodes, and so none to return",
        advice: "project with more relations or a longer time")
    }
    return ReciprocityShare(returned: returned, total: total)
  }
}

/// How much of the ties is returned.
public struct ReciprocityShare: Sendable, Hashable {
  /// Sum over the ordered pairs of what is returned.
  public let returned: Double
  /// Sum over all ordered pairs.
  public let total: Double

  /// Sums over ordered pairs.
  package init(returned: Double, total: Double) {
    self.returned = returned
    self.total = total
  }

  /// The share that is returned, from 0 to 1.
  public var reciprocity: Double { returned / total }
}
