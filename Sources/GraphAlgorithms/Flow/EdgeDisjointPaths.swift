import GraphCore

/// Finds as many ways as there are from one node to another that share no tie.
///
/// Their number equals the least number of ties whose loss leaves no way (Menger).
///
///     max number of paths s → t, no two of which share an edge
///
/// **Reading.** How many ties can break before two actors lose touch. The ways may meet in the same actors:
/// ``NodeDisjointPaths`` asks for ways that do not.
///
/// **Graph.** Directed edges are followed forward; an undirected edge serves one way only. Self-loops play no part;
/// each parallel edge counts. Signs are ignored.
///
/// **Weights.** None: every edge carries one path. ``MaximumFlow`` weighs.
///
/// **Range.** From no path to the smaller degree of the two ends.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The number is unique; of several sets of ways always the same one, each without circles. They
/// are not the shortest such ways.
///
/// ```swift
/// let square = CSRGraph(
///   nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3)], isDirected: false)
/// try EdgeDisjointPaths(from: 0, to: 2).run(on: square).paths.map(\.nodes)     // [[0, 1, 2], [0, 3, 2]]
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: K. Menger, Fundamenta Mathematicae 10 (1927) 96–115, doi:10.4064/fm-10-1-96-115.
/// - SeeAlso: ``NodeDisjointPaths``, ``MinimumCut``
public struct EdgeDisjointPaths: GraphAlgorithm, DescribedAlgorithm {
  /// Where the ways start.
  package var source: Int
  /// Where the ways end.
  package var target: Int

  /// The ways from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the ways start.
  ///   - target: Where the ways end.
  public init(from source: Int, to target: Int) {
    self.source = source
    self.target = target
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "edge-disjoint-paths", title: "Edge-disjoint paths", family: .flow,
    meaning: "How many ways lead from one actor to another that share no tie.",
    formula: "max number of paths s -> t no two of which share an edge", signs: .ignored,
    complexity: "O(m sqrt m) time, O(n + m) memory",
    source: "K. Menger, Fundamenta Mathematicae 10 (1927) 96-115, doi:10.4064/fm-10-1-96-115")

  /// The options by name.
  package static let parameters: [Parameter<EdgeDisjointPaths>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` and `target` are nodes of the graph.
  /// - Returns: The ways, and the edges whose loss would block them all.
  /// - Throws: `.undefined` when both ends are the same node; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DisjointPaths {
    try graph.checkEnds(source, target)
    var network = FlowNetwork(graph, strengths: nil)
    try network.maximize(from: source, to: target, context)
    var links: [UnitLink] = []
    for edge in 0..<graph.edgeCount where network.residual(ofLink: edge) != 1 {
      let isForward = network.residual(ofLink: edge) < 1
      let ends = NodePair(graph.source(of: edge), graph.target(of: edge))
      links.append(
        UnitLink(from: isForward ? ends.source : ends.target, to: isForward ? ends.target : ends.source, edge: edge))
    }
    var units = UnitFlow(nodeCount: graph.nodeCount, links: links)
    let paths = UnitFlow.sorted(units.paths(from: source, to: target), from: source) { $0 }
    let cut = EdgeCut(of: graph, isInside: network.reachable(from: source), nil)
    return DisjointPaths(paths: paths, separator: cut.edges)
  }
}
