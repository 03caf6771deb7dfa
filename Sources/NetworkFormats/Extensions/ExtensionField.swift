import ActorModel
import NetworkReading

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
  func problem(in fields: NetworkFields) -> String? {
    guard case .field(let field) = content else { return nil }
    let keys =
      switch domain {
      case .graph: fields.network.keys
      case .node: fields.actor.keys
      case .edge: fields.relation.keys
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
  mutating func setExtension(_ field: ExtensionField, _ text: String, of actor: inout Actor, at place: TextLocation) {
    switch field.content {
    case .attribute(let name): addExtension(Attribute(name, text), to: &actor.attributes, at: place)
    case .attributeList(let name): addExtension(list(name, text, at: place), to: &actor.attributes, at: place)
    case .field(let key):
      guard let known = options.fields.actor[key], known.isExtension else {
        return log.error(place, "'\(key)' cannot be carried for an actor")
      }
      known.set(&actor, extensionValue(text, key, known.kind, at: place))
    }
  }

  /// Sets what a text of the package's own says of a relation.
  mutating func setExtension(
    _ field: ExtensionField, _ text: String, of edge: inout EdgeDraft, at place: TextLocation
  ) {
    switch field.content {
    case .attribute(let name): addExtension(Attribute(name, text), to: &edge.details.attributes, at: place)
    case .attributeList(let name): addExtension(list(name, text, at: place), to: &edge.details.attributes, at: place)
    case .field("strength"): edge.weight = number(text, "strength", at: place)
    case .field(let key):
      let table = options.fields.relation
      guard let position = table.position(of: key), table.fields[position].isExtension else {
        return log.error(place, "'\(key)' cannot be carried for a relation")
      }
      let known = table.fields[position]
      edge.details.set(known, at: position, to: extensionValue(text, key, known.kind, at: place))
    }
  }

  /// Sets what a text of the package's own says of the network itself.
  mutating func setExtensionNetwork(_ field: ExtensionField, _ text: String, at place: TextLocation) {
    guard case .field(let key) = field.content else {
      return log.error(place, "this cannot be carried for a network")
    }
    if key.hasPrefix("sources.") {
      let found = extensionPart(text, "a source", at: place) { decoder, node in
        decoder.value(SourceNode(value: .sequence([node]), location: place), "sources", .records(.source))
      }
      content.sources += found.flatMap(Source.items(of:)) ?? []
      return
    }
    guard let known = options.fields.network[key] else {
      return log.error(place, "this cannot be carried for a network")
    }
    switch known.kind {
    case .identifier: if isUsable(text, "the network's id", at: place) { known.set(&content, .text(text)) }
    case .records(let record) where record != .bloc: log.error(place, "this cannot be carried for a network")
    default: known.set(&content, extensionValue(text, key, known.kind, at: place))
    }
  }

  /// A text of the package's own as a value: itself, or JSON where the value is more than one text.
  private mutating func extensionValue(
    _ text: String, _ key: String, _ kind: FieldKind, at place: TextLocation
  ) -> FieldValue? {
    switch kind {
    case .text, .note, .identifier, .end: .text(text)
    case .sign, .word: word(text, key, among: kind.words ?? [], at: place).map(FieldValue.text)
    case .strength: number(text, key, at: place).map(FieldValue.number)
    case .probability: probability(text, key, at: place).map(FieldValue.number)
    case .date, .start, .finish: date(text, key, at: place).map(FieldValue.date)
    case .pair, .credibility, .identifiers, .aliases, .memberships, .attributes, .record, .records:
      extensionPart(text, key, at: place) { $0.value($1, key, kind) }
    }
  }

  private mutating func addExtension(_ attribute: Attribute, to attributes: inout [Attribute], at place: TextLocation) {
    guard attributes.count < SourceLimits.attributes else {
      return log.error(place, "more than \(SourceLimits.attributes) attributes of one actor or tie")
    }
    attributes.append(attribute)
  }

  private mutating func list(_ name: String, _ text: String, at place: TextLocation) -> Attribute {
    Attribute(name, list: extensionPart(text, name, at: place) { $0.texts($1, name) } ?? [])
  }

  /// Reads JSON as a part of a network file; every part of it stands at the place of the text that holds it.
  private mutating func extensionPart<Value>(
    _ text: String, _ what: String, at place: TextLocation, _ read: (inout NetworkDecoder, SourceNode) -> Value?
  ) -> Value? {
    let node: SourceNode
    do throws(Diagnostics) {
      node = try JSONTree(file: log.file).parse(text).moved(to: place)
    } catch {
      let why = error.list.first?.message ?? "it is not JSON"
      log.error(place, "\(what) is not JSON: \(why)", "leave what this package has written as it is, or take it out")
      return nil
    }
    var decoder = NetworkDecoder(file: log.file, fields: options.fields)
    let value = read(&decoder, node)
    log.add(decoder.diagnostics)
    return value
  }
}

extension RecordField {
  /// Whether a record can have the field as a text of its own, beside what every format of graphs has a place for.
  fileprivate var isExtension: Bool { !traits.contains(.structural) && key != "attributes" }
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
