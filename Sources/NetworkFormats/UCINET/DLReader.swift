import ActorModel
import NetworkReading

/// Reads the data of a UCINET DL file into a graph.
struct DLReader {
  /// The actors of one kind: their places among the nodes and the labels they are known by.
  private struct Mode {
    let base: Int32
    let count: Int
    var positions: [String: Int32] = [:]
    /// How many have a label.
    var known = 0
  }

  private var scanner: LineScanner
  private var graph: ImportCollector
  private var header = DLHeader()
  private var rowMode = Mode(base: 0, count: 0)
  private var columnMode = Mode(base: 0, count: 0)
  private var start = TextLocation.start

  init(scanner: LineScanner, graph: ImportCollector) {
    self.scanner = scanner
    self.graph = graph
  }

  mutating func read() -> ImportCollector {
    var reader = DLHeaderReader(scanner: scanner)
    guard let header = reader.read(&graph.log) else { return graph }
    self.header = header
    scanner = reader.scanner
    start = TextLocation(line: scanner.line, column: 1)
    guard checkSizes() else { return graph }
    declareNodes()
    guard !graph.log.hasErrors else { return graph }
    switch header.form {
    case .fullmatrix, .upperhalf, .lowerhalf: readMatrices()
    case .edgelist1, .edgelist2, .nodelist1, .nodelist2: readList()
    }
    if header.isTwoMode {
      graph.notes.append(
        "the network is two-mode: \(rowMode.count) actors of the first kind, \(columnMode.count) of the second")
    }
    return graph
  }

  // MARK: Actors

  /// Numbers are checked against the size of the file before anything is made of them.
  private mutating func checkSizes() -> Bool {
    let rows = header.rows ?? 0
    let columns = header.columns ?? rows
    let limit = 1_000_000 + scanner.bytes.count / 2
    guard rows <= limit, columns <= limit, header.relations >= 1, header.relations <= 10_000 else {
      graph.log.error(start, "\(rows) by \(columns) actors and \(header.relations) relations are more than is read")
      return false
    }
    let isMatrix = header.form == .fullmatrix || header.form == .upperhalf || header.form == .lowerhalf
    let half = header.form == .fullmatrix ? 1 : 2
    guard !isMatrix || rows * columns / half * header.relations <= scanner.bytes.count else {
      graph.log.error(
        start, "a matrix of \(rows) by \(columns) needs more numbers than the file has bytes", "is it cut off?")
      return false
    }
    return true
  }

  private mutating func declareNodes() {
    let rows = header.rows ?? 0
    let columns = header.columns ?? rows
    rowMode = Mode(base: 0, count: rows)
    columnMode = header.isTwoMode ? Mode(base: Int32(rows), count: columns) : rowMode
    let total = header.isTwoMode ? rows + columns : rows
    graph.reserveNodes(total)
    for number in 0..<total { graph.addNode(Actor(id: "\(number + 1)", name: ""), at: start) }
    // Labels for both kinds were given once: they are those of a one-mode network.
    name(header.rowLabels, in: \.rowMode, "row")
    if header.isTwoMode { name(header.columnLabels, in: \.columnMode, "column") } else { columnMode = rowMode }
  }

  private mutating func name(_ labels: [String], in mode: WritableKeyPath<DLReader, Mode>, _ what: String) {
    guard !labels.isEmpty else { return }
    guard labels.count == self[keyPath: mode].count else {
      return graph.log.error(
        start, "\(labels.count) \(what) labels for \(self[keyPath: mode].count) actors", "give each a label")
    }
    for label in labels { _ = name(label, in: mode, at: start, isDeclared: true) }
  }

  /// The node of a label; a new label names the next actor that has none. Capitals do not count, as in UCINET.
  private mutating func name(
    _ label: String, in path: WritableKeyPath<DLReader, Mode>, at place: TextLocation, isDeclared: Bool = false
  ) -> Int32? {
    let key = label.lowercased()
    let mode = self[keyPath: path]
    if let position = mode.positions[key], !isDeclared { return position }
    guard mode.known < mode.count else {
      graph.log.error(place, "the label '\(label.prefix(60))' is one more than the \(mode.count) actors")
      return nil
    }
    guard graph.isUsable(label, "the label", at: place) else { return nil }
    let position = mode.base + Int32(mode.known)
    self[keyPath: path].known += 1
    if mode.positions[key] == nil { self[keyPath: path].positions[key] = position }
    graph.describeNode(position, line: place.line) { $0.name = label }
    return position
  }

  private mutating func node(
    _ token: LineScanner.Token, in path: WritableKeyPath<DLReader, Mode>, isLabel: Bool
  ) -> Int32? {
    let place = scanner.place(of: token)
    if isLabel {
      let position = name(scanner.text(token), in: path, at: place)
      if !header.isTwoMode { if path == \.rowMode { columnMode = rowMode } else { rowMode = columnMode } }
      return position
    }
    let mode = self[keyPath: path]
    guard let number = scanner.integer(token), number >= 1, number <= mode.count else {
      graph.log.error(
        place, "'\(scanner.text(token).prefix(40))' is not the number of an actor",
        "actors are numbered 1 to \(mode.count)")
      return nil
    }
    return mode.base + Int32(number - 1)
  }

  private func details(of relation: Int) -> ImportCollector.EdgeDetails? {
    var details = ImportCollector.EdgeDetails()
    if relation < header.relationLabels.count {
      details.type = header.relationLabels[relation]
    } else if header.relations > 1 {
      details.type = "relation \(relation + 1)"
    } else {
      return nil
    }
    return details
  }

  private mutating func number(_ token: LineScanner.Token) -> Double? {
    if let value = DecimalNumber.fastValue(of: scanner.bytes, from: token.start, to: token.end) { return value }
    return graph.number(scanner.text(token), "the value", at: scanner.place(of: token))
  }

  // MARK: Matrices

  private mutating func readMatrices() {
    for relation in 0..<header.relations {
      guard readMatrix(details(of: relation)) else { return }
    }
    while scanner.nextLine() {
      if let token = scanner.tokens.first {
        return graph.log.error(scanner.place(of: token), "numbers go on behind the last matrix", "are n and nm right?")
      }
    }
  }

  /// Reads one matrix, whose rows may go on over several lines; `false` when reading cannot go on.
  private mutating func readMatrix(_ details: ImportCollector.EdgeDetails?) -> Bool {
    if header.embedsColumnLabels {
      guard nextFilledLine() else { return fail() }
      for token in scanner.tokens { _ = node(token, in: \.columnMode, isLabel: true) }
    }
    var tokens: ArraySlice<LineScanner.Token> = []
    for row in 0..<rowMode.count {
      if header.embedsRowLabels {
        guard nextFilledLine(), let first = scanner.tokens.first else { return fail() }
        guard node(first, in: \.rowMode, isLabel: true) != nil else { return false }
        tokens = scanner.tokens.dropFirst()
      }
      for column in columns(of: row) {
        while tokens.isEmpty {
          guard scanner.nextLine() else { return fail() }
          tokens = scanner.tokens[...]
        }
        let token = tokens.removeFirst()
        guard let value = number(token) else {
          if graph.log.errorCount > 20 { return false }
          continue
        }
        guard value != 0 else { continue }
        graph.addEdge(
          from: rowMode.base + Int32(row), to: columnMode.base + Int32(column),
          isDirected: header.form == .fullmatrix && !header.isTwoMode, weight: value, line: scanner.line,
          details: details)
      }
      if header.embedsRowLabels, let extra = tokens.first {
        graph.log.error(scanner.place(of: extra), "the row has more numbers than \(columnMode.count)")
        return false
      }
    }
    if let extra = tokens.first {
      graph.log.error(scanner.place(of: extra), "numbers go on behind the last of a matrix", "is n right?")
      return false
    }
    return true
  }

  private func columns(of row: Int) -> [Int] {
    let all = 0..<columnMode.count
    let diagonal = header.hasDiagonal || header.isTwoMode
    return all.filter { column in
      if column == row, !diagonal { return false }
      switch header.form {
      case .upperhalf: return column >= row
      case .lowerhalf: return column <= row
      default: return true
      }
    }
  }

  private mutating func fail() -> Bool {
    graph.log.error(
      TextLocation(line: scanner.line, column: 1), "the file ends before the matrix is full",
      "is it cut off, or are n and nm wrong?")
    return false
  }

  private mutating func nextFilledLine() -> Bool {
    while scanner.nextLine() {
      if !scanner.tokens.isEmpty { return true }
    }
    return false
  }

  // MARK: Lists

  private mutating func readList() {
    let isEdges = header.form == .edgelist1 || header.form == .edgelist2
    let target: WritableKeyPath<DLReader, Mode> = header.isTwoMode ? \.columnMode : \.rowMode
    var relation = 0
    while scanner.nextLine() {
      guard let first = scanner.tokens.first else { continue }
      if scanner.text(first) == "!" {
        relation += 1
        if relation >= header.relations {
          graph.log.error(scanner.place(of: first), "a relation more than nm = \(header.relations)")
          return
        }
        continue
      }
      guard let source = node(first, in: \.rowMode, isLabel: header.embedsRowLabels) else { continue }
      if isEdges {
        readEdge(source, target, details(of: relation))
      } else {
        for token in scanner.tokens.dropFirst() {
          guard let end = node(token, in: target, isLabel: header.embedsColumnLabels) else { continue }
          graph.addEdge(
            from: source, to: end, isDirected: !header.isTwoMode, line: scanner.line, details: details(of: relation))
        }
      }
    }
  }

  private mutating func readEdge(
    _ source: Int32, _ target: WritableKeyPath<DLReader, Mode>, _ details: ImportCollector.EdgeDetails?
  ) {
    let tokens = scanner.tokens
    guard tokens.count == 2 || tokens.count == 3 else {
      return graph.log.error(
        scanner.place(of: tokens[0]), "a tie has two actors and a value, and here are \(tokens.count) words")
    }
    guard let end = node(tokens[1], in: target, isLabel: header.embedsColumnLabels) else { return }
    var weight: Double?
    if tokens.count == 3 {
      guard let value = number(tokens[2]) else { return }
      weight = value
    }
    graph.addEdge(
      from: source, to: end, isDirected: !header.isTwoMode, weight: weight, line: scanner.line, details: details)
  }
}
