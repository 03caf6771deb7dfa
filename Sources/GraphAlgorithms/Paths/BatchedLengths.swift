import GraphCore

/// Batched shortest paths: distances by length from eight sources at once.
///
/// Each node holds a vector of eight distances, one lane for each source. Sweeps go over the nodes whose distances were
/// lowered since they handed them on, in the hubs' order, until there is none: the least sums of lengths are what they
/// are, whatever the order in which they are found, so every bit is that of a search from each source alone. One walk
/// over an arc serves eight sources, and no queue is kept. The way over a hub is an upper bound from the start, so that
/// what is farther than that is not handed on. Sources that reach few nodes cost no more than those few.
///
/// The lengths must be above 0. After R. Bellman, Quarterly of Applied Mathematics 16 (1958) 87–90,
/// doi:10.1090/qam/102435, with the lanes of ``BatchedBrandes``.
struct BatchedLengths: ~Copyable {
  typealias Lanes = SIMD8<Double>

  /// How many sources share a sweep.
  static let laneCount = 8

  private let space: HubOrder
  /// Distances from each source; infinity where no way leads.
  let distances: Buffer<Lanes>
  /// One bit for each node that has to hand on its distances.
  private let waiting: Buffer<UInt64>
  /// The nodes that the sources of the last run reach.
  private(set) var reached: ReachedNodes

  init(_ space: HubOrder) {
    self.space = space
    reached = ReachedNodes(along: space.arcs)
    distances = Buffer(repeating: Lanes(repeating: .infinity), count: space.nodeCount)
    waiting = Buffer(repeating: 0, count: space.nodeCount / 64 + 1)
  }

  /// Finds the distances from up to eight sources, in place of those of the last ones.
  ///
  /// - Throws: `.cancelled`.
  mutating func run(from sources: ArraySlice<Int32>, _ context: RunContext) throws(AlgorithmError) {
    clear()
    let limit = ReachedNodes.limit(along: space.arcs)
    reached.find(from: sources, isMuch: space.isKnownToReach(moreThan: limit, from: sources))
    setBounds(from: sources)
    for (lane, source) in sources.enumerated() {
      distances[source][lane] = 0
      waiting[source >> 6] |= 1 << UInt64(truncatingIfNeeded: source & 63)
    }
    var isDone = false
    while !isDone {
      try context.checkCancellation()
      isDone = true
      for place in 0..<reached.wordCount where waiting[reached.word(at: place)] != 0 {
        isDone = false
        sweep(reached.word(at: place))
      }
    }
  }

  /// Forgets the distances from the last sources.
  private func clear() {
    guard !reached.isWhole else { return distances.fill(Lanes(repeating: .infinity)) }
    for place in 0..<reached.count { distances[reached[place]] = Lanes(repeating: .infinity) }
  }

  /// Sets every distance to that of the best way over a hub.
  private func setBounds(from sources: ArraySlice<Int32>) {
    for (toHub, fromHub) in zip(space.toHubs, space.fromHubs)
    where sources.contains(where: { toHub[Int($0)] < .infinity }) {
      var first = Lanes(repeating: .infinity)
      for (lane, source) in sources.enumerated() { first[lane] = toHub[Int(source)] }
      let second = fromHub.span
      for place in 0..<reached.count {
        let node = reached[place]
        let bound = first + second[unchecked: node]
        let known = distances[node]
        distances[node] = known.replacing(with: bound, where: bound .< known)
      }
    }
  }

  /// Hands on the distances of the waiting nodes among 64, in their order.
  private func sweep(_ word: Int) {
    let offsets = space.arcs.offsets.span
    let targets = space.arcs.targets.span
    let costs = space.costs.span
    let lanes = distances.pointer
    let marks = waiting.pointer
    while marks[word] != 0 {
      let bit = marks[word].trailingZeroBitCount
      marks[word] &= marks[word] &- 1
      let node = word &* 64 &+ bit
      let from = lanes[node]
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = Int(targets[unchecked: arc])
        let candidate = from + costs[unchecked: arc]
        let known = lanes[next]
        let isNearer = candidate .< known
        guard any(isNearer) else { continue }
        lanes[next] = known.replacing(with: candidate, where: isNearer)
        marks[next >> 6] |= 1 << UInt64(truncatingIfNeeded: next & 63)
      }
    }
  }

  /// Refuses a graph in which some edge is so short beside a distance that ties cannot be told from differences.
  ///
  /// - Throws: `.unfitValue` with such an edge.
  func checkFineness() throws(AlgorithmError) {
    var farthest = Lanes.zero
    for place in 0..<reached.count {
      let lanes = distances[reached[place]]
      farthest.replace(with: lanes, where: (lanes .> farthest) .& (lanes .< Double.infinity))
    }
    guard space.leastCost <= PathTies.finestShare * farthest.max() else { return }
    for place in 0..<reached.count {
      let isReached = distances[reached[place]] .< Double.infinity
      for arc in space.arcs.range(of: reached[place]) {
        let lanes = distances[space.arcs.targets[arc]].replacing(with: 0, where: .!isReached)
        guard any(space.costs[arc] .<= PathTies.finestShare * lanes) else { continue }
        throw .unfitValue(
          column: .length, edge: space.arcs.edge(ofArc: arc), value: space.costs[arc],
          needed: "more than \(PathTies.finestShare) of the distances in the graph (here up to \(farthest.max())), so "
            + "that equal paths can be told from longer ones")
      }
    }
  }

  /// The reach of the first so many sources of the last run; added up in the order of the graph's own node numbers.
  func reaches(of count: Int) -> [Reach] {
    var counts = Lanes.zero
    var sums = Lanes.zero
    var harmonicSums = Lanes.zero
    for number in reached.sorted(by: space.nodes, inverse: space.numbers) {
      let lanes = distances[number]
      let isOther = (lanes .> 0) .& (lanes .< Double.infinity)
      counts.replace(with: counts + 1, where: isOther)
      sums.replace(with: sums + lanes, where: isOther)
      harmonicSums.replace(with: harmonicSums + 1 / lanes, where: isOther)
    }
    return (0..<count).map {
      Reach(count: Int(counts[$0]), distanceSum: sums[$0], harmonicSum: harmonicSums[$0])
    }
  }
}
