import GraphCore

/// Brandes' passes over eight sources at once, for paths measured by length.
///
/// Once the distances are known, an arc is on shortest paths from some of the eight sources, or from none; most arcs are
/// on none, and are not looked at again. Path counts spread along the others, dependencies back along them. No order
/// of the nodes fits all eight sources, so what arrives at a node after it has handed on is handed on too: sums of
/// parts are the same sums, and in the hubs' order hardly anything arrives late.
struct BatchedLengthBrandes: ~Copyable {
  typealias Lanes = SIMD8<Double>

  private let space: HubOrder
  private var search: BatchedLengths
  private let forward: TightArcs
  private let backward: TightArcs
  /// σ: shortest paths from each source to each node.
  private let counts: Buffer<Lanes>
  /// (1 + δ) / σ, with δ the dependency.
  private let shares: Buffer<Lanes>
  private let spread: SharedSpread

  init(_ space: HubOrder) {
    self.space = space
    search = BatchedLengths(space)
    forward = TightArcs(space)
    backward = TightArcs(space)
    counts = Buffer(repeating: .zero, count: space.nodeCount)
    shares = Buffer(repeating: .zero, count: space.nodeCount)
    spread = SharedSpread(nodeCount: space.nodeCount)
  }

  /// Adds for each node the share of the shortest paths from up to eight sources that pass through it.
  ///
  /// - Throws: `.unfitValue` for lengths that vanish beside the distances, `.limitExceeded` for too many paths,
  ///   `.cancelled`.
  mutating func addDependencies(
    on sources: ArraySlice<Int32>, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    try search.run(from: sources, context)
    try search.checkFineness()
    forward.collect(search.distances, search.reached, space)
    backward.transpose(forward, search.reached)
    for (lane, source) in sources.enumerated() { spread.add(1, to: Int(source), lane: lane) }
    try spread.run(along: forward, into: counts, at: search.reached, upwards: true, context)
    for place in 0..<search.reached.count {
      let node = search.reached[place]
      let count = counts[node]
      guard count.sum() < .infinity else { throw .tooManyPaths(to: Int(space.nodes[node])) }
      let inverse = (1 / count).replacing(with: 0, where: count .== 0)
      if any(count .> 0) { spread.add(inverse, to: node) }
    }
    try spread.run(along: backward, into: shares, at: search.reached, upwards: false, context)
    for (lane, source) in sources.enumerated() { counts[source][lane] = 0 }
    if search.reached.isWhole { sums.markAll() }
    for place in 0..<search.reached.count {
      let node = search.reached[place]
      let count = counts[node]
      let inverse = 1 / count
      if !search.reached.isWhole { sums.mark(node) }
      sums[node] += (count * (shares[node] - inverse)).replacing(with: 0, where: count .== 0).sum()
    }
  }
}

/// The arcs that lie on shortest paths from some of the sources, and from which.
private struct TightArcs: ~Copyable {
  /// Where the arcs of each node that is reached begin; the next entry says where they end.
  let offsets: Buffer<Int32>
  let targets: Buffer<Int32>
  /// One bit for each source.
  let lanes: Buffer<UInt8>

  init(_ space: HubOrder) {
    offsets = Buffer(repeating: 0, count: space.nodeCount + 1)
    targets = Buffer(unwrittenCount: space.arcs.arcCount)
    lanes = Buffer(unwrittenCount: space.arcs.arcCount)
  }

  /// Finds the arcs over which a node comes as near as it is, ties included.
  func collect(
    _ distances: borrowing Buffer<SIMD8<Double>>, _ reached: borrowing ReachedNodes, _ space: HubOrder
  ) {
    let starts = space.arcs.offsets.span
    let heads = space.arcs.targets.span
    let costs = space.costs.span
    let known = distances.pointer
    let bits = SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128)
    var count = 0
    for place in 0..<reached.count {
      let node = reached[place]
      let from = known[node]
      offsets[node] = Int32(truncatingIfNeeded: count)
      for arc in Int(starts[unchecked: node])..<Int(starts[unchecked: node &+ 1]) {
        let head = Int(heads[unchecked: arc])
        let reach = from + costs[unchecked: arc]
        let isTight = (reach .<= known[head] * PathTies.factor) .& (reach .< Double.infinity)
        guard any(isTight) else { continue }
        targets[count] = Int32(truncatingIfNeeded: head)
        lanes[count] = UInt8(truncatingIfNeeded: bits.replacing(with: 0, where: .!isTight).wrappedSum())
        count &+= 1
      }
      offsets[node &+ 1] = Int32(truncatingIfNeeded: count)
    }
  }

  /// The same arcs the other way, by counting sort.
  func transpose(_ other: borrowing TightArcs, _ reached: borrowing ReachedNodes) {
    for place in 0..<reached.count { offsets[reached[place] &+ 1] = 0 }
    let count = reached.count > 0 ? Int(other.offsets[reached[reached.count - 1] &+ 1]) : 0
    for position in 0..<count { offsets[other.targets[position] &+ 1] &+= 1 }
    // Where the arcs of each node end, kept one entry on; every arc that is put there moves it down to where they begin.
    var end: Int32 = 0
    for place in 0..<reached.count {
      end &+= offsets[reached[place] &+ 1]
      offsets[reached[place] &+ 1] = end
    }
    for place in stride(from: reached.count - 1, through: 0, by: -1) {
      let node = reached[place]
      for position in Int(other.offsets[node])..<Int(other.offsets[node &+ 1]) {
        let head = Int(other.targets[position])
        offsets[head &+ 1] &-= 1
        let target = offsets[head &+ 1]
        targets[target] = Int32(truncatingIfNeeded: node)
        lanes[target] = other.lanes[position]
      }
    }
    // The arcs of a node end where those of the next one begin.
    for place in 0..<reached.count {
      let node = reached[place]
      offsets[node] = offsets[node &+ 1]
      let next = place &+ 1 < reached.count ? reached[place &+ 1] : -1
      if next != node &+ 1 { offsets[node &+ 1] = next >= 0 ? offsets[next &+ 1] : Int32(truncatingIfNeeded: count) }
    }
  }
}

/// Propagation along arcs until nothing moves any more; the arcs have no cycle for any source.
private struct SharedSpread: ~Copyable {
  typealias Lanes = SIMD8<Double>

  /// What each node received and has not handed on.
  private let pending: Buffer<Lanes>
  /// One bit for each node that something is pending at.
  private let waiting: Buffer<UInt64>
  /// For four bits, 1 in the lanes whose bit is set and 0 in the others.
  private let factors: Buffer<SIMD4<Double>>

  init(nodeCount: Int) {
    pending = Buffer(repeating: .zero, count: nodeCount)
    waiting = Buffer(repeating: 0, count: nodeCount / 64 + 1)
    factors = Buffer(repeating: .zero, count: 16)
    for bits in 0..<16 {
      for lane in 0..<4 where bits >> lane & 1 == 1 { factors[bits][lane] = 1 }
    }
  }

  /// Puts an amount at a node.
  func add(_ amount: Double, to node: Int, lane: Int) {
    pending[node][lane] += amount
    waiting[node >> 6] |= 1 << UInt64(truncatingIfNeeded: node & 63)
  }

  /// Puts amounts at a node.
  @inline(__always)
  func add(_ amounts: Lanes, to node: Int) {
    pending[node] += amounts
    waiting[node >> 6] |= 1 << UInt64(truncatingIfNeeded: node & 63)
  }

  /// Spreads what is pending, and sums up in `totals` what passed each node.
  func run(
    along arcs: borrowing TightArcs, into totals: borrowing Buffer<Lanes>, at reached: borrowing ReachedNodes,
    upwards: Bool, _ context: RunContext
  ) throws(AlgorithmError) {
    for place in 0..<reached.count { totals[reached[place]] = .zero }
    var isDone = false
    while !isDone {
      try context.checkCancellation()
      isDone = true
      for step in 0..<reached.wordCount {
        let word = reached.word(at: upwards ? step : reached.wordCount &- 1 &- step)
        while waiting[word] != 0 {
          isDone = false
          let bit = upwards ? waiting[word].trailingZeroBitCount : 63 &- waiting[word].leadingZeroBitCount
          waiting[word] &= ~(1 << UInt64(truncatingIfNeeded: bit))
          handOn(word &* 64 &+ bit, along: arcs, totals)
        }
      }
    }
  }

  @inline(__always)
  private func handOn(_ node: Int, along arcs: borrowing TightArcs, _ totals: borrowing Buffer<Lanes>) {
    let amounts = pending[node]
    pending[node] = .zero
    totals[node] += amounts
    for position in Int(arcs.offsets[node])..<Int(arcs.offsets[node &+ 1]) {
      let bits = Int(arcs.lanes[position])
      let passing = amounts * Lanes(lowHalf: factors[bits & 15], highHalf: factors[bits >> 4])
      guard any(passing .!= 0) else { continue }
      add(passing, to: Int(arcs.targets[position]))
    }
  }
}
