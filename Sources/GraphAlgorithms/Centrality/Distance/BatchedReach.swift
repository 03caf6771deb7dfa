import GraphCore

/// Batched breadth-first search for closeness: sums over distances in steps to 512 far ends at once.
///
/// A search starts at 512 nodes and walks against the direction of the question; each node holds one bit for each of
/// them. Whatever arrives at a node first at a level is that many more nodes that it reaches in so many steps: no
/// distance is ever written down, and one walk over an edge serves 512 searches.
///
/// The method of M. Then et al., Proc. VLDB Endowment 8 (2014) 449–460, doi:10.14778/2735496.2735507.
struct BatchedReach: ~Copyable {
  typealias Bits = SIMD8<UInt64>

  /// How many far ends share a sweep.
  static let batchSize = 512

  private let arcs: Adjacency
  private let nodeCount: Int
  /// The far ends that reached a node so far.
  private let seen: Buffer<Bits>
  /// What a level hands on, and what arrives at the next.
  private let current: Buffer<Bits>
  private let arriving: Buffer<Bits>
  /// The nodes of a level, and those that something arrives at.
  private let frontier: Buffer<Int32>
  private let candidates: Buffer<Int32>
  /// Whether a node is among the candidates.
  private let isCandidate: Buffer<Bool>
  /// The nodes that some far end reached so far, and whether a node is among them.
  private let touched: Buffer<Int32>
  private let isTouched: Buffer<Bool>
  private var touchedCount = 0

  /// - Parameter arcs: The arcs against the direction in which distances are measured.
  init(against arcs: Adjacency) {
    self.arcs = arcs
    nodeCount = arcs.offsets.count - 1
    seen = Buffer(repeating: .zero, count: nodeCount)
    current = Buffer(repeating: .zero, count: nodeCount)
    arriving = Buffer(repeating: .zero, count: nodeCount)
    frontier = Buffer(repeating: 0, count: nodeCount)
    candidates = Buffer(repeating: 0, count: nodeCount + 1)
    isCandidate = Buffer(repeating: false, count: nodeCount)
    touched = Buffer(unwrittenCount: nodeCount + 1)
    isTouched = Buffer(repeating: false, count: nodeCount)
  }

  /// Adds for each node how many of the far ends it reaches, the sum of the steps to them, and the sum of one over the
  /// steps: three columns, one after the other.
  ///
  /// - Throws: `.cancelled`.
  mutating func addReach(
    of farEnds: Range<Int>, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    clear()
    var count = 0
    for (position, node) in farEnds.enumerated() {
      var bits = Bits.zero
      bits[position / 64] = 1 << UInt64(truncatingIfNeeded: position % 64)
      seen[node] = bits
      touch(node)
      current[node] = bits
      frontier[count] = Int32(truncatingIfNeeded: node)
      count += 1
    }
    var steps = 0.0
    while count > 0 {
      steps += 1
      let candidateCount = try push(count, context)
      count = keepFirstArrivals(candidateCount, steps: steps, sums)
    }
    mark(sums)
  }

  /// Forgets the last far ends.
  private mutating func clear() {
    for position in 0..<touchedCount {
      seen[touched[position]] = .zero
      isTouched[touched[position]] = false
    }
    touchedCount = 0
  }

  @inline(__always)
  private mutating func touch(_ node: Int) {
    touched[touchedCount] = Int32(truncatingIfNeeded: node)
    touchedCount &+= isTouched[node] ? 0 : 1
    isTouched[node] = true
  }

  /// Lets the sums of all nodes count that some far end reached.
  private func mark(_ sums: borrowing SparseSums) {
    guard 4 * touchedCount < nodeCount else { return sums.markAll() }
    for position in 0..<touchedCount {
      for column in 0..<3 { sums.mark(column &* nodeCount &+ Int(touched[position])) }
    }
  }

  /// Hands the bits of a level on along all arcs; returns how many nodes something arrived at.
  private func push(_ count: Int, _ context: RunContext) throws(AlgorithmError) -> Int {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let marks = isCandidate.pointer
    let list = candidates.pointer
    let sums = arriving.pointer
    var listed = 0
    for position in 0..<count {
      if position & 1023 == 0 { try context.checkCancellation() }
      let node = Int(frontier[position])
      let bits = current[node]
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = Int(targets[unchecked: arc])
        sums[next] |= bits
        list[listed] = Int32(truncatingIfNeeded: next)
        listed &+= marks[next] ? 0 : 1
        marks[next] = true
      }
    }
    return listed
  }

  /// Counts the bits that were not at their node before; returns how many nodes make the next level.
  private mutating func keepFirstArrivals(_ candidateCount: Int, steps: Double, _ sums: borrowing SparseSums) -> Int {
    let inverse = 1 / steps
    var count = 0
    for position in 0..<candidateCount {
      let node = Int(candidates[position])
      isCandidate[node] = false
      let first = arriving[node] & ~seen[node]
      arriving[node] = .zero
      var reached = 0
      for word in 0..<Bits.scalarCount { reached &+= first[word].nonzeroBitCount }
      guard reached > 0 else { continue }
      seen[node] |= first
      touch(node)
      current[node] = first
      frontier[count] = Int32(truncatingIfNeeded: node)
      count &+= 1
      let added = Double(reached)
      sums[node] += added
      sums[nodeCount &+ node] += added * steps
      sums[2 &* nodeCount &+ node] += added * inverse
    }
    return count
  }
}
