#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that belong together, such as a table of ties and one of their actors: on any failure all of them are as they
/// were, each new one is whole, and only the end of the program between two renames can leave them mixed.
package struct AtomicFileSet: Sendable {
  /// A file with what it is to hold.
  package struct Member: Hashable, Sendable {
    /// Where the file will stand.
    package let path: String
    /// What it will hold.
    package let bytes: [UInt8]

    /// A file to be.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files.
  package let members: [Member]

  /// Files to be.
  package init(_ members: [Member]) { self.members = members }

  /// Writes all files, or none.
  ///
  /// What is no file, such as a pipe, cannot be given back, and is written to before files are put into place.
  ///
  /// - Throws: That a file cannot be created, or that writing failed; earlier files are left as they were then. That the
  ///   folder could not be flushed is found last, when all files stand in their places.
  package func write() throws(AtomicFileError) {
    var pending: [PendingFile] = []
    defer { for file in pending { file.discard() } }
    for member in members {
      var status = stat()
      let exists = stat(member.path, &status) == 0
      let kind = status.st_mode & S_IFMT
      if exists && kind != S_IFREG && kind != S_IFDIR {
        try member.writeInPlace()
      } else {
        pending.append(try PendingFile(member, replacing: exists ? status : nil))
      }
    }
    try PendingFile.putIntoPlace(pending)
    var folders: Set<String> = []
    for file in pending where folders.insert(file.folder).inserted { try file.flushFolder() }
  }
}

extension AtomicFileSet.Member {
  /// Writes to a device or a pipe.
  fileprivate func writeInPlace() throws(AtomicFileError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotCreate(path, reason: SystemError().description) }
    defer { close(descriptor) }
    try fill(descriptor)
  }

  /// Writes everything into an open file.
  func fill(_ descriptor: Int32) throws(AtomicFileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return systemWrite(descriptor, base + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path, reason: SystemError().description) }
      written += count
    }
  }
}

/// The system's `write`, under a name that does not clash with the method of that name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
