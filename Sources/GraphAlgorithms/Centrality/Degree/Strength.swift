import GraphCore

/// Adds up the strengths of the ties of each node.
///
///     s(v) = Σ strength(e) over the edges that leave v, arrive at v, or both
///
/// **Reading.** How much an actor is involved in all, where ``Degree`` counts with how many. A few strong ties and
/// many weak ones can give the same number: look at both.
///
/// **Graph.** Directed: `direction` says which edges count; `all` is in plus out. Parallel edges count each. A
/// self-loop counts once each way, twice in an undirected graph. Signs are ignored: a strong hostile tie makes
/// an actor as strong as a friendly one (``SignedStrength`` tells them apart).
///
/// **Weights.** The strength column; more is closer. It must be there and be above 0.
///
/// **Range.** From 0 (no tie), in the unit of the strengths.
///
/// **Precision.** Plain sums in the order of the neighbours, the same at every run.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX `degree(weight=…)` and igraph `strength` agree, self-loops included.
///
/// ```swift
/// let chain = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false, columns: EdgeColumns(strengths: [2, 5]))
/// try Strength().run(on: chain).values     // [2, 7, 5]
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: A. Barrat et al., PNAS 101 (2004) 3747–3752, doi:10.1073/pnas.0400087101.
/// - SeeAlso: ``Degree``, ``SignedStrength``
public struct Strength: NodeMeasure {
  /// Which edges of a node count.
  package var direction: EdgeDirection

  package init() { self.init(direction: .all) }

  /// Strength over all edges, unless said otherwise.
  ///
  /// - Parameter direction: Which edges of a node count.
  public init(direction: EdgeDirection = .all) { self.direction = direction }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "strength", title: "Strength", family: .degree,
    meaning: "How strong an actor's ties are together.",
    formula: "s(v) = sum of strength(e) over the edges e at v", signs: .ignored,
    complexity: "O(n + m) time and memory",
    source: "A. Barrat et al., PNAS 101 (2004) 3747-3752, doi:10.1073/pnas.0400087101")

  /// The options by name.
  package static let parameters: [Parameter<Strength>] = [
    .choice("direction", \.direction, "Add up edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One sum for each node, on the scale `sum`.
  /// - Throws: `.missingColumn` without strengths; `.unfitValue` for a strength that is not a finite number above 0;
  ///   `.limitExceeded` when a sum leaves the range of numbers; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard let strengths = graph.strengths else { throw .missingColumn(.strength) }
    try graph.checkStrengths(strengths)
    let sums = try ArcSums.sums(of: strengths, on: graph, direction, context)
    if let node = sums.firstIndex(of: .infinity) {
      throw .limitExceeded(
        what: "the strength of \(node: node)", needed: "more than the largest number",
        limit: "\(Double.greatestFiniteMagnitude)")
    }
    return NodeScores(
      values: sums, measure: Self.summary.id, scale: "sum", direction: graph.effective(direction), weights: .strength)
  }
}
