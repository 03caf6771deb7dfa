import GraphCore

/// Distances from one node to all others: breadth first for steps, Dijkstra's way for lengths.
///
/// The memory is used again for the next source, and cleared by touching only what the last source reached.
struct DistanceSearch: ~Copyable {
  /// Distance of each node; infinity where no way leads, −1 for blocked nodes.
  let distances: Buffer<Double>
  /// The nodes reached, in order of distance; the source first.
  let order: Buffer<Int32>
  /// The arcs that may lie on shortest paths, in the order in which the search went along them: all that came within a
  /// tie of the least distance known then, so every arc of a shortest path is among them, and few others.
  let hopefulArcs: Buffer<Int32>
  /// For each place of the order, where the hopeful arcs of the node there end.
  let hopefulEnds: Buffer<Int32>
  /// How many nodes were reached, the source included.
  private(set) var reachedCount = 0
  private var queue: BucketQueue

  init(_ space: PathSpace) {
    distances = Buffer(repeating: .infinity, count: space.nodeCount)
    order = Buffer(unwrittenCount: space.nodeCount)
    queue = BucketQueue(
      distances, nodeCount: space.costs.isEmpty ? 0 : space.nodeCount, greatestCost: space.greatestCost)
    hopefulArcs = Buffer(unwrittenCount: space.arcs.arcCount)
    hopefulEnds = Buffer(unwrittenCount: space.nodeCount)
  }

  /// The distance of the farthest node reached.
  var farthest: Double { reachedCount > 0 ? distances[order[reachedCount - 1]] : 0 }

  /// Keeps searches away from a node until it is unblocked.
  func block(_ node: Int) { distances[node] = -1 }

  /// Lets searches enter a node again.
  func unblock(_ node: Int) { distances[node] = .infinity }

  /// Forgets the last source; block nodes after this, or the next run forgets them too.
  mutating func reset() {
    for position in 0..<reachedCount { distances[order[position]] = .infinity }
    reachedCount = 0
  }

  /// Finds the distances from a source, in place of those of the last source.
  mutating func run(from source: Int, in space: PathSpace, _ context: RunContext) throws(AlgorithmError) {
    reset()
    if space.costs.isEmpty {
      try countSteps(from: source, in: space, context)
    } else {
      try addLengths(from: source, in: space, context)
    }
  }

  private mutating func countSteps(
    from source: Int, in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) {
    let arcs = space.arcs
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    distances[source] = 0
    order[0] = Int32(truncatingIfNeeded: source)
    var head = 0
    var tail = 1
    var hopeful = 0
    while head < tail {
      let node = Int(order[head])
      if head & 1023 == 0 { try context.checkCancellation() }
      let distance = distances[node] + 1
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = targets[unchecked: arc]
        let known = distances[next]
        guard known >= distance else { continue }
        hopefulArcs[hopeful] = Int32(truncatingIfNeeded: arc)
        hopeful &+= 1
        guard known == .infinity else { continue }
        distances[next] = distance
        order[tail] = next
        tail &+= 1
      }
      hopefulEnds[head] = Int32(truncatingIfNeeded: hopeful)
      head &+= 1
    }
    reachedCount = tail
  }

  private mutating func addLengths(
    from source: Int, in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) {
    let arcs = space.arcs
    let arcCosts = space.costs
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let costs = arcCosts.span
    var hopeful = 0
    queue.start(at: Int32(truncatingIfNeeded: source))
    while true {
      let node = queue.takeNearest()
      guard node >= 0 else { return }
      order[reachedCount] = node
      if reachedCount & 1023 == 0 { try context.checkCancellation() }
      let distance = distances[node]
      for arc in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) &+ 1]) {
        let next = targets[unchecked: arc]
        let candidate = distance + costs[unchecked: arc]
        let known = distances[next]
        guard candidate <= known * PathTies.factor else { continue }
        hopefulArcs[hopeful] = Int32(truncatingIfNeeded: arc)
        hopeful &+= 1
        if candidate < known { queue.lower(next, to: candidate) }
      }
      hopefulEnds[reachedCount] = Int32(truncatingIfNeeded: hopeful)
      reachedCount &+= 1
    }
  }

  /// Refuses a graph in which some edge is so short beside a distance that ties cannot be told from differences.
  ///
  /// - Throws: `.unfitValue` with such an edge.
  func checkFineness(in space: PathSpace) throws(AlgorithmError) {
    guard space.leastCost <= PathTies.finestShare * farthest else { return }
    for position in 0..<reachedCount {
      let node = Int(order[position])
      for arc in space.arcs.range(of: node)
      where space.cost(ofArc: arc) <= PathTies.finestShare * distances[space.arcs.targets[arc]] {
        throw .unfitValue(
          column: .length, edge: space.arcs.edge(ofArc: arc), value: space.cost(ofArc: arc),
          needed: "more than \(PathTies.finestShare) of the distances in the graph (here up to \(farthest)), so that "
            + "equal paths can be told from longer ones")
      }
    }
  }

  /// For each node the edge by which it is reached: among ties the one of the smallest number.
  ///
  /// - Complexity: O(n + m).
  func tree(from source: Int, in space: PathSpace) -> PathTree {
    var parentEdges = [Int32](repeating: -1, count: space.nodeCount)
    var parents = parentEdges
    let isSettled = Buffer(repeating: false, count: space.nodeCount)
    let targets = space.arcs.targets.span
    let edges = space.arcs.edges.span
    let costs = space.costs.span
    let hasCosts = !costs.isEmpty
    let hasEdges = !edges.isEmpty
    var begin = 0
    for position in 0..<reachedCount {
      let node = order[position]
      let distance = distances[node]
      isSettled[node] = true
      for place in begin..<Int(hopefulEnds[position]) {
        let arc = Int(hopefulArcs[place])
        let next = Int(targets[unchecked: arc])
        let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
        guard !isSettled[next], reach <= distances[next] * PathTies.factor else { continue }
        let edge = hasEdges ? edges[unchecked: arc] : Int32(truncatingIfNeeded: arc)
        guard parentEdges[next] < 0 || edge < parentEdges[next] else { continue }
        parentEdges[next] = edge
        parents[next] = node
      }
      begin = Int(hopefulEnds[position])
    }
    return PathTree(source: source, distances: distances.array(), parentEdges: parentEdges, parents: parents)
  }
}
