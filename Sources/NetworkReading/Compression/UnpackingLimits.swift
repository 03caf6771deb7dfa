/// How large a compressed file may become: a few bytes can unpack to gigabytes.
public struct UnpackingLimits: Hashable, Sendable {
  /// The most bytes that a file may unpack to.
  public var size = 512 << 20
  /// The most times its compressed size that a file may unpack to.
  public var ratio = 100
  /// The size up to which the ratio does not count.
  public var freeSize = 1 << 20

  /// The usual limits.
  public init() {}

  /// The most bytes that may come out of so many.
  func bytes(outOf packed: Int) -> Int {
    let byRatio = packed.multipliedReportingOverflow(by: ratio)
    return min(size, max(freeSize, byRatio.overflow ? size : byRatio.partialValue))
  }

  /// Why more bytes came out of so many than may.
  func reason(outOf packed: Int) -> String {
    bytes(outOf: packed) == size
      ? "the file unpacks to more than \(size >> 20) MiB"
      : "the file unpacks to more than \(ratio) times its \(packed) bytes, as decompression bombs do"
  }
}
