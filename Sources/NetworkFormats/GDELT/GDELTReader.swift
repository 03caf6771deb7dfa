import ActorModel

/// Reads the rows of an event table into a graph.
struct GDELTReader {
  /// Why a row cannot be read.
  struct RowFailure: Error {
    let place: TextLocation
    let message: String
    var fix: String?
  }

  /// A row that was read, to tell whether another with its id says the same.
  struct KnownRow {
    let bytes: Range<Int>
    let line: Int
  }

  var scanner: TabScanner
  var graph: ImportCollector
  private let badRowLimit: Int
  /// Which columns there are; `nil` before the first row that has them.
  private var columns: GDELTColumns?
  /// Whether nothing can be read, whatever the further rows are.
  private var isUnusable = false
  var actors = GDELTActors()
  /// Rows by the ids of their events.
  var known: [UInt64: KnownRow] = [:]
  /// Positions of sources by their ids.
  var sources: [String: Int] = [:]
  /// How many events there are of each class.
  var quadClasses = [0, 0, 0, 0]
  /// What was warned of already, since it is likely to stand in many rows.
  private var warned: Set<String> = []
  private var rows = 0
  private var blankRows = 0
  var lonelyRows = 0
  var repeatedRows = 0
  private var badRows = 0

  init(scanner: TabScanner, graph: ImportCollector) {
    self.scanner = scanner
    self.graph = graph
    badRowLimit = graph.options.table.badRowLimit
  }

  /// Reads all rows.
  mutating func read() -> ImportCollector {
    while !isUnusable, scanner.nextRow() {
      rows += 1
      if scanner.isBlank {
        blankRows += 1
        continue
      }
      do throws(RowFailure) {
        try readRow()
      } catch {
        refuse(error)
        // Where no row has the columns of an event table, one message says so.
        isUnusable = columns == nil && badRows > badRowLimit
      }
    }
    finish()
    return graph
  }

  private mutating func readRow() throws(RowFailure) {
    guard let columns else { return try startTable() }
    let width = columns.layout.width
    guard scanner.cellCount == width else {
      throw RowFailure(
        place: scanner.rowPlace, message: "a row of \(scanner.cellCount) cells, where the first has \(width)",
        fix: scanner.cellCount > width ? "a name may hold a tab; take it out" : "the row may be cut off")
    }
    if GDELTLayout.isHeader(scanner.text(0)) {
      throw RowFailure(place: scanner.rowPlace, message: "the header stands here again", fix: "take this row out")
    }
    try readEvent(columns)
  }

  /// Looks at the first row: the names of the columns, or an event already.
  private mutating func startTable() throws(RowFailure) {
    guard let layout = GDELTLayout(width: scanner.cellCount) else { throw .width(of: scanner) }
    let found: GDELTColumns
    do throws(RowFailure) {
      found = try GDELTColumns(layout, firstRow: scanner, chosen: graph.options.table.columns)
    } catch {
      // With columns in another order, or other ends than were asked for, no row would be read as it is meant.
      graph.log.error(error.place, error.message, error.fix)
      isUnusable = true
      return
    }
    columns = found
    if !found.hasHeader { try readEvent(found) }
  }

  /// Counts a row that cannot be read: an error, or as many as the options allow are set aside.
  private mutating func refuse(_ failure: RowFailure) {
    badRows += 1
    guard badRows <= badRowLimit else {
      let count = badRowLimit == 0 ? "" : "; this is bad row \(badRows), and \(badRowLimit) may be"
      return graph.log.error(failure.place, failure.message + count, failure.fix)
    }
    graph.dropEdge(at: failure.place, failure.message, failure.fix)
    graph.refusedRows.append(
      RefusedRow(line: failure.place.line, reason: failure.message, text: scanner.rowText))
  }

  private mutating func finish() {
    if columns == nil, !graph.log.hasErrors { graph.log.error(.start, "the table has no row that can be read") }
    if scanner.endsInsideRow {
      graph.log.warning(scanner.rowPlace, "the last row has no line end, as in a table that is cut off")
    }
    addWholes()
    let headerRows = columns?.hasHeader == true ? 1 : 0
    if headerRows > 0, rows == headerRows + blankRows {
      graph.log.warning(.start, "the table has a header and no events")
    }
    graph.formatCounts = [
      ImportCount("rows read", rows), ImportCount("header rows", headerRows), ImportCount("blank rows", blankRows),
      ImportCount("events without two actors", lonelyRows), ImportCount("events repeated", repeatedRows),
      ImportCount("bad rows set aside", min(badRows, badRowLimit)),
    ]
    if let columns { addNotes(columns.layout) }
  }

  private mutating func addNotes(_ layout: GDELTLayout) {
    graph.notes.append(
      "\(layout.title): by class \(quadClasses[0]) events of verbal cooperation, \(quadClasses[1]) of material "
        + "cooperation, \(quadClasses[2]) of verbal conflict, \(quadClasses[3]) of material conflict")
    if lonelyRows > 0 {
      graph.notes.append("\(lonelyRows) events have one actor or none, are no ties, and were dropped")
    }
    graph.notes.append(
      "of the \(layout.width) columns those that repeat others, the actors' ethnic and religious codes, and where the "
        + "actors are, were not kept")
  }

  // MARK: Actors

  /// Adds the countries whose parts are in the table, and says of each actor what its rows say.
  private mutating func addWholes() {
    for position in graph.nodes.indices.map({ Int32($0) }) {
      guard let whole = actors.whole(of: position), graph.node(whole) == nil else { continue }
      let line = Int(graph.nodeLines[Int(position)])
      var country = Actor(id: whole, name: "")
      GDELTActors.describeCountry(&country)
      graph.addNode(country, at: TextLocation(line: line, column: 1))
    }
    for position in graph.nodes.indices.map({ Int32($0) }) {
      graph.updateNode(position) { actors.describe(position, &$0) }
    }
  }

  /// Warns of something that is likely to stand in many rows, at the first.
  mutating func warnOnce(of key: String, _ column: Int, _ message: String, _ fix: String? = nil) {
    guard warned.count < ImportLog.limit, warned.insert(key).inserted else { return }
    graph.log.warning(scanner.place(column), message, fix)
  }
}
