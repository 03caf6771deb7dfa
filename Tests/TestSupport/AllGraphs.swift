import GraphCore

/// Every simple graph of a few nodes.
public enum AllGraphs {
  /// Every undirected graph of up to 6 nodes and every directed one of up to 4: 209 and 239 of them where the numbers
  /// of the nodes make no difference, each in a random numbering.
  ///
  /// Algorithms are held against slow checkers on all of these. That numbers make no difference is property M1.
  public static let small: [CSRGraph] = undirectedShapes(upTo: 6) + directedShapes(upTo: 4)

  /// Every undirected graph of up to `count` nodes where numbers make no difference.
  public static func undirectedShapes(upTo count: Int) -> [CSRGraph] {
    (0...count).flatMap { shapes(KnownGraphs.complete($0)) }
  }

  /// Every directed graph of up to `count` nodes where numbers make no difference.
  public static func directedShapes(upTo count: Int) -> [CSRGraph] {
    (0...count).flatMap { shapes(KnownGraphs.complete($0, isDirected: true)) }
  }

  /// All 2^(n(n−1)/2) undirected graphs of `count` nodes.
  public static func undirected(_ count: Int) -> [CSRGraph] { graphs(KnownGraphs.complete(count)) }

  /// All 2^(n(n−1)) directed graphs of `count` nodes.
  public static func directed(_ count: Int) -> [CSRGraph] { graphs(KnownGraphs.complete(count, isDirected: true)) }

  private static func graphs(_ complete: CSRGraph) -> [CSRGraph] {
    (0..<(1 << complete.edgeCount)).map { graph($0, of: complete) }
  }

  /// The edges of a complete graph whose bits are set.
  private static func graph(_ mask: Int, of complete: CSRGraph) -> CSRGraph {
    let pairs = complete.pairs
    return CSRGraph(
      nodeCount: complete.nodeCount, edges: pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] },
      isDirected: complete.isDirected)
  }

  /// One graph of each shape, in a random numbering.
  private static func shapes(_ complete: CSRGraph) -> [CSRGraph] {
    let moves = moves(of: complete)
    var isKnown = [Bool](repeating: false, count: 1 << complete.edgeCount)
    var found: [CSRGraph] = []
    for mask in isKnown.indices where !isKnown[mask] {
      let bits = (0..<complete.edgeCount).filter { mask >> $0 & 1 == 1 }
      for move in moves { isKnown[bits.reduce(0) { $0 | 1 << move[$1] }] = true }
      found.append(graph(mask, of: complete).relabelled(randomOrder(complete.nodeCount, seed: UInt64(mask))))
    }
    return found
  }

  /// For every order of the nodes, where each edge of the complete graph goes.
  private static func moves(of complete: CSRGraph) -> [[Int]] {
    let pairs = complete.pairs
    let numbers = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element, $0.offset) })
    return orders(complete.nodeCount).map { order in
      pairs.map { pair in
        let moved = NodePair(order[pair.source], order[pair.target])
        return numbers[moved] ?? numbers[NodePair(moved.target, moved.source)] ?? 0
      }
    }
  }

  /// Every order of the numbers below `count`.
  private static func orders(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { orders, next in
      orders.flatMap { order in (0...order.count).map { order.prefix($0) + [next] + order.dropFirst($0) } }
    }
  }
}
