import GraphCore

/// Measures of signed graphs by their definitions.
public enum SlowSigned {
  /// `matrix[u][v]`: the sum of the values of the edges from u to v; both ways when undirected; loops left out.
  public static func matrix(_ graph: CSRGraph, _ values: [Double]? = nil) -> [[Double]] {
    let values = values ?? graph.signs?.map { Double($0) } ?? []
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for (edge, pair) in graph.pairs.enumerated() where pair.source != pair.target {
      matrix[pair.source][pair.target] += values[edge]
      if !graph.isDirected { matrix[pair.target][pair.source] += values[edge] }
    }
    return matrix
  }

  /// The sign of every pair, both directions added up.
  public static func symmetricSigns(_ graph: CSRGraph) -> [[Double]] {
    let matrix = matrix(graph)
    return matrix.indices.map { u in
      matrix.indices.map { v in
        let sum = graph.isDirected ? matrix[u][v] + matrix[v][u] : matrix[u][v]
        return sum > 0 ? 1 : sum < 0 ? -1 : 0
      }
    }
  }

  /// The ties friendly across or hostile within, weighed α for hostile ones and 1 − α for friendly ones.
  public static func inconsistency(
    _ graph: CSRGraph, _ groups: [Int], values: [Double]? = nil, alpha: Double = 0.5
  ) -> Double {
    let values = values ?? graph.signs?.map { Double($0) } ?? []
    return graph.pairs.enumerated().reduce(0) { sum, item in
      let isWithin = groups[item.element.source] == groups[item.element.target]
      let value = values[item.offset]
      return sum + (isWithin ? alpha * max(-value, 0) : (1 - alpha) * max(value, 0))
    }
  }

  /// The least number or weight of frustrated ties, over all divisions into two.
  public static func frustration(_ graph: CSRGraph, values: [Double]? = nil) -> Double {
    let count = graph.nodeCount
    return (0..<(1 << max(count - 1, 0))).reduce(.infinity) { best, mask in
      min(best, 2 * inconsistency(graph, (0..<count).map { mask >> $0 & 1 }, values: values))
    }
  }

  /// The best divisions into two, each a camp for every node and a second time with the camps the other way round, over
  /// all divisions; weights are whole numbers.
  public static func bestDivisions(_ graph: CSRGraph, weights: [Int]) -> SlowDivisions {
    let pairs = graph.pairs
    var least = Int.max
    var divisions: [[Int]] = []
    for mask in 0..<(1 << graph.nodeCount) {
      var cost = 0
      var edge = 0
      while edge < pairs.count {
        let isWithin = mask >> pairs[edge].source & 1 == mask >> pairs[edge].target & 1
        let weight = weights[edge]
        if isWithin == (weight < 0) { cost += abs(weight) }
        edge += 1
      }
      if cost < least { divisions = [] }
      least = min(least, cost)
      if cost == least { divisions.append((0..<graph.nodeCount).map { mask >> $0 & 1 }) }
    }
    return SlowDivisions(least: least, divisions: divisions)
  }

  /// Triangles by how many of their ties are hostile.
  public static func triangles(_ graph: CSRGraph) -> [Int] {
    let signs = symmetricSigns(graph)
    var counts = [0, 0, 0, 0]
    for u in signs.indices {
      for v in signs.indices where v > u {
        for w in signs.indices where w > v {
          let three = [signs[u][v], signs[u][w], signs[v][w]]
          if !three.contains(0) { counts[three.count { $0 < 0 }] += 1 }
        }
      }
    }
    return counts
  }

  /// Triads by the first of the six names that each has.
  public static func census(_ graph: CSRGraph) -> [String: Int] {
    let matrix = matrix(graph)
    func sign(_ u: Int, _ v: Int) -> String { matrix[u][v] > 0 ? "+" : matrix[u][v] < 0 ? "-" : "0" }
    func pair(_ u: Int, _ v: Int) -> String { graph.isDirected ? sign(u, v) + sign(v, u) : sign(u, v) }
    var counts: [String: Int] = [:]
    for u in matrix.indices {
      for v in matrix.indices where v > u {
        for w in matrix.indices where w > v {
          let orders = [[u, v, w], [u, w, v], [v, u, w], [v, w, u], [w, u, v], [w, v, u]]
          let names = orders.map { order in
            [pair(order[0], order[1]), pair(order[0], order[2]), pair(order[1], order[2])]
              .joined(separator: graph.isDirected ? "/" : "")
          }
          counts[names.min() ?? "", default: 0] += 1
        }
      }
    }
    return counts
  }
}

/// All best divisions of a small graph.
public struct SlowDivisions: Sendable {
  /// What they cost.
  public let least: Int
  /// Each with its mirror image.
  public let divisions: [[Int]]

  /// Whether two nodes are in one relation in all of them.
  public func isBound(_ u: Int, _ v: Int) -> Bool { Set(divisions.map { $0[u] == $0[v] }).count == 1 }
}
