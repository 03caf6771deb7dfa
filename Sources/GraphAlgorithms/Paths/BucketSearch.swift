import GraphCore

/// Dial's algorithm: shortest paths from one source by buckets of distance, where no arc is very much shorter than the
/// longest.
///
/// No bucket is wider than the shortest arc, so nodes of one bucket cannot shorten each other's distances: their order
/// plays no part, and nothing is ever sorted. A node whose distance falls enters another bucket; its old entry is passed
/// over.
///
/// After R. B. Dial, Comm. ACM 12 (1969) 632–633, doi:10.1145/363269.363610, for lengths that are not whole, as in
/// E. V. Denardo, B. L. Fox, Operations Research 27 (1979) 161–186, doi:10.1287/opre.27.1.161.
struct BucketSearch: ~Copyable {
  /// How many lists there may be: with more, looking for the next one takes longer than a heap does.
  private static let greatestRing = 1 << 14
  /// The shortest arc must be longer than this share of the distances: then rounding never puts the two ends of an arc
  /// into one stretch, and an arc is always longer than a difference that counts as a tie.
  private static let finestShare = 1e-9

  private let distances: Buffer<Double>
  /// How many stretches a unit of length has: a little more than the shortest arc asks for, because of rounding.
  private let scale: Double
  private let mask: Int
  /// First entry of each list, −1 for none. No arc leads farther than once round the ring of lists.
  private let heads: Buffer<Int32>
  /// One bit for each list that is not empty.
  private let occupied: Buffer<UInt64>
  /// All entries ever made, each a node and the entry after it. No arc makes more than one.
  private let entries: Buffer<SIMD2<Int32>>
  private var entryCount = 0
  /// The nodes in the order in which the search went on from them.
  private let order: Buffer<Int32>
  private var orderCount = 0
  /// The arcs that may lie on shortest paths, by the node that they leave, and where those of each node end: all that
  /// came within a tie of the least distance known then.
  private let hopefulArcs: Buffer<Int32>
  private let hopefulEnds: Buffer<Int32>
  /// Whether these arcs are wanted.
  private let keepsArcs: Bool

  /// - Parameter keepsArcs: Whether ``tree(from:in:)`` will be asked for.
  /// - Returns: `nil` when the shortest arc is so short that more lists were needed than there may be.
  init?(_ space: PathSpace, keepsArcs: Bool) {
    self.keepsArcs = keepsArcs
    scale = 1.0001 / space.leastCost
    guard !space.costs.isEmpty, space.leastCost > 0, scale < .infinity,
      space.greatestCost * scale < Double(Self.greatestRing - 2)
    else { return nil }
    var ring = 64
    while Double(ring - 2) <= space.greatestCost * scale { ring *= 2 }
    mask = ring - 1
    distances = Buffer(repeating: .infinity, count: space.nodeCount)
    heads = Buffer(repeating: -1, count: ring)
    occupied = Buffer(repeating: 0, count: ring / 64)
    entries = Buffer(unwrittenCount: space.arcs.arcCount + 1)
    order = Buffer(unwrittenCount: space.nodeCount)
    hopefulArcs = Buffer(unwrittenCount: keepsArcs ? space.arcs.arcCount : 0)
    hopefulEnds = Buffer(unwrittenCount: keepsArcs ? space.nodeCount : 0)
  }

  /// Finds the distances, once.
  ///
  /// - Returns: Whether they hold: not when some arc is so short beside them that rounding could hide it.
  /// - Throws: `.cancelled`.
  mutating func run(
    from source: Int, in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) -> Bool {
    distances[source] = 0
    enter(Int32(truncatingIfNeeded: source), 0)
    var stretch = 0
    var passed = 0
    var hopeful = 0
    var farthest = 0.0
    while passed < entryCount {
      stretch = firstOccupied(from: stretch)
      let first = orderCount
      passed &+= takeList(of: stretch)
      for position in first..<orderCount {
        if position & 1023 == 0 { try context.checkCancellation() }
        let node = order[position]
        farthest = max(farthest, distances[node])
        hopeful = leave(node, in: space, hopeful)
        if keepsArcs { hopefulEnds[position] = Int32(truncatingIfNeeded: hopeful) }
      }
    }
    return space.leastCost > Self.finestShare * farthest
  }

  /// The distance of each node.
  func allDistances() -> [Double] { distances.array() }

  /// Goes along the arcs of a node; returns the new count of hopeful arcs.
  private mutating func leave(_ node: Int32, in space: PathSpace, _ hopefulCount: Int) -> Int {
    let offsets = space.arcs.offsets.span
    let targets = space.arcs.targets.span
    let costs = space.costs.span
    let distance = distances[node]
    var hopeful = hopefulCount
    for arc in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) &+ 1]) {
      let next = targets[unchecked: arc]
      let candidate = distance + costs[unchecked: arc]
      let known = distances[next]
      guard candidate <= known * PathTies.factor else { continue }
      if keepsArcs {
        hopefulArcs[hopeful] = Int32(truncatingIfNeeded: arc)
        hopeful &+= 1
      }
      guard candidate < known else { continue }
      distances[next] = candidate
      let stretch = Int(candidate * scale)
      if known < .infinity && stretch == Int(known * scale) { continue }
      enter(next, stretch & mask)
    }
    return hopeful
  }

  @inline(__always)
  private mutating func enter(_ node: Int32, _ list: Int) {
    entries[entryCount] = SIMD2(node, heads[list])
    heads[list] = Int32(truncatingIfNeeded: entryCount)
    occupied[list >> 6] |= 1 << UInt64(truncatingIfNeeded: list & 63)
    entryCount &+= 1
  }

  /// Puts the nodes of a stretch into the order, and empties its list; returns how many entries that had.
  private mutating func takeList(of stretch: Int) -> Int {
    let list = stretch & mask
    var entry = heads[list]
    heads[list] = -1
    occupied[list >> 6] &= ~(1 << UInt64(truncatingIfNeeded: list & 63))
    var count = 0
    while entry >= 0 {
      let waiting = entries[entry]
      entry = waiting.y
      count &+= 1
      guard Int(distances[waiting.x] * scale) == stretch else { continue }
      order[orderCount] = waiting.x
      orderCount &+= 1
    }
    return count
  }

  /// The first stretch from this one on whose list is not empty; there is one.
  private func firstOccupied(from start: Int) -> Int {
    var stretch = start
    while true {
      let bits = occupied[(stretch & mask) >> 6] >> UInt64(truncatingIfNeeded: stretch & 63)
      if bits != 0 { return stretch &+ bits.trailingZeroBitCount }
      stretch = (stretch | 63) &+ 1
    }
  }

  /// For each node the edge by which it is reached: among ties the one of the smallest number. A tied arc comes from a
  /// nearer node, because no arc is as short as what counts as a tie.
  func tree(from source: Int, in space: PathSpace) -> PathTree {
    let parentEdges = Buffer<Int32>(repeating: -1, count: distances.count)
    let parents = Buffer<Int32>(repeating: -1, count: distances.count)
    let targets = space.arcs.targets.span
    let edges = space.arcs.edges.span
    let costs = space.costs.span
    let hasEdges = !edges.isEmpty
    var begin = 0
    for position in 0..<orderCount {
      let node = order[position]
      let distance = distances[node]
      for place in begin..<Int(hopefulEnds[position]) {
        let arc = Int(hopefulArcs[place])
        let next = targets[unchecked: arc]
        guard distance + costs[unchecked: arc] <= distances[next] * PathTies.factor else { continue }
        let edge = hasEdges ? edges[unchecked: arc] : Int32(truncatingIfNeeded: arc)
        guard parentEdges[next] < 0 || edge < parentEdges[next] else { continue }
        parentEdges[next] = edge
        parents[next] = node
      }
      begin = Int(hopefulEnds[position])
    }
    return PathTree(
      source: source, distances: distances.array(), parentEdges: parentEdges.array(), parents: parents.array())
  }
}
