import ActorModel
import NetworkReading

/// Tables of ties and of actors with separators: Gephi's, pandas', R's, spreadsheets'.
///
/// Columns are known by their names (`Source`, `Target`, `Weight`, `Sign`, `Type`, `Start`, `End`, `Label`,
/// `Confidence`, `Status`, `Id`, …) or as the options say; a table without names has source, target and weight.
/// Columns of other names become attributes.
///
/// - Note: SwiftCSV makes a string of every cell and keeps the whole table, which for a million rows takes many times
///   the time and memory of the network; it also lets unclosed quotes pass. Hence a reader of our own over the bytes.
public struct CSVFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "csv"
  /// The name in a sentence.
  public let title = "CSV table of ties"
  /// Endings of file names.
  public let fileExtensions = ["csv", "tsv", "tab"]

  /// Any text with a comma may look like a table.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.looks = .likeAnyText
    reading.tableOptions = [.layout, .actorTable]
    return reading
  }()

  /// The format; how tables are read is said by the options of reading.
  public init() {}

  /// Whether the first line has separators and no other format's beginning.
  public func recognises(_ beginning: String) -> Bool {
    guard let line = beginning.split(whereSeparator: \.isNewline).first else { return false }
    guard let first = line.first(where: { !$0.isWhitespace }), !"{[<*#%".contains(first) else { return false }
    return line.contains { ",;\t|".contains($0) }
  }

  /// Reads a table of ties, or of actors alone.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    var graph = ImportCollector(file: file.name, options: options)
    if let nodes = options.table.nodes {
      graph.nodeFile = nodes.name
      graph.log.file = nodes.name
      let start = try nodes.checkedStart()
      graph = nodes.bytes.withUnsafeBufferPointer { bytes in
        var how = options.table
        how.columns = [:]
        let table = CSVBeginning(bytes: bytes, from: start, name: nodes.name, options: how)
        var reader = CSVNodeReader(scanner: table.scanner, graph: graph)
        return reader.read()
      }
      graph.log.file = file.name
    }
    let start = try file.checkedStart()
    graph = file.bytes.withUnsafeBufferPointer { bytes in
      let table = CSVBeginning(bytes: bytes, from: start, name: file.name, options: options.table)
      if let warning = table.warning { graph.log.warning(.start, warning, CSVBeginning.separatorAdvice) }
      if table.isNodeTable(options.table) {
        var reader = CSVNodeReader(scanner: table.scanner, graph: graph)
        return reader.read()
      }
      var reader = CSVEdgeReader(scanner: table.scanner, graph: graph, declaresNodes: options.table.nodes != nil)
      return reader.read()
    }
    return try graph.network(format: id)
  }

  /// Writes a table of ties, and a table of actors beside it where more is known of them than their ids.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    try CSVWriter(options: options).write(network)
  }
}

/// The separator of a table, and where it begins.
struct CSVBeginning {
  static let separatorAdvice: Advice = "\(.saySeparator) if that is wrong"

  let scanner: CSVScanner
  /// What had to be guessed.
  private(set) var warning: String?
  private let firstRow: [String]

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, name: String, options: TableOptions) {
    var start = start
    var separator = options.separator?.asciiValue
    // Excel's own way of saying it: a first line `sep=;`.
    if bytes.count >= start + 5, bytes[start..<start + 4].elementsEqual("sep=".utf8) {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      if end == start + 5 {
        separator = separator ?? bytes[start + 4]
        start = end
        if start < bytes.count, bytes[start] == 0x0D { start += 1 }
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
      }
    }
    if separator == nil {
      let guess = Self.separator(in: bytes, from: start, skipping: options.comment?.asciiValue)
      let isTabFile = name.hasSuffix(".tsv") || name.hasSuffix(".tab")
      if guess != UInt8(ascii: ","), !(isTabFile && guess == UInt8(ascii: "\t")) {
        let shown = guess == UInt8(ascii: "\t") ? "TAB" : String(Unicode.Scalar(guess))
        warning = "the separator is taken to be \(shown)"
      }
      separator = guess
    }
    scanner = CSVScanner(bytes: bytes, from: start, separator: separator ?? UInt8(ascii: ","))
    var first = scanner
    firstRow = (try? first.nextRow()) == true ? first.cells.map(first.text) : []
  }

  /// Whether the table names an id and no ends.
  func isNodeTable(_ options: TableOptions) -> Bool {
    guard options.columns.isEmpty, options.hasHeader != false else { return false }
    if !options.nodeColumns.isEmpty, options.nodes == nil { return true }
    return !CSVColumns(header: firstRow).isHeader && firstRow.contains { $0.lowercased() == "id" }
  }

  /// The candidate that stands most often in the first line, outside quotes; the comma where there is none.
  private static func separator(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, skipping comment: UInt8?
  ) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isComment = false
    var isLineStart = true
    for byte in bytes[start...].prefix(CSVScanner.maximumRow) {
      if isLineStart, byte == comment { isComment = true }
      isLineStart = false
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A || byte == 0x0D, !isQuoted {
        if !counts.isEmpty { break }
        isComment = false
        isLineStart = true
      } else if !isQuoted, !isComment, ",;\t|".utf8.contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    let order = Array(",;\t|".utf8)
    return order.max {
      (counts[$0] ?? 0, -(order.firstIndex(of: $0) ?? 0)) < (counts[$1] ?? 0, -(order.firstIndex(of: $1) ?? 0))
    }
      ?? UInt8(ascii: ",")
  }
}
