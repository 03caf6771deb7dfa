import GraphCore

/// A graph renumbered so that the nodes most arcs lead to come first: what a search reads most lies together, and stays
/// in the processor's cache.
///
/// Used inside kernels only; results are put back into the graph's own order.
struct DegreeOrder: Sendable {
  let nodeCount: Int
  /// Arcs that leave each node.
  let out: Adjacency
  /// Arcs that arrive at each node.
  let incoming: Adjacency
  /// For each node of the graph its number here.
  let numbers: [Int32]
  /// For each number here the node of the graph.
  let nodes: [Int32]

  init(_ graph: CSRGraph) {
    nodeCount = graph.nodeCount
    // Self-loops do not count: they lie on no path, and must not change the order in which sums are added.
    let incomingCounts = (0..<graph.nodeCount).map { node in
      graph.neighbors(of: node, .in).reduce(0) { $0 + ($1 == Int32(truncatingIfNeeded: node) ? 0 : 1) }
    }
    let order = (0..<graph.nodeCount).sorted {
      incomingCounts[$0] != incomingCounts[$1] ? incomingCounts[$0] > incomingCounts[$1] : $0 < $1
    }
    nodes = order.map { Int32(truncatingIfNeeded: $0) }
    var numbers = [Int32](repeating: 0, count: graph.nodeCount)
    for (number, node) in order.enumerated() { numbers[node] = Int32(truncatingIfNeeded: number) }
    self.numbers = numbers
    out = graph.out.renumbered(order: nodes, numbers: numbers)
    incoming = graph.isDirected ? graph.incoming.renumbered(order: nodes, numbers: numbers) : out
  }

  /// Values by number here, in the order of the graph's nodes.
  func restored(_ values: [Double]) -> [Double] { numbers.map { values[Int($0)] } }
}
