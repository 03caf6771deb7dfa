import Synchronization

extension RunContext {
  /// Adds up vectors over pieces of work, on all threads, with the same bits whatever their number.
  ///
  /// The pieces are cut into chunks whose bounds depend on nothing but `count` and `chunkSize`. Each chunk is summed
  /// on its own from zero, and the chunks are added to the total in their order.
  ///
  /// - Parameters:
  ///   - count: How many pieces of work there are.
  ///   - width: How long the vectors are.
  ///   - chunkSize: How many pieces make a chunk; the answer's last bits depend on it, so it is part of the algorithm.
  ///   - makeWorker: Makes what one thread needs to work: scratch memory, made once and reused.
  ///   - work: Adds the vectors of the pieces in a range into the sums it is given.
  /// - Throws: What `work` throws, and `.cancelled`; of several errors the one of the earliest chunk.
  package func orderedSum<Worker>(
    over count: Int, width: Int, chunkSize: Int = 64,
    makeWorker: @Sendable () -> Worker,
    work: @Sendable (Worker, Range<Int>, borrowing Buffer<Double>) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) -> [Double] {
    try sum(over: count, width: width, chunkSize: chunkSize, makeWorker: makeWorker) {
      (worker, range, sums: ChunkSums) throws(AlgorithmError) in
      sums.marks.buffer.fill(true)
      try work(worker, range, sums.values.buffer)
    }
  }

  /// Adds up vectors of which each chunk changes only a part; nothing is done for what stays 0.
  ///
  /// The same as ``orderedSum(over:width:chunkSize:makeWorker:work:)`` in all else, the bits of the answer included.
  ///
  /// - Parameter work: Adds the vectors of the pieces in a range into the sums it is given, and marks whatever it
  ///   changes.
  package func sparseOrderedSum<Worker>(
    over count: Int, width: Int, chunkSize: Int = 64,
    makeWorker: @Sendable () -> Worker,
    work: @Sendable (Worker, Range<Int>, borrowing SparseSums) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) -> [Double] {
    try sum(over: count, width: width, chunkSize: chunkSize, makeWorker: makeWorker) {
      (worker, range, sums: ChunkSums) throws(AlgorithmError) in try work(worker, range, SparseSums(sums))
    }
  }

  private func sum<Worker>(
    over count: Int, width: Int, chunkSize: Int,
    makeWorker: @Sendable () -> Worker,
    work: @Sendable (Worker, Range<Int>, ChunkSums) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) -> [Double] {
    let chunks = (count + chunkSize - 1) / chunkSize
    // One sum for each worker, the total, and one that waits for an earlier chunk.
    try requireMemory(8 * Double(width) * Double(min(threads, chunks) + 2), for: "adding up \(width) numbers")
    let ledger = Mutex(SumLedger(width: width))
    try forEachChunk(count: count, chunkSize: chunkSize, makeWorker: makeWorker) {
      (worker, chunk, range) throws(AlgorithmError) in
      let sums = ledger.withLock { $0.takeSums() }
      try work(worker, range, sums)
      let done = ledger.withLock { $0.commit(sums, chunk: chunk) }
      progress?(RunProgress(done: min(done * chunkSize, count), total: count))
    }
    precondition(ledger.withLock { $0.committed } == chunks, "every chunk is added once")
    return ledger.withLock { $0.total }
  }

  /// How many pieces make a chunk where the vectors are about as long as there are pieces, and a piece is little work:
  /// each chunk costs a pass over its vector, so that there must not be many of them. Depends on nothing but `count`.
  package static func chunkSize(forLightWorkOver count: Int) -> Int { max(64, (count + 255) / 256) }

  /// Makes one value for each chunk of work, on all threads, in the order of the chunks.
  ///
  /// - Throws: What `work` throws, and `.cancelled`; of several errors the one of the earliest chunk.
  package func orderedMap<Worker, Value: Sendable>(
    over count: Int, chunkSize: Int = 64,
    makeWorker: @Sendable () -> Worker,
    work: @Sendable (Worker, Range<Int>) throws(AlgorithmError) -> Value
  ) throws(AlgorithmError) -> [Value] {
    precondition(chunkSize > 0, "a chunk holds at least one piece of work")
    let chunks = (count + chunkSize - 1) / chunkSize
    if min(threads, chunks) <= 1 {
      return try mapAlone(count: count, chunkSize: chunkSize, worker: makeWorker(), work: work)
    }
    let results = Mutex(ChunkResults<Value>(count: chunks))
    try forEachChunk(count: count, chunkSize: chunkSize, makeWorker: makeWorker) {
      (worker, chunk, range) throws(AlgorithmError) in
      let value = try work(worker, range)
      let done = results.withLock { $0.note(value, chunk: chunk) }
      progress?(RunProgress(done: min(done * chunkSize, count), total: count))
    }
    return results.withLock { $0.inOrder() }
  }

  /// The chunks one after another: a short piece of work, as a round of an iteration on a small graph is, must not pay
  /// for what only threads need.
  private func mapAlone<Worker, Value: Sendable>(
    count: Int, chunkSize: Int, worker: Worker, work: (Worker, Range<Int>) throws(AlgorithmError) -> Value
  ) throws(AlgorithmError) -> [Value] {
    var values: [Value] = []
    for start in stride(from: 0, to: count, by: chunkSize) {
      try checkCancellation()
      let end = min(start + chunkSize, count)
      values.append(try work(worker, start..<end))
      progress?(RunProgress(done: end, total: count))
    }
    return values
  }

  /// Runs `work` once for each chunk; threads take the next chunk as they become free.
  private func forEachChunk<Worker>(
    count: Int, chunkSize: Int,
    makeWorker: @Sendable () -> Worker,
    work: @Sendable (Worker, Int, Range<Int>) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) {
    precondition(chunkSize > 0, "a chunk holds at least one piece of work")
    let chunks = (count + chunkSize - 1) / chunkSize
    let next = Atomic<Int>(0)
    let failure = Mutex<ChunkFailure?>(nil)
    @Sendable func drain() {
      let worker = makeWorker()
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { return }
        do throws(AlgorithmError) {
          try checkCancellation()
          try work(worker, chunk, (chunk * chunkSize)..<min((chunk + 1) * chunkSize, count))
        } catch {
          failure.withLock { if chunk < ($0?.chunk ?? .max) { $0 = ChunkFailure(chunk: chunk, error: error) } }
          next.store(chunks, ordering: .relaxed)
          return
        }
      }
    }
    ConcurrentWork.run(threads: min(threads, chunks), drain)
    if let failed = failure.withLock({ $0 }) { throw failed.error }
  }
}

private struct ChunkFailure: Sendable {
  let chunk: Int
  let error: AlgorithmError
}

/// Results by chunk: each has its place, in whatever order the chunks are done.
private struct ChunkResults<Value: Sendable>: Sendable {
  private var values: [Value?]
  private var done = 0

  init(count: Int) { values = [Value?](repeating: nil, count: count) }

  /// Takes a value, and says how many there are now.
  mutating func note(_ value: Value, chunk: Int) -> Int {
    values[chunk] = value
    done += 1
    return done
  }

  func inOrder() -> [Value] {
    var found: [Value] = []
    found.reserveCapacity(values.count)
    for case let value? in values { found.append(value) }
    return found
  }
}
