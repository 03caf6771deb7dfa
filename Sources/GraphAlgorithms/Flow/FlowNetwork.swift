import GraphCore

// What all flow algorithms share: the links that carry flow and the search for the largest flow.

/// A link of a flow network: how much may pass along it and how much back.
struct FlowLink: Sendable {
  let from: Int32
  let to: Int32
  let forward: Double
  let backward: Double

  init(_ from: Int, _ to: Int, forward: Double, backward: Double = 0) {
    self.from = Int32(truncatingIfNeeded: from)
    self.to = Int32(truncatingIfNeeded: to)
    self.forward = forward
    self.backward = backward
  }
}

/// A flow and what could still be pushed: Dinic's way, shortest augmenting paths first, a whole layer at a time.
///
/// Every augmentation empties at least one arc to exactly 0, so the search ends whatever the capacities are.
struct FlowNetwork: ~Copyable {
  /// Residual capacities up to this share of the flow's value are rounding, and count as none.
  static let tolerance = 1e-12

  private let nodeCount: Int
  private let offsets: Buffer<Int32>
  private let heads: Buffer<Int32>
  /// The arc that runs back along the same link.
  private let twins: Buffer<Int32>
  /// What can still pass along each arc.
  private let residuals: Buffer<Double>
  private let arcOfLink: Buffer<Int32>
  private let levels: Buffer<Int32>
  private let nextArcs: Buffer<Int32>
  /// Nodes while layers are made, from both ends towards the middle; arcs while a path is followed.
  private let trail: Buffer<Int32>
  /// What flows in all.
  private(set) var value = 0.0

  init(nodeCount: Int, links: [FlowLink]) {
    self.nodeCount = nodeCount
    offsets = Buffer(repeating: 0, count: nodeCount + 1)
    heads = Buffer(repeating: 0, count: 2 * links.count)
    twins = Buffer(repeating: 0, count: 2 * links.count)
    residuals = Buffer(repeating: 0, count: 2 * links.count)
    arcOfLink = Buffer(repeating: 0, count: links.count)
    levels = Buffer(repeating: 0, count: nodeCount)
    nextArcs = Buffer(repeating: 0, count: nodeCount)
    trail = Buffer(repeating: 0, count: nodeCount + 1)
    for link in links {
      offsets[Int(link.from) + 1] += 1
      offsets[Int(link.to) + 1] += 1
    }
    for node in 0..<nodeCount {
      offsets[node + 1] += offsets[node]
      nextArcs[node] = offsets[node]
    }
    for (number, link) in links.enumerated() {
      let arc = nextArcs[link.from]
      nextArcs[link.from] += 1
      let twin = nextArcs[link.to]
      nextArcs[link.to] += 1
      heads[arc] = link.to
      heads[twin] = link.from
      twins[arc] = twin
      twins[twin] = arc
      residuals[arc] = link.forward
      residuals[twin] = link.backward
      arcOfLink[number] = arc
    }
  }

  /// A graph's edges as links that carry their strengths, or 1 each; undirected ones carry both ways.
  ///
  /// The arcs of a node are its arcs in the graph, those that leave it first: nothing has to be sorted.
  init(_ graph: CSRGraph, strengths: [Double]?) {
    nodeCount = graph.nodeCount
    let count = 2 * graph.edgeCount
    offsets = Buffer(unwrittenCount: nodeCount + 1)
    heads = Buffer(unwrittenCount: count)
    twins = Buffer(unwrittenCount: count)
    residuals = Buffer(unwrittenCount: count)
    arcOfLink = Buffer(repeating: -1, count: graph.edgeCount)
    levels = Buffer(repeating: 0, count: nodeCount)
    nextArcs = Buffer(unwrittenCount: nodeCount)
    trail = Buffer(unwrittenCount: nodeCount + 1)
    let before = graph.isDirected ? graph.incoming.offsets : [Int32](repeating: 0, count: nodeCount + 1)
    for node in 0...nodeCount { offsets[node] = graph.out.offsets[node] + before[node] }
    for node in 0..<nodeCount {
      addArcs(graph.out, of: node, at: Int(offsets[node]), strengths: strengths, isForward: true)
    }
    guard graph.isDirected else { return }
    for node in 0..<nodeCount {
      let place = Int(offsets[node]) + graph.out.count(of: node)
      addArcs(graph.incoming, of: node, at: place, strengths: strengths, isForward: false)
    }
  }

  /// Writes arcs of a node; the first that is met of each edge is the one that runs forward.
  private func addArcs(_ arcs: Adjacency, of node: Int, at place: Int, strengths: [Double]?, isForward: Bool) {
    var place = place
    for arc in arcs.range(of: node) {
      let edge = arcs.edge(ofArc: arc)
      heads[place] = arcs.targets[arc]
      residuals[place] = isForward ? strengths?[edge] ?? 1 : 0
      let twin = arcOfLink[edge]
      if twin < 0 {
        arcOfLink[edge] = Int32(truncatingIfNeeded: place)
      } else {
        twins[place] = twin
        twins[Int(twin)] = Int32(truncatingIfNeeded: place)
      }
      place += 1
    }
  }

  /// What can still pass forward along a link.
  func residual(ofLink link: Int) -> Double { residuals[arcOfLink[link]] }

  /// Pushes as much as can flow from one node to another.
  mutating func maximize(from source: Int, to sink: Int, _ context: RunContext) throws(AlgorithmError) {
    while makeLayers(from: source, to: sink) {
      try context.checkCancellation()
      try block(from: source, to: sink, context)
    }
  }

  /// The nodes that could still be sent more from a node: the smallest source side of a least cut.
  func reachable(from source: Int) -> [Bool] {
    let floor = Self.tolerance * value
    var isReached = [Bool](repeating: false, count: nodeCount)
    isReached[source] = true
    trail[0] = Int32(truncatingIfNeeded: source)
    var head = 0
    var tail = 1
    while head < tail {
      let node = Int(trail[head])
      head &+= 1
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) where residuals[arc] > floor {
        let next = Int(heads[arc])
        guard !isReached[next] else { continue }
        isReached[next] = true
        trail[tail] = heads[arc]
        tail &+= 1
      }
    }
    return isReached
  }

  /// Numbers the nodes by steps from the source along arcs with room, as far as a shortest way to the sink may pass
  /// them; whether there is one.
  ///
  /// The search goes on from the end that has fewer arcs ahead, until it meets what was seen from the other: a narrow
  /// end is soon known to be closed, and most of a large network is never looked at. Until then nodes seen from the
  /// sink hold −2 less their steps to it.
  private func makeLayers(from source: Int, to sink: Int) -> Bool {
    levels.fill(-1)
    levels[source] = 0
    levels[sink] = -2
    trail[0] = Int32(truncatingIfNeeded: source)
    trail[nodeCount] = Int32(truncatingIfNeeded: sink)
    var front = LayerSearch(isForward: true)
    var back = LayerSearch(isForward: false)
    while arcCount(ahead: front) <= arcCount(ahead: back) ? !advance(&front) : !advance(&back) {
      if front.layer.isEmpty || back.layer.isEmpty { return false }
    }
    let distance = Int32(truncatingIfNeeded: front.steps + back.steps + 1)
    for place in 0..<back.layer.upperBound { levels[trail[nodeCount - place]] += distance + 2 }
    for node in 0..<nodeCount { nextArcs[node] = offsets[node] }
    return true
  }

  private func arcCount(ahead search: LayerSearch) -> Int {
    search.layer.reduce(0) {
      let node = trail[search.isForward ? $1 : nodeCount - $1]
      return $0 + Int(offsets[node + 1] - offsets[node])
    }
  }

  /// Goes on to the next layer, unless the search meets the one from the other end; says whether it does.
  private func advance(_ search: inout LayerSearch) -> Bool {
    let isForward = search.isForward
    let label = Int32(truncatingIfNeeded: isForward ? search.steps + 1 : -3 - search.steps)
    var tail = search.layer.upperBound
    for place in search.layer {
      let node = Int(trail[isForward ? place : nodeCount &- place])
      for arc in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let next = heads[arc]
        let level = levels[next]
        guard level == -1 || (level >= 0) != isForward else { continue }
        guard residuals[isForward ? Int32(truncatingIfNeeded: arc) : twins[arc]] > 0 else { continue }
        guard level == -1 else { return true }
        levels[next] = label
        trail[isForward ? tail : nodeCount &- tail] = next
        tail &+= 1
      }
    }
    search.layer = search.layer.upperBound..<tail
    search.steps += 1
    return false
  }

  /// Pushes along paths from layer to layer until none is left.
  private mutating func block(from source: Int, to sink: Int, _ context: RunContext) throws(AlgorithmError) {
    var depth = 0
    var node = source
    var steps = 0
    while true {
      steps &+= 1
      if steps & 1023 == 0 { try context.checkCancellation() }
      if node == sink {
        depth = push(alongFirst: depth)
        node = Int(heads[twins[trail[depth]]])
      } else if let arc = openArc(of: node) {
        trail[depth] = arc
        depth &+= 1
        node = Int(heads[arc])
      } else if depth > 0 {
        levels[node] = -1
        depth &-= 1
        node = Int(heads[twins[trail[depth]]])
      } else {
        return
      }
    }
  }

  /// The next arc with room that leads a layer on.
  private func openArc(of node: Int) -> Int32? {
    let end = offsets[node &+ 1]
    var arc = nextArcs[node]
    while arc < end && !(residuals[arc] > 0 && levels[heads[arc]] == levels[node] &+ 1) { arc &+= 1 }
    nextArcs[node] = arc
    return arc < end ? arc : nil
  }

  /// Pushes what the path has room for; returns the position of its first arc that is now full.
  private mutating func push(alongFirst count: Int) -> Int {
    var amount = Double.infinity
    for position in 0..<count { amount = min(amount, residuals[trail[position]]) }
    var firstFull = count
    for position in stride(from: count - 1, through: 0, by: -1) {
      let arc = trail[position]
      residuals[arc] -= amount
      residuals[twins[arc]] += amount
      if residuals[arc] == 0 { firstFull = position }
    }
    value += amount
    return firstFull
  }
}

/// How far the search for layers is from one end.
private struct LayerSearch {
  let isForward: Bool
  /// The last layer, as places in the trail: from its beginning for the source, from its end for the sink.
  var layer = 0..<1
  /// How many steps the last layer is away.
  var steps = 0
}

extension CSRGraph {
  /// Checks the two ends of a question about a pair of nodes.
  func checkEnds(_ source: Int, _ target: Int) throws(AlgorithmError) {
    checkNode(source)
    checkNode(target)
    guard source != target else {
      throw .undefined(reason: "both ends are \(node: source)", advice: "choose two different nodes")
    }
  }

  /// Checks that every strength is fit and that all together are still a number.
  func checkCapacities(_ strengths: [Double]?) throws(AlgorithmError) {
    try checkStrengths(strengths)
    guard let strengths, strengths.reduce(0, +) > .greatestFiniteMagnitude / 4 else { return }
    throw .sumTooLarge(of: strengths, what: "the sum of all strengths", limit: .greatestFiniteMagnitude / 4)
  }
}
