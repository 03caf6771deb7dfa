import ActorModel
import NetworkReading

/// Reads one network of a Pajek file into a graph.
///
/// - Source: A. Mrvar, V. Batagelj, Pajek: reference manual, section "Input files".
struct PajekReader {
  private enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix, passed
  }

  var scanner: LineScanner
  var graph: ImportCollector
  /// The number of the network to read, where the file holds several.
  private let wanted: Int
  private let vertexLimit: Int
  private var network = 0
  private var section = Section.none
  private var type: String?
  private var types: [Int: String] = [:]
  private var vertexCount: Int?
  private var rowCount: Int?
  private var vertexLines = 0
  private var described: [Int: Int] = [:]
  private var matrixRow = 0
  private var sectionPlace = TextLocation.start
  private var passedNames: [String] = []
  private var passedParameters = 0

  init(scanner: LineScanner, graph: ImportCollector, network: Int) {
    self.scanner = scanner
    self.graph = graph
    wanted = network
    vertexLimit = 1_000_000 + scanner.bytes.count / 2
  }

  mutating func read() -> ImportCollector {
    while scanner.nextLine() {
      guard let first = scanner.firstByte, first != UInt8(ascii: "%") else { continue }
      if first == UInt8(ascii: "*") {
        startSection()
      } else if network == wanted || network == 0 {
        readLine()
      }
    }
    endSection()
    finish()
    return graph
  }

  private mutating func finish() {
    if vertexCount == nil, !graph.log.hasErrors {
      graph.log.error(.start, "the file has no *Vertices", "Pajek's networks begin with *Vertices and their number")
    }
    if !passedNames.isEmpty { graph.notes.append("not kept of the file: \(passedNames.joined(separator: ", "))") }
    if passedParameters > 0 {
      graph.notes.append("shapes, colours and positions of \(passedParameters) vertices and lines are not kept")
    }
    if let rowCount, let vertexCount {
      graph.notes.append(
        "the network is two-mode: \(rowCount) actors of the first kind, \(vertexCount - rowCount) of the second")
    }
  }

  // MARK: Sections

  private mutating func startSection() {
    endSection()
    let tokens = scanner.tokens
    sectionPlace = scanner.place(of: tokens[0])
    let keyword = scanner.text(tokens[0]).lowercased()
    if keyword == "*network" {
      network += 1
      section = .none
      if network == wanted, tokens.count > 1 { graph.content.title = scanner.rest(from: tokens[1]) }
      return
    }
    guard network == wanted || network == 0 else { return }
    switch keyword {
    case "*vertices": startVertices()
    case "*arcs": startTies(.arcs)
    case "*edges": startTies(.edges)
    case "*arcslist": startTies(.arcsList)
    case "*edgeslist": startTies(.edgesList)
    case "*matrix": startTies(.matrix)
    case "*partition", "*vector", "*permutation", "*cluster", "*hierarchy":
      let name = tokens.count > 1 ? " '\(scanner.rest(from: tokens[1]))'" : ""
      passedNames.append(String(keyword.dropFirst()) + name)
      section = .passed
    default:
      graph.log.warning(sectionPlace, "the section \(keyword.prefix(40)) is not known, and is not kept")
      section = .passed
    }
  }

  private mutating func endSection() {
    if section == .vertices, let count = vertexCount, vertexLines > 0, vertexLines < count {
      graph.log.error(
        sectionPlace, "*Vertices says \(count), but \(vertexLines) follow",
        "describe each, or none, or correct the number")
    }
    if section == .matrix, matrixRow < matrixSize.rows {
      graph.log.error(sectionPlace, "the matrix has \(matrixRow) rows, but should have \(matrixSize.rows)")
    }
    section = .none
  }

  private mutating func startVertices() {
    if !passedNames.isEmpty, section == .none, vertexCount != nil {
      // The vertices of a partition or vector: a number, and then values.
      section = .passed
      return
    }
    guard vertexCount == nil else {
      return graph.log.error(sectionPlace, "a second *Vertices in one network", "write *Network before each network")
    }
    let tokens = scanner.tokens
    guard tokens.count > 1, let count = scanner.integer(tokens[1]) else {
      return graph.log.error(sectionPlace, "*Vertices has no whole number behind it", "say how many there are")
    }
    guard count <= vertexLimit else {
      return graph.log.error(
        scanner.place(of: tokens[1]), "\(count) vertices are more than a file of this size is read for")
    }
    if tokens.count > 2 {
      guard let rows = scanner.integer(tokens[2]), rows <= count else {
        return graph.log.error(
          scanner.place(of: tokens[2]), "'\(scanner.text(tokens[2]))' is not the number of a first kind of vertices")
      }
      rowCount = rows
    }
    vertexCount = count
    section = .vertices
    graph.reserveNodes(count)
    for number in 0..<count { graph.addNode(Actor(id: "\(number + 1)", name: ""), at: sectionPlace) }
  }

  private mutating func startTies(_ kind: Section) {
    guard vertexCount != nil else {
      if graph.log.hasErrors { return }
      return graph.log.error(sectionPlace, "ties stand before *Vertices", "Pajek's networks begin with *Vertices")
    }
    section = kind
    matrixRow = 0
    type = nil
    let tokens = scanner.tokens.dropFirst()
    guard let first = tokens.first else { return }
    let word = scanner.text(first)
    guard word.hasPrefix(":"), let number = Int(word.dropFirst()) else { return }
    let name = tokens.dropFirst().first.map { $0.isQuoted ? scanner.text($0) : scanner.rest(from: $0) }
    type = name ?? types[number] ?? "relation \(number)"
    types[number] = type
    if let type { graph.checkText(type, "the relation's name", at: sectionPlace) }
  }

  private mutating func readLine() {
    if let quote = scanner.openQuote, section != .passed {
      return graph.log.error(scanner.place(of: quote), "a quote that is opened here and never closed", "close it")
    }
    switch section {
    case .vertices: readVertex()
    case .arcs: readTie(isDirected: true)
    case .edges: readTie(isDirected: false)
    case .arcsList: readList(isDirected: true)
    case .edgesList: readList(isDirected: false)
    case .matrix: readRow()
    case .passed: break
    case .none:
      guard vertexCount == nil, !graph.log.hasErrors else { return }
      graph.log.error(
        scanner.place(of: scanner.tokens[0]), "a line before *Vertices", "Pajek's networks begin with *Vertices")
    }
  }

  // MARK: Vertices

  private mutating func readVertex() {
    vertexLines += 1
    let tokens = scanner.tokens
    guard let node = node(tokens[0]) else { return }
    if let line = described[Int(node)] {
      return graph.log.warning(
        scanner.place(of: tokens[0]), "vertex \(node + 1) stands twice; line \(line) is kept", "keep one")
    }
    described[Int(node)] = scanner.line
    let place = scanner.place(of: tokens[0])
    let (label, used) = label(tokens)
    guard label.isEmpty || graph.isUsable(label, "the label of vertex \(node + 1)", at: place) else { return }
    var rest = tokens.dropFirst(used)
    let times = takeTimes(&rest)
    if !rest.isEmpty { passedParameters += 1 }
    graph.describeNode(node, line: scanner.line) { actor in
      actor.name = label
      Self.set(times, &actor.existence, &actor.attributes)
    }
  }

  /// The label of a vertex, and how many words of the line it and the number take.
  ///
  /// Labels without quotes are one word; where numbers for a position follow, all words up to them, since programs
  /// write `South Ossetia 0.0 0.0` without quotes too.
  private mutating func label(_ tokens: [LineScanner.Token]) -> (text: String, used: Int) {
    guard tokens.count > 1 else { return ("", 1) }
    if tokens[1].isQuoted || scanner.bytes[tokens[1].start] == UInt8(ascii: "[") {
      return tokens[1].isQuoted ? (scanner.text(tokens[1]), 2) : ("", 1)
    }
    var end = 2
    while end < tokens.count, !tokens[end].isQuoted, !isParameter(scanner.text(tokens[end])) { end += 1 }
    let position = tokens[end...].prefix(2).map { DecimalNumber.lenientValue(of: scanner.text($0)) }
    guard end > 2, position.count == 2, !position.contains(nil) else { return (scanner.text(tokens[1]), 2) }
    graph.repair(
      at: scanner.place(of: tokens[1]), "a label of several words without quotes", "put labels in quotes")
    let words = tokens[1..<end].map(scanner.text)
    return (words.joined(separator: " "), end)
  }

  private func isParameter(_ word: String) -> Bool {
    if DecimalNumber.lenientValue(of: word) != nil || word.hasPrefix("[") { return true }
    let known: Set<String> = [
      "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman", "ic", "bc", "bw", "lc", "la",
      "lr", "lphi", "fos", "font", "x_fact", "y_fact", "phi", "r", "q", "s_size",
    ]
    return known.contains(word.lowercased())
  }

  /// Takes the `[…]` at the end of a line from its words.
  private mutating func takeTimes(_ tokens: inout ArraySlice<LineScanner.Token>) -> PajekTimes? {
    guard let start = tokens.firstIndex(where: { !$0.isQuoted && scanner.bytes[$0.start] == UInt8(ascii: "[") }),
      let end = tokens[start...].firstIndex(where: { scanner.bytes[$0.end - 1] == UInt8(ascii: "]") })
    else { return nil }
    let text = String(tokens[start...end].map(scanner.text).joined().dropFirst().dropLast())
    let place = scanner.place(of: tokens[start])
    tokens.removeSubrange(start...end)
    guard let times = PajekTimes(text) else {
      graph.log.error(place, "[\(text.prefix(60))] are no times", "write [1-3,7] or [5-*]")
      return nil
    }
    return times
  }

  /// Years are dates; other points in time are kept as they are written.
  private static func set(_ times: PajekTimes?, _ interval: inout Interval, _ attributes: inout [Attribute]) {
    guard let times else { return }
    if let years = times.years { interval = years } else { attributes.append(Attribute("times", times.text)) }
  }

  private mutating func node(_ token: LineScanner.Token) -> Int32? {
    guard let count = vertexCount else { return nil }
    guard let number = scanner.integer(token), (1...max(count, 1)).contains(number), number <= count else {
      graph.log.error(
        scanner.place(of: token), "'\(scanner.text(token).prefix(40))' is not the number of a vertex",
        "vertices are numbered 1 to \(count)")
      return nil
    }
    return Int32(number - 1)
  }

  // MARK: Ties

  private mutating func readTie(isDirected: Bool) {
    var tokens = scanner.tokens[...]
    var relation = type
    if let first = tokens.first, scanner.bytes[first.end - 1] == UInt8(ascii: ":"),
      let number = Int(scanner.text(first).dropLast())
    {
      relation = types[number] ?? "relation \(number)"
      tokens = tokens.dropFirst()
    }
    guard tokens.count >= 2 else {
      return graph.log.error(
        TextLocation(line: scanner.line, column: 1), "a tie needs the numbers of two vertices")
    }
    let ends = Array(tokens.prefix(2))
    tokens = tokens.dropFirst(2)
    guard let source = node(ends[0]), let target = node(ends[1]) else { return }
    var details = ImportCollector.EdgeDetails()
    details.type = relation
    Self.set(takeTimes(&tokens), &details.relation.validity, &details.relation.attributes)
    var weight: Double?
    if let first = tokens.first, !first.isQuoted, let byte = scanner.bytes[first.start...].first,
      (0x2B...0x39).contains(byte)
    {
      weight = number(first)
      if weight == nil { return }
      tokens = tokens.dropFirst()
    }
    takeParameters(tokens, into: &details)
    graph.addEdge(
      from: source, to: target, isDirected: isDirected, weight: weight, line: scanner.line,
      details: details == ImportCollector.EdgeDetails() ? nil : details)
  }

  private mutating func number(_ token: LineScanner.Token) -> Double? {
    if let value = DecimalNumber.fastValue(of: scanner.bytes, from: token.start, to: token.end) { return value }
    return graph.number(scanner.text(token), "the value", at: scanner.place(of: token))
  }

  /// The words behind which a tie's drawing is described.
  private static let tieParameters: Set<String> = [
    "w", "c", "p", "s", "a", "ap", "l", "lp", "lr", "lphi", "lc", "la", "fos", "font", "h1", "h2", "a1", "a2", "k1",
    "k2",
  ]

  /// Keeps the label (`l "text"`) of a tie; colours and widths are for pictures.
  private mutating func takeParameters(
    _ tokens: ArraySlice<LineScanner.Token>, into details: inout ImportCollector.EdgeDetails
  ) {
    guard let first = tokens.first else { return }
    // A word where the value may stand is a parameter or nothing that can be read.
    if !first.isQuoted, !Self.tieParameters.contains(scanner.text(first).lowercased()), number(first) == nil { return }
    var isPassed = false
    var i = tokens.startIndex
    while i < tokens.endIndex {
      if !tokens[i].isQuoted, scanner.text(tokens[i]).lowercased() == "l", i + 1 < tokens.endIndex {
        let label = scanner.text(tokens[i + 1])
        graph.checkText(label, "the tie's label", at: scanner.place(of: tokens[i + 1]))
        details.label = label
        i += 2
      } else {
        isPassed = true
        i += 1
      }
    }
    if isPassed { passedParameters += 1 }
  }

  private mutating func readList(isDirected: Bool) {
    let tokens = scanner.tokens
    guard let source = node(tokens[0]) else { return }
    var details: ImportCollector.EdgeDetails?
    if let type {
      details = ImportCollector.EdgeDetails()
      details?.type = type
    }
    for token in tokens.dropFirst() {
      guard let target = node(token) else { continue }
      graph.addEdge(from: source, to: target, isDirected: isDirected, line: scanner.line, details: details)
    }
  }

  /// Rows and columns of a matrix; in a two-mode network from the first kind to the second.
  private var matrixSize: (rows: Int, columns: Int) {
    let count = vertexCount ?? 0
    return rowCount.map { ($0, count - $0) } ?? (count, count)
  }

  private mutating func readRow() {
    let size = matrixSize
    let tokens = scanner.tokens
    let place = TextLocation(line: scanner.line, column: 1)
    guard matrixRow < size.rows else {
      if matrixRow == size.rows { graph.log.error(place, "the matrix has more rows than the \(size.rows) it should") }
      matrixRow += 1
      return
    }
    defer { matrixRow += 1 }
    guard tokens.count == size.columns else {
      return graph.log.error(place, "a row of \(tokens.count) numbers, but should have \(size.columns)")
    }
    var details: ImportCollector.EdgeDetails?
    if let type {
      details = ImportCollector.EdgeDetails()
      details?.type = type
    }
    let offset = rowCount ?? 0
    for (column, token) in tokens.enumerated() {
      guard let value = number(token), value != 0 else { continue }
      graph.addEdge(
        from: Int32(matrixRow), to: Int32(column + offset), isDirected: rowCount == nil, weight: value,
        line: scanner.line, details: details)
    }
  }
}
