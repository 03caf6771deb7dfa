#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file whole or not at all: into a temporary file beside it, flushed to disk, then renamed into place.
///
/// An earlier file keeps its permissions, and a link keeps leading to the file behind it, also where that file is not
/// there yet. What is not a file, such as `/dev/null` or a pipe, is written to and never replaced. Temporary files that
/// another run left in the folder, because it was killed, are taken away.
package struct AtomicFile: Sendable {
  /// Where the file will stand.
  package let path: String

  /// A file to be.
  package init(path: String) { self.path = path }

  /// Writes the contents.
  ///
  /// - Throws: That the file cannot be created, or that writing failed; an earlier file is left as it was then.
  package func write(_ bytes: [UInt8]) throws(AtomicFileError) {
    try AtomicFileSet([AtomicFileSet.Member(path: path, bytes: bytes)]).write()
  }

  /// Ends the program without leaving anything half-written: takes temporary files away, and lets no file be begun or
  /// put into place any more.
  ///
  /// - Parameter end: Ends the program; called while every writer waits.
  package static func endWriting(_ end: () -> Never) -> Never {
    UnfinishedFiles.removeAll(andThen: end)
  }

  /// The file that a path leads to, through links; the file itself need not be there.
  ///
  /// - Throws: That the links lead nowhere, as in a circle.
  func target() throws(AtomicFileError) -> String {
    var place = path
    var status = stat()
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return place }
      guard let next = Self.text(ofLink: place) else { throw .cannotCreate(path, reason: SystemError().description) }
      place = next.hasPrefix("/") ? next : place.folder + next
    }
    throw .cannotCreate(path, reason: SystemError(ELOOP).description)
  }

  private static func text(ofLink link: String) -> String? {
    let room = 4096
    let bytes = [CChar](unsafeUninitializedCapacity: room) { buffer, count in
      count = buffer.baseAddress.map { max(0, readlink(link, $0, room)) } ?? 0
    }
    return bytes.isEmpty || bytes.count == room
      ? nil : String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Why a file was not written.
package enum AtomicFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It cannot be created there.
  case cannotCreate(String, reason: String)
  /// Writing stopped half-way; nothing of it was kept.
  case cannotWrite(String, reason: String)
  /// It stands in its place whole, but the disk did not confirm it, so that a loss of power may take it away.
  case notConfirmed(String, reason: String)

  /// What is wrong.
  package var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason); no part of it was kept"
    case .notConfirmed(let path, let reason):
      "\(path) is in its place, but the disk did not confirm it and may lose it: \(reason)"
    }
  }
}
