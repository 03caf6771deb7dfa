import ActorModel
import NetworkReading

extension ImportCollector {
  /// Notes how many cells began with an apostrophe against spreadsheets, which was not read.
  mutating func noteGuards(_ count: Int) {
    guard count > 0 else { return }
    notes.append(
      "\(count) \(count == 1 ? "cell begins" : "cells begin") with an apostrophe that keeps spreadsheets from running "
        + "\(count == 1 ? "it" : "them"); it is not part of the text, and is not kept")
  }
}

/// Cuts the bytes of a table into rows and cells, one row at a time, without a string for each cell.
///
/// Rows end with CRLF, CR or LF. A cell in double quotes may hold separators, line ends and doubled quotes (RFC 4180);
/// a quote anywhere else is an error, since readers differ in what they make of it.
struct CSVScanner {
  struct Cell {
    var start: Int
    var end: Int
    /// Whether quotes stood around it; `start` and `end` are inside them.
    var isQuoted = false
    /// Whether it holds doubled quotes.
    var isEscaped = false
    /// Whether an apostrophe before it keeps spreadsheets from running it; `start` is behind that.
    var isGuarded = false

    /// Where it begins in the file, with its quote.
    var offset: Int { start - (isQuoted ? 1 : 0) - (isGuarded ? 1 : 0) }
    var isEmpty: Bool { start == end }
  }

  struct Failure: Error {
    let offset: Int
    let message: String
    let fix: Advice?
  }

  /// Cells of one row.
  static let maximumCells = 16_384
  /// Bytes of one row.
  static let maximumRow = 1 << 20

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  private(set) var position: Int
  /// The line on which the row at hand begins, from 1.
  private(set) var line = 0
  private var nextLine = 1
  /// Where the row at hand begins.
  private(set) var rowStart = 0
  private var counted = -1
  private var countedPlace = TextLocation.start
  /// The cells of the row at hand.
  private(set) var cells: [Cell] = []
  /// How many cells so far had an apostrophe before them that is not theirs.
  private(set) var guardedCells = 0

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = start
  }

  /// Whether the row at hand holds nothing, be it separators alone, as spreadsheets leave them below a table.
  var isBlank: Bool {
    guard let first = cells.first, first.isEmpty, !first.isQuoted else { return false }
    return cells.count == 1 || (cells.count > 2 && cells.allSatisfy { $0.isEmpty && !$0.isQuoted })
  }

  /// Goes to the next row; `false` at the end of the file.
  mutating func nextRow() throws(Failure) -> Bool {
    guard position < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    rowStart = position
    line = nextLine
    while true {
      try readCell()
      guard cells.count <= Self.maximumCells else {
        throw Failure(offset: rowStart, message: "more than \(Self.maximumCells) columns", fix: nil)
      }
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      if byte == separator {
        // A separator that ends the file is followed by one more, empty, cell.
        if position == bytes.count {
          cells.append(Cell(start: position, end: position))
          return true
        }
        continue
      }
      if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
      nextLine += 1
      return true
    }
  }

  /// Reads up to the separator or line end that follows the cell.
  private mutating func readCell() throws(Failure) {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try readQuotedCell() }
    let start = position
    let count = bytes.count
    let separator = separator
    var i = position
    while i < count {
      let byte = bytes[i]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22 {
        throw Failure(
          offset: i, message: "a quote in the middle of a cell",
          fix: "put the whole cell in quotes, and double the quotes inside")
      }
      i += 1
    }
    if i - rowStart > Self.maximumRow { throw tooLong }
    position = i
    append(Cell(start: start, end: i))
  }

  /// Adds a cell, without the apostrophe that keeps spreadsheets from running it.
  private mutating func append(_ found: Cell) {
    var cell = found
    if cell.start < cell.end, bytes[cell.start] == SpreadsheetGuard.apostrophe,
      SpreadsheetGuard.isGuarded(bytes[cell.start..<cell.end])
    {
      cell.isGuarded = true
      cell.start += 1
      guardedCells += 1
    }
    cells.append(cell)
  }

  private var tooLong: Failure {
    Failure(offset: rowStart, message: "a row of more than \(Self.maximumRow) bytes", fix: "is it a table?")
  }

  private mutating func readQuotedCell() throws(Failure) {
    let opening = position
    var cell = Cell(start: position + 1, end: position + 1, isQuoted: true)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
        cell.isEscaped = true
        position += 1
      } else if byte == 0x0A || (byte == 0x0D && !(position + 1 < bytes.count && bytes[position + 1] == 0x0A)) {
        nextLine += 1
      }
      position += 1
      if position - rowStart > Self.maximumRow { break }
    }
    guard position < bytes.count, bytes[position] == 0x22 else {
      let missing = position < bytes.count ? "not closed within \(Self.maximumRow) bytes" : "never closed"
      throw Failure(offset: opening, message: "a quote that is opened here and \(missing)", fix: "close it")
    }
    cell.end = position
    position += 1
    if position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D {
      throw Failure(
        offset: position, message: "text after a closing quote", fix: "double the quotes inside a quoted cell")
    }
    append(cell)
  }

  /// A cell as text.
  func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    return cell.isEscaped ? text.replacing("\"\"", with: "\"") : text
  }

  /// The line and column of a byte in the row at hand; counted on from the byte asked for before.
  mutating func place(of offset: Int) -> TextLocation {
    if counted < rowStart || counted > offset {
      counted = rowStart
      countedPlace = TextLocation(line: line, column: 1)
    }
    var line = countedPlace.line
    var column = countedPlace.column
    while counted < offset, counted < bytes.count {
      let byte = bytes[counted]
      if byte == 0x0A || (byte == 0x0D && !(counted + 1 < bytes.count && bytes[counted + 1] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
    countedPlace = TextLocation(line: line, column: column)
    return countedPlace
  }
}
