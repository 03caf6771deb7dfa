import GraphCore

/// Groups the nodes that are connected when the direction of edges is ignored.
///
///     u and v are together when a path joins them, edges taken either way
///
/// **Reading.** The separate worlds of the network: between two components there is no tie at all.
///
/// **Graph.** Direction, self-loops, parallel edges and signs make no difference. An isolated node is a component of
/// its own.
///
/// **Weights.** None.
///
/// **Range.** From one component to as many as there are nodes.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Components are numbered in the order of their smallest node.
///
/// ```swift
/// let graph = CSRGraph(nodeCount: 3, edges: [NodePair(2, 0)], isDirected: true)
/// try WeakComponents().run(on: graph).groups     // [0, 1, 0]
/// ```
///
/// - Complexity: O(n + m log n) time, in practice O(n) and a part of m; O(n) memory.
/// - Source: J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372–378, doi:10.1145/362248.362272; computed as in M. Sutton,
///   T. Ben-Nun, A. Barak, Proc. IPDPS (2018) 12–21, doi:10.1109/IPDPS.2018.00012.
/// - SeeAlso: ``StrongComponents``
public struct WeakComponents: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "weak-components", title: "Weak components", family: .structure,
    meaning: "Which actors are connected at all, directly or through others.",
    formula: "u ~ v when a path joins them, whatever the direction of its edges",
    signs: .ignored, complexity: "O(n + m log n) time, O(n) memory",
    source: "J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372-378, doi:10.1145/362248.362272")

  /// No options.
  package static let parameters: [Parameter<WeakComponents>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One group for each component.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Partition {
    try context.checkCancellation()
    var forest = ComponentForest(nodeCount: graph.nodeCount)
    try forest.join(along: graph.out, places: 0..<2, except: -1, context)
    forest.flatten()
    let giant = forest.largest()
    try forest.join(along: graph.out, places: 2..<Int.max, except: giant, context)
    if graph.isDirected { try forest.join(along: graph.incoming, places: 0..<Int.max, except: giant, context) }
    forest.flatten()
    return Partition(numbers: forest.roots(), below: graph.nodeCount)
  }
}

/// Trees of nodes known to be connected; the root of a tree is its smallest node.
///
/// The first arcs of all nodes join nearly all of the largest component. Its nodes then need no further look: an arc
/// between two of them says nothing new, and one to another node is seen from there.
///
/// After M. Sutton, T. Ben-Nun, A. Barak, Proc. IPDPS (2018) 12–21, doi:10.1109/IPDPS.2018.00012.
private struct ComponentForest: ~Copyable {
  /// A node of the same component, never a larger one; the node itself at a root.
  private let parents: Buffer<Int32>

  init(nodeCount: Int) {
    parents = Buffer(unwrittenCount: nodeCount)
    for node in 0..<nodeCount { parents[node] = Int32(truncatingIfNeeded: node) }
  }

  /// The root of each node, once the trees are flat.
  func roots() -> [Int32] { parents.array() }

  /// Joins the nodes outside of one tree with their neighbours at some places among their arcs.
  mutating func join(
    along arcs: Adjacency, places: Range<Int>, except tree: Int32, _ context: RunContext
  ) throws(AlgorithmError) {
    let targets = arcs.targets.span
    for node in 0..<parents.count {
      if node & 1023 == 0 { try context.checkCancellation() }
      guard parents[node] != tree else { continue }
      let range = arcs.range(of: node)
      let begin = min(places.lowerBound, range.count)
      let end = min(places.upperBound, range.count)
      for place in begin..<end {
        join(Int32(truncatingIfNeeded: node), targets[unchecked: range.lowerBound &+ place])
      }
    }
  }

  /// Climbs from both nodes until the ways meet, or one ends in a root, which is hung below the other way.
  private mutating func join(_ a: Int32, _ b: Int32) {
    var first = parents[a]
    var second = parents[b]
    while first != second {
      let high = max(first, second)
      let low = min(first, second)
      let above = parents[high]
      if above == high {
        parents[high] = low
        return
      }
      // Ways get shorter as they are climbed, so that no row of joins makes one that is climbed again and again.
      parents[high] = parents[above]
      first = parents[high]
      second = parents[low]
    }
  }

  /// Hangs every node below its root. Parents are smaller, so that they are done before their children.
  mutating func flatten() {
    for node in 0..<parents.count { parents[node] = parents[parents[node]] }
  }

  /// The root of the tree with the most nodes, the smallest of several; −1 when there is none.
  func largest() -> Int32 {
    let counts = Buffer<Int32>(repeating: 0, count: parents.count)
    var largest: Int32 = -1
    for node in 0..<parents.count { counts[parents[node]] &+= 1 }
    for root in 0..<parents.count where largest < 0 || counts[root] > counts[largest] {
      largest = Int32(truncatingIfNeeded: root)
    }
    return largest
  }
}
