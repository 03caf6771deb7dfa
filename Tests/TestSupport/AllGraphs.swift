import GraphCore

/// Every simple graph of a few nodes, with its nodes told apart.
public enum AllGraphs {
  /// All 2^(n(n−1)/2) undirected graphs of `count` nodes.
  public static func undirected(_ count: Int) -> [CSRGraph] { graphs(KnownGraphs.complete(count)) }

  /// All 2^(n(n−1)) directed graphs of `count` nodes.
  public static func directed(_ count: Int) -> [CSRGraph] { graphs(KnownGraphs.complete(count, isDirected: true)) }

  /// All undirected graphs of up to `undirected` nodes and all directed graphs of up to `directed` nodes.
  public static func upTo(undirected: Int, directed: Int) -> [CSRGraph] {
    (0...undirected).flatMap(self.undirected) + (0...directed).flatMap(self.directed)
  }

  private static func graphs(_ complete: CSRGraph) -> [CSRGraph] {
    let pairs = complete.pairs
    return (0..<(1 << pairs.count)).map { mask in
      CSRGraph(
        nodeCount: complete.nodeCount, edges: pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] },
        isDirected: complete.isDirected)
    }
  }
}
