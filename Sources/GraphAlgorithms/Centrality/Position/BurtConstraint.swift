import GraphCore

/// Scores each node by how little room its contacts leave it, because they deal with each other.
///
/// With p(i, j) the share of *i*'s ties that is with *j*, over contacts *j* and others *q* of them:
///
///     C(i) = Σ_j ( p(i, j) + Σ_q p(i, q) p(q, j) )²
///
/// **Reading.** Low: a broker, whose contacts have only it in common. High: few contacts, or contacts who can go behind
/// one's back. It knows only the contacts and the ties among them; brokerage over longer ways is ``Betweenness``.
///
/// **Graph.** Direction is put aside: the tie of two is what goes either way, added up. Self-loops do not count, parallel
/// edges add up. Signs are ignored: a hostile tie takes up as much of an actor as a friendly one.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From above 0 to at most 9/8 where every tie counts the same, beyond with unequal ones; 1 with one contact.
/// A node without contacts scores 0, not for freedom but for want of ties: read `contacts` beside it.
///
/// **Precision.** Plain sums in the order of the contacts.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX and igraph agree; both give NaN without contacts. Only contacts count as *j*, as there.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: false)
/// try BurtConstraint().run(on: graph).values     // [0.611…, 1.006…, 1.006…, 1]
/// ```
///
/// - Complexity: O(Σ over ties of the smaller number of contacts of its two ends, times log n) time, O(n + m) memory.
/// - Source: R. S. Burt, Structural Holes (Harvard University Press 1992) 54–55, doi:10.4159/9780674029095.
/// - SeeAlso: ``EffectiveSize``, ``BurtHierarchy``, ``Betweenness``
public struct BurtConstraint: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(weight: .automatic) }

  /// Burt's constraint, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "constraint", title: "Burt's constraint", family: .position,
    meaning: "How little choice an actor's contacts leave it.",
    formula: "C(i) = sum over contacts j of (p(i, j) + sum over q of p(i, q) p(q, j))^2",
    signs: .ignored,
    complexity: "O(sum over ties of the smaller number of contacts, times log n) time, O(n + m) memory",
    source: "R. S. Burt, Structural Holes (1992) 54-55, doi:10.4159/9780674029095")

  /// The options by name.
  package static let parameters: [Parameter<BurtConstraint>] = [
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
      values: holes.map(\.constraint), measure: Self.summary.id, scale: "constraint", direction: graph.effective(.all),
      weights: network.weights, details: [NodeDetail(name: "contacts", values: holes.map { Double($0.contacts) })])
  }
}
