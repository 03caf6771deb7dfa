/// A four-ary heap of nodes by distance, with positions, so that a distance can be lowered in place.
///
/// Among equal distances the smaller node number comes out first, which makes every run the same.
@usableFromInline
package struct MinimumHeap: ~Copyable {
  @usableFromInline let keys: Buffer<Double>
  @usableFromInline let heap: Buffer<Int32>
  private let positions: Buffer<Int32>
  /// How many nodes are waiting.
  @usableFromInline
  package private(set) var count = 0

  /// An empty heap for nodes `0..<nodeCount`.
  package init(nodeCount: Int) {
    keys = Buffer(repeating: 0, count: nodeCount)
    heap = Buffer(repeating: 0, count: nodeCount)
    positions = Buffer(repeating: -1, count: nodeCount)
  }

  /// Whether no node is waiting.
  @inlinable
  package var isEmpty: Bool { count == 0 }

  /// The least distance waiting.
  ///
  /// - Precondition: The heap is not empty.
  @inlinable
  package var minimumKey: Double { keys[heap[0]] }

  /// The node that comes out next.
  ///
  /// - Precondition: The heap is not empty.
  @inlinable
  package var minimumNode: Int32 { heap[0] }

  /// Adds a node, or lowers the distance of one that is waiting.
  ///
  /// - Complexity: O(log n).
  package mutating func insertOrLower(_ node: Int32, to key: Double) {
    var position = Int(positions[node])
    if position < 0 {
      position = count
      count += 1
    }
    keys[node] = key
    while position > 0 {
      let parent = (position - 1) / 4
      let other = heap[parent]
      guard precedes(node, other) else { break }
      heap[position] = other
      positions[other] = Int32(truncatingIfNeeded: position)
      position = parent
    }
    heap[position] = node
    positions[node] = Int32(truncatingIfNeeded: position)
  }

  /// Takes out the node of least distance.
  ///
  /// - Precondition: The heap is not empty.
  /// - Complexity: O(log n).
  package mutating func removeMinimum() -> Int32 {
    let result = heap[0]
    positions[result] = -1
    count -= 1
    if count > 0 { sink(heap[count]) }
    return result
  }

  /// Empties the heap in time proportional to what is in it.
  package mutating func removeAll() {
    for position in 0..<count { positions[heap[position]] = -1 }
    count = 0
  }

  /// Places a node from the root downwards.
  private func sink(_ node: Int32) {
    var position = 0
    while true {
      let first = 4 * position + 1
      guard first < count else { break }
      var least = first
      for child in (first + 1)..<max(first + 1, min(first + 4, count)) where precedes(heap[child], heap[least]) {
        least = child
      }
      let other = heap[least]
      guard precedes(other, node) else { break }
      heap[position] = other
      positions[other] = Int32(truncatingIfNeeded: position)
      position = least
    }
    heap[position] = node
    positions[node] = Int32(truncatingIfNeeded: position)
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let x = keys[a]
    let y = keys[b]
    return x < y || (x == y && a < b)
  }
}
