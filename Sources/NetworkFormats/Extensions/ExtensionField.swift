import ActorModel

/// What a key of the package's own stands for: a field of the network file, carried through a format that knows only
/// nodes, edges and named texts.
///
/// Each field of a record is one text, under a key that begins with ``prefix``: `actorgraph.node.kind`. Lists and
/// mappings are JSON. What is read is checked by the rules of the network file.
struct ExtensionField: Hashable, Sendable {
  /// What the text is.
  enum Content: Hashable, Sendable {
    /// A field of the record.
    case field(String)
    /// An attribute of a name.
    case attribute(String)
    /// An attribute that is a list.
    case attributeList(String)
  }

  /// What keys of the package's own begin with.
  static let prefix = "actorgraph."
  /// The key that tells that a file carries whole records: the network's id.
  static let mark = "actorgraph.graph.network"

  let domain: ExtensionKey.Domain
  let content: Content

  /// What a key stands for; `nil` when it is not one of the package's own.
  init?(key: String) {
    guard key.hasPrefix(Self.prefix) else { return nil }
    let rest = key.dropFirst(Self.prefix.count)
    guard let point = rest.firstIndex(of: "."), let domain = ExtensionKey.Domain(rawValue: String(rest[..<point]))
    else {
      return nil
    }
    let field = String(rest[rest.index(after: point)...])
    self.domain = domain
    if let name = ExtensionKey.attributeName(field, isList: false) {
      content = .attribute(name)
    } else if let name = ExtensionKey.attributeName(field, isList: true) {
      content = .attributeList(name)
    } else {
      content = .field(field)
    }
  }

  /// What is wrong with a field that no record has; `nil` where there is one.
  var problem: String? {
    guard case .field(let field) = content else { return nil }
    let keys =
      switch domain {
      case .graph: RecordSpec.network.keys
      case .node: RecordSpec.actor.keys
      case .edge: RecordSpec.relation.keys
      }
    if keys.contains(field) || (domain == .graph && field.hasPrefix("sources.")) { return nil }
    let near = NearestNames(to: field, among: keys).first
    return "a network file has no field '\(field)' of a \(domain.rawValue)"
      + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}

// MARK: - Reading

extension ImportCollector {
  /// Sets what a text of the package's own says of an actor.
  mutating func setCarried(_ field: ExtensionField, _ text: String, of actor: inout Actor, at place: TextLocation) {
    switch field.content {
    case .attribute(let name): addCarried(Attribute(name, text), to: &actor.attributes, at: place)
    case .attributeList(let name): addCarried(list(name, text, at: place), to: &actor.attributes, at: place)
    case .field("name"): actor.name = text
    case .field("kind"): actor.kind = word(text, "kind", at: place)
    case .field("part-of"): actor.partOf = text
    case .field("from"): actor.existence.since = date(text, "from", at: place)
    case .field("until"): actor.existence.until = date(text, "until", at: place)
    case .field("note"): actor.note = text
    case .field("aliases"): actor.aliases = carried(text, "aliases", at: place) { $0.aliases($1) } ?? []
    case .field("codes"):
      actor.codes = carried(text, "codes", at: place) { $0.attributes($1, "codes") } ?? []
    case .field("blocs"): actor.blocs = carried(text, "blocs", at: place) { $0.memberships($1) } ?? []
    case .field("not"): actor.notSameAs = carried(text, "not", at: place) { $0.texts($1, "not") } ?? []
    case .field(let name): log.error(place, "'\(name)' cannot be carried for an actor")
    }
  }

  /// Sets what a text of the package's own says of a relation.
  mutating func setCarried(_ field: ExtensionField, _ text: String, of edge: inout EdgeDraft, at place: TextLocation) {
    switch field.content {
    case .attribute(let name): addCarried(Attribute(name, text), to: &edge.details.attributes, at: place)
    case .attributeList(let name): addCarried(list(name, text, at: place), to: &edge.details.attributes, at: place)
    case .field("type"): edge.details.type = text
    case .field("label"): edge.details.label = text
    case .field("sign"): edge.details.sign = word(text, "sign", at: place)
    case .field("strength"): edge.weight = number(text, "strength", at: place)
    case .field("confidence"): edge.details.confidence = confidence(text, at: place)
    case .field("status"): edge.details.status = word(text, "status", at: place)
    case .field("since"): edge.details.validity.since = date(text, "since", at: place)
    case .field("until"): edge.details.validity.until = date(text, "until", at: place)
    case .field("note"): edge.details.note = text
    case .field("evidence"):
      edge.details.evidence =
        carried(text, "evidence", at: place) { decoder, node in
          decoder.records(RecordFields("evidence", node), "evidence", .evidence) { decoder, fields, _ in
            decoder.evidence(fields)
          }
        } ?? []
    case .field(let name): log.error(place, "'\(name)' cannot be carried for a relation")
    }
  }

  /// Sets what a text of the package's own says of the network itself.
  mutating func setExtensionNetwork(_ field: ExtensionField, _ text: String, at place: TextLocation) {
    switch field.content {
    case .field("network"): if isUsable(text, "the network's id", at: place) { content.id = text }
    case .field("title"): content.title = text
    case .field("language"): content.language = text
    case .field("description"): content.description = text
    case .field("blocs"):
      content.blocs =
        carried(text, "blocs", at: place) { decoder, node in
          decoder.records(RecordFields("blocs", node), "blocs", .bloc) { decoder, fields, _ in decoder.bloc(fields) }
        } ?? []
    case .field(let name) where name.hasPrefix("sources."):
      let list = carried(text, "a source", at: place) { decoder, node in
        let list = SourceNode(value: .sequence([node]), location: place)
        return decoder.records(
          RecordFields(pairs: [SourceNode.pair("sources", list)]), "sources", .source
        ) { $0.source($1, at: $2) }
      }
      content.sources += list ?? []
    default: log.error(place, "this cannot be carried for a network")
    }
  }

  private mutating func addCarried(_ attribute: Attribute, to attributes: inout [Attribute], at place: TextLocation) {
    guard attributes.count < SourceLimits.attributes else {
      return log.error(place, "more than \(SourceLimits.attributes) attributes of one actor or tie")
    }
    attributes.append(attribute)
  }

  private mutating func list(_ name: String, _ text: String, at place: TextLocation) -> Attribute {
    Attribute(name, list: carried(text, name, at: place) { $0.texts($1, name, areIDs: false) } ?? [])
  }

  /// Reads JSON as a part of a network file; every part of it stands at the place of the text that holds it.
  private mutating func carried<Value>(
    _ text: String, _ what: String, at place: TextLocation, _ read: (inout NetworkDecoder, SourceNode) -> Value
  ) -> Value? {
    let node: SourceNode
    do throws(Diagnostics) {
      node = try JSONTree(file: log.file).parse(text).moved(to: place)
    } catch {
      let why = error.list.first?.message ?? "it is not JSON"
      log.error(place, "\(what) is not JSON: \(why)", "leave what this package has written as it is, or take it out")
      return nil
    }
    var decoder = NetworkDecoder(file: log.file)
    let value = read(&decoder, node)
    log.add(decoder.diagnostics)
    return value
  }
}

extension SourceNode {
  /// The value with every part of it at one place.
  fileprivate func moved(to place: TextLocation) -> SourceNode {
    switch value {
    case .scalar: SourceNode(value: value, location: place)
    case .sequence(let items): SourceNode(value: .sequence(items.map { $0.moved(to: place) }), location: place)
    case .mapping(let pairs):
      SourceNode(
        value: .mapping(pairs.map { Pair(key: $0.key, location: place, value: $0.value.moved(to: place)) }),
        location: place)
    }
  }
}
