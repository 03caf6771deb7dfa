/// Unites what two networks say of one record, field by field, by the table of fields.
struct RecordUnion<Record: Hashable & Sendable> {
  private let table: FieldTable<Record>
  private let id: String
  /// The second network's id.
  private let network: String
  /// The fields on which the two disagree.
  private(set) var conflicts: [MergeConflict] = []

  init(_ table: FieldTable<Record>, id: String, network: String) {
    self.table = table
    self.id = id
    self.network = network
  }

  /// Unites a record with the second network's; the ids and ends of the two are the same.
  mutating func unite(_ record: inout Record, _ other: Record) {
    for (position, field) in table.fields.enumerated() where field.group != .identity && field.group != .attributes {
      unite(position, &record, other)
    }
    // What the first network's word stands against is kept beside it: as an attribute, or in the note.
    if let position = table.fields.firstIndex(where: { $0.group == .attributes }) {
      keepConflicts(in: position, &record)
      uniteAttributes(position, &record, other)
    } else if let position = table.fields.firstIndex(where: { $0.group == .notes }) {
      let note = noteWithConflicts(table.fields[position].value(record)?.text)
      table.fields[position].set(&record, note.map(FieldValue.text))
    }
  }

  /// Unites one field.
  mutating func unite(_ position: Int, _ record: inout Record, _ other: Record) {
    let field = table.fields[position]
    switch field.kind {
    case .attributes: uniteAttributes(position, &record, other)
    case .start: uniteBounds(from: position, &record, other)
    case .finish: break
    case .aliases: uniteNames(field, &record, other)
    case .identifiers, .memberships, .records: join(field, &record, other)
    default:
      guard let second = field.value(other) else { return }
      let first = field.value(record)
      if first == nil, table.defaultValue(at: position) == nil {
        field.set(&record, second)
      } else if let first, first != second {
        note(field.key, first.line, second.line)
      }
    }
  }

  private mutating func note(_ field: String, _ first: String, _ second: String) {
    conflicts.append(MergeConflict(record: table.kind.rawValue, id: id, field: field, first: first, second: second))
  }

  /// The two bounds of an interval, which must not end before it begins when they come from two networks.
  private mutating func uniteBounds(from start: Int, _ record: inout Record, _ other: Record) {
    guard let finish = table.fields.firstIndex(where: { $0.kind == .finish }) else { return }
    var united = record
    for position in [start, finish] {
      let field = table.fields[position]
      guard let second = field.value(other) else { continue }
      guard let first = field.value(record) else {
        field.set(&united, second)
        continue
      }
      if first != second { note(field.key, first.line, second.line) }
    }
    guard isEmpty(start, finish, united) else {
      record = united
      return
    }
    for field in [table.fields[start], table.fields[finish]] where field.value(record) == nil {
      if let second = field.value(other) { note(field.key, "open", second.line) }
    }
  }

  private func isEmpty(_ start: Int, _ finish: Int, _ record: Record) -> Bool {
    guard case .date(let since)? = table.fields[start].value(record),
      case .date(let until)? = table.fields[finish].value(record)
    else { return false }
    return Interval(since: since, until: until).isEmpty
  }

  /// Adds the items of the second network's list that the first does not have.
  private func join(_ field: RecordField<Record>, _ record: inout Record, _ other: Record) {
    let first = field.value(record)
    func joined<Item: FieldItem & Equatable>(_ items: [Item]) -> FieldValue {
      var all = first.flatMap(Item.items(of:)) ?? []
      for item in items where !all.contains(item) { all.append(item) }
      return Item.value(of: all)
    }
    switch field.value(other) {
    case .texts(let items): field.set(&record, joined(items))
    case .memberships(let items): field.set(&record, joined(items))
    case .evidence(let items): field.set(&record, joined(items))
    default: break
    }
  }

  /// Adds the second network's name and its other names.
  private func uniteNames(_ field: RecordField<Record>, _ record: inout Record, _ other: Record) {
    let name = table["name"]?.value(record)?.text
    var aliases = field.value(record).flatMap(Alias.items(of:)) ?? []
    if let second = table["name"]?.value(other)?.text, second != name, !aliases.contains(where: { $0.name == second }) {
      aliases.append(Alias(second))
    }
    for alias in field.value(other).flatMap(Alias.items(of:)) ?? [] where !aliases.contains(alias) && alias.name != name
    {
      aliases.append(alias)
    }
    field.set(&record, .aliases(aliases))
  }

  // MARK: - Attributes

  /// Attributes or codes: new keys are added, another value for a key is kept beside it.
  private mutating func uniteAttributes(_ position: Int, _ record: inout Record, _ other: Record) {
    let field = table.fields[position]
    var first = field.value(record).flatMap(Attribute.items(of:)) ?? []
    for attribute in field.value(other).flatMap(Attribute.items(of:)) ?? [] {
      guard let known = first.first(where: { $0.key == attribute.key }) else {
        first.append(attribute)
        continue
      }
      guard known != attribute else { continue }
      note("\(field.title) \(attribute.key)", known.text, attribute.text)
      var beside = attribute
      beside.key = Self.free("\(attribute.key) (\(network))", in: first)
      first.append(beside)
    }
    field.set(&record, .attributes(first))
  }

  /// Keeps the second network's words as attributes; names are kept as aliases and codes beside codes.
  private func keepConflicts(in position: Int, _ record: inout Record) {
    let field = table.fields[position]
    var attributes = field.value(record).flatMap(Attribute.items(of:)) ?? []
    for conflict in conflicts where conflict.field != "name" && !conflict.field.hasPrefix("code ") {
      attributes.append(Attribute(Self.free("\(conflict.field) (\(network))", in: attributes), conflict.second))
    }
    field.set(&record, .attributes(attributes))
  }

  /// The note with the second network's words added.
  private func noteWithConflicts(_ note: String?) -> String? {
    guard !conflicts.isEmpty else { return note }
    let words = conflicts.map { "\($0.field) in \(network): \($0.second)" }
    return ([note].compactMap(\.self) + words).joined(separator: "; ")
  }

  private static func free(_ key: String, in attributes: [Attribute]) -> String {
    var candidate = key
    var number = 2
    while attributes.contains(where: { $0.key == candidate }) {
      candidate = "\(key) \(number)"
      number += 1
    }
    return candidate
  }
}
