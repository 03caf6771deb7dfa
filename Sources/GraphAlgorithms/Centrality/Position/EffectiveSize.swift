import GraphCore

/// Scores each node by its number of contacts, less what they repeat of each other.
///
/// With p(i, q) the share of *i*'s ties that is with *q*, and m(j, q) the tie of *j* and *q* as a share of *j*'s largest
/// tie, over contacts *j* and *q* ≠ *j*:
///
///     E(i) = Σ_j ( 1 − Σ_q p(i, q) m(j, q) )
///
/// **Reading.** How many separate worlds an actor is in touch with. Where every tie counts 1 it is the number of contacts
/// less the mean number of ties that they have among themselves.
///
/// **Graph.** Direction is put aside: the tie of two is what goes either way, added up. Self-loops do not count, parallel
/// edges add up. Signs are ignored: a hostile tie takes up as much of an actor as a friendly one.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From 1 to the number of contacts; 0 without contacts.
///
/// **Precision.** Plain sums in the order of the contacts.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX 3.6.1 agrees when asked for nodes by name; asked for all at once with weights, it divides
/// m(j, q) by the largest tie of *q* instead of *j*, against its own definition. It gives NaN without contacts. igraph
/// has no such measure.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: false)
/// try EffectiveSize().run(on: graph).values     // [2.333…, 1, 1, 1]
/// ```
///
/// - Complexity: O(Σ over ties of the smaller number of contacts of its two ends, times log n) time, O(n + m) memory.
/// - Source: R. S. Burt, Structural Holes (Harvard University Press 1992) 52–53, doi:10.4159/9780674029095.
/// - SeeAlso: ``BurtEfficiency``, ``BurtConstraint``
public struct EffectiveSize: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(weight: .automatic) }

  /// Effective size, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "effective-size", title: "Effective size", family: .position,
    meaning: "How many of an actor's contacts are worth something of their own.",
    formula: "E(i) = sum over contacts j of (1 - sum over q of p(i, q) m(j, q))",
    signs: .ignored,
    complexity: "O(sum over ties of the smaller number of contacts, times log n) time, O(n + m) memory",
    source: "R. S. Burt, Structural Holes (1992) 52-53, doi:10.4159/9780674029095")

  /// The options by name.
  package static let parameters: [Parameter<EffectiveSize>] = [
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
      values: holes.map(\.effectiveSize), measure: Self.summary.id, scale: "contacts", direction: graph.effective(.all),
      weights: network.weights, details: [NodeDetail(name: "contacts", values: holes.map { Double($0.contacts) })])
  }
}
