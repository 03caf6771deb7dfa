import ActorModel
import FormatTestSupport
import NetworkFormats
import Testing

@testable import EventFeeds
@testable import NetworkReading

@Suite("Event tables of GDELT")
struct GDELTFormatTests {
  private let gdelt = GDELTFormat()
  private let registry = FormatRegistry(feeds: [GDELTFormat()])

  private func read(_ rows: [EventRow], _ options: ReadOptions = ReadOptions()) throws -> ImportedNetwork {
    try gdelt.read(InputFile(name: "f", bytes: EventRow.table(rows)), options: options)
  }

  @Test("An event is a relation: type, sign, strength, day, source, and what else it says")
  func event() throws {
    let relation = try #require(
      try read([EventRow("RUS", "IEA", [.goldstein: "-5.0", .code: "112", .rootCode: "11", .quadClass: "3"])]).network
        .relations.first)
    #expect(relation.id == "700000001" && relation.ends == .directed(from: "RUS", to: "IEA"))
    #expect(relation.type == "disapproves" && relation.sign == .negative && relation.strength == 5)
    #expect(
      relation.validity.since?.description == "2025-07-03" && relation.validity.until?.description == "2025-07-04")
    #expect(relation.evidence.map(\.source) == ["https://news.example/a"])
    #expect(
      relation.attributes == [
        Attribute("EventCode", "112"), Attribute("QuadClass", "3"), Attribute("GoldsteinScale", "-5.0"),
        Attribute("IsRootEvent", "1"), Attribute("NumMentions", "2"), Attribute("NumSources", "2"),
        Attribute("NumArticles", "2"), Attribute("AvgTone", "-1.5"), Attribute("ActionGeo_CountryCode", "AF"),
        Attribute("ActionGeo_ISO3", "AFG"), Attribute("ActionGeo_Lat", "34.5"), Attribute("ActionGeo_Long", "69.2"),
      ])
  }

  /// Rows of Russia's government and army and of others, with names in more than one form.
  private var rows: [EventRow] {
    func row(_ id: Int, _ code: String, _ name: String, _ country: String, _ role: String) -> EventRow {
      EventRow(code, "AFG").with(id: id).with(.firstActor, .name, name).with(.firstActor, .country, country)
        .with(.firstActor, .type, role).with(.secondActor, .name, "KABUL").with(.secondActor, .country, "AFG")
    }
    return [
      row(1, "RUSGOV", "KREMLIN", "RUS", "GOV"), row(2, "RUSGOV", "MOSCOW", "RUS", "GOV"),
      row(3, "RUSGOV", "MOSCOW", "RUS", "GOV"), row(4, "RUSMIL", "SPETSNAZ", "RUS", "MIL"),
      row(5, "COP", "POLICE", "", "COP"), row(6, "AFG", "AFGHAN", "AFG", ""), row(7, "IGOUNO", "UN", "", "IGO"),
      row(8, "AFGREB", "TALIBAN", "AFG", "REB"),
    ]
  }

  @Test("Actors go by their codes, their most frequent name and its variants, and are parts of their countries")
  func actors() throws {
    let imported = try read(rows)
    let network = imported.network
    #expect(network.actors.map(\.id) == ["RUSGOV", "AFG", "RUSMIL", "COP", "IGOUNO", "AFGREB", "RUS"])
    let government = try #require(network.actor("RUSGOV"))
    #expect(government.name == "MOSCOW" && government.aliases == [Alias("KREMLIN")])
    #expect(government.partOf == "RUS" && government.kind == .government && government.codes.isEmpty)
    let country = try #require(network.actor("AFG"))
    // Countries go by their own names, and rows call them by others.
    #expect(country.name == "Afghanistan" && country.kind == .state && country.partOf == nil)
    #expect(country.aliases == [Alias("KABUL"), Alias("AFGHAN")] && country.codes == [Attribute("iso3", "AFG")])
    // Russia acts only through its parts.
    #expect(network.actor("RUS")?.name == "Russia" && network.actor("RUS")?.kind == .state)
    #expect(network.actor("COP")?.partOf == nil && network.actor("COP")?.kind == .institution)
    #expect(network.actor("IGOUNO")?.kind == .organisation && network.actor("AFGREB")?.kind == .movement)
    expectReconciled(imported.report)
  }

  @Test("Names do not depend on the order of rows")
  func order() throws {
    let forth = try read(rows).network
    let back = try read(rows.reversed()).network
    #expect(Set(forth.actors) == Set(back.actors) && Set(forth.relations) == Set(back.relations))
    #expect(forth.sources == back.sources)
    // Two names of one frequency go by their letters.
    let two = try read(rows.prefix(2) + []).network.actor("RUSGOV")
    #expect(two?.name == "KREMLIN" && two?.aliases == [Alias("MOSCOW")])
  }

  @Test("Other columns may be the ends; an unknown one is refused with the nearest name")
  func columns() throws {
    var options = ReadOptions()
    options.table.columns = [.source: "Actor1CountryCode", .target: "actor2countrycode"]
    let imported = try read(rows, options)
    #expect(imported.network.actors.map(\.id) == ["RUS", "AFG"] && imported.network.relations.count == 6)
    #expect(imported.network.actors.map(\.name) == ["Russia", "Afghanistan"])
    #expect(imported.network.actors.allSatisfy { $0.kind == .state && $0.partOf == nil })
    options.table.columns = [.source: "6", .target: "ActionGeo_CountryCode"]
    #expect(try short(read([EventRow()], options).network) == ["RUS>AF 6"])
    let bytes = EventRow.table([EventRow()])
    for (column, part) in [
      ("Actor1CountyCode", "did you mean 'Actor1CountryCode'?"), ("62", "has no column '62'"),
      ("0", "has no column '0'"),
    ] {
      options.table.columns = [.source: column]
      #expect(problems(bytes, as: gdelt, options: options).first?.contains(part) == true, "\(column)")
    }
    options.table.columns = [.weight: "AvgTone"]
    #expect(
      problems(bytes, as: gdelt, options: options).first?.contains("an event table's weight is not chosen") == true)
  }

  @Test("What makes every row mean something else ends reading, however many rows may be bad")
  func unusable() throws {
    var options = ReadOptions()
    options.table.badRowLimit = 10
    let names = GDELTLayout.newest.names.joined(separator: "\t") + "\n"
    let moved = names.replacing("SQLDATE\tMonthYear", with: "MonthYear\tSQLDATE") + EventRow().text
    #expect(
      problems(Array(moved.utf8), as: gdelt, options: options).map { $0.prefix(39) } == [
        "f:1:15: error: column 2 is 'MonthYear',"
      ])
    options.table.columns = [.source: "Actor1Codee"]
    let found = problems(EventRow.table([EventRow()]), as: gdelt, options: options)
    #expect(found == ["f:1:1: error: an event table has no column 'Actor1Codee' (did you mean 'Actor1Code'?)"])
  }

  @Test("A source could be known from the first day on which an event that rests on it was added")
  func published() throws {
    let early = EventRow().with(id: 2)
    let rows = [EventRow(), early.with(early.layout.added, "20250703000000")]
    for order in [rows, rows.reversed()] {
      #expect(try read(order).network.sources.map(\.published?.description) == ["2025-07-03"])
    }
  }

  @Test("The report says how many events there are of each class, and which columns were not kept")
  func notes() throws {
    let rows = ["1", "1", "2", "3", "4", ""].enumerated().map {
      EventRow("RUS", "AFG", [.quadClass: $0.element]).with(id: $0.offset)
    }
    let notes = try read(rows).report.notes
    #expect(
      notes.first == "GDELT 2.0: by class 2 events of verbal cooperation, 1 of material cooperation, 1 of verbal "
        + "conflict, 1 of material conflict")
    #expect(notes.last?.hasPrefix("of the 61 columns") == true)
  }

  @Test("They are not written, nor taken for the format of a table to write")
  func writing() throws {
    #expect(registry.writer(id: "gdelt") == nil)
    for name in ["x.csv", "x.tsv", "x.tab"] { #expect(registry.writer(forName: name)?.id == "csv") }
  }

  @Test("The codes of events: 20 roots with types, and a scale from −10 to 10")
  func codes() {
    let roots = (1...20).map { $0 < 10 ? "0\($0)" : "\($0)" }
    #expect(Set(roots.compactMap { CAMEOEvents.type(ofRoot: $0) }).count == 20)
    #expect(["00", "21", "1", "001", "x"].allSatisfy { CAMEOEvents.type(ofRoot: $0) == nil })
    #expect(roots.allSatisfy { CAMEOEvents.goldstein(of: $0) != nil })
    #expect(CAMEOEvents.goldstein(of: "203") == -10 && CAMEOEvents.goldstein(of: "057") == 8)
  }
}

/// The slice of 24 October 2019 that lies beside the package.
@Suite("Event tables of GDELT: a real one", .disabled(if: SharedData.isAbsent, "no shared data here"))
struct GDELTSliceTests {
  private func read(_ options: ReadOptions = ReadOptions()) throws -> ImportedNetwork {
    try FormatRegistry(feeds: [GDELTFormat()]).read(
      SharedData.file("gdelt-20191024/20191024143000.export.CSV"), options: options)
  }

  @Test("2,111 rows, of which 1,406 have two actors; the four classes; every value of the scale is that of its code")
  func slice() throws {
    let imported = try read()
    #expect(imported.report.format == "gdelt" && imported.report.count("rows read") == 2111)
    #expect(imported.network.relations.count == 1406 && imported.report.count("events without two actors") == 705)
    #expect(
      imported.report.notes.first == "GDELT 2.0: by class 1222 events of verbal cooperation, 281 of material "
        + "cooperation, 271 of verbal conflict, 337 of material conflict")
    #expect(imported.report.diagnostics.isEmpty, "\(imported.report.diagnostics)")
    for relation in imported.network.relations {
      func text(_ key: String) -> String { relation.attributes.first { $0.key == key }?.text ?? "" }
      #expect(CAMEOEvents.goldstein(of: text("EventCode")) == Double(text("GoldsteinScale")))
    }
  }

  @Test("By countries: 590 events in 213 directed dyads")
  func dyads() throws {
    var options = ReadOptions()
    options.table.columns = [.source: "Actor1CountryCode", .target: "Actor2CountryCode"]
    let network = try read(options).network
    #expect(network.relations.count == 590)
    #expect(Set(network.relations.map { [$0.ends.first, $0.ends.second] }).count == 213)
  }

  @Test("14 rows have an actor of Afghanistan, 91 one of Russia")
  func countries() throws {
    // Events with one actor are no relations: the other end is a column that every row has.
    func events(of country: String) throws -> Int {
      var ids: Set<String> = []
      for column in ["Actor1CountryCode", "Actor2CountryCode"] {
        var options = ReadOptions()
        options.table.columns = [.source: column, .target: "EventRootCode"]
        ids.formUnion(try read(options).network.relations.filter { $0.ends.first == country }.map(\.id))
      }
      return ids.count
    }
    #expect(try events(of: "AFG") == 14)
    #expect(try events(of: "RUS") == 91)
  }
}
