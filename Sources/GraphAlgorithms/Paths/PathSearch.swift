import GraphCore

// What all path algorithms share: which arcs they walk and what each costs, when two lengths tie, and the search of
// one source. One algorithm never contains another's loop.

/// When two path lengths count as equal.
///
/// Lengths are sums of floating-point numbers, and 0.1 + 0.2 is not 0.3 in its last bit. Two lengths tie when they
/// differ by no more than ``tolerance`` of the smaller. The rule is relative, so that it means the same in metres and
/// in kilometres.
enum PathTies {
  /// The share of a length below which a difference is rounding, not a difference.
  static let tolerance = 1e-12
  /// Lengths up to this multiple of the least length tie with it.
  static let factor = 1 + tolerance
  /// An edge must be longer than this share of a distance that it lengthens, or nobody could tell whether the
  /// longer way is a tie.
  static let finestShare = 1e-11
}

/// The arcs a search walks and what each costs.
struct PathSpace: Sendable {
  let nodeCount: Int
  let arcs: Adjacency
  /// What each arc costs, in the order of the arcs; empty when each is one step.
  let costs: [Double]
  /// The cheapest arc; 1 when each is one step.
  let leastCost: Double
  /// The dearest arc; 1 when each is one step.
  let greatestCost: Double
  /// The column the costs come from; `nil` for steps.
  let weights: EdgeColumn?

  /// The arcs of a graph that follow edges in a direction.
  ///
  /// - Throws: `.missingColumn` when lengths were asked for and there are none, `.unfitValue` for a length that no
  ///   path can have, `.limitExceeded` when lengths are so large that their sum is not finite.
  init(
    _ graph: CSRGraph, _ direction: EdgeDirection, _ metric: PathMetric, allowingZero: Bool
  ) throws(AlgorithmError) {
    let lengths = try metric.lengths(of: graph)
    let range = lengths == nil ? ValueRange([]) : graph.lengthRange
    if range.least < (allowingZero ? 0 : .leastNonzeroMagnitude) || !(range.sum < .infinity) {
      try graph.checkLengths(lengths, allowingZero: allowingZero)
      throw .sumTooLarge(of: lengths ?? [], what: "the sum of all lengths")
    }
    nodeCount = graph.nodeCount
    arcs = graph.adjacency(direction)
    costs = lengths.map(arcs.byArc) ?? []
    leastCost = costs.isEmpty ? 1 : range.least
    greatestCost = costs.isEmpty ? 1 : range.greatest
    weights = lengths == nil ? nil : .length
  }

  /// What an arc costs.
  func cost(ofArc arc: Int) -> Double { costs.isEmpty ? 1 : costs[arc] }
}

/// Distances from one node to all others: breadth first for steps, Dijkstra's way for lengths.
///
/// The memory is used again for the next source, and cleared by touching only what the last source reached.
struct DistanceSearch: ~Copyable {
  /// Distance of each node; infinity where no way leads, −1 for blocked nodes.
  let distances: Buffer<Double>
  /// The nodes reached, in order of distance; the source first.
  let order: Buffer<Int32>
  /// The arcs that may lie on shortest paths, in the order in which the search went along them: all that came within a
  /// tie of the least distance known then, so every arc of a shortest path is among them, and few others.
  let hopefulArcs: Buffer<Int32>
  /// For each place of the order, where the hopeful arcs of the node there end.
  let hopefulEnds: Buffer<Int32>
  /// How many nodes were reached, the source included.
  private(set) var reachedCount = 0
  private var queue: BucketQueue

  init(_ space: PathSpace) {
    distances = Buffer(repeating: .infinity, count: space.nodeCount)
    order = Buffer(unwrittenCount: space.nodeCount)
    queue = BucketQueue(
      distances, nodeCount: space.costs.isEmpty ? 0 : space.nodeCount, greatestCost: space.greatestCost)
    hopefulArcs = Buffer(unwrittenCount: space.arcs.arcCount)
    hopefulEnds = Buffer(unwrittenCount: space.nodeCount)
  }

  /// The distance of the farthest node reached.
  var farthest: Double { reachedCount > 0 ? distances[order[reachedCount - 1]] : 0 }

  /// Keeps searches away from a node until it is unblocked.
  func block(_ node: Int) { distances[node] = -1 }

  /// Lets searches enter a node again.
  func unblock(_ node: Int) { distances[node] = .infinity }

  /// Forgets the last source; block nodes after this, or the next run forgets them too.
  mutating func reset() {
    for position in 0..<reachedCount { distances[order[position]] = .infinity }
    reachedCount = 0
  }

  /// Finds the distances from a source, in place of those of the last source.
  mutating func run(from source: Int, in space: PathSpace, _ context: RunContext) throws(AlgorithmError) {
    reset()
    if space.costs.isEmpty {
      try countSteps(from: source, in: space, context)
    } else {
      try addLengths(from: source, in: space, context)
    }
  }

  private mutating func countSteps(
    from source: Int, in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) {
    let arcs = space.arcs
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    distances[source] = 0
    order[0] = Int32(truncatingIfNeeded: source)
    var head = 0
    var tail = 1
    var hopeful = 0
    while head < tail {
      let node = Int(order[head])
      if head & 1023 == 0 { try context.checkCancellation() }
      let distance = distances[node] + 1
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = targets[unchecked: arc]
        let known = distances[next]
        guard known >= distance else { continue }
        hopefulArcs[hopeful] = Int32(truncatingIfNeeded: arc)
        hopeful &+= 1
        guard known == .infinity else { continue }
        distances[next] = distance
        order[tail] = next
        tail &+= 1
      }
      hopefulEnds[head] = Int32(truncatingIfNeeded: hopeful)
      head &+= 1
    }
    reachedCount = tail
  }

  private mutating func addLengths(
    from source: Int, in space: PathSpace, _ context: RunContext
  ) throws(AlgorithmError) {
    let arcs = space.arcs
    let arcCosts = space.costs
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let costs = arcCosts.span
    var hopeful = 0
    queue.start(at: Int32(truncatingIfNeeded: source))
    while true {
      let node = queue.takeNearest()
      guard node >= 0 else { return }
      order[reachedCount] = node
      if reachedCount & 1023 == 0 { try context.checkCancellation() }
      let distance = distances[node]
      for arc in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) &+ 1]) {
        let next = targets[unchecked: arc]
        let candidate = distance + costs[unchecked: arc]
        let known = distances[next]
        guard candidate <= known * PathTies.factor else { continue }
        hopefulArcs[hopeful] = Int32(truncatingIfNeeded: arc)
        hopeful &+= 1
        if candidate < known { queue.lower(next, to: candidate) }
      }
      hopefulEnds[reachedCount] = Int32(truncatingIfNeeded: hopeful)
      reachedCount &+= 1
    }
  }

  /// Refuses a graph in which some edge is so short beside a distance that ties cannot be told from differences.
  ///
  /// - Throws: `.unfitValue` with such an edge.
  func checkFineness(in space: PathSpace) throws(AlgorithmError) {
    guard space.leastCost <= PathTies.finestShare * farthest else { return }
    for position in 0..<reachedCount {
      let node = Int(order[position])
      for arc in space.arcs.range(of: node)
      where space.cost(ofArc: arc) <= PathTies.finestShare * distances[space.arcs.targets[arc]] {
        throw .unfitValue(
          column: .length, edge: space.arcs.edge(ofArc: arc), value: space.cost(ofArc: arc),
          needed: "more than \(PathTies.finestShare) of the distances in the graph (here up to \(farthest)), so that "
            + "equal paths can be told from longer ones")
      }
    }
  }

  /// For each node the edge by which it is reached: among ties the one of the smallest number.
  ///
  /// - Complexity: O(n + m).
  func tree(from source: Int, in space: PathSpace) -> PathTree {
    var parentEdges = [Int32](repeating: -1, count: space.nodeCount)
    var parents = parentEdges
    let isSettled = Buffer(repeating: false, count: space.nodeCount)
    let targets = space.arcs.targets.span
    let edges = space.arcs.edges.span
    let costs = space.costs.span
    let hasCosts = !costs.isEmpty
    let hasEdges = !edges.isEmpty
    var begin = 0
    for position in 0..<reachedCount {
      let node = order[position]
      let distance = distances[node]
      isSettled[node] = true
      for place in begin..<Int(hopefulEnds[position]) {
        let arc = Int(hopefulArcs[place])
        let next = Int(targets[unchecked: arc])
        let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
        guard !isSettled[next], reach <= distances[next] * PathTies.factor else { continue }
        let edge = hasEdges ? edges[unchecked: arc] : Int32(truncatingIfNeeded: arc)
        guard parentEdges[next] < 0 || edge < parentEdges[next] else { continue }
        parentEdges[next] = edge
        parents[next] = node
      }
      begin = Int(hopefulEnds[position])
    }
    return PathTree(source: source, distances: distances.array(), parentEdges: parentEdges, parents: parents)
  }
}

/// All shortest paths to one target, found again from the distances to it.
struct ShortestRoutes: ~Copyable {
  private let forward: PathSpace
  private let search: DistanceSearch
  private let target: Int

  /// Measures the distances of all nodes to a target.
  ///
  /// - Throws: What ``PathSpace`` throws; `.unfitValue` for lengths that vanish beside the distances.
  init(
    to target: Int, on graph: CSRGraph, _ direction: EdgeDirection, _ metric: PathMetric, _ context: RunContext
  ) throws(AlgorithmError) {
    let backward = try PathSpace(graph, direction.opposite, metric, allowingZero: false)
    var search = DistanceSearch(backward)
    try search.run(from: target, in: backward, context)
    try search.checkFineness(in: backward)
    forward = try PathSpace(graph, direction, metric, allowingZero: false)
    self.search = search
    self.target = target
  }

  /// How far a node is from the target.
  func distance(from node: Int) -> Double { search.distances[node] }

  /// Whether an arc that leaves a node lies on a shortest path to the target.
  private func isTight(_ arc: Int, from node: Int) -> Bool {
    let reach = search.distances[forward.arcs.targets[arc]] + forward.cost(ofArc: arc)
    return reach < .infinity && reach <= search.distances[node] * PathTies.factor
  }

  /// How many shortest paths lead from a node to the target.
  ///
  /// - Throws: `.limitExceeded` when there are more than the largest number; `.cancelled`.
  func count(from source: Int, _ context: RunContext) throws(AlgorithmError) -> Double {
    let counts = Buffer(repeating: 0.0, count: forward.nodeCount)
    counts[target] = 1
    for position in 0..<search.reachedCount where counts[source] == 0 {
      if position & 1023 == 0 { try context.checkCancellation() }
      let node = Int(search.order[position])
      for arc in forward.arcs.range(of: node) where isTight(arc, from: node) {
        counts[node] += counts[forward.arcs.targets[arc]]
      }
      guard counts[node] < .infinity else { throw .tooManyPaths(to: node) }
    }
    return counts[source]
  }

  /// Shortest paths from a node to the target, in the order of the nodes they pass, then of the edges they take.
  ///
  /// - Throws: `.cancelled`.
  func paths(from source: Int, atMost limit: Int, _ context: RunContext) throws(AlgorithmError) -> [Path] {
    guard distance(from: source) < .infinity else { return [] }
    let arcs = forward.arcs
    var paths: [Path] = []
    var nodes = [source]
    var nextArcs = [arcs.range(of: source).lowerBound]
    var steps = 0
    while let node = nodes.last, paths.count < limit {
      steps += 1
      if steps & 1023 == 0 { try context.checkCancellation() }
      if node == target { appendPaths(over: nodes, to: &paths, atMost: limit) }
      let rest = nextArcs[nextArcs.count - 1]..<arcs.range(of: node).upperBound
      if node != target, let arc = rest.first(where: { isTight($0, from: node) }) {
        let next = arcs.targets[arc]
        nextArcs[nextArcs.count - 1] = rest[arc...].first { arcs.targets[$0] != next } ?? rest.upperBound
        nodes.append(Int(next))
        nextArcs.append(arcs.range(of: Int(next)).lowerBound)
      } else {
        nodes.removeLast()
        nextArcs.removeLast()
      }
    }
    return paths
  }

  /// The paths over these nodes, one for each choice among parallel edges, the choice at the end changing fastest.
  private func appendPaths(over nodes: [Int], to paths: inout [Path], atMost limit: Int) {
    let choices = zip(nodes, nodes.dropFirst()).map { node, next in
      forward.arcs.range(of: node).filter { forward.arcs.targets[$0] == next && isTight($0, from: node) }
    }
    var chosen = [Int](repeating: 0, count: choices.count)
    while paths.count < limit {
      let edges = zip(choices, chosen).map { forward.arcs.edge(ofArc: $0[$1]) }
      paths.append(Path(nodes: nodes, edges: edges, length: distance(from: nodes[0])))
      guard let step = chosen.indices.last(where: { chosen[$0] + 1 < choices[$0].count }) else { return }
      chosen[step] += 1
      for later in (step + 1)..<chosen.count { chosen[later] = 0 }
    }
  }
}

/// Arcs that an algorithm found good, and the best way along them.
struct GoodArcs {
  private var builder: GraphBuilder
  private var edges: [Int] = []

  init(nodeCount: Int) { builder = GraphBuilder(nodeCount: nodeCount, isDirected: true) }

  /// Adds an arc that belongs to an edge.
  mutating func add(from source: Int, to target: Int, edge: Int) {
    builder.addEdge(from: source, to: target)
    edges.append(edge)
  }

  /// The path of fewest steps; among those the first in the order of the nodes they pass.
  ///
  /// - Throws: `.cancelled`.
  func fewestSteps(from source: Int, to target: Int, _ context: RunContext) throws(AlgorithmError) -> Path? {
    let build = builder.build()
    let routes = try ShortestRoutes(to: target, on: build.graph, .out, .steps, context)
    guard let path = try routes.paths(from: source, atMost: 1, context).first else { return nil }
    return Path(
      nodes: path.nodes, edges: path.edges.map { edges[Int(build.inputPositions[$0])] }, length: path.length)
  }
}

extension AlgorithmError {
  /// More paths than there are numbers.
  static func tooManyPaths(to node: Int) -> AlgorithmError {
    .limitExceeded(
      what: "counting shortest paths", needed: "more than 1.8e308 paths at \(node: node)", limit: "the largest number")
  }
}

extension CSRGraph {
  /// Stops a caller who asks about a node that is not there.
  func checkNode(_ node: Int) {
    precondition(node >= 0 && node < nodeCount, "node \(node) is not in 0..<\(nodeCount)")
  }

  /// A direction, where direction plays a part.
  func effective(_ direction: EdgeDirection) -> EdgeDirection? { isDirected ? direction : nil }
}
