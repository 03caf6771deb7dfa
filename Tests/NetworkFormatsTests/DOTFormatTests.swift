import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct DOTFormatTests {
  let dot = DOTFormat()

  @Test func readsNodesTiesAndAttributes() throws {
    let text = """
      /* made by hand */
      digraph "trade" {
        label="Trade"; rankdir=LR
        node [kind=state, shape=box]
        RUS [label="Russia", gdp="2"]
        IEA
        edge [type=recognises]
        RUS -> IEA -> IRN [weight=2.5, color=red]
        RUS -> IRN [dir=none, sign=negative]
      }
      """
    let read = try read(text, as: dot)
    #expect(read.network.title == "Trade")
    #expect(read.network.actors.map(\.name) == ["Russia", "IEA", "IRN"])
    #expect(read.network.actors.allSatisfy { $0.kind == .state })
    #expect(short(read.network) == ["RUS>IEA 2.5", "IEA>IRN 2.5", "RUS-IRN -1"])
    #expect(read.network.relations.allSatisfy { $0.type == "recognises" })
    #expect(read.report.diagnostics.map(\.message) == ["attributes of drawing are not kept: color, rankdir, shape"])
    expectReconciled(read.report)
  }

  /// Reliability sets C and D, as they apply to DOT as input.
  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("C02", "// nothing\n", "f:2:1: error: graph or digraph is missing here"),
    ("C10", "graph { \"a\u{1B}\" }", "f:1:9: error: the actor's id has the control character U+1B"),
    ("C14", "graph { } x", "f:1:11: error: something follows the end"),
    ("C27", "graph { a -- b [weight=\"1e400\"] }", "f:1:17: error: weight '1e400' is not a finite number"),
    ("C33", "graph { a -- b [since=\"2014-00-00\"] }", "f:1:17: error: since: there is no date 2014-00-00"),
    ("D01", "graph { a [label=<<b>x] }", "f:1:18: error: a label <…> that is opened here and never closed"),
    ("D03", "graph { a [label=\"x] }", "f:1:18: error: a text that is opened here and never closed"),
    ("D03c", "graph { /* a }", "f:1:9: error: a comment that is opened here and never closed"),
    ("D03b", "graph {\n a", "f:1:7: error: a { that is opened here is never closed"),
    ("D04", "graph { a->b }", "f:1:10: error: -> in a graph without directions"),
    ("D04d", "digraph { a--b }", "f:1:12: error: -- in a graph with directions"),
    ("D10", "graph { 0p -- b }", "f:1:9: error: '0p' is neither a number nor a name"),
    ("D10e", "graph { 1e5 }", "f:1:9: error: '1e5' is neither a number nor a name"),
    ("D19", "graph { a } graph { b }", "f:1:13: error: something follows the end of the graph"),
    ("D23", "graph { charset=latin1; é }", "f:1:23: error: charset latin1 is not UTF-8"),
    ("D24", "graph { a [color=red\"/><script>] }", "f:1:32: error: a text that is opened"),
    ("junk", "graph { a -> }", "f:1:11: error: -> in a graph"),
    ("name", "graph { a -- }", "f:1:14: error: a name is missing here"),
    ("open", "graph { a [x=1 }", "f:1:16: error: a name is missing here"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: dot)
    if id == "D24" { return #expect(found.contains { $0.contains("never closed") }) }
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test(arguments: [
    ("C03", "\u{FEFF}graph { a }", []), ("C11", "graph {\r\na--b\r}", ["a-b 1"]),
    ("C25", "graph { a--a a--b b--a }", ["a-a 1", "a-b 1", "b-a 1"]),
    ("C32", "graph { NO -- \"001\" -- NaN }", ["NO-001 1", "001-NaN 1"]),
    ("D02", "graph { a [label=<<b>x</b>>] }", []), ("D05", "strict digraph { a->b a->b b->a }", ["a>b 1", "b>a 1"]),
    ("D06", "digraph { {a b} -> {c d} }", ["a>c 1", "a>d 1", "b>c 1", "b>d 1"]),
    ("D06s", "digraph { subgraph cluster_x { a; b } -> c -> subgraph { d } }", ["a>c 1", "b>c 1", "c>d 1"]),
    ("D09", "digraph { a:x:ne -> b:y }", ["a>b 1"]), ("D10", "graph { -.5 -- 3.25 }", ["-.5-3.25 1"]),
    ("D11", "# 4000 \"/etc/passwd\"\ngraph { a -- b }", ["a-b 1"]), ("D12", "graph { \"a\" + \"b\" -- c }", ["ab-c 1"]),
    ("D15", "graph { a [image=\"/etc/passwd\", shapefile=x] -- b }", []),
    ("D20", "graph { a -- b }", ["a-b 1"]), ("D21", "graph { é -- Россия }", ["é-Россия 1"]),
    ("join", "graph { \"a\\\nb\" -- c }", ["ab-c 1"]), ("escape", "graph { \"a\\\"b\" -- c }", ["a\"b-c 1"]),
    ("case", "DiGraph { a -> b; }", ["a>b 1"]),
  ])
  func accepts(_ id: String, _ text: String, _ ties: [String]) throws {
    if id == "D15" {
      let read = try read("graph { a [image=\"/etc/passwd\", shapefile=x, URL=\"javascript:x\"] a -- b }", as: dot)
      #expect(read.network.actors[0].attributes == [Attribute("URL", "javascript:x")], "D16, D17, D18")
      return #expect(read.report.diagnostics.map(\.message) == ["attributes of drawing are not kept: image, shapefile"])
    }
    let read = try read(text, as: dot)
    #expect(short(read.network) == ties, "\(id)")
    if id == "D02" { #expect(read.network.actors[0].name == "<b>x</b>") }
    if id == "D05" { #expect(read.report.count("ties merged") == 1) }
    expectReconciled(read.report)
  }

  @Test func defaultsHoldInTheirScope() throws {
    let text = "graph { a subgraph { node [kind=state] b } c; node [kind=person] d }"
    let kinds = try read(text, as: dot).network.actors.map(\.kind)
    #expect(kinds == [nil, .state, nil, .person], "D08")
  }

  @Test func escapesAndEntitiesStayText() throws {
    let network = try read(#"graph { a [label="\G \l &amp; \\"] b [label="\N"] }"#, as: dot).network
    #expect(network.actors.map(\.name) == [#"\G \l &amp; \\"#, "b"], "D13, D14")
  }

  @Test func limitsHold() throws {
    let deep = "graph { " + String(repeating: "{ ", count: 50_000)
    #expect(problems(deep, as: dot).contains { $0.contains("nested deeper than 64") }, "D07")
    let long = "graph { a [note=\"" + String(repeating: "x", count: 16_500) + "\"] }"
    #expect(try read(long, as: dot).network.actors[0].note?.count == 16_500, "D22")
    let group = "{" + (0..<3000).map { "n\($0) " }.joined() + "}"
    #expect(problems("digraph { \(group) -> \(group) }", as: dot)[0].contains("make more than"))
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    try expectRoundTrip(of: random.network(), in: dot, DOTFormat.held, holdsID: true)
  }

  @Test func backslashBeforeAQuoteIsRefusedNamingTheActor() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "x", name: "ends in \\")]
    let network = try ActorNetwork(content)
    do {
      _ = try dot.write(network)
      Issue.record("written")
    } catch {
      #expect(error.description.contains("actor 'x'"))
    }
  }

  @Test(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
  func readsOtherPeoplesFiles() throws {
    #expect(try dot.read(try SharedData.file("peer-gml4gtk/t01.dot"), options: ReadOptions()).network.actors.count > 0)
  }

  // case 25-readers: latin1-charset.gv
  @Test("A file in Latin-1 that says so is read, with and without being told the encoding")
  func latin1() throws {
    let text = Array("digraph { graph [charset=latin1]; a [label=\"caf".utf8) + [0xE9] + Array("\"] }".utf8)
    let file = InputFile(name: "f.gv", bytes: text)
    let said = try FormatRegistry().read(file)
    #expect(said.network.actors.map(\.name) == ["café"])
    #expect(said.report.notes.contains("the file says that its characters are Latin-1, and is read so"))
    var options = ReadOptions()
    options.encoding = .latin1
    #expect(try FormatRegistry().read(file, options: options).network.actors.map(\.name) == ["café"])
    let silent = Array("digraph { a [label=\"caf".utf8) + [0xE9] + Array("\"] }".utf8)
    #expect(problems(silent, as: dot)[0].contains("byte 23 is not UTF-8"))
  }

  // case 30-dot-links
  @Test("Links of the web and of mail stay links; scripts, files and what is relative are dropped and listed")
  func links() throws {
    let links = [
      "https://example.org/a?b=c", "HTTP://example.org", "mailto:a@example.org", "javascript:alert(1)",
      " javascript:alert(1)", "java\tscript:alert(1)", "file:///etc/passwd", "data:text/html,x", "page.html", "//x.org",
      "https:alert(1)", "\u{1}javascript:alert(1)",
    ]
    var content = NetworkContent(id: "n")
    for (i, link) in links.enumerated() {
      var actor = Actor(id: "a\(i)", name: "a\(i)")
      actor.attributes = [Attribute(i.isMultiple(of: 2) ? "URL" : "href", link), Attribute("tooltip", link)]
      content.actors.append(actor)
    }
    var relation = Relation(id: "r", ends: .directed(from: "a0", to: "a1"), type: "t")
    relation.attributes = [Attribute("URL", "javascript:alert(1)")]
    content.relations = [relation]
    let written = try dot.write(try ActorNetwork(content))
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(text.ranges(of: "\"URL\"=").count + text.ranges(of: "\"href\"=").count == 3)
    #expect(written.losses.contains("link 'href', which begins with none of http:, https: and mailto:, of 5 actors"))
    #expect(written.losses.contains("link 'URL', which begins with none of http:, https: and mailto:, of 4 actors"))
    #expect(written.losses.contains("link 'URL', which begins with none of http:, https: and mailto:, of 1 relation"))
    let back = try read(text, as: dot).network
    #expect(back.actors.prefix(3).map { $0.attributes[0].text } == Array(links.prefix(3)))
    #expect(back.actors.dropFirst(3).allSatisfy { $0.attributes.map(\.key) == ["tooltip"] })
  }
}
