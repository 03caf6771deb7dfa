import GraphCore

/// Components by Warshall's closure.
public struct SlowStructure {
  /// `reaches[u][v]`: whether a path leads from u to v.
  public let reaches: [[Bool]]

  /// Reachability along edges, or regardless of their direction.
  public init(_ graph: CSRGraph, ignoringDirection: Bool = false) {
    let nodes = 0..<graph.nodeCount
    var reaches = nodes.map { u in nodes.map { u == $0 } }
    for pair in graph.pairs {
      reaches[pair.source][pair.target] = true
      if ignoringDirection || !graph.isDirected { reaches[pair.target][pair.source] = true }
    }
    for middle in nodes {
      for u in nodes where reaches[u][middle] {
        for v in nodes where reaches[middle][v] { reaches[u][v] = true }
      }
    }
    self.reaches = reaches
  }

  /// Groups of nodes that reach one another.
  public var components: Partition {
    Partition(labels: reaches.indices.map { u in reaches.indices.first { reaches[u][$0] && reaches[$0][u] } ?? u })
  }
}
