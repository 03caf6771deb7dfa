import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct JSONGraphFormatTests {
  let jgf = JSONGraphFormat()

  @Test func readsVersionTwoAndOne() throws {
    let text = """
      {"graph": {"id": "g", "label": "Trade", "directed": true, "metadata": {"language": "en"},
        "nodes": {"RUS": {"label": "Russia", "metadata": {"kind": "state", "gdp": 2}}, "IEA": {}},
        "edges": [{"id": "R1", "source": "RUS", "target": "IEA", "relation": "recognises", "label": "x",
                   "metadata": {"weight": -2, "confidence": 0.5}},
                  {"source": "IEA", "target": "RUS", "directed": false}],
        "hyperedges": [{"nodes": ["RUS", "IEA"]}]}}
      """
    let read = try read(text, as: jgf)
    #expect(read.network.id == "g" && read.network.title == "Trade" && read.network.content.language == "en")
    #expect(short(read.network) == ["RUS>IEA -2", "IEA-RUS 1"])
    #expect(read.network.relations[0].type == "recognises" && read.network.relations[0].confidence == 0.5)
    #expect(read.network.actors[0].kind == .state && read.network.actors[1].name == "IEA")
    #expect(read.report.count("ties dropped") == 1)
    expectReconciled(read.report)
    let old =
      "{\"graph\": {\"nodes\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"edges\": [{\"source\": \"a\", \"target\": \"b\"}]}}"
    #expect(short(try network(of: old)) == ["a>b 1"])
  }

  private func network(of text: String) throws -> ActorNetwork {
    try jgf.read(InputFile(name: "f", bytes: Array(text.utf8)), options: ReadOptions()).network
  }

  @Test func oneOfSeveralGraphsIsChosen() throws {
    let text = "{\"graphs\": [{\"id\": \"x\", \"nodes\": {\"a\": {}}}, {\"id\": \"y\", \"nodes\": {\"b\": {}}}]}"
    #expect(problems(text, as: jgf) == ["f:1:12: error: the file holds 2 graphs (choose one: 1 x; 2 y)"])
    var options = ReadOptions()
    options.networkName = "y"
    let read = try jgf.read(InputFile(name: "f", bytes: Array(text.utf8)), options: options)
    #expect(read.network.actors.map(\.id) == ["b"])
  }

  @Test(arguments: [
    ("C16", "{\"graph\": {\"nodes\": {\"a\": {}, \"a\": {}}}}", "f:1:31: error: duplicate key 'a'"),
    (
      "C23", "{\"graph\": {\"nodes\": {\"a\": {}}, \"edges\": [{\"source\": \"a\", \"target\": \"z\"}]}}",
      "f:1:68: error: the tie's target 'z' is not declared"
    ),
    (
      "C24", "{\"graph\": {\"nodes\": {\"a\": {}}, \"edges\": [{\"source\": \"a\"}]}}",
      "f:1:42: error: an edge without target"
    ),
    ("none", "{\"x\": 1}", "f:1:1: error: the file has no graph"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: jgf)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    try expectRoundTrip(of: random.network(), in: jgf, JSONGraphFormat.held, holdsID: true)
  }
}
