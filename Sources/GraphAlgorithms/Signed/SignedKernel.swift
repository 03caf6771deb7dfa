import GraphCore

/// A signed tie between two nodes, or several added up.
struct KernelEdge: Sendable {
  let first: Int32
  let second: Int32
  /// Above 0 friendly, below 0 hostile.
  let weight: Double

  init(_ first: Int32, _ second: Int32, weight: Double) {
    self.first = first
    self.second = second
    self.weight = weight
  }
}

/// The kernel of a signed graph: what is left after reductions that lose no best division.
///
/// Nodes that are known to be in the same camp, or in opposite ones, are one node here; each of the first graph's
/// nodes knows its place and whether it is turned round.
struct SignedKernel: Sendable {
  let nodeCount: Int
  /// Each pair once, the smaller node first, in ascending order; no loops, no weight 0.
  let edges: [KernelEdge]
  /// What no division can avoid any more.
  let cost: Double
  private let places: [Int32]
  private let isTurned: [Bool]

  /// A kernel of all nodes of a graph; edges in any order, with loops and parallels.
  init(nodeCount: Int, edges: [KernelEdge]) {
    let kept = KernelEdges(edges, nodeCount: nodeCount)
    self.init(
      nodeCount: nodeCount, edges: kept.edges, cost: kept.cost,
      places: (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) },
      isTurned: [Bool](repeating: false, count: nodeCount))
  }

  private init(nodeCount: Int, edges: [KernelEdge], cost: Double, places: [Int32], isTurned: [Bool]) {
    self.nodeCount = nodeCount
    self.edges = edges
    self.cost = cost
    self.places = places
    self.isTurned = isTurned
  }

  /// The camps of the first graph's nodes from those of the kernel's.
  func camps(from camps: [Int8]) -> [Int8] {
    places.indices.map { isTurned[$0] ? -camps[Int(places[$0])] : camps[Int(places[$0])] }
  }

  /// The kernel's node of one of the first graph's, and whether that is turned round there.
  func place(of node: Int) -> ForestRoot { ForestRoot(node: places[node], isTurned: isTurned[node]) }

  /// The kernel with every tie obeyed that some best division obeys: where one tie of a node weighs as much as all its
  /// others together, the node may as well follow it.
  func reduced(_ budget: inout SearchBudget) -> SignedKernel {
    reduced(&budget) { heaviest, all in 2 * heaviest >= all }
  }

  /// The kernel with ties obeyed that every best division obeys: where one tie of a node weighs more than all its others
  /// together, and by more than the tolerance, the node follows it.
  func reduced(strictlyBy tolerance: Double, _ budget: inout SearchBudget) -> SignedKernel {
    reduced(&budget) { heaviest, all in 2 * heaviest > all + tolerance }
  }

  private func reduced(_ budget: inout SearchBudget, _ isDecisive: (Double, Double) -> Bool) -> SignedKernel {
    var kernel = self
    while true {
      budget.spend(2 * kernel.edges.count)
      var joins = ParityForest(count: kernel.nodeCount)
      for edge in kernel.decisiveEdges(isDecisive) { joins.join(edge.first, edge.second, isTurned: edge.weight < 0) }
      guard joins.hasJoins else { return kernel }
      kernel = kernel.joined(by: joins)
    }
  }

  /// The kernel with every tie obeyed that weighs more than a limit.
  func obeying(heavierThan limit: Double) -> SignedKernel {
    var joins = ParityForest(count: nodeCount)
    for edge in edges where abs(edge.weight) > limit {
      joins.join(edge.first, edge.second, isTurned: edge.weight < 0)
    }
    return joins.hasJoins ? joined(by: joins) : self
  }

  /// The kernel in which two nodes are in one camp, or in opposite ones.
  func joining(_ first: Int32, _ second: Int32, isTurned: Bool) -> SignedKernel {
    var joins = ParityForest(count: nodeCount)
    joins.join(first, second, isTurned: isTurned)
    return joined(by: joins)
  }

  /// For each node its heaviest tie, where that is decisive; one for each node at most, because of two ties that weigh
  /// the same only one can be obeyed for certain.
  private func decisiveEdges(_ isDecisive: (Double, Double) -> Bool) -> [KernelEdge] {
    var totals = [Double](repeating: 0, count: nodeCount)
    var heaviest = [Int32](repeating: -1, count: nodeCount)
    for index in edges.indices {
      let weight = abs(edges[index].weight)
      for node in [Int(edges[index].first), Int(edges[index].second)] {
        totals[node] += weight
        let isFirst = heaviest[node] < 0
        if isFirst || weight > abs(edges[Int(heaviest[node])].weight) {
          heaviest[node] = Int32(truncatingIfNeeded: index)
        }
      }
    }
    return (0..<nodeCount).compactMap { node in
      guard heaviest[node] >= 0 else { return nil }
      let edge = edges[Int(heaviest[node])]
      return isDecisive(abs(edge.weight), totals[node]) ? edge : nil
    }
  }

  private func joined(by joins: borrowing ParityForest) -> SignedKernel {
    var numbers = [Int32](repeating: -1, count: nodeCount)
    var turned = [Bool](repeating: false, count: nodeCount)
    var count: Int32 = 0
    for node in 0..<nodeCount where joins.parents[node] == Int32(truncatingIfNeeded: node) {
      numbers[node] = count
      count += 1
    }
    for node in 0..<nodeCount {
      let root = joins.root(of: Int32(truncatingIfNeeded: node))
      turned[node] = root.isTurned
      numbers[node] = numbers[Int(root.node)]
    }
    let moved = edges.map { edge in
      let turns = turned[Int(edge.first)] != turned[Int(edge.second)]
      return KernelEdge(
        numbers[Int(edge.first)], numbers[Int(edge.second)], weight: turns ? -edge.weight : edge.weight)
    }
    let kept = KernelEdges(moved, nodeCount: Int(count))
    return SignedKernel(
      nodeCount: Int(count), edges: kept.edges, cost: cost + kept.cost,
      places: places.map { numbers[Int($0)] },
      isTurned: places.indices.map { isTurned[$0] != turned[Int(places[$0])] })
  }

  /// The connected parts with ties, each a kernel of its own at cost 0.
  func components() -> [KernelComponent] {
    var joins = ParityForest(count: nodeCount)
    for edge in edges { joins.join(edge.first, edge.second, isTurned: false) }
    var members: [Int32: [Int32]] = [:]
    var position = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let root = joins.root(of: Int32(truncatingIfNeeded: node)).node
      position[node] = Int32(truncatingIfNeeded: members[root]?.count ?? 0)
      members[root, default: []].append(Int32(truncatingIfNeeded: node))
    }
    var inside: [Int32: [KernelEdge]] = [:]
    for edge in edges {
      inside[joins.root(of: edge.first).node, default: []].append(
        KernelEdge(position[Int(edge.first)], position[Int(edge.second)], weight: edge.weight))
    }
    return inside.keys.sorted().compactMap { root in
      guard let nodes = members[root], let edges = inside[root] else { return nil }
      return KernelComponent(nodes: nodes, kernel: SignedKernel(nodeCount: nodes.count, edges: edges))
    }
  }
}

extension SignedKernel {
  /// The blocks: pieces that hang together by single nodes at most, so that each may be divided by itself. Nodes without
  /// ties are in none.
  ///
  /// - Complexity: O(n + m log m).
  func blocks(_ context: RunContext) throws(AlgorithmError) -> [KernelComponent] {
    guard !edges.isEmpty else { return [] }
    let graph = CSRGraph(
      nodeCount: nodeCount, edges: edges.map { NodePair(Int($0.first), Int($0.second)) }, isDirected: false)
    let forest = try DepthFirstForest(graph, context)
    var placeOfNode = [Int32](repeating: 0, count: nodeCount)
    var blockOfPlace = [Int](repeating: -1, count: nodeCount)
    var members: [[Int32]] = []
    for place in 0..<nodeCount {
      placeOfNode[Int(forest.nodes[place])] = Int32(truncatingIfNeeded: place)
      let parent = forest.parents[place]
      guard parent >= 0 else { continue }
      // A branch tied to nothing before its parent begins a block, which the parent is in.
      if forest.lows[place] >= parent {
        blockOfPlace[place] = members.count
        members.append([forest.nodes[parent]])
      } else {
        blockOfPlace[place] = blockOfPlace[Int(parent)]
      }
      members[blockOfPlace[place]].append(forest.nodes[place])
    }
    var inside = [[KernelEdge]](repeating: [], count: members.count)
    for edge in edges {
      let later = max(placeOfNode[Int(edge.first)], placeOfNode[Int(edge.second)])
      inside[blockOfPlace[Int(later)]].append(edge)
    }
    var positions = [Int32](repeating: 0, count: nodeCount)
    return members.indices.map { block in
      let nodes = members[block].sorted()
      for (position, node) in nodes.enumerated() { positions[Int(node)] = Int32(truncatingIfNeeded: position) }
      let moved = inside[block].map {
        KernelEdge(positions[Int($0.first)], positions[Int($0.second)], weight: $0.weight)
      }
      return KernelComponent(nodes: nodes, kernel: SignedKernel(nodeCount: nodes.count, edges: moved))
    }
  }
}

/// A component of a kernel, which is divided by itself.
struct KernelComponent: Sendable {
  /// The kernel's nodes in it, by their numbers in the part.
  let nodes: [Int32]
  let kernel: SignedKernel
}

/// Edges in order, parallels added up, loops taken out.
private struct KernelEdges {
  private(set) var edges: [KernelEdge] = []
  /// The ties that are frustrated in any division: hostile loops, and the lesser side where parallels disagree.
  private(set) var cost = 0.0

  init(_ all: [KernelEdge], nodeCount: Int) {
    var pairs: [KernelEdge] = []
    pairs.reserveCapacity(all.count)
    for edge in all {
      if edge.first == edge.second {
        cost += max(-edge.weight, 0)
      } else {
        pairs.append(edge.first < edge.second ? edge : KernelEdge(edge.second, edge.first, weight: edge.weight))
      }
    }
    // Equal pairs by weight, so that sums do not depend on the order of the input.
    pairs.sort { a, b in
      a.first != b.first ? a.first < b.first : a.second != b.second ? a.second < b.second : a.weight < b.weight
    }
    edges.reserveCapacity(pairs.count)
    var start = 0
    while start < pairs.count {
      let pair = pairs[start]
      var friendly = 0.0
      var hostile = 0.0
      while start < pairs.count && pairs[start].first == pair.first && pairs[start].second == pair.second {
        friendly += max(pairs[start].weight, 0)
        hostile += max(-pairs[start].weight, 0)
        start += 1
      }
      cost += min(friendly, hostile)
      if friendly != hostile { edges.append(KernelEdge(pair.first, pair.second, weight: friendly - hostile)) }
    }
  }
}

/// Disjoint sets with parity: each node is on the side of its set's root, or on the other.
struct ParityForest: ~Copyable {
  private(set) var parents: [Int32]
  private var isTurned: [Bool]
  private var sizes: [Int32]
  private(set) var hasJoins = false

  init(count: Int) {
    parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    isTurned = [Bool](repeating: false, count: count)
    sizes = [Int32](repeating: 1, count: count)
  }

  /// Joins the sets of two nodes; nothing happens when they are in one already.
  mutating func join(_ a: Int32, _ b: Int32, isTurned turned: Bool) {
    let rootA = root(of: a)
    let rootB = root(of: b)
    guard rootA.node != rootB.node else { return }
    let aIsLarger = sizes[Int(rootA.node)] >= sizes[Int(rootB.node)]
    let child = aIsLarger ? rootB.node : rootA.node
    let parent = aIsLarger ? rootA.node : rootB.node
    parents[Int(child)] = parent
    isTurned[Int(child)] = (turned != rootA.isTurned) != rootB.isTurned
    sizes[Int(parent)] += sizes[Int(child)]
    hasJoins = true
  }

  /// The root of a node's set, and whether the node is turned round against it.
  ///
  /// - Complexity: O(log n), because smaller sets are hung below larger ones.
  func root(of node: Int32) -> ForestRoot {
    var node = node
    var turned = false
    while parents[Int(node)] != node {
      turned = turned != isTurned[Int(node)]
      node = parents[Int(node)]
    }
    return ForestRoot(node: node, isTurned: turned)
  }
}

/// The root of a set of nodes.
struct ForestRoot {
  let node: Int32
  let isTurned: Bool
}
