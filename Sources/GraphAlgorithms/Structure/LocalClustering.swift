import GraphCore

/// Scores each node by how many pairs of its neighbours are neighbours of one another.
///
/// With *k* neighbours, strength *s* in all, and the triangles T at v:
///
///     unweighted   c(v) = |T| / (k (k − 1) / 2)
///     barrat       c(v) = Σ_{v,u,w ∈ T} (s(v, u) + s(v, w)) / (s (k − 1))
///     onnela       c(v) = Σ_{v,u,w ∈ T} ∛(s(v, u) s(v, w) s(u, w)) / (k (k − 1) / 2),  s as shares of the largest
///
/// **Reading.** Near 1: an actor inside a closed circle. Near 0: an actor between others who do not deal with one
/// another, an opening for brokers. With few neighbours the number jumps about: read it with the detail `neighbors`.
///
/// **Graph.** Direction is ignored: two nodes are neighbours when any edge joins them; the strengths of parallel and
/// opposite edges add up. Self-loops add nothing. Signs are ignored.
///
/// **Weights.** `variant`: none for `unweighted`; `barrat` asks how much of the strength lies in triangles; `onnela`
/// how strong the triangles are, against the largest strength in the graph.
///
/// **Range.** From 0 to 1. A node with fewer than two neighbours has 0.
///
/// **Precision.** Counts are exact; sums in floating point for the weighted variants.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX gives 0 for fewer than two neighbours, igraph no number unless told otherwise; the mean
/// over all nodes differs accordingly. Weighted, NetworkX means `onnela`, igraph `barrat`. For directed graphs NetworkX
/// counts directed triangles, another measure.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
/// try LocalClustering().run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false)).values   // [1, 1, 1/3, 0]
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440–442, doi:10.1038/30918; A. Barrat et al., PNAS 101
///   (2004) 3747–3752, doi:10.1073/pnas.0400087101; J.-P. Onnela et al., Physical Review E 71 (2005) 065103,
///   doi:10.1103/PhysRevE.71.065103.
/// - SeeAlso: ``Transitivity``, ``Triangles``
public struct LocalClustering: NodeMeasure {
  /// What counts as closed.
  public enum Variant: String, CaseIterable, Codable, Sendable {
    /// The share of pairs of neighbours that are neighbours.
    case unweighted
    /// The share of the node's strength that lies in such pairs.
    case barrat
    /// The mean strength of triangles over all pairs of neighbours.
    case onnela
  }

  /// What counts as closed.
  package var variant: Variant

  package init() { self.init(variant: .unweighted) }

  /// Unweighted clustering, unless said otherwise.
  ///
  /// - Parameter variant: What counts as closed.
  public init(variant: Variant = .unweighted) { self.variant = variant }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "clustering", title: "Local clustering", family: .structure,
    meaning: "How many of those an actor deals with deal with one another.",
    formula: "c(v) = triangles at v / pairs of neighbours of v", signs: .ignored,
    complexity: "O(m sqrt m) time, O(n + m) memory",
    source: "D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440-442, doi:10.1038/30918")

  /// The options by name.
  package static let parameters: [Parameter<LocalClustering>] = [
    .choice("variant", \.variant, "Count pairs (unweighted), strength in them (barrat) or strong triangles (onnela).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node on the scale `share`, with the detail `neighbors`.
  /// - Throws: `.missingColumn` when a weighted variant was asked for and there are no strengths; `.unfitValue` for a
  ///   strength that is not a finite number above 0; `.limitExceeded` when strengths are too large to add;
  ///   `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try context.checkCancellation()
    let strengths = try (variant == .unweighted ? TieWeight.none : .strengths).strengths(of: graph)
    try graph.checkCapacities(strengths)
    let ties = try MergedTies(graph, strengths: strengths, context)
    let largest = ties.targets.indices.reduce(0) { max($0, ties.strength(at: $1)) }
    let triangles = TriangleSums(ties, unit: variant == .onnela ? largest : 1)
    let share: TriangleShare =
      switch variant {
      case .unweighted: .one
      case .barrat: .tiesAtCorner
      case .onnela: .cubeRoot
      }
    var values = try triangles.sums(of: share, in: context)
    let degrees = values.indices.map { Double(ties.degree(of: $0)) }
    for node in values.indices where degrees[node] >= 2 {
      let whole =
        variant == .barrat
        ? ties.range(of: node).reduce(0) { $0 + ties.strength(at: $1) } : degrees[node] / 2
      values[node] = min(values[node] / (whole * (degrees[node] - 1)), 1)
    }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: "share", weights: strengths == nil ? nil : .strength,
      details: [NodeDetail(name: "neighbors", values: degrees)])
  }
}
