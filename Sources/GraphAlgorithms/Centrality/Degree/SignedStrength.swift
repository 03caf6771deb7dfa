import GraphCore

/// Adds up friendly and hostile ties of each node, hostile ones with a minus: its expected influence.
///
///     e(v) = Σ sign(e) × strength(e) over the edges that leave v, arrive at v, or both
///
/// **Reading.** Whether an actor's support outweighs the opposition to it, and by how much. Near 0 means either few
/// ties or a balance of both: look at ``Strength`` beside it.
///
/// **Graph.** Directed: `direction` says which edges count; `all` is in plus out. Parallel edges count each. A
/// self-loop counts once each way, twice in an undirected graph.
///
/// **Weights.** The signed strengths, which sum sign × strength over the statements behind an edge. Statements of
/// both signs behind one edge cancel each other out, as they should here.
///
/// **Range.** Any number, in the unit of the strengths; 0 without ties.
///
/// **Precision.** Plain sums in the order of the neighbours, the same at every run.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// ```swift
/// let chain = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false,
///   columns: EdgeColumns(signedStrengths: [2, -5]))
/// try SignedStrength().run(on: chain).values     // [2, -3, -5]
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: D. J. Robinaugh, A. J. Millner, R. J. McNally, J. Abnormal Psychology 125 (2016) 747–757,
///   doi:10.1037/abn0000181.
/// - SeeAlso: ``Strength``
public struct SignedStrength: NodeMeasure {
  /// Which edges of a node count.
  package var direction: EdgeDirection

  package init() { self.init(direction: .all) }

  /// Signed strength over all edges, unless said otherwise.
  ///
  /// - Parameter direction: Which edges of a node count.
  public init(direction: EdgeDirection = .all) { self.direction = direction }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "signed-strength", title: "Signed strength (expected influence)", family: .degree,
    meaning: "Whether support for an actor outweighs opposition, and by how much.",
    formula: "e(v) = sum of sign(e) x strength(e) over the edges e at v", signs: .used,
    complexity: "O(n + m) time and memory",
    source: "D. J. Robinaugh, A. J. Millner, R. J. McNally, J. Abnormal Psychology 125 (2016) 747-757, "
      + "doi:10.1037/abn0000181")

  /// The options by name.
  package static let parameters: [Parameter<SignedStrength>] = [
    .choice("direction", \.direction, "Add up edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One sum for each node, on the scale `sum`.
  /// - Throws: `.missingColumn(.sign)` without signed strengths; `.unfitValue` for one that is not finite;
  ///   `.limitExceeded` when a sum leaves the range of numbers; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard let signed = graph.signedStrengths else { throw .missingColumn(.sign) }
    if let edge = signed.firstIndex(where: { !$0.isFinite }) {
      throw .unfitValue(column: .sign, edge: edge, value: signed[edge], needed: "a finite signed strength")
    }
    let sums = try ArcSums.sums(of: signed, on: graph, direction, context)
    if let node = sums.firstIndex(where: { !$0.isFinite }) {
      throw .limitExceeded(
        what: "the signed strength of \(node: node)", needed: "more than the largest number",
        limit: "\(Double.greatestFiniteMagnitude)")
    }
    return NodeScores(
      values: sums, measure: Self.summary.id, scale: "sum", direction: graph.effective(direction), weights: .strength)
  }
}
