/// Lines and columns of byte offsets in a UTF-8 text; fast when they are asked for from front to back.
///
/// A line ends with LF, CR or CR LF; columns count Unicode scalars.
struct TextPlaces {
  private var offset = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0

  /// The place of a byte.
  ///
  /// - Complexity: O(bytes since the last place asked for), or since the start of its line.
  mutating func location(of target: Int, in bytes: [UInt8]) -> TextLocation {
    if target < offset {
      if target < lineStart { line = 1 }
      offset = target < lineStart ? 0 : lineStart
      lineStart = offset
      column = 1
    }
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(target, bytes.count)
      while offset < end {
        let byte = bytes[offset]
        offset += 1
        let endsLine = byte == 0xA || (byte == 0xD && !(offset < bytes.count && bytes[offset] == 0xA))
        if endsLine {
          line += 1
          column = 1
          lineStart = offset
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
    return TextLocation(line: line, column: column)
  }
}
