import GraphCore

/// Moves single nodes between communities as long as the quality grows: the step that Louvain and Leiden share.
///
/// Nodes wait in a queue, at first all in a random order; a node whose neighbour moves away queues again. In the end
/// no single move to a neighbouring community, or into a community of its own, would be a gain.
struct CommunityMover: ~Copyable {
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
    queue = Buffer(repeating: 0, count: count)
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
  /// - Throws: `.cancelled`.
  static func roughDivision(
    of graph: CommunityGraph, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    var level = graph
    var nodes = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    while true {
      var mover = CommunityMover(level, from: (0..<level.nodeCount).map { Int32(truncatingIfNeeded: $0) })
      try mover.run(&random, context)
      let moved = mover.partition()
      for node in nodes.indices { nodes[node] = moved.groups[Int(nodes[node])] }
      if moved.groupCount == level.nodeCount { return Partition(numbers: nodes, below: max(level.nodeCount, 1)) }
      level = level.merged(by: moved.groups, count: moved.groupCount)
    }
  }

  /// The communities now.
  func partition() -> Partition { Partition(numbers: community.array(), below: max(graph.nodeCount, 1)) }

  /// Moves nodes until no move is a gain.
  mutating func run(
    _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = graph.nodeCount
    CommunityOrder.fill(queue, &random)
    var head = 0
    var waiting = count
    var steps = 0
    while waiting > 0 {
      let node = Int(queue[head])
      head = head &+ 1 == count ? 0 : head &+ 1
      waiting &-= 1
      isQueued[node] = false
      steps &+= 1
      if steps & 1023 == 0 { try context.checkCancellation() }
      let next = bestCommunity(of: node)
      guard next != community[node] else { continue }
      move(node, to: next)
      let targets = graph.targets.span
      let offsets = graph.offsets.span
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let neighbor = targets[unchecked: arc]
        guard !isQueued[neighbor] && community[neighbor] != next else { continue }
        let tail = head &+ waiting
        queue[tail < count ? tail : tail &- count] = neighbor
        isQueued[neighbor] = true
        waiting &+= 1
      }
    }
  }

  /// Where a node adds most to the quality; where it is, unless another place is better by more than rounding.
  private func bestCommunity(of node: Int) -> Int32 {
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let touchedCount = sums.add(graph, node, community.pointer)
    let own = community[node]
    var best = own
    var bestGain = links[Int(own)] - expected(node, with: own, without: node)
    links[Int(own)] = 0
    let isAlone = memberCounts[own] == 1
    for position in 0..<touchedCount {
      let group = touched[position]
      let link = links[Int(group)]
      links[Int(group)] = 0
      let gain = link - expected(node, with: group)
      guard gain > bestGain + graph.tolerance && link > 0 else { continue }
      bestGain = gain
      best = group
    }
    return !isAlone && bestGain < -graph.tolerance && freeCount > 0 ? free[freeCount - 1] : best
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
  static func fill(_ order: borrowing Buffer<Int32>, _ random: inout SeededGenerator) {
    for position in 0..<order.count {
      let other = random.nextIndex(below: position + 1)
      order[position] = order[other]
      order[other] = Int32(truncatingIfNeeded: position)
    }
  }

  /// The groups, with those that friendly ties do not hold together taken apart.
  ///
  /// - Complexity: O(n + m).
  static func connectedParts(
    of groups: [Int32], in graph: CommunityGraph, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let part = Buffer<Int32>(repeating: -1, count: graph.nodeCount)
    let queue = Buffer<Int32>(repeating: 0, count: graph.nodeCount)
    var head = 0
    var tail = 0
    for root in 0..<graph.nodeCount where part[root] < 0 {
      part[root] = Int32(truncatingIfNeeded: root)
      queue[tail] = Int32(truncatingIfNeeded: root)
      tail &+= 1
      while head < tail {
        let node = Int(queue[head])
        head &+= 1
        if head & 1023 == 0 { try context.checkCancellation() }
        for arc in Int(graph.offsets[node])..<Int(graph.offsets[node &+ 1]) where graph.weights[arc] > 0 {
          let next = Int(graph.targets[arc])
          guard part[next] < 0 && groups[next] == groups[node] else { continue }
          part[next] = part[node]
          queue[tail] = Int32(truncatingIfNeeded: next)
          tail &+= 1
        }
      }
    }
    return Partition(numbers: part.array(), below: max(graph.nodeCount, 1))
  }
}
