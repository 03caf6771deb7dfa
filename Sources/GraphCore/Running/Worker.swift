/// What one thread needs to work, made once and used for every piece of work that the thread takes.
///
/// Kernels keep their scratch memory in a non-copyable structure; this box lets a ``RunContext`` hand it round. Call
/// one mutating method for each piece of work, not one for each edge: every call through the box is checked for
/// exclusive access.
public final class Worker<Scratch: ~Copyable> {
  /// The memory.
  public var scratch: Scratch

  /// A worker with its memory.
  public init(_ scratch: consuming Scratch) {
    self.scratch = scratch
  }
}
