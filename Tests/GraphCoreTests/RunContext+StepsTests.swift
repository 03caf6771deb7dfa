import GraphCore
import Synchronization
import Testing

@Suite("Steps that threads share")
struct SharedStepsTests {
  @Test("Every piece of every step is done once, and none before the step before it is over", arguments: 1...5)
  func steps(threads: Int) throws {
    let sums = SharedBuffer<Int>(repeating: 0, count: 40)
    try RunContext(threads: threads).inSteps(makeWorker: {}) { (_: Void, piece) in
      // Each piece adds what its neighbour was after the step before.
      let from = piece.step % 2 == 0 ? 0 : 20
      sums.buffer[20 - from + piece.piece] = sums.buffer[from + (piece.piece + 1) % 20] + piece.step
    } lead: { leader in
      for step in 0..<1000 { leader.run(step: step, pieces: 20) }
    }
    #expect(sums.buffer.array().prefix(20).allSatisfy { $0 == 999 * 1000 / 2 })
  }

  @Test("Steps without pieces, and no steps at all", arguments: [1, 3])
  func nothing(threads: Int) throws {
    let context = RunContext(threads: threads)
    let count = Atomic<Int>(0)
    try context.inSteps(makeWorker: {}) { (_: Void, _) in
      count.add(1, ordering: .relaxed)
    } lead: { leader in
      leader.run(step: 3, pieces: 0)
      leader.run(step: 3, pieces: 2)
    }
    try context.inSteps(makeWorker: {}) { (_: Void, _) in
      count.add(1, ordering: .relaxed)
    } lead: { _ in
    }
    #expect(count.load(ordering: .relaxed) == 2)
  }

  @Test("What the leader throws ends the steps", arguments: [1, 3])
  func throwing(threads: Int) {
    #expect(throws: AlgorithmError.cancelled) {
      try RunContext(threads: threads).inSteps(makeWorker: {}) { (_: Void, _) in
      } lead: { (leader) throws(AlgorithmError) in
        leader.run(step: 0, pieces: 5)
        throw .cancelled
      }
    }
  }
}
