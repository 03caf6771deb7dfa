import GraphCore
import TestSupport

/// Burt's measures by their formulas on a full matrix.
struct SlowHoles {
  var constraint: [Double] = []
  var effectiveSize: [Double] = []
  var contacts: [Double] = []
  /// What each contact adds to the constraint of each node.
  var parts: [[Double]] = []

  init(_ graph: CSRGraph) {
    var ties = SlowWalks.matrix(graph, usesStrengths: graph.strengths != nil)
    let nodes = ties.indices
    for i in nodes {
      for j in nodes where j < i {
        ties[i][j] += ties[j][i]
        ties[j][i] = ties[i][j]
      }
      ties[i][i] = 0
    }
    let shares = ties.map { row in row.map { $0 > 0 ? $0 / row.reduce(0, +) : 0 } }
    let marginal = ties.map { row in row.map { $0 > 0 ? $0 / (row.max() ?? 1) : 0 } }
    for i in nodes {
      let others = nodes.filter { ties[i][$0] > 0 }
      let invested = others.map { j in
        others.reduce(shares[i][j]) { $0 + ($1 == j ? 0 : shares[i][$1] * shares[$1][j]) }
      }
      parts.append(invested.map { $0 * $0 })
      constraint.append(parts[i].reduce(0, +))
      contacts.append(Double(others.count))
      effectiveSize.append(
        others.reduce(0) { sum, j in
          sum + others.reduce(1) { $0 - ($1 == j ? 0 : shares[i][$1] * marginal[j][$1]) }
        })
    }
  }

  /// ln x by three roots and the series of the inverse hyperbolic tangent.
  static func logarithm(_ x: Double) -> Double {
    let root = x.squareRoot().squareRoot().squareRoot()
    let ratio = (root - 1) / (root + 1)
    var power = ratio
    var sum = 0.0
    for order in 0..<60 {
      sum += power / Double(2 * order + 1)
      power *= ratio * ratio
    }
    return 16 * sum
  }

  /// Every kind of graph the measures of holes are tried on.
  static let graphs = AllGraphs.small + RandomGraphs.assortment
}
