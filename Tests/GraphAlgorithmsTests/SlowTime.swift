import GraphAlgorithms
import GraphCore

/// Ways through time by looking at every node at every moment.
struct SlowTime {
  let graph: TimedGraph
  let transit: Int
  let moments: Range<Int>

  /// The steps that can be taken from a node at a moment: nodes with the moments of arrival.
  private func steps(from node: Int, at moment: Int) -> [(node: Int, moment: Int)] {
    graph.edges.filter { $0.start <= moment && moment < $0.end }.flatMap { edge -> [Int] in
      (edge.source == node ? [edge.target] : []) + (!graph.isDirected && edge.target == node ? [edge.source] : [])
    }.map { ($0, moment + transit) }.filter { moments.contains($0.1) }
  }

  /// `hops[v][t]`: the fewest steps by which v is reached at t or before, from a node and a moment on.
  func hops(from source: Int, at start: Int) -> [[Int]] {
    var hops = [[Int]](repeating: [Int](repeating: .max, count: moments.count), count: graph.nodeCount)
    hops[source][start - moments.lowerBound] = 0
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for moment in moments {
        let t = moment - moments.lowerBound
        for node in hops.indices where hops[node][t] < .max {
          if moments.contains(moment + 1), hops[node][t + 1] > hops[node][t] {
            hops[node][t + 1] = hops[node][t]
            hasChanged = true
          }
          for next in steps(from: node, at: moment)
          where hops[next.node][next.moment - moments.lowerBound] > hops[node][t] + 1 {
            hops[next.node][next.moment - moments.lowerBound] = hops[node][t] + 1
            hasChanged = true
          }
        }
      }
    }
    return hops
  }

  /// The first moment at which each node is reached.
  func arrivals(from source: Int, at start: Int) -> [Int?] {
    hops(from: source, at: start).map { row in
      row.firstIndex { $0 < .max }.map { $0 + moments.lowerBound }
    }
  }

  /// Random edges over a few moments.
  static func graph(_ nodes: Int, _ edges: Int, moments: Int, isDirected: Bool, seed: UInt64) throws -> TimedGraph {
    var random = SeededGenerator(seed: seed)
    let edges = (0..<edges).map { _ -> TimedEdge in
      let start = random.nextIndex(below: moments)
      return TimedEdge(
        random.nextIndex(below: nodes), random.nextIndex(below: nodes), from: start,
        until: start + 1 + random.nextIndex(below: 3))
    }
    return try TimedGraph(nodeCount: nodes, edges: edges, isDirected: isDirected)
  }

  /// A few dozen small graphs, with loops and parallels.
  static func assortment() throws -> [TimedGraph] {
    try (0..<24).map { number in
      try graph(
        3 + number % 5, 4 + number % 9, moments: 10, isDirected: number.isMultiple(of: 2), seed: UInt64(number))
    }
  }
}

extension TimedGraph {
  /// Whether steps follow one another from a node to another, each while its edge holds.
  func isWay(_ steps: [TimedStep], from source: Int, to target: Int, notBefore start: Int, transit: Int) -> Bool {
    var node = source
    var moment = start
    for step in steps {
      let edge = edges[step.edge]
      let joins =
        (edge.source == node && edge.target == step.node)
        || (!isDirected && edge.target == node && edge.source == step.node)
      guard joins, step.departure >= moment, edge.start <= step.departure, step.departure < edge.end,
        step.arrival == step.departure + transit
      else { return false }
      node = step.node
      moment = step.arrival
    }
    return node == target
  }

  /// The graph with node `v` called `order[v]` and its edges in another order.
  func relabelled(_ order: [Int]) throws -> TimedGraph {
    try TimedGraph(
      nodeCount: nodeCount,
      edges: edges.reversed().map { TimedEdge(order[$0.source], order[$0.target], from: $0.start, until: $0.end) },
      isDirected: isDirected)
  }
}
