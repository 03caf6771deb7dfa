import GraphCore

/// Neighbours with parallels added up and loops taken out.
struct CommunityTies: Sendable {
  private(set) var offsets: [Int32]
  private(set) var targets: [Int32] = []
  private(set) var weights: [Double] = []
  private(set) var loops: [Double]

  /// Ties of a graph; arcs to the same neighbour stand together.
  init(_ graph: CSRGraph, _ values: [Double]?, _ context: RunContext) throws(AlgorithmError) {
    let arcs = graph.adjacency(.all)
    loops = [Double](repeating: 0, count: graph.nodeCount)
    let byArc = values.map(arcs.byArc) ?? [Double](repeating: 1, count: arcs.arcCount)
    if try Self.areSimple(arcs, context) && !byArc.contains(0) {
      offsets = arcs.offsets
      targets = arcs.targets
      weights = byArc
      return
    }
    offsets = [0]
    offsets.reserveCapacity(graph.nodeCount + 1)
    targets.reserveCapacity(arcs.arcCount)
    weights.reserveCapacity(arcs.arcCount)
    for node in 0..<graph.nodeCount {
      if node & 1023 == 0 { try context.checkCancellation() }
      let end = Int(arcs.offsets[node + 1])
      var arc = Int(arcs.offsets[node])
      while arc < end {
        let target = arcs.targets[arc]
        var sum = 0.0
        repeat {
          sum += byArc[arc]
          arc += 1
        } while arc < end && arcs.targets[arc] == target
        append(sum, to: target, from: node)
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  /// Ties between groups of nodes.
  ///
  /// - Throws: `.cancelled`.
  init(_ graph: CommunityGraph, groups: [Int32], count: Int, _ context: RunContext) throws(AlgorithmError) {
    let merger = TieMerger(graph, groups: groups, count: count)
    var quiet = context
    quiet.progress = nil
    if graph.isSmall { quiet.threads = 1 }
    let mostArcs = graph.targets.count
    let pieces = try quiet.orderedMap(
      over: count, chunkSize: max(64, (count + 15) / 16),
      makeWorker: { Worker(LinkSums(groupCount: count, mostArcs: mostArcs)) }
    ) { (worker: Worker<LinkSums>, range) throws(AlgorithmError) in
      merger.merge(range, worker.scratch)
    }
    let total = pieces.reduce(0) { $0 + $1.count }
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    targets.reserveCapacity(total)
    weights.reserveCapacity(total)
    for group in 0..<count { offsets.append(offsets[group] + merger.counts.buffer[group]) }
    for piece in pieces {
      targets.append(
        contentsOf: UnsafeBufferPointer(start: merger.targets.buffer.pointer + piece.lowerBound, count: piece.count))
      weights.append(
        contentsOf: UnsafeBufferPointer(start: merger.weights.buffer.pointer + piece.lowerBound, count: piece.count))
    }
    loops = merger.loops.buffer.array()
  }

  /// Whether no node is tied to itself, and none to another more than once.
  private static func areSimple(_ arcs: Adjacency, _ context: RunContext) throws(AlgorithmError) -> Bool {
    let targets = arcs.targets.span
    for node in 0..<(arcs.offsets.count - 1) {
      if node & 1023 == 0 { try context.checkCancellation() }
      var last: Int32 = -1
      var isSimple = true
      for arc in arcs.range(of: node) {
        let target = targets[unchecked: arc]
        isSimple = isSimple && target != last && Int(target) != node
        last = target
      }
      if !isSimple { return false }
    }
    return true
  }

  private mutating func append(_ weight: Double, to target: Int32, from node: Int) {
    if Int(target) == node {
      loops[node] += weight
    } else if weight != 0 {
      targets.append(target)
      weights.append(weight)
    }
  }
}

/// Adds up the ties between groups, each piece of the groups in a place of its own.
private struct TieMerger: Sendable {
  private let graph: CommunityGraph
  private let groups: [Int32]
  private let members: GroupMembers
  /// Room for as many ties as the nodes have, in the order of their groups.
  let targets: SharedBuffer<Int32>
  let weights: SharedBuffer<Double>
  /// How many ties each group has.
  let counts: SharedBuffer<Int32>
  let loops: SharedBuffer<Double>

  init(_ graph: CommunityGraph, groups: [Int32], count: Int) {
    self.graph = graph
    self.groups = groups
    members = GroupMembers(groups, count: count)
    targets = SharedBuffer(unwrittenCount: graph.targets.count)
    weights = SharedBuffer(unwrittenCount: graph.targets.count)
    counts = SharedBuffer(repeating: 0, count: count)
    loops = SharedBuffer(repeating: 0, count: count)
  }

  /// Writes the ties of some groups; returns where they stand.
  func merge(_ range: Range<Int>, _ sums: borrowing LinkSums) -> Range<Int> {
    let offsets = graph.offsets.span
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let targets = targets.buffer.pointer
    let weights = weights.buffer.pointer
    var start = 0
    for place in 0..<Int(members.offsets[range.lowerBound]) {
      let node = Int(members.nodes[place])
      start &+= Int(offsets[unchecked: node &+ 1]) &- Int(offsets[unchecked: node])
    }
    var end = start
    for group in range {
      let first = end
      var touchedCount = 0
      var loop = 0.0
      groups.withUnsafeBufferPointer { groups in
        guard let groups = groups.baseAddress else { return }
        for place in members.range(of: group) {
          let node = Int(members.nodes[place])
          loop += graph.loops[node]
          touchedCount = sums.add(graph, node, groups, after: touchedCount)
        }
      }
      loops.buffer[group] = loop + links[group]
      links[group] = 0
      for position in 0..<touchedCount {
        let other = touched[position]
        let link = links[Int(other)]
        links[Int(other)] = 0
        targets[end] = other
        weights[end] = link
        end &+= link == 0 ? 0 : 1
      }
      counts.buffer[group] = Int32(truncatingIfNeeded: end &- first)
    }
    return start..<end
  }
}

/// The nodes of each group, one group after the other, by counting sort.
struct GroupMembers {
  let offsets: [Int32]
  let nodes: [Int32]

  /// - Precondition: Every group is in `0..<count`.
  init(_ groups: [Int32], count: Int) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for group in groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    var next = offsets
    var nodes = [Int32](repeating: 0, count: groups.count)
    for node in groups.indices {
      let group = Int(groups[node])
      nodes[Int(next[group])] = Int32(truncatingIfNeeded: node)
      next[group] += 1
    }
    self.offsets = offsets
    self.nodes = nodes
  }

  func range(of group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }
}
