#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the operating system said when it refused a call.
struct SystemError: Error, CustomStringConvertible {
  let number: Int32

  /// What the last call that failed left behind.
  init() { number = errno }

  init(_ number: Int32) { self.number = number }

  var description: String { String(cString: strerror(number)) }
}

extension String {
  /// The folder that a path names, with a slash at its end: `a/` of `a/b`, `./` of `b`.
  var folder: String { lastIndex(of: "/").map { String(self[...$0]) } ?? "./" }
}
