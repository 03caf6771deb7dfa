/// Scratch memory of a fixed size for a kernel: owned by one worker, freed with it, never copied.
///
/// Positions are checked in debug builds only, so that a kernel's inner loop carries no checks in a release build;
/// this is the one door through which kernels write unchecked memory.
@usableFromInline
package struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  @usableFromInline
  package let count: Int

  /// A buffer of `count` equal elements.
  @inlinable
  package init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// A buffer whose elements mean nothing until they are written: for lists that are filled from the start.
  @inlinable
  package init(unwrittenCount count: Int) {
    base = .allocate(capacity: max(count, 1))
    self.count = count
  }

  @inlinable
  deinit { base.deallocate() }

  /// The element at a position.
  @inlinable
  package subscript(position: Int) -> Element {
    get {
      assert(position >= 0 && position < count, "position \(position) is not in 0..<\(count)")
      return base[position]
    }
    nonmutating set {
      assert(position >= 0 && position < count, "position \(position) is not in 0..<\(count)")
      base[position] = newValue
    }
  }

  /// The element at a position given in 32 bits.
  @inlinable
  package subscript(position: Int32) -> Element {
    get { self[Int(position)] }
    nonmutating set { self[Int(position)] = newValue }
  }

  /// The start of the memory, for a kernel that works on raw pointers while it holds the buffer.
  @inlinable
  package var pointer: UnsafeMutablePointer<Element> { base }

  /// Sets every element.
  @inlinable
  package func fill(_ value: Element) {
    base.update(repeating: value, count: count)
  }

  /// The contents as an array.
  @inlinable
  package func array() -> [Element] {
    Array(UnsafeBufferPointer(start: base, count: count))
  }
}
