import ActorModel
import NetworkReading

/// One tie a line: two words, and a weight where there is one; NetworkX's, SNAP's and igraph's NCOL.
///
/// Lines that begin with `#` or `%` are comments. Whether ties have a direction is not in the file: they are read as
/// directed unless the options say otherwise.
public struct EdgeListFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "edgelist"
  /// The name in a sentence.
  public let title = "edge list with spaces"
  /// Endings of file names.
  public let fileExtensions = ["edgelist", "ncol", "edges", "wel", "el"]

  /// Any text of short lines may look like a list of ties.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.looks = .likeAnyText
    return reading
  }()

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.relation = ["strength"]
    held.signs = .byWeight
    held.holdsDirection = false
    held.holdsActorList = false
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether the first lines are all two words, or all two words and a number; asked last, since much looks like it.
  public func recognises(_ beginning: String) -> Bool {
    // Bytes that are no text make words of any number; only the last character may be cut.
    guard !beginning.unicodeScalars.dropLast().contains(where: { $0 == "\u{FFFD}" || $0 == "\0" }) else { return false }
    // Matrix Market's numbers stand in lines of three too, of which the first is the matrix's size.
    if beginning.hasPrefix("%%MatrixMarket") { return false }
    var lines = beginning.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") && !$0.hasPrefix("%") }
    // The last line may be cut off.
    if beginning.utf8.count >= 4000 { lines = lines.dropLast() }
    let rows = lines.map { $0.split(whereSeparator: \.isWhitespace) }.filter { !$0.isEmpty }
    guard let width = rows.first?.count, width == 2 || width == 3 else { return false }
    return rows.allSatisfy { $0.count == width && (width == 2 || DecimalNumber.lenientValue(of: $0[2]) != nil) }
  }

  /// Reads ties line by line.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let start = try file.checkedStart()
    let graph = file.bytes.withUnsafeBufferPointer { bytes in
      var reader = EdgeListReader(
        scanner: LineScanner(bytes: bytes, from: start, hasQuotes: false),
        graph: ImportCollector(file: file.name, options: options))
      return reader.read()
    }
    return try graph.network(format: id)
  }

  /// Writes ties line by line.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    guard !content.relations.isEmpty else {
      throw UnwritableNetwork("an edge list holds ties only, and the network has none")
    }
    for actor in content.actors {
      let hasSpace = actor.id.unicodeScalars.contains { $0.properties.isWhitespace }
      if hasSpace || actor.id.hasPrefix("#") || actor.id.hasPrefix("%") {
        throw UnwritableNetwork(
          "an edge list cannot hold the id of actor '\(actor.id)': words have no spaces and do not begin with # or %")
      }
    }
    var text = ""
    for relation in content.relations {
      let weight = relation.sign == .negative ? -relation.strength : relation.strength
      text += "\(relation.ends.first) \(relation.ends.second) \(DecimalNumber.text(of: weight))\n"
    }
    return ExportedNetwork(bytes: Array(text.utf8), losses: losses)
  }
}

/// One pass over the lines of an edge list.
private struct EdgeListReader {
  var scanner: LineScanner
  var graph: ImportCollector
  private var lines = 0
  private var otherLines = 0

  init(scanner: LineScanner, graph: ImportCollector) {
    self.scanner = scanner
    self.graph = graph
  }

  mutating func read() -> ImportCollector {
    while scanner.nextLine() {
      guard let first = scanner.firstByte, first != UInt8(ascii: "#"), first != UInt8(ascii: "%") else {
        otherLines += 1
        continue
      }
      lines += 1
      if lines == 1000 { graph.reserveEdges(readBytes: scanner.position, of: scanner.bytes.count) }
      readTie()
    }
    if lines == 0, !graph.log.hasErrors {
      graph.log.error(.start, "the file holds comments only", "a tie is a line of two words, and a weight")
    }
    graph.warnOfMissingValues()
    graph.formatCounts = [
      ImportCount("lines read", lines + otherLines), ImportCount("lines with ties", lines),
      ImportCount("blank and comment lines", otherLines),
    ]
    return graph
  }

  private mutating func readTie() {
    let tokens = scanner.tokens
    guard tokens.count >= 2 else {
      return graph.log.error(scanner.place(of: tokens[0]), "a tie needs two words, and here is one", "name its target")
    }
    var weight: Double?
    if tokens.count > 2 {
      guard let found = readWeight(tokens) else { return }
      weight = found.value
    }
    guard let source = node(tokens[0], "source"), let target = node(tokens[1], "target") else { return }
    graph.addEdge(from: source, to: target, isDirected: true, weight: weight, line: scanner.line)
  }

  /// The weight of a tie: a number, or NetworkX's `{}` and `{'weight': 3}`; `nil` where it is neither.
  private mutating func readWeight(_ tokens: [LineScanner.Token]) -> (value: Double?, isRead: Bool)? {
    if tokens.count == 3 {
      if let value = DecimalNumber.fastValue(of: scanner.bytes, from: tokens[2].start, to: tokens[2].end) {
        return (value, true)
      }
      let text = scanner.text(tokens[2])
      if text == "{}" { return (nil, true) }
      guard let value = graph.number(text, "weight", at: scanner.place(of: tokens[2])) else { return nil }
      return (value, true)
    }
    let last = scanner.text(tokens[3])
    if tokens.count == 4, scanner.text(tokens[2]) == "{'weight':", last.hasSuffix("}"),
      let value = DecimalNumber.lenientValue(of: last.dropLast())
    {
      return (value, true)
    }
    graph.log.error(
      scanner.place(of: tokens[3]), "a tie has two words and a weight, and here is more",
      "ids cannot hold spaces; a table with separators can")
    return nil
  }

  private mutating func node(_ token: LineScanner.Token, _ role: String) -> Int32? {
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[token.start..<token.end])
    if bytes.count <= SourceLimits.scalarLength, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      return graph.internNode(bytes, line: scanner.line)
    }
    guard graph.isUsable(scanner.text(token), "the tie's \(role)", at: scanner.place(of: token)) else { return nil }
    return graph.internNode(bytes, line: scanner.line)
  }
}
