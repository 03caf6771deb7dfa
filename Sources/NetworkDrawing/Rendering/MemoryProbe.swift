#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the system whether it would give memory, for the sake of libraries that do not look whether they got it.
enum MemoryProbe {
  /// Whether so many bytes can be had now; nothing is kept, and nothing is touched.
  static func canTake(_ bytes: Double) -> Bool {
    guard bytes >= 1 else { return true }
    guard bytes < 0x1p62 else { return false }
    let length = Int(bytes)
    guard let piece = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      piece != MAP_FAILED
    else { return false }
    munmap(piece, length)
    return true
  }
}
