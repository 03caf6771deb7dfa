import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct FormatRegistryTests {
  private let registry = FormatRegistry()

  private func format(_ name: String, _ text: String) -> String? {
    registry.reader(of: InputFile(name: name, bytes: Array(text.utf8)))?.id
  }

  @Test(arguments: [
    ("a.json", "{\"network\": \"n\", \"actors\": []}", "network-json"),
    ("a.json", "{\"nodes\": [], \"links\": []}", "node-link"), ("a.json", "{\"graph\": {\"nodes\": {}}}", "jgf"),
    ("a.xml", "<gexf/>", "gexf"), ("a.xml", "<graphml/>", "graphml"), ("a.csv", ",a,b\na,0,1\nb,1,0\n", "matrix"),
    ("a.csv", "a,b\n", "csv"), ("a.tsv", "a\tb\n", "csv"), ("a.net", "*Vertices 1\n", "pajek"),
    ("a.dat", "DL n=1\ndata:\n0\n", "dl"), ("a.txt", "1 2\n2 3\n", "edgelist"),
    ("a.txt", "# made by hand\n1 2 0.5\n2 3 1\n", "edgelist"), ("a", "graph [\n  node [ id 1 ]\n]\n", "gml"),
    ("a", "digraph { a -> b }", "dot"),
    ("a.gml", "# molcomp\ngraph [\n  description \"{ADP}\"\n]\n", "gml"),
    ("a.gml", "# RTL\ngraph\n[\n  node [ id 1 label \"{\" ]\n]\n", "gml"),
    ("a", "digraph g {\n  graph [bgcolor=white]\n}\n", "dot"), ("a", "graph {\n  a -- b\n}\n", "dot"),
    ("a.txt", "network: n\nactors: []\n", "network"),
    ("a.graphml.gz", "<graphml/>", "graphml"),
  ])
  func tellsByEndingAndContent(_ name: String, _ text: String, _ id: String) {
    #expect(format(name, text) == id)
  }

  /// A table of ties with a column of row numbers, as pandas writes it, is no matrix.
  @Test(arguments: [",source,target,weight\n0,1,2,1.5\n1,2,3,1\n", "\"\",\"from\",\"to\"\n\"1\",7,8\n"])
  func rowNumbersMakeNoMatrix(_ text: String) throws {
    #expect(format("a.csv", text) == "csv")
    let read = try registry.read(InputFile(name: "a.csv", bytes: Array(text.utf8)))
    #expect(short(read.network)[0].hasPrefix(text.contains("source") ? "1>2 1.5" : "7>8 1"))
  }

  @Test(arguments: [
    ("a.gml", "<graphml/>", "graphml"), ("a.csv", "<gexf/>", "gexf"), ("a.net", "dl n=1\ndata:\n0\n", "dl"),
    ("a.graphml", "*Vertices 2\n", "pajek"), ("a.yaml", "{\"graph\": {}}", "jgf"),
  ])
  func contentSaysMoreThanAWrongEnding(_ name: String, _ text: String, _ id: String) {
    #expect(format(name, text) == id)
  }

  @Test func anEndingSaysMoreThanLooksOfATable() {
    #expect(format("a.gml", "a,b,c\n") == "gml")
    #expect(format("a.edges", "a,b\n") == "edgelist")
    #expect(format("a.txt", "no network at all") == nil)
  }

  @Test func aWrongEndingIsNotedAndTheFormatNamedIsUsed() throws {
    let file = InputFile(name: "a.gml", bytes: Array("*Vertices 2\n*Arcs\n1 2\n".utf8))
    let read = try registry.read(file)
    #expect(read.report.format == "pajek")
    #expect(read.report.notes[0] == "the name says GML, the content is Pajek, and is read as that")
    #expect(throws: Diagnostics.self) { try registry.read(file, format: "gml") }
    #expect(try registry.read(file, format: "pajek").report.notes.isEmpty)
  }

  /// A format is a file that conforms, a line in the list of formats, and a test.
  @Test func aFormatIsAddedByItsTypeAlone() throws {
    let registry = FormatRegistry(self.registry.formats + [PairFormat()])
    let network = try registry.read(InputFile(name: "a.pair", bytes: Array("RUS and IRN".utf8))).network
    #expect(network.actors.map(\.id) == ["IRN", "RUS"])
    let written = try #require(registry.writer(forName: "b.pair")).write(network)
    #expect(String(decoding: written.bytes, as: UTF8.self) == "IRN and RUS")
    #expect(registry.names.hasSuffix(", ftm, pair"))
    #expect(registry.memory(toRead: InputFile(name: "a.pair", bytes: [1, 2])) == 20)
  }

  /// Formats that are read alone are not written, whatever ending they have; those that are written alone are not read.
  @Test func formatsOfOneWayAreNoneOfTheOther() {
    #expect(registry.reader(id: "neo4j") == nil && registry.writer(id: "neo4j") != nil)
    #expect(registry.readers.allSatisfy { !["neo4j", "ftm"].contains($0.id) })
    #expect(registry.writer(forName: "a.csv")?.id == "csv")
  }
}

/// Two actors in a line: the smallest format there can be.
private struct PairFormat: NetworkReader, NetworkWriter {
  let id = "pair"
  let title = "pair"
  let fileExtensions = ["pair"]
  let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.memoryPerByte = 10
    return reading
  }()

  func recognises(_ beginning: String) -> Bool { beginning.contains(" and ") }

  func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    var graph = ImportCollector(file: file.name, options: options)
    for word in try file.text().split(separator: " ").map(String.init).sorted() where word != "and" {
      graph.addNode(Actor(id: word, name: word), at: .start)
    }
    return try graph.network(format: id)
  }

  func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    ExportedNetwork(bytes: Array(network.actors.map(\.id).joined(separator: " and ").utf8), losses: [])
  }
}
