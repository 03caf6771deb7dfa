import NetworkReading

/// Cuts bytes into rows at line ends, and rows into cells at tabs; quotes are characters like others.
struct TabScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  /// The line at hand, from 1.
  private(set) var line = 0
  /// The bytes of the row at hand, without its line end.
  private(set) var row = 0..<0
  /// The bytes of its cells, the first ``cellLimit`` of them.
  private(set) var cells: [Range<Int>] = []
  /// How many cells it has.
  private(set) var cellCount = 0

  /// More cells than any event table has; a row of nothing but tabs takes no more memory.
  static let cellLimit = 100

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// Goes to the next row; `false` at the end of the file.
  mutating func nextRow() -> Bool {
    guard position < bytes.count else { return false }
    line += 1
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    let first = position
    var start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
      if bytes[position] == 0x09 {
        endCell(start)
        start = position + 1
      }
      position += 1
    }
    endCell(start)
    row = first..<position
    guard position < bytes.count else { return true }
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    return true
  }

  private mutating func endCell(_ start: Int) {
    cellCount += 1
    if cells.count < Self.cellLimit { cells.append(start..<position) }
  }

  /// Whether the row at hand has nothing but spaces and tabs.
  var isBlank: Bool { row.allSatisfy { bytes[$0] <= 0x20 } }

  /// A cell as text.
  func text(_ cell: Int) -> String { String(decoding: bytes[cells[cell]], as: UTF8.self) }

  /// Whether a cell has nothing but spaces.
  func isEmpty(_ cell: Int) -> Bool { cells[cell].allSatisfy { bytes[$0] == 0x20 } }

  /// Where a cell begins.
  func place(_ cell: Int) -> TextLocation {
    var column = 1
    for i in row.lowerBound..<cells[cell].lowerBound where bytes[i] & 0xC0 != 0x80 { column += 1 }
    return TextLocation(line: line, column: column)
  }

  /// Whether the file ends with the row at hand, without a line end.
  var endsInsideRow: Bool { !row.isEmpty && row.upperBound == bytes.count }

  /// Where the row begins.
  var rowPlace: TextLocation { TextLocation(line: line, column: 1) }

  /// The row at hand as text.
  var rowText: String { String(decoding: bytes[row], as: UTF8.self) }

  /// How often a byte stands in the row at hand.
  func count(of byte: UInt8) -> Int { row.count { bytes[$0] == byte } }
}
