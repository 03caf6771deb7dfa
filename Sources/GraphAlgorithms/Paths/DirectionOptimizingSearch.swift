import GraphCore

/// Breadth-first search of one source, level by level, from whichever side has less to look at.
///
/// A small level looks for new nodes along its arcs. When a level is large, each node not yet reached looks back for a
/// node of the level instead, and stops at the first: most have one among their first arcs. Levels are kept in the
/// order of node numbers, so that the first arc found is the one of the smallest edge number either way.
///
/// After S. Beamer, K. Asanović, D. Patterson, Proc. Supercomputing (2012), doi:10.1109/SC.2012.50.
struct DirectionOptimizingSearch: ~Copyable {
  private let distances: Buffer<Double>
  private let parents: Buffer<Int32>
  private let parentEdges: Buffer<Int32>
  /// One bit for each node reached, and for each node of the level at work.
  private let reached: Buffer<UInt64>
  private let isInLevel: Buffer<UInt64>
  private var level: Buffer<Int32>
  private var levelCount = 0
  /// The level to come.
  private var found: Buffer<Int32>
  /// Arcs of the nodes not yet reached.
  private var arcsLeft: Int

  /// - Precondition: The edge numbers of the arcs to each node rise with the nodes that they come from: `forward` and
  ///   `backward` are those of a graph, not merged from both directions.
  init(_ forward: Adjacency) {
    let count = forward.offsets.count - 1
    distances = Buffer(repeating: .infinity, count: count)
    parents = Buffer(repeating: -1, count: count)
    parentEdges = Buffer(repeating: -1, count: count)
    reached = Buffer(repeating: 0, count: count / 64 + 1)
    isInLevel = Buffer(repeating: 0, count: count / 64 + 1)
    level = Buffer(unwrittenCount: count + 1)
    found = Buffer(unwrittenCount: count + 1)
    arcsLeft = forward.arcCount
    // Bits past the last node count as reached, so that nobody looks back from there.
    reached[count >> 6] = ~0 << UInt64(truncatingIfNeeded: count & 63)
  }

  /// The steps from a source to every node, and the edges by which they are reached.
  ///
  /// - Throws: `.cancelled`.
  mutating func run(
    from source: Int, along forward: Adjacency, against backward: Adjacency, _ context: RunContext
  ) throws(AlgorithmError) -> PathTree {
    try reach(from: source, along: forward, against: backward, context)
    return PathTree(
      source: source, distances: distances.array(), parentEdges: parentEdges.array(), parents: parents.array())
  }

  /// Whether the search came to a node.
  func hasReached(_ node: Int) -> Bool { reached[node >> 6] >> UInt64(truncatingIfNeeded: node & 63) & 1 == 1 }

  /// Searches from a source, once.
  ///
  /// - Throws: `.cancelled`.
  mutating func reach(
    from source: Int, along forward: Adjacency, against backward: Adjacency, _ context: RunContext
  ) throws(AlgorithmError) {
    distances[source] = 0
    reached[source >> 6] |= 1 << UInt64(truncatingIfNeeded: source & 63)
    level[0] = Int32(truncatingIfNeeded: source)
    levelCount = 1
    var steps = 0.0
    while levelCount > 0 {
      try context.checkCancellation()
      steps += 1
      var arcCount = 0
      for position in 0..<levelCount { arcCount &+= forward.count(of: Int(level[position])) }
      arcsLeft &-= arcCount
      if 12 * arcCount > arcsLeft {
        pull(against: backward, steps)
      } else {
        push(along: forward, steps)
      }
    }
  }

  private mutating func push(along arcs: Adjacency, _ steps: Double) {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    var count = 0
    for position in 0..<levelCount {
      let node = level[position]
      for arc in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) &+ 1]) {
        let next = targets[unchecked: arc]
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: next & 63)
        guard reached[next >> 6] & bit == 0 else { continue }
        reached[next >> 6] |= bit
        distances[next] = steps
        parents[next] = node
        parentEdges[next] = Int32(truncatingIfNeeded: arcs.edge(ofArc: arc))
        found[count] = next
        count &+= 1
      }
    }
    var nodes = UnsafeMutableBufferPointer(start: found.pointer, count: count)
    nodes.sort()
    swap(&level, &found)
    levelCount = count
  }

  private mutating func pull(against arcs: Adjacency, _ steps: Double) {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    isInLevel.fill(0)
    for position in 0..<levelCount {
      isInLevel[level[position] >> 6] |= 1 << UInt64(truncatingIfNeeded: level[position] & 63)
    }
    levelCount = 0
    for word in 0..<reached.count {
      var left = ~reached[word]
      while left != 0 {
        let node = word &* 64 &+ left.trailingZeroBitCount
        left &= left &- 1
        for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
          let other = targets[unchecked: arc]
          guard isInLevel[other >> 6] >> UInt64(truncatingIfNeeded: other & 63) & 1 == 1 else { continue }
          reached[word] |= 1 << UInt64(truncatingIfNeeded: node & 63)
          distances[node] = steps
          parents[node] = other
          parentEdges[node] = Int32(truncatingIfNeeded: arcs.edge(ofArc: arc))
          level[levelCount] = Int32(truncatingIfNeeded: node)
          levelCount &+= 1
          break
        }
      }
    }
  }
}
