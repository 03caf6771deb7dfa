/// The fields of one kind of record, in the order of the network file.
package struct FieldTable<Record: Hashable & Sendable>: Sendable {
  /// What the record is called.
  package let kind: RecordKind
  /// A record of which nothing is stated: what its fields hold goes without saying.
  package let blank: Record
  /// The fields.
  package let fields: [RecordField<Record>]
  /// The keys of the network file, a key for each field; beside the fields, since readers look at little else.
  package let keys: [String]
  /// What may stand in each field.
  package let kinds: [FieldKind]
  /// Where the fields stand that a record must have.
  package let required: [Int]
  /// What each field holds where nothing is stated.
  private let defaults: [FieldValue?]

  /// A table of fields.
  package init(_ kind: RecordKind, blank: Record, _ fields: [RecordField<Record>]) {
    self.kind = kind
    self.blank = blank
    self.fields = fields
    keys = fields.map(\.key)
    kinds = fields.map(\.kind)
    required = fields.indices.filter { fields[$0].isRequired }
    defaults = fields.map { $0.value(blank) }
  }

  /// The field under a key of the network file.
  package subscript(key: String) -> RecordField<Record>? { position(of: key).map { fields[$0] } }

  /// Where the field under a key stands.
  package func position(of key: String) -> Int? { keys.firstIndex(of: key) }

  /// What a field holds where nothing is stated.
  package func defaultValue(at position: Int) -> FieldValue? { defaults[position] }

  /// Whether a record states nothing in a field, or what goes without saying.
  package func isDefault(_ position: Int, in record: Record) -> Bool {
    fields[position].value(record) == defaults[position]
  }

  /// Takes what a record states in a field away.
  package func reset(_ position: Int, in record: inout Record) {
    fields[position].set(&record, defaults[position])
  }

  /// The fields of some groups in the order in which people are told of them.
  package func fields(in groups: [FieldGroup] = FieldGroup.allCases) -> [RecordField<Record>] {
    groups.flatMap { group in fields.filter { $0.group == group } }
  }

  /// What a record states in the fields for which answers and pictures have no words of their own, each with its key.
  package func further(of record: Record) -> [(key: String, text: String)] {
    fields.indices.compactMap { position in
      guard !fields[position].traits.contains(.worded), let value = fields[position].value(record),
        value != defaults[position]
      else { return nil }
      return (fields[position].key, value.line)
    }
  }

  /// The table with one more field, or with another in the place of one.
  ///
  /// - Parameter key: The field in whose place the new one stands; it comes last where there is none.
  package func with(_ field: RecordField<Record>, insteadOf key: String? = nil) -> FieldTable {
    var changed = fields
    if let position = key.flatMap(position) { changed[position] = field } else { changed.append(field) }
    return FieldTable(kind, blank: blank, changed)
  }
}
