import ActorModel
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("GraphML")
struct GraphMLFormatTests {
  private let format = GraphMLFormat()

  @Test("Bad and odd files come to the end they should", arguments: GraphMLFormatTests.samples)
  func sample(_ sample: XMLSample) {
    let found = outcome(of: sample.text, in: format)
    #expect(found.summary == sample.expected)
    for warning in sample.warnings {
      #expect(found.warnings.contains { $0.hasPrefix(warning) }, "no warning '\(warning)' in \(found.warnings)")
    }
    if sample.warnings.isEmpty { #expect(found.warnings == []) }
  }

  @Test("Strict reading makes an error of each warning")
  func strict() {
    var options = ReadOptions()
    options.isStrict = true
    for sample in Self.samples where !sample.warnings.isEmpty {
      #expect(!outcome(of: sample.text, in: format, options: options).summary.hasSuffix(" ties"), "\(sample.id)")
    }
  }

  @Test("Names, weights, signs, dates and attributes go where they belong")
  func fields() throws {
    let network = try read(
      Self.file(
        keys: [
          "<key id='l' for='node' attr.name='Label' attr.type='string'/>",
          "<key id='k' for='node' attr.name='kind' attr.type='string'/>",
          "<key id='x' for='node' attr.name='GDP' attr.type='double'><default>0.5</default></key>",
          "<key id='w' for='edge' attr.name='weight' attr.type='double'/>",
          "<key id='s' for='edge' attr.name='start' attr.type='string'/>",
          "<key id='t' for='edge' attr.name='Edge Label' attr.type='string'/>",
          "<key id='y' for='edge' attr.name='Type' attr.type='string'/>",
        ],
        "<node id='a'><data key='l'>Russia</data><data key='k'>state</data><data key='x'> 1e3 </data></node>",
        "<node id='b'><desc>seen</desc></node>",
        "<edge source='a' target='b' directed='false'><data key='w'>-2.5</data><data key='s'>2025-07</data>"
          + "<data key='t'>law &amp; order</data><data key='y'>sanctions</data></edge>",
        "<edge id='E' source='b' target='a'><data key='w'>3</data></edge>"))
    let russia = try #require(network.actor("a"))
    #expect(russia.name == "Russia")
    #expect(russia.kind == .state)
    #expect(russia.attributes == [Attribute("GDP", "1e3")])
    #expect(network.actor("b")?.note == "seen")
    #expect(network.actor("b")?.name == "b")
    #expect(network.actor("b")?.attributes == [Attribute("GDP", "0.5")])
    let first = network.relations[0]
    #expect(first.ends == .mutual("a", "b"))
    #expect(first.sign == .negative && first.strength == 2.5)
    #expect(first.validity.since?.description == "2025-07")
    #expect(first.label == "law & order" && first.type == "sanctions")
    #expect(network.relations[1].id == "E" && network.relations[1].sign == .positive)
    #expect(network.relations[1].ends == .directed(from: "b", to: "a"))
  }

  @Test("Names that differ by capitals are both kept")
  func capitals() throws {
    let network = try read(
      Self.file(
        keys: [
          "<key id='1' for='node' attr.name='label' attr.type='string'/>",
          "<key id='2' for='node' attr.name='Label' attr.type='string'/>",
          "<key id='3' for='node' attr.name='LABEL' attr.type='string'/>",
        ], "<node id='a'><data key='1'>x</data><data key='2'>y</data><data key='3'>z</data></node>"))
    #expect(network.actors[0].name == "x")
    #expect(network.actors[0].attributes == [Attribute("Label", "y"), Attribute("LABEL", "z")])
  }

  @Test("The graph to read can be chosen by id and by number", arguments: ["B", "2"])
  func choose(name: String) throws {
    let text =
      "<graphml><graph id='A' edgedefault='directed'><node id='a'/></graph>"
      + "<graph id='B' edgedefault='directed'><node id='b'/><node id='c'/></graph></graphml>"
    var options = ReadOptions()
    options.networkName = name
    #expect(outcome(of: text, in: format, options: options).summary == "2 actors, 0 ties")
    options.networkName = "C"
    #expect(outcome(of: text, in: format, options: options).summary == "1:1 the file has no graph 'C'")
  }

  @Test("Country codes and odd ids stay as they are")
  func ids() throws {
    let ids = [
      "NO", "ON", "YE", "NA", "NULL", "NAN", "NaN", "001", "1E5", "a b", "=x()", "<b>", "é",
      "x&#9;y".replacing("&#9;", with: " "),
    ]
    let nodes = ids.map { id in
      var escaped: [UInt8] = []
      XMLText.escape(id, isAttribute: true, into: &escaped)
      return "<node id=\"\(String(decoding: escaped, as: UTF8.self))\"/>"
    }
    let network = try read(Self.file(keys: [], nodes.joined()))
    #expect(network.actors.map(\.id) == ids)
    let back = try read(String(decoding: format.write(network).bytes, as: UTF8.self))
    #expect(back.actors.map(\.id) == ids)
  }

  @Test("The counts of the report add up")
  func counts() throws {
    let text = Self.file(
      keys: ["<key id='w' for='edge' attr.name='weight' attr.type='double'/>"], "<node id='a'/><node id='a'/>",
      "<node id='b'/>", "<edge source='a' target='b'><data key='w'>0</data></edge>", "<edge source='a' target='b'/>",
      "<edge source='a' target='b'/>", "<edge source='b' target='b'/>")
    let report = try format.read(InputFile(name: "a", bytes: Array(text.utf8)), options: ReadOptions()).report
    #expect(report.count("actors read") == 3 && report.count("actors kept") == 2 && report.count("actors merged") == 1)
    #expect(report.count("ties read") == 4 && report.count("ties kept") == 3 && report.count("ties dropped") == 1)
    #expect(report.count("self-loops") == 1 && report.count("parallel ties") == 1)
  }

  @Test("What is written is read back, field by field", arguments: 0..<60)
  func roundTrip(seed: UInt64) throws {
    var random = RandomNetwork(seed: seed)
    let network = try random.network()
    let written = try format.write(network)
    #expect(written.losses == [])
    let read = try format.read(InputFile(name: "a", bytes: written.bytes), options: ReadOptions())
    let isSame = read.network == network
    #expect(isSame)
    // Random texts turn the direction of writing now and then, of which any reader warns.
    let problems = read.report.diagnostics.filter {
      !$0.message.contains("has control or direction-changing characters")
    }
    #expect(problems == [])
    let isStable = try format.write(read.network).bytes == written.bytes
    #expect(isStable)
  }

  @Test("A file of ours heeds the options of reading, and its texts are checked like a network file's")
  func ownFile() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "1", name: "A"), Actor(id: "2", name: "B")]
    content.actors[0].kind = .state
    let ends = [RelationEnds.directed(from: "1", to: "2"), .directed(from: "2", to: "1")]
    content.relations = ends.enumerated().map { Relation(id: "e\($0 + 1)", ends: $1, type: "tie") }
    let written = try format.write(ActorNetwork(content)).bytes
    var options = ReadOptions()
    options.direction = .undirected
    let read = try format.read(InputFile(name: "a", bytes: written), options: options)
    #expect(read.network.actors.map(\.id) == ["1", "2"] && read.network.relations.map(\.ends) == [.mutual("1", "2")])
    #expect(read.report.count("ties merged") == 1 && read.report.changes.map(\.kind) == [.merged])
    let text = String(decoding: written, as: UTF8.self)
    #expect(
      outcome(of: text.replacing(">state<", with: ">stat<"), in: format).summary.contains("kind 'stat' is none of"))
    #expect(
      outcome(of: text.replacing("actorgraph.node.kind", with: "actorgraph.node.kint"), in: format).summary
        .contains("no field 'kint' of a node; did you mean 'kind'?"))
  }

  @Test("The seed network comes back whole")
  func seed() throws {
    let network = try seedNetwork()
    let written = try format.write(network)
    #expect(written.losses == [])
    let isSame = try read(String(decoding: written.bytes, as: UTF8.self)) == network
    #expect(isSame)
  }

  @Test("Columns that another program adds to a file of ours become attributes")
  func added() throws {
    var random = RandomNetwork(seed: 3)
    var text = String(decoding: try format.write(random.network()).bytes, as: UTF8.self)
    text = text.replacing(
      "<graph id=", with: "<key id='m' for='node' attr.name='cluster' attr.type='int'/><graph id=", maxReplacements: 1)
    text = text.replacing("</node>", with: "<data key='m'>4</data></node>")
    #expect(try read(text).actors.allSatisfy { $0.attributes.last == Attribute("cluster", "4") })
  }

  @Test("A file cut off anywhere is refused")
  func truncated() throws {
    var random = RandomNetwork(seed: 5)
    let whole = try format.write(random.network()).bytes
    for length in 0..<min(whole.count - 1, 4096) {
      #expect(!outcome(of: Array(whole.prefix(length)), in: format).summary.hasSuffix(" ties"), "cut at \(length)")
    }
    for length in max(0, whole.count - 64)..<(whole.count - 1) {
      #expect(!outcome(of: Array(whole.prefix(length)), in: format).summary.hasSuffix(" ties"), "cut at \(length)")
    }
  }

  @Test("Flipped bits are refused, or give a network that is written and read back the same")
  func flipped() throws {
    var random = RandomNetwork(seed: 8)
    let whole = try format.write(random.network()).bytes
    var state: UInt32 = 7
    for _ in 0..<3000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      var bytes = whole
      bytes[Int(state >> 3) % bytes.count] ^= 1 << UInt8(state & 7)
      do throws(FuzzFailure) { try FuzzTarget.graphML.run(bytes) } catch { Issue.record("\(error)\n\(bytes)") }
    }
  }

  @Test("A text that XML or its readers cannot hold is said, or refused")
  func unwritable() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "a", name: "bell\u{7}")]
    let written = try format.write(ActorNetwork(content))
    #expect(written.losses == ["characters that XML does not allow, in 1 text"])
    content.actors = [Actor(id: "a\u{FFFF}", name: "x")]
    #expect(throws: UnwritableNetwork.self) { try format.write(ActorNetwork(content)) }
    content.actors = [Actor(id: "a", name: String(repeating: "x", count: 70_000))]
    #expect(throws: UnwritableNetwork.self) { try format.write(ActorNetwork(content)) }
  }

  @Test("gzip is told by its bytes, and the format by the name before .gz")
  func compressed() throws {
    let network = try seedNetwork()
    let packed = try Gzip().compress(format.write(network).bytes)
    let read = try FormatRegistry().read(InputFile(name: "out/seed.graphml.gz", bytes: packed))
    let isSame = read.network == network && read.report.format == "graphml"
    #expect(isSame)
  }

  // MARK: -

  private func read(_ text: String) throws -> ActorNetwork {
    try format.read(InputFile(name: "a.graphml", bytes: Array(text.utf8)), options: ReadOptions()).network
  }

  /// A GraphML file with keys on lines of their own from line 2, the graph after them.
  static func file(keys: [String], _ body: String...) -> String {
    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n" + keys.map { $0 + "\n" }.joined()
      + "<graph edgedefault='directed'>\n" + body.joined(separator: "\n") + "\n</graph></graphml>"
  }
}

/// The network of the repository's own `Graphs`.
func seedNetwork() throws -> ActorNetwork {
  let graphs = try #require(folder("Graphs"))
  let data = try Data(contentsOf: graphs.appendingPathComponent("moscow-kabul.yaml"))
  let file = InputFile(name: "moscow-kabul.yaml", bytes: [UInt8](data))
  return try YAMLNetworkFormat().read(file, options: ReadOptions()).network
}

extension GraphMLFormatTests {
  private static let weight = "<key id='w' for='edge' attr.name='weight' attr.type='double'/>"
  private static let ab = "<node id='a'/><node id='b'/>"

  private static func weighted(_ text: String) -> String {
    file(keys: [weight], ab, "<edge source='a' target='b'><data key='w'>\(text)</data></edge>")
  }

  static let samples: [XMLSample] = common + documents + keys + elements

  static let common: [XMLSample] = [
    XMLSample("C01 nothing", "", "1:1 the file is empty"),
    XMLSample("C02 comment", "<!-- -->", "1:1 the file holds no element"),
    XMLSample("C03 byte order mark", "\u{FEFF}" + file(keys: [], ab), "2 actors, 0 ties"),
    XMLSample("C11 line ends", file(keys: [], ab).replacing("\n", with: "\r\n"), "2 actors, 0 ties"),
    XMLSample(
      "C14 two documents", file(keys: [], ab) + "\n<graphml/>",
      "5:1 a second document begins after the end of the first"),
    XMLSample(
      "C16 same node, same data", file(keys: [], "<node id='a'/>", "<node id='a'/>"), "1 actors, 0 ties",
      warns: ["4:1 actor 'a' stands twice; first in line 3"]),
    XMLSample(
      "C16 same node, other data", file(keys: [], "<node id='a'/>", "<node id='a'><desc>x</desc></node>"),
      "4:1 duplicate id 'a'; it stands in line 3 with other data"),
    XMLSample(
      "C18 look-alikes", file(keys: [], "<node id='IR'/>", "<node id='ir'/>"), "2 actors, 0 ties",
      warns: ["4:1 the ids 'ir' and 'IR' (line 3) look alike"]),
    XMLSample(
      "C20 bidi in a name",
      file(keys: ["<key id='l' attr.name='label'/>"], "<node id='a'><data key='l'>a\u{202E}b</data></node>"),
      "1 actors, 0 ties", warns: ["4:14 label has control or direction-changing characters"]),
    XMLSample(
      "C23 undeclared node", file(keys: [], ab, "<edge source='a' target='c'/>"),
      "4:26 the tie's target 'c' is not declared"),
    XMLSample("C24 no target", file(keys: [], ab, "<edge source='a'/>"), "4:1 an edge without target"),
    XMLSample("C24 no source", file(keys: [], ab, "<edge target='a'/>"), "4:1 an edge without source"),
    XMLSample(
      "C25 loops and parallels",
      file(keys: [], ab, "<edge source='a' target='a'/><edge source='a' target='b'/><edge source='b' target='a'/>"),
      "2 actors, 3 ties"),
    XMLSample(
      "C26 direction", file(keys: [], ab, "<edge source='a' target='b' directed='maybe'/>"),
      "4:39 directed 'maybe' is neither true nor false"),
    XMLSample("C27 overflow", weighted("1e400"), "5:29 '1e400' under key 'weight' is no double"),
    XMLSample("C28 NaN", weighted("NaN"), "5:29 weight 'NaN' is not a finite number"),
    XMLSample("C28 infinity", weighted("INF"), "5:29 weight 'INF' is not a finite number"),
    XMLSample("C28 1.#QNAN", weighted("1.#QNAN"), "5:29 '1.#QNAN' under key 'weight' is no double"),
    XMLSample("C29 decimal comma", weighted("1,5"), "5:29 '1,5' under key 'weight' is no double"),
    XMLSample("C29 Arabic digits", weighted("١٢"), "5:29 '١٢' under key 'weight' is no double"),
    XMLSample("C30 lenient numbers", weighted("+.5"), "2 actors, 1 ties"),
    XMLSample("C30 hexadecimal", weighted("0x10"), "5:29 '0x10' under key 'weight' is no double"),
    XMLSample("C31 empty weight", weighted(""), "5:29 '' under key 'weight' is no double"),
    XMLSample("C31 text", weighted("strong"), "5:29 'strong' under key 'weight' is no double"),
    XMLSample(
      "weight 0", weighted("0.0"), "2 actors, 0 ties", warns: ["5:1 a tie of weight 0 is no tie, and was dropped"]),
    XMLSample(
      "C34 no such day",
      file(
        keys: ["<key id='s' for='edge' attr.name='since'/>"], ab,
        "<edge source='a' target='b'><data key='s'>2023-02-29</data></edge>"),
      "5:29 since: there is no date 2023-02-29: that month has days 01 to 28"),
    XMLSample(
      "C36 end before start",
      file(
        keys: ["<key id='s' for='edge' attr.name='since'/>", "<key id='u' for='edge' attr.name='until'/>"], ab,
        "<edge source='a' target='b'><data key='s'>2023</data><data key='u'>2022</data></edge>"),
      "6:1 until 2022 is before since 2023, so that it never holds"),
    XMLSample(
      "C37 and C38 hostile labels",
      file(
        keys: ["<key id='l' attr.name='label'/>"],
        "<node id='a'><data key='l'>=HYPERLINK(\"http://x\")&lt;script&gt;]]&gt;--&gt;${7*7}%s%n</data></node>"),
      "1 actors, 0 ties"),
  ]

  static let documents: [XMLSample] = [
    XMLSample(
      "G01 billion laughs", "<!DOCTYPE g [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><graphml/>",
      "1:1 a document type (DOCTYPE)"),
    XMLSample(
      "G02 quadratic blow-up", "<?xml version='1.0'?><!DOCTYPE g [<!ENTITY a 'bbbb'>]><graphml/>",
      "1:22 a document type (DOCTYPE)"),
    XMLSample(
      "G03 external entity", "<!DOCTYPE g [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><graphml>&a;</graphml>",
      "1:1 a document type (DOCTYPE)"),
    XMLSample(
      "G04 parameter entity", "<!DOCTYPE g [<!ENTITY % a 'b'> %a;]><graphml/>", "1:1 a document type (DOCTYPE)"),
    XMLSample(
      "G05 entity in text", file(keys: [], "<node id='a'><desc>&x;</desc></node>"),
      "3:20 the entity &x; is none of XML's five"),
    XMLSample("G06 external DTD", "<!DOCTYPE graphml SYSTEM 'graphml.dtd'><graphml/>", "1:1 a document type (DOCTYPE)"),
    XMLSample(
      "G06 schema location",
      file(keys: [], ab).replacing("<graphml ", with: "<graphml xmlns:xsi='x' xsi:schemaLocation='http://x y.xsd' "),
      "2 actors, 0 ties"),
    XMLSample(
      "G07 XInclude",
      file(keys: [], "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>", ab),
      "2 actors, 0 ties", warns: ["3:1 <x:include> is not GraphML's, and is not read"]),
    XMLSample(
      "G08 entity in an id", file(keys: [], "<node id='&foo;'/>"), "3:11 the entity &foo; is none of XML's five"),
    XMLSample(
      "G09 depth", "<graphml>" + String(repeating: "<x>", count: 1000), "1:199 elements are nested deeper than 64"),
    XMLSample("G10 cut in a comment", "<graphml><!-- ", "1:10 a comment that is opened here and never closed"),
    XMLSample(
      "G20 two graphs",
      "<graphml><graph id='A' edgedefault='directed'/>\n<graph id='B' edgedefault='directed'/></graphml>",
      "2:1 a second graph 'B' begins; the first, 'A', is in line 1"),
    XMLSample("no graph", "<graphml></graphml>", "1:20 the file holds no <graph>"),
    XMLSample("another root", "<gexf/>", "1:1 the root element is <gexf>, not <graphml>"),
    XMLSample(
      "G21 no namespace", "<graphml><graph edgedefault='directed'><node id='a'/></graph></graphml>", "1 actors, 0 ties",
      warns: ["1:1 the file names no namespace; it is read as GraphML"]),
    XMLSample(
      "G21 another namespace", "<graphml xmlns='urn:x'><graph edgedefault='directed'><node id='a'/></graph></graphml>",
      "1 actors, 0 ties", warns: ["1:1 the namespace 'urn:x' is not GraphML's; it is read as GraphML"]),
    XMLSample(
      "G21 prefix",
      "<g:graphml xmlns:g='http://graphml.graphdrawing.org/xmlns'><g:graph edgedefault='directed'><g:node id='a'/></g:graph></g:graphml>",
      "1 actors, 0 ties"),
    XMLSample("G24 duplicate attribute", file(keys: [], "<node id='a' id='b'/>"), "3:14 duplicate attribute 'id'"),
    XMLSample(
      "G25 encoding", "<?xml version='1.0' encoding='latin1'?><graphml>é</graphml>",
      "1:31 the file declares the encoding latin1, but its bytes are UTF-8"),
    XMLSample("G26 XML 1.1", "<?xml version='1.1'?><graphml/>", "1:16 XML 1.1 is not read"),
    XMLSample("G27 instruction", "<?xml-stylesheet href='x'?>" + file(keys: [], ab), "2 actors, 0 ties"),
  ]

  static let keys: [XMLSample] = [
    XMLSample(
      "G11 undeclared key", file(keys: [weight], "<node id='a'><data key='d9'>x</data></node>"),
      "4:25 data under the key 'd9', which is not declared"),
    XMLSample("G12 duplicate key", file(keys: [weight, weight], ab), "3:10 duplicate key 'w'"),
    XMLSample(
      "G12 other type", file(keys: [weight, "<key id='w' for='node' attr.name='x' attr.type='int'/>"], ab),
      "3:10 duplicate key 'w'"),
    XMLSample("G13 empty id", file(keys: ["<key id='' for='node'/>"], ab), "2:10 the key's id is empty"),
    XMLSample("G13 no id", file(keys: ["<key for='node'/>"], ab), "2:1 a key without id"),
    XMLSample(
      "G14 attr.type", file(keys: ["<key id='d' for='node' attr.type='integr'/>"], ab),
      "2:35 attr.type 'integr' is none of boolean, int, long, float, double, string"),
    XMLSample(
      "G14 integer", file(keys: ["<key id='d' for='node' attr.type='integer'/>"], ab), "2 actors, 0 ties",
      warns: ["2:35 attr.type 'integer' is not GraphML's; it is read as int"]),
    XMLSample(
      "for", file(keys: ["<key id='d' for='nodes'/>"], ab), "2:18 a key for 'nodes', which is no element of a graph"),
    XMLSample(
      "G15 int",
      file(
        keys: ["<key id='d' for='node' attr.name='n' attr.type='int'/>"], "<node id='a'><data key='d'>1.5</data></node>"
      ),
      "4:14 '1.5' under key 'n' is no int"),
    XMLSample(
      "G15 int too large",
      file(
        keys: ["<key id='d' for='node' attr.name='n' attr.type='long'/>"],
        "<node id='a'><data key='d'>99999999999999999999</data></node>"),
      "4:14 '99999999999999999999' under key 'n' is no long"),
    XMLSample(
      "G15 boolean",
      file(
        keys: ["<key id='d' for='node' attr.name='n' attr.type='boolean'/>"],
        "<node id='a'><data key='d'> fAlSe </data></node>",
        "<node id='b'><data key='d'>maybe</data></node>"), "5:14 'maybe' under key 'n' is no boolean"),
    XMLSample(
      "G15 empty",
      file(keys: ["<key id='d' for='node' attr.name='n' attr.type='int'/>"], "<node id='a'><data key='d'/></node>"),
      "1 actors, 0 ties", warns: ["4:14 data of type int without a value are not kept"]),
    XMLSample(
      "G15 infinity elsewhere",
      file(
        keys: ["<key id='d' for='node' attr.name='n' attr.type='double'/>"],
        "<node id='a'><data key='d'>-INF</data></node>"),
      "1 actors, 0 ties"),
    XMLSample(
      "G16 default",
      file(keys: ["<key id='d' for='node' attr.name='n' attr.type='int'><default>7</default></key>"], ab),
      "2 actors, 0 ties"),
    XMLSample(
      "G16 wrong default",
      file(keys: ["<key id='d' for='node' attr.name='n' attr.type='int'><default>x</default></key>"], ab),
      "2:54 the default 'x' of key 'n' is no int"),
    XMLSample(
      "Cytoscape's for",
      file(
        keys: ["<key id='w' for='node' attr.name='weight' attr.type='double'/>"], ab,
        "<edge source='a' target='b'><data key='w'>2</data></edge>"),
      "2 actors, 1 ties", warns: ["5:40 key 'weight' is declared for node, but used in a edge; its data are kept"]),
    XMLSample(
      "a key twice",
      file(keys: [weight], ab, "<edge source='a' target='b'><data key='w'>2</data><data key='w'>3</data></edge>"),
      "5:51 a second value under the key 'weight'"),
    XMLSample(
      "graph data",
      file(
        keys: ["<key id='t' for='graph' attr.name='title'/>", "<key id='u' for='graph' attr.name='when'/>"],
        "<data key='t'>T</data><data key='u'>now</data>", ab),
      "2 actors, 0 ties", warns: ["5:23 graph data 'when' has no place in a network, and is not kept"]),
  ]

  static let elements: [XMLSample] = [
    XMLSample("G17 no edgedefault", "<graphml>\n<graph id='G'/></graphml>", "2:1 the graph has no edgedefault"),
    XMLSample(
      "G17 capitals", "<graphml><graph edgedefault='Directed'/></graphml>",
      "1:30 edgedefault 'Directed' is neither directed nor undirected"),
    XMLSample("G18 edge before its nodes", file(keys: [], "<edge source='a' target='b'/>", ab), "2 actors, 1 ties"),
    XMLSample("node without id", file(keys: [], "<node/>"), "3:1 a node without id"),
    XMLSample("empty id", file(keys: [], "<node id=''/>"), "3:1 the actor's id is empty"),
    XMLSample(
      "C10 control in an id", file(keys: [], "<node id='a&#10;b'/>"), "3:1 the actor's id has the control character U+A"
    ),
    XMLSample(
      "G28 white space in an id", file(keys: [], "<node id='a\tb'/>", "<edge source='a b' target='a\nb'/>"),
      "1 actors, 1 ties"),
    XMLSample(
      "G19 nested graph",
      file(
        keys: [], "<node id='a'>",
        "<graph edgedefault='undirected'><node id='b'/><edge source='b' target='a'/></graph></node>"),
      "2 actors, 1 ties", warns: ["4:1 a graph is nested in a node; its actors are read as parts of it"]),
    XMLSample(
      "G19 hyperedge and ports",
      file(
        keys: [], "<node id='a'><port name='p'/></node>", "<hyperedge><endpoint node='a'/></hyperedge>",
        "<edge source='a' target='a' sourceport='p'/>"),
      "1 actors, 1 ties", warns: ["3:14 ports are not read (2 times, the first here)", "4:1 hyperedges are not read"]),
    XMLSample(
      "G22 yEd",
      file(
        keys: ["<key id='d6' for='node' yfiles.type='nodegraphics'/>"],
        "<node id='n0'><data key='d6'><y:ShapeNode xmlns:y='u'><y:NodeLabel>Russia<y:Model/></y:NodeLabel></y:ShapeNode></data></node>"
      ),
      "1 actors, 0 ties", warns: ["4:15 drawing data of yEd are not kept, but for labels"]),
    XMLSample(
      "G23 CDATA",
      file(keys: ["<key id='l' attr.name='label'/>"], "<node id='a'><data key='l'><![CDATA[<b>]]></data></node>"),
      "1 actors, 0 ties"),
    XMLSample(
      "NetworkX's edge ids",
      file(keys: [], ab, "<edge id='0' source='a' target='b'/>", "<edge id='0' source='b' target='a'/>"),
      "2 actors, 2 ties", warns: ["5:11 edge ids that stand twice are replaced by numbers"]),
    XMLSample(
      "stray text", file(keys: [], ab, "hello"), "2 actors, 0 ties", warns: ["4:1 text between elements is not read"]),
    XMLSample(
      "unknown element", file(keys: [], ab, "<vertex id='c'/>"), "2 actors, 0 ties",
      warns: ["4:1 <vertex> has no place here, and is not read"]),
  ]
}
