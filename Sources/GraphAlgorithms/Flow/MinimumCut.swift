import GraphCore

/// Finds the weakest set of ties whose loss leaves no way from one node to another.
///
///     cut = min over S with s ∈ S, t ∉ S of Σ strength(e) over the edges that lead from S out of it
///
/// **Reading.** The narrow place between two actors: what would have to break, be watched or be defended. Its size
/// equals the ``MaximumFlow``. A small cut right beside one of the ends says that this actor is weakly tied in, not
/// that there is a narrow place between them.
///
/// **Graph.** Directed edges count forward only. Self-loops are never cut; parallel edges are cut together. Signs are
/// ignored.
///
/// **Weights.** `weight` says whether an edge costs its strength or 1 to cut.
///
/// **Range.** From 0, with no edges, when no way leads.
///
/// **Precision.** The value is the sum of the strengths of the edges cut. Cuts whose values differ by less than a
/// relative 1e-12 tie.
///
/// **Repeatability.** Of several least cuts the one whose source side is smallest; that one is unique, and lies
/// inside the source side of every other.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: false, columns: EdgeColumns(strengths: [3, 1]))
/// try MinimumCut(from: 0, to: 2).run(on: graph).edges     // [1]
/// ```
///
/// - Complexity: As ``MaximumFlow``.
/// - Source: L. R. Ford, D. R. Fulkerson, Canadian J. Math. 8 (1956) 399–404, doi:10.4153/CJM-1956-045-5.
/// - SeeAlso: ``MaximumFlow``, ``GlobalMinimumCut``
public struct MinimumCut: GraphAlgorithm, DescribedAlgorithm {
  /// What shall be cut off.
  package var source: Int
  /// What it shall be cut off from.
  package var target: Int
  /// What a tie costs to cut.
  package var weight: TieWeight

  /// The least cut between two nodes.
  ///
  /// - Parameters:
  ///   - source: What shall be cut off.
  ///   - target: What it shall be cut off from.
  ///   - weight: What a tie costs to cut.
  public init(from source: Int, to target: Int, weight: TieWeight = .automatic) {
    self.source = source
    self.target = target
    self.weight = weight
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "minimum-cut", title: "Minimum cut", family: .flow,
    meaning: "The weakest set of ties whose loss leaves no way from one actor to another.",
    formula: "min over S with s in S, t not in S of the sum of strength(e) over the edges that leave S",
    signs: .ignored, complexity: "O(n^2 m) time at worst, O(n + m) memory",
    source: "L. R. Ford, D. R. Fulkerson, Canadian J. Math. 8 (1956) 399-404, doi:10.4153/CJM-1956-045-5")

  /// The options by name.
  package static let parameters: [Parameter<MinimumCut>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .choice("weight", \.weight, "Whether a tie costs its strength or 1 to cut."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` and `target` are nodes of the graph.
  /// - Returns: The cut with the smallest source side.
  /// - Throws: `.undefined` when both ends are the same node; `.missingColumn` when strengths were asked for and there
  ///   are none; `.unfitValue` for a strength that is not a finite number above 0; `.limitExceeded` when strengths are
  ///   too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> EdgeCut {
    try graph.checkEnds(source, target)
    let strengths = try weight.strengths(of: graph)
    try graph.checkCapacities(strengths)
    var network = FlowNetwork(graph, strengths: strengths)
    try network.maximize(from: source, to: target, context)
    return EdgeCut(of: graph, isInside: network.reachable(from: source), strengths)
  }
}

/// Two sides of a graph and the edges between them.
public struct EdgeCut: Sendable, Hashable {
  /// Sum of the strengths of the edges cut, or their number.
  public let value: Double
  /// The edges cut, in ascending order.
  public let edges: [Int]
  /// The nodes on the side of the source, in ascending order.
  public let sourceSide: [Int]
  /// All other nodes, in ascending order.
  public let targetSide: [Int]

  package init(value: Double, edges: [Int], sourceSide: [Int], targetSide: [Int]) {
    self.value = value
    self.edges = edges
    self.sourceSide = sourceSide
    self.targetSide = targetSide
  }

  /// The cut between the nodes inside and the others; of directed edges only those that lead out.
  init(of graph: CSRGraph, isInside: [Bool], _ strengths: [Double]?) {
    let edges = (0..<graph.edgeCount).filter { edge in
      let starts = isInside[graph.source(of: edge)]
      let ends = isInside[graph.target(of: edge)]
      return starts != ends && (starts || !graph.isDirected)
    }
    self.init(
      value: edges.reduce(0) { $0 + (strengths?[$1] ?? 1) }, edges: edges,
      sourceSide: isInside.indices.filter { isInside[$0] }, targetSide: isInside.indices.filter { !isInside[$0] })
  }
}
