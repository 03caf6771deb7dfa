/// How a run is carried out: threads, cancellation, progress, memory. Nothing in it changes an answer.
public struct RunContext: Sendable {
  /// How many threads may work at once; at least 1.
  public var threads: Int
  /// Asked often by every loop that may be long.
  public var cancellation: Cancellation
  /// Told how far the run is, from whichever thread got there; `nil` when nobody listens.
  public var progress: (@Sendable (RunProgress) -> Void)?
  /// How much memory the run may take.
  public var memory: MemoryBudget

  /// A context; by default one thread, never cancelled, silent, with all the memory there is.
  public init(
    threads: Int = 1, cancellation: Cancellation = Cancellation(), progress: (@Sendable (RunProgress) -> Void)? = nil,
    memory: MemoryBudget = MemoryBudget()
  ) {
    precondition(threads >= 1, "at least one thread")
    self.threads = threads
    self.cancellation = cancellation
    self.progress = progress
    self.memory = memory
  }

  /// Throws when the run was cancelled.
  @inlinable
  public func checkCancellation() throws(AlgorithmError) {
    if cancellation.isCancelled { throw .cancelled }
  }
}
