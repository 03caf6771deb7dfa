import GraphCore

/// Finds as many ways as there are from one node to another that share no node between.
///
/// For two nodes without a tie their number equals the least number of other nodes whose loss leaves no way (Menger).
///
///     max number of paths s → t, no two of which share a node other than s and t
///
/// **Reading.** How many actors would have to fail, or be won over, before two others lose touch. A small `separator`
/// names the actors on whom the connection rests.
///
/// **Graph.** Directed edges are followed forward. Self-loops play no part. Edges that join the two ends directly are
/// ways of their own, parallel ones each; then no set of nodes separates the ends. Signs are ignored.
///
/// **Weights.** None: every node between carries one path. ``MaximumFlow`` weighs.
///
/// **Range.** From no path to the smaller degree of the two ends.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The number is unique; of several sets of ways always the same one. They are not the shortest
/// such ways. The separator is the one nearest to the source.
///
/// **Other programs.** NetworkX counts the direct edge as a way, too; igraph's vertex connectivity of two neighbours has
/// no value unless it is told to leave their edge out.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try NodeDisjointPaths(from: 0, to: 2).run(on: chain).separator     // [1]
/// ```
///
/// - Complexity: O(m √n) time, O(n + m) memory.
/// - Source: K. Menger, Fundamenta Mathematicae 10 (1927) 96–115, doi:10.4064/fm-10-1-96-115; S. Even, R. E. Tarjan,
///   SIAM J. Computing 4 (1975) 507–518, doi:10.1137/0204043.
/// - SeeAlso: ``EdgeDisjointPaths``, ``ArticulationPoints``
public struct NodeDisjointPaths: GraphAlgorithm, DescribedAlgorithm {
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
    id: "node-disjoint-paths", title: "Node-disjoint paths", family: .flow,
    meaning: "How many ways lead from one actor to another that share no actor between.",
    formula: "max number of paths s -> t no two of which share a node other than s and t", signs: .ignored,
    complexity: "O(m sqrt n) time, O(n + m) memory",
    source: "K. Menger, Fundamenta Mathematicae 10 (1927) 96-115, doi:10.4064/fm-10-1-96-115")

  /// The options by name.
  package static let parameters: [Parameter<NodeDisjointPaths>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` and `target` are nodes of the graph.
  /// - Returns: The ways, and the nodes whose loss would block them all.
  /// - Throws: `.undefined` when both ends are the same node; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DisjointPaths {
    try graph.checkEnds(source, target)
    let split = SplitNodes(graph, source, target)
    var network = FlowNetwork(nodeCount: 2 * graph.nodeCount, links: split.links)
    try network.maximize(from: 2 * source + 1, to: 2 * target, context)
    var used: [UnitLink] = []
    for link in split.links.indices where network.residual(ofLink: link) < split.links[link].forward {
      used.append(
        UnitLink(from: Int(split.links[link].from), to: Int(split.links[link].to), edge: Int(split.edges[link])))
    }
    var units = UnitFlow(nodeCount: 2 * graph.nodeCount, links: used)
    let paths = UnitFlow.sorted(units.paths(from: 2 * source + 1, to: 2 * target), from: source) { $0 / 2 }
    guard !split.isDirect else { return DisjointPaths(paths: paths, separator: nil) }
    let isReached = network.reachable(from: 2 * source + 1)
    let separator = (0..<graph.nodeCount).filter {
      $0 != source && $0 != target && isReached[2 * $0] && !isReached[2 * $0 + 1]
    }
    return DisjointPaths(paths: paths, separator: separator)
  }
}

/// The graph with each node taken apart into an entry, `2v`, and an exit, `2v + 1`, that let one unit through.
private struct SplitNodes {
  private(set) var links: [FlowLink] = []
  /// The edge behind each link; −1 for the links through nodes.
  private(set) var edges: [Int32] = []
  /// Whether an edge leads from one end to the other.
  private(set) var isDirect = false
  private let source: Int
  private let target: Int

  init(_ graph: CSRGraph, _ source: Int, _ target: Int) {
    self.source = source
    self.target = target
    for node in 0..<graph.nodeCount where node != source && node != target {
      links.append(FlowLink(2 * node, 2 * node + 1, forward: 1))
      edges.append(-1)
    }
    let plenty = Double(graph.edgeCount + 1)
    for edge in 0..<graph.edgeCount {
      let ends = NodePair(graph.source(of: edge), graph.target(of: edge))
      add(edge, ends, plenty)
      if !graph.isDirected { add(edge, NodePair(ends.target, ends.source), plenty) }
    }
  }

  /// The way along an edge, unless it leads into the source, out of the target, or nowhere.
  private mutating func add(_ edge: Int, _ ends: NodePair, _ plenty: Double) {
    guard ends.source != ends.target, ends.target != source, ends.source != target else { return }
    let joinsEnds = ends.source == source && ends.target == target
    isDirect = isDirect || joinsEnds
    links.append(FlowLink(2 * ends.source + 1, 2 * ends.target, forward: joinsEnds ? 1 : plenty))
    edges.append(Int32(truncatingIfNeeded: edge))
  }
}
