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

/// Distances by length from eight sources at once.
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
