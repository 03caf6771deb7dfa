/// The arcs of every node, one after the other: the arcs of node `v` stand at `offsets[v] ..< offsets[v + 1]`.
///
/// Within a node the arcs are sorted by the node they lead to, then by edge number.
public struct Adjacency: Sendable {
  /// Where each node's arcs begin; one entry more than there are nodes.
  public let offsets: [Int32]
  /// The node each arc leads to.
  public let targets: [Int32]
  /// The edge each arc belongs to; empty when arc and edge number are the same.
  public let edges: [Int32]

  init(offsets: [Int32], targets: [Int32], edges: [Int32]) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
  }

  /// How many arcs there are.
  public var arcCount: Int { targets.count }

  /// The positions of a node's arcs.
  @inlinable
  public func range(of node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// How many arcs a node has.
  @inlinable
  public func count(of node: Int) -> Int {
    Int(offsets[node + 1] - offsets[node])
  }

  /// The edge an arc belongs to.
  @inlinable
  public func edge(ofArc arc: Int) -> Int {
    edges.isEmpty ? arc : Int(edges[arc])
  }

  /// A column of values by edge, laid out by arc, so that a kernel reads it in the order it walks.
  ///
  /// - Complexity: O(arcs); shares the column's storage when arc and edge number are the same.
  @inlinable
  package func byArc<Value>(_ column: [Value]) -> [Value] {
    edges.isEmpty ? column : edges.map { column[Int($0)] }
  }

  /// The arcs of both adjacencies of the same nodes, sorted as in each of them.
  ///
  /// - Complexity: O(nodes + arcs).
  func merged(with other: Adjacency) -> Adjacency {
    let total = arcCount + other.arcCount
    var mergedTargets: [Int32] = []
    var mergedEdges: [Int32] = []
    mergedTargets.reserveCapacity(total)
    mergedEdges.reserveCapacity(total)
    for node in 0..<(offsets.count - 1) {
      let mine = range(of: node)
      let theirs = other.range(of: node)
      var i = mine.lowerBound
      var j = theirs.lowerBound
      while i < mine.upperBound || j < theirs.upperBound {
        let takesMine = i < mine.upperBound && (j == theirs.upperBound || precedes(i, other, j))
        mergedTargets.append(takesMine ? targets[i] : other.targets[j])
        mergedEdges.append(Int32(truncatingIfNeeded: takesMine ? edge(ofArc: i) : other.edge(ofArc: j)))
        if takesMine { i += 1 } else { j += 1 }
      }
    }
    let mergedOffsets = zip(offsets, other.offsets).map { $0 + $1 }
    return Adjacency(offsets: mergedOffsets, targets: mergedTargets, edges: mergedEdges)
  }

  /// Whether an arc comes no later than an arc of another adjacency.
  private func precedes(_ arc: Int, _ other: Adjacency, _ otherArc: Int) -> Bool {
    let target = targets[arc]
    let otherTarget = other.targets[otherArc]
    return target < otherTarget || (target == otherTarget && edge(ofArc: arc) <= other.edge(ofArc: otherArc))
  }

  /// The node whose arcs include the one at this position.
  ///
  /// - Complexity: O(log n).
  func owner(ofArc arc: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= arc { low = middle } else { high = middle }
    }
    return low
  }

  /// The same arcs with other node numbers: node `order[i]` becomes `i`, and node `v` becomes `numbers[v]`.
  ///
  /// Edge numbers are kept. Within a node the arcs are sorted by the new number of the node they lead to.
  package func renumbered(order: [Int32], numbers: [Int32]) -> Adjacency {
    var newOffsets: [Int32] = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newTargets: [Int32] = []
    newTargets.reserveCapacity(targets.count)
    var newEdges: [Int32] = []
    newEdges.reserveCapacity(targets.count)
    // The new number and the arc in one key: the sort compares numbers only.
    var keys: [UInt64] = []
    for node in order {
      keys.removeAll(keepingCapacity: true)
      for arc in range(of: Int(node)) {
        keys.append(UInt64(UInt32(bitPattern: numbers[Int(targets[arc])])) << 32 | UInt64(truncatingIfNeeded: arc))
      }
      keys.sort()
      for key in keys {
        newTargets.append(Int32(truncatingIfNeeded: key >> 32))
        newEdges.append(Int32(truncatingIfNeeded: edge(ofArc: Int(truncatingIfNeeded: key & 0xFFFF_FFFF))))
      }
      newOffsets.append(Int32(truncatingIfNeeded: newTargets.count))
    }
    return Adjacency(offsets: newOffsets, targets: newTargets, edges: newEdges)
  }
}
