#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is open for reading; it is refused if it changes between opening and the end of reading.
struct OpenFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let version: Version

  /// Opens a file; into a pipe somebody must write.
  init(_ path: String) throws(UnreadableFile) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .missing("there is no file \(path)") }
    if status.st_mode & S_IFMT == S_IFDIR { throw .missing("\(path) is a folder; name a file in it") }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .missing("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    do {
      try Self.awaitWriter(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
    version = Version(of: descriptor)
  }

  deinit { close(descriptor) }

  /// Everything up to the end.
  func contents() throws(UnreadableFile) -> InputFile {
    let bytes = try Self.bytes(from: descriptor, path)
    guard version == Version(of: descriptor), version.size == nil || version.size == bytes.count else {
      throw .unusable("\(path): the file changed while it was read; read it again when it is whole")
    }
    return InputFile(name: path, bytes: bytes)
  }

  /// Everything that comes from standard input.
  static func standardInput() throws(UnreadableFile) -> InputFile {
    InputFile(name: "stdin", bytes: try bytes(from: STDIN_FILENO, "standard input"))
  }

  /// The most bytes an input may have.
  private static let sizeLimit = 512 << 20

  /// How long a pipe without a writer is waited for, in milliseconds.
  private static let patience: Int32 = 5000

  /// A pipe into which nobody writes is not waited for without end.
  private static func awaitWriter(_ descriptor: Int32, _ path: String) throws(UnreadableFile) {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, patience) > 0 else {
        throw .missing("\(path) is a pipe, and nothing came out of it for \(patience / 1000) seconds")
      }
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
  }

  /// What tells a file that is being written from one that is whole; nothing for pipes and devices.
  private struct Version: Equatable {
    var size: Int?
    var seconds = 0
    var nanoseconds = 0

    init(of descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Everything up to the end, into one piece of memory; pipes tell no size.
  private static func bytes(from descriptor: Int32, _ name: String) throws(UnreadableFile) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? max(0, min(Int(status.st_size), sizeLimit + 1)) : 0
    var bytes: [UInt8] = []
    while true {
      // A file is one piece; what tells no size comes in larger and larger ones.
      let room = bytes.isEmpty ? expected + 1 : min(max(1 << 16, bytes.count), 1 << 22)
      var step = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        step = systemRead(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, step)
      }
      if step < 0 && errno == EINTR { continue }
      guard step >= 0 else { throw .broken("\(name) cannot be read: \(String(cString: strerror(errno)))") }
      if step == 0 { break }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      guard bytes.count <= sizeLimit else { throw .unusable("\(name): larger than \(sizeLimit >> 20) MiB") }
    }
    return bytes
  }
}

/// The system's `read`, under a name that does not clash with methods of that name.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

extension InputFile {
  /// The file at a path.
  ///
  /// - Throws: That there is none, that it cannot be read, that it changed while it was read, or that it is too large.
  /// - Complexity: O(b) for b bytes, all of which are kept.
  public init(path: String) throws(UnreadableFile) { self = try OpenFile(path).contents() }

  /// All that comes from standard input.
  ///
  /// - Throws: That it cannot be read, or that it is too large.
  public static func standardInput() throws(UnreadableFile) -> InputFile { try OpenFile.standardInput() }
}

/// Why the bytes of a file are not to be had.
public enum UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file, or it cannot be opened.
  case missing(String)
  /// It is there, but not whole or not of a size that can be read.
  case unusable(String)
  /// Reading failed half-way.
  case broken(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let reason), .unusable(let reason), .broken(let reason): reason
    }
  }
}
