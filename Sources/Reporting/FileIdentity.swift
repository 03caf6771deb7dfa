#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which file a path leads to, by whatever name: links are followed, and hard links are one file.
///
/// Only files have one: what is written to a device or a pipe takes nothing away.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// The name in the folder that device and number tell, where there is no file yet.
  private let name: String?

  /// Whether the file is there.
  package var exists: Bool { name == nil }

  /// The file that a path leads to, which need not be there yet; `nil` where there is no folder for it, the links lead in
  /// a circle, or it is no file.
  package init?(path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      self.init(status)
    } else if let target = try? AtomicFile(path: path).target(), stat(target.folder, &status) == 0 {
      self.init(status, name: String(target.split(separator: "/").last ?? ""))
    } else {
      return nil
    }
  }

  /// The file that is open under a descriptor; `nil` where it is no file.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// A file, or, under a name, one that may come to be in a folder.
  private init?(_ status: stat, name: String? = nil) {
    guard status.st_mode & S_IFMT == (name == nil ? S_IFREG : S_IFDIR) else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    self.name = name
  }
}
