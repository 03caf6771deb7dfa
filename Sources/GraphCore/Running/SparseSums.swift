/// The sums of one chunk, of which only what is marked counts.
///
/// For vectors of which a piece of work changes a small part; see
/// ``RunContext/sparseOrderedSum(over:width:chunkSize:makeWorker:work:)``.
@usableFromInline
package struct SparseSums: ~Copyable {
  @usableFromInline let values: UnsafeMutablePointer<Double>
  @usableFromInline let marks: UnsafeMutablePointer<Bool>
  private let chunk: ChunkSums

  init(_ chunk: ChunkSums) {
    self.chunk = chunk
    values = chunk.values.buffer.pointer
    marks = chunk.marks.buffer.pointer
  }

  /// The sum at a position; mark the position before the piece of work is done.
  @inlinable
  package subscript(position: Int) -> Double {
    get { values[position] }
    nonmutating set { values[position] = newValue }
  }

  /// Lets the sum at a position count.
  @inlinable
  package func mark(_ position: Int) { marks[position >> 6] = true }

  /// Lets all sums count.
  package func markAll() { chunk.marks.buffer.fill(true) }
}

/// The sums of one chunk, and for each 64 of them whether some may be other than 0.
struct ChunkSums: Sendable {
  let values: SharedBuffer<Double>
  let marks: SharedBuffer<Bool>

  init(width: Int) {
    values = SharedBuffer(repeating: 0, count: width)
    marks = SharedBuffer(repeating: false, count: (width + 63) / 64)
  }
}

/// The running total: adds the chunks' partial sums in the order of the chunks; one that is done early waits.
struct SumLedger {
  private(set) var total: [Double]
  private(set) var committed = 0
  private var waiting: [Int: ChunkSums] = [:]
  private var free: [ChunkSums] = []

  init(width: Int) { total = [Double](repeating: 0, count: width) }

  mutating func takeSums() -> ChunkSums { free.popLast() ?? ChunkSums(width: total.count) }

  mutating func commit(_ sums: ChunkSums, chunk: Int) -> Int {
    waiting[chunk] = sums
    while let ready = waiting.removeValue(forKey: committed) {
      add(ready)
      free.append(ready)
      committed += 1
    }
    return committed
  }

  /// Adds what is marked to the total, and leaves zeros behind.
  private mutating func add(_ sums: ChunkSums) {
    let values = sums.values.buffer.pointer
    let marks = sums.marks.buffer.pointer
    for block in 0..<sums.marks.buffer.count {
      let positions = (block &* 64)..<Swift.min(block &* 64 &+ 64, total.count)
      guard marks[block] else {
        assert(positions.allSatisfy { values[$0] == 0 }, "what was added is marked")
        continue
      }
      for position in positions {
        total[position] += values[position]
        values[position] = 0
      }
      marks[block] = false
    }
  }
}
