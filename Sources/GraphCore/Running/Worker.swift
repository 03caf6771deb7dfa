/// A thread's scratch memory in a box, made once and used for every piece of work that the thread takes.
///
/// Kernels keep their scratch memory in a non-copyable structure; this box lets a ``RunContext`` hand it round. Call
/// one mutating method for each piece of work, not one for each edge: every call through the box is checked for
/// exclusive access.
@usableFromInline
package final class Worker<Scratch: ~Copyable> {
  /// The memory.
  @usableFromInline
  package var scratch: Scratch

  /// A worker with its memory.
  @inlinable
  package init(_ scratch: consuming Scratch) {
    self.scratch = scratch
  }
}
