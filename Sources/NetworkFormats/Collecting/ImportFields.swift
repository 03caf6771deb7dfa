import ActorModel
import NetworkReading

/// What formats with free attributes (GML, DOT, JSON) hold of a record, by the keys under which they hold it.
struct ImportFields {
  /// A value as a format with types writes it.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case list([String])
  }

  /// The keys of nodes that are no attributes.
  static let nodeKeys: Set<String> = Set(NamedFields(NetworkFields.standard.actor).byKey.keys)
  /// The keys of edges that are no attributes.
  static let edgeKeys: Set<String> = Set(NamedFields(NetworkFields.standard.relation).byKey.keys)
    .union(["source", "target", "directed"])

  /// A field that has a name in such formats, beside what every format of graphs has a place for.
  private struct Column {
    let position: Int
    let key: String
    let isSign: Bool
  }

  private let fields: NetworkFields
  private let actorColumns: [Column]
  private let relationColumns: [Column]

  init(_ fields: NetworkFields) {
    self.fields = fields
    actorColumns = Self.columns(fields.actor)
    relationColumns = Self.columns(fields.relation)
  }

  private static func columns<Record>(_ table: FieldTable<Record>) -> [Column] {
    table.fields.enumerated().compactMap { position, field in
      guard let names = field.names, !field.traits.contains(.structural) else { return nil }
      return Column(position: position, key: names.key, isSign: field.kind == .sign)
    }
  }

  /// What there is to write of an actor beyond its id, name first.
  func pairs(of actor: Actor) -> [(key: String, value: Value)] {
    pairs(of: actor, fields.actor, actorColumns) + pairs(of: actor.attributes)
  }

  /// What there is to write of a relation beyond its id and ends.
  ///
  /// Where any relation has a sign, each says its own: a reader takes a positive weight among signs for a positive tie.
  func pairs(of relation: Relation, isSigned: Bool) -> [(key: String, value: Value)] {
    [("weight", .number(relation.strength))]
      + pairs(of: relation, fields.relation, relationColumns, isSigned: isSigned) + pairs(of: relation.attributes)
  }

  /// The fields that say more than goes without saying.
  private func pairs<Record>(
    of record: Record, _ table: FieldTable<Record>, _ columns: [Column], isSigned: Bool = false
  ) -> [(key: String, value: Value)] {
    var pairs: [(key: String, value: Value)] = []
    for column in columns {
      guard let value = table.fields[column.position].value(record) else { continue }
      let isStated = column.isSign ? isSigned : value != table.defaultValue(at: column.position)
      if isStated { pairs.append((column.key, value.number.map(Value.number) ?? .text(value.line))) }
    }
    return pairs
  }

  private func pairs(of attributes: [Attribute]) -> [(key: String, value: Value)] {
    attributes.map { ($0.key, $0.isList ? .list($0.values) : .text($0.values.first ?? "")) }
  }
}

extension ImportCollector {
  /// Reads one key of a node. What has a field goes there; anything else becomes an attribute.
  mutating func setField(_ key: String, to text: String, of actor: inout Actor, at place: TextLocation) {
    if let field = actorFields.byKey[key] { return setField(field, to: text, of: &actor, at: place) }
    checkText(text, key, at: place)
    keep(key, text, in: &actor.attributes, at: place)
  }

  /// Reads a field of a node.
  mutating func setField(_ named: NamedField, to text: String, of actor: inout Actor, at place: TextLocation) {
    checkText(text, named.key, at: place)
    let table = options.fields.actor
    let field = table.fields[named.position]
    let isTaken = named.isFallback && !table.isDefault(named.position, in: actor)
    guard !isTaken, !field.traits.contains(.structural) else {
      return keep(named.key, text, in: &actor.attributes, at: place)
    }
    switch found(text, named.key, field.kind, at: place) {
    case .value(let value): field.set(&actor, value)
    case .none: keep(named.key, text, in: &actor.attributes, at: place)
    case .fault: break
    }
  }

  /// Reads one key of an edge. What has a field goes there; anything else becomes an attribute.
  mutating func setField(_ key: String, to text: String, of edge: inout EdgeDraft, at place: TextLocation) {
    if let field = relationFields.byKey[key] { return setField(field, to: text, of: &edge, at: place) }
    checkText(text, key, at: place)
    keep(key, text, in: &edge.details.attributes, at: place)
  }

  /// Reads a field of an edge.
  ///
  /// - Parameter inTable: Whether it stands in a table, where a comma may separate decimals.
  mutating func setField(
    _ named: NamedField, to text: String, of edge: inout EdgeDraft, at place: TextLocation, inTable: Bool = false
  ) {
    checkText(text, named.key, at: place)
    if named.isFallback { return keep(named.key, text, in: &edge.details.attributes, at: place) }
    let field = options.fields.relation.fields[named.position]
    if field.traits.contains(.structural) {
      return setStructure(field, named.key, to: text, of: &edge, at: place)
    }
    // A tie is of some type, also where a file leaves its cell empty.
    if text.isEmpty, field.isRequired { return }
    switch found(text, named.key, field.kind, at: place, inTable: inTable) {
    case .value(let value): edge.details.set(field, at: named.position, to: value)
    case .none: keep(named.key, text, in: &edge.details.attributes, at: place)
    case .fault: break
    }
  }

  /// Reads what every format of graphs has a place of its own for: the weight or the id.
  private mutating func setStructure(
    _ field: RecordField<Relation>, _ key: String, to text: String, of edge: inout EdgeDraft, at place: TextLocation
  ) {
    if field.kind == .strength {
      if let weight = number(text, key, at: place) { edge.weight = weight }
    } else if isUsable(text, "the tie's id", at: place) {
      edge.details.id = text
    }
  }

  /// What a text is as the value of a field.
  private enum Found {
    case value(FieldValue)
    /// Something else, which an attribute holds.
    case none
    /// A fault, which is reported.
    case fault

    init(_ value: FieldValue?) { self = value.map(Found.value) ?? .fault }
  }

  private mutating func found(
    _ text: String, _ key: String, _ kind: FieldKind, at place: TextLocation, inTable: Bool = false
  ) -> Found {
    switch kind {
    case .word(let words):
      let word = text.lowercased()
      return words.contains(word) ? .value(.text(word)) : .none
    case .sign: return Found(sign(text, at: place).map { .text($0.rawValue) })
    case .date, .start, .finish: return dateOrText(text, key, at: place).map { .value(.date($0)) } ?? .none
    case .probability: return Found(probability(text, key, at: place, inTable: inTable).map(FieldValue.number))
    case .strength:
      return Found(
        (inTable ? number(inTable: text, key, at: place) : number(text, key, at: place)).map(FieldValue.number))
    case .text, .note, .identifier, .end, .pair, .credibility, .identifiers, .aliases, .memberships, .attributes,
      .record, .records:
      return .value(.text(text))
    }
  }

  /// After all keys of an edge: a `value` is its weight where it has no other.
  mutating func settleWeight(of edge: inout EdgeDraft) {
    guard edge.weight == nil,
      let i = edge.details.attributes.firstIndex(where: { $0.key == "value" && !$0.isList }),
      let weight = DecimalNumber.lenientValue(of: edge.details.attributes[i].text)
    else { return }
    edge.weight = weight
    edge.details.attributes.remove(at: i)
  }

  /// In other people's tables a tie may begin and end in the same year, month or day: it holds through it.
  mutating func settleDates(of edge: inout EdgeDraft, at place: TextLocation) {
    guard let since = edge.details.validity.since, since == edge.details.validity.until else { return }
    let next = Day(number: since.lastDay.number + 1)
    guard let until = try? CalendarDate(next.description) else { return }
    edge.details.validity.until = until
    repair(at: place, "the tie begins and ends in \(since); it is read as holding through it", "until is the day after")
  }

  /// A date; a text without digits is none, and is no error either.
  private mutating func dateOrText(_ text: String, _ what: String, at place: TextLocation) -> CalendarDate? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else {
      log.warning(place, "\(what) '\(text.prefix(40))' is not a date, and is kept as an attribute")
      return nil
    }
    return date(text, what, at: place)
  }

  /// Adds an attribute; a key that stands several times makes a list.
  mutating func keep(_ key: String, _ text: String, in attributes: inout [Attribute], at place: TextLocation) {
    guard let i = attributes.firstIndex(where: { $0.key == key }) else {
      guard attributes.count < SourceLimits.attributes else {
        return log.error(place, "more than \(SourceLimits.attributes) attributes of one actor or tie")
      }
      return attributes.append(Attribute(key, text))
    }
    attributes[i].values.append(text)
    attributes[i].isList = true
  }
}
