import GraphCore

/// Scores each node by the share of its contacts that are not repeated by others.
///
/// With E(i) the ``EffectiveSize`` and N(i) the number of contacts:
///
///     F(i) = E(i) / N(i)
///
/// **Reading.** How well an actor's ties are spent. It does not grow with the number of ties: one contact is perfectly
/// efficient. Read it with `contacts` beside it.
///
/// **Graph.** Direction is put aside: the tie of two is what goes either way, added up. Self-loops do not count, parallel
/// edges add up. Signs are ignored: a hostile tie takes up as much of an actor as a friendly one.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From above 0 to 1; 0 without contacts.
///
/// **Precision.** Plain sums in the order of the contacts.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX's and igraph's `efficiency` are something else, about distances. Divide NetworkX's
/// `effective_size` by the number of contacts.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: false)
/// try BurtEfficiency().run(on: graph).values     // [0.777…, 0.5, 0.5, 1]
/// ```
///
/// - Complexity: O(Σ over ties of the smaller number of contacts of its two ends, times log n) time, O(n + m) memory.
/// - Source: R. S. Burt, Structural Holes (Harvard University Press 1992) 53, doi:10.4159/9780674029095.
/// - SeeAlso: ``EffectiveSize``
public struct BurtEfficiency: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(weight: .automatic) }

  /// Efficiency of contacts, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "efficiency", title: "Efficiency of contacts", family: .position,
    meaning: "Which share of an actor's contacts is worth something of its own.",
    formula: "F(i) = effective size / number of contacts",
    signs: .ignored,
    complexity: "O(sum over ties of the smaller number of contacts, times log n) time, O(n + m) memory",
    source: "R. S. Burt, Structural Holes (1992) 53, doi:10.4159/9780674029095")

  /// The options by name.
  package static let parameters: [Parameter<BurtEfficiency>] = [
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
      values: holes.map { $0.contacts > 0 ? $0.effectiveSize / Double($0.contacts) : 0 }, measure: Self.summary.id,
      scale: "share", direction: graph.effective(.all),
      weights: network.weights, details: [NodeDetail(name: "contacts", values: holes.map { Double($0.contacts) })])
  }
}
