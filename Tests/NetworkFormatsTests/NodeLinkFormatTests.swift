import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct NodeLinkFormatTests {
  let nodeLink = NodeLinkFormat()

  @Test(arguments: ["links", "edges"])
  func readsBothNamesOfTheList(_ key: String) throws {
    let text = """
      {"directed": true, "multigraph": false, "graph": {"name": "Trade"},
       "nodes": [{"id": "RUS", "label": "Russia", "kind": "state", "gdp": 2.0}, {"id": 7, "big": true}],
       "\(key)": [{"source": "RUS", "target": 7, "weight": -2.5, "tags": ["a", "b"]},
                  {"source": 7, "target": "RUS", "directed": false, "since": "2014-02"}]}
      """
    let read = try read(text, as: nodeLink)
    #expect(short(read.network) == ["RUS>7 -2.5", "7-RUS 1"])
    #expect(read.network.title == "Trade" && read.network.actors[0].name == "Russia")
    #expect(read.network.actors[0].attributes == [Attribute("gdp", "2.0")])
    #expect(read.network.relations[0].attributes == [Attribute("tags", list: ["a", "b"])])
    expectReconciled(read.report)
  }

  @Test func readsNodesWithoutIDsByPosition() throws {
    let text =
      "{\"nodes\":[{\"name\":\"Myriel\",\"group\":1},{\"name\":\"Napoleon\"}],\"links\":[{\"source\":1,\"target\":0,\"value\":3}]}"
    let network = try read(text, as: nodeLink).network
    #expect(short(network) == ["Napoleon-Myriel 3"])
    #expect(network.actors.map(\.id) == ["Myriel", "Napoleon"])
  }

  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("C14", "{\"nodes\":[]} {}", "f:1:14: error: something follows the end"),
    (
      "C16", "{\"nodes\":[{\"id\":1},\n{\"id\":1,\"x\":2}],\"links\":[]}",
      "f:2:1: error: duplicate id '1'; it stands in line 1"
    ),
    (
      "C23", "{\"nodes\":[{\"id\":\"abc\"}],\n\"links\":[{\"source\":\"abc\",\"target\":\"abd\"}]}",
      "f:2:35: error: the tie's target 'abd' is not declared (did you mean 'abc'?)"
    ),
    ("C24", "{\"nodes\":[{\"id\":1}],\n\"links\":[{\"source\":1}]}", "f:2:10: error: a link without target"),
    (
      "C27", "{\"nodes\":[{\"id\":1}],\n\"links\":[{\"source\":1,\"target\":1,\"weight\":1e400}]}",
      "f:2:42: error: weight '1e400' is not a finite"
    ),
    (
      "C28", "{\"nodes\":[{\"id\":1}],\n\"links\":[{\"source\":1,\"target\":1,\"weight\":NaN}]}",
      "f:2:42: error: 'NaN' is not a JSON value"
    ),
    (
      "C31", "{\"nodes\":[{\"id\":1}],\n\"links\":[{\"source\":1,\"target\":1,\"weight\":true}]}",
      "f:2:42: error: weight 'true' is not a finite"
    ),
    ("Y22", "{\"nodes\":[{\"id\":1},],\"links\":[]}", "f:1:20: error: a value is missing here"),
    ("id", "{\"nodes\":[{\"id\":true}],\"links\":[]}", "f:1:17: error: the node's id is neither a text nor a number"),
    ("id2", "{\"nodes\":[{\"id\":1},{\"x\":1}],\"links\":[]}", "f:1:20: error: a node without id"),
    ("shape", "{\"nodes\":{},\"links\":[]}", "f:1:10: error: nodes is a mapping"),
    (
      "both", "{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1,\"target\":1}],\"edges\":[{}]}",
      "f:1:63: error: the file has both links and edges"
    ),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: nodeLink)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test func nestedValuesAreToldAndNotKept() throws {
    let read = try read("{\"nodes\":[{\"id\":1,\"viz\":{\"x\":1},\"n\":null}],\"links\":[]}", as: nodeLink)
    #expect(read.report.diagnostics.map(\.message) == ["the nested value 'viz' of 1 nodes or edges is not kept"])
    #expect(read.report.notes == ["1 keys without a value (null) were passed over"])
  }

  @Test func missingActorsAreCreatedWhereAskedFor() throws {
    var options = ReadOptions()
    options.createsMissingActors = true
    let read = try read(
      "{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1,\"target\":2}]}", as: nodeLink, options: options)
    #expect(read.network.actors.map(\.id) == ["1", "2"])
    #expect(read.report.count("actors created") == 1 && read.report.diagnostics.count == 1)
    expectReconciled(read.report)
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    try expectRoundTrip(of: random.network(), in: nodeLink, NodeLinkFormat.held, holdsID: true)
  }

  @Test func formatsOfJSONAreToldApart() {
    let registry = FormatRegistry()
    let cases = [
      ("{\"network\": \"x\", \"actors\": []}", "network-json"),
      ("{\"directed\": false, \"graph\": {\"network\": \"x\"}}", "node-link"),
      ("{\"nodes\": [], \"links\": []}", "node-link"), ("{\"graph\": {\"nodes\": {}}}", "jgf"),
      ("{\"graphs\": []}", "jgf"),
    ]
    for (text, id) in cases {
      #expect(registry.reader(of: InputFile(name: "x.json", bytes: Array(text.utf8)))?.id == id)
      #expect(registry.reader(of: InputFile(name: "x", bytes: Array(text.utf8)))?.id == id)
    }
  }

  // case 25-readers: graphology-attributes-swapped.json, graphology-key.json, graphology-directed.json
  @Test(
    "Nodes that are named by a key are refused, since ties by position would be between other actors",
    arguments: [
      #"{"nodes":[{"key":"1","label":"Bob"},{"key":"0","label":"Alice"}],"edges":[{"source":"1","target":"0"}]}"#,
      #"{"options":{"type":"directed"},"nodes":[{"key":"0"},{"key":"1"}],"edges":[{"source":"0","target":"1"}]}"#,
      #"{"nodes":[{"key":"2","attributes":{"label":"C"}}],"edges":[{"key":"e","source":"2","target":"2"}]}"#,
    ])
  func keyedNodes(_ text: String) {
    let found = problems(text, as: nodeLink).filter { $0.contains(": error: ") }
    #expect(found.count == 1 && found[0].contains("as graphology writes them; this is not read"), "\(found)")
  }

  @Test("Where nodes have no ids, a text names none of them; only a number is a position")
  func textsForPositions() {
    let text = #"{"nodes":[{"name":"Bob"},{"name":"Alice"}],"links":[{"source":"1","target":0}]}"#
    #expect(
      problems(text, as: nodeLink) == [
        "f:1:63: error: the link's source is named by the text '1', and the nodes have no ids (give each node an \"id\")"
      ])
  }
}
