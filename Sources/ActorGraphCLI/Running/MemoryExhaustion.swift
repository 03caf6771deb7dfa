import Foundation

/// Says why the program ends where memory runs out under a limit of the system: Swift and the libraries end it then by a
/// signal, without a word.
enum MemoryExhaustion {
  /// Has the signals by which programs fail looked into first.
  static func watch() {
    // Without a limit of address space memory is given until the kernel ends the program by itself.
    guard limit != nil else { return }
    shareHeap()
    for number in [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP] {
      // Nothing that needs memory, or a lock that may be held.
      signal(number) { number in
        if MemoryExhaustion.isLikely {
          let message: StaticString =
            "actorgraph: memory ran out under the limit that is set for the program (ulimit -v); allow it more\n"
          _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
          _exit(70)
        }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// Keeps the C library from asking for a heap of 64 MiB for each thread, which it would try anew for every piece of
  /// memory once it is refused. Swift does not see the header that declares the call.
  private static func shareHeap() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    let mostArenas: Int32 = -8
    _ = mallopt(mostArenas, 1)
  }

  /// How many bytes of address space the program may have; `nil` where there is no limit.
  static var limit: Int? {
    var limit = rlimit()
    #if os(Linux)
      let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    #else
      let isKnown = getrlimit(RLIMIT_AS, &limit) == 0
    #endif
    return isKnown && limit.rlim_cur < 1 << 62 ? Int(limit.rlim_cur) : nil
  }

  /// Whether less than a quarter of it is free: what could not be had is hardly less.
  private static var isLikely: Bool {
    guard let limit else { return false }
    let piece = mmap(nil, limit / 4, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard piece != MAP_FAILED else { return true }
    munmap(piece, limit / 4)
    return false
  }
}
