import GraphCore

/// Ways between two nodes that have nothing in common, and what blocks them all.
public struct DisjointPaths: Sendable, Hashable {
  /// The ways, those with fewest steps first; each way's length is its number of steps.
  public let paths: [Path]
  /// The smallest set whose loss leaves no way, one for each path: edges or nodes, whichever the paths do not share.
  /// `nil` when no set of nodes can do it, because an edge joins the two ends.
  public let separator: [Int]?

  /// Ways and what blocks them.
  package init(paths: [Path], separator: [Int]?) {
    self.paths = paths
    self.separator = separator
  }
}

/// A link that one unit flows along.
struct UnitLink: Sendable {
  let from: Int
  let to: Int
  /// The edge of the graph behind it; −1 for the link through a node.
  let edge: Int
}

/// Takes a flow of whole units apart into paths.
struct UnitFlow {
  private var leaving: [[UnitLink]]

  init(nodeCount: Int, links: [UnitLink]) {
    leaving = [[UnitLink]](repeating: [], count: nodeCount)
    for link in links.reversed() { leaving[link.from].append(link) }
  }

  /// As many paths as units leave the source; circles that the flow makes on the way are left out.
  mutating func paths(from source: Int, to sink: Int) -> [[UnitLink]] {
    var paths: [[UnitLink]] = []
    var positions = [Int](repeating: -1, count: leaving.count)
    while !leaving[source].isEmpty {
      var path: [UnitLink] = []
      var node = source
      positions[source] = 0
      while node != sink, let link = leaving[node].popLast() {
        path.append(link)
        node = link.to
        if positions[node] >= 0 {
          for dropped in path[positions[node]...] where dropped.to != node { positions[dropped.to] = -1 }
          path.removeSubrange(positions[node]...)
        }
        positions[node] = path.count
      }
      for link in path { positions[link.to] = -1 }
      positions[source] = -1
      if node == sink { paths.append(path) }
    }
    return paths
  }

  /// Paths over the graph's own nodes, those with fewest steps first.
  static func sorted(_ paths: [[UnitLink]], from source: Int, _ nodeOf: (Int) -> Int) -> [Path] {
    paths.map { links in
      let steps = links.filter { $0.edge >= 0 }
      return Path(
        nodes: [source] + steps.map { nodeOf($0.to) }, edges: steps.map(\.edge), length: Double(steps.count))
    }.sorted { a, b in
      a.edges.count == b.edges.count ? a.edges.lexicographicallyPrecedes(b.edges) : a.edges.count < b.edges.count
    }
  }
}
