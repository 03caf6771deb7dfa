import ActorModel
import NetworkReading

/// JSON Graph Format, version 2: nodes by id, edges with a relation, further facts under `metadata`.
///
/// - Source: https://jsongraphformat.info
public struct JSONGraphFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "jgf"
  /// The name in a sentence.
  public let title = "JSON Graph Format"
  /// Endings of file names.
  public let fileExtensions = ["jgf", "json"]

  static let held: FormatCapabilities = {
    var held = NodeLinkFormat.held
    // Ids are keys of an object here, and texts of the edges; nothing else differs.
    held.holdsLists = true
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether the outermost object has a graph, or graphs, and nothing of other formats.
  public func recognises(_ beginning: String) -> Bool {
    let keys = JSONBeginning(beginning).keys
    return !keys.isDisjoint(with: ["graph", "graphs"])
      && keys.isDisjoint(with: ["nodes", "links", "edges", "directed", "multigraph", "network"])
  }

  /// Reads the one graph, or the one named.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let root = try JSONTree(file: file.name).parse(try file.text())
    var reader = JGFReader(base: JSONGraphReader(graph: ImportCollector(file: file.name, options: options)))
    return try reader.read(root).network(format: id)
  }

  /// Writes one graph.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    let fields = ImportFields(options.fields)
    let isDirected = content.relations.contains { $0.ends.isDirected }
    let isSigned = content.relations.contains { $0.sign != .neutral }
    let nodes = content.actors.map { actor in
      let more = fields.pairs(of: actor).dropFirst().map(SourceNode.field)
      var pairs = [SourceNode.pair("label", .text(actor.name))]
      if !more.isEmpty { pairs.append(SourceNode.pair("metadata", .object(more))) }
      return SourceNode.pair(actor.id, .object(pairs))
    }
    let edges = content.relations.enumerated().map { i, relation in
      var pairs: [SourceNode.Pair] = []
      if relation.id != "e\(i + 1)" { pairs.append(SourceNode.pair("id", .text(relation.id))) }
      pairs.append(SourceNode.pair("source", .text(relation.ends.first)))
      pairs.append(SourceNode.pair("target", .text(relation.ends.second)))
      if relation.type != "tie" { pairs.append(SourceNode.pair("relation", .text(relation.type))) }
      if relation.ends.isDirected != isDirected { pairs.append(SourceNode.pair("directed", .flag(!isDirected))) }
      if let label = relation.label { pairs.append(SourceNode.pair("label", .text(label))) }
      let more = fields.pairs(of: relation, isSigned: isSigned).filter { $0.key != "type" && $0.key != "label" }
      pairs.append(SourceNode.pair("metadata", .object(more.map(SourceNode.field))))
      return SourceNode.object(pairs)
    }
    var graph = [SourceNode.pair("id", .text(content.id))]
    if let title = content.title { graph.append(SourceNode.pair("label", .text(title))) }
    graph.append(SourceNode.pair("directed", .flag(isDirected)))
    let facts = [("language", content.language), ("description", content.description)].compactMap { key, value in
      value.map { SourceNode.pair(key, .text($0)) }
    }
    if !facts.isEmpty { graph.append(SourceNode.pair("metadata", .object(facts))) }
    graph.append(SourceNode.pair("nodes", .object(nodes)))
    graph.append(SourceNode.pair("edges", .list(edges)))
    let root = SourceNode.object([SourceNode.pair("graph", .object(graph))])
    return ExportedNetwork(bytes: Array(JSONWriter().write(root).utf8), losses: losses)
  }
}

/// One pass over a graph of a file.
private struct JGFReader {
  var base: JSONGraphReader
  private var isDirected = true

  init(base: JSONGraphReader) { self.base = base }

  mutating func read(_ root: SourceNode) -> ImportCollector {
    guard let top = base.fields(of: root, "the file"), let graph = chosenGraph(top, root) else { return base.graph }
    guard let pairs = base.fields(of: graph, "the graph") else { return base.graph }
    let fields = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    isDirected = base.flag(fields["directed"], "directed") ?? true
    if let id = base.text(fields["id"]), base.graph.isUsable(id, "the graph's id", at: graph.location) {
      base.graph.content.id = id
    }
    if let label = base.text(fields["label"]), !label.isEmpty { base.graph.content.title = label }
    if let facts = fields["metadata"], case .mapping(let pairs) = facts.value {
      for pair in pairs {
        if pair.key == "language" { base.graph.content.language = base.text(pair.value) }
        if pair.key == "description" { base.graph.content.description = base.text(pair.value) }
      }
    }
    readNodes(fields["nodes"], graph.location)
    for edge in base.items(of: fields["edges"], "edges") { readEdge(edge) }
    let hyperedges = base.items(of: fields["hyperedges"], "hyperedges")
    for edge in hyperedges {
      base.graph.dropEdge(at: edge.location, "a tie between more than two actors is not kept", "write ties of two")
    }
    return base.finished()
  }

  private mutating func chosenGraph(_ top: [SourceNode.Pair], _ root: SourceNode) -> SourceNode? {
    if let graph = top.first(where: { $0.key == "graph" })?.value { return graph }
    guard let list = top.first(where: { $0.key == "graphs" })?.value else {
      base.graph.log.error(root.location, "the file has no graph", "JSON Graph Format begins with {\"graph\": {")
      return nil
    }
    let graphs = base.items(of: list, "graphs")
    let names = graphs.map { node in
      guard case .mapping(let pairs) = node.value else { return "" }
      return pairs.first { $0.key == "id" || $0.key == "label" }.flatMap { base.text($0.value) } ?? ""
    }
    let shown = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "; ")
    if let word = base.graph.options.networkName {
      let i = names.firstIndex(of: word) ?? Int(word).map { $0 - 1 }
      if let i, graphs.indices.contains(i) { return graphs[i] }
      base.graph.log.error(list.location, "there is no graph '\(word)' in the file", "graphs are \(shown)")
      return nil
    }
    if graphs.count == 1 { return graphs[0] }
    base.graph.log.error(list.location, "the file holds \(graphs.count) graphs", "choose one: \(shown)")
    return nil
  }

  /// Nodes by id, or the list of version 1.
  private mutating func readNodes(_ node: SourceNode?, _ place: TextLocation) {
    guard let node else { return base.graph.log.error(place, "the graph has no nodes", "add \"nodes\"") }
    if case .mapping(let pairs) = node.value {
      for pair in pairs { readNode(pair.key, pair.value, at: pair.location) }
      return
    }
    for item in base.items(of: node, "nodes") {
      guard let pairs = base.fields(of: item, "a node") else { continue }
      guard let id = pairs.first(where: { $0.key == "id" })?.value else {
        base.graph.log.error(item.location, "a node without id", "add \"id\"")
        continue
      }
      if let text = base.identifier(id, "the node's id") { readNode(text, item, at: item.location) }
    }
  }

  private mutating func readNode(_ id: String, _ node: SourceNode, at place: TextLocation) {
    guard let pairs = base.fields(of: node, "a node") else { return }
    var actor = Actor(id: id, name: "")
    for pair in pairs where pair.key != "id" {
      if pair.key == "metadata", case .mapping(let facts) = pair.value.value {
        for fact in facts { base.set(fact, of: &actor) }
      } else {
        base.set(pair, of: &actor)
      }
    }
    base.graph.addNode(actor, at: place)
  }

  private mutating func readEdge(_ node: SourceNode) {
    guard let pairs = base.fields(of: node, "an edge") else { return }
    var draft = EdgeDraft()
    var ends: [String: Int32] = [:]
    var isDirected = isDirected
    for pair in pairs {
      switch pair.key {
      case "source", "target":
        guard let id = base.identifier(pair.value, "the edge's \(pair.key)"),
          let end = base.graph.end(id, pair.key, at: pair.value.location)
        else { return }
        ends[pair.key] = end
      case "directed": isDirected = base.flag(pair.value, "directed") ?? isDirected
      case "relation": draft.details.type = base.text(pair.value)
      case "metadata":
        if case .mapping(let facts) = pair.value.value { for fact in facts { base.set(fact, of: &draft) } }
      default: base.set(pair, of: &draft)
      }
    }
    guard let source = ends["source"], let target = ends["target"] else {
      return base.graph.log.error(
        node.location, "an edge without \(ends["source"] == nil ? "source" : "target")", "name the id of a node")
    }
    base.graph.settleWeight(of: &draft)
    base.graph.addEdge(
      from: source, to: target, isDirected: isDirected, weight: draft.weight, line: node.location.line,
      column: node.location.column, details: draft.detailsIfAny)
  }
}
