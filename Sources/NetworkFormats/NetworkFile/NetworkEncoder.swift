import ActorModel

/// Makes a tree of values of a network, in the file's order, leaving out what is absent or as it would be anyway.
struct NetworkEncoder {
  func encode(_ network: ActorNetwork) -> SourceNode {
    let content = network.content
    var record = RecordWriter()
    record.add("network", content.id)
    record.add("title", content.title)
    record.add("language", content.language)
    record.add("description", content.description)
    record.add("blocs", list: content.blocs.map(encode))
    record.add("sources", list: content.sources.map(encode))
    record.add("actors", list: content.actors.map(encode), keepEmpty: true)
    record.add("relations", list: content.relations.map(encode))
    return record.node
  }

  func encode(_ bloc: Bloc) -> SourceNode {
    var record = RecordWriter()
    record.add("id", bloc.id)
    record.add("name", bloc.name)
    record.add("note", bloc.note)
    return record.node
  }

  func encode(_ source: Source) -> SourceNode {
    var record = RecordWriter()
    record.add("id", source.id)
    record.add("title", source.title)
    record.add("publisher", source.publisher)
    record.add("author", source.author)
    record.add("language", source.language)
    record.add("published", source.published?.description)
    record.add("url", source.url)
    record.add("reliability", source.reliability?.rawValue)
    record.add("same-as", texts: source.sameAs)
    record.add("note", source.note)
    return record.node
  }

  func encode(_ actor: Actor) -> SourceNode {
    var record = RecordWriter()
    record.add("id", actor.id)
    record.add("name", actor.name)
    record.add("kind", actor.kind?.rawValue)
    record.add("aliases", list: actor.aliases.map(encode))
    record.add("codes", actor.codes)
    record.add("blocs", list: actor.blocs.map(encode))
    record.add("not", texts: actor.notSameAs)
    record.add("part-of", actor.partOf)
    record.add("from", actor.existence.since?.description)
    record.add("until", actor.existence.until?.description)
    record.add("note", actor.note)
    record.add("attributes", actor.attributes)
    return record.node
  }

  private func encode(_ alias: Alias) -> SourceNode {
    guard let language = alias.language else { return .text(alias.name) }
    var record = RecordWriter()
    record.add(language, alias.name)
    return record.node
  }

  private func encode(_ membership: BlocMembership) -> SourceNode {
    guard membership.interval != Interval() else { return .text(membership.bloc) }
    var record = RecordWriter()
    record.add("id", membership.bloc)
    record.add("since", membership.interval.since?.description)
    record.add("until", membership.interval.until?.description)
    return record.node
  }

  func encode(_ relation: Relation) -> SourceNode {
    var record = RecordWriter()
    record.add("id", relation.id)
    switch relation.ends {
    case .directed(let from, let to):
      record.add("from", from)
      record.add("to", to)
    case .mutual(let a, let b): record.add("between", texts: [a, b])
    }
    record.add("type", relation.type)
    record.add("label", relation.label)
    record.add("sign", relation.sign.rawValue)
    record.add("strength", number: relation.strength)
    record.add("confidence", number: relation.confidence)
    record.add("status", relation.status.rawValue)
    record.add("since", relation.validity.since?.description)
    record.add("until", relation.validity.until?.description)
    record.add("note", relation.note)
    record.add("attributes", relation.attributes)
    record.add("evidence", list: relation.evidence.map(encode))
    return record.node
  }

  private func encode(_ evidence: Evidence) -> SourceNode {
    var record = RecordWriter()
    record.add("source", evidence.source)
    record.add("locator", evidence.locator)
    record.add("claim", evidence.claim)
    record.add("quote", evidence.quote)
    if !evidence.says.isEmpty { record.add("says", node: encode(evidence.says)) }
    record.add("credibility", number: evidence.credibility.map { Double($0.rawValue) })
    if evidence.stance != .supports { record.add("stance", evidence.stance.rawValue) }
    return record.node
  }

  private func encode(_ says: Claims) -> SourceNode {
    var record = RecordWriter()
    record.add("since", says.since?.description)
    record.add("until", says.until?.description)
    record.add("sign", says.sign?.rawValue)
    record.add("strength", number: says.strength)
    record.add("status", says.status?.rawValue)
    record.add("attributes", says.attributes)
    return record.node
  }
}

/// Collects the pairs of one record.
private struct RecordWriter {
  private var pairs: [SourceNode.Pair] = []

  var node: SourceNode { SourceNode(value: .mapping(pairs), location: .start) }

  mutating func add(_ key: String, node: SourceNode) {
    pairs.append(SourceNode.Pair(key: key, location: .start, value: node))
  }

  mutating func add(_ key: String, _ text: String?) {
    if let text { add(key, node: .text(text)) }
  }

  mutating func add(_ key: String, number: Double?) {
    if let number {
      add(key, node: SourceNode(value: .scalar(DecimalNumber.text(of: number), isQuoted: false), location: .start))
    }
  }

  mutating func add(_ key: String, list: [SourceNode], keepEmpty: Bool = false) {
    if !list.isEmpty || keepEmpty { add(key, node: SourceNode(value: .sequence(list), location: .start)) }
  }

  mutating func add(_ key: String, texts: [String]) { add(key, list: texts.map(SourceNode.text)) }

  mutating func add(_ key: String, _ attributes: [Attribute]) {
    guard !attributes.isEmpty else { return }
    var record = RecordWriter()
    for attribute in attributes {
      if attribute.isList {
        record.add(attribute.key, list: attribute.values.map(SourceNode.text), keepEmpty: true)
      } else {
        record.add(attribute.key, attribute.values.first ?? "")
      }
    }
    add(key, node: record.node)
  }
}

extension SourceNode {
  /// A text.
  static func text(_ text: String) -> SourceNode {
    SourceNode(value: .scalar(text, isQuoted: true), location: .start)
  }
}

extension DecimalNumber {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func text(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
