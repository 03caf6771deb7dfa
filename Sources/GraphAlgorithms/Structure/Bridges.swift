import GraphCore

/// Finds the ties whose loss splits a component in two.
///
///     e is a bridge when its ends are in different components once e is taken away
///
/// **Reading.** Contacts that nothing can replace. `smallerSides` says how many actors would be cut off: 1 is a loose
/// end, a large number is a seam of the network.
///
/// **Graph.** Direction is ignored: a directed edge is a bridge when nothing else joins its ends either way.
/// Self-loops are never bridges, nor is one of several parallel edges. Signs are ignored.
///
/// **Weights.** None: the weakest tie holds as well as the strongest. ``MinimumCut`` weighs.
///
/// **Range.** From no bridge to n − 1 of them, in a tree; a smaller side has from 1 to n / 2 nodes.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Bridges come in ascending order of their number.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Bridges().run(on: chain).edges     // [0, 1]
/// ```
///
/// - Complexity: O(n + m) time, O(n) memory, on an explicit stack.
/// - Source: R. E. Tarjan, Information Processing Letters 2 (1974) 160–161, doi:10.1016/0020-0190(74)90003-9.
/// - SeeAlso: ``ArticulationPoints``, ``GlobalMinimumCut``
public struct Bridges: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "bridges", title: "Bridges", family: .flow,
    meaning: "Which ties hold the network together: without one of them a part is cut off.",
    formula: "edges e whose ends are not connected in the graph without e", signs: .ignored,
    complexity: "O(n + m) time, O(n) memory",
    source: "R. E. Tarjan, Information Processing Letters 2 (1974) 160-161, doi:10.1016/0020-0190(74)90003-9")

  /// No options.
  package static let parameters: [Parameter<Bridges>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The bridges, and the groups of nodes that no single tie can part.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> BridgeList {
    try context.checkCancellation()
    let forest = try DepthFirstForest(graph, context)
    var smallerSides = [Int](repeating: 0, count: graph.edgeCount)
    var groups = [Int32](repeating: 0, count: graph.nodeCount)
    for place in 0..<graph.nodeCount {
      let parent = forest.parents[place]
      let isCutOff = forest.lows[place] == place
      groups[Int(forest.nodes[place])] =
        parent < 0 || isCutOff ? Int32(truncatingIfNeeded: place) : groups[Int(forest.nodes[parent])]
      guard parent >= 0, isCutOff else { continue }
      let size = Int(forest.sizes[place])
      smallerSides[Int(forest.parentEdges[place])] = min(size, forest.componentSize(ofPlace: place) - size)
    }
    let edges = smallerSides.indices.filter { smallerSides[$0] > 0 }
    return BridgeList(
      edges: edges, smallerSides: edges.map { smallerSides[$0] },
      groups: Partition(numbers: groups, below: graph.nodeCount))
  }
}

/// The bridges of a graph.
public struct BridgeList: Sendable, Hashable {
  /// The bridges, in ascending order.
  public let edges: [Int]
  /// For each bridge, how many nodes lie on the smaller side of it within its component.
  public let smallerSides: [Int]
  /// Nodes that stay connected whichever single edge is lost.
  public let groups: Partition

  /// Bridges and what lies between them.
  package init(edges: [Int], smallerSides: [Int], groups: Partition) {
    self.edges = edges
    self.smallerSides = smallerSides
    self.groups = groups
  }
}
