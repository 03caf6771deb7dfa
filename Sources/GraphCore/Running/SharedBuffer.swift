/// Shared memory of the threads of a run.
///
/// The rule that keeps it safe: while a place is written, nobody else reads or writes it. A ``RunContext`` gives every
/// chunk of work to one thread, and is done when all chunks are; so a kernel writes only places that belong to its chunk
/// and reads only what an earlier round has written, or takes a buffer under a lock and gives it back.
///
/// The only `@unchecked Sendable` of the package.
@usableFromInline
package final class SharedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The memory.
  @usableFromInline
  package let buffer: Buffer<Element>

  /// Memory of `count` equal elements.
  @inlinable
  package init(repeating value: Element, count: Int) { buffer = Buffer(repeating: value, count: count) }

  /// Memory whose elements mean nothing until they are written.
  @inlinable
  package init(unwrittenCount count: Int) { buffer = Buffer(unwrittenCount: count) }
}
