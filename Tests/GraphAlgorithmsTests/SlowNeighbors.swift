import GraphCore
import TestSupport

/// Who is tied to whom, as a table, by the definition.
struct SlowNeighbors {
  /// `leads[u][v]`: whether an edge leads from u to another node v; both ways when undirected.
  let leads: [[Bool]]
  /// `strengths[u][v]`: strength of all edges between two different nodes, either way.
  let strengths: [[Double]]

  init(_ graph: CSRGraph) {
    let count = graph.nodeCount
    var leads = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    var strengths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (edge, pair) in graph.pairs.enumerated() where pair.source != pair.target {
      leads[pair.source][pair.target] = true
      if !graph.isDirected { leads[pair.target][pair.source] = true }
      strengths[pair.source][pair.target] += graph.strengths?[edge] ?? 1
      strengths[pair.target][pair.source] += graph.strengths?[edge] ?? 1
    }
    self.leads = leads
    self.strengths = strengths
  }

  var nodes: Range<Int> { leads.indices }

  func areTied(_ u: Int, _ v: Int) -> Bool { leads[u][v] || leads[v][u] }

  func neighbors(of node: Int) -> [Int] { nodes.filter { areTied(node, $0) } }

  /// Pairs of neighbours of a node that are neighbours.
  func closedPairs(at node: Int) -> [NodePair] {
    let mine = neighbors(of: node)
    return mine.flatMap { u in mine.filter { u < $0 && areTied(u, $0) }.map { NodePair(u, $0) } }
  }

  /// All sets of three nodes.
  var triples: [[Int]] {
    nodes.flatMap { a in nodes.filter { $0 > a }.flatMap { b in nodes.filter { $0 > b }.map { [a, b, $0] } } }
  }
}
