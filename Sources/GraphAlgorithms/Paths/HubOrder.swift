import GraphCore

/// A graph with its nodes in the order of their distance from the greatest hub, and how far all are from a few hubs.
///
/// In a network with hubs most ways lead over them: the order is roughly that in which a search from anywhere meets the
/// nodes, and the way over a hub is hardly longer than the shortest. Both decide how fast ``BatchedLengths`` is, never
/// what it finds.
struct HubOrder: Sendable {
  /// How many hubs are measured: in a small graph a search from a hub costs as much as it saves.
  private static func hubCount(of nodeCount: Int) -> Int { nodeCount < 128 ? 1 : 4 }
  /// Ways over hubs are taken for longer by this factor, so that no rounding makes them shorter than the shortest.
  private static let allowance = 1.000001

  let nodeCount: Int
  /// Arcs that a search follows.
  let arcs: Adjacency
  /// What each arc costs.
  let costs: [Double]
  /// The cheapest arc.
  let leastCost: Double
  /// For each node of the graph its number here.
  let numbers: [Int32]
  /// For each number here the node of the graph.
  let nodes: [Int32]
  /// The numbers here, those beside each other that set out the same way: sources that share a sweep lower most distances
  /// in the same one then.
  private(set) var sources: [Int32]
  /// For each hub how far it is from every node, and how far every node is from it, with the allowance.
  private(set) var toHubs: [[Double]] = []
  private(set) var fromHubs: [[Double]] = []
  /// For each hub how many nodes it reaches and how many arcs they have.
  private var sizesFromHubs: [Int] = []

  init(
    _ graph: CSRGraph, _ direction: EdgeDirection, _ space: PathSpace, lengths: [Double], _ context: RunContext
  ) throws(AlgorithmError) {
    nodeCount = space.nodeCount
    leastCost = space.leastCost
    let backward = try PathSpace(graph, direction.opposite, .lengths, allowingZero: false)
    let hubs = (0..<nodeCount).sorted {
      let (a, b) = (backward.arcs.count(of: $0), backward.arcs.count(of: $1))
      return a != b ? a > b : $0 < $1
    }.prefix(Self.hubCount(of: nodeCount))
    var order: [Int32] = []
    var numbers = [Int32](repeating: -1, count: nodeCount)
    var search = DistanceSearch(space)
    if let hub = hubs.first {
      try search.run(from: hub, in: space, context)
      for position in 0..<search.reachedCount { order.append(search.order[position]) }
    }
    for (number, node) in order.enumerated() { numbers[Int(node)] = Int32(truncatingIfNeeded: number) }
    for node in 0..<nodeCount where numbers[node] < 0 {
      numbers[node] = Int32(truncatingIfNeeded: order.count)
      order.append(Int32(truncatingIfNeeded: node))
    }
    nodes = order
    self.numbers = numbers
    arcs = space.arcs.renumbered(order: order, numbers: numbers)
    costs = arcs.byArc(lengths)
    sources = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
    // Sums of the very smallest numbers have no relative precision that an allowance could cover.
    guard leastCost > 1e-290 else { return }
    var backwardSearch = DistanceSearch(backward)
    for hub in hubs {
      try search.run(from: hub, in: space, context)
      try backwardSearch.run(from: hub, in: backward, context)
      sizesFromHubs.append(
        (0..<search.reachedCount).reduce(0) { $0 + 1 + space.arcs.count(of: Int(search.order[$1])) })
      fromHubs.append(order.map { search.distances[$0] * Self.allowance })
      toHubs.append(order.map { backwardSearch.distances[$0] * Self.allowance })
    }
    if let toHub = toHubs.first { sources = sourcesByWay(toHub) }
  }

  /// Whether some source is known to reach more than so many nodes and arcs, because it reaches a hub that does.
  func isKnownToReach(moreThan size: Int, from sources: ArraySlice<Int32>) -> Bool {
    zip(toHubs, sizesFromHubs).contains { toHub, sizeFromHub in
      sizeFromHub > size && sources.contains { toHub[Int($0)] < .infinity }
    }
  }

  /// The nodes in the order of a walk over the tree of shortest ways to the greatest hub, which is number 0.
  private func sourcesByWay(_ toHub: [Double]) -> [Int32] {
    var firstBefore = [Int32](repeating: -1, count: nodeCount)
    var sibling = firstBefore
    for node in stride(from: nodeCount - 1, to: 0, by: -1) {
      var least = Double.infinity
      var next = -1
      for arc in arcs.range(of: node) where costs[arc] + toHub[Int(arcs.targets[arc])] < least {
        least = costs[arc] + toHub[Int(arcs.targets[arc])]
        next = Int(arcs.targets[arc])
      }
      guard next >= 0 && next != node else { continue }
      sibling[node] = firstBefore[next]
      firstBefore[next] = Int32(truncatingIfNeeded: node)
    }
    var order: [Int32] = []
    var isListed = [Bool](repeating: false, count: nodeCount)
    var waiting: [Int32] = [0]
    while let node = waiting.popLast() {
      order.append(node)
      isListed[Int(node)] = true
      if sibling[Int(node)] >= 0 { waiting.append(sibling[Int(node)]) }
      if firstBefore[Int(node)] >= 0 { waiting.append(firstBefore[Int(node)]) }
    }
    return order + (0..<nodeCount).filter { !isListed[$0] }.map { Int32(truncatingIfNeeded: $0) }
  }
}
