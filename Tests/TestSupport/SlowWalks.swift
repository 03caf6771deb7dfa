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

  /// The eigenvector of the largest eigenvalue, largest entry 1, where it is unique; `nil` where it is not defined.
  ///
  /// Strong components by closure, each one's eigenvalue by squaring its matrix 45 times, the nodes downstream of the
  /// dominant one by solving their equations.
  public static func eigenvector(_ graph: CSRGraph, usesStrengths: Bool = false) -> [Double]? {
    let matrix = matrix(graph, usesStrengths: usesStrengths)
    let structure = SlowStructure(graph)
    let cores = structure.components.members().compactMap { members -> DenseCore? in
      let block = members.map { v in members.map { matrix[v][$0] } }
      return block.contains { $0.contains { $0 > 0 } } ? DenseCore(members, block) : nil
    }
    let largest = cores.map(\.eigenvalue).max() ?? 0
    let dominant = cores.filter { $0.eigenvalue >= largest * (1 - 1e-8) }
    let final = dominant.filter { core in
      !dominant.contains { $0.members != core.members && structure.reaches[core.members[0]][$0.members[0]] }
    }
    guard final.count == 1, let core = final.first else { return nil }
    let below = matrix.indices.filter { !core.members.contains($0) && structure.reaches[core.members[0]][$0] }
    var values = [Double](repeating: 0, count: matrix.count)
    for (node, value) in zip(core.members, core.vector) { values[node] = value }
    let system = below.map { v in below.map { (v == $0 ? core.eigenvalue : 0) - matrix[v][$0] } }
    let inflow = below.map { v in core.members.reduce(0) { $0 + matrix[v][$1] * values[$1] } }
    for (node, value) in zip(below, solve(system, inflow)) { values[node] = value }
    let top = values.max() ?? 1
    return values.map { $0 / top }
  }

  private struct DenseCore {
    let members: [Int]
    let eigenvalue: Double
    let vector: [Double]

    init(_ members: [Int], _ block: [[Double]]) {
      self.members = members
      let nodes = block.indices
      var power = nodes.map { v in nodes.map { block[v][$0] + (v == $0 ? 1 : 0) } }
      for _ in 0..<45 {
        let square = nodes.map { v in nodes.map { u in nodes.reduce(0) { $0 + power[v][$1] * power[$1][u] } } }
        let top = square.map { $0.max() ?? 1 }.max() ?? 1
        power = square.map { $0.map { $0 / top } }
      }
      let sums = power.map { $0.reduce(0, +) }
      let top = sums.max() ?? 1
      vector = sums.map { $0 / top }
      let image = block.map { zip($0, sums).reduce(0) { $0 + $1.0 * $1.1 } }
      eigenvalue = image.reduce(0, +) / sums.reduce(0, +)
    }
  }
}
