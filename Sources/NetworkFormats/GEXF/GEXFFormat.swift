import ActorModel
import NetworkReading

/// GEXF, Gephi's own format: versions 1.0 to 1.3 are read, 1.3 is written.
///
/// A network is carried whole: what GEXF has no place for stands in attributes whose ids begin with `actorgraph.`;
/// title, sources and names of blocs stand in `<meta>`, in elements of the namespace ``namespace``. When ties hold is
/// written as GEXF's own intervals, whose end is the last day, and exactly, with its precision, as attributes.
///
/// - Source: GEXF 1.3 schema and primer, https://gexf.net.
public struct GEXFFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "gexf"
  /// The name in a sentence.
  public let title = "GEXF"
  /// Endings of file names.
  public let fileExtensions = ["gexf", "xml"]
  /// The namespace of what this package adds to a file's `<meta>`.
  public static let namespace = "urn:x-actorgraph:network"
  /// Who a file that this package writes says it is from.
  static let creator = "ActorGraph"

  /// The format; it has no options.
  public init() {}

  /// Whether the text has a `<gexf>` element.
  public func recognises(_ beginning: String) -> Bool {
    beginning.contains("<gexf") || (beginning.contains(":gexf ") && beginning.contains("<"))
  }

  /// Reads a file.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    var parser = GEXFParser(xml: try XMLReader(file), options: options)
    return try parser.parse()
  }

  /// Writes a file.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let carried = try ExtensionNetwork(
      network, fields: options.fields, takenNodeNames: ["id", "interval", "timestamp"],
      takenEdgeNames: ["id", "weight", "interval", "timestamp", "source", "target"])
    return ExportedNetwork(bytes: GEXFWriter(carried: carried).write(), losses: carried.losses)
  }
}

/// Writes a network as GEXF 1.3.
struct GEXFWriter {
  let carried: ExtensionNetwork

  /// The file's bytes.
  func write() -> [UInt8] {
    var xml = XMLWriter()
    xml.start(
      "gexf", ["xmlns": "http://gexf.net/1.3", "xmlns:actorgraph": GEXFFormat.namespace, "version": "1.3"])
    xml.start("meta")
    xml.element("creator", text: GEXFFormat.creator)
    for (key, text) in carried.network where key.name == "description" { xml.element("description", text: text) }
    for (key, text) in carried.network { xml.element("actorgraph:data", ["key": key.id], text: text) }
    xml.end()
    let isDirected = carried.edges.isEmpty || carried.edges.contains { $0.relation.ends.isDirected }
    let isDynamic =
      carried.edges.contains { $0.relation.validity != Interval() }
      || carried.nodes.contains { $0.actor.existence != Interval() }
    xml.start(
      "graph",
      [
        "defaultedgetype": isDirected ? "directed" : "undirected", "mode": isDynamic ? "dynamic" : "static",
        "timeformat": isDynamic ? "date" : nil, "timerepresentation": isDynamic ? "interval" : nil,
      ])
    declare(carried.nodeKeys, "node", into: &xml)
    declare(carried.edgeKeys, "edge", into: &xml)
    xml.start("nodes")
    for node in carried.nodes { write(node, into: &xml) }
    xml.end()
    xml.start("edges")
    for edge in carried.edges { write(edge, isDirectedDefault: isDirected, into: &xml) }
    xml.end()
    xml.end()
    xml.end()
    return xml.bytes
  }

  private func declare(_ keys: [ExtensionKey], _ element: String, into xml: inout XMLWriter) {
    guard !keys.isEmpty else { return }
    xml.start("attributes", ["class": element, "mode": "static"])
    for key in keys {
      xml.empty("attribute", ["id": key.id, "title": key.name, "type": key.isNumber ? "double" : "string"])
    }
    xml.end()
  }

  private func write(_ node: ExtensionNetwork.Node, into xml: inout XMLWriter) {
    let (start, end) = bounds(of: node.actor.existence)
    xml.start("node", ["id": node.actor.id, "label": XMLText.clean(node.actor.name), "start": start, "end": end])
    write(node.texts, carried.nodeKeys, into: &xml)
    xml.end()
  }

  private func write(_ edge: ExtensionNetwork.Edge, isDirectedDefault: Bool, into xml: inout XMLWriter) {
    let relation = edge.relation
    let (start, end) = bounds(of: relation.validity)
    let type =
      relation.ends.isDirected == isDirectedDefault ? nil : relation.ends.isDirected ? "directed" : "undirected"
    xml.start(
      "edge",
      [
        "id": relation.id, "source": relation.ends.first, "target": relation.ends.second, "type": type,
        "kind": XMLText.clean(relation.type), "label": relation.label.map(XMLText.clean),
        "weight": DecimalNumber.text(of: relation.strength), "start": start, "end": end,
      ])
    write(edge.texts, carried.edgeKeys, into: &xml)
    xml.end()
  }

  private func write(_ texts: [ExtensionNetwork.Text], _ keys: [ExtensionKey], into xml: inout XMLWriter) {
    guard !texts.isEmpty else { return }
    xml.start("attvalues")
    for text in texts { xml.empty("attvalue", ["for": keys[text.key].id, "value": text.text]) }
    xml.end()
  }

  /// First and last day; GEXF 1.3 has no other ends than inclusive ones.
  private func bounds(of interval: Interval) -> (start: String?, end: String?) {
    (interval.since.map { "\($0.firstDay)" }, interval.until.map { "\($0.firstDay.advanced(by: -1))" })
  }
}
