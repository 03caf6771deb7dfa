import ActorModel
import NetworkReading

/// Reads a table of ties, row by row over the bytes, into a graph.
struct CSVEdgeReader {
  typealias Field = TableOptions.Field

  private var scanner: CSVScanner
  private var graph: ImportCollector
  private let options: TableOptions
  private var columns = CSVColumns(count: 0)
  private var sourceColumn = 0
  private var targetColumn = 1
  private var weightColumn: Int?
  /// The columns of the other fields, in the order of the table of fields.
  private var detailColumns: [DetailColumn] = []
  /// Whether the actors were read from a table of their own.
  private let declaresNodes: Bool
  private var rows = 0
  private var blankRows = 0
  private var commentRows = 0
  private var headerRows = 0
  private var spacedIDs = 0
  private var firstSpacedID = TextLocation.start
  private var header: [String] = []

  /// A column that holds a field beside the ends and the weight.
  private struct DetailColumn {
    let column: Int
    let field: NamedField
    /// Whether spaces around the text count.
    let isText: Bool
    /// Whether the column may say directed or undirected instead.
    let isType: Bool
  }

  init(scanner: CSVScanner, graph: ImportCollector, declaresNodes: Bool) {
    self.scanner = scanner
    self.graph = graph
    self.declaresNodes = declaresNodes
    options = graph.options.table
  }

  /// Reads all rows.
  mutating func read() -> ImportCollector {
    do throws(CSVScanner.Failure) {
      while try nextDataRow() {
        if columns.count == 0 {
          guard try startTable() else { break }
        } else {
          readRow()
        }
      }
    } catch {
      graph.log.error(scanner.place(of: error.offset), error.message, error.fix)
    }
    finish()
    return graph
  }

  private mutating func finish() {
    if spacedIDs > 0 {
      graph.log.warning(
        firstSpacedID, "\(spacedIDs) ids begin or end with a space, the first here; they are kept as written",
        "take the spaces out")
    }
    if !declaresNodes { graph.warnOfMissingValues() }
    if rows == 0, !graph.log.hasErrors { graph.log.warning(.start, "the table has a header and no ties") }
    graph.formatCounts = [
      ImportCount("rows read", rows + headerRows + blankRows + commentRows), ImportCount("header rows", headerRows),
      ImportCount("rows with ties", rows), ImportCount("blank rows", blankRows),
      ImportCount("comment rows", commentRows),
    ]
    graph.noteGuards(scanner.guardedCells)
    if let until = columns[.until], columns.names != nil {
      graph.notes.append("'\(columns.name(until).clipped)' is read as the first day on which a tie no longer holds")
    }
  }

  private mutating func nextDataRow() throws(CSVScanner.Failure) -> Bool {
    while try scanner.nextRow() {
      if scanner.isBlank {
        blankRows += 1
      } else if let mark = options.comment?.asciiValue, scanner.bytes[scanner.rowStart] == mark {
        commentRows += 1
      } else {
        return true
      }
    }
    return false
  }

  // MARK: Columns

  /// Looks at the first row: the names of the columns, or a tie already.
  private mutating func startTable() throws(CSVScanner.Failure) -> Bool {
    guard try chooseColumns() else { return false }
    sourceColumn = columns[.source] ?? 0
    targetColumn = columns[.target] ?? 1
    weightColumn = columns[.weight]
    detailColumns = chosenDetails()
    if headerRows == 0 { readRow() }
    return true
  }

  private func chosenDetails() -> [DetailColumn] {
    graph.options.fields.relation.fields.compactMap { field in
      guard let names = field.names, field.kind != .strength || !field.traits.contains(.structural),
        let column = columns[Field(column: names.column)], let named = graph.relationFields.byKey[names.key]
      else { return nil }
      return DetailColumn(
        column: column, field: named, isText: field.kind.isText,
        isType: field.key == "type" && !columns.isKindOnly(column))
    }
  }

  private static let endsAdvice: Advice = "\(.nameEnds)"

  private mutating func chooseColumns() throws(CSVScanner.Failure) -> Bool {
    let words = scanner.cells.map(scanner.text)
    let named = CSVColumns(header: words, fields: graph.options.fields)
    let hasHeader =
      options.hasHeader
      ?? (named.isHeader || named.namesKnownFields || options.columns.values.contains(where: named.names))
    columns = hasHeader ? named : CSVColumns(count: words.count)
    guard columns.apply(options.columns, line: scanner.line, &graph.log) else { return false }
    if hasHeader {
      headerRows = 1
      header = words
      return checkHeader()
    }
    guard words.count >= 2 else {
      graph.log.error(
        TextLocation(line: scanner.line, column: 1), "a row of one cell, where a tie needs two",
        "separators are , ; TAB and |")
      return false
    }
    guard words.count <= 3 || !options.columns.isEmpty || looksLikeData(words) else {
      graph.log.error(
        TextLocation(line: scanner.line, column: 1),
        "no columns are named source and target; the first row of \(words.count) is "
          + words.prefix(20).map { String($0.prefix(40)) }.joined(separator: ", "),
        Self.endsAdvice)
      return false
    }
    if words.count == 3, columns[.weight] == 2, isName(words[2]) {
      return skipUnknownHeader(words)
    }
    graph.notes.append("the table has no header: its columns are source, target\(words.count > 2 ? ", weight" : "")")
    return true
  }

  /// Four columns without names are ties only when the third is a number; of more nothing can be said.
  private func looksLikeData(_ words: [String]) -> Bool {
    words.count == 4 && DecimalNumber.lenientValue(of: words[2].trimmed) != nil
  }

  /// Whether a text in the column of weights looks like the column's name.
  private func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return !["nan", "na", "inf", "infinity", "null", "none", "true", "false"].contains(text.lowercased())
  }

  /// A first row whose third cell is no number names columns that are not known.
  private mutating func skipUnknownHeader(_ words: [String]) -> Bool {
    graph.log.warning(
      TextLocation(line: scanner.line, column: 1),
      "the first row is taken for names of columns: '\(words[0].clipped)' is the source, '\(words[1].clipped)' the "
        + "target, '\(words[2].clipped)' the weight", Self.endsAdvice)
    columns = CSVColumns(header: ["source", "target", "weight"])
    headerRows = 1
    return true
  }

  private mutating func checkHeader() -> Bool {
    let place = TextLocation(line: scanner.line, column: 1)
    var seen: Set<String> = []
    for name in header where !name.isEmpty && !seen.insert(name).inserted {
      graph.log.error(place, "two columns are named '\(name.clipped)'", "give one of them another name")
    }
    for field in [Field.source, .target] where columns[field] == nil {
      graph.log.error(
        place, "no column is the tie's \(field.rawValue); columns are \(columns.shownNames)",
        "name one '\(field.rawValue)', or \(.nameColumn(field))")
    }
    if columns[.sign] != nil { graph.hasSigns = true }
    return !graph.log.hasErrors
  }

  // MARK: Rows

  private mutating func readRow() {
    rows += 1
    if rows == 1000 { graph.reserveEdges(readBytes: scanner.position, of: scanner.bytes.count) }
    let cells = scanner.cells
    guard cells.count == columns.count else {
      let words = cells.count < columns.count ? "fewer" : "more"
      return graph.log.error(
        TextLocation(line: scanner.line, column: 1),
        "a row of \(cells.count) cells, \(words) than the \(columns.count) of the first row",
        "put cells that hold the separator in quotes")
    }
    if headerRows > 0, cells.count == header.count, isHeaderAgain() { return }
    guard let source = node(cells[sourceColumn], "source"), let target = node(cells[targetColumn], "target") else {
      return
    }
    if columns.count == 2 {
      return graph.addEdge(from: source, to: target, isDirected: true, line: scanner.line)
    }
    if columns.count == 3, let column = weightColumn {
      guard let weight = weight(cells[column]) else { return }
      return graph.addEdge(
        from: source, to: target, isDirected: true, weight: weight, line: scanner.line)
    }
    readDetails(from: source, to: target)
  }

  private mutating func isHeaderAgain() -> Bool {
    guard let first = scanner.cells.first, first.end - first.start == header[0].utf8.count,
      scanner.text(first) == header[0], scanner.cells.map(scanner.text) == header
    else { return false }
    graph.log.error(TextLocation(line: scanner.line, column: 1), "the header stands here again", "take this row out")
    return true
  }

  private mutating func weight(_ cell: CSVScanner.Cell) -> Double? {
    if !options.hasDecimalComma,
      let value = DecimalNumber.fastValue(of: scanner.bytes, from: cell.start, to: cell.end)
    {
      return value
    }
    let text = scanner.text(cell).trimmed
    if text.isEmpty {
      graph.log.error(
        scanner.place(of: cell.offset), "the weight is empty",
        "write a number (1 where nothing is known), take the row out, or have no column read as the weight")
      return nil
    }
    return graph.number(inTable: text, "weight", at: scanner.place(of: cell.offset))
  }

  /// The node of a cell; the bytes of an id that was met before are all that is looked at.
  private mutating func node(_ cell: CSVScanner.Cell, _ role: String) -> Int32? {
    let length = cell.end - cell.start
    guard length > 0 else {
      graph.log.error(scanner.place(of: cell.offset), "the tie's \(role) is empty", "name the actor")
      return nil
    }
    let first = scanner.bytes[cell.start]
    let last = scanner.bytes[cell.end - 1]
    if first == 0x20 || last == 0x20 {
      if spacedIDs == 0 { firstSpacedID = scanner.place(of: cell.offset) }
      spacedIDs += 1
    }
    if declaresNodes { return graph.end(scanner.text(cell), role, at: scanner.place(of: cell.offset)) }
    if !cell.isEscaped {
      let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[cell.start..<cell.end])
      if isPlain(bytes) { return graph.internNode(bytes, line: scanner.line) }
    }
    var id = scanner.text(cell)
    guard graph.isUsable(id, "the tie's \(role)", at: scanner.place(of: cell.offset)) else { return nil }
    return id.withUTF8 { graph.internNode($0, line: scanner.line) }
  }

  /// Whether bytes are printable ASCII and few enough for an id.
  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= SourceLimits.scalarLength else { return false }
    for byte in bytes where byte < 0x20 || byte >= 0x7F { return false }
    return true
  }

  private mutating func readDetails(from source: Int32, to target: Int32) {
    var draft = EdgeDraft()
    var isDirected = true
    if let column = weightColumn {
      guard let weight = weight(scanner.cells[column]) else { return }
      draft.weight = weight
    }
    for detail in detailColumns {
      let cell = scanner.cells[detail.column]
      if detail.isType, let said = readDirection(cell, isOnlyDirection: false) {
        isDirected = said
      } else if !cell.isEmpty {
        let text = scanner.text(cell)
        graph.setField(
          detail.field, to: detail.isText ? text : text.trimmed, of: &draft, at: scanner.place(of: cell.offset),
          inTable: true)
      }
    }
    if let column = columns[.directed], !columns.isKindOnly(column),
      let said = readDirection(scanner.cells[column], isOnlyDirection: true)
    {
      isDirected = said
    }
    for column in columns.others {
      let cell = scanner.cells[column]
      guard !cell.isEmpty else { continue }
      graph.keep(
        columns.name(column), scanner.text(cell), in: &draft.details.attributes, at: scanner.place(of: cell.offset))
    }
    graph.settleDates(of: &draft, at: TextLocation(line: scanner.line, column: 1))
    graph.addEdge(
      from: source, to: target, isDirected: isDirected, weight: draft.weight, line: scanner.line,
      details: draft.detailsIfAny)
  }

  /// What a cell says about direction; `nil` where it says something else.
  private mutating func readDirection(_ cell: CSVScanner.Cell, isOnlyDirection: Bool) -> Bool? {
    let word = scanner.text(cell).trimmed.lowercased()
    switch word {
    case "directed": return true
    case "undirected", "mutual": return false
    default: break
    }
    guard isOnlyDirection else { return nil }
    switch word {
    case "true", "yes", "1", "": return true
    case "false", "no", "0": return false
    default:
      graph.log.error(
        scanner.place(of: cell.offset), "'\(word.prefix(40))' does not say whether the tie is directed",
        "write Directed or Undirected")
      return true
    }
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
    let start = drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...end])
  }
}
