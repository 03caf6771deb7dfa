import NetworkReading

/// The rows of an event table of GDELT as records.
struct GDELTFeed: EventFeed {
  private(set) var scanner: TabScanner
  /// Columns that the options choose for the ends.
  private let chosen: [TableOptions.Field: String]
  /// Which columns there are; `nil` before the first row that has them.
  private var columns: GDELTColumns?
  /// What is doubtful in the row at hand.
  var remarks: [EventRemark] = []

  /// The rows of a file from where its text begins.
  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, chosen: [TableOptions.Field: String]) {
    scanner = TabScanner(bytes: bytes, from: start)
    self.chosen = chosen
  }

  var title: String? { columns?.layout.title }

  var omissions: String? {
    columns.map {
      "of the \($0.layout.width) columns those that repeat others, the actors' ethnic and religious codes, and where "
        + "the actors are, were not kept"
    }
  }

  var place: TextLocation { scanner.rowPlace }
  var rowText: String { scanner.rowText }
  var endsInsideRow: Bool { scanner.endsInsideRow }

  func isSame(_ row: Range<Int>, as other: Range<Int>) -> Bool {
    scanner.bytes[row].elementsEqual(scanner.bytes[other])
  }

  mutating func nextRow() -> FeedRow? {
    guard scanner.nextRow() else { return nil }
    if scanner.isBlank { return .blank }
    do throws(RowFailure) {
      return try row()
    } catch {
      return .unreadable(error)
    }
  }

  private mutating func row() throws(RowFailure) -> FeedRow {
    guard let columns else { return try firstRow() }
    let width = columns.layout.width
    guard scanner.cellCount == width else {
      throw RowFailure(
        place: scanner.rowPlace, message: "a row of \(scanner.cellCount) cells, where the first has \(width)",
        fix: scanner.cellCount > width ? "a name may hold a tab; take it out" : "the row may be cut off")
    }
    if GDELTLayout.isHeader(scanner.text(0)) {
      throw RowFailure(place: scanner.rowPlace, message: "the header stands here again", fix: "take this row out")
    }
    return .event(try record(columns))
  }

  /// Looks at the first row: the names of the columns, or an event already.
  private mutating func firstRow() throws(RowFailure) -> FeedRow {
    guard let layout = GDELTLayout(width: scanner.cellCount) else { throw .width(of: scanner) }
    let found: GDELTColumns
    do throws(RowFailure) {
      found = try GDELTColumns(layout, firstRow: scanner, chosen: chosen)
    } catch {
      return .unusable(error)
    }
    columns = found
    return found.hasHeader ? .header : .event(try record(found))
  }
}
