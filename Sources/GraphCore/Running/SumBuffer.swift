/// A vector of partial sums that one thread fills at a time and hands over whole.
///
/// The only `@unchecked Sendable` of the package: a ``RunContext`` gives a buffer to one worker, and takes it back
/// under a lock before anybody else sees it.
final class SumBuffer: @unchecked Sendable {
  let buffer: Buffer<Double>

  init(width: Int) { buffer = Buffer(repeating: 0, count: width) }
}
