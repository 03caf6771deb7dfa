import GraphCore

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

extension AlgorithmError {
  /// More paths than there are numbers.
  static func tooManyPaths(to node: Int) -> AlgorithmError {
    .limitExceeded(
      what: "counting shortest paths", needed: "more than 1.8e308 paths at \(node: node)", limit: "the largest number")
  }
}
