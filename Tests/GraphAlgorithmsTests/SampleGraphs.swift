import GraphCore
import TestSupport

/// A directed graph on which the libraries' numbers are frozen: a ring of three that feeds a ring of two, a way out of
/// it, a shortcut and an isolated node.
///
/// In Python: `edges = [(0,1),(1,2),(2,0),(2,3),(3,4),(4,3),(0,4),(4,5)]`, `weights = [1,2,3,1,2,1,4,1]`, 7 nodes,
/// lengths one over the weights.
enum SampleGraphs {
  static let strengthsInInputOrder: [Double] = [1, 2, 3, 1, 2, 1, 4, 1]

  static let twoRings: CSRGraph = {
    let ends = [0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 3, 0, 4, 4, 5]
    return CSRGraph(
      nodeCount: 7, edges: stride(from: 0, to: ends.count, by: 2).map { NodePair(ends[$0], ends[$0 + 1]) },
      isDirected: true,
      columns: EdgeColumns(
        lengths: strengthsInInputOrder.map { 1 / $0 }, strengths: strengthsInInputOrder))
  }()
}
