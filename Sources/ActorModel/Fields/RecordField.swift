/// One field of a kind of record: where it is kept, under which key, and what it means.
///
/// Reading, writing, the schema, the texts that GraphML and GEXF carry, columns of tables, merges, comparisons, records
/// and tooltips all go by these. A new field is a stored property, a line of the record's table, and a test.
package struct RecordField<Record>: Sendable {
  /// What is particular to a field.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A record without it is at fault.
    package static var required: Traits { Traits(rawValue: 1) }
    /// A file leaves it out where it has the value that goes without saying.
    package static var implied: Traits { Traits(rawValue: 2) }
    /// Every format of graphs has a place of its own for it: ids, ends and strengths.
    package static var structural: Traits { Traits(rawValue: 4) }
    /// Answers and pictures have words of their own for it; other fields stand there under their keys.
    package static var worded: Traits { Traits(rawValue: 8) }
  }

  /// The key in the network file.
  package let key: String
  /// What may stand as the value.
  package let kind: FieldKind
  /// What it means, in one line.
  package let help: String
  /// What is particular to it.
  package var traits: Traits
  /// What formats of nodes and edges call it; `nil` where they have no place for it.
  package var names: FieldNames?
  /// What a comparison calls it.
  package var title: String
  /// The first version of the program that has it.
  package var introduced: String
  /// The value in a record; `nil` where there is none.
  package let value: @Sendable (Record) -> FieldValue?
  /// Sets the value; `nil` where there is to be none. A value of another kind changes nothing.
  package let set: @Sendable (inout Record, FieldValue?) -> Void

  /// A field by how it is got and set.
  package init(
    _ key: String, _ kind: FieldKind, _ help: String, _ traits: Traits = [], names: FieldNames? = nil,
    title: String? = nil, introduced: String = "0.1.0", value: @escaping @Sendable (Record) -> FieldValue?,
    set: @escaping @Sendable (inout Record, FieldValue?) -> Void
  ) {
    self.key = key
    self.kind = kind
    self.help = help
    self.traits = traits
    self.names = names ?? (kind.isSingle ? FieldNames(key) : nil)
    self.title = title ?? key
    self.introduced = introduced
    self.value = value
    self.set = set
  }

  /// Whether a record without it is at fault.
  package var isRequired: Bool { traits.contains(.required) }

  /// Among which fields people are told of it.
  package var group: FieldGroup {
    switch kind {
    case .identifier where isRequired, .end, .pair: .identity
    case .text, .identifier, .date, .strength, .probability, .sign, .word, .credibility: .facts
    case .start, .finish: .dates
    case .note: .notes
    case .attributes where key == "attributes": .attributes
    case .identifiers, .aliases, .attributes: .lists
    case .memberships, .record, .records: .parts
    }
  }
}

// MARK: - Fields that are stored properties

extension RecordField {
  /// A text that every record has.
  package init(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, String> & Sendable, _ help: String,
    _ traits: Traits = [], names: FieldNames? = nil, title: String? = nil
  ) {
    self.init(key, kind, help, traits, names: names, title: title) {
      .text($0[keyPath: path])
    } set: { record, value in
      if let text = value?.text { record[keyPath: path] = text }
    }
  }

  /// A text that may be absent.
  package init(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, String?> & Sendable, _ help: String,
    _ traits: Traits = [], names: FieldNames? = nil, title: String? = nil
  ) {
    self.init(key, kind, help, traits, names: names, title: title) {
      $0[keyPath: path].map(FieldValue.text)
    } set: { record, value in
      record[keyPath: path] = value?.text
    }
  }

  /// A number that every record has.
  package init(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, Double> & Sendable, _ help: String,
    _ traits: Traits = [], names: FieldNames? = nil, title: String? = nil
  ) {
    self.init(key, kind, help, traits, names: names, title: title) {
      .number($0[keyPath: path])
    } set: { record, value in
      if let number = value?.number { record[keyPath: path] = number }
    }
  }

  /// A number that may be absent.
  package init(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, Double?> & Sendable, _ help: String,
    _ traits: Traits = [], names: FieldNames? = nil, title: String? = nil
  ) {
    self.init(key, kind, help, traits, names: names, title: title) {
      $0[keyPath: path].map(FieldValue.number)
    } set: { record, value in
      record[keyPath: path] = value?.number
    }
  }

  /// A date.
  package init(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, CalendarDate?> & Sendable, _ help: String,
    _ traits: Traits = [], names: FieldNames? = nil, title: String? = nil
  ) {
    self.init(key, kind, help, traits, names: names, title: title) {
      $0[keyPath: path].map(FieldValue.date)
    } set: { record, value in
      if case .date(let date) = value { record[keyPath: path] = date } else { record[keyPath: path] = nil }
    }
  }

  /// One of a few words, which every record has.
  package init<Word: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ path: WritableKeyPath<Record, Word> & Sendable, _ help: String, _ traits: Traits = [],
    kind: FieldKind? = nil, names: FieldNames? = nil
  ) where Word.RawValue == String {
    self.init(key, kind ?? .word(Word.allCases.map(\.rawValue)), help, traits, names: names) {
      .text($0[keyPath: path].rawValue)
    } set: { record, value in
      if let word = value?.text.flatMap(Word.init(rawValue:)) { record[keyPath: path] = word }
    }
  }

  /// One of a few words, or none.
  package init<Word: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ path: WritableKeyPath<Record, Word?> & Sendable, _ help: String, _ traits: Traits = [],
    kind: FieldKind? = nil, names: FieldNames? = nil
  ) where Word.RawValue == String {
    self.init(key, kind ?? .word(Word.allCases.map(\.rawValue)), help, traits, names: names) {
      $0[keyPath: path].map { .text($0.rawValue) }
    } set: { record, value in
      record[keyPath: path] = value?.text.flatMap(Word.init(rawValue:))
    }
  }

  /// A list, which is absent where it is empty.
  package init<Item: FieldItem>(
    _ key: String, _ kind: FieldKind, _ path: WritableKeyPath<Record, [Item]> & Sendable, _ help: String,
    _ traits: Traits = [], title: String? = nil
  ) {
    self.init(key, kind, help, traits, title: title) {
      let items = $0[keyPath: path]
      return items.isEmpty ? nil : Item.value(of: items)
    } set: { record, value in
      record[keyPath: path] = value.flatMap(Item.items(of:)) ?? []
    }
  }
}
