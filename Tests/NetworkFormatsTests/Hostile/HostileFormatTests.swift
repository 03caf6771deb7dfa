import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// What only one format can get wrong, by the numbers of the list.
@Suite("Hostile files of one format")
struct HostileFormatTests {
  /// A file, and what must come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    enum Expectation: Sendable {
      /// An error whose message holds this.
      case refused(String)
      /// Actors and ties, and a warning where one is named.
      case read(actors: Int, ties: Int, warning: String = "")
    }

    let name: String
    let format: String
    let text: String
    let expectation: Expectation

    init(_ name: String, _ format: String, _ text: String, _ expectation: Expectation) {
      self.name = name
      self.format = format
      self.text = text
      self.expectation = expectation
    }

    var testDescription: String { name }
  }

  func check(_ one: Case) throws {
    let form = try #require(HostileForm.all.first { $0.id == one.format })
    let outcome = form.read(one.text)
    switch one.expectation {
    case .refused(let part):
      #expect(outcome.isRefused, "\(one.name): read \(outcome.network?.actors.map(\.id) ?? [])")
      #expect(
        outcome.messages.contains { $0.contains("error:") && (part.isEmpty || $0.contains(part)) },
        "\(one.name): \(outcome.messages)")
    case .read(let actors, let ties, let warning):
      let found = outcome.network
      #expect(found?.actors.count == actors && found?.relations.count == ties, "\(one.name): \(outcome.messages)")
      let notes = if case .read(let imported) = outcome { imported.report.notes } else { [String]() }
      let isSaid = warning.isEmpty || (outcome.messages + notes).contains { $0.contains(warning) }
      #expect(isSaid, "\(one.name): \(outcome.messages) \(notes)")
    }
  }

  @Test("YAML", arguments: yaml) func readsYAML(_ one: Case) throws { try check(one) }
  @Test("JSON", arguments: json) func readsJSON(_ one: Case) throws { try check(one) }
  @Test("CSV", arguments: csv) func readsCSV(_ one: Case) throws { try check(one) }
  @Test("GML", arguments: gml) func readsGML(_ one: Case) throws { try check(one) }
  @Test("Pajek", arguments: pajek) func readsPajek(_ one: Case) throws { try check(one) }
  @Test("DOT", arguments: dot) func readsDOT(_ one: Case) throws { try check(one) }

  @Test(
    "Y01 to Y07: words that YAML bends stay the words that were written",
    arguments: [
      ("Y01", "NO"), ("Y01", "ON"), ("Y01", "Yes"), ("Y01", "off"), ("Y02", "0123"), ("Y02", "0o17"), ("Y02", "0x1F"),
      ("Y03", "1:30"), ("Y03", "12:30:45"), ("Y04", "1_000"), ("Y05", "1e3"), ("Y05", "1E5"), ("Y05", "-.5"),
      ("Y06", "1.10"), ("Y06", "2024-01-01"), ("Y07", "~"), ("Y07", "null"), ("Y07", "NULL"),
    ])
  func yamlWords(_ id: String, _ word: String) throws {
    let form = try #require(HostileForm.all.first { $0.id == "network" })
    let text = "network: n\ntitle: \(word)\nactors: [{id: \(word), name: \(word), attributes: {x: \(word)}}]\n"
    form.expectActors([word], in: text)
    let network = try #require(form.read(text).network, "\(id)")
    #expect(network.content.title == word && network.actors[0].name == word, "\(id)")
    #expect(network.actors[0].attributes == [Attribute("x", word)], "\(id)")
    let written = try YAMLNetworkFormat().write(network)
    #expect(form.read(written.bytes).network?.content == network.content, "\(id)")
  }

  @Test(
    "Y01 to Y06: in JSON such words are texts in quotes, numbers are kept as they were written, and others refused",
    arguments: [
      ("Y01", "\"NO\"", "NO"), ("Y01", "NO", nil), ("Y02", "\"0123\"", "0123"), ("Y02", "0123", nil),
      ("Y03", "\"1:30\"", "1:30"), ("Y03", "1:30", nil), ("Y04", "\"1_000\"", "1_000"), ("Y04", "1_000", nil),
      ("Y05", "\"1e3\"", "1e3"), ("Y05", "1e3", "1e3"), ("Y06", "\"1.10\"", "1.10"), ("Y06", "1.10", "1.10"),
    ] as [(String, String, String?)])
  func jsonWords(_ id: String, _ written: String, _ word: String?) throws {
    let form = try #require(HostileForm.all.first { $0.id == "network-json" })
    let text = "{\"network\": \"n\", \"actors\": [{\"id\": \(written), \"name\": \(written)}]}"
    guard let word else { return form.expectRefusal(text) }
    let network = try #require(form.read(text).network, "\(id): \(form.read(text).messages)")
    #expect(network.actors[0].id == word && network.actors[0].name == word, "\(id)")
    let back = form.read(try JSONNetworkFormat().write(network).bytes).network
    #expect(back?.content == network.content, "\(id)")
  }

  /// A network file in YAML and the same in JSON, with a key that nothing stands behind.
  static let missingValues = [
    ("id", "{id: , name: A}", #"{"id": null, "name": "A"}"#, "id has no value (write one, or take the key away)"),
    ("name", "{id: a, name: }", #"{"id": "a", "name": null}"#, "name has no value"),
    ("optional", "{id: a, name: A, note: }", #"{"id": "a", "name": "A", "note": null}"#, "note has no value"),
    (
      "attribute", "{id: a, name: A, attributes: {x: }}", #"{"id": "a", "name": "A", "attributes": {"x": null}}"#,
      "attributes 'x' has no value"
    ),
    (
      "mapping", "{id: a, name: A, attributes: }", #"{"id": "a", "name": "A", "attributes": null}"#,
      "attributes is without a value"
    ),
    (
      "entry", "id: a\n  name: A\n  not:\n  -\n  - b",
      #"{"id": "a", "name": "A", "not": [null]}"#, "an entry of not has no value"
    ),
  ]

  @Test(
    "Y07: a key without a value is no word, and JSON's null says the same as nothing in YAML", arguments: missingValues)
  func valueless(_ what: String, _ yaml: String, _ json: String, _ part: String) throws {
    let yamlForm = try #require(HostileForm.all.first { $0.id == "network" })
    let jsonForm = try #require(HostileForm.all.first { $0.id == "network-json" })
    yamlForm.expectRefusal("network: n\nactors:\n- \(yaml)\n", part)
    jsonForm.expectRefusal("{\"network\": \"n\", \"actors\": [\(json)]}", part)
  }

  @Test("Y07: a list without a value is empty in YAML and JSON alike")
  func valuelessLists() throws {
    for (id, text) in [
      ("network", "network: n\nactors: [{id: a, name: A, aliases: }]\nrelations:\n"),
      (
        "network-json",
        #"{"network": "n", "actors": [{"id": "a", "name": "A", "aliases": null}], "relations": null}"#
      ),
    ] {
      let form = try #require(HostileForm.all.first { $0.id == id })
      let network = try #require(form.read(text).network, "\(id): \(form.read(text).messages)")
      #expect(network.relations.isEmpty && network.actors[0].aliases.isEmpty, "\(id)")
    }
  }

  @Test("Y07: in the other JSON formats null is no id, and a key with it is passed over and counted")
  func nulls() throws {
    let nodeLink = try #require(HostileForm.all.first { $0.id == "node-link" })
    let jgf = try #require(HostileForm.all.first { $0.id == "jgf" })
    nodeLink.expectRefusal(#"{"nodes": [{"id": null}], "links": []}"#, "the node's id is neither a text nor a number")
    nodeLink.expectRefusal(
      #"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": null}]}"#, "the link's target is neither")
    jgf.expectRefusal(#"{"graph": {"nodes": [{"id": null}]}}"#, "the node's id is neither a text nor a number")
    jgf.expectRefusal(
      #"{"graph": {"nodes": {"a": {}}, "edges": [{"source": null, "target": "a"}]}}"#, "the edge's source is neither")
    // NetworkX writes an attribute that is None as null.
    let text =
      #"{"nodes": [{"id": "a", "name": null, "x": null}], "links": [{"source": "a", "target": "a", "x": null}]}"#
    guard case .read(let imported) = nodeLink.read(text) else {
      return #expect(Bool(false), "\(nodeLink.read(text).messages)")
    }
    #expect(imported.network.actors[0].name == "a" && imported.network.actors[0].attributes.isEmpty)
    #expect(imported.network.relations[0].attributes.isEmpty)
    #expect(imported.report.notes == ["3 keys without a value (null) were passed over"])
    let word = try #require(nodeLink.read(#"{"nodes": [{"id": "null", "x": "null"}], "links": []}"#).network)
    #expect(word.actors[0].id == "null" && word.actors[0].attributes == [Attribute("x", "null")])
  }

  private static let deep = String(repeating: "[", count: 100_000)
  private static func actors(_ more: String) -> String { "network: n\nactors: [{id: a, name: A}]\n\(more)\n" }

  static let yaml: [Case] = [
    Case("Y09 alias to itself", "network", "network: n\nactors: &a [*a]\n", .refused("alias")),
    Case("Y10 undefined alias", "network", "network: n\nactors: *x\n", .refused("found undefined alias")),
    Case("Y11 merge key", "network", "network: n\nactors: [{<<: {id: a}, name: A}]\n", .refused("merge key")),
    Case("Y12 duplicate key", "network", "network: n\nnetwork: m\nactors: []\n", .refused("duplicate key")),
    Case("Y13 binary", "network", actors("title: !!binary aGVsbG8="), .refused("a tag (!!binary)")),
    Case("Y13 object", "network", actors("title: !!python/object:os.system x"), .refused("a tag")),
    Case("Y13 own tag", "network", "network: n\nactors: !foo [{id: a, name: A}]\n", .refused("a tag (!foo)")),
    Case("Y14 tab", "network", "network: n\nactors:\n\t- {id: a}\n", .refused("tab")),
    Case("Y15 two documents", "network", actors("---\nnetwork: m\nactors: []"), .refused("second document")),
    Case("Y16 depth", "network", "network: n\nactors: \(deep)", .refused("nested deeper")),
    Case("Y17 unknown key", "network", actors("titel: x"), .refused("did you mean 'title'?")),
    Case("Y18 wrong shape", "network", "network: n\nactors: {id: a}\n", .refused("should be a list")),
    Case(
      "Y19 mixed styles", "network", "network: n\nactors:\n  - {id: a, name: A}\n  - id: b\n    name: B\n",
      .read(actors: 2, ties: 0)),
    Case(
      "Y20 directive", "network", "%YAML 1.2\n---\nnetwork: n\nactors: [{id: a, name: A}]\n",
      .read(actors: 1, ties: 0)),
    Case(
      "Y20 directive of a version to come", "network", "%YAML 1.3\n---\nnetwork: n\nactors: [{id: a, name: A}]\n",
      .refused("f:1:")),
    Case(
      "Y21 byte order mark inside", "network", "network: n\n\u{FEFF}actors: [{id: a, name: A}]\n",
      .refused("f:2:1: error: a byte order mark (U+FEFF) inside the file (take it out)")),
    Case(
      "Y21 byte order mark in an id", "network", "network: n\nactors: [{id: a\u{FEFF}, name: A}]\n",
      .refused("f:2:16: error: a byte order mark")),
    Case("Y21 two marks", "network", "\u{FEFF}\u{FEFF}" + actors(""), .refused("f:1:1: error: a byte order mark")),
    Case(
      "Y24 one long scalar", "network", actors("title: \(String(repeating: "x", count: 1 << 20))"),
      .refused("a text of more than 65536 bytes")),
    Case("Y23 version of the file", "network", actors("version: 2"), .refused("unknown key 'version'")),
  ]

  static let json: [Case] = [
    Case(
      "Y12 duplicate key", "network-json", #"{"network": "n", "network": "m", "actors": []}"#, .refused("duplicate")),
    Case("Y16 depth", "node-link", "{\"nodes\": \(deep)", .refused("nested deeper")),
    Case("Y18 wrong shape", "network-json", #"{"network": "n", "actors": {"id": "a"}}"#, .refused("should be a list")),
    Case(
      "Y21 byte order mark inside", "network-json", "{\"network\": \"n\",\n\u{FEFF}\"actors\": []}", .refused("f:2:1")),
    Case(
      "Y23 newer version", "network-json", #"{"version": 2, "network": "n", "actors": []}"#,
      .refused("unknown key 'version' in network")),
    Case("Y22 trailing comma", "node-link", #"{"nodes": [{"id": 1},], "links": []}"#, .refused("f:1:22")),
    Case("Y22 comment", "node-link", "{\"nodes\": [] /* x */, \"links\": []}", .refused("f:1:14")),
    Case("Y22 single quotes", "node-link", "{'nodes': []}", .refused("f:1:2")),
    Case(
      "Y22 NaN", "node-link", #"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a", "weight": NaN}]}"#,
      .refused("'NaN' is not a JSON value")),
    Case("Y22 lone surrogate", "node-link", #"{"nodes": [{"id": "\ud800"}], "links": []}"#, .refused("surrogates")),
    Case(
      "Y22 1e999", "node-link",
      #"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a", "weight": 1e999}]}"#,
      .refused("not a finite number")),
    Case(
      "Y22 2^53+1 as id", "node-link", #"{"nodes": [{"id": 9007199254740993}], "links": []}"#,
      .read(actors: 1, ties: 0)),
  ]

  static let csv: [Case] = [
    Case("V01 ragged", "csv", "Source,Target\na,b\na\n", .refused("f:3:1: error: a row of 1 cells")),
    Case("V02 unclosed quote", "csv", "Source,Target\n\"a,b\nc,d\n", .refused("f:2:1")),
    Case("V03 doubled quotes", "csv", "Source,Target\n\"a\"\"x\",b\n", .read(actors: 2, ties: 1)),
    Case("V04 quote in the middle", "csv", "Source,Target\na\"x,b\n", .refused("f:2:2: error: a quote in the middle")),
    Case("V05 line end in quotes", "csv", "Source,Target,Note\na,b,\"x\ny\"\nc\n", .refused("f:4:1")),
    Case("V06 semicolons", "csv", "Source;Target\na;b\n", .read(actors: 2, ties: 1, warning: "separator")),
    Case("V07 header twice", "csv", "Source,Target\na,b\nSource,Target\n", .refused("the header stands here again")),
    Case("V07 other order and case", "csv", "WEIGHT,target,source\n2,a,b\n", .read(actors: 2, ties: 1)),
    Case("V08 repeated names", "csv", "Source,Target,x,x\na,b,1,2\n", .refused("two columns are named 'x'")),
    Case("V09 header only", "csv", "Source,Target\n", .read(actors: 0, ties: 0, warning: "a header and no ties")),
    Case("V10 blank lines", "csv", "Source,Target\n\na,b\n\n", .read(actors: 2, ties: 1)),
    Case("V11 a # that nobody named", "csv", "Source,Target\n#a,b\n", .read(actors: 2, ties: 1)),
    Case(
      "V12 spaces", "csv", "Source,Target\n a,b \n", .read(actors: 2, ties: 1, warning: "begin or end with a space")),
    Case("V13 grouped digits", "csv", "Source,Target,Weight\na,b,\"610,086\"\n", .refused("write 610086")),
    Case("V16 mixed types", "csv", "Source,Target,Type\na,b,Directed\nb,c,Undirected\n", .read(actors: 3, ties: 2)),
    Case("V17 empty source", "csv", "Source,Target\n,b\n", .refused("the tie's source is empty")),
    Case(
      "V18 many columns", "csv", "Source,Target" + String(repeating: ",x", count: 100_000) + "\n",
      .refused("f:1:1: error: more than 16384 columns")),
    Case(
      "V19 a long row", "csv", "Source,Target\na," + String(repeating: "x", count: 2 << 20) + "\n",
      .refused("f:2:1: error: a row of more than 1048576 bytes")),
    Case(
      "V19 a long cell in quotes", "csv", "Source,Target\na,\"" + String(repeating: "x", count: 2 << 20) + "\"\n",
      .refused("f:2:3: error: a quote that is opened here and not closed within 1048576 bytes")),
    Case("V20 Excel's own word", "csv", "sep=;\nSource;Target\na;b\n", .read(actors: 2, ties: 1)),
    Case("V14 a tie to itself", "csv", "Source,Target\na,a\n", .read(actors: 1, ties: 1)),
    Case("V15 a tie twice", "csv", "Source,Target\na,b\na,b\n", .read(actors: 2, ties: 2)),
    Case("V21 NUL", "csv", "Source,Target\na\0b,c\n", .refused("f:2:2: error: a NUL")),
    Case("V24 a row without ties", "matrix", ",a,b,c\na,0,1,0\nb,1,0,0\nc,0,0,0\n", .read(actors: 3, ties: 2)),
    Case(
      "T01 too many columns without names", "csv", (1...58).map { "\($0)" }.joined(separator: "\t") + "\n",
      .refused("the first row of 58")),
  ]

  @Test("V11: rows that begin with the character for comments are passed over once it is named")
  func tableComments() throws {
    let form = try #require(HostileForm.all.first { $0.id == "csv" })
    var options = ReadOptions()
    options.table.comment = "#"
    let text = "# made by hand\nSource,Target\n#a,b\nc,d\n"
    guard case .read(let imported) = form.read(text, options: options) else {
      return #expect(Bool(false), "\(form.read(text, options: options).messages)")
    }
    #expect(short(imported.network) == ["c>d 1"])
  }

  @Test(
    "V22: cells that a spreadsheet takes for formulas are the texts that they are, in names and attributes",
    arguments: ["=1+1", "=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "\u{FF1D}1"])
  func formulas(_ cell: String) throws {
    let form = try #require(HostileForm.all.first { $0.id == "csv" })
    let quoted = cell.replacing("\"", with: "\"\"")
    let outcome = form.read("Source,Target,Remark\n\"\(quoted)\",b,\"\(quoted)\"\n")
    let network = try #require(outcome.network, "\(outcome.messages)")
    #expect(network.actors[0].id == cell)
    #expect(network.relations[0].attributes == [Attribute("Remark", cell)])
    let back = form.read(try CSVFormat().write(network).bytes).network
    #expect(back?.relations == network.relations)
  }

  @Test("V22: a tab, with which formulas are hidden too, is no part of an id")
  func hiddenFormula() throws {
    let form = try #require(HostileForm.all.first { $0.id == "csv" })
    form.expectRefusal("Source,Target\n\"\t=1\",b\n", "control character")
  }

  static let gml: [Case] = [
    Case("L01 no id", "gml", "graph [ node [ label \"a\" ] ]", .refused("a node without id")),
    Case("L02 id twice", "gml", "graph [ node [ id 1 id 2 ] ]", .refused("two keys 'id'")),
    Case("L03 text as id", "gml", "graph [ node [ id \"a\" ] ]", .refused("'a' is not a whole number")),
    Case("L03 2^63 as id", "gml", "graph [ node [ id 9223372036854775808 ] ]", .refused("is not a whole number")),
    Case("L03 fraction as id", "gml", "graph [ node [ id 1.5 ] ]", .refused("1.5")),
    Case("L04 open bracket", "gml", "graph [ node [ id 1 ]", .refused("f:1:1")),
    Case("L05 depth", "gml", "graph [ x " + String(repeating: "[ x ", count: 100_000), .refused("deeper")),
    Case("L06 odd keys", "gml", "graph [ node [ id 1 9x 2 ] ]", .refused("'9x' is not a key")),
    Case(
      "L06 a long key", "gml", "graph [ node [ id 1 \(String(repeating: "k", count: 300)) 1 ] ]",
      .refused("is not a key")),
    Case("L07 quote in a text", "gml", "graph [ node [ id 1 label \"a\"b\" ] ]", .refused("f:1:30")),
    Case("L07 unclosed quote", "gml", "graph [ node [ id 1 label \"a ] ]", .refused("f:1:27")),
    Case(
      "L08 entities", "gml", "graph [ node [ id 1 label \"&quot;&#233;&bogus;\" ] ]",
      .read(actors: 1, ties: 0, warning: "bogus")),
    Case(
      "L09 letters beyond ASCII", "gml", "graph [ node [ id 1 label \"é\" ] ]",
      .read(actors: 1, ties: 0, warning: "beyond ASCII")),
    Case(
      "L10 a long line", "gml", "graph [ node [ id 1 label \"\(String(repeating: "x", count: 300))\" ] ]",
      .read(actors: 1, ties: 0)),
    Case("L11 comments", "gml", "# x\ngraph [ # y ]\nnode [ id 1 label \"#\" ] ]", .read(actors: 1, ties: 0)),
    Case("L12 directed 2", "gml", "graph [ directed 2 node [ id 1 ] ]", .refused("directed")),
    Case(
      "L13 edges first", "gml", "graph [ edge [ source 1 target 2 ] node [ id 1 ] node [ id 2 ] ]",
      .read(actors: 2, ties: 1)),
    Case("L14 no graph", "gml", "node [ id 1 ]", .refused("graph")),
    Case(
      "L15 two graphs", "gml", "graph [ node [ id 1 ] ] graph [ node [ id 1 ] ]", .refused("a second graph begins here")
    ),
    Case("L17 a key twice", "gml", "graph [ node [ id 1 x 1 x 2 ] ]", .read(actors: 1, ties: 0)),
    Case(
      "L18 nested records", "gml", "graph [ node [ id 1 graphics [ x 1 ] ] ]",
      .read(actors: 1, ties: 0, warning: "the record 'graphics'")),
    Case("L16 no number", "gml", "graph [ node [ id 1 x NaN ] ]", .read(actors: 1, ties: 0)),
    Case(
      "L16 no number as a weight", "gml", "graph [ node [ id 1 ] edge [ source 1 target 1 weight NaN ] ]",
      .refused("weight 'NaN' is not a finite number")),
    Case(
      "L19 version 2", "gml", "Version 2 graph [ node [ id 1 ] ]",
      .read(actors: 1, ties: 0, warning: "f:1:1: warning: GML version '2' is not known")),
  ]

  private static func pajek(_ rest: String) -> String { "*Vertices 2\n1 \"a\"\n2 \"b\"\n\(rest)\n" }

  static let pajek: [Case] = [
    Case("P01 too few lines", "pajek", "*Vertices 3\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2\n", .refused("says 3")),
    Case("P02 negative", "pajek", "*Vertices -1\n", .refused("*Vertices has no whole number")),
    Case("P02 huge", "pajek", "*Vertices 1000000000000000000\n", .refused("*Vertices has no whole number")),
    Case("P02 missing", "pajek", "*Vertices\n", .refused("*Vertices has no whole number")),
    Case("P03 id 0", "pajek", pajek("*Arcs\n0 1"), .refused("'0' is not the number of a vertex")),
    Case("P03 id too large", "pajek", pajek("*Arcs\n1 3"), .refused("'3' is not the number of a vertex")),
    Case(
      "P04 a vertex twice", "pajek", "*Vertices 2\n1 \"a\"\n1 \"b\"\n",
      .read(actors: 2, ties: 0, warning: "vertex 1 stands twice")),
    Case("P05 no vertices", "pajek", "*Arcs\n1 2\n", .refused("ties stand before *Vertices")),
    Case("P06 arcs and edges", "pajek", pajek("*Arcs\n1 2\n*Edges\n1 2"), .read(actors: 2, ties: 2)),
    Case("P07 lists", "pajek", pajek("*Arcslist\n1 2\n*Edgeslist\n2 1"), .read(actors: 2, ties: 2)),
    Case(
      "P08 matrix of another width", "pajek", pajek("*Matrix\n0 1 0\n1 0 0"),
      .refused("a row of 3 numbers, but should have 2")),
    Case("P09 open quote", "pajek", "*Vertices 1\n1 \"a\n", .refused("f:2:3")),
    Case(
      "P11 two-mode", "pajek", "*Vertices 2 1\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n",
      .read(actors: 2, ties: 1, warning: "two-mode")),
    Case(
      "P12 times", "pajek", pajek("*Arcs\n1 2 1 [1-3,7]\n2 1 1 [5-*]"), .read(actors: 2, ties: 2)),
    Case("P12 times that end before they begin", "pajek", pajek("*Arcs\n1 2 1 [3-1]"), .refused("are no times")),
    Case("P13 unknown section", "pajek", pajek("*Nonsense\n1 2"), .read(actors: 2, ties: 0, warning: "nonsense")),
    Case("P14 odd case", "pajek", "*VERTICES 2\n1 \"a\"\n2 \"b\"\n*arcs\n1 2\n", .read(actors: 2, ties: 1)),
    Case("P16 comments", "pajek", "% x\n*Vertices 1\n% y\n1 \"a\"\n", .read(actors: 1, ties: 0)),
    Case("P17 no value", "pajek", pajek("*Arcs\n1 2"), .read(actors: 2, ties: 1)),
    Case("P18 negative value", "pajek", pajek("*Arcs\n1 2 -1"), .read(actors: 2, ties: 1)),
    Case(
      "P19 several relations", "pajek", pajek("*Arcs :1 \"x\"\n1 2\n*Arcs :2 \"y\"\n1 2"), .read(actors: 2, ties: 2)),
    Case(
      "P21 two networks", "pajek", "*Network x\n" + pajek("*Arcs\n1 2") + "*Network y\n" + pajek("*Arcs\n1 2"),
      .refused("2 networks")),
  ]

  static let dot: [Case] = [
    Case("D01 open label", "dot", "digraph { a [label=<b] }", .refused("f:1:20")),
    Case("D02 HTML label", "dot", "digraph { a [label=<<b>x</b>>] }", .read(actors: 1, ties: 0)),
    Case("D03 open quote", "dot", "digraph { \"a }", .refused("f:1:11")),
    Case("D03 open comment", "dot", "digraph { /* a }", .refused("f:1:11")),
    Case("D04 another arrow", "dot", "graph { a -> b }", .refused("-> in a graph without directions")),
    Case("D05 strict", "dot", "strict digraph { a -> b; a -> b }", .read(actors: 2, ties: 1)),
    Case("D06 groups", "dot", "digraph { {a b} -> {c d} }", .read(actors: 4, ties: 4)),
    Case("D07 depth", "dot", "digraph " + String(repeating: "{", count: 50_000), .refused("deeper")),
    Case("D09 ports", "dot", "digraph { a:p:ne -> b }", .read(actors: 2, ties: 1, warning: "ports")),
    Case("D10 numbers that run into letters", "dot", "digraph { 0p }", .refused("'0p'")),
    Case("D11 line directive", "dot", "# 4000 \"/etc/passwd\"\ndigraph { a -> }", .refused("f:2:")),
    Case("D11 a comment behind spaces", "dot", "digraph {\n  # a 'graph' statement\n  a\n}", .read(actors: 1, ties: 0)),
    Case("D12 joined texts", "dot", "digraph { \"a\" + \"b\" -> c }", .read(actors: 2, ties: 1)),
    Case("D13 escapes", "dot", "digraph { a [label=\"\\N\\l\"] }", .read(actors: 1, ties: 0)),
    Case(
      "D15 image", "dot", "digraph { a [image=\"/etc/passwd\", shapefile=x] }",
      .read(actors: 1, ties: 0, warning: "image, shapefile")),
    Case(
      "D16 image from the web", "dot", "digraph { a [image=\"http://169.254.169.254/\"] }",
      .read(actors: 1, ties: 0, warning: "not kept: image")),
    Case(
      "D17 what steers Graphviz", "dot",
      "digraph { layout=neato; ratio=2; nslimit=\"1e9\"; splines=ortho; concentrate=true; size=\"1e9\"; dpi=\"1e9\"; "
        + "stylesheet=x; fontpath=y; imagepath=z; _background=q; a [shapefile=x] }",
      .read(
        actors: 1, ties: 0,
        warning: "not kept: _background, concentrate, dpi, fontpath, imagepath, layout, nslimit, ratio")),
    Case("D18 links are data", "dot", "digraph { a [href=\"javascript:x\"] }", .read(actors: 1, ties: 0)),
    Case("D19 two graphs", "dot", "digraph { a } digraph { b }", .refused("something follows the end")),
    Case("D20 no name", "dot", "digraph { a -> b }", .read(actors: 2, ties: 1)),
    Case(
      "D22 a long text", "dot", "digraph { a [comment=\"\(String(repeating: "x", count: 20_000))\"] }",
      .read(actors: 1, ties: 0)),
    Case("D21 letters beyond ASCII", "dot", "digraph { é -> ß }", .read(actors: 2, ties: 1)),
    Case("D23 charset", "dot", "digraph { charset=latin1; é }", .refused("charset latin1")),
    Case("D23 charset of plain letters", "dot", "digraph { charset=latin1; e }", .read(actors: 1, ties: 0)),
    Case("D24 markup as a colour", "dot", "digraph { a [color=red\"/><script>] }", .refused("f:1:23")),
    Case(
      "D24 markup in quotes as a colour", "dot", "digraph { a [color=\"red\\\"/><script>\"] }",
      .read(actors: 1, ties: 0, warning: "not kept: color")),
    Case("a node without a name", "dot", "digraph { \"\" -> a }", .read(actors: 2, ties: 1, warning: "(unnamed)")),
  ]
}
