import GraphCore

/// Finds how much can flow from one node to another when every tie carries no more than its strength.
///
///     value = max Σ f(e) out of s,   0 ≤ f(e) ≤ strength(e),   and what enters a node other than s and t leaves it
///
/// **Reading.** How much can be brought from one actor to another over all ways at once: money, goods, messages. One
/// strong way and many weak ones can give the same number; ``MinimumCut`` says where the narrow place is. That ties
/// can be added up like pipes is an assumption about what the strengths mean.
///
/// **Graph.** Directed edges carry forward only; undirected ones carry either way, up to their strength in all.
/// Self-loops carry nothing; parallel edges add up. Signs are ignored: take hostile ties out in the projection.
///
/// **Weights.** `weight` says whether an edge carries its strength or 1.
///
/// **Range.** From 0 (no way leads) to the strength at either end.
///
/// **Precision.** Exact for whole-number strengths; else sums in floating point, within a relative 1e-12.
///
/// **Repeatability.** The value is unique; of equally large flows the answer is always the same one.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(strengths: [3, 1, 2]))
/// try MaximumFlow(from: 0, to: 2).run(on: graph).value     // 3
/// ```
///
/// - Complexity: O(n² m) time at worst, O(m √m) when all strengths are equal, in practice near linear; O(n + m) memory.
/// - Source: E. A. Dinic, Soviet Math. Doklady 11 (1970) 1277–1280; S. Even, R. E. Tarjan, SIAM J. Computing 4 (1975)
///   507–518, doi:10.1137/0204043.
/// - SeeAlso: ``MinimumCut``, ``EdgeDisjointPaths``
public struct MaximumFlow: GraphAlgorithm, DescribedAlgorithm {
  /// Where the flow starts.
  package var source: Int
  /// Where the flow ends.
  package var target: Int
  /// How much a tie carries.
  package var weight: TieWeight

  /// The largest flow from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the flow starts.
  ///   - target: Where the flow ends.
  ///   - weight: How much a tie carries.
  public init(from source: Int, to target: Int, weight: TieWeight = .automatic) {
    self.source = source
    self.target = target
    self.weight = weight
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "maximum-flow", title: "Maximum flow", family: .flow,
    meaning: "How much can be brought from one actor to another over all ways at once.",
    formula: "max of the sum of f(e) out of s, with f(e) <= strength(e) and nothing lost on the way", signs: .ignored,
    complexity: "O(n^2 m) time at worst, O(n + m) memory",
    source: "E. A. Dinic, Soviet Math. Doklady 11 (1970) 1277-1280")

  /// The options by name.
  package static let parameters: [Parameter<MaximumFlow>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .choice("weight", \.weight, "Whether a tie carries its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` and `target` are nodes of the graph.
  /// - Returns: The value and what flows along each edge.
  /// - Throws: `.undefined` when both ends are the same node; `.missingColumn` when strengths were asked for and there
  ///   are none; `.unfitValue` for a strength that is not a finite number above 0; `.limitExceeded` when strengths are
  ///   too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NetworkFlow {
    try graph.checkEnds(source, target)
    let strengths = try weight.strengths(of: graph)
    try graph.checkCapacities(strengths)
    var network = FlowNetwork(graph, strengths: strengths)
    try network.maximize(from: source, to: target, context)
    var flows = [Double](repeating: 0, count: graph.edgeCount)
    for edge in flows.indices { flows[edge] = (strengths?[edge] ?? 1) - network.residual(ofLink: edge) }
    return NetworkFlow(source: source, target: target, value: network.value, flows: flows)
  }
}

/// A flow through a graph.
public struct NetworkFlow: Sendable, Hashable {
  /// Where it starts.
  package let source: Int
  /// Where it ends.
  package let target: Int
  /// How much arrives.
  public let value: Double
  /// What flows along each edge; along an undirected edge, below 0 when it flows from the larger end to the smaller.
  public let flows: [Double]

  package init(source: Int, target: Int, value: Double, flows: [Double]) {
    self.source = source
    self.target = target
    self.value = value
    self.flows = flows
  }
}
