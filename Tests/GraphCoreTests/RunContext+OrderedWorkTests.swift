import GraphCore
import Synchronization
import Testing

@Suite("Ordered work")
struct OrderedWorkTests {
  /// Adds numbers of very different sizes, so that any other order of addition shows in the last bits.
  private func roughSum(threads: Int, count: Int) throws(AlgorithmError) -> [Double] {
    try RunContext(threads: threads).orderedSum(over: count, width: 3, chunkSize: 5, makeWorker: { 0 }) {
      (_: Int, pieces, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for piece in pieces {
        var random = SeededGenerator(seed: 7).stream(piece)
        for i in 0..<3 { sums[i] += random.nextUnit() * (piece % 3 == 0 ? 1e12 : 1) }
      }
    }
  }

  @Test("The same bits at any number of threads", arguments: [0, 1, 4, 5, 6, 237])
  func sums(count: Int) throws {
    let expected = try roughSum(threads: 1, count: count)
    for threads in [2, 3, 8, 64] { #expect(try roughSum(threads: threads, count: count) == expected) }
    if count == 0 { #expect(expected == [0, 0, 0]) }
  }

  @Test("Sums of which each chunk changes a few have the bits of sums over all", arguments: [0, 1, 6, 237])
  func sparseSums(count: Int) throws {
    let width = 1000
    @Sendable func places(_ piece: Int) -> [Int] { [piece % width, (piece * 389) % width, width - 1] }
    @Sendable func value(_ piece: Int) -> Double { Double(piece + 1) / 7 * (piece % 3 == 0 ? 1e12 : 1) }
    let whole = try RunContext().orderedSum(over: count, width: width, chunkSize: 5, makeWorker: {}) {
      (_: Void, pieces, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for piece in pieces { for place in places(piece) { sums[place] += value(piece) } }
    }
    for threads in [1, 2, 8] {
      let sparse = try RunContext(threads: threads).sparseOrderedSum(
        over: count, width: width, chunkSize: 5, makeWorker: {}
      ) { (_: Void, pieces, sums: borrowing SparseSums) throws(AlgorithmError) in
        if pieces.contains(12) { sums.markAll() }
        for piece in pieces {
          for place in places(piece) {
            sums[place] += value(piece)
            sums.mark(place)
          }
        }
      }
      #expect(sparse == whole)
    }
  }

  @Test("Values come in the order of their chunks")
  func maps() throws {
    for threads in [1, 2, 8] {
      let ranges = try RunContext(threads: threads).orderedMap(over: 23, chunkSize: 4, makeWorker: { 0 }) {
        (_: Int, pieces) throws(AlgorithmError) in pieces
      }
      #expect(ranges == [0..<4, 4..<8, 8..<12, 12..<16, 16..<20, 20..<23])
    }
  }

  @Test("A worker is made once for each thread at most")
  func workers() throws {
    let made = Atomic<Int>(0)
    _ = try RunContext(threads: 3).orderedMap(
      over: 100, chunkSize: 1, makeWorker: { made.wrappingAdd(1, ordering: .relaxed) }
    ) { (_: (oldValue: Int, newValue: Int), pieces) throws(AlgorithmError) in pieces.count }
    let count = made.load(ordering: .relaxed)
    #expect((1...3).contains(count))
  }

  @Test("Of several errors the earliest chunk's is thrown", arguments: [1, 2, 8])
  func errors(threads: Int) {
    #expect(throws: AlgorithmError.missingColumn(.sign)) {
      _ = try RunContext(threads: threads).orderedMap(over: 40, chunkSize: 2, makeWorker: {}) {
        (_: Void, pieces) throws(AlgorithmError) -> Int in
        if pieces.contains(7) { throw .missingColumn(.sign) }
        if pieces.lowerBound > 7 { throw .missingColumn(.length) }
        return 0
      }
    }
  }

  @Test("A cancelled run ends at the next chunk")
  func cancellation() {
    let context = RunContext(threads: 2)
    #expect(throws: AlgorithmError.cancelled) {
      _ = try context.orderedMap(over: 1000, chunkSize: 1, makeWorker: {}) {
        (_: Void, pieces) throws(AlgorithmError) -> Int in
        if pieces.lowerBound == 3 { context.cancellation.cancel() }
        return 0
      }
    }
  }

  @Test("Progress reaches the whole")
  func progress() throws {
    let most = Atomic<Int>(0)
    let context = RunContext(threads: 2, progress: { most.max($0.done, ordering: .relaxed) })
    _ = try context.orderedMap(over: 11, chunkSize: 2, makeWorker: {}) {
      (_: Void, pieces) throws(AlgorithmError) in pieces.count
    }
    #expect(most.load(ordering: .relaxed) == 11)
  }
}
