import GraphCore

/// Bounds frustration from below: negative circles that share no more of any tie than there is of it, each of which
/// frustrates some tie in any division.
///
/// Triangles come first, a sixth of a tie at a time, so that those that overlap share; then longer circles, shortest
/// first from every node, found on two copies of the graph between which hostile ties lead.
struct NegativeCycles: ~Copyable {
  private let nodeCount: Int
  private let edges: [KernelEdge]
  private var offsets: [Int32]
  private var targets: [Int32]
  private var arcEdges: [Int32]
  /// What is left of each edge.
  private let rest: Buffer<Double>
  /// Twice as many as nodes: the copy of node v is v + nodeCount.
  private let from: Buffer<Int32>
  private let by: Buffer<Int32>
  private let stamps: Buffer<Int32>
  private let queue: Buffer<Int32>
  private var stamp: Int32 = 0
  /// Arcs looked at since the budget was last told.
  private var steps = 0
  private static let shares = 6.0
  /// More triangles than these are not listed, for the sake of memory; they leave a weaker bound.
  private static let mostTriangles = 4_000_000

  init(_ kernel: SignedKernel) {
    nodeCount = kernel.nodeCount
    edges = kernel.edges
    offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      offsets[Int(edge.first) + 1] += 1
      offsets[Int(edge.second) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    targets = [Int32](repeating: 0, count: 2 * edges.count)
    arcEdges = targets
    rest = Buffer(repeating: 0, count: edges.count)
    for index in edges.indices {
      let edge = edges[index]
      rest[index] = abs(edge.weight)
      for (node, other) in [(edge.first, edge.second), (edge.second, edge.first)] {
        targets[Int(next[Int(node)])] = other
        arcEdges[Int(next[Int(node)])] = Int32(truncatingIfNeeded: index)
        next[Int(node)] += 1
      }
    }
    from = Buffer(repeating: 0, count: 2 * nodeCount)
    by = Buffer(repeating: 0, count: 2 * nodeCount)
    stamps = Buffer(repeating: 0, count: 2 * nodeCount)
    queue = Buffer(repeating: 0, count: 2 * nodeCount)
  }

  /// A sum that no division can do with less than; once it reaches `enough`, or the budget is spent, it is not made any
  /// better.
  mutating func bound(
    enough: Double, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    var sum = try packTriangles(enough: enough, &budget, context)
    for node in 0..<nodeCount where sum < enough {
      try context.checkCancellation()
      while sum < enough && budget.hasMore() {
        try context.checkCancellation()
        let taken = takeCycle(through: Int32(truncatingIfNeeded: node))
        budget.spend(steps)
        steps = 0
        guard taken > 0 else { break }
        sum += taken
      }
    }
    return sum
  }

  private mutating func packTriangles(
    enough: Double, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    let triangles = try negativeTriangles(&budget, context)
    var sum = 0.0
    for _ in 0..<Int(Self.shares) {
      for start in stride(from: 0, to: triangles.count, by: 3) where sum < enough {
        let (a, b, c) = (Int(triangles[start]), Int(triangles[start + 1]), Int(triangles[start + 2]))
        let whole = min(abs(edges[a].weight), abs(edges[b].weight), abs(edges[c].weight))
        let taken = min(whole / Self.shares, rest[a], rest[b], rest[c])
        guard taken > 1e-9 * whole else { continue }
        rest[a] -= taken
        rest[b] -= taken
        rest[c] -= taken
        sum += taken
      }
    }
    budget.spend(2 * triangles.count)
    return sum
  }

  /// Three edges for each triangle with an odd number of hostile ties.
  private mutating func negativeTriangles(
    _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> [Int32] {
    var triangles: [Int32] = []
    let marks = Buffer<Int32>(repeating: -1, count: nodeCount)
    for node in 0..<nodeCount where triangles.count < 3 * Self.mostTriangles && budget.hasMore() {
      try context.checkCancellation()
      let arcs = Int(offsets[node])..<Int(offsets[node + 1])
      budget.spend(2 * arcs.count)
      for arc in arcs { marks[targets[arc]] = arcEdges[arc] }
      for arc in arcs where Int(targets[arc]) > node {
        let middle = Int(targets[arc])
        budget.spend(Int(offsets[middle + 1] - offsets[middle]))
        for second in Int(offsets[middle])..<Int(offsets[middle + 1]) where Int(targets[second]) > middle {
          let third = marks[targets[second]]
          guard third >= 0 else { continue }
          let first = edges[Int(arcEdges[arc])].weight < 0
          let isOdd = (first != (edges[Int(arcEdges[second])].weight < 0)) != (edges[Int(third)].weight < 0)
          if isOdd { triangles += [arcEdges[arc], arcEdges[second], third] }
        }
      }
      for arc in arcs { marks[targets[arc]] = -1 }
    }
    return triangles
  }

  /// Takes as much as there is of a shortest negative circle through a node; returns how much, 0 when there is none.
  private mutating func takeCycle(through root: Int32) -> Double {
    let copy = root + Int32(truncatingIfNeeded: nodeCount)
    guard search(from: root, to: copy) else { return 0 }
    var path: [Int32] = []
    var state = copy
    while state != root {
      path.append(by[state])
      state = from[state]
    }
    // A circle with a stem passes the stem twice.
    path.sort()
    var taken = Double.infinity
    for index in path.indices {
      let uses = path.count { $0 == path[index] }
      taken = min(taken, rest[path[index]] / Double(uses))
    }
    for edge in path {
      rest[edge] -= taken
      if rest[edge] <= 1e-9 * abs(edges[Int(edge)].weight) { rest[edge] = 0 }
    }
    return taken
  }

  /// Looks for a shortest way to the same node's other copy along edges of which something is left.
  private mutating func search(from root: Int32, to goal: Int32) -> Bool {
    stamp += 1
    stamps[root] = stamp
    queue[0] = root
    var head = 0
    var tail = 1
    let count = Int32(truncatingIfNeeded: nodeCount)
    while head < tail {
      let state = queue[head]
      head &+= 1
      let isCopy = state >= count
      let node = Int(isCopy ? state - count : state)
      steps &+= Int(offsets[node + 1] - offsets[node])
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let edge = arcEdges[arc]
        guard rest[edge] > 0 else { continue }
        let crosses = edges[Int(edge)].weight < 0
        let next = targets[arc] + (crosses != isCopy ? count : 0)
        guard stamps[next] != stamp else { continue }
        stamps[next] = stamp
        from[next] = state
        by[next] = edge
        if next == goal { return true }
        queue[tail] = next
        tail &+= 1
      }
    }
    return false
  }
}
