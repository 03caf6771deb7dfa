import Synchronization

/// Cancellation: a flag that one party raises to end another's run, from any thread or from a signal handler.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A flag that is down.
  public init() {}

  /// Whether somebody asked for the run to end.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks for the run to end.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
