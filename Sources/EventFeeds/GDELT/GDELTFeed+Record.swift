import NetworkReading

/// From a row to a record.
extension GDELTFeed {
  typealias Column = GDELTLayout.Column

  /// The record of the row at hand: first all that can make it a bad one, then what it says.
  mutating func record(_ columns: GDELTColumns) throws(RowFailure) -> EventRecord {
    let layout = columns.layout
    let id = try number(.id, "the event's id", in: 0...UInt64(Int64.max))
    let day = try day()
    let added = try dayAdded(layout)
    guard day.day <= added.day else {
      throw failure(.day, "the event is of \(day), after the day on which it was added, \(added)")
    }
    let scale = try goldstein()
    let mentions = try count(.mentions, layout)
    _ = try count(.sources, layout)
    _ = try count(.articles, layout)
    let address = try self.id(layout.address, "SOURCEURL")
    let source = try self.id(columns.source, "the first actor")
    let target = try self.id(columns.target, "the second actor")

    var event = EventRecord(id: String(id), line: scanner.line, row: scanner.row, day: day, added: added)
    event.quadClass = quadClass
    guard let source, let target else { return event }
    remarks.removeAll(keepingCapacity: true)
    checkDates(day)
    event.mentions = mentions
    event.code = text(.code)
    event.type = type()
    event.goldstein = weight(scale)
    event.attributes = attributes(layout)
    event.address = address
    event.source = actor(source, columns.source)
    event.target = actor(target, columns.target)
    event.remarks = remarks
    return event
  }

  // MARK: Remarks

  /// Remarks on a cell of the row at hand.
  mutating func remark(_ kind: EventRemark.Kind, _ column: Int, _ message: String, _ fix: Advice? = nil) {
    remarks.append(EventRemark(kind: kind, place: scanner.place(column), message: message, fix: fix))
  }

  /// Remarks on a text that is too long, or has characters that steer terminals.
  mutating func check(_ text: String, _ what: @autoclosure () -> String, _ column: Int) {
    guard let fault = TextFault(in: text, what()) else { return }
    remark(fault.severity == .error ? .error : .warning, column, fault.message, fault.fix)
  }

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

  /// The actor that a column names, of which the row says more where the column is the actor's own.
  private mutating func actor(_ code: String, _ column: Int) -> EventActor {
    var actor = EventActor(code: code)
    let start = (column >= Column.secondActor.rawValue ? Column.secondActor : .firstActor).rawValue
    guard (start..<start + GDELTLayout.actorWidth).contains(column) else { return actor }
    func cell(_ column: GDELTLayout.ActorColumn) -> String { scanner.text(start + column.rawValue) }
    let country = cell(.country)
    if !country.isEmpty, CountryCodes.meaning(ofCAMEO: country) == nil {
      remark(
        .warningOnce(key: "country '\(country.clipped)'"), start + GDELTLayout.ActorColumn.country.rawValue,
        "country '\(country.clipped)' is no code of CAMEO's, and is kept")
    }
    let isCountry = code == country
    guard column == start || isCountry else { return actor }
    if cell(.code) == code { actor.name = name(cell(.name), start + GDELTLayout.ActorColumn.name.rawValue) }
    if Self.isUsable(country) { actor.country = country }
    if !isCountry { actor.role = cell(.type) }
    actor.isCountry = isCountry
    return actor
  }

  private static func isUsable(_ code: String) -> Bool {
    code.utf8.count <= 16 && code.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private mutating func name(_ text: String, _ column: Int) -> String {
    check(text, "the actor's name", column)
    return text.utf8.count > SourceLimits.scalarLength ? "" : text
  }

  // MARK: Numbers

  private func failure(_ column: Column, _ message: String, _ fix: Advice? = nil) -> RowFailure {
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

  /// How many reports or sources there are: one at least.
  private func count(_ column: Column, _ layout: GDELTLayout) throws(RowFailure) -> Int {
    Int(try number(column, layout.names[column.rawValue], in: 1...UInt64(Int32.max)))
  }

  /// Goldstein's value; `nil` where there is none in the row that could be one.
  private func goldstein() throws(RowFailure) -> Double? {
    let text = text(.goldstein)
    if text.isEmpty { return nil }
    guard let value = DecimalNumber.lenientValue(of: text) else {
      throw failure(
        .goldstein, "GoldsteinScale '\(text.clipped)' is not a finite number", Advice(DecimalNumber.advice(for: text)))
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
    remark(.repair, Column.goldstein.rawValue, "\(what); \(standIn) is taken, by \(why)")
    return standIn == 0 ? nil : standIn
  }

  // MARK: Kind

  private mutating func type() -> String {
    let code = text(.code)
    let root = String(code.prefix(2))
    let column = Column.code.rawValue
    let said = text(.rootCode)
    if CAMEOEvents.isShortened(code) || (root != said && !said.isEmpty) {
      remark(
        .warningOnce(key: "code \(code.clipped)/\(said.clipped)"), column,
        "EventCode '\(code.clipped)' does not begin with its root '\(said.clipped)', and is kept",
        "spreadsheets take away the zero at the beginning; keep codes as text")
    } else if CAMEOEvents.goldstein(of: code) == nil {
      remark(
        .warningOnce(key: "code \(code.clipped)"), column,
        "EventCode '\(code.clipped)' is no code of CAMEO's, and is kept")
    }
    if let type = CAMEOEvents.type(ofRoot: said) ?? CAMEOEvents.type(ofRoot: root) { return type }
    check(code, "EventCode", column)
    return code.isEmpty || code.utf8.count > SourceLimits.scalarLength ? "event" : "event-\(code)"
  }
}
