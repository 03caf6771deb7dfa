import GraphCore

/// Divisions into groups, measured pair by pair and listed one by one.
public enum SlowCommunities {
  /// Every division of `count` nodes, as group numbers in the order of their first nodes.
  public static func divisions(_ count: Int) -> [[Int]] {
    var divisions: [[Int]] = [[]]
    for _ in 0..<count {
      divisions = divisions.flatMap { groups in
        (0...((groups.max() ?? -1) + 1)).map { groups + [$0] }
      }
    }
    return divisions
  }

  /// Modularity by its definition over ordered pairs of nodes, hostile ties apart from friendly ones.
  public static func modularity(
    _ graph: CSRGraph, _ groups: [Int], values: [Double]? = nil, resolution: Double = 1
  ) -> Double {
    let values = values ?? [Double](repeating: 1, count: graph.edgeCount)
    let total = values.reduce(0) { $0 + abs($1) }
    guard total > 0 else { return 0 }
    let friendly = excess(graph, groups, values.map { max($0, 0) }, resolution)
    let hostile = excess(graph, groups, values.map { max(-$0, 0) }, resolution)
    return (friendly - hostile) / (graph.isDirected ? total : 2 * total)
  }

  private static func excess(_ graph: CSRGraph, _ groups: [Int], _ values: [Double], _ resolution: Double) -> Double {
    let count = graph.nodeCount
    var matrix = [Double](repeating: 0, count: count * count)
    for (edge, pair) in graph.pairs.enumerated() {
      matrix[pair.source * count + pair.target] += values[edge]
      if !graph.isDirected { matrix[pair.target * count + pair.source] += values[edge] }
    }
    var leaving = [Double](repeating: 0, count: count)
    var arriving = leaving
    var total = 0.0
    var u = 0
    while u < count {
      var v = 0
      while v < count {
        leaving[u] += matrix[u * count + v]
        arriving[u] += matrix[v * count + u]
        v += 1
      }
      total += leaving[u]
      u += 1
    }
    guard total > 0 else { return 0 }
    var sum = 0.0
    u = 0
    while u < count {
      var v = 0
      while v < count {
        if groups[u] == groups[v] { sum += matrix[u * count + v] - resolution * leaving[u] * arriving[v] / total }
        v += 1
      }
      u += 1
    }
    return sum
  }

  /// Ties inside less γ for each pair inside; ordered pairs in directed graphs.
  public static func constantPotts(
    _ graph: CSRGraph, _ groups: [Int], values: [Double]? = nil, resolution: Double
  ) -> Double {
    let inside = graph.pairs.enumerated().reduce(0.0) { sum, item in
      groups[item.element.source] == groups[item.element.target] ? sum + (values?[item.offset] ?? 1) : sum
    }
    let nodes = 0..<graph.nodeCount
    let pairs = nodes.reduce(0) { sum, u in sum + nodes.count { $0 > u && groups[$0] == groups[u] } }
    return inside - resolution * Double(graph.isDirected ? 2 * pairs : pairs)
  }

  /// Whether every group is connected by the edges with a value above 0, in either direction.
  public static func areConnected(_ groups: [Int32], in graph: CSRGraph, values: [Double]? = nil) -> Bool {
    let nodes = 0..<graph.nodeCount
    var reaches = nodes.map { u in nodes.map { u == $0 } }
    for (edge, pair) in graph.pairs.enumerated() where groups[pair.source] == groups[pair.target] {
      guard values?[edge] ?? 1 > 0 else { continue }
      reaches[pair.source][pair.target] = true
      reaches[pair.target][pair.source] = true
    }
    for middle in nodes {
      for u in nodes where reaches[u][middle] {
        for v in nodes where reaches[middle][v] { reaches[u][v] = true }
      }
    }
    return nodes.allSatisfy { u in nodes.allSatisfy { groups[u] != groups[$0] || reaches[u][$0] } }
  }
}
