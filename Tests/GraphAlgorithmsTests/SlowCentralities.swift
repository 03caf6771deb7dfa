import GraphCore
import TestSupport

/// Measures of currents and walks by their definitions, as slow as they are plain.
enum SlowCentralities {
  /// Potentials when a unit current enters at `source` and leaves at `target`, which must be connected.
  static func potentials(_ graph: CSRGraph, from source: Int, to target: Int, usesStrengths: Bool) -> [Double] {
    let matrix = SlowWalks.matrix(graph, usesStrengths: usesStrengths)
    let reaches = SlowStructure(graph).reaches[target]
    let nodes = matrix.indices.filter { reaches[$0] && $0 != target }
    let system = nodes.map { u in
      nodes.map { v in
        u == v ? matrix.indices.reduce(0) { $0 + ($1 == u ? 0 : matrix[u][$1]) } : -matrix[u][v]
      }
    }
    let solution = SlowWalks.solve(system, nodes.map { $0 == source ? 1 : 0 })
    var potentials = matrix.map { _ in 0.0 }
    for (node, value) in zip(nodes, solution) { potentials[node] = value }
    return potentials
  }

  /// Effective resistance between every two nodes.
  static func resistances(_ graph: CSRGraph, usesStrengths: Bool) -> [[Double]] {
    let reaches = SlowStructure(graph).reaches
    return reaches.indices.map { s in
      reaches.indices.map { t in
        guard s != t else { return 0 }
        guard reaches[s][t] else { return .infinity }
        return potentials(graph, from: s, to: t, usesStrengths: usesStrengths)[s]
      }
    }
  }

  /// Current through each node, over all unordered pairs of other nodes.
  static func currentBetweenness(_ graph: CSRGraph, usesStrengths: Bool) -> [Double] {
    let matrix = SlowWalks.matrix(graph, usesStrengths: usesStrengths)
    let reaches = SlowStructure(graph).reaches
    var sums = matrix.map { _ in 0.0 }
    for s in matrix.indices {
      for t in matrix.indices where s < t && reaches[s][t] {
        let potentials = potentials(graph, from: s, to: t, usesStrengths: usesStrengths)
        for v in matrix.indices where v != s && v != t && reaches[s][v] {
          for u in matrix.indices where u != v { sums[v] += matrix[v][u] * abs(potentials[v] - potentials[u]) / 2 }
        }
      }
    }
    return sums
  }

  /// x = b + a M x, with `matrix[v][u]` what v pulls from u.
  static func walkSum(_ matrix: [[Double]], start: [Double], factor: Double) -> [Double] {
    let system = matrix.indices.map { v in
      matrix.indices.map { u in (u == v ? 1 : 0) - factor * matrix[v][u] }
    }
    return SlowWalks.solve(system, start)
  }

  /// What each node pulls from each when it follows edges in a direction.
  static func pulls(_ graph: CSRGraph, _ direction: EdgeDirection, usesStrengths: Bool) -> [[Double]] {
    let incoming = SlowWalks.matrix(graph, usesStrengths: usesStrengths)
    let out = transposed(incoming)
    guard graph.isDirected else { return incoming }
    switch direction {
    case .in: return incoming
    case .out: return out
    case .all: return zip(incoming, out).map { zip($0, $1).map(+) }
    }
  }

  /// The product of two square matrices.
  static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in a.indices.map { column in a.indices.reduce(0) { $0 + row[$1] * b[$1][column] } } }
  }

  static func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { row in matrix.indices.map { matrix[$0][row] } }
  }

  /// e to the power of a matrix: Taylor's series of a 32nd of it, squared five times.
  static func exponential(_ matrix: [[Double]]) -> [[Double]] {
    let part = matrix.map { $0.map { $0 / 32 } }
    var term = matrix.indices.map { row in matrix.indices.map { $0 == row ? 1.0 : 0 } }
    var sum = term
    for order in 1..<24 {
      term = product(term, part).map { $0.map { $0 / Double(order) } }
      sum = zip(sum, term).map { zip($0, $1).map(+) }
    }
    for _ in 0..<5 { sum = product(sum, sum) }
    return sum
  }
}
