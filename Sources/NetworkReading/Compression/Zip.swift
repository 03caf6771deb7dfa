import CZip

/// Reads a zip archive that holds one file, as event tables are published.
///
/// What is read is bounded by ``limits``; nothing is written to disk. An archive that is cut off or damaged, or holds
/// several files, a link, an encrypted file or a name that leads out of its folder, is refused.
public struct Zip: Sendable {
  /// How large the file may become.
  public var limits = UnpackingLimits()

  /// The usual limits.
  public init() {}

  /// Whether bytes begin as an archive does.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// The bytes of the one file of an archive.
  ///
  /// - Throws: Why it cannot be read; no more than the limit was unpacked by then.
  public func decompress(_ bytes: [UInt8]) throws(ZipFailure) -> [UInt8] {
    let result: Result<[UInt8], ZipFailure> = bytes.withUnsafeBytes { buffer in
      do throws(ZipFailure) {
        let archive = try ZipArchive(buffer)
        return .success(try archive.onlyFile(limits))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// Why an archive cannot be read.
public enum ZipFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is cut off or its bytes are not what was compressed.
  case damaged(reason: String)
  /// It holds no file.
  case empty
  /// It holds several files.
  case several(count: Int, first: String)
  /// Its file is encrypted.
  case encrypted
  /// Its file is a link, or its name leads out of the folder that it is unpacked in.
  case outside(name: String)
  /// Its file unpacks to more than the limit.
  case tooLarge(reason: String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .damaged(let reason): "the zip archive is cut off or damaged: \(reason)"
    case .empty: "the zip archive holds no file"
    case .several(let count, let first): "the zip archive holds \(count) files, the first of them '\(first.clipped)'"
    case .encrypted: "the zip archive's file is encrypted"
    case .outside(let name): "the zip archive's file '\(name.clipped)' is a link or leads out of its folder"
    case .tooLarge(let reason): reason
    }
  }
}

/// An archive that libzip has opened, over bytes that outlive it.
private struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  private let byteCount: Int

  init(_ bytes: UnsafeRawBufferPointer) throws(ZipFailure) {
    byteCount = bytes.count
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &failure) else {
      throw .damaged(reason: String(cString: zip_error_strerror(&failure)))
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &failure) else {
      zip_source_free(source)
      throw .damaged(reason: String(cString: zip_error_strerror(&failure)))
    }
    archive = opened
  }

  deinit { zip_discard(archive) }

  /// The bytes of the archive's one file; folders do not count.
  func onlyFile(_ limits: UnpackingLimits) throws(ZipFailure) -> [UInt8] {
    var files: [zip_stat_t] = []
    var count = 0
    for i in 0..<max(0, zip_get_num_entries(archive, 0)) {
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, UInt64(i), UInt32(ZIP_FL_ENC_RAW), &status) == 0 else { throw failure() }
      if name(of: status).hasSuffix("/") { continue }
      count += 1
      if files.isEmpty { files.append(status) }
    }
    guard let file = files.first else { throw .empty }
    guard count == 1 else { throw .several(count: count, first: name(of: file)) }
    try check(file)
    return try contents(of: file, limits)
  }

  private func name(of file: zip_stat_t) -> String { file.name.map { String(cString: $0) } ?? "" }

  private func check(_ file: zip_stat_t) throws(ZipFailure) {
    guard file.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    let steps = name(of: file).split(whereSeparator: { $0 == "/" || $0 == "\\" })
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    zip_file_get_external_attributes(archive, file.index, 0, &system, &attributes)
    let isLink = Int(system) == Int(ZIP_OPSYS_UNIX) && attributes >> 16 & Self.fileType == Self.link
    guard !isLink, !steps.contains(".."), !name(of: file).hasPrefix("/") else { throw .outside(name: name(of: file)) }
  }

  /// The bits of a file's mode that tell what it is, and those of a symbolic link.
  private static let fileType: UInt32 = 0o170000
  private static let link: UInt32 = 0o120000

  private func contents(of file: zip_stat_t, _ limits: UnpackingLimits) throws(ZipFailure) -> [UInt8] {
    let limit = limits.bytes(outOf: byteCount)
    guard file.size <= UInt64(limit) else { throw .tooLarge(reason: limits.reason(outOf: byteCount)) }
    guard let reader = zip_fopen_index(archive, file.index, 0) else { throw failure() }
    defer { zip_fclose(reader) }
    // What the archive says of the size may be wrong, so that it is counted.
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let step = chunk.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { zip_fread(reader, $0, UInt64(buffer.count)) } ?? -1
      }
      guard step >= 0 else { throw .damaged(reason: String(cString: zip_file_strerror(reader))) }
      if step == 0 { break }
      guard result.count + Int(step) <= limit else { throw .tooLarge(reason: limits.reason(outOf: byteCount)) }
      result.append(contentsOf: chunk[..<Int(step)])
    }
    guard result.count == Int(file.size) else { throw .damaged(reason: "its file is shorter than it says") }
    return result
  }

  private func failure() -> ZipFailure { .damaged(reason: String(cString: zip_error_strerror(zip_get_error(archive)))) }
}
