import ActorModel
import FormatTestSupport
import Testing

@testable import EventFeeds
@testable import NetworkReading

@Suite("Events of any feed become a network")
struct EventGathererTests {
  private func gather(_ rows: [FeedRow], badRows: Int = 0) throws(Diagnostics) -> ImportedNetwork {
    var options = ReadOptions()
    options.table.badRowLimit = badRows
    var gatherer = EventGatherer(ListFeed(rows), into: ImportCollector(file: "f", options: options))
    return try gatherer.gather().network(format: "list")
  }

  /// An event on 3 July 2025, told a day later.
  private func event(_ id: String, _ source: String?, _ target: String?, line: Int) throws -> EventRecord {
    var event = EventRecord(
      id: id, line: line, row: line..<line + 1, day: try #require(EventDay(digits: "20250703")),
      added: try #require(EventDay(digits: "20250704")))
    event.source = source.map { EventActor(code: $0) }
    event.target = target.map { EventActor(code: $0) }
    event.type = "consults"
    event.quadClass = 1
    event.goldstein = 3
    event.address = "https://news.example/a"
    return event
  }

  @Test("A feed of another kind is gathered by the same rules: type, day, strength, source")
  func anotherFeed() throws {
    let imported = try gather([.header, .event(try event("a1", "RUS", "AFG", line: 2)), .blank])
    let relation = try #require(imported.network.relations.first)
    #expect(relation.id == "a1" && relation.type == "consults" && relation.strength == 3)
    #expect(relation.ends == .directed(from: "RUS", to: "AFG") && relation.sign == .positive)
    #expect(relation.validity.since?.description == "2025-07-03")
    #expect(relation.evidence.map(\.source) == ["https://news.example/a"])
    #expect(imported.network.sources.map(\.published?.description) == ["2025-07-04"])
    #expect(imported.report.notes.first?.hasPrefix("a list: by class 1 events") == true)
    #expect(["rows read", "header rows", "blank rows"].map(imported.report.count) == [3, 1, 1])
    expectReconciled(imported.report)
  }

  @Test("An event without a value that helps or harms is a neutral tie of the least strength")
  func neutral() throws {
    var plain = try event("a1", "RUS", "AFG", line: 1)
    plain.goldstein = nil
    let relation = try #require(try gather([.event(plain)]).network.relations.first)
    #expect(relation.sign == .neutral && relation.strength == 0.1)
  }

  @Test("Events with one actor are dropped, an event that stands twice is one, and each is counted")
  func lonelyAndRepeated() throws {
    let imported = try gather([
      .event(try event("a1", "RUS", nil, line: 1)), .event(try event("a2", "RUS", "AFG", line: 2)),
      .event(try event("a2", "RUS", "IRN", line: 3)),
    ])
    #expect(short(imported.network) == ["RUS>AFG 3"])
    #expect(imported.report.count("events without two actors") == 1)
    #expect(imported.report.count("events repeated") == 1)
    expectReconciled(imported.report)
  }

  @Test("Remarks are told for events that are kept, some once for many rows")
  func remarks() throws {
    func remarked(_ id: String, _ line: Int, _ kind: EventRemark.Kind) throws -> FeedRow {
      var event = try event(id, "RUS", "AFG", line: line)
      event.remarks = [
        EventRemark(kind: kind, place: TextLocation(line: line, column: 1), message: "odd", fix: "look again")
      ]
      return .event(event)
    }
    let once = EventRemark.Kind.warningOnce(key: "odd")
    let imported = try gather([
      try remarked("a1", 1, once), try remarked("a2", 2, once), try remarked("a3", 3, .repair),
      try remarked("a3", 4, .warning),
    ])
    #expect(
      imported.report.diagnostics.map(\.description).filter { $0.contains("odd") } == [
        "f:1:1: warning: odd (look again)", "f:3:1: warning: odd (look again)",
      ])
    #expect(imported.report.count("ties repaired") == 1)
    #expect(throws: Diagnostics.self) { try gather([try remarked("a1", 1, .error)]) }
  }

  @Test("Rows that cannot be read are errors, or are set aside as far as the options allow")
  func unreadable() throws {
    let bad = FeedRow.unreadable(RowFailure(place: TextLocation(line: 2, column: 1), message: "no event"))
    let rows = [FeedRow.event(try event("a1", "RUS", "AFG", line: 1)), bad]
    #expect(throws: Diagnostics.self) { try gather(rows) }
    let imported = try gather(rows, badRows: 1)
    #expect(imported.report.refusedRows.map(\.reason) == ["no event"])
    #expect(imported.report.count("bad rows set aside") == 1)
    let unusable = FeedRow.unusable(RowFailure(place: .start, message: "other columns"))
    #expect(throws: Diagnostics.self) { try gather([unusable] + rows, badRows: 5) }
  }
}

/// Rows from a list.
private struct ListFeed: EventFeed {
  private var rows: ArraySlice<FeedRow>
  private var line = 0

  init(_ rows: [FeedRow]) { self.rows = rows[...] }

  var title: String? { line > 0 ? "a list" : nil }
  var omissions: String? { nil }
  var place: TextLocation { TextLocation(line: max(1, line), column: 1) }
  var rowText: String { "row \(line)" }
  var endsInsideRow: Bool { false }

  mutating func nextRow() -> FeedRow? {
    guard let row = rows.popFirst() else { return nil }
    line += 1
    return row
  }

  func isSame(_ row: Range<Int>, as other: Range<Int>) -> Bool { row == other }
}
