import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary files of this run, and those that other runs left behind.
///
/// A run that is asked to end takes its own away. One that is killed cannot; but its locks end with it, so that the next
/// run that writes into the folder finds which files nobody writes any more.
enum UnfinishedFiles {
  /// A temporary file, open and locked.
  struct Temporary {
    let name: String
    let descriptor: Int32
  }

  private struct State {
    var names: Set<String> = []
    var clearedFolders: Set<String> = []
  }

  private static let state = Mutex(State())

  /// How names of temporary files begin; six characters by which they differ follow.
  private static let prefix = ".actorgraph-unfinished-"
  /// How names end under which earlier files are kept while several are put into place.
  static let suffixOfEarlier = "-earlier"

  /// Creates and locks a temporary file.
  static func create(in folder: String) throws(SystemError) -> Temporary {
    for _ in 0..<100 {
      let made = state.withLock { state -> Result<Temporary, SystemError> in
        var template = Array("\(folder)\(prefix)XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return .failure(SystemError()) }
        let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        state.names.insert(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return .success(Temporary(name: name, descriptor: descriptor))
      }
      let file = try made.get()
      // Where the file system knows no locks nobody can take the file for one that was left behind either.
      let isTaken = flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      var status = stat()
      if !isTaken, fstat(file.descriptor, &status) == 0, status.st_nlink > 0 { return file }
      // Between its creation and its locking another run took it for one that was left behind.
      removeUnfinished(file.name)
      close(file.descriptor)
    }
    throw SystemError(EAGAIN)
  }

  /// Takes a temporary file of this run away, unless it was put into its place.
  static func removeUnfinished(_ name: String) {
    state.withLock { state in
      if state.names.remove(name) != nil { unlink(name) }
    }
  }

  /// Does what must be done whole or not at all before the program ends; the work takes names away from those that are
  /// unfinished, or adds to them.
  static func whileNobodyEnds<Result>(_ work: (inout Set<String>) -> Result) -> Result {
    state.withLock { work(&$0.names) }
  }

  /// Takes all temporary files of this run away, and does something, as to end the program, while nobody can begin
  /// another.
  static func removeAll<Result>(andThen work: () -> Result) -> Result {
    state.withLock { state in
      for name in state.names { unlink(name) }
      return work()
    }
  }

  /// Takes away what other runs left in a folder; once in a run, as a series may write a thousand files into it.
  static func removeLeftovers(in folder: String) {
    guard state.withLock({ $0.clearedFolders.insert(folder).inserted }), let list = opendir(folder) else { return }
    defer { closedir(list) }
    while let entry = readdir(list) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isTemporary(name) { removeIfLeft(folder + name) }
    }
  }

  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    let rest = name.dropFirst(prefix.count)
    return rest.utf8.count == 6 || rest.utf8.count == 6 + suffixOfEarlier.utf8.count && rest.hasSuffix(suffixOfEarlier)
  }

  /// Takes away a file of this user that nobody has locked.
  private static func removeIfLeft(_ name: String) {
    let descriptor = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    // It may have been put into its place, and the name used anew, before it was locked here.
    var named = stat()
    guard lstat(name, &named) == 0, named.st_dev == status.st_dev, named.st_ino == status.st_ino else { return }
    unlink(name)
  }
}
