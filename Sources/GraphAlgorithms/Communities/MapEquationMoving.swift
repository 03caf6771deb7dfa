import GraphCore

/// Moves single nodes between communities as long as the description becomes shorter.
struct MapEquationMoving: ~Copyable {
  private let flow: FlowGraph
  /// Nodes with unlike numbers stay apart; empty when all may meet.
  private let walls: [Int32]
  private let community: Buffer<Int32>
  private let memberCounts: Buffer<Int32>
  private let leaving: Buffer<Double>
  private let jumps: Buffer<Double>
  private let landings: Buffer<Double>
  private let visits: Buffer<Double>
  /// Flow between the node at work and each community, both ways; 0 in between.
  private let links: Buffer<Double>
  private let touched: Buffer<Int32>
  private let order: Buffer<Int32>
  /// Community numbers that nobody uses.
  private let free: Buffer<Int32>
  private var freeCount = 0
  private var exitSum = 0.0

  /// A mover that starts from a division with numbers below `nodeCount`; with walls, from single nodes.
  init(_ flow: FlowGraph, from start: [Int32], within walls: [Int32] = []) {
    self.walls = walls
    let count = flow.nodeCount
    self.flow = flow
    community = Buffer(repeating: 0, count: count)
    memberCounts = Buffer(repeating: 0, count: count)
    leaving = Buffer(repeating: 0, count: count)
    jumps = Buffer(repeating: 0, count: count)
    landings = Buffer(repeating: 0, count: count)
    visits = Buffer(repeating: 0, count: count)
    links = Buffer(repeating: 0, count: count)
    touched = Buffer(repeating: 0, count: count)
    order = Buffer(repeating: 0, count: count)
    free = Buffer(repeating: 0, count: count)
    for node in 0..<count {
      let group = Int(start[node])
      community[node] = start[node]
      memberCounts[group] += 1
      leaving[group] += flow.leaving[node]
      jumps[group] += flow.jumps[node]
      landings[group] += flow.landings[node]
      visits[group] += flow.visits[node]
      for arc in Int(flow.offsets[node])..<Int(flow.offsets[node + 1])
      where start[Int(flow.targets[arc])] == start[node] { leaving[group] -= flow.flows[arc] / 2 }
    }
    for group in 0..<count {
      exitSum += exit(of: group)
      guard memberCounts[group] == 0 else { continue }
      free[freeCount] = Int32(truncatingIfNeeded: group)
      freeCount += 1
    }
  }

  /// The communities now.
  func partition() -> Partition { Partition(numbers: community.array(), below: max(flow.nodeCount, 1)) }

  /// Moves nodes in random orders until no move is a gain.
  mutating func run(_ random: inout SeededGenerator, _ context: RunContext) throws(AlgorithmError) {
    var isBetter = true
    while isBetter {
      isBetter = false
      CommunityOrder.fill(order, &random)
      for position in 0..<flow.nodeCount {
        if position & 1023 == 0 { try context.checkCancellation() }
        if moveToBest(Int(order[position])) { isBetter = true }
      }
    }
  }

  private func exit(of group: Int) -> Double {
    max(leaving[group], 0) + jumps[group] * max(1 - landings[group], 0)
  }

  private mutating func moveToBest(_ node: Int) -> Bool {
    var touchedCount = 0
    for arc in Int(flow.offsets[node])..<Int(flow.offsets[node &+ 1]) {
      let group = community[flow.targets[arc]]
      if links[group] == 0 {
        touched[touchedCount] = group
        touchedCount &+= 1
      }
      links[group] += flow.flows[arc]
    }
    let own = Int(community[node])
    if walls.isEmpty && memberCounts[own] > 1 && freeCount > 0 {
      // The node may leave and be alone.
      touched[touchedCount] = free[freeCount - 1]
      touchedCount &+= 1
    }
    let before = exit(of: own)
    let remainder = exitWithout(node, own)
    let gone = part(remainder, visits[own] - flow.visits[node]) - part(before, visits[own])
    var best = own
    var bestChange = -1e-12
    for position in 0..<touchedCount where Int(touched[position]) != own {
      let group = Int(touched[position])
      // A community has the number of its first node, which is on the same side of the walls as all of it.
      guard walls.isEmpty || walls[group] == walls[node] else { continue }
      let there = exit(of: group)
      let joined = exitWith(node, group)
      let sum = exitSum - before + remainder - there + joined
      let change =
        gone + part(joined, visits[group] + flow.visits[node]) - part(there, visits[group])
        + Information.xLog2X(sum) - Information.xLog2X(exitSum)
      if change < bestChange {
        bestChange = change
        best = group
      }
    }
    if best != own { move(node, to: best) }
    for position in 0..<touchedCount { links[touched[position]] = 0 }
    return best != own
  }

  /// What a community adds to the description, apart from the sum of all exits.
  private func part(_ exit: Double, _ visits: Double) -> Double {
    Information.xLog2X(exit + max(visits, 0)) - 2 * Information.xLog2X(exit)
  }

  private func exitWithout(_ node: Int, _ group: Int) -> Double {
    guard memberCounts[group] > 1 else { return 0 }
    let along = leaving[group] - flow.leaving[node] + links[group]
    return max(along, 0) + (jumps[group] - flow.jumps[node]) * max(1 - landings[group] + flow.landings[node], 0)
  }

  private func exitWith(_ node: Int, _ group: Int) -> Double {
    let along = leaving[group] + flow.leaving[node] - links[group]
    return max(along, 0) + (jumps[group] + flow.jumps[node]) * max(1 - landings[group] - flow.landings[node], 0)
  }

  private mutating func move(_ node: Int, to group: Int) {
    let own = Int(community[node])
    exitSum -= exit(of: own) + exit(of: group)
    leaving[own] += links[own] - flow.leaving[node]
    leaving[group] += flow.leaving[node] - links[group]
    for (place, sign) in [(own, -1.0), (group, 1.0)] {
      jumps[place] += sign * flow.jumps[node]
      landings[place] += sign * flow.landings[node]
      visits[place] += sign * flow.visits[node]
    }
    if memberCounts[group] == 0 { freeCount -= 1 }
    memberCounts[own] -= 1
    memberCounts[group] += 1
    if memberCounts[own] == 0 {
      leaving[own] = 0
      jumps[own] = 0
      landings[own] = 0
      visits[own] = 0
      free[freeCount] = Int32(truncatingIfNeeded: own)
      freeCount += 1
    }
    community[node] = Int32(truncatingIfNeeded: group)
    exitSum += exit(of: own) + exit(of: group)
  }
}
