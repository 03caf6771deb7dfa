import Synchronization

extension RunContext {
  /// Runs many short steps one after the other, each of them cut into pieces that the threads share.
  ///
  /// To start threads takes longer than a short step; here they start once, and stay awake from step to step. One thread
  /// leads: it says what the next step is, and works along until it is done. It never waits for a thread that has not
  /// started, so that a busy machine only makes it do more itself.
  ///
  /// - Parameters:
  ///   - makeWorker: Makes what one thread needs to work: scratch memory, made once and reused.
  ///   - work: Does one piece of a step. Pieces of a step run at once, so that what one writes no other may touch.
  ///   - lead: Runs the steps, on one thread.
  /// - Throws: What `lead` throws.
  package func inSteps<Worker>(
    makeWorker: @Sendable () -> Worker,
    work: @escaping @Sendable (Worker, StepPiece) -> Void,
    lead: @Sendable (borrowing StepLeader<Worker>) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) {
    let desk = StepDesk()
    let failure = Mutex<AlgorithmError?>(nil)
    let joined = Atomic<Int>(0)
    @Sendable func join() {
      let worker = makeWorker()
      let number = joined.wrappingAdd(1, ordering: .relaxed).oldValue
      if number == 0 {
        do throws(AlgorithmError) {
          try lead(StepLeader(desk: desk, worker: worker, work: work))
        } catch {
          failure.withLock { $0 = error }
        }
        desk.close()
      } else {
        desk.help(worker, number, work)
      }
    }
    ConcurrentWork.run(threads: threads, join)
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
