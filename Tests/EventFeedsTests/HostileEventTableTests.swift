import ActorModel
import FormatTestSupport
import NetworkFormats
import Testing

@testable import EventFeeds
@testable import NetworkReading

/// T01 to T21 of the list: event tables of GDELT, in rows made up for it.
@Suite("Hostile event tables")
struct HostileEventTableTests {
  private typealias Column = GDELTLayout.Column
  private let gdelt = GDELTFormat()
  private let registry = FormatRegistry(feeds: [GDELTFormat()])

  private func read(_ rows: [EventRow], _ options: ReadOptions = ReadOptions()) throws -> ImportedNetwork {
    try gdelt.read(InputFile(name: "f", bytes: EventRow.table(rows)), options: options)
  }

  /// The first problem of rows that must not be readable.
  private func problem(_ rows: [EventRow], sourceLocation: SourceLocation = #_sourceLocation) -> String {
    problems(EventRow.table(rows), as: gdelt, sourceLocation: sourceLocation).first ?? ""
  }

  private func problem(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    problems(text, as: gdelt, sourceLocation: sourceLocation).first ?? ""
  }

  @Test("T01: 57, 58 and 61 columns are told by the first row; any other number is refused with its row")
  func columns() throws {
    for width in [57, 58, 61] {
      let imported = try read([EventRow(width: width), EventRow(width: width).with(id: 2)])
      #expect(short(imported.network) == ["RUS>AFG 6", "RUS>AFG 6"])
      #expect(imported.network.sources.count == (width == 57 ? 0 : 1))
      #expect(imported.network.relations[0].attributes.contains(Attribute("ActionGeo_CountryCode", "AF")))
      #expect(imported.network.relations[0].attributes.contains(Attribute("ActionGeo_Lat", "34.5")))
      #expect(
        registry.reader(of: InputFile(name: "x.export.CSV", bytes: EventRow.table([EventRow(width: width)])))?
          .id == "gdelt")
    }
    #expect(
      problem([EventRow(), EventRow(width: 58).with(id: 2)])
        == "f:2:1: error: a row of 58 cells, where the first has 61 (the row may be cut off)")
    let text = EventRow().text.replacing("\thttps://news.example/a", with: "")
    #expect(
      problem(text)
        == "f:1:1: error: a row of 60 cells, where event tables have 57 or 58 (GDELT 1.0) or 61 (2.0) (a name may hold a tab, or the row may be cut off)"
    )
    // It is still known for what it is, so that this is said, and not that a table names no ends.
    #expect(registry.reader(of: InputFile(name: "x.csv", bytes: Array(text.utf8)))?.id == "gdelt")
  }

  @Test("T02: a row of names is passed over; one in another order, or a second one, is refused")
  func header() throws {
    for width in [57, 58, 61] {
      let row = EventRow(width: width)
      let header = row.layout.names.joined(separator: "\t") + "\n"
      let imported = try EventFeedsTests.read(header + row.text, as: gdelt)
      #expect(imported.report.count("header rows") == 1 && imported.report.count("rows read") == 2)
      #expect(imported.network.relations.count == 1)
      #expect(problem(header + row.text + header) == "f:3:1: error: the header stands here again (take this row out)")
      let moved = header.replacing("SQLDATE\tMonthYear", with: "MonthYear\tSQLDATE")
      #expect(
        problem(moved + row.text).hasPrefix("f:1:15: error: column 2 is 'MonthYear', where 'SQLDATE' is expected"))
      let alone = try EventFeedsTests.read(header, as: gdelt)
      #expect(alone.report.diagnostics.map(\.message).contains("the table has a header and no events"))
    }
  }

  @Test("T03: commas between cells are refused, with what event tables have")
  func commas() {
    let text = EventRow().text.replacing("\t", with: ",")
    #expect(problem(text).hasPrefix("f:1:1: error: the row is separated by commas, where event tables have tabs"))
    #expect(registry.reader(of: InputFile(name: "events.csv", bytes: Array(text.utf8)))?.id == "gdelt")
  }

  @Test("T04: quotes are characters like others")
  func quotes() throws {
    let row = EventRow().with(.firstActor, .name, "\"THE\" \"RUSSIANS").with(.secondActor, .name, "\"")
    #expect(try read([row, row.with(id: 2)]).network.actors.map(\.name) == ["\"THE\" \"RUSSIANS", "\""])
  }

  @Test("T05: a tab inside a name makes a row of 62 cells, which is refused")
  func tabInside() {
    let row = EventRow().with(id: 2).with(.firstActor, .name, "RUSSIAN\tFEDERATION")
    #expect(
      problem([EventRow(), row])
        == "f:2:1: error: a row of 62 cells, where the first has 61 (a name may hold a tab; take it out)")
  }

  @Test("C12, C13: a last row without a line end is read, with a warning, since its address may be cut off")
  func cutOff() throws {
    let whole = EventRow.table([EventRow(), EventRow().with(id: 2)])
    #expect(try gdelt.read(InputFile(name: "f", bytes: whole), options: ReadOptions()).report.diagnostics.isEmpty)
    let imported = try gdelt.read(InputFile(name: "f", bytes: Array(whole.dropLast(4))), options: ReadOptions())
    #expect(imported.network.relations.count == 2)
    #expect(
      imported.report.diagnostics.map(\.description)
        == ["f:2:1: warning: the last row has no line end, as in a table that is cut off"])
  }

  @Test("T06: events without one actor or both are dropped and counted, not warned of")
  func lonely() throws {
    let rows = [
      EventRow(), EventRow("", "AFG").with(id: 2), EventRow("RUS", "").with(id: 3), EventRow("", " ").with(id: 4),
    ]
    let imported = try read(rows)
    #expect(imported.network.relations.map(\.id) == ["700000001"])
    #expect(imported.report.count("events without two actors") == 3)
    #expect(imported.report.count("ties read") == 4 && imported.report.count("ties dropped") == 3)
    #expect(imported.report.changes.map(\.line) == [2, 3, 4])
    #expect(imported.report.diagnostics.isEmpty)
    expectReconciled(imported.report)
    var strict = ReadOptions()
    strict.isStrict = true
    #expect(try read(rows, strict).network == imported.network)
  }

  @Test("T07: an actor that acts on itself is kept")
  func loop() throws {
    let imported = try read([EventRow("AFG", "AFG")])
    #expect(short(imported.network) == ["AFG>AFG 6"] && imported.report.count("self-loops") == 1)
  }

  @Test("T08: actors have CAMEO's codes and places those of FIPS; former countries and unknown codes are kept")
  func countries() throws {
    func row(_ id: Int, _ country: String, place: String) -> EventRow {
      let row = EventRow(country, "AFG").with(id: id).with(.firstActor, .country, country)
        .with(.secondActor, .country, "AFG")
      return row.with(row.layout.placeCountry, place)
    }
    let rows = [
      row(1, "DEU", place: "GM"), row(2, "ROM", place: "RO"), row(3, "SUN", place: "AS"), row(4, "EUR", place: "NO"),
      row(5, "QQQ", place: "QQ"), row(6, "QQQ", place: "QQ"), row(7, "YUG", place: "KV"),
    ]
    let imported = try read(rows)
    func codes(_ id: String) -> [Attribute]? { imported.network.actor(id)?.codes }
    #expect(codes("DEU") == [Attribute("iso3", "DEU")] && codes("ROM") == [Attribute("iso3", "ROU")])
    #expect(codes("SUN") == [] && codes("EUR") == [] && codes("QQQ") == [] && codes("YUG") == [])
    #expect(imported.network.actor("SUN")?.kind == .state && imported.network.actor("EUR")?.kind == .area)
    #expect(imported.network.actor("QQQ")?.kind == nil && imported.network.actor("QQQ")?.name == "QQQ")
    #expect(
      ["DEU", "ROM", "SUN", "EUR"].map { imported.network.actor($0)?.name } == [
        "Germany", "Romania", "Soviet Union", "Europe",
      ])
    let places = imported.network.relations.map { relation in
      relation.attributes.filter { $0.key.hasPrefix("ActionGeo_C") || $0.key == "ActionGeo_ISO3" }.map(\.text)
    }
    #expect(
      places == [["GM", "DEU"], ["RO", "ROU"], ["AS", "AUS"], ["NO", "NOR"], ["QQ"], ["QQ"], ["KV"]])
    // Each code is warned of once.
    #expect(
      imported.report.diagnostics.map(\.description) == [
        "f:5:39: warning: country 'QQQ' is no code of CAMEO's, and is kept",
        "f:5:114: warning: ActionGeo_CountryCode 'QQ' is no code of FIPS 10-4, and is kept",
      ])
  }

  @Test("T09: event codes are text with their zeros; a shortened or unknown one is kept with a warning")
  func codes() throws {
    func row(_ id: Int, _ code: String, _ root: String) -> EventRow {
      EventRow("RUS", "AFG", [.code: code, .rootCode: root]).with(id: id)
    }
    let rows = [
      row(1, "010", "01"), row(2, "0211", "02"), row(3, "20", "20"), row(4, "11", "01"), row(5, "9999", "99"),
      row(6, "", ""),
    ]
    let imported = try read(rows)
    #expect(
      imported.network.relations.map(\.type)
        == ["makes-statement", "appeals", "uses-mass-violence", "makes-statement", "event-9999", "event"])
    #expect(
      imported.network.relations.map { $0.attributes.first { $0.key == "EventCode" }?.text } == [
        "010", "0211", "20", "11", "9999", nil,
      ])
    #expect(
      imported.report.diagnostics.map(\.message) == [
        "EventCode '11' does not begin with its root '01', and is kept",
        "EventCode '9999' is no code of CAMEO's, and is kept", "EventCode '' is no code of CAMEO's, and is kept",
      ])
  }

  @Test(
    "T10: a day that is none, 0 or after the day it was added on is refused; other columns of the date are warned of")
  func dates() throws {
    for day in ["20140230", "0", "", "2025-07-03", "20250705", "99999999", "00000101"] {
      let found = problem([EventRow("RUS", "AFG", [.day: day])])
      #expect(
        found.hasPrefix("f:1:11: error: ")
          && found.contains(day == "20250705" ? "after the day" : "'\(day)' is no day"), "\(found)")
    }
    for (column, text) in [(Column.month, "202506"), (.year, "2024"), (.fraction, "2025.9"), (.fraction, "")] {
      let imported = try read([EventRow("RUS", "AFG", [column: text])])
      #expect(imported.report.diagnostics.count == 1, "\(imported.report.diagnostics)")
      #expect(imported.network.relations[0].validity.since?.description == "2025-07-03")
    }
    #expect(try read([EventRow()]).report.diagnostics.isEmpty)
  }

  @Test("T11: the day of adding has 8 digits or 14; anything else is refused")
  func added() throws {
    for text in ["20250704", "20250704235959"] {
      let row = EventRow()
      #expect(
        try read([row.with(row.layout.added, text)]).network.sources.first?.published?.description == "2025-07-04")
    }
    for text in ["2025070412", "20250732", "20250704240000", "", "20250704 1200"] {
      let row = EventRow()
      #expect(problem([row.with(row.layout.added, text)]).contains("DATEADDED '\(text)' is neither a day nor a time"))
    }
  }

  @Test("T12: an event that stands twice is one; with other data the first counts, with a warning")
  func twice() throws {
    let same = try read([EventRow(), EventRow(), EventRow().with(id: 2)])
    #expect(same.network.relations.map(\.id) == ["700000001", "2"] && same.report.count("ties merged") == 1)
    #expect(same.report.diagnostics.isEmpty && same.report.count("events repeated") == 1)
    let other = try read([EventRow(), EventRow("CHN", "AFG")])
    #expect(short(other.network) == ["RUS>AFG 6"] && other.report.count("ties dropped") == 1)
    #expect(
      other.report.diagnostics.map(\.description) == [
        "f:2:1: warning: event 700000001 stands in line 1 with other data; the first counts (keep one of them)"
      ])
    for report in [same.report, other.report] { expectReconciled(report) }
    for id in ["", "-1", "1.0", "x", "99999999999999999999"] {
      #expect(
        problem([EventRow("RUS", "AFG", [.id: id])]).contains("f:1:1: error: the event's id '\(id)' is no whole number")
      )
    }
  }

  @Test("T13: Goldstein's value outside −10 to 10, or none, is that of the event's code, with a warning")
  func goldstein() throws {
    func row(_ value: String, code: String = "190", quad: String = "4") -> EventRow {
      EventRow(
        "RUS", "AFG",
        [.goldstein: value, .code: code, .baseCode: code, .rootCode: String(code.prefix(2)), .quadClass: quad])
    }
    for value in ["", "-10.5", "100"] {
      let imported = try read([row(value)])
      #expect(short(imported.network) == ["RUS>AFG -10"] && imported.report.diagnostics.count == 1)
      #expect(imported.report.count("ties repaired") == 1)
    }
    // Of a code that is not known the class says the sign; without it the event is neutral.
    #expect(try short(read([row("", code: "199", quad: "4")]).network) == ["RUS>AFG -1"])
    #expect(try short(read([row("", code: "199", quad: "2")]).network) == ["RUS>AFG 1"])
    let neutral = try read([row("", code: "199", quad: "")]).network.relations[0]
    #expect(neutral.sign == .neutral && neutral.strength == 0.1)
    let zero = try read([row("0.0", code: "010", quad: "1")])
    #expect(zero.network.relations[0].sign == .neutral && zero.network.relations[0].strength == 0.1)
    #expect(zero.report.diagnostics.isEmpty)
    #expect(try short(read([row("-10"), row("10").with(id: 2)]).network) == ["RUS>AFG -10", "RUS>AFG 10"])
    for value in ["x", "NaN", "1,5", "--1"] {
      #expect(problem([row(value)]).contains("GoldsteinScale '\(value)' is not a finite number"))
    }
  }

  @Test("T14: counts of mentions, sources and articles that are none are refused")
  func counts() throws {
    for column in [Column.mentions, .sources, .articles] {
      for text in ["0", "-1", "2147483648", "", "1.0", "1e3"] {
        let found = problem([EventRow("RUS", "AFG", [column: text])])
        #expect(found.contains("'\(text)' is no whole number from 1 to 2147483647"), "\(found)")
      }
      #expect(try read([EventRow("RUS", "AFG", [column: "2147483647"])]).report.diagnostics.isEmpty)
    }
  }

  @Test("T15: coordinates that are none are left out with a warning")
  func coordinates() throws {
    for (latitude, longitude, kept) in [
      ("0", "0", 0), ("91", "10", 1), (".", "10", 1), ("10", "-180.5", 1), ("", "", 0), ("-90", "180", 2),
    ] {
      let row = EventRow()
      let imported = try read([row.with(row.layout.latitude, latitude).with(row.layout.longitude, longitude)])
      let places = imported.network.relations[0].attributes.filter {
        ["ActionGeo_Lat", "ActionGeo_Long"].contains($0.key)
      }
      #expect(places.count == kept, "\(latitude) \(longitude): \(places)")
      #expect(imported.report.count("ties repaired") == (latitude.isEmpty || kept == 2 ? 0 : 1), "\(latitude)")
    }
  }

  @Test("T16: addresses are text: with spaces, of scripts, of 10 KiB")
  func addresses() throws {
    let long = "https://news.example/" + String(repeating: "x", count: 10_240)
    let texts = [
      "https://news.example/a b", "javascript:alert(1)", long, "BBC Monitoring", "//host/x", "../../etc/passwd",
    ]
    let column = try #require(GDELTLayout.newest.address)
    let rows = texts.enumerated().map { EventRow().with(id: $0.offset).with(column, $0.element) }
    let network = try read(rows + [rows[0].with(id: 99)]).network
    #expect(network.sources.map(\.id) == texts && network.sources.map(\.url) == texts)
    #expect(network.relations.map { $0.evidence.map(\.source) } == (texts + [texts[0]]).map { [$0] })
    #expect(problem([EventRow().with(column, "a\u{7}b")]).contains("SOURCEURL has the control character U+7"))
    #expect(
      problem([EventRow().with(column, String(repeating: "x", count: 65_537))]).contains(
        "SOURCEURL has more than 65536 bytes"))
    let none = try read([EventRow().with(column, "")]).network
    #expect(none.sources.isEmpty && none.relations[0].evidence.isEmpty)
  }

  @Test("T17, T18: a zip archive of one table is read; one that is cut off is refused")
  func archive() throws {
    let packed = SmallArchive(["20250704120000.export.CSV": EventRow.table([EventRow()])]).bytes
    let imported = try registry.read(InputFile(name: "d/20250704120000.export.CSV.zip", bytes: packed))
    #expect(imported.report.format == "gdelt" && imported.network.id == "20250704120000.export")
    #expect(!imported.report.notes.contains { $0.contains("the name says") })
    for length in [4, packed.count / 2, packed.count - 1] {
      do throws(Diagnostics) {
        _ = try registry.read(InputFile(name: "a.zip", bytes: Array(packed.prefix(length))))
        Issue.record("read when cut at \(length)")
      } catch {
        #expect(error.list[0].message.contains("the zip archive is cut off or damaged"))
      }
    }
  }

  @Test("T19: one bad row ends reading; as many as are allowed are set aside with their reasons, and all add up")
  func badRows() throws {
    var rows = (0..<3000).map { EventRow().with(id: $0) }
    rows[1499] = EventRow("RUS", "AFG", [.day: "20250230"]).with(id: 1499)
    #expect(problem(rows) == "f:1500:6: error: SQLDATE '20250230' is no day (days are written 20191024)")
    rows[2000] = EventRow("RUS", "AFG", [.mentions: "0"]).with(id: 2000)
    var options = ReadOptions()
    options.table.badRowLimit = 2
    let imported = try read(rows, options)
    #expect(imported.network.relations.count == 2998)
    #expect(imported.report.count("bad rows set aside") == 2 && imported.report.count("ties dropped") == 2)
    #expect(imported.report.count("rows read") == 3000)
    #expect(imported.report.refusedRows.map(\.line) == [1500, 2001])
    #expect(imported.report.refusedRows.map(\.text) == [rows[1499], rows[2000]].map { String($0.text.dropLast()) })
    #expect(imported.report.refusedRows[0].reason == "SQLDATE '20250230' is no day")
    #expect(imported.report.diagnostics.map(\.location.line) == [1500, 2001])
    expectReconciled(imported.report)
    options.table.badRowLimit = 1
    let found = problems(EventRow.table(rows), as: gdelt, options: options)
    #expect(found.first?.contains("this is bad row 2, and 1 may be") == true, "\(found)")
  }

  @Test("T19: bad rows before the first sound one are set aside too")
  func badBeginning() throws {
    var options = ReadOptions()
    options.table.badRowLimit = 1
    let imported = try gdelt.read(
      InputFile(name: "f", bytes: Array("junk\n".utf8) + EventRow.table([EventRow()])), options: options)
    #expect(
      imported.network.relations.count == 1
        && imported.report.refusedRows == [
          RefusedRow(
            line: 1, reason: "a row of 1 cells, where event tables have 57 or 58 (GDELT 1.0) or 61 (2.0)", text: "junk")
        ])
    // Where no row is one, one message says so.
    let junk = problems(String(repeating: "junk\n", count: 50), as: gdelt)
    #expect(junk.count == 1, "\(junk)")
  }

  @Test("T20, T21: the same table twice is one; tables of 1.0 and 2.0 are read side by side")
  func merging() throws {
    let old = try read([EventRow(width: 58).with(id: 1), EventRow("CHN", "AFG", width: 58).with(id: 2)]).network
    let new = try read([EventRow().with(id: 3), EventRow("AFG", "RUS").with(id: 4)]).network
    let twice = try NetworkMerge().merge(old, old)
    #expect(twice.network == old && twice.conflicts.isEmpty && twice.renamed.isEmpty)
    let both = try NetworkMerge().merge(old, new)
    #expect(both.network.relations.map(\.id) == ["1", "2", "3", "4"] && both.conflicts.isEmpty)
  }
}
