import GraphCore

extension CSRGraph {
  /// Stops a caller who asks about a node that is not there.
  func checkNode(_ node: Int) {
    precondition(node >= 0 && node < nodeCount, "node \(node) is not in 0..<\(nodeCount)")
  }

  /// A direction, where direction plays a part.
  func effective(_ direction: EdgeDirection) -> EdgeDirection? { isDirected ? direction : nil }
}
