import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file whole or not at all: into a temporary file beside it, flushed to disk, then renamed into place.
///
/// An earlier file keeps its permissions, and a link keeps leading to the file behind it. What is not a file, such as
/// `/dev/null` or a pipe, is written to and never replaced.
public struct AtomicFile: Sendable {
  /// Where the file will stand.
  public let path: String

  /// A file to be.
  public init(path: String) { self.path = path }

  /// Temporary files being filled: whoever ends the program in the midst of it must be able to take them away.
  private static let unfinished = Mutex<Set<String>>([])

  /// Takes away what is only partly written, before the program ends at once.
  public static func removeUnfinished() {
    for temporary in unfinished.withLock({ $0 }) { unlink(temporary) }
  }

  /// Writes the contents.
  ///
  /// - Throws: That the file cannot be created, or that writing failed; an earlier file is left as it was then.
  public func write(_ bytes: [UInt8]) throws(AtomicFileError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists && kind != S_IFREG && kind != S_IFDIR { return try writeInPlace(bytes) }
    let permissions = exists ? status.st_mode & 0o777 : Self.standardPermissions()
    try replace(exists ? Self.resolved(path) : path, with: bytes, permissions: permissions)
  }

  /// Writes into a temporary file beside the target and gives it the target's name.
  private func replace(
    _ target: String, with bytes: [UInt8], permissions: mode_t
  ) throws(AtomicFileError) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    var template = Array("\(folder).actorgraph-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotCreate(path, reason: Self.reason()) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Self.unfinished.withLock { _ = $0.insert(temporary) }
    defer { Self.unfinished.withLock { _ = $0.remove(temporary) } }
    do throws(AtomicFileError) {
      try fill(descriptor, with: bytes)
      guard fchmod(descriptor, permissions) == 0, fsync(descriptor) == 0 else {
        throw .cannotWrite(path, reason: Self.reason())
      }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, target) == 0 else {
      let reason = Self.reason()
      unlink(temporary)
      throw .cannotCreate(path, reason: reason)
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(AtomicFileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return systemWrite(descriptor, base + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path, reason: Self.reason()) }
      written += count
    }
  }

  /// Writes to a device or a pipe.
  private func writeInPlace(_ bytes: [UInt8]) throws(AtomicFileError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw .cannotCreate(path, reason: Self.reason()) }
    defer { close(descriptor) }
    try fill(descriptor, with: bytes)
  }

  /// The permissions that a new file gets from the user's mask.
  private static func standardPermissions() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// The file behind a link.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

/// Why a file was not written.
public enum AtomicFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It cannot be created there.
  case cannotCreate(String, reason: String)
  /// Writing stopped half-way; nothing of it was kept.
  case cannotWrite(String, reason: String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason); no part of it was kept"
    }
  }
}

/// The system's `write`, under a name that does not clash with the method of that name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
