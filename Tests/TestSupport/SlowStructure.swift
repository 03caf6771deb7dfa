import GraphCore

/// Components by Warshall's closure.
public struct SlowStructure {
  /// `reaches[u][v]`: whether a path leads from u to v.
  public let reaches: [[Bool]]

  /// Reachability along edges, or regardless of their direction.
  public init(_ graph: CSRGraph, ignoringDirection: Bool = false) {
    let count = graph.nodeCount
    var reaches = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for node in 0..<count { reaches[node][node] = true }
    for pair in graph.pairs {
      reaches[pair.source][pair.target] = true
      if ignoringDirection || !graph.isDirected { reaches[pair.target][pair.source] = true }
    }
    for middle in 0..<count {
      let reached = reaches[middle]
      for u in 0..<count where reaches[u][middle] {
        var v = 0
        while v < count {
          if reached[v] { reaches[u][v] = true }
          v += 1
        }
      }
    }
    self.reaches = reaches
  }

  /// Groups of nodes that reach one another.
  public var components: Partition {
    Partition(labels: reaches.indices.map { u in reaches.indices.first { reaches[u][$0] && reaches[$0][u] } ?? u })
  }
}
