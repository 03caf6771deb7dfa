import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A work queue of one step: threads take its pieces, and the leader waits until all are done.
final class StepDesk: Sendable {
  /// From the top: one bit when all is over, 15 of step, 16 of how many pieces, 16 of how many are taken from the
  /// first on, 16 of how many from the last on. In one word, so that whoever takes a piece knows which step it is of.
  private let offer = Atomic<UInt64>(0)
  private let done = Atomic<Int>(0)

  func open(step: Int, pieces: Int) {
    precondition(step >= 0 && step >> 15 == 0 && pieces >= 0 && pieces >> 16 == 0, "a step that fits into the word")
    done.store(0, ordering: .relaxed)
    offer.store(UInt64(step) << 48 | UInt64(pieces) << 32, ordering: .releasing)
  }

  func close() { offer.store(1 << 63, ordering: .releasing) }

  /// Does pieces of the step at hand until none is left; returns whether there was one.
  ///
  /// Every other thread begins at the end, so that the same pieces of each step mostly go to the same thread, whose
  /// cache has what they need.
  @discardableResult
  func work<Worker>(_ worker: Worker, _ number: Int, _ work: (Worker, StepPiece) -> Void) -> Bool {
    var hasWorked = false
    var seen = offer.load(ordering: .acquiring)
    while true {
      let pieces = seen >> 32 & 0xFFFF
      let first = seen >> 16 & 0xFFFF
      let last = seen & 0xFFFF
      guard first + last < pieces else { return hasWorked }
      let isFirst = number & 1 == 0
      let taken = offer.compareExchange(
        expected: seen, desired: seen + (isFirst ? 1 << 16 : 1), ordering: .acquiringAndReleasing)
      guard taken.exchanged else {
        seen = taken.original
        continue
      }
      work(worker, StepPiece(step: Int(seen >> 48), piece: Int(isFirst ? first : pieces - 1 - last)))
      done.wrappingAdd(1, ordering: .releasing)
      hasWorked = true
      seen = offer.load(ordering: .acquiring)
    }
  }

  func help<Worker>(_ worker: Worker, _ number: Int, _ work: (Worker, StepPiece) -> Void) {
    var idle = 0
    while offer.load(ordering: .acquiring) >> 63 == 0 {
      idle = self.work(worker, number, work) ? 0 : idle + 1
      Self.pause(idle)
    }
  }

  func waitUntilDone(_ pieces: Int) {
    var idle = 0
    while done.load(ordering: .acquiring) < pieces {
      idle += 1
      Self.pause(idle)
    }
  }

  /// Waits awake for a while, then lets others have the processor.
  private static func pause(_ idle: Int) {
    if idle > 2000 { sched_yield() }
  }
}
