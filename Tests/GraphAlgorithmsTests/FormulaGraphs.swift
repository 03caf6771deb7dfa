import GraphCore
import TestSupport

/// Graphs that other programs can build from a formula.
enum FormulaGraphs {
  /// 12 nodes; u → v where (3u² + 5v + 2uv) mod 7 < 2.
  static let directed = CSRGraph(
    nodeCount: 12,
    edges: (0..<12).flatMap { u in
      (0..<12).filter { u != $0 && (3 * u * u + 5 * $0 + 2 * u * $0) % 7 < 2 }.map { NodePair(u, $0) }
    }, isDirected: true)

  /// Strengths and lengths 1, 2, 3 or 4 by a formula over edge numbers.
  static func weighted(_ graph: CSRGraph) -> CSRGraph {
    graph.replacing(
      columns: EdgeColumns(
        lengths: (0..<graph.edgeCount).map { Double(1 + (5 * $0 + 3) % 4) },
        strengths: (0..<graph.edgeCount).map { Double(1 + (7 * $0 + 2) % 4) }))
  }

  /// A graph by a list of ends.
  static func graph(_ nodes: Int, _ ends: [(Int, Int)], isDirected: Bool = false) -> CSRGraph {
    CSRGraph(nodeCount: nodes, edges: ends.map { NodePair($0.0, $0.1) }, isDirected: isDirected)
  }
}

/// All sets of nodes that hold one node and not another, as membership lists.
func sides(_ count: Int, with source: Int, without target: Int) -> [[Bool]] {
  (0..<(1 << count)).filter { $0 >> source & 1 == 1 && $0 >> target & 1 == 0 }.map { mask in
    (0..<count).map { mask >> $0 & 1 == 1 }
  }
}

/// The strength of the edges that lead out of a side.
func cutValue(_ graph: CSRGraph, _ side: [Bool]) -> Double {
  graph.pairs.enumerated().reduce(0) { sum, edge in
    let leaves = side[edge.element.source] && !side[edge.element.target]
    let enters = !graph.isDirected && !side[edge.element.source] && side[edge.element.target]
    return leaves || enters ? sum + (graph.strengths?[edge.offset] ?? 1) : sum
  }
}

extension CSRGraph {
  /// The graph without some edges.
  func removing(edges removed: Set<Int>) -> CSRGraph {
    let kept = (0..<edgeCount).filter { !removed.contains($0) }
    let pairs = pairs
    return CSRGraph(nodeCount: nodeCount, edges: kept.map { pairs[$0] }, isDirected: isDirected)
  }

  /// The graph in which some nodes have no edges.
  func stripping(nodes: Set<Int>) -> CSRGraph {
    let pairs = pairs
    return removing(
      edges: Set(pairs.indices.filter { nodes.contains(pairs[$0].source) || nodes.contains(pairs[$0].target) }))
  }

  /// Whether a sequence of nodes and edges is a way through the graph, edges followed forward.
  func isWay(_ path: Path) -> Bool {
    let pairs = pairs
    return path.edges.count == path.nodes.count - 1
      && path.edges.indices.allSatisfy { step in
        let ends = pairs[path.edges[step]]
        let here = path.nodes[step]
        let there = path.nodes[step + 1]
        return (ends.source == here && ends.target == there)
          || (!isDirected && ends.source == there && ends.target == here)
      }
  }
}
