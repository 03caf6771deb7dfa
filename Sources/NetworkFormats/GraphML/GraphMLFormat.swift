import ActorModel
import NetworkReading

/// GraphML, as Gephi, igraph, NetworkX, yEd and Cytoscape read and write it.
///
/// A network is carried whole: what GraphML has no place for stands under keys that begin with `actorgraph.`, sources
/// as data of the graph. Other programs show these as plain columns.
///
/// - Source: U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt and M. S. Marshall, GraphML progress report, Graph
///   Drawing 2001, doi:10.1007/3-540-45848-4_59; http://graphml.graphdrawing.org.
public struct GraphMLFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "graphml"
  /// The name in a sentence.
  public let title = "GraphML"
  /// Endings of file names.
  public let fileExtensions = ["graphml", "xml"]
  /// Columns are keys here.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.tableOptions = [.layout]
    return reading
  }()

  /// The format; it has no options.
  public init() {}

  /// Whether the text has a `<graphml>` element.
  public func recognises(_ beginning: String) -> Bool {
    beginning.contains("<graphml") || (beginning.contains(":graphml") && beginning.contains("<"))
  }

  /// Reads a file.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    var parser = GraphMLParser(xml: try XMLReader(file), options: options)
    return try parser.parse()
  }

  /// Writes a file.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let carried = try ExtensionNetwork(
      network, fields: options.fields, takenNodeNames: ["id"], takenEdgeNames: ["id", "weight"])
    return ExportedNetwork(bytes: GraphMLWriter(carried: carried).write(), losses: carried.losses)
  }
}

/// Writes a network as GraphML.
struct GraphMLWriter {
  let carried: ExtensionNetwork

  /// The file's bytes.
  func write() -> [UInt8] {
    var xml = XMLWriter()
    xml.start(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
      ])
    for (key, _) in carried.network { declare(key, "graph", into: &xml) }
    for key in carried.nodeKeys { declare(key, "node", into: &xml) }
    xml.empty("key", ["id": "weight", "for": "edge", "attr.name": "weight", "attr.type": "double"])
    for key in carried.edgeKeys { declare(key, "edge", into: &xml) }
    let isDirected = carried.edges.isEmpty || carried.edges.contains { $0.relation.ends.isDirected }
    xml.start("graph", ["id": "G", "edgedefault": isDirected ? "directed" : "undirected"])
    for (key, text) in carried.network { xml.element("data", ["key": key.id], text: text) }
    for node in carried.nodes { write(node, into: &xml) }
    for edge in carried.edges { write(edge, isDirectedDefault: isDirected, into: &xml) }
    xml.end()
    xml.end()
    return xml.bytes
  }

  private func declare(_ key: ExtensionKey, _ element: String, into xml: inout XMLWriter) {
    xml.empty(
      "key",
      [
        "id": key.id, "for": element, "attr.name": key.name, "attr.type": key.isNumber ? "double" : "string",
      ])
  }

  private func write(_ node: ExtensionNetwork.Node, into xml: inout XMLWriter) {
    xml.start("node", ["id": node.actor.id])
    for text in node.texts { xml.element("data", ["key": carried.nodeKeys[text.key].id], text: text.text) }
    xml.end()
  }

  private func write(_ edge: ExtensionNetwork.Edge, isDirectedDefault: Bool, into xml: inout XMLWriter) {
    let ends = edge.relation.ends
    xml.start(
      "edge",
      [
        "id": edge.relation.id, "source": ends.first, "target": ends.second,
        "directed": ends.isDirected == isDirectedDefault ? nil : "\(ends.isDirected)",
      ])
    xml.element("data", ["key": "weight"], text: DecimalNumber.text(of: edge.relation.strength))
    for text in edge.texts { xml.element("data", ["key": carried.edgeKeys[text.key].id], text: text.text) }
    xml.end()
  }
}
