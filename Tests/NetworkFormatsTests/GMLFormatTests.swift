import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct GMLFormatTests {
  let gml = GMLFormat()

  @Test func readsNamesWeightsAndAttributes() throws {
    let text = """
      Creator "igraph"
      graph
      [
        directed 1
        label "Trade"
        node [ id 7 label "Russia" kind "state" gdp 2.0 graphics [ x 1 y [ z 2 ] ] ]
        node [ id -3 name "Iran &amp; others &#233;" ]
        edge [ source 7 target -3 value 2.5 label "arms" since "2014-02" colour "red" colour "blue" ]
        edge [ source -3 target 7 weight -1 directed 0 ]
      ]
      """
    let read = try read(text, as: gml)
    #expect(read.network.title == "Trade")
    #expect(read.network.actors.map(\.name) == ["Russia", "Iran & others é"])
    #expect(read.network.actors[0].attributes == [Attribute("gdp", "2.0")])
    #expect(short(read.network) == ["Russia>Iran & others é 2.5", "Iran & others é-Russia -1"])
    var options = ReadOptions()
    options.identifiers = .asWritten
    #expect(short(try NetworkFormatsTests.read(text, as: gml, options: options).network) == ["7>-3 2.5", "-3-7 -1"])
    #expect(read.network.relations[0].attributes == [Attribute("colour", list: ["red", "blue"])])
    #expect(read.network.relations[0].validity.since?.description == "2014-02")
    #expect(
      read.report.diagnostics.map(\.message) == ["the record 'graphics' of 1 nodes, edges or the graph is not kept"])
    expectReconciled(read.report)
  }

  /// Reliability sets C and L, as they apply to GML.
  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("C02", "# only a comment\n", "f:2:1: error: the file has no graph"),
    ("C14", "graph [ ]\n]", "f:2:1: error: a ] that closes nothing"),
    (
      "C16", "graph [ node [ id 1 label \"a\" ]\nnode [ id 1 label \"b\" ] ]",
      "f:2:1: error: duplicate id '1'; it stands in line 1"
    ),
    (
      "C23", "graph [ node [ id 1 ]\nedge [ source 1 target 2 ] ]", "f:2:1: error: the tie's target '2' is not declared"
    ),
    ("C24", "graph [ node [ id 1 ]\nedge [ source 1 ] ]", "f:2:1: error: an edge without target"),
    (
      "C27", "graph [ node [ id 1 ]\nedge [ source 1 target 1 weight 1e400 ] ]",
      "f:2:26: error: weight '1e400' is not a finite"
    ),
    (
      "C28", "graph [ node [ id 1 ]\nedge [ source 1 target 1 weight NaN ] ]",
      "f:2:26: error: weight 'NaN' is not a finite"
    ),
    (
      "C31", "graph [ node [ id 1 ]\nedge [ source 1 target 1 weight \"x\" ] ]",
      "f:2:26: error: weight 'x' is not a finite"
    ),
    ("C33", "graph [ node [ id 1 from \"2014-00-00\" ] ]", "f:1:21: error: from: there is no date 2014-00-00"),
    (
      "C36", "graph [ node [ id 1 ]\nedge [ source 1 target 1 since \"2020\" until \"2019\" ] ]",
      "f:2:1: error: until 2019"
    ),
    ("L01", "graph [\nnode [ label \"a\" ] ]", "f:2:1: error: a node without id"),
    ("L02", "graph [ node [ id 1 id 2 ] ]", "f:1:21: error: the node has two keys 'id'"),
    (
      "L02e", "graph [ node [ id 1 ] edge [ source 1 source 1 target 1 ] ]",
      "f:1:39: error: the edge has two keys 'source'"
    ),
    ("L03", "graph [ node [ id 1.5 ] ]", "f:1:16: error: id '1.5' is not a whole number"),
    ("L03s", "graph [ node [ id \"a\" ] ]", "f:1:16: error: id 'a' is not a whole number"),
    ("L03b", "graph [ node [ id 9223372036854775808 ] ]", "f:1:16: error: id '9223372036854775808' is not"),
    ("L04", "graph [\n node [ id 1 \n", "f:2:7: error: the node that is opened here is never closed"),
    ("L06", "graph [ node [ id 1 2x 3 ] ]", "f:1:21: error: '2x' is not a key"),
    ("L06h", "graph [ node [ id 1 a-b 3 ] ]", "f:1:21: error: 'a-b' is not a key"),
    ("L07", "graph [ node [ id 1 label \"a\"b\" ] ]", "f:1:30: error: text after a closing quote"),
    ("L07o", "graph [ node [ id 1 label \"ab ] ]", "f:1:27: error: a text that is opened here and never closed"),
    ("L12", "graph [ directed 2 ]", "f:1:18: error: directed 2 is neither 0 nor 1"),
    ("L14", "Creator \"x\"\nVersion 1\n", "f:3:1: error: the file has no graph"),
    ("L15", "graph [ node [ id 1 ] ]\ngraph [ ]", "f:2:1: error: a second graph begins here"),
    ("L17", "graph [ node [ id 1 label \"a\" label \"b\" ] ]", "f:1:31: error: the node has two keys 'label'"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: gml)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test func refusesDepth() {
    let deep = "graph [ node [ id 1 " + String(repeating: "a [ ", count: 100_000)
    #expect(problems(deep, as: gml).contains { $0.contains("nested deeper than 64") }, "L05")
    let key = "graph [ node [ id 1 " + String(repeating: "k", count: 300) + " 1 ] ]"
    #expect(problems(key, as: gml)[0].contains("is not a key"), "L06")
  }

  @Test(arguments: [
    ("C03", "\u{FEFF}graph [ node [ id 1 ] ]", 1, 0), ("C11", "graph [\r\nnode [ id 1 ]\rnode [ id 2 ] ]", 2, 0),
    ("C25", "graph [ node [ id 1 ] edge [ source 1 target 1 ] edge [ source 1 target 1 ] ]", 1, 2),
    ("L08", "graph [ node [ id 1 label \"&quot; &#233; &bogus; & &\" ] ]", 1, 0),
    ("L10", "graph [ node [ id 1 label \"" + String(repeating: "x", count: 300) + "\" ] ]", 1, 0),
    ("L11", "# a [\ngraph [ # [\nnode [ id 1 label \"#x\" ] ]\n# end", 1, 0),
    ("L13", "graph [ edge [ source 1 target 2 ] node [ id 1 ] node [ id 2 ] ]", 2, 1),
    ("L16", "graph [ node [ id 1 x NaN y -inf ] ]", 1, 0), ("L19", "Version 2 graph [ Version 2 node [ id 1 ] ]", 1, 0),
    ("L06", "graph [ node_style [ a 1 ] node [ id 1 ] ]", 1, 0),
  ])
  func accepts(_ id: String, _ text: String, _ actors: Int, _ ties: Int) throws {
    let read = try read(text, as: gml)
    #expect(read.network.actors.count == actors && read.network.relations.count == ties, "\(id)")
    expectReconciled(read.report)
  }

  @Test func warnsOfWhatIsOdd() throws {
    let read = try read("graph [ node [ id 1 label \"é &bogus;\" ] ]", as: gml)
    #expect(read.network.actors[0].name == "é &bogus;")
    #expect(read.report.diagnostics.map(\.message).contains { $0.contains("&bogus;") }, "L08")
    #expect(read.report.diagnostics.map(\.message).contains { $0.contains("ASCII") }, "L09")
  }

  @Test func countryCodesAndDigitsStayAsTheyAre() throws {
    var content = NetworkContent(id: "n")
    content.actors = ["NO", "001", "1E5", "NaN"].map { Actor(id: $0, name: $0) }
    content.relations = [Relation(id: "e1", ends: .directed(from: "NO", to: "001"), type: "tie")]
    content.relations[0].strength = 0.1 + 0.2
    let written = try gml.write(ActorNetwork(content))
    let back = try gml.read(InputFile(name: "n.gml", bytes: written.bytes), options: ReadOptions())
    #expect(back.network.content == content, "C32, L21")
    #expect(String(decoding: written.bytes, as: UTF8.self).contains("weight 0.30000000000000004"))
  }

  @Test func attributesNamedLikeItsOwnKeysAreListedAsLost() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "1", name: "a")]
    content.actors[0].attributes = [Attribute("id", "x"), Attribute("two words", "y"), Attribute("z", "1")]
    let losses = try gml.write(ActorNetwork(content)).losses
    #expect(losses == ["attribute 'id' of 1 actor", "attribute 'two words' of 1 actor"], "L20")
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    try expectRoundTrip(of: random.network(), in: gml, GMLFormat.held, holdsID: true)
  }

  @Test func everyCutOfAFileIsRefused() {
    let whole = Array(
      "graph [ directed 1 node [ id 10 label \"ab\" ] node [ id 20 ] edge [ source 10 target 20 weight 15 ] ]".utf8)
    for end in 0..<whole.count { #expect(!problems(Array(whole[..<end]), as: gml).isEmpty, "C13 \(end)") }
  }

  @Test func bracesInTextsDoNotHideTheFormat() {
    #expect(GMLFormat().recognises("# molcomp {\ngraph [\n  description \"{ADP}\"\n]"))
    #expect(GMLFormat().recognises("graph\n[\n  directed 1\n]"))
    #expect(!GMLFormat().recognises("graph {\n  graph [overlap=true]\n}"))
  }
}
