import GraphCore

/// Sums of a column over the edges at each node; what strength and signed strength have in common.
enum ArcSums {
  /// For each node the sum over the arcs in a direction, in the order of the arcs.
  ///
  /// - Complexity: O(n + m).
  static func sums(
    of column: [Double], on graph: CSRGraph, _ direction: EdgeDirection, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    var sums = try sums(of: column, along: direction == .in ? graph.incoming : graph.out, context)
    if direction == .all && graph.isDirected {
      let arriving = try self.sums(of: column, along: graph.incoming, context)
      for node in sums.indices { sums[node] += arriving[node] }
    }
    return sums
  }

  private static func sums(
    of column: [Double], along arcs: Adjacency, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let byArc = arcs.byArc(column)
    var sums = [Double](repeating: 0, count: arcs.offsets.count - 1)
    for node in sums.indices {
      if node & 1023 == 0 { try context.checkCancellation() }
      var sum = 0.0
      for arc in arcs.range(of: node) { sum += byArc[arc] }
      sums[node] = sum
    }
    return sums
  }
}
