import GraphCore

/// Groups the nodes that can reach one another along the direction of edges.
///
///     u and v are together when a path leads from u to v and one from v to u
///
/// **Reading.** Within a component influence can come back to where it started; between components it only flows one
/// way, or not at all.
///
/// **Graph.** Directed edges are followed forward; reversing all of them changes nothing. On an undirected graph the
/// result is that of ``WeakComponents``. Self-loops, parallel edges and signs make no difference.
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
/// let edges = [NodePair(0, 1), NodePair(1, 0), NodePair(1, 2)]
/// try StrongComponents().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true)).groups     // [0, 0, 1]
/// ```
///
/// - Complexity: O(n + m) time, O(n) memory, on an explicit stack: depth is limited by memory alone.
/// - Source: R. Tarjan, SIAM J. Computing 1 (1972) 146–160, doi:10.1137/0201010; the component of the greatest hub is
///   found first, as what it reaches and what reaches it: L. K. Fleischer, B. Hendrickson, A. Pınar, IPDPS Workshops
///   (2000) 505–511, doi:10.1007/3-540-45591-4_68.
/// - SeeAlso: ``WeakComponents``
public struct StrongComponents: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "strong-components", title: "Strong components", family: .structure,
    meaning: "Which actors can reach one another, there and back.",
    formula: "u ~ v when a path leads from u to v and one from v to u",
    signs: .ignored, complexity: "O(n + m) time, O(n) memory",
    source: "R. Tarjan, SIAM J. Computing 1 (1972) 146-160, doi:10.1137/0201010")

  /// No options.
  package static let parameters: [Parameter<StrongComponents>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One group for each component.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Partition {
    try context.checkCancellation()
    guard graph.isDirected else { return try WeakComponents().run(on: graph, in: context) }
    let out = graph.out
    let incoming = graph.incoming
    var walk = TarjanWalk(nodeCount: graph.nodeCount)
    if let pivot = Self.pivot(out, incoming) {
      var forward = DirectionOptimizingSearch(out)
      try forward.reach(from: pivot, along: out, against: incoming, context)
      var backward = DirectionOptimizingSearch(incoming)
      try backward.reach(from: pivot, along: incoming, against: out, context)
      walk.close(pivot) { forward.hasReached($0) && backward.hasReached($0) }
    }
    for root in 0..<graph.nodeCount where walk.isNew(root) { try walk.visit(from: root, along: out, context) }
    return Partition(numbers: walk.components(), below: graph.nodeCount)
  }

  /// A node that is likely to be in the largest component: the first of those with most edges both ways.
  private static func pivot(_ out: Adjacency, _ incoming: Adjacency) -> Int? {
    var best: Int?
    var most = 0
    for node in 0..<(out.offsets.count - 1) {
      let edges = min(out.count(of: node), incoming.count(of: node))
      guard edges > most else { continue }
      most = edges
      best = node
    }
    return best
  }
}

/// Tarjan's algorithm: depth first, each node knows the earliest node of the stack that it can come back to.
private struct TarjanWalk: ~Copyable {
  /// When each node was first seen, from 1 on; 0 before that.
  private let found: Buffer<Int32>
  /// The earliest node still on the component stack that this one can reach; `.max` once its component is closed.
  private let low: Buffer<Int32>
  private let component: Buffer<Int32>
  /// Nodes whose component is still open.
  private let open: Buffer<Int32>
  /// The way from the root to the node at work, and the arc at which each node on it goes on.
  private let path: Buffer<Int32>
  private let nextArc: Buffer<Int32>
  private var openCount = 0
  private var clock: Int32 = 0

  init(nodeCount: Int) {
    found = Buffer(repeating: 0, count: nodeCount)
    low = Buffer(repeating: 0, count: nodeCount)
    component = Buffer(repeating: 0, count: nodeCount)
    open = Buffer(repeating: 0, count: nodeCount)
    path = Buffer(repeating: 0, count: nodeCount)
    nextArc = Buffer(repeating: 0, count: nodeCount)
  }

  /// A number for each node, equal within components.
  func components() -> [Int32] { component.array() }

  /// Makes a component of the nodes that belong to it before any walk, so that no walk enters them.
  mutating func close(_ first: Int, where belongs: (Int) -> Bool) {
    for node in 0..<found.count where belongs(node) {
      clock &+= 1
      found[node] = clock
      low[node] = .max
      component[node] = Int32(truncatingIfNeeded: first)
    }
  }

  /// Whether no walk came to a node yet.
  func isNew(_ node: Int) -> Bool { found[node] == 0 }

  /// Walks everything that can be reached from a new root and was not seen before.
  mutating func visit(from root: Int, along arcs: Adjacency, _ context: RunContext) throws(AlgorithmError) {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    var depth = 0
    enter(Int32(truncatingIfNeeded: root), firstArc: offsets[unchecked: root], at: depth)
    while depth >= 0 {
      let node = path[depth]
      let arc = nextArc[depth]
      guard arc < offsets[unchecked: Int(node) &+ 1] else {
        close(node)
        depth &-= 1
        if depth >= 0 { low[path[depth]] = min(low[path[depth]], low[node]) }
        continue
      }
      nextArc[depth] = arc &+ 1
      let next = targets[unchecked: Int(arc)]
      if found[next] == 0 {
        depth &+= 1
        enter(next, firstArc: offsets[unchecked: Int(next)], at: depth)
        if clock & 1023 == 0 { try context.checkCancellation() }
      } else {
        low[node] = min(low[node], low[next])
      }
    }
  }

  private mutating func enter(_ node: Int32, firstArc: Int32, at depth: Int) {
    clock &+= 1
    found[node] = clock
    low[node] = clock
    open[openCount] = node
    openCount &+= 1
    path[depth] = node
    nextArc[depth] = firstArc
  }

  /// Takes a component off the stack when its first node is done.
  private mutating func close(_ node: Int32) {
    guard low[node] == found[node] else { return }
    while true {
      openCount &-= 1
      let member = open[openCount]
      low[member] = .max
      component[member] = node
      if member == node { return }
    }
  }
}
