import GraphCore

/// Finds for each node the last one that every way from a root must pass.
///
///     d dominates v when every path root → v contains d; idom(v) is the dominator of v nearest to v
///
/// **Reading.** Gatekeepers as seen from one actor: whoever dominates many controls what reaches them from the root.
/// The picture is different from another root.
///
/// **Graph.** Directed: edges are followed in `direction`. Undirected: the dominators of a node are the articulation
/// points on the way to it. Self-loops, parallel edges and signs make no difference.
///
/// **Weights.** None.
///
/// **Range.** A parent for every node that can be reached but the root; −1 for the root and for nodes out of reach.
///
/// **Precision.** Exact; the tree is unique.
///
/// **Repeatability.** The same at every run; no choice is made.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(1, 3), NodePair(2, 4), NodePair(3, 4)]
/// let graph = CSRGraph(nodeCount: 5, edges: edges, isDirected: true)
/// try DominatorTree(from: 0).run(on: graph).parents     // [-1, 0, 1, 1, 1]
/// ```
///
/// - Complexity: O((n + m) log n) time, O(n) memory, on explicit stacks.
/// - Source: T. Lengauer, R. E. Tarjan, ACM TOPLAS 1 (1979) 121–141, doi:10.1145/357062.357071.
/// - SeeAlso: ``ArticulationPoints``
public struct DominatorTree: GraphAlgorithm, DescribedAlgorithm {
  /// Where all ways start.
  package var root: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection

  /// The dominators as seen from a root.
  ///
  /// - Parameters:
  ///   - root: Where all ways start.
  ///   - direction: Which way edges are followed.
  public init(from root: Int, direction: EdgeDirection = .out) {
    self.root = root
    self.direction = direction
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "dominator-tree", title: "Dominator tree", family: .flow,
    meaning: "Through whom everything must pass that gets from one actor to the others.",
    formula: "d dominates v when every path root -> v contains d", signs: .ignored,
    complexity: "O((n + m) log n) time, O(n) memory",
    source: "T. Lengauer, R. E. Tarjan, ACM TOPLAS 1 (1979) 121-141, doi:10.1145/357062.357071")

  /// The options by name.
  package static let parameters: [Parameter<DominatorTree>] = [
    .node("from", \.root, "The actor that everything starts from."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `root` is a node of the graph.
  /// - Returns: The tree.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Dominators {
    graph.checkNode(root)
    var search = LengauerTarjan(nodeCount: graph.nodeCount)
    try search.number(from: root, along: graph.adjacency(direction), context)
    try search.findDominators(graph.adjacency(direction.opposite), context)
    return search.result(root: root)
  }
}

/// Which node every way from a root to another passes last.
public struct Dominators: Sendable, Hashable {
  /// Where all ways start.
  package let root: Int
  /// The nearest dominator of each node other than itself; −1 at the root and where no way leads.
  public let parents: [Int32]
  /// How many other nodes each node dominates.
  public let dominatedCounts: [Int]

  /// A tree of dominators.
  package init(root: Int, parents: [Int32], dominatedCounts: [Int]) {
    self.root = root
    self.parents = parents
    self.dominatedCounts = dominatedCounts
  }

  /// Everyone whom each way to a node must pass, from the root on, without the node itself; empty where no way leads.
  public func dominators(of node: Int) -> [Int] {
    var chain: [Int] = []
    var next = parents[node]
    while next >= 0 {
      chain.append(Int(next))
      next = parents[Int(next)]
    }
    return chain.reversed()
  }
}

/// The Lengauer–Tarjan algorithm with simple linking. Nodes are given by their number in a depth-first walk.
private struct LengauerTarjan: ~Copyable {
  private let nodes: Buffer<Int32>
  /// By node; −1 where no way leads.
  private let numbers: Buffer<Int32>
  private let parents: Buffer<Int32>
  /// The smallest number from which a way leads here whose inner nodes all have larger numbers.
  private let semis: Buffer<Int32>
  private let labels: Buffer<Int32>
  private let ancestors: Buffer<Int32>
  private let dominators: Buffer<Int32>
  private let bucketHeads: Buffer<Int32>
  private let bucketNexts: Buffer<Int32>
  private let stack: Buffer<Int32>
  private var count = 0

  init(nodeCount: Int) {
    nodes = Buffer(repeating: 0, count: nodeCount)
    numbers = Buffer(repeating: -1, count: nodeCount)
    parents = Buffer(repeating: -1, count: nodeCount)
    semis = Buffer(repeating: 0, count: nodeCount)
    labels = Buffer(repeating: 0, count: nodeCount)
    ancestors = Buffer(repeating: -1, count: nodeCount)
    dominators = Buffer(repeating: -1, count: nodeCount)
    bucketHeads = Buffer(repeating: -1, count: nodeCount)
    bucketNexts = Buffer(repeating: -1, count: nodeCount)
    stack = Buffer(repeating: 0, count: nodeCount)
  }

  /// Numbers all nodes that a walk in depth from the root meets.
  mutating func number(from root: Int, along arcs: Adjacency, _ context: RunContext) throws(AlgorithmError) {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    try context.checkCancellation()
    enter(Int32(truncatingIfNeeded: root), parent: -1)
    stack[0] = offsets[unchecked: root]
    var current: Int32 = 0
    while current >= 0 {
      let node = Int(nodes[current])
      let arc = stack[current]
      guard arc < offsets[unchecked: node &+ 1] else {
        current = parents[current]
        continue
      }
      stack[current] = arc &+ 1
      let next = targets[unchecked: Int(arc)]
      guard numbers[next] < 0 else { continue }
      enter(next, parent: current)
      current = numbers[next]
      stack[current] = offsets[unchecked: Int(next)]
      if count & 1023 == 0 { try context.checkCancellation() }
    }
  }

  private mutating func enter(_ node: Int32, parent: Int32) {
    let number = Int32(truncatingIfNeeded: count)
    count &+= 1
    nodes[number] = node
    numbers[node] = number
    parents[number] = parent
    semis[number] = number
    labels[number] = number
  }

  /// Finds semidominators from the last number to the first, then dominators from the first to the last.
  func findDominators(_ arriving: Adjacency, _ context: RunContext) throws(AlgorithmError) {
    for number in stride(from: count - 1, to: 0, by: -1) {
      if number & 1023 == 0 { try context.checkCancellation() }
      for arc in arriving.range(of: Int(nodes[number])) {
        let origin = numbers[arriving.targets[arc]]
        guard origin >= 0 else { continue }
        semis[number] = min(semis[number], semis[best(of: origin)])
      }
      bucketNexts[number] = bucketHeads[semis[number]]
      bucketHeads[semis[number]] = Int32(truncatingIfNeeded: number)
      let parent = parents[number]
      ancestors[number] = parent
      var waiting = bucketHeads[parent]
      bucketHeads[parent] = -1
      while waiting >= 0 {
        let label = best(of: waiting)
        dominators[waiting] = semis[label] < semis[waiting] ? label : parent
        waiting = bucketNexts[waiting]
      }
    }
    for number in 1..<max(count, 1) where dominators[number] != semis[number] {
      dominators[number] = dominators[dominators[number]]
    }
  }

  /// The node with the least semidominator on the linked way up from a node; shortens the way.
  private func best(of number: Int32) -> Int32 {
    guard ancestors[number] >= 0 else { return labels[number] }
    var depth = 0
    var node = number
    while ancestors[ancestors[node]] >= 0 {
      stack[depth] = node
      depth &+= 1
      node = ancestors[node]
    }
    while depth > 0 {
      depth &-= 1
      node = stack[depth]
      let above = ancestors[node]
      if semis[labels[above]] < semis[labels[node]] { labels[node] = labels[above] }
      ancestors[node] = ancestors[above]
    }
    return labels[number]
  }

  func result(root: Int) -> Dominators {
    var tree = [Int32](repeating: -1, count: nodes.count)
    var sizes = [Int](repeating: 0, count: nodes.count)
    for number in stride(from: count - 1, to: 0, by: -1) {
      let node = Int(nodes[number])
      let dominator = nodes[dominators[number]]
      tree[node] = dominator
      sizes[Int(dominator)] += sizes[node] + 1
    }
    return Dominators(root: root, parents: tree, dominatedCounts: sizes)
  }
}
