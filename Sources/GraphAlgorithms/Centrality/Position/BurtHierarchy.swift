import GraphCore

/// Scores each node by how much of its constraint comes from one contact.
///
/// With c(i, j) the part of ``BurtConstraint`` C(i) that comes from contact *j*, and *N* the number of contacts
/// (Coleman and Theil's index of disorder):
///
///     H(i) = Σ_j r(j) ln r(j) / (N ln N)        r(j) = c(i, j) / (C(i) / N)
///
/// **Reading.** High: one contact stands behind most of what binds the actor, a boss or a patron. Low: all bind alike. Read
/// it with the constraint beside it: a slight constraint may be unequal too.
///
/// **Graph.** Direction is put aside: the tie of two is what goes either way, added up. Self-loops do not count, parallel
/// edges add up. Signs are ignored: a hostile tie takes up as much of an actor as a friendly one.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From 0, all alike, to 1, all from one. With one contact the formula is 0 / 0; the score is 1, because all
/// comes from that one. Without contacts it is 0.
///
/// **Precision.** About 1e-15; a sum that rounding puts below 0 or above 1 is 0 or 1.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** Neither NetworkX nor igraph has it; NetworkX's measures of hierarchy are about direction.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: false)
/// try BurtHierarchy().run(on: graph).values     // [0.0522…, 0.0099…, 0.0099…, 1]
/// ```
///
/// - Complexity: O(Σ over ties of the smaller number of contacts of its two ends, times log n) time, O(n + m) memory.
/// - Source: R. S. Burt, Structural Holes (Harvard University Press 1992) 70–71, doi:10.4159/9780674029095.
/// - SeeAlso: ``BurtConstraint``
public struct BurtHierarchy: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(weight: .automatic) }

  /// Hierarchy of constraint, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "hierarchy", title: "Hierarchy of constraint", family: .position,
    meaning: "Whether it is one contact, or all alike, that leaves an actor little choice.",
    formula: "H(i) = sum over contacts j of r(j) ln r(j) / (N ln N), r(j) = c(i, j) / (C(i) / N)",
    signs: .ignored,
    complexity: "O(sum over ties of the smaller number of contacts, times log n) time, O(n + m) memory",
    source: "R. S. Burt, Structural Holes (1992) 70-71, doi:10.4159/9780674029095")

  /// The options by name.
  package static let parameters: [Parameter<BurtHierarchy>] = [
    .choice("weight", \.weight, "Whether a tie counts its strength or 1.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, with the detail `contacts`; 0 for a node without contacts.
  /// - Throws: `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0; `.limitExceeded` when the strengths at a node are too large to add or too small to
  ///   divide by; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let network = try ContactNetwork(graph, weight, context)
    let holes = try context.holes(in: network)
    return NodeScores(
      values: holes.map(\.hierarchy), measure: Self.summary.id, scale: "disorder", direction: graph.effective(.all),
      weights: network.weights, details: [NodeDetail(name: "contacts", values: holes.map { Double($0.contacts) })])
  }
}
