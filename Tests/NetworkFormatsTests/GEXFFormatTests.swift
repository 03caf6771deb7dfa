import ActorModel
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("GEXF")
struct GEXFFormatTests {
  private let format = GEXFFormat()

  @Test("Bad and odd files come to the end they should", arguments: GEXFFormatTests.samples)
  func sample(_ sample: XMLSample) {
    let found = outcome(of: sample.text, in: format)
    #expect(found.summary == sample.expected)
    for warning in sample.warnings {
      #expect(found.warnings.contains { $0.hasPrefix(warning) }, "no warning '\(warning)' in \(found.warnings)")
    }
    if sample.warnings.isEmpty { #expect(found.warnings == []) }
  }

  @Test("Ends of spells are inclusive unless they are open")
  func intervals() throws {
    func interval(_ times: String, format: String = "timeformat='date'") throws -> String {
      let network = try read(Self.file(format, Self.nodes, "<edges><edge source='a' target='b' \(times)/></edges>"))
      let validity = network.relations[0].validity
      return "\(validity.since?.description ?? "") \(validity.until?.description ?? "")"
    }
    #expect(try interval("start='2009-03-01' end='2009-03-10'") == "2009-03-01 2009-03-11")
    #expect(try interval("start='2009-03-01' endopen='2009-03-10'") == "2009-03-01 2009-03-10")
    #expect(try interval("startopen='2009-02-28' end='2009-12-31'") == "2009-03-01 2010-01-01")
    #expect(try interval("end='2009-03'") == " 2009-04")
    #expect(try interval("start='2009' end='2009'") == "2009 2010")
    #expect(try interval("start='-Infinity' end='Infinity'") == " ")
    #expect(try interval("timestamp='2009-03-01'") == "2009-03-01 2009-03-02")
    let clock = "timeformat='dateTime'"
    #expect(
      try interval("start='2009-03-01T12:00:00Z' end='2009-03-10T00:00:00'", format: clock) == "2009-03-01 2009-03-10")
    #expect(try interval("start='2009-03-01' end='2009-03-09T24:00:00'", format: clock) == "2009-03-01 2009-03-10")
    #expect(
      try interval("start='2009-03-01T23:30:00+03:00' end='2009-03-01T23:40:00.5+03:00'", format: clock)
        == "2009-03-01 2009-03-02")
  }

  @Test("An edge with several spells is a tie for each, and the count says so")
  func spells() throws {
    let text = Self.file(
      "timeformat='date' mode='dynamic'", Self.nodes,
      "<edges><edge id='e' source='a' target='b'><spells><spell start='2001-01-01' end='2001-12-31'/>"
        + "<spell start='2003-01-01'/></spells></edge>"
        + "<edge source='a' target='b' intervals='&lt;[2001-01-01, 2001-01-31]; (2002-01-01, 2002-01-31)&gt;'/></edges>"
    )
    let network = try read(text)
    #expect(network.relations.map(\.id) == ["e", "e-2", "e3", "e4"])
    #expect(
      network.relations.map { "\($0.validity.since?.description ?? "")/\($0.validity.until?.description ?? "")" } == [
        "2001-01-01/2002-01-01", "2003-01-01/", "2001-01-01/2001-02-01", "2002-01-02/2002-01-31",
      ])
  }

  @Test("Values that change, times without a unit and lists are kept as texts")
  func kept() throws {
    let network = try read(
      Self.file(
        "timeformat='double' mode='dynamic'",
        "<attributes class='node' mode='dynamic'><attribute id='0' title='score' type='integer'/>"
          + "<attribute id='1' title='tags' type='listString'/></attributes>",
        "<nodes><node id='a' start='1.5'><attvalues><attvalue for='0' value='3' start='1' end='2'/>"
          + "<attvalue for='0' value='4' start='2'/><attvalue for='1' value='[x, \"y, z\"]'/></attvalues></node></nodes>"
      ))
    #expect(
      network.actors[0].attributes == [
        Attribute("tags", list: ["x", "y, z"]), Attribute("score", list: ["3 [1/2]", "4 [2/]"]),
        Attribute("spells", list: ["1.5/"]),
      ])
  }

  @Test(
    "X16: lists in all their forms",
    arguments: [
      ("[a, b]", ["a", "b"]), ("a|b", ["a", "b"]), ("a;b, c", ["a", "b, c"]), ("a, b", ["a", "b"]), ("", []),
      ("[]", []),
      ("['a,b', c]", ["a,b", "c"]), ("a", ["a"]),
    ])
  func lists(text: String, values: [String]) {
    #expect(GEXFAttribute.list(text) == values)
  }

  @Test("Kinds, labels, weights and directions go where they belong")
  func fields() throws {
    let network = try read(
      Self.file(
        "defaultedgetype='directed'",
        "<attributes class='edge'><attribute id='w' title='Weight' type='float'/>"
          + "<attribute id='n' title='note' type='string'><default>none</default></attribute></attributes>",
        Self.nodes,
        "<edges><edge source='a' target='b' type='undirected' kind='sanctions' label='l' weight='-2'/>"
          + "<edge source='a' target='b' type='mutual'><attvalues><attvalue for='w' value='3'/></attvalues></edge>"
          + "<edge source='b' target='a'><attvalues><attvalue for='n' value='x'/></attvalues></edge></edges>"))
    let relations = network.relations
    #expect(relations.map(\.ends) == [.mutual("a", "b"), .mutual("a", "b"), .directed(from: "b", to: "a")])
    #expect(relations[0].type == "sanctions" && relations[0].label == "l" && relations[0].sign == .negative)
    #expect(relations.map(\.strength) == [2, 3, 1])
    #expect(relations.map(\.note) == ["none", "none", "x"])
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

  @Test("The seed network comes back whole, and by way of GraphML too")
  func seed() throws {
    let network = try seedNetwork()
    let written = try format.write(network)
    #expect(written.losses == [])
    let back = try read(String(decoding: written.bytes, as: UTF8.self))
    let again = try GraphMLFormat().write(back)
    let last = try GraphMLFormat().read(InputFile(name: "a", bytes: again.bytes), options: ReadOptions()).network
    let isSame = back == network && last == network
    #expect(isSame)
  }

  @Test("The days that ties hold are written as Gephi reads them")
  func writtenTimes() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")]
    var relation = Relation(id: "r", ends: .directed(from: "a", to: "b"), type: "t")
    relation.validity = Interval(since: try CalendarDate("2024-05"), until: try CalendarDate("2025"))
    content.relations = [relation]
    let text = String(decoding: try format.write(ActorNetwork(content)).bytes, as: UTF8.self)
    #expect(text.contains(#"mode="dynamic" timeformat="date" timerepresentation="interval""#))
    #expect(text.contains(#"start="2024-05-01" end="2024-12-31""#))
  }

  @Test("A file cut off anywhere is refused")
  func truncated() throws {
    var random = RandomNetwork(seed: 5)
    let whole = try format.write(random.network()).bytes
    for length in Array(0..<min(whole.count - 1, 3072)) + Array(max(0, whole.count - 64)..<(whole.count - 1)) {
      #expect(!outcome(of: Array(whole.prefix(length)), in: format).summary.hasSuffix(" ties"), "cut at \(length)")
    }
  }

  @Test("Flipped bits are refused, or give a network that is written and read back the same")
  func flipped() {
    let whole = Array(
      Self.file(
        "timeformat='date' mode='dynamic'",
        "<attributes class='node'><attribute id='0' title='score' type='integer'/></attributes>",
        "<nodes><node id='a' start='2001-01-01'><attvalues><attvalue for='0' value='3'/></attvalues></node><node id='b'/></nodes>",
        "<edges><edge id='e' source='a' target='b' weight='2' intervals='&lt;[2001-01-01, 2001-01-31]&gt;'/></edges>"
      ).utf8)
    for i in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[i] ^= 1 << UInt8(bit)
        do throws(FuzzFailure) { try FuzzTarget.gexf.run(bytes) } catch { Issue.record("\(error)\n\(bytes)") }
      }
    }
  }

  // MARK: -

  private func read(_ text: String) throws -> ActorNetwork {
    try format.read(InputFile(name: "a.gexf", bytes: Array(text.utf8)), options: ReadOptions()).network
  }

  static let nodes = "<nodes><node id='a' label='A'/><node id='b'/></nodes>"

  /// A GEXF file whose graph's parts stand on lines of their own from line 3.
  static func file(_ attributes: String, _ body: String...) -> String {
    "<gexf xmlns='http://gexf.net/1.3' version='1.3'>\n<graph \(attributes)>\n" + body.joined(separator: "\n")
      + "\n</graph></gexf>"
  }
}

extension GEXFFormatTests {
  private static func edge(_ rest: String, _ graph: String = "timeformat='date'") -> String {
    file(graph, nodes, "<edges><edge source='a' target='b' \(rest)/></edges>")
  }

  private static func node(_ declaration: String, _ values: String) -> String {
    file("", "<attributes class='node'>\(declaration)</attributes>", "<nodes><node id='a'>\(values)</node></nodes>")
  }

  static let samples: [XMLSample] = documents + elements + times

  static let documents: [XMLSample] = [
    XMLSample("C01 nothing", "", "1:1 the file is empty"),
    XMLSample("X01 billion laughs", "<!DOCTYPE g [<!ENTITY a 'b'>]><gexf/>", "1:1 a document type (DOCTYPE)"),
    XMLSample(
      "X05 entity", file("", "<nodes><node id='a' label='&x;'/></nodes>"), "3:28 the entity &x; is none of XML's five"),
    XMLSample("X09 depth", "<gexf>" + String(repeating: "<x>", count: 99), "1:196 elements are nested deeper than 64"),
    XMLSample(
      "X10 version 1.1", "<gexf xmlns='http://www.gexf.net/1.1draft' version='1.1'><graph>\(nodes)</graph></gexf>",
      "2 actors, 0 ties"),
    XMLSample(
      "X10 version 1.2", "<gexf xmlns='http://www.gexf.net/1.2draft' version='1.2'><graph>\(nodes)</graph></gexf>",
      "2 actors, 0 ties"),
    XMLSample("X10 version 1.3", file("", nodes), "2 actors, 0 ties"),
    XMLSample(
      "X10 version 2.0", "<gexf xmlns='http://gexf.net/1.3' version='2.0'/>", "1:44 GEXF version '2.0' is not known"),
    XMLSample(
      "no version", "<gexf xmlns='http://gexf.net/1.3'><graph>\(nodes)</graph></gexf>", "2 actors, 0 ties",
      warns: ["1:1 the file names no version; it is read as GEXF 1.3"]),
    XMLSample(
      "no namespace", "<gexf version='1.2'><graph>\(nodes)</graph></gexf>", "2 actors, 0 ties",
      warns: ["1:1 the file names no namespace; it is read as GEXF"]),
    XMLSample("no graph", "<gexf version='1.3' xmlns='http://gexf.net/1.3'></gexf>", "1:56 the file holds no <graph>"),
    XMLSample(
      "two graphs", "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph/>\n<graph/></gexf>",
      "2:1 a second graph begins; the first is in line 1"),
    XMLSample(
      "X11 mutual by default", file("defaultedgetype='mutual'", nodes, "<edges><edge source='a' target='b'/></edges>"),
      "2 actors, 1 ties", warns: ["2:1 mutual edges are read as ties that hold both ways alike"]),
    XMLSample(
      "X11 unknown", file("defaultedgetype='double'", nodes),
      "2:25 defaultedgetype 'double' is none of directed, undirected, mutual"),
    XMLSample("mode", file("mode='moving'", nodes), "2:14 mode 'moving' is none of static, dynamic, slice"),
    XMLSample(
      "timeformat", file("timeformat='days'", nodes),
      "2:20 timeformat 'days' is none of date, dateTime, double, integer"),
    XMLSample(
      "meta",
      "<gexf xmlns='http://gexf.net/1.3' version='1.3'><meta><creator>Gephi</creator><description>d</description></meta><graph>\(nodes)</graph></gexf>",
      "2 actors, 0 ties", warns: ["1:55 <creator> of the file's meta data is not kept"]),
  ]

  static let elements: [XMLSample] = [
    XMLSample(
      "C23 undeclared node", file("", nodes, "<edges><edge source='a' target='c'/></edges>"),
      "4:33 the tie's target 'c' is not declared"),
    XMLSample("C24 no source", file("", nodes, "<edges><edge target='a'/></edges>"), "4:8 an edge without source"),
    XMLSample("C24 no target", file("", nodes, "<edges><edge source='a'/></edges>"), "4:8 an edge without target"),
    XMLSample("node without id", file("", "<nodes><node label='x'/></nodes>"), "3:8 a node without id"),
    XMLSample(
      "edges before nodes", file("", "<edges><edge source='a' target='b'/></edges>", nodes), "2 actors, 1 ties"),
    XMLSample(
      "X12 unknown attribute", node("", "<attvalues><attvalue for='9' value='x'/></attvalues>"),
      "4:47 a value for the attribute '9', which is not declared for nodes"),
    XMLSample(
      "X13 class missing", file("", "<attributes><attribute id='0'/></attributes>"), "3:1 attributes without a class"),
    XMLSample(
      "X13 class", file("", "<attributes class='graph'/>"),
      "3:20 attributes of the class 'graph', which is neither node nor edge"),
    XMLSample(
      "duplicate attribute", node("<attribute id='0'/><attribute id='0'/>", ""), "3:60 duplicate attribute '0'"),
    XMLSample("attribute type", node("<attribute id='0' type='numbr'/>", ""), "3:50 type 'numbr' is none of GEXF's"),
    XMLSample(
      "X14 infinity",
      node("<attribute id='0' type='double'/>", "<attvalues><attvalue for='0' value='-INF'/></attvalues>"),
      "1 actors, 0 ties"),
    XMLSample(
      "type of a value",
      node("<attribute id='0' type='integer'/>", "<attvalues><attvalue for='0' value='1.5'/></attvalues>"),
      "4:57 '1.5' for '0' is no integer"),
    XMLSample(
      "list of integers",
      node("<attribute id='0' type='listinteger'/>", "<attvalues><attvalue for='0' value='[1, x]'/></attvalues>"),
      "4:57 '[1, x]' for '0' is no integer"),
    XMLSample(
      "value missing", node("<attribute id='0'/>", "<attvalues><attvalue for='0'/></attvalues>"),
      "4:32 attribute '0' has no value"),
    XMLSample(
      "two values",
      node("<attribute id='0'/>", "<attvalues><attvalue for='0' value='1'/><attvalue for='0' value='2'/></attvalues>"),
      "4:61 a second value for '0'"),
    XMLSample(
      "X15 weight 0", edge("weight='0.0'"), "2 actors, 0 ties",
      warns: ["4:8 a tie of weight 0 is no tie, and was dropped"]),
    XMLSample("weight NaN", edge("weight='NaN'"), "4:44 weight 'NaN' is not a finite number"),
    XMLSample("weight with comma", edge("weight='1,5'"), "4:44 weight '1,5' is not a finite number"),
    XMLSample(
      "X21 nested nodes",
      file("", "<nodes><node id='a'><nodes><node id='b'/></nodes></node><node id='c' pid='a'/></nodes>"),
      "3 actors, 0 ties",
      warns: ["3:28 nodes inside nodes (pid) are read as parts of them (2 times, the first here)"]),
    XMLSample(
      "X21 phylogeny", file("", "<nodes><node id='a'><parents><parent for='b'/></parents></node></nodes>"),
      "1 actors, 0 ties",
      warns: ["3:21 several parents of a node (phylogeny) are not kept"]),
    XMLSample(
      "X22 viz",
      file(
        "",
        "<nodes xmlns:viz='http://gexf.net/1.3/viz'><node id='a'><viz:color r='300'/><viz:size value='-1'/><viz:position x='NaN'/></node></nodes>"
      ),
      "1 actors, 0 ties", warns: ["3:57 colours, sizes and places (viz) are not kept (3 times, the first here)"]),
    XMLSample(
      "X24 duplicate edge id",
      file("", nodes, "<edges><edge id='e' source='a' target='b'/>", "<edge id='e' source='b' target='a'/></edges>"),
      "5:11 duplicate edge id 'e'; it stands in line 4 too"),
    XMLSample("X25 edge id missing", edge(""), "2 actors, 1 ties"),
    XMLSample("X26 label missing", file("", "<nodes><node id='a'/></nodes>"), "1 actors, 0 ties"),
    XMLSample("edge type", edge("type='both'"), "4:42 type 'both' is none of directed, undirected, mutual"),
  ]

  static let times: [XMLSample] = [
    XMLSample(
      "X17 spells that overlap",
      file(
        "timeformat='date'", nodes,
        "<edges><edge source='a' target='b'><spells><spell start='2001-01-01' end='2002-01-01'/><spell start='2001-06-01'/></spells></edge></edges>"
      ),
      "2 actors, 2 ties", warns: ["4:8 edges with several spells are read as one tie for each"]),
    XMLSample(
      "X18 a time where dates are", edge("start='2009-03-01T10:00:00'"),
      "4:43 '2009-03-01T10:00:00' has a time of day, but timeformat is date"),
    XMLSample(
      "X18 a number where dates are", edge("start='12.5'"),
      "4:43 '12.5' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    XMLSample(
      "X18 a date where numbers are", edge("start='2009-03-01'", "timeformat='double'"),
      "4:43 '2009-03-01' is no number, as timeformat says it should be"),
    XMLSample(
      "X19 time zones", edge("start='2009-03-01T23:00:00-05:00'", "timeformat='dateTime' timezone='Europe/Berlin'"),
      "2 actors, 1 ties",
      warns: [
        "2:1 days are kept as they are written; the time zone is not",
        "4:8 dates are kept as days; their times of day and zones are not",
      ]),
    XMLSample(
      "X20 dynamic without times", file("mode='dynamic'", nodes), "2 actors, 0 ties",
      warns: ["2:1 mode is dynamic, but nothing in the file has a time"]),
    XMLSample(
      "C33 no such day", edge("start='2014-00-00'"), "4:43 there is no date 2014-00-00: months run from 01 to 12"),
    XMLSample(
      "C34 29 February", edge("start='2023-02-29'"), "4:43 there is no date 2023-02-29: that month has days 01 to 28"),
    XMLSample(
      "C34 second 60", edge("start='2016-12-31T23:59:60'", "timeformat='dateTime'"),
      "4:43 '2016-12-31T23:59:60' is not a date with a time; write YYYY-MM-DDThh:mm:ss"),
    XMLSample(
      "C35 zone +25:00", edge("start='2016-12-31T23:59:00+25:00'", "timeformat='dateTime'"),
      "4:43 '23:59:00+25:00' has a time zone that is none; write Z or +hh:mm, to 14:00"),
    XMLSample(
      "C36 end before start", edge("start='2009-03-10' end='2009-03-01'"),
      "4:60 end 2009-03-01 is before start 2009-03-10"),
    XMLSample(
      "numbers as times", edge("start='1.0' end='2.0'", "timeformat='double'"), "2 actors, 1 ties",
      warns: ["4:8 times are numbers without a unit; they are kept as an attribute 'spells'"]),
    XMLSample("interval", edge("intervals='[2009'"), "4:47 '[2009' is not an interval"),
  ]
}
