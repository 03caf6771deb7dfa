import GraphCore

/// Measures of walks by dense linear algebra.
public enum SlowWalks {
  /// `matrix[v][u]`: total weight of the arcs from u to v; an undirected loop counts twice.
  public static func matrix(_ graph: CSRGraph, usesStrengths: Bool = false) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for (edge, pair) in graph.pairs.enumerated() {
      let weight = usesStrengths ? graph.strengths?[edge] ?? .nan : 1
      matrix[pair.target][pair.source] += weight
      if !graph.isDirected { matrix[pair.source][pair.target] += weight }
    }
    return matrix
  }

  /// PageRank by solving its linear equations.
  public static func pageRank(_ graph: CSRGraph, damping: Double, usesStrengths: Bool = false) -> [Double] {
    let matrix = matrix(graph, usesStrengths: usesStrengths)
    let nodes = matrix.indices
    let leaving = nodes.map { u in nodes.reduce(0) { $0 + matrix[$1][u] } }
    let count = Double(matrix.count)
    let system = nodes.map { v in
      nodes.map { u -> Double in
        let step = leaving[u] > 0 ? matrix[v][u] / leaving[u] : 1 / count
        return (u == v ? 1 : 0) - damping * step
      }
    }
    return solve(system, nodes.map { _ in (1 - damping) / count })
  }

  /// The solution of linear equations, by elimination with row exchange.
  public static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = right.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for k in column...count { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
