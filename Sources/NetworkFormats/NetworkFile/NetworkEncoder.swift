import ActorModel
import NetworkReading

/// Makes a tree of values of a network, in the order of the table of fields, leaving out what is absent or as it would be
/// anyway.
struct NetworkEncoder {
  let fields: NetworkFields

  func encode(_ network: ActorNetwork) -> SourceNode { encode(network.content, fields.network) }

  /// A record with all that it states.
  func encode<Record>(_ record: Record, _ table: FieldTable<Record>) -> SourceNode {
    var pairs: [SourceNode.Pair] = []
    pairs.reserveCapacity(table.fields.count)
    for position in table.fields.indices {
      guard let node = node(at: position, of: record, table) else { continue }
      pairs.append(SourceNode.Pair(key: table.fields[position].key, location: .start, value: node))
    }
    return mapping(pairs)
  }

  /// The value of one field of a record; `nil` where it is absent or goes without saying.
  func node<Record>(at position: Int, of record: Record, _ table: FieldTable<Record>) -> SourceNode? {
    guard let value = table.fields[position].value(record) else { return nil }
    let isImplied = table.fields[position].traits.contains(.implied)
    return isImplied && value == table.defaultValue(at: position) ? nil : encode(value)
  }

  private func encode(_ value: FieldValue) -> SourceNode {
    switch value {
    case .text(let text): .text(text)
    case .number(let number):
      SourceNode(value: .scalar(DecimalNumber.text(of: number), isQuoted: false), location: .start)
    case .date(let date): .text(date.description)
    case .texts(let texts): sequence(texts.map(SourceNode.text))
    case .aliases(let aliases): sequence(aliases.map(encode))
    case .memberships(let memberships): sequence(memberships.map(encode))
    case .attributes(let attributes): mapping(attributes.map(encode))
    case .evidence(let evidence): sequence(evidence.map { encode($0, fields.evidence) })
    case .claims(let claims): encode(claims, fields.says)
    case .blocs(let blocs): sequence(blocs.map { encode($0, fields.bloc) })
    case .sources(let sources): sequence(sources.map { encode($0, fields.source) })
    case .actors(let actors): sequence(actors.map { encode($0, fields.actor) })
    case .relations(let relations): sequence(relations.map { encode($0, fields.relation) })
    }
  }

  private func encode(_ alias: Alias) -> SourceNode {
    guard let language = alias.language else { return .text(alias.name) }
    return mapping([SourceNode.Pair(key: language, location: .start, value: .text(alias.name))])
  }

  private func encode(_ membership: BlocMembership) -> SourceNode {
    membership.interval == Interval() ? .text(membership.bloc) : encode(membership, fields.membership)
  }

  private func encode(_ attribute: Attribute) -> SourceNode.Pair {
    let value =
      attribute.isList
      ? sequence(attribute.values.map(SourceNode.text)) : SourceNode.text(attribute.values.first ?? "")
    return SourceNode.Pair(key: attribute.key, location: .start, value: value)
  }

  private func sequence(_ items: [SourceNode]) -> SourceNode { SourceNode(value: .sequence(items), location: .start) }

  private func mapping(_ pairs: [SourceNode.Pair]) -> SourceNode {
    SourceNode(value: .mapping(pairs), location: .start)
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
