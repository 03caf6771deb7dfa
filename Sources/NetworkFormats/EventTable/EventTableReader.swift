import ActorModel

/// Reads the rows of an event table into a graph.
struct EventTableReader {
  /// Why a row cannot be read.
  struct RowFailure: Error {
    let place: TextLocation
    let message: String
    var fix: String?
  }

  /// A row that was read, to tell whether another with its id says the same.
  private struct KnownRow {
    let bytes: Range<Int>
    let line: Int
  }

  /// Which columns name the ends.
  private struct Ends {
    var source: Int
    var target: Int
  }

  var scanner: TabScanner
  var graph: PlainGraph
  private let badRowLimit: Int
  private var layout: GDELTLayout?
  private var ends = Ends(
    source: GDELTLayout.Column.firstActor.rawValue, target: GDELTLayout.Column.secondActor.rawValue)
  private var actors = EventActors()
  private var known: [UInt64: KnownRow] = [:]
  /// Positions of sources by their ids.
  private var sources: [String: Int] = [:]
  private var quadClasses = [0, 0, 0, 0]
  private var unknownCodes: Set<String> = []
  private var rows = 0
  private var headerRows = 0
  private var blankRows = 0
  private var lonelyRows = 0
  private var repeatedRows = 0
  private var badRows = 0

  init(scanner: TabScanner, graph: PlainGraph) {
    self.scanner = scanner
    self.graph = graph
    badRowLimit = graph.options.table.badRowLimit
  }

  /// Reads all rows.
  mutating func read() -> PlainGraph {
    while scanner.nextRow() {
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
        if layout == nil, badRows > badRowLimit { break }
      }
    }
    finish()
    return graph
  }

  private mutating func readRow() throws(RowFailure) {
    guard let layout else {
      if try startTable() { try readEvent(layout: requiredLayout()) }
      return
    }
    guard scanner.cellCount == layout.width else {
      throw RowFailure(
        place: scanner.rowPlace,
        message: "a row of \(scanner.cellCount) cells, where the first has \(layout.width)",
        fix: scanner.cellCount > layout.width ? "a name may hold a tab; take it out" : "the row may be cut off")
    }
    if GDELTLayout.isHeader(scanner.text(0)) {
      throw RowFailure(place: scanner.rowPlace, message: "the header stands here again", fix: "take this row out")
    }
    try readEvent(layout: layout)
  }

  private func requiredLayout() throws(RowFailure) -> GDELTLayout {
    guard let layout else { throw RowFailure(place: scanner.rowPlace, message: "no event table begins here") }
    return layout
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
    if layout == nil, !graph.log.hasErrors { graph.log.error(.start, "the table has no row that can be read") }
    addWholes()
    if headerRows > 0, rows == headerRows + blankRows {
      graph.log.warning(.start, "the table has a header and no events")
    }
    graph.formatCounts = [
      ImportCount("rows read", rows), ImportCount("header rows", headerRows), ImportCount("blank rows", blankRows),
      ImportCount("events without two actors", lonelyRows), ImportCount("events repeated", repeatedRows),
      ImportCount("bad rows set aside", min(badRows, badRowLimit)),
    ]
    if let layout { addNotes(layout) }
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
      EventActors.describeCountry(&country)
      graph.addNode(country, at: TextLocation(line: line, column: 1))
    }
    for position in graph.nodes.indices.map({ Int32($0) }) {
      graph.updateNode(position) { actors.describe(position, &$0) }
    }
  }

  // MARK: Columns

  /// Looks at the first row: the names of the columns, or an event already.
  ///
  /// - Returns: Whether it is an event.
  private mutating func startTable() throws(RowFailure) -> Bool {
    guard let found = GDELTLayout(width: scanner.cellCount) else { throw wrongWidth() }
    let isHeader = GDELTLayout.isHeader(scanner.text(0))
    if isHeader { try checkHeader(found) }
    layout = found
    try chooseEnds(found)
    guard isHeader else { return true }
    headerRows = 1
    return false
  }

  private func wrongWidth() -> RowFailure {
    let commas = scanner.count(of: UInt8(ascii: ","))
    if scanner.cellCount == 1, commas >= 40 {
      return RowFailure(
        place: scanner.rowPlace,
        message: "the row is separated by commas, where event tables have tabs, whatever their name says",
        fix: "write it with tabs; or read it as a table of ties with --from-format csv and --column for its columns")
    }
    return RowFailure(
      place: scanner.rowPlace,
      message: "a row of \(scanner.cellCount) cells, where event tables have \(GDELTLayout.widthsText)",
      fix: "a name may hold a tab, or the row may be cut off")
  }

  private func checkHeader(_ layout: GDELTLayout) throws(RowFailure) {
    for (i, name) in layout.names.enumerated() where scanner.text(i).lowercased() != name.lowercased() {
      throw RowFailure(
        place: scanner.place(i),
        message: "column \(i + 1) is '\(scanner.text(i).clipped)', where '\(name)' is expected",
        fix: "put the columns in GDELT's order, or read it with --from-format csv")
    }
  }

  /// Takes the columns that the options name for the ends.
  private mutating func chooseEnds(_ layout: GDELTLayout) throws(RowFailure) {
    for (field, name) in graph.options.table.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard field == .source || field == .target else {
        throw RowFailure(
          place: .start, message: "an event table's \(field.rawValue) is not chosen",
          fix: "only its source and target are")
      }
      let number = Int(name).flatMap { layout.names.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let column = number ?? layout.names.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
        let near = NearestNames(to: name, among: layout.names).first.map { "did you mean '\($0)'?" }
        throw RowFailure(
          place: .start, message: "an event table has no column '\(name.clipped)'",
          fix: near ?? "Actor1Code and Actor2Code, or Actor1CountryCode and Actor2CountryCode")
      }
      if field == .source { ends.source = column } else { ends.target = column }
    }
  }
}

// MARK: - Events

extension EventTableReader {
  private typealias Column = GDELTLayout.Column

  private mutating func readEvent(layout: GDELTLayout) throws(RowFailure) {
    let id = try number(.id, "the event's id", in: 0...UInt64(Int64.max))
    let date = try day()
    let added = try dayAdded(layout)
    guard date.day <= added.day else {
      throw failure(.day, "the event is of \(date), after the day on which it was added, \(added)")
    }
    let scale = try goldstein()
    for column in [Column.mentions, .sources, .articles] {
      _ = try number(column, layout.names[column.rawValue], in: 1...UInt64(Int32.max))
    }
    let address = try source(layout)
    let first = try actor(ends.source, "the first actor")
    let second = try actor(ends.target, "the second actor")

    // From here on nothing can fail, and the row is kept, or dropped for what it says.
    let place = scanner.rowPlace
    if let quad = quadClass { quadClasses[quad - 1] += 1 }
    let row = KnownRow(bytes: scanner.row, line: place.line)
    if let earlier = known.updateValue(row, forKey: id) {
      known[id] = earlier
      repeatedRows += 1
      guard scanner.bytes[earlier.bytes].elementsEqual(scanner.bytes[row.bytes]) else {
        return graph.dropEdge(
          at: place, "event \(id) stands in line \(earlier.line) with other data; the first counts", "keep one of them")
      }
      return graph.mergeEdge(at: place, "event \(id) stands twice; first in line \(earlier.line), with the same data")
    }
    guard let first, let second else {
      lonelyRows += 1
      return graph.leaveOutEdge(at: place, "event \(id) has one actor or none")
    }
    checkDates(date)
    var details = PlainGraph.EdgeDetails()
    details.id = String(id)
    details.type = type()
    details.validity.since = date.calendarDate
    details.validity.until = date.next
    let weight = weight(scale)
    if weight == nil { details.sign = .neutral }
    details.attributes = attributes(layout)
    if let address {
      note(address, added.calendarDate)
      details.evidence = [Evidence(source: address)]
    }
    graph.addEdge(
      from: node(first, ends.source), to: node(second, ends.target), isDirected: true,
      weight: weight ?? Self.leastStrength, line: place.line, details: details)
  }

  /// The strength of an event that neither helps nor harms: the least step of the scale, since a tie has a strength.
  private static let leastStrength = 0.1

  // MARK: Actors

  /// The id of an actor; `nil` where the row has none.
  private func actor(_ column: Int, _ what: String) throws(RowFailure) -> String? {
    guard !scanner.isEmpty(column) else { return nil }
    let id = scanner.text(column)
    guard id.utf8.count <= SourceLimits.scalarLength else {
      throw RowFailure(
        place: scanner.place(column), message: "\(what) has more than \(SourceLimits.scalarLength) bytes")
    }
    // Characters that turn the direction of writing are kept, as in every format; those that steer terminals are not.
    if let bad = id.unicodeScalars.first(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      throw RowFailure(
        place: scanner.place(column),
        message: "\(what) has the control character U+\(String(bad.value, radix: 16, uppercase: true))",
        fix: "take it out")
    }
    return id
  }

  /// The node of an actor, of which the row says more.
  private mutating func node(_ id: String, _ column: Int) -> Int32 {
    var id = id
    let node = id.withUTF8 { graph.internNode($0, line: scanner.line) }
    let start = (column >= Column.secondActor.rawValue ? Column.secondActor : .firstActor).rawValue
    guard (start..<start + GDELTLayout.actorWidth).contains(column) else { return node }
    func cell(_ column: GDELTLayout.ActorColumn) -> String { scanner.text(start + column.rawValue) }
    let country = cell(.country)
    if !country.isEmpty, CountryCodes.meaning(ofCAMEO: country) == nil {
      warnOnce(
        of: "country '\(country.clipped)'", start + GDELTLayout.ActorColumn.country.rawValue,
        "country '\(country.clipped)' is no code of CAMEO's, and is kept")
    }
    let code = cell(.code)
    let isCountry = id == country
    guard column == start || isCountry else { return node }
    actors.note(
      node, name: code == id ? name(cell(.name), start + GDELTLayout.ActorColumn.name.rawValue) : "",
      country: Self.isUsable(country) ? country : "", role: isCountry ? "" : cell(.type), isCountry: isCountry)
    return node
  }

  private static func isUsable(_ code: String) -> Bool {
    code.utf8.count <= 16 && code.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private mutating func name(_ text: String, _ column: Int) -> String {
    graph.checkText(text, "the actor's name", at: scanner.place(column))
    return text.utf8.count > SourceLimits.scalarLength ? "" : text
  }

  // MARK: Numbers

  private func failure(_ column: Column, _ message: String, _ fix: String? = nil) -> RowFailure {
    RowFailure(place: scanner.place(column.rawValue), message: message, fix: fix)
  }

  private func text(_ column: Column) -> String { scanner.text(column.rawValue) }

  /// A whole number of digits alone, within a range.
  private func number(_ column: Column, _ what: String, in range: ClosedRange<UInt64>) throws(RowFailure) -> UInt64 {
    let text = text(column)
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit), let value = UInt64(text), range.contains(value) else {
      throw failure(
        column, "\(what) '\(text.clipped)' is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// Goldstein's value; `nil` where there is none in the row that could be one.
  private mutating func goldstein() throws(RowFailure) -> Double? {
    let text = text(.goldstein)
    if text.isEmpty { return nil }
    guard let value = DecimalNumber.lenientValue(of: text) else {
      throw failure(
        .goldstein, "GoldsteinScale '\(text.clipped)' is not a finite number", DecimalNumber.advice(for: text))
    }
    return value
  }

  private var quadClass: Int? {
    let text = text(.quadClass)
    return Int(text).flatMap { text.utf8.count == 1 && (1...4).contains($0) ? $0 : nil }
  }

  /// The signed strength; `nil` where the event neither helps nor harms.
  private mutating func weight(_ value: Double?) -> Double? {
    if let value, (-10...10).contains(value) { return value == 0 ? nil : value }
    let standIn = CAMEOEvents.goldstein(of: text(.code)) ?? quadClass.map { $0 <= 2 ? 1 : -1 } ?? 0
    let what = value.map { "GoldsteinScale \($0) is outside −10 to 10" } ?? "GoldsteinScale is empty"
    graph.repair(
      at: scanner.place(Column.goldstein.rawValue), "\(what); \(standIn) is taken, as the event's code says")
    return standIn == 0 ? nil : standIn
  }

  // MARK: Kind

  private mutating func type() -> String {
    let code = text(.code)
    let root = String(code.prefix(2))
    let column = Column.code.rawValue
    let said = text(.rootCode)
    if CAMEOEvents.isShortened(code) || (root != said && !said.isEmpty) {
      let fix = "spreadsheets take away the zero at the beginning; keep codes as text"
      warnOnce(
        of: "code \(code.clipped)/\(said.clipped)", column,
        "EventCode '\(code.clipped)' does not begin with its root '\(said.clipped)', and is kept", fix)
    } else if CAMEOEvents.goldstein(of: code) == nil {
      warnOnce(of: "code \(code.clipped)", column, "EventCode '\(code.clipped)' is no code of CAMEO's, and is kept")
    }
    if let type = CAMEOEvents.type(ofRoot: said) ?? CAMEOEvents.type(ofRoot: root) { return type }
    graph.checkText(code, "EventCode", at: scanner.place(column))
    return code.isEmpty || code.utf8.count > SourceLimits.scalarLength ? "event" : "event-\(code)"
  }

  /// Warns of something that is likely to stand in many rows, at the first.
  private mutating func warnOnce(of key: String, _ column: Int, _ message: String, _ fix: String? = nil) {
    guard unknownCodes.count < ImportLog.limit, unknownCodes.insert(key).inserted else { return }
    graph.log.warning(scanner.place(column), message, fix)
  }

  // MARK: Sources and attributes

  private func source(_ layout: GDELTLayout) throws(RowFailure) -> String? {
    guard let column = layout.address, !scanner.isEmpty(column) else { return nil }
    return try actor(column, "SOURCEURL")
  }

  /// Notes a source, which could be known from the first day on which an event was added that rests on it.
  private mutating func note(_ address: String, _ added: CalendarDate?) {
    if let i = sources[address] {
      if let added, let known = graph.content.sources[i].published, added.firstDay < known.firstDay {
        graph.content.sources[i].published = added
      }
      return
    }
    sources[address] = graph.content.sources.count
    var source = Source(id: address)
    source.published = added
    source.url = address
    graph.content.sources.append(source)
  }

  private mutating func attributes(_ layout: GDELTLayout) -> [Attribute] {
    let names = layout.names
    var attributes: [Attribute] = []
    for column in [Column.code, .quadClass, .goldstein, .isRoot, .mentions, .sources, .articles] {
      keep(column.rawValue, names, &attributes)
    }
    keepNumber(Column.tone.rawValue, names, in: -100...100, &attributes)
    keep(layout.place, names, &attributes)
    keep(layout.placeCountry, names, &attributes)
    let country = scanner.text(layout.placeCountry)
    if let iso3 = CountryCodes.iso3(ofFIPS: country) {
      attributes.append(Attribute("ActionGeo_ISO3", iso3))
    } else if !country.isEmpty, !CountryCodes.isKnown(fips: country) {
      warnOnce(
        of: "place '\(country.clipped)'", layout.placeCountry,
        "ActionGeo_CountryCode '\(country.clipped)' is no code of FIPS 10-4, and is kept")
    }
    keepCoordinates(layout, names, &attributes)
    return attributes
  }

  private mutating func keep(_ column: Int, _ names: [String], _ attributes: inout [Attribute]) {
    guard !scanner.isEmpty(column) else { return }
    let text = scanner.text(column)
    graph.checkText(text, names[column], at: scanner.place(column))
    guard text.utf8.count <= SourceLimits.scalarLength else { return }
    attributes.append(Attribute(names[column], text))
  }

  /// Keeps a number within a range; another is left out with a warning.
  private mutating func keepNumber(
    _ column: Int, _ names: [String], in range: ClosedRange<Double>, _ attributes: inout [Attribute]
  ) {
    guard !scanner.isEmpty(column) else { return }
    guard let value = DecimalNumber.lenientValue(of: scanner.text(column)), range.contains(value) else {
      return leaveOut(column, names, "is no number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    attributes.append(Attribute(names[column], scanner.text(column)))
  }

  private mutating func leaveOut(_ column: Int, _ names: [String], _ reason: String) {
    graph.repair(
      at: scanner.place(column), "\(names[column]) '\(scanner.text(column).clipped)' \(reason), and is left out")
  }

  private mutating func keepCoordinates(_ layout: GDELTLayout, _ names: [String], _ attributes: inout [Attribute]) {
    func isZero(_ column: Int) -> Bool { DecimalNumber.lenientValue(of: scanner.text(column)) == 0 }
    if isZero(layout.latitude), isZero(layout.longitude) {
      return graph.repair(
        at: scanner.place(layout.latitude),
        "latitude and longitude 0 are a place in the sea that stands for none, and are left out")
    }
    keepNumber(layout.latitude, names, in: -90...90, &attributes)
    keepNumber(layout.longitude, names, in: -180...180, &attributes)
  }
}
