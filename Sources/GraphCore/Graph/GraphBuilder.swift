/// Collects edges and builds a ``CSRGraph`` from them.
public struct GraphBuilder: Sendable {
  /// How many nodes the graph will have.
  public let nodeCount: Int
  /// Whether the edges have a direction.
  public let isDirected: Bool
  private var sources: [Int32] = []
  private var targets: [Int32] = []

  /// A builder for a graph of `nodeCount` nodes.
  ///
  /// - Precondition: `nodeCount` is at least 0 and below 2³¹.
  public init(nodeCount: Int, isDirected: Bool) {
    precondition(nodeCount >= 0 && nodeCount < Int(Int32.max), "node count \(nodeCount) is not in 0..<2^31-1")
    self.nodeCount = nodeCount
    self.isDirected = isDirected
  }

  /// How many edges were added so far.
  public var edgeCount: Int { sources.count }

  /// Makes room for a number of edges.
  package mutating func reserve(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
  }

  /// Adds an edge.
  ///
  /// - Precondition: Both ends are nodes of the graph, and there are fewer than 2³⁰ edges.
  public mutating func addEdge(from source: Int, to target: Int) {
    precondition(source >= 0 && source < nodeCount, "node \(source) is not in 0..<\(nodeCount)")
    precondition(target >= 0 && target < nodeCount, "node \(target) is not in 0..<\(nodeCount)")
    precondition(sources.count < (1 << 30) - 1, "a graph holds fewer than 2^30 edges")
    sources.append(Int32(truncatingIfNeeded: source))
    targets.append(Int32(truncatingIfNeeded: target))
  }

  /// Builds the graph.
  ///
  /// - Parameter columns: Values by edge in the order the edges were added.
  /// - Returns: The graph, and for each of its edges the position at which it was added.
  /// - Complexity: O(n + m) time and memory (two counting sorts).
  public consuming func build(columns: EdgeColumns = EdgeColumns()) -> GraphBuild {
    columns.checkCounts(edgeCount: sources.count)
    if !isDirected {
      for i in sources.indices where sources[i] > targets[i] {
        let source = sources[i]
        sources[i] = targets[i]
        targets[i] = source
      }
    }
    let order = sortedOrder()
    let isSorted = order.indices.allSatisfy { Int(order[$0]) == $0 }
    let sortedSources = isSorted ? sources : order.map { sources[Int($0)] }
    let sortedTargets = isSorted ? targets : order.map { targets[Int($0)] }
    sources = []
    targets = []
    let sortedColumns = isSorted ? columns : columns.permuted(by: order)
    let edgeCount = sortedSources.count
    let storage =
      isDirected
      ? Self.directedStorage(
        nodeCount: nodeCount, sources: sortedSources, targets: sortedTargets, columns: sortedColumns)
      : Self.undirectedStorage(
        nodeCount: nodeCount, sources: sortedSources, targets: sortedTargets, columns: sortedColumns)
    let graph = CSRGraph(nodeCount: nodeCount, edgeCount: edgeCount, isDirected: isDirected, storage: storage)
    return GraphBuild(graph: graph, inputPositions: order)
  }

  /// Input positions in the order (source, target, position): by target first, then stably by source.
  private func sortedOrder() -> [Int32] {
    let byTarget = Self.stableOrder(of: targets, nodeCount: nodeCount, within: nil)
    return Self.stableOrder(of: sources, nodeCount: nodeCount, within: byTarget)
  }

  /// Positions of `keys`, taken in the order `within`, sorted stably by key.
  private static func stableOrder(of keys: [Int32], nodeCount: Int, within: [Int32]?) -> [Int32] {
    var next = offsets(of: keys, nodeCount: nodeCount)
    return [Int32](unsafeUninitializedCapacity: keys.count) { result, count in
      for i in keys.indices {
        let position = within?[i] ?? Int32(truncatingIfNeeded: i)
        let key = Int(keys[Int(position)])
        result[Int(next[key])] = position
        next[key] += 1
      }
      count = keys.count
    }
  }

  /// Running count of how often each key below the given one occurs.
  private static func offsets(of keys: [Int32], nodeCount: Int) -> [Int32] {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for key in keys { offsets[Int(key) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    return offsets
  }

  private static func directedStorage(
    nodeCount: Int, sources: [Int32], targets: [Int32], columns: EdgeColumns
  ) -> CSRGraph.Storage {
    let out = Adjacency(offsets: offsets(of: sources, nodeCount: nodeCount), targets: targets, edges: [])
    let arrivals = stableOrder(of: targets, nodeCount: nodeCount, within: nil)
    let incoming = Adjacency(
      offsets: offsets(of: targets, nodeCount: nodeCount), targets: arrivals.map { sources[Int($0)] }, edges: arrivals)
    return CSRGraph.Storage(out: out, incoming: incoming, arcOfEdge: [], columns: columns)
  }

  private static func undirectedStorage(
    nodeCount: Int, sources: [Int32], targets: [Int32], columns: EdgeColumns
  ) -> CSRGraph.Storage {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for i in sources.indices {
      offsets[Int(sources[i]) + 1] += 1
      offsets[Int(targets[i]) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var arcTargets = [Int32](repeating: 0, count: 2 * sources.count)
    var arcEdges = [Int32](repeating: 0, count: 2 * sources.count)
    var arcOfEdge = [Int32](repeating: 0, count: sources.count)
    // Arcs back to smaller neighbours come first, because edges are sorted by their smaller end; both passes run in
    // edge order, so every node's arcs end up sorted.
    for edge in sources.indices where sources[edge] != targets[edge] {
      let node = Int(targets[edge])
      arcTargets[Int(next[node])] = sources[edge]
      arcEdges[Int(next[node])] = Int32(truncatingIfNeeded: edge)
      next[node] += 1
    }
    for edge in sources.indices {
      let node = Int(sources[edge])
      arcOfEdge[edge] = next[node]
      for _ in 0..<(sources[edge] == targets[edge] ? 2 : 1) {
        arcTargets[Int(next[node])] = targets[edge]
        arcEdges[Int(next[node])] = Int32(truncatingIfNeeded: edge)
        next[node] += 1
      }
    }
    let both = Adjacency(offsets: offsets, targets: arcTargets, edges: arcEdges)
    return CSRGraph.Storage(out: both, incoming: both, arcOfEdge: arcOfEdge, columns: columns)
  }
}

/// A graph together with the way back to the edges it was built from.
public struct GraphBuild: Sendable {
  /// The graph.
  public let graph: CSRGraph
  /// For each edge of the graph, the position at which it was added.
  public let inputPositions: [Int32]
}
