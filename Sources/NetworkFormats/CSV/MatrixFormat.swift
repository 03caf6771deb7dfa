import ActorModel
import NetworkReading

/// A matrix as a table: names in the first row and the first column, numbers where they cross.
///
/// Rows act on columns; a 0 or an empty cell is no tie. Where rows and columns are not the same actors, the network is
/// two-mode.
public struct MatrixFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "matrix"
  /// The name in a sentence.
  public let title = "CSV matrix"
  /// Endings of file names.
  public let fileExtensions = ["csv", "tsv"]

  /// Any text with a comma may look like a table.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.looks = .likeAnyText
    reading.tableOptions = [.layout]
    return reading
  }()
  /// A matrix holds one tie a pair: a table of ties is written rather.
  public let isChosenByEnding = false

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.relation = ["strength"]
    held.signs = .byWeight
    return held
  }()

  /// The format; separators are said by the options of reading.
  public init() {}

  /// Whether the first cell is empty, and the second row is a name and as many numbers as the first has names.
  public func recognises(_ beginning: String) -> Bool {
    let bytes = Array(beginning.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      let table = CSVBeginning(
        bytes: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, name: "", options: TableOptions())
      var scanner = table.scanner
      guard (try? scanner.nextRow()) == true, scanner.cells.count > 1, scanner.text(scanner.cells[0]).trimmed.isEmpty
      else { return false }
      // A table of ties with row numbers, as pandas and R write it, has a first cell that is empty too.
      if CSVColumns(header: scanner.cells.map(scanner.text)).isHeader { return false }
      let count = scanner.cells.count
      guard (try? scanner.nextRow()) == true, scanner.position < bytes.count || beginning.utf8.count < 4096 else {
        return false
      }
      return scanner.cells.count == count
        && scanner.cells.dropFirst().allSatisfy { cell in
          cell.isEmpty || DecimalNumber.lenientValue(of: scanner.text(cell).trimmed) != nil
        }
    }
  }

  /// Reads a matrix.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let start = try file.checkedStart()
    let graph = file.bytes.withUnsafeBufferPointer { bytes in
      let table = CSVBeginning(bytes: bytes, from: start, name: file.name, options: options.table)
      var graph = ImportCollector(file: file.name, options: options, numbersNodes: true)
      if let warning = table.warning { graph.log.warning(.start, warning, CSVBeginning.separatorAdvice) }
      var reader = MatrixReader(scanner: table.scanner, graph: graph)
      return reader.read()
    }
    return try graph.network(format: id)
  }

  /// Writes a square matrix of all actors.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.reduce(network, fields: options.fields)
    guard !content.actors.isEmpty else {
      throw UnwritableNetwork("a matrix has a row for each actor, and the network has none")
    }
    var cells: [String: Double] = [:]
    let number = Dictionary(uniqueKeysWithValues: content.actors.enumerated().map { ($1.id, $0) })
    for relation in content.relations {
      guard let row = number[relation.ends.first], let column = number[relation.ends.second] else { continue }
      let value = relation.sign == .negative ? -relation.strength : relation.strength
      guard cells.updateValue(value, forKey: "\(row) \(column)") == nil else {
        throw UnwritableNetwork(
          "a matrix holds one tie from '\(relation.ends.first)' to '\(relation.ends.second)', and there are several")
      }
    }
    let ids = content.actors.map(\.id)
    let writer = CSVWriter(options: options)
    var text = writer.row([""] + ids)
    for (row, id) in ids.enumerated() {
      text += writer.row([id] + ids.indices.map { cells["\(row) \($0)"].map(DecimalNumber.text) ?? "0" })
    }
    return ExportedNetwork(bytes: Array(text.utf8), losses: losses)
  }

  /// What a matrix holds: ties row by row, undirected ones as one in each direction.
  static func reduce(
    _ network: ActorNetwork, fields: NetworkFields
  ) throws(UnwritableNetwork) -> (content: NetworkContent, losses: [String]) {
    var (content, losses) = try held.reduce(network, fields: fields)
    let number = Dictionary(uniqueKeysWithValues: content.actors.enumerated().map { ($1.id, $0) })
    let mutual = content.relations.count { !$0.ends.isDirected }
    if mutual > 0 { losses.append("that there is no direction of \(mutual) relation\(mutual == 1 ? "" : "s")") }
    let split = content.relations.flatMap { relation -> [Relation] in
      guard case .mutual(let a, let b) = relation.ends else { return [relation] }
      var there = relation
      var back = relation
      there.ends = .directed(from: a, to: b)
      back.ends = .directed(from: b, to: a)
      return a == b ? [there] : [there, back]
    }
    let places = split.map { (number[$0.ends.first] ?? 0) * number.count + (number[$0.ends.second] ?? 0) }
    let order = split.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    if order != Array(split.indices), mutual == 0 { losses.append("the order of the relations") }
    content.relations = order.enumerated().map { i, old in
      var relation = split[old]
      relation.id = "e\(i + 1)"
      return relation
    }
    return (content, losses)
  }
}

/// One pass over the rows of a matrix.
private struct MatrixReader {
  var scanner: CSVScanner
  var graph: ImportCollector
  private var columnNames: [String] = []
  private var rowNames: [String] = []
  private var cells: [(row: Int32, column: Int32, value: Double, line: Int)] = []
  private var rowLines: [Int] = []

  init(scanner: CSVScanner, graph: ImportCollector) {
    self.scanner = scanner
    self.graph = graph
  }

  mutating func read() -> ImportCollector {
    do throws(CSVScanner.Failure) {
      while try scanner.nextRow() {
        if scanner.isBlank { continue }
        if columnNames.isEmpty { readHeader() } else { readRow() }
      }
    } catch {
      graph.log.error(scanner.place(of: error.offset), error.message, error.fix)
    }
    if columnNames.isEmpty, !graph.log.hasErrors {
      graph.log.error(.start, "the matrix has no names", "write names in the first row and the first column")
    }
    finish()
    return graph
  }

  private mutating func readHeader() {
    columnNames = scanner.cells.dropFirst().map(scanner.text)
    guard !columnNames.isEmpty else {
      return graph.log.error(
        TextLocation(line: scanner.line, column: 1), "a row of one cell, where a matrix has names of columns")
    }
    var seen: Set<String> = []
    for (i, name) in columnNames.enumerated() {
      let place = scanner.place(of: scanner.cells[i + 1].offset)
      if !seen.insert(name).inserted { graph.log.error(place, "two columns are named '\(name.clipped)'", "rename one") }
      _ = graph.isUsable(name, "the column's name", at: place)
    }
  }

  private mutating func readRow() {
    let place = TextLocation(line: scanner.line, column: 1)
    let cells = scanner.cells
    guard cells.count == columnNames.count + 1 else {
      return graph.log.error(
        place, "a row of \(cells.count) cells, but should have \(columnNames.count + 1)", "the first cell is a name")
    }
    let row = Int32(rowNames.count)
    let name = scanner.text(cells[0])
    guard graph.isUsable(name, "the row's name", at: place) else { return }
    rowNames.append(name)
    rowLines.append(scanner.line)
    for (column, cell) in cells.dropFirst().enumerated() where !cell.isEmpty {
      var value = DecimalNumber.fastValue(of: scanner.bytes, from: cell.start, to: cell.end)
      if value == nil {
        value = graph.number(inTable: scanner.text(cell).trimmed, "the value", at: scanner.place(of: cell.offset))
      }
      if let value, value != 0 { self.cells.append((row, Int32(column), value, scanner.line)) }
    }
  }

  private mutating func finish() {
    graph.noteGuards(scanner.guardedCells)
    guard !graph.log.hasErrors else { return }
    let isSquare = Set(rowNames) == Set(columnNames) && rowNames.count == columnNames.count
    let names = isSquare ? columnNames : rowNames + columnNames
    for (i, name) in names.enumerated() {
      let line = isSquare || i >= rowNames.count ? 1 : rowLines[i]
      graph.addNode(
        Actor(id: isSquare ? name : "\(i + 1)", name: isSquare ? "" : name), at: TextLocation(line: line, column: 1))
    }
    graph.warnOfMissingValues()
    guard isSquare else {
      graph.notes.append(
        "the network is two-mode: \(rowNames.count) actors of the first kind, \(columnNames.count) of the second")
      for cell in cells {
        graph.addEdge(
          from: cell.row, to: Int32(rowNames.count) + cell.column, isDirected: false, weight: cell.value,
          line: cell.line)
      }
      return
    }
    let position = Dictionary(uniqueKeysWithValues: columnNames.enumerated().map { ($1, Int32($0)) })
    for cell in cells {
      guard let row = position[rowNames[Int(cell.row)]] else { continue }
      graph.addEdge(from: row, to: cell.column, isDirected: true, weight: cell.value, line: cell.line)
    }
  }
}
