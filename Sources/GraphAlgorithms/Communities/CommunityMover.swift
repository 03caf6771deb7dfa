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
  /// How strongly the node at work is tied to each community; 0 in between.
  private let links: Buffer<Double>
  private let touched: Buffer<Int32>
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
    links = Buffer(repeating: 0, count: count)
    let mostArcs = (0..<count).reduce(0) { max($0, Int(graph.offsets[$1 + 1] - graph.offsets[$1])) }
    touched = Buffer(repeating: 0, count: mostArcs)
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
      for arc in Int(graph.offsets[node])..<Int(graph.offsets[node &+ 1]) {
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
    let targets = graph.targets.span
    let weights = graph.weights.span
    var touchedCount = 0
    for arc in Int(graph.offsets[node])..<Int(graph.offsets[node &+ 1]) {
      let group = community[targets[unchecked: arc]]
      let link = links[group]
      if link == 0 {
        touched[touchedCount] = group
        touchedCount &+= 1
      }
      links[group] = link + weights[unchecked: arc]
    }
    let own = community[node]
    var best = own
    var bestGain = links[own] - expected(node, with: own, without: node)
    let isAlone = memberCounts[own] == 1
    for position in 0..<touchedCount {
      let group = touched[position]
      let link = links[group]
      links[group] = 0
      guard group != own && link > 0 else { continue }
      let gain = link - expected(node, with: group)
      if gain > bestGain + graph.tolerance {
        bestGain = gain
        best = group
      }
    }
    return !isAlone && bestGain < -graph.tolerance && freeCount > 0 ? free[freeCount - 1] : best
  }

  @inline(__always)
  private func expected(_ node: Int, with group: Int32) -> Double {
    let layers = graph.layerCount
    if layers == 1 { return graph.pulls[node] * totals[group] }
    var sum = 0.0
    for layer in 0..<layers { sum += graph.pulls[node &* layers &+ layer] * totals[Int(group) &* layers &+ layer] }
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
