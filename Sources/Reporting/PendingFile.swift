#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is filled and flushed under a temporary name beside its target, and waits to be put into place.
///
/// It is locked as long as its writer lives: whoever finds a temporary file that it can lock knows that nobody writes it.
final class PendingFile {
  /// The folder of the target, with a slash at its end.
  let folder: String
  private let path: String
  private let target: String
  private let temporary: UnfinishedFiles.Temporary
  private let replacesFile: Bool
  /// Where the file that stood in the place is kept until all files are in theirs.
  private var earlier: UnfinishedFiles.Temporary?

  /// Fills a temporary file beside the target.
  ///
  /// - Parameter status: Of the file that the path leads to now; `nil` where there is none.
  init(_ member: AtomicFileSet.Member, replacing status: stat?) throws(AtomicFileError) {
    path = member.path
    target = try AtomicFile(path: path).target()
    folder = target.folder
    replacesFile = status != nil
    if let status {
      // A name such as /dev/stdout may lead to a file that has none any more.
      var found = stat()
      guard stat(target, &found) == 0, found.st_ino == status.st_ino, found.st_dev == status.st_dev else {
        throw .cannotCreate(path, reason: SystemError(ENOENT).description)
      }
    }
    UnfinishedFiles.removeLeftovers(in: folder)
    do throws(SystemError) {
      temporary = try UnfinishedFiles.create(in: folder)
    } catch {
      throw .cannotCreate(path, reason: error.description)
    }
    do throws(AtomicFileError) {
      try member.fill(temporary.descriptor)
      let permissions = status.map { $0.st_mode & 0o777 } ?? Self.standardPermissions()
      guard fchmod(temporary.descriptor, permissions) == 0, fsync(temporary.descriptor) == 0 else {
        throw AtomicFileError.cannotWrite(path, reason: SystemError().description)
      }
    } catch {
      discard()
      throw error
    }
  }

  /// Closes the file, and takes it away unless it is in its place; to be called once.
  func discard() {
    UnfinishedFiles.removeUnfinished(temporary.name)
    close(temporary.descriptor)
    if let earlier { close(earlier.descriptor) }
  }

  /// Puts files into their places; when one cannot be, those before it are taken back.
  static func putIntoPlace(_ files: [PendingFile]) throws(AtomicFileError) {
    // What replaces nothing is taken back by removing it, and comes first; what comes last is never taken back.
    let order = files.filter { !$0.replacesFile } + files.filter(\.replacesFile)
    let failure = UnfinishedFiles.whileNobodyEnds { names -> AtomicFileError? in
      for (index, file) in order.enumerated() {
        do throws(SystemError) {
          if file.replacesFile && index < order.count - 1 { try file.keepEarlier(&names) }
          guard rename(file.temporary.name, file.target) == 0 else { throw SystemError() }
          names.remove(file.temporary.name)
        } catch {
          file.forgetEarlier(&names)
          for done in order[..<index].reversed() { done.takeBack(&names) }
          return .cannotCreate(file.path, reason: error.description)
        }
      }
      for file in order { file.forgetEarlier(&names) }
      return nil
    }
    if let failure { throw failure }
  }

  /// Gives the file that stands in the place a second name, by which it can be put back.
  private func keepEarlier(_ names: inout Set<String>) throws(SystemError) {
    let descriptor = open(target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    // Locked, so that no other run takes the second name away.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    let name = temporary.name + UnfinishedFiles.suffixOfEarlier
    guard link(target, name) == 0 else {
      let error = SystemError()
      close(descriptor)
      throw error
    }
    names.insert(name)
    earlier = UnfinishedFiles.Temporary(name: name, descriptor: descriptor)
  }

  private func forgetEarlier(_ names: inout Set<String>) {
    guard let earlier else { return }
    unlink(earlier.name)
    names.remove(earlier.name)
  }

  /// Has the place as it was.
  private func takeBack(_ names: inout Set<String>) {
    if let earlier {
      rename(earlier.name, target)
      names.remove(earlier.name)
    } else {
      unlink(target)
    }
  }

  /// Has the disk confirm the new name.
  func flushFolder() throws(AtomicFileError) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder may allow new files and yet not be opened.
    if directory < 0 && errno == EACCES { return }
    guard directory >= 0 else { throw .notConfirmed(path, reason: SystemError().description) }
    defer { close(directory) }
    // Some file systems flush no folders, and say so.
    guard fsync(directory) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw .notConfirmed(path, reason: SystemError().description)
    }
  }

  /// The permissions that a new file gets from the user's mask.
  private static func standardPermissions() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
