import ActorModel

/// From a row to a relation.
extension GDELTReader {
  typealias Column = GDELTLayout.Column

  /// Reads the row at hand: first all that can make it a bad one, then what it says.
  mutating func readEvent(_ columns: GDELTColumns) throws(RowFailure) {
    let layout = columns.layout
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
    let address = try self.id(layout.address, "SOURCEURL")
    let first = try self.id(columns.source, "the first actor")
    let second = try self.id(columns.target, "the second actor")

    guard isNew(id) else { return }
    if let quadClass { quadClasses[quadClass - 1] += 1 }
    guard let first, let second else {
      lonelyRows += 1
      return graph.leaveOutEdge(at: scanner.rowPlace, "event \(id) has one actor or none")
    }
    checkDates(date)
    var details = ImportCollector.EdgeDetails()
    details.id = String(id)
    details.type = type()
    details.validity.since = date.calendarDate
    details.validity.until = date.next
    let weight = weight(scale)
    if weight == nil { graph.set("sign", to: .text(Sign.neutral.rawValue), in: &details) }
    details.attributes = attributes(layout)
    if let address {
      note(address, added.calendarDate)
      details.evidence = [Evidence(source: address)]
    }
    graph.addEdge(
      from: node(first, columns.source), to: node(second, columns.target), isDirected: true,
      weight: weight ?? Self.leastStrength, line: scanner.line, details: details)
  }

  /// Whether no row before had the event; otherwise it is counted as merged, or with other data as dropped.
  private mutating func isNew(_ id: UInt64) -> Bool {
    guard let earlier = known[id] else {
      known[id] = KnownRow(bytes: scanner.row, line: scanner.line)
      return true
    }
    repeatedRows += 1
    if scanner.bytes[earlier.bytes].elementsEqual(scanner.bytes[scanner.row]) {
      graph.mergeEdge(
        at: scanner.rowPlace, "event \(id) stands twice; first in line \(earlier.line), with the same data")
    } else {
      graph.dropEdge(
        at: scanner.rowPlace, "event \(id) stands in line \(earlier.line) with other data; the first counts",
        "keep one of them")
    }
    return false
  }

  /// The strength of an event that neither helps nor harms: the least step of the scale, since a tie has a strength.
  private static let leastStrength = 0.1

  // MARK: Actors

  /// A cell as the id of an actor or source; `nil` where it is empty, or the table has no such column.
  private func id(_ column: Int?, _ what: String) throws(RowFailure) -> String? {
    guard let column, !scanner.isEmpty(column) else { return nil }
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
    let ofCode = CAMEOEvents.goldstein(of: text(.code))
    let standIn = ofCode ?? quadClass.map { $0 <= 2 ? 1 : -1 } ?? 0
    let why = ofCode != nil ? "the event's code" : quadClass != nil ? "its class" : "neither its code nor its class"
    let what = value.map { "GoldsteinScale \($0) is outside −10 to 10" } ?? "GoldsteinScale is empty"
    graph.repair(at: scanner.place(Column.goldstein.rawValue), "\(what); \(standIn) is taken, by \(why)")
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
}
