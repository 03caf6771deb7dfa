/// How a run is carried out: threads, cancellation, progress. Nothing in it changes an answer.
public struct RunContext: Sendable {
  /// How many threads may work at once; at least 1.
  public var threads: Int
  /// Asked often by every loop that may be long.
  public var cancellation: Cancellation
  /// Told how far the run is, from whichever thread got there; `nil` when nobody listens.
  public var progress: (@Sendable (RunProgress) -> Void)?

  /// A context; by default one thread, never cancelled, silent.
  public init(
    threads: Int = 1, cancellation: Cancellation = Cancellation(), progress: (@Sendable (RunProgress) -> Void)? = nil
  ) {
    precondition(threads >= 1, "at least one thread")
    self.threads = threads
    self.cancellation = cancellation
    self.progress = progress
  }

  /// Throws when the run was cancelled.
  @inlinable
  public func checkCancellation() throws(AlgorithmError) {
    if cancellation.isCancelled { throw .cancelled }
  }
}

/// How far a run is.
public struct RunProgress: Sendable, Hashable {
  /// Pieces of work done.
  public let done: Int
  /// Pieces of work in all.
  public let total: Int

  /// Progress of a run of `total` pieces.
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
