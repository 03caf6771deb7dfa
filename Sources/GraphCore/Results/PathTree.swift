/// Shortest ways from one node to all others.
public struct PathTree: Sendable, Hashable {
  /// Where all ways start.
  public let source: Int
  /// Distance of each node; infinity where no way leads.
  public let distances: [Double]
  /// The edge by which each node is reached; −1 at the source and where no way leads.
  public let parentEdges: [Int32]
  /// The node before each node; −1 at the source and where no way leads.
  public let parents: [Int32]

  /// A tree of shortest ways.
  package init(source: Int, distances: [Double], parentEdges: [Int32], parents: [Int32]) {
    self.source = source
    self.distances = distances
    self.parentEdges = parentEdges
    self.parents = parents
  }

  /// The way to a node; `nil` where no way leads.
  public func path(to target: Int) -> Path? {
    guard distances[target] < .infinity else { return nil }
    var nodes = [target]
    var edges: [Int] = []
    var node = target
    while node != source {
      edges.append(Int(parentEdges[node]))
      node = Int(parents[node])
      nodes.append(node)
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed(), length: distances[target])
  }
}
