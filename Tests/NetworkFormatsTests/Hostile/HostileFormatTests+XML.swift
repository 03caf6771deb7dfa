import ActorModel
import Testing

@testable import NetworkFormats

/// The formats in XML.
extension HostileFormatTests {
  @Test("GraphML", arguments: graphml) func readsGraphML(_ one: Case) throws { try check(one) }
  @Test("GEXF", arguments: gexf) func readsGEXF(_ one: Case) throws { try check(one) }

  private static func graphml(_ inside: String, keys: String = "", start: String = "", end: String = "") -> String {
    "\(start)<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\(keys)<graph edgedefault='directed'>\(inside)"
      + "</graph></graphml>\(end)"
  }
  private static let laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
  private static let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
  private static let blowUp = "<!DOCTYPE x [<!ENTITY a '\(String(repeating: "ha", count: 1000))'>]>"
  private static let parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://x.invalid/p'> %p;]>"
  private static let number = "<key id='k' for='node' attr.name='x' attr.type='int'/>"

  static let graphml: [Case] = [
    Case("G01 billion laughs", "graphml", graphml("<node id='&b;'/>", start: laughs), .refused("DOCTYPE")),
    Case("G03 external entity", "graphml", graphml("<node id='a'/>", start: entity), .refused("DOCTYPE")),
    Case(
      "G05 entity in text", "graphml", graphml("<node id='a'><data key='k'>&x;</data></node>", keys: number),
      .refused("&x;")),
    Case(
      "G07 XInclude", "graphml",
      graphml("<node id='a'/><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"),
      .read(actors: 1, ties: 0, warning: "<xi:include> is not GraphML's, and is not read")),
    Case("G08 undefined entity", "graphml", graphml("<node id='&foo;'/>"), .refused("&foo;")),
    Case("G09 depth", "graphml", graphml(String(repeating: "<a>", count: 100_000)), .refused("deeper")),
    Case(
      "G10 cut in a tag", "graphml", "<graphml><graph edgedefault='directed'><node id='a' ",
      .refused("the file ends inside the tag <node>")),
    Case(
      "G10 cut in CDATA", "graphml", "<graphml><graph edgedefault='directed'><![CDATA[x",
      .refused("f:1:40: error: a CDATA section")),
    Case(
      "G10 cut in a comment", "graphml", "<graphml><graph edgedefault='directed'><!-- x",
      .refused("f:1:40: error: a comment")),
    Case(
      "G11 undeclared key", "graphml", graphml("<node id='a'><data key='d9'>1</data></node>"),
      .refused("the key 'd9', which is not declared")),
    Case("G12 key twice", "graphml", graphml("<node id='a'/>", keys: number + number), .refused("'k'")),
    Case(
      "G13 key without id", "graphml", graphml("<node id='a'/>", keys: "<key id='' for='node'/>"),
      .refused("the key's id is empty")),
    Case(
      "G14 unknown type", "graphml", graphml("<node id='a'/>", keys: "<key id='k' attr.type='integr'/>"),
      .refused("integr")),
    Case(
      "G15 value of another type", "graphml",
      graphml("<node id='a'><data key='k'>x</data></node>", keys: number), .refused("'x'")),
    Case(
      "G17 direction in capitals", "graphml", "<graphml><graph edgedefault='Directed'><node id='a'/></graph></graphml>",
      .refused("Directed")),
    Case(
      "G18 edge before its nodes", "graphml",
      graphml("<edge source='a' target='b'/><node id='a'/><node id='b'/>"), .read(actors: 2, ties: 1)),
    Case(
      "G19 hyperedge and port", "graphml",
      graphml("<node id='a'><port name='p'/></node><hyperedge><endpoint node='a'/></hyperedge>"),
      .read(actors: 1, ties: 0, warning: "hyperedge")),
    Case(
      "G20 two graphs", "graphml",
      "<graphml><graph edgedefault='directed'/><graph edgedefault='directed'/></graphml>", .refused("a second graph")),
    Case(
      "G22 yEd's own data", "graphml",
      graphml(
        "<node id='a'><data key='d'><y:Shape xmlns:y='http://www.yworks.com/xml/graphml'/></data></node>",
        keys: "<key id='d' for='node' yfiles.type='nodegraphics'/>"), .read(actors: 1, ties: 0, warning: "yEd")),
    Case(
      "G23 CDATA", "graphml",
      graphml(
        "<node id='a'><data key='l'><![CDATA[<x>&]]></data></node>", keys: "<key id='l' for='node' attr.name='l'/>"),
      .read(actors: 1, ties: 0)),
    Case("G24 attribute twice", "graphml", graphml("<node id='a' id='b'/>"), .refused("duplicate attribute 'id'")),
    Case(
      "G25 encoding that lies", "graphml", graphml("<node id='a'/>", start: "<?xml version='1.0' encoding='UTF-16'?>"),
      .refused("UTF-16")),
    Case("G26 version 1.5", "graphml", graphml("<node id='a'/>", start: "<?xml version='1.5'?>"), .refused("1.5")),
    Case(
      "G27 style sheet", "graphml", graphml("<node id='a'/>", start: "<?xml-stylesheet href='x'?>"),
      .read(actors: 1, ties: 0)),
    Case(
      "C14 junk behind the end", "graphml", graphml("<node id='a'/>", end: "<x/>"), .refused("a second document begins")
    ),
  ]

  private static func gexf(_ inside: String, version: String = "1.3", graph: String = "") -> String {
    "<gexf xmlns='http://gexf.net/\(version)' version='\(version)'><graph \(graph)>\(inside)</graph></gexf>"
  }
  private static let two = "<nodes><node id='a'/><node id='b'/></nodes>"
  private static func edges(_ text: String) -> String { two + "<edges>\(text)</edges>" }

  static let gexf: [Case] = [
    Case("X01 billion laughs", "gexf", laughs + gexf(two), .refused("DOCTYPE")),
    Case("X02 quadratic blow-up", "gexf", blowUp + gexf("<nodes><node id='&a;&a;&a;'/></nodes>"), .refused("DOCTYPE")),
    Case("X03 external entity", "gexf", entity + gexf("<nodes><node id='&e;'/></nodes>"), .refused("DOCTYPE")),
    Case("X04 parameter entity", "gexf", parameter + gexf(two), .refused("DOCTYPE")),
    Case(
      "X05 entity in text", "gexf", gexf(two).replacing("<graph ", with: "<meta><creator>&x;</creator></meta><graph "),
      .refused("&x;")),
    Case(
      "X06 external document type", "gexf", "<!DOCTYPE gexf SYSTEM 'http://x.invalid/g'>" + gexf(two),
      .refused("DOCTYPE")),
    Case(
      "X06 address of a schema", "gexf",
      gexf(two).replacing(
        "<gexf ",
        with: "<gexf xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
          + "xsi:schemaLocation='http://gexf.net/1.3 http://x.invalid/gexf.xsd' "), .read(actors: 2, ties: 0)),
    Case(
      "X07 XInclude", "gexf",
      gexf(two + "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>"),
      .read(actors: 2, ties: 0, warning: "<xi:include> is not GEXF's, and is not read")),
    Case("X08 undefined entity", "gexf", gexf("<nodes><node id='&foo;'/></nodes>"), .refused("&foo;")),
    Case(
      "X09 depth", "gexf", gexf("<nodes>" + String(repeating: "<node id='a'><nodes>", count: 50_000)),
      .refused("deeper")),
    Case("X10 version 1.1", "gexf", gexf(two, version: "1.1"), .read(actors: 2, ties: 0)),
    Case("X10 version 1.2", "gexf", gexf(two, version: "1.2"), .read(actors: 2, ties: 0)),
    Case("X10 version 2.0", "gexf", gexf(two, version: "2.0"), .refused("2.0")),
    Case(
      "X12 value of an unknown attribute", "gexf",
      gexf("<nodes><node id='a'><attvalues><attvalue for='9' value='x'/></attvalues></node></nodes>"),
      .refused("the attribute '9', which is not declared")),
    Case(
      "X15 weight 0", "gexf", gexf(edges("<edge source='a' target='b' weight='0.0'/>")),
      .read(actors: 2, ties: 0, warning: "weight 0")),
    Case(
      "X20 dynamic without times", "gexf", gexf(two, graph: "mode='dynamic'"),
      .read(actors: 2, ties: 0, warning: "nothing in the file has a time")),
    Case(
      "X21 nodes inside nodes", "gexf",
      gexf("<nodes><node id='a'><nodes><node id='b'/></nodes></node></nodes>"),
      .read(actors: 2, ties: 0, warning: "are read as parts of them")),
    Case(
      "X22 odd drawing", "gexf",
      gexf("<nodes><node id='a'><viz:size xmlns:viz='http://gexf.net/1.3/viz' value='-1'/></node></nodes>"),
      .read(actors: 1, ties: 0, warning: "(viz) are not kept")),
    Case(
      "X24 edge id twice", "gexf",
      gexf(edges("<edge id='1' source='a' target='b'/><edge id='1' source='b' target='a'/>")),
      .refused("duplicate edge id '1'")),
    Case(
      "X25 edges without id", "gexf", gexf(edges("<edge source='a' target='b'/><edge source='b' target='a'/>")),
      .read(actors: 2, ties: 2)),
    Case("X26 nodes without label", "gexf", gexf(two), .read(actors: 2, ties: 0)),
  ]

  @Test("X23: GEXF 1.3's kind is the tie's type, keeps parallel ties apart and is written again")
  func kinds() throws {
    let form = try #require(HostileForm.all.first { $0.id == "gexf" })
    let text = Self.gexf(
      Self.edges(
        "<edge id='1' source='a' target='b' kind='trades with'/><edge id='2' source='a' target='b' kind='sanctions'/>"
          + "<edge id='3' source='a' target='b'/><edge id='4' source='a' target='b' kind=''/>"),
      graph: "defaultedgetype='directed'")
    let network = try #require(form.read(text).network, "\(form.read(text).messages)")
    #expect(network.relations.map(\.type) == ["trades with", "sanctions", "tie", "tie"])
    #expect(network.relations.map(\.id) == ["1", "2", "3", "4"])
    let written = try GEXFFormat().write(network).bytes
    #expect(String(decoding: written, as: UTF8.self).contains("kind=\"sanctions\""))
    #expect(form.read(written).network?.relations == network.relations)
  }

  @Test("X23: an attribute named type beside a kind is kept as an attribute")
  func kindBesideType() throws {
    let form = try #require(HostileForm.all.first { $0.id == "gexf" })
    let text = Self.gexf(
      "<attributes class='edge'><attribute id='0' title='type' type='string'/></attributes>"
        + Self.edges(
          "<edge id='1' source='a' target='b' kind='sanctions'><attvalues><attvalue for='0' value='law'/></attvalues>"
            + "</edge>"))
    let network = try #require(form.read(text).network, "\(form.read(text).messages)")
    #expect(network.relations[0].type == "sanctions")
    #expect(network.relations[0].attributes == [Attribute("type", "law")])
  }
}
