import ActorModel
import NetworkReading

/// A network as texts under keys, ready to be written in a format that knows only nodes, edges and named texts.
struct ExtensionNetwork {
  /// One text of a node or an edge.
  struct Text: Sendable {
    /// Position among the keys.
    let key: Int
    let text: String
  }

  /// What is written of an actor.
  struct Node: Sendable {
    let actor: Actor
    let texts: [Text]
  }

  /// What is written of a relation.
  struct Edge: Sendable {
    let relation: Relation
    let texts: [Text]
  }

  /// Texts of the network itself: title, sources, names of blocs; the first is the network's id.
  private(set) var network: [(key: ExtensionKey, text: String)] = []
  private(set) var nodeKeys: [ExtensionKey] = []
  private(set) var edgeKeys: [ExtensionKey] = []
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// What the format cannot hold.
  private(set) var losses: [String] = []

  private let fields: NetworkFields
  private var positions: [String: Int] = [:]
  /// The key of each field of a table, by the field's position; −1 for those that no record had yet.
  private var nodeFieldKeys: [Int]
  private var edgeFieldKeys: [Int]
  private var replacedTexts = 0
  private let takenNodeNames: Set<String>
  private let takenEdgeNames: Set<String>

  /// Flattens a network.
  ///
  /// - Parameters:
  ///   - fields: The fields that records have.
  ///   - takenNodeNames: Names of columns that the format itself gives to nodes, in small letters.
  ///   - takenEdgeNames: The same of edges.
  /// - Throws: That an id or a text cannot stand in XML.
  init(
    _ network: ActorNetwork, fields: NetworkFields, takenNodeNames: Set<String>, takenEdgeNames: Set<String>
  ) throws(UnwritableNetwork) {
    self.fields = fields
    self.takenNodeNames = takenNodeNames
    self.takenEdgeNames = takenEdgeNames
    nodeFieldKeys = [Int](repeating: -1, count: fields.actor.fields.count)
    edgeFieldKeys = [Int](repeating: -1, count: fields.relation.fields.count)
    var held = FormatCapabilities()
    held.network = .all
    held.actor = .all
    held.relation = .all
    held.holdsLists = true
    held.holdsEmptyNetworkTexts = true
    let (content, losses) = try held.reduce(network, fields: fields)
    let encoder = NetworkEncoder(fields: fields)
    try addNetwork(content, encoder)
    nodes.reserveCapacity(content.actors.count)
    let actorFields = Self.written(content.actors, fields.actor)
    for actor in content.actors {
      try checkID(actor.id, "actor")
      let texts = try texts(of: actor, fields.actor, actorFields, encoder, .node, "actor '\(actor.id)'")
      nodes.append(Node(actor: actor, texts: texts))
    }
    edges.reserveCapacity(content.relations.count)
    let relationFields = Self.written(content.relations, fields.relation)
    for relation in content.relations {
      try checkID(relation.id, "relation")
      let texts = try texts(
        of: relation, fields.relation, relationFields, encoder, .edge, "relation '\(relation.id)'")
      edges.append(Edge(relation: relation, texts: texts))
    }
    self.losses = losses
    if replacedTexts > 0 {
      self.losses.append("characters that XML does not allow, in \(replacedTexts) text\(replacedTexts == 1 ? "" : "s")")
    }
  }

  /// The fields that are written as texts: not those that formats write in their own way, nor those that say of every
  /// record what goes without saying.
  private static func written<Record>(_ records: [Record], _ table: FieldTable<Record>) -> [Int] {
    table.fields.indices.filter { position in
      !table.fields[position].traits.contains(.structural)
        && records.contains { !table.isDefault(position, in: $0) }
    }
  }

  private mutating func addNetwork(_ content: NetworkContent, _ encoder: NetworkEncoder) throws(UnwritableNetwork) {
    try checkID(content.id, "network")
    network.append((ExtensionKey(.graph, field: "network"), content.id))
    for field in fields.network.fields where field.kind == .text {
      if let text = field.value(content)?.text {
        network.append((ExtensionKey(.graph, field: field.key), try checked(text, "the network's \(field.key)")))
      }
    }
    if !content.blocs.isEmpty {
      let list = SourceNode(value: .sequence(content.blocs.map { encoder.encode($0, fields.bloc) }), location: .start)
      network.append(
        (ExtensionKey(.graph, field: "blocs"), try checked(JSONWriter.compact(list), "the names of blocs")))
    }
    for (i, source) in content.sources.enumerated() {
      try checkID(source.id, "source")
      let text = try checked(JSONWriter.compact(encoder.encode(source, fields.source)), "source '\(source.id)'")
      network.append((ExtensionKey(.graph, field: "sources.\(i + 1)", name: "source \(source.id)"), text))
    }
  }

  private mutating func texts<Record>(
    of record: Record, _ table: FieldTable<Record>, _ written: [Int], _ encoder: NetworkEncoder,
    _ domain: ExtensionKey.Domain, _ what: String
  ) throws(UnwritableNetwork) -> [Text] {
    var texts: [Text] = []
    texts.reserveCapacity(written.count)
    for position in written {
      guard let node = encoder.node(at: position, of: record, table) else { continue }
      let field = table.fields[position]
      if field.key == "attributes", case .mapping(let attributes) = node.value {
        for attribute in attributes {
          let text = try checked(JSONWriter.flat(attribute.value), "attribute '\(attribute.key)' of \(what)")
          let key = ExtensionKey(domain, attribute: attribute.key, isList: attribute.value.isList)
          texts.append(Text(key: self.position(of: key, domain), text: text))
        }
      } else {
        let text = try checked(JSONWriter.flat(node), "\(field.key) of \(what)")
        texts.append(Text(key: keyPosition(of: field, at: position, domain), text: text))
      }
    }
    return texts
  }

  private mutating func keyPosition<Record>(
    of field: RecordField<Record>, at position: Int, _ domain: ExtensionKey.Domain
  ) -> Int {
    let known = domain == .node ? nodeFieldKeys[position] : edgeFieldKeys[position]
    if known >= 0 { return known }
    let key = ExtensionKey(
      domain, field: field.key, name: field.names?.key ?? field.key, isNumber: field.kind.isNumber)
    let new = self.position(of: key, domain)
    if domain == .node { nodeFieldKeys[position] = new } else { edgeFieldKeys[position] = new }
    return new
  }

  private mutating func position(of key: ExtensionKey, _ domain: ExtensionKey.Domain) -> Int {
    if let position = positions[key.id] { return position }
    let keys = domain == .node ? nodeKeys : edgeKeys
    let named = key.named(Self.free(key.name, among: keys, taken: domain == .node ? takenNodeNames : takenEdgeNames))
    if domain == .node { nodeKeys.append(named) } else { edgeKeys.append(named) }
    positions[key.id] = keys.count
    return keys.count
  }

  /// A name that no other column has, capitals and small letters alike.
  private static func free(_ name: String, among keys: [ExtensionKey], taken: Set<String>) -> String {
    let used = Set(keys.map { $0.name.lowercased() }).union(taken)
    var candidate = XMLText.clean(name)
    var number = 2
    while used.contains(candidate.lowercased()) {
      candidate = "\(name) (\(number))"
      number += 1
    }
    return candidate
  }

  private func checkID(_ id: String, _ kind: String) throws(UnwritableNetwork) {
    if !XMLText.allows(id) {
      throw UnwritableNetwork(
        "\(kind) '\(id.escapingControls)' has a character in its id that XML does not allow; give it another id")
    }
  }

  /// A text that XML can hold and a reader will take.
  private mutating func checked(_ text: String, _ what: String) throws(UnwritableNetwork) -> String {
    if text.utf8.count > XMLLimits.textLength {
      throw UnwritableNetwork(
        "\(what) takes \(text.utf8.count) bytes as one text; this format's readers take \(XMLLimits.textLength)")
    }
    if XMLText.allows(text) { return text }
    replacedTexts += 1
    return XMLText.clean(text)
  }
}

extension JSONWriter {
  /// A value as one text: itself, or JSON on one line.
  fileprivate static func flat(_ node: SourceNode) -> String {
    if case .scalar(let text, _) = node.value { return text }
    return compact(node)
  }

  /// A value as JSON on one line.
  static func compact(_ node: SourceNode) -> String {
    switch node.value {
    case .scalar(let text, let isQuoted): isQuoted ? quoted(text) : text
    case .sequence(let items): "[" + items.map(compact).joined(separator: ",") + "]"
    case .mapping(let pairs): "{" + pairs.map { quoted($0.key) + ":" + compact($0.value) }.joined(separator: ",") + "}"
    }
  }
}

extension SourceNode {
  fileprivate var isList: Bool {
    if case .sequence = value { true } else { false }
  }
}
