import ActorModel
import NetworkReading

/// JSON with a list of nodes and a list of links or edges: NetworkX's node-link data and D3's.
public struct NodeLinkFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "node-link"
  /// The name in a sentence.
  public let title = "JSON node-link"
  /// Endings of file names.
  public let fileExtensions = ["json"]

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.network = ["title", "language", "description"]
    held.actor = .named
    held.relation = .named
    held.holdsLists = true
    held.holdsActorKey = { !ImportFields.nodeKeys.contains($0) }
    held.holdsRelationKey = { !ImportFields.edgeKeys.contains($0) }
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether the outermost object has nodes, links or edges.
  public func recognises(_ beginning: String) -> Bool {
    let keys = JSONBeginning(beginning).keys
    return !keys.isDisjoint(with: ["nodes", "links", "edges", "directed", "multigraph"]) && !keys.contains("network")
  }

  /// Reads nodes and links.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let root = try JSONTree(file: file.name).parse(try file.text())
    let hasIDs = Self.hasIDs(root)
    var reader = NodeLinkReader(
      base: JSONGraphReader(graph: ImportCollector(file: file.name, options: options, numbersNodes: !hasIDs)),
      hasIDs: hasIDs)
    return try reader.read(root).network(format: id)
  }

  /// Nodes without any id are D3's, whose links name them by their position from 0.
  private static func hasIDs(_ root: SourceNode) -> Bool {
    guard case .mapping(let pairs) = root.value,
      case .sequence(let nodes)? = pairs.first(where: { $0.key == "nodes" })?.value.value
    else { return true }
    return nodes.isEmpty
      || nodes.contains { node in
        if case .mapping(let fields) = node.value { return fields.contains { $0.key == "id" } }
        return false
      }
  }

  /// Writes nodes and edges as NetworkX reads them.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    let fields = ImportFields(options.fields)
    let isDirected = content.relations.contains { $0.ends.isDirected }
    let isSigned = content.relations.contains { $0.sign != .neutral }
    var graph = [SourceNode.pair("network", .text(content.id))]
    for (key, value) in [
      ("title", content.title), ("language", content.language), ("description", content.description),
    ] {
      if let value { graph.append(SourceNode.pair(key, .text(value))) }
    }
    let nodes = content.actors.map { actor in
      SourceNode.object([SourceNode.pair("id", .text(actor.id))] + fields.pairs(of: actor).map(SourceNode.field))
    }
    let edges = content.relations.enumerated().map { i, relation in
      var pairs = [
        SourceNode.pair("source", .text(relation.ends.first)), SourceNode.pair("target", .text(relation.ends.second)),
      ]
      if relation.ends.isDirected != isDirected { pairs.append(SourceNode.pair("directed", .flag(!isDirected))) }
      if relation.id != "e\(i + 1)" { pairs.append(SourceNode.pair("id", .text(relation.id))) }
      return SourceNode.object(pairs + fields.pairs(of: relation, isSigned: isSigned).map(SourceNode.field))
    }
    let root = SourceNode.object([
      SourceNode.pair("directed", .flag(isDirected)), SourceNode.pair("multigraph", .flag(true)),
      SourceNode.pair("graph", .object(graph)), SourceNode.pair("nodes", .list(nodes)),
      SourceNode.pair("edges", .list(edges)),
    ])
    return ExportedNetwork(bytes: Array(JSONWriter().write(root).utf8), losses: losses)
  }
}

/// One pass over the nodes and links of a file.
private struct NodeLinkReader {
  var base: JSONGraphReader
  let hasIDs: Bool
  private var isDirected = false

  init(base: JSONGraphReader, hasIDs: Bool) {
    self.base = base
    self.hasIDs = hasIDs
  }

  mutating func read(_ root: SourceNode) -> ImportCollector {
    guard let top = base.fields(of: root, "the file") else { return base.graph }
    let fields = Dictionary(top.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    isDirected = base.flag(fields["directed"], "directed") ?? false
    if let graph = fields["graph"] { readGraph(graph) }
    if fields["nodes"] == nil {
      base.graph.log.error(root.location, "the file has no nodes", "node-link data has nodes, and links or edges")
    }
    guard !refusesKeyedNodes(fields["nodes"]) else { return base.graph }
    for (i, node) in base.items(of: fields["nodes"], "nodes").enumerated() { readNode(node, number: i) }
    var links = base.items(of: fields["links"], "links")
    let edges = base.items(of: fields["edges"], "edges")
    if !links.isEmpty, !edges.isEmpty {
      base.graph.log.error(fields["edges"]?.location ?? root.location, "the file has both links and edges", "keep one")
    }
    if fields["links"] == nil, fields["edges"] == nil {
      base.graph.log.warning(root.location, "the file has neither links nor edges")
    }
    if links.isEmpty { links = edges }
    for link in links { readLink(link) }
    let known: Set<String> = ["directed", "multigraph", "graph", "nodes", "links", "edges"]
    let others = top.map(\.key).filter { !known.contains($0) }
    if !others.isEmpty { base.graph.notes.append("not kept of the file: \(others.joined(separator: ", "))") }
    return base.finished()
  }

  private mutating func readGraph(_ node: SourceNode) {
    // NetworkX 1 wrote a list of pairs here.
    guard case .mapping(let pairs) = node.value else { return }
    for pair in pairs {
      guard let text = base.text(pair.value), !text.isEmpty else { continue }
      switch pair.key {
      case "network":
        if base.graph.isUsable(text, "the network's id", at: pair.value.location) { base.graph.content.id = text }
      case "title": base.graph.content.title = text
      case "name" where base.graph.content.title == nil: base.graph.content.title = text
      case "language": base.graph.content.language = text
      case "description": base.graph.content.description = text
      default: break
      }
    }
  }

  /// Nodes that are named by another key than `id` are refused: taken for nodes without names, ties would lead to others.
  private mutating func refusesKeyedNodes(_ nodes: SourceNode?) -> Bool {
    guard !hasIDs else { return false }
    for node in base.items(of: nodes, "nodes") {
      guard case .mapping(let pairs) = node.value, let key = pairs.first(where: { $0.key == "key" }) else { continue }
      base.graph.log.error(
        key.location, "the nodes have a 'key' and no 'id', as graphology writes them; this is not read",
        "write the keys as ids")
      return true
    }
    return false
  }

  private mutating func readNode(_ node: SourceNode, number: Int) {
    guard let pairs = base.fields(of: node, "a node") else { return }
    var actor = Actor(id: hasIDs ? "" : "\(number)", name: "")
    for pair in pairs {
      if pair.key == "id", hasIDs {
        guard let id = base.identifier(pair.value, "the node's id") else { return }
        actor.id = id
      } else {
        base.set(pair, of: &actor)
      }
    }
    guard pairs.contains(where: { $0.key == "id" }) || !hasIDs else {
      return base.graph.log.error(node.location, "a node without id", "add \"id\"")
    }
    base.graph.addNode(actor, at: node.location)
  }

  /// Whether the end of a link can be meant: where nodes have no ids, a number names their position, and a text nothing.
  private mutating func isPosition(_ end: SourceNode.Pair) -> Bool {
    guard !hasIDs, case .scalar(let text, isQuoted: true) = end.value.value else { return true }
    base.graph.log.error(
      end.value.location, "the link's \(end.key) is named by the text '\(text.clipped)', and the nodes have no ids",
      "give each node an \"id\"")
    return false
  }

  private mutating func readLink(_ node: SourceNode) {
    guard let pairs = base.fields(of: node, "a link") else { return }
    var draft = EdgeDraft()
    var ends: [String: Int32] = [:]
    var isDirected = isDirected
    for pair in pairs {
      switch pair.key {
      case "source", "target":
        guard let id = base.identifier(pair.value, "the link's \(pair.key)"), isPosition(pair),
          let end = base.graph.end(id, pair.key, at: pair.value.location)
        else { return }
        ends[pair.key] = end
      case "directed": isDirected = base.flag(pair.value, "directed") ?? isDirected
      default: base.set(pair, of: &draft)
      }
    }
    guard let source = ends["source"], let target = ends["target"] else {
      return base.graph.log.error(
        node.location, "a link without \(ends["source"] == nil ? "source" : "target")", "name the id of a node")
    }
    base.graph.settleWeight(of: &draft)
    base.graph.addEdge(
      from: source, to: target, isDirected: isDirected, weight: draft.weight, line: node.location.line,
      column: node.location.column, details: draft.detailsIfAny)
  }
}

extension SourceNode {
  static func object(_ pairs: [Pair]) -> SourceNode { SourceNode(value: .mapping(pairs), location: .start) }

  static func list(_ items: [SourceNode]) -> SourceNode { SourceNode(value: .sequence(items), location: .start) }

  static func flag(_ value: Bool) -> SourceNode {
    SourceNode(value: .scalar(value ? "true" : "false", isQuoted: false), location: .start)
  }

  static func pair(_ key: String, _ value: SourceNode) -> Pair { Pair(key: key, location: .start, value: value) }

  /// A value as the formats with free attributes hold it.
  static func field(_ key: String, _ value: ImportFields.Value) -> Pair {
    switch value {
    case .text(let text): pair(key, .text(text))
    case .number(let number):
      pair(key, SourceNode(value: .scalar(DecimalNumber.text(of: number), isQuoted: false), location: .start))
    case .list(let texts): pair(key, .list(texts.map(SourceNode.text)))
    }
  }
}
