/// One piece of one step.
package struct StepPiece: Sendable {
  /// Which step, as the leader has named it.
  package let step: Int
  /// Which piece of it.
  package let piece: Int
}

/// The leader of work in steps: says what the next step is. See ``RunContext/inSteps(makeWorker:work:lead:)``.
package struct StepLeader<Worker>: ~Copyable {
  let desk: StepDesk
  let worker: Worker
  let work: @Sendable (Worker, StepPiece) -> Void

  /// Runs a step, and returns when all its pieces are done.
  ///
  /// - Precondition: `step` is in `0 ..< 2¹⁵`, `pieces` in `0 ..< 2¹⁶`.
  package func run(step: Int, pieces: Int) {
    desk.open(step: step, pieces: pieces)
    desk.work(worker, 0, work)
    desk.waitUntilDone(pieces)
  }
}
