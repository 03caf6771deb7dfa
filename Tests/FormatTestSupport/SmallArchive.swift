import CZlib
import NetworkReading

/// A zip archive of files, laid out by hand so that a test can spoil any part of it.
///
/// - Source: PKWARE, APPNOTE.TXT - .ZIP File Format Specification 6.3.10 (2022).
package struct SmallArchive {
  package var files: [(name: String, bytes: [UInt8])]
  /// Bit 0 says that a file is encrypted.
  package var flags: UInt16 = 0
  /// A Unix mode; `0o120777` is that of a link.
  package var mode: UInt32 = 0o100644
  /// Whether files are compressed.
  package var isCompressed = false
  /// What is added to the checksum.
  package var checksumError: UInt32 = 0

  package init(_ files: KeyValuePairs<String, [UInt8]>) { self.files = files.map { ($0.key, $0.value) } }

  package var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let checksum = UInt32(truncatingIfNeeded: crc32(0, file.bytes, UInt32(file.bytes.count))) &+ checksumError
      // Between its header of 10 bytes and its last 8, gzip is the same compression.
      let packed = isCompressed ? (try? Gzip().compress(file.bytes))?.dropFirst(10).dropLast(8) : file.bytes[...]
      let stored = Array(packed ?? [])
      let name = Array(file.name.utf8)
      let method: UInt16 = isCompressed ? 8 : 0
      let common =
        Self.little(flags) + Self.little(method) + Self.little(UInt32(0)) + Self.little(checksum)
        + Self.little(UInt32(stored.count)) + Self.little(UInt32(file.bytes.count)) + Self.little(UInt16(name.count))
        + Self.little(UInt16(0))
      let offset = UInt32(body.count)
      body += Self.little(UInt32(0x0403_4B50)) + Self.little(UInt16(20)) + common + name + stored
      directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(0x0314)) + Self.little(UInt16(20)) + common
      directory += Self.little(UInt16(0)) + Self.little(UInt16(0)) + Self.little(UInt16(0)) + Self.little(mode << 16)
      directory += Self.little(offset) + name
    }
    let count = UInt16(files.count)
    return body + directory + Self.little(UInt32(0x0605_4B50)) + Self.little(UInt32(0)) + Self.little(count)
      + Self.little(count) + Self.little(UInt32(directory.count)) + Self.little(UInt32(body.count))
      + Self.little(UInt16(0))
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }
}
