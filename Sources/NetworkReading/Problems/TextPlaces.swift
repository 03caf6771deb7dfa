/// Lines and columns of byte offsets in a UTF-8 text; fast when they are asked for from front to back.
///
/// A line ends with LF, CR or CR LF; columns count Unicode scalars.
package struct TextPlaces {
  private var offset = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0

  package init() {}

  /// The place of a byte.
  ///
  /// - Complexity: O(bytes since the last place asked for), or since the start of its line.
  package mutating func location(of target: Int, in bytes: [UInt8]) -> TextLocation {
    if target < offset {
      if target < lineStart { line = 1 }
      offset = target < lineStart ? 0 : lineStart
      lineStart = offset
      column = 1
    }
    bytes.withUnsafeBytes { bytes in
      let end = min(target, bytes.count)
      var counted = offset
      while let after = Self.nextLine(in: bytes, from: offset, to: end) {
        line += 1
        column = 1
        lineStart = after
        offset = after
        counted = after
      }
      for i in counted..<max(counted, end) where bytes[i] & 0xC0 != 0x80 { column += 1 }
      offset = max(offset, end)
    }
    return TextLocation(line: line, column: column)
  }

  /// Where the next line begins, when that is at most `end`. Eight bytes at a time are searched for a line's end.
  private static func nextLine(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var i = start
    while i < end {
      while i + 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let feeds = word ^ (ones &* 0xA)
        let returns = word ^ (ones &* 0xD)
        if ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & highBits != 0 { break }
        i += 8
      }
      let stop = min(i + 8, end)
      while i < stop {
        let byte = bytes[i]
        i += 1
        if byte == 0xA || (byte == 0xD && !(i < bytes.count && bytes[i] == 0xA)) { return i }
      }
    }
    return nil
  }
}
