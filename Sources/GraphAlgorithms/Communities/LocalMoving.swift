import GraphCore

/// Moves single nodes between communities as long as the quality grows: the step that Louvain and Leiden share.
///
/// Nodes wait in a queue, at first all in a random order; a node whose neighbour moves away queues again. In the end
/// no single move to a neighbouring community, or into a community of its own, would be a gain.
struct LocalMoving: ~Copyable {
  private let graph: CommunityGraph
  private let community: Buffer<Int32>
  private let memberCounts: Buffer<Int32>
  /// y of each community, layer after layer.
  private let totals: Buffer<Double>
  private let sums: LinkSums
  private let queue: Buffer<Int32>
  private let isQueued: Buffer<Bool>
  /// Community numbers that nobody uses.
  private let free: Buffer<Int32>
  private var freeCount = 0

  /// A mover that starts from a division with numbers below `nodeCount`.
  init(_ graph: CommunityGraph, from start: [Int32]) {
    let count = graph.nodeCount
    let layers = graph.layerCount
    self.graph = graph
    community = Buffer(repeating: 0, count: count)
    memberCounts = Buffer(repeating: 0, count: count)
    totals = Buffer(repeating: 0, count: count * layers)
    sums = LinkSums(groupCount: count, mostArcs: graph.mostArcs)
    // One place more, so that a node may be written behind the last one before it is known whether it shall wait.
    queue = Buffer(repeating: 0, count: count + 1)
    isQueued = Buffer(repeating: true, count: count)
    free = Buffer(repeating: 0, count: count)
    for node in 0..<count {
      let group = Int(start[node])
      community[node] = start[node]
      memberCounts[group] += 1
      for layer in 0..<layers { totals[group * layers + layer] += graph.masses[node * layers + layer] }
    }
    for group in 0..<count where memberCounts[group] == 0 {
      free[freeCount] = Int32(truncatingIfNeeded: group)
      freeCount += 1
    }
  }

  /// A rough division: nodes move, communities become the nodes of a smaller graph, until nothing moves any more.
  ///
  /// - Parameter sweeps: How often each node of a graph has its turn at most, on the average.
  /// - Throws: `.cancelled`.
  static func roughDivision(
    of graph: CommunityGraph, sweeps: Int? = nil, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    var level = graph
    var nodes = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    while true {
      var mover = LocalMoving(level, from: (0..<level.nodeCount).map { Int32(truncatingIfNeeded: $0) })
      try mover.run(steps: sweeps.map { $0 * level.nodeCount } ?? .max, &random, context)
      let moved = mover.partition()
      for node in nodes.indices { nodes[node] = moved.groups[Int(nodes[node])] }
      if moved.groupCount == level.nodeCount { return Partition(numbers: nodes, below: max(level.nodeCount, 1)) }
      level = try level.merged(by: moved.groups, count: moved.groupCount, context)
    }
  }

  /// The communities now.
  func partition() -> Partition { Partition(numbers: community.array(), below: max(graph.nodeCount, 1)) }

  /// Moves nodes until no move is a gain, or until so many nodes have had their turn.
  mutating func run(
    steps limit: Int = .max, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = graph.nodeCount
    CommunityOrder.fill(queue, count: count, &random)
    var head = 0
    var waiting = count
    var steps = 0
    while waiting > 0 && steps < limit {
      let node = Int(queue[head])
      head = head == count ? 0 : head &+ 1
      waiting &-= 1
      isQueued[node] = false
      steps &+= 1
      if steps & 1023 == 0 { try context.checkCancellation() }
      let next = bestCommunity(of: node, &random)
      guard next != community[node] else { continue }
      move(node, to: next)
      let targets = graph.targets.span
      let offsets = graph.offsets.span
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let neighbor = targets[unchecked: arc]
        let isNew = !isQueued[neighbor] && community[neighbor] != next
        let tail = head &+ waiting
        // Written in any case, as in the sums.
        queue[tail <= count ? tail : tail &- count &- 1] = neighbor
        isQueued[neighbor] = isQueued[neighbor] || isNew
        waiting &+= isNew ? 1 : 0
      }
    }
  }

  /// Where a node adds most to the quality, by chance one of those where it adds the same; where it is, unless another
  /// place is better by more than rounding.
  private func bestCommunity(of node: Int, _ random: inout SeededGenerator) -> Int32 {
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let touchedCount = sums.add(graph, node, community.pointer)
    let own = community[node]
    var best = own
    var bestGain = links[Int(own)] - expected(node, with: own, without: node)
    links[Int(own)] = 0
    let isAlone = memberCounts[own] == 1
    let tolerance = graph.tolerance
    var position = LinkSums.start(below: touchedCount, &random)
    for _ in 0..<touchedCount {
      let group = touched[position]
      position = position &+ 1 == touchedCount ? 0 : position &+ 1
      let link = links[Int(group)]
      links[Int(group)] = 0
      let gain = link - expected(node, with: group)
      guard gain > bestGain + tolerance && link > 0 else { continue }
      best = group
      bestGain = gain
    }
    return !isAlone && bestGain < -tolerance && freeCount > 0 ? free[freeCount - 1] : best
  }

  @inline(__always)
  private func expected(_ node: Int, with group: Int32) -> Double {
    let layers = graph.layerCount
    let pulls = graph.pulls.span
    if layers == 1 { return pulls[unchecked: node] * totals[group] }
    var sum = 0.0
    for layer in 0..<layers {
      sum += pulls[unchecked: node &* layers &+ layer] * totals[Int(group) &* layers &+ layer]
    }
    return sum
  }

  private func expected(_ node: Int, with group: Int32, without other: Int) -> Double {
    let layers = graph.layerCount
    var sum = 0.0
    for layer in 0..<layers {
      let rest = totals[Int(group) &* layers &+ layer] - graph.masses[other &* layers &+ layer]
      sum += graph.pulls[node &* layers &+ layer] * rest
    }
    return sum
  }

  private mutating func move(_ node: Int, to group: Int32) {
    let old = community[node]
    let layers = graph.layerCount
    for layer in 0..<layers {
      let mass = graph.masses[node &* layers &+ layer]
      totals[Int(old) &* layers &+ layer] -= mass
      totals[Int(group) &* layers &+ layer] += mass
    }
    if freeCount > 0 && free[freeCount - 1] == group && memberCounts[group] == 0 { freeCount -= 1 }
    memberCounts[old] -= 1
    memberCounts[group] += 1
    community[node] = group
    guard memberCounts[old] == 0 else { return }
    for layer in 0..<layers { totals[Int(old) &* layers &+ layer] = 0 }
    free[freeCount] = old
    freeCount += 1
  }
}

/// How strongly one node after the other is tied to each community; all 0 in between.
struct LinkSums: ~Copyable {
  let links: Buffer<Double>
  /// The communities that the node at work is tied to.
  let touched: Buffer<Int32>

  init(groupCount: Int, mostArcs: Int) {
    links = Buffer(repeating: 0, count: groupCount)
    touched = Buffer(unwrittenCount: mostArcs + 1)
  }

  /// Where in the list of touched communities to begin. The first of equal ones counts, so that chance decides among
  /// them: an order that never changed would keep some graphs from their best division whatever the seed.
  @inline(__always)
  static func start(below count: Int, _ random: inout SeededGenerator) -> Int {
    Int(truncatingIfNeeded: (random.next() >> 32 &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// Adds the ties of a node to the sums; returns how many communities are touched now, those whose ties cancelled on
  /// the way more than once.
  @inline(__always)
  func add(
    _ graph: CommunityGraph, _ node: Int, _ groups: UnsafePointer<Int32>, after touchedCount: Int = 0
  ) -> Int {
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let sums = links.pointer
    let list = touched.pointer
    var count = touchedCount
    for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
      let group = groups[Int(targets[unchecked: arc])]
      let link = sums[Int(group)]
      // Written in any case: whether a community is new is a coin toss that no processor foresees.
      list[count] = group
      count &+= link == 0 ? 1 : 0
      sums[Int(group)] = link + weights[unchecked: arc]
    }
    return count
  }
}

/// Random orders of nodes, and parts of groups that hang together.
enum CommunityOrder {
  /// Writes the numbers from 0 on in a random order.
  static func fill(_ order: borrowing Buffer<Int32>, count: Int? = nil, _ random: inout SeededGenerator) {
    for position in 0..<(count ?? order.count) {
      let other = random.nextIndex(below: position + 1)
      order[position] = order[other]
      order[other] = Int32(truncatingIfNeeded: position)
    }
  }

  /// Puts numbers in a random order.
  static func shuffle(_ order: borrowing Buffer<Int32>, _ random: inout SeededGenerator) {
    for position in 0..<order.count {
      let other = random.nextIndex(below: position + 1)
      let number = order[position]
      order[position] = order[other]
      order[other] = number
    }
  }

  /// The groups, with those that friendly ties do not hold together taken apart.
  ///
  /// Each node joins the first member of its group that it finds; then the nodes of groups that are still in parts look
  /// on, until one part is left or no tie is. Most groups are one part long before all ties are seen.
  ///
  /// - Complexity: About O(n + m).
  static func connectedParts(
    of groups: [Int32], in graph: CommunityGraph, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let count = graph.nodeCount
    let bound = Int(groups.max() ?? -1) + 1
    // How many parts each group is in, less one.
    let open = Buffer<Int32>(repeating: -1, count: bound)
    let parts = Buffer<Int32>(repeating: 0, count: count)
    for node in 0..<count {
      parts[node] = Int32(truncatingIfNeeded: node)
      open[groups[node]] += 1
    }
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let places = groups.span
    for looksOn in [false, true] {
      for node in 0..<count {
        if node & 1023 == 0 { try context.checkCancellation() }
        let group = places[unchecked: node]
        if open[group] == 0 { continue }
        for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
          let other = Int(targets[unchecked: arc])
          guard places[unchecked: other] == group && weights[unchecked: arc] > 0 else { continue }
          let mine = root(of: node, parts)
          let its = root(of: other, parts)
          parts[max(mine, its)] = min(mine, its)
          open[group] -= mine == its ? 0 : 1
          if !looksOn || open[group] == 0 { break }
        }
      }
    }
    for node in 0..<count { parts[node] = root(of: node, parts) }
    return Partition(numbers: parts.array(), below: max(count, 1))
  }

  private static func root(of node: Int, _ parts: borrowing Buffer<Int32>) -> Int32 {
    var node = Int32(truncatingIfNeeded: node)
    while parts[node] != node {
      parts[node] = parts[parts[node]]
      node = parts[node]
    }
    return node
  }
}
