import GraphCore

/// A priority queue with buckets: nodes that wait in a search by length, in the order of distance, then of number.
///
/// Distances are cut into equal stretches, one list of nodes for each; only the stretch that the search is in is sorted.
/// A node enters and changes lists in constant time, so that most of what a heap does is never done. Nodes that come
/// into the stretch at work go into a heap, which makes the order exact, and keeps the time within a heap's where the
/// lengths are so uneven that one stretch holds nearly everything.
///
/// The lists form a ring: no arc leads farther than once round it. After R. B. Dial, Comm. ACM 12 (1969) 632–633,
/// doi:10.1145/363269.363610, with the exact order of E. V. Denardo, B. L. Fox, Operations Research 27 (1979) 161–186,
/// doi:10.1287/opre.27.1.161.
struct BucketQueue: ~Copyable {
  /// Distance of each node: memory of the search that owns the queue, lowered only here.
  private let distances: UnsafeMutablePointer<Double>
  /// How many stretches a unit of length has.
  private let scale: Double
  private let mask: Int
  /// First node of each list; −1 for none.
  private let heads: Buffer<Int32>
  /// The node after and the node before each node of a list; −1 for none.
  private let links: Buffer<SIMD2<Int32>>
  /// One bit for each list that is not empty.
  private let occupied: Buffer<UInt64>
  /// The stretch at work, in order, and where the search is in it. What was lowered after sorting is in the heap too,
  /// and known by its distance.
  private let run: Buffer<WaitingNode>
  private var runPosition = 0
  private var runCount = 0
  private var heap: MinimumHeap
  private var stretch = 0
  private var listedCount = 0

  /// A queue for nodes `0..<nodeCount`, whose distances are infinite.
  init(_ distances: borrowing Buffer<Double>, nodeCount: Int, greatestCost: Double) {
    var ring = 64
    while ring < nodeCount / 2 && ring < 8192 { ring *= 2 }
    let scale = Double(ring - 4) / greatestCost
    self.scale = scale < .infinity ? scale : 0
    mask = ring - 1
    self.distances = distances.pointer
    heads = Buffer(repeating: -1, count: ring)
    links = Buffer(unwrittenCount: nodeCount)
    occupied = Buffer(repeating: 0, count: ring / 64)
    run = Buffer(unwrittenCount: nodeCount)
    heap = MinimumHeap(nodeCount: nodeCount)
  }

  /// Starts at a node; the queue is empty before.
  mutating func start(at node: Int32) {
    stretch = 0
    distances[Int(node)] = 0
    run[0] = WaitingNode(distance: 0, node: node)
    runPosition = 0
    runCount = 1
  }

  /// Lowers the distance of a node that was not taken yet.
  @inline(__always)
  mutating func lower(_ node: Int32, to distance: Double) {
    let old = distances[Int(node)]
    distances[Int(node)] = distance
    let next = Int(distance * scale)
    if old < .infinity {
      let previous = Int(old * scale)
      if previous != stretch {
        if previous == next { return }
        unlink(node, from: previous & mask)
      }
    }
    if next == stretch {
      heap.insertOrLower(node, to: distance)
    } else {
      link(node, into: next & mask)
    }
  }

  /// Takes out the nearest node; −1 when none waits.
  mutating func takeNearest() -> Int32 {
    while true {
      while runPosition < runCount {
        let first = run[runPosition]
        if !heap.isEmpty { break }
        runPosition &+= 1
        if distances[Int(first.node)] == first.distance { return first.node }
      }
      if heap.isEmpty {
        guard listedCount > 0 else { return -1 }
        openNextStretch()
      } else if let node = takeFromBoth() {
        return node
      }
    }
  }

  /// Takes the nearer of what comes next in the run and in the heap; nothing when it was lowered since.
  private mutating func takeFromBoth() -> Int32? {
    if runPosition < runCount {
      let first = run[runPosition]
      guard distances[Int(first.node)] == first.distance else {
        runPosition &+= 1
        return nil
      }
      let other = WaitingNode(distance: heap.minimumKey, node: heap.minimumNode)
      if first.precedes(other) {
        runPosition &+= 1
        return first.node
      }
    }
    return heap.removeMinimum()
  }

  @inline(__always)
  private mutating func link(_ node: Int32, into list: Int) {
    let head = heads[list]
    links[node] = SIMD2(head, -1)
    if head >= 0 { links[head].y = node }
    heads[list] = node
    occupied[list >> 6] |= 1 << UInt64(truncatingIfNeeded: list & 63)
    listedCount &+= 1
  }

  @inline(__always)
  private mutating func unlink(_ node: Int32, from list: Int) {
    let (next, previous) = (links[node].x, links[node].y)
    if next >= 0 { links[next].y = previous }
    if previous >= 0 {
      links[previous].x = next
    } else {
      heads[list] = next
      if next < 0 { occupied[list >> 6] &= ~(1 << UInt64(truncatingIfNeeded: list & 63)) }
    }
    listedCount &-= 1
  }

  /// Moves on to the next list that is not empty, and sorts it into the run.
  private mutating func openNextStretch() {
    var ahead = 1
    while true {
      let list = (stretch &+ ahead) & mask
      let bits = occupied[list >> 6] >> UInt64(truncatingIfNeeded: list & 63)
      if bits != 0 {
        ahead &+= bits.trailingZeroBitCount
        break
      }
      ahead &+= 64 &- (list & 63)
    }
    stretch &+= ahead
    let list = stretch & mask
    var node = heads[list]
    runPosition = 0
    runCount = 0
    while node >= 0 {
      run[runCount] = WaitingNode(distance: distances[Int(node)], node: node)
      runCount &+= 1
      node = links[node].x
    }
    heads[list] = -1
    occupied[list >> 6] &= ~(1 << UInt64(truncatingIfNeeded: list & 63))
    listedCount &-= runCount
    sortRun()
  }

  private func sortRun() {
    guard runCount <= 32 else {
      var waiting = UnsafeMutableBufferPointer(start: run.pointer, count: runCount)
      waiting.sort { $0.precedes($1) }
      return
    }
    for position in 1..<max(runCount, 1) {
      let moved = run[position]
      var place = position
      while place > 0 && moved.precedes(run[place &- 1]) {
        run[place] = run[place &- 1]
        place &-= 1
      }
      run[place] = moved
    }
  }
}

/// An entry of the queue: a node and its distance.
struct WaitingNode: BitwiseCopyable {
  let distance: Double
  let node: Int32

  @inline(__always)
  func precedes(_ other: WaitingNode) -> Bool {
    distance < other.distance || (distance == other.distance && node < other.node)
  }
}
