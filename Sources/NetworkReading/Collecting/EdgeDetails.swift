import ActorModel

extension ImportCollector {
  /// What an edge says beyond its ends and weight.
  ///
  /// What the file is silent about is as in a relation of which nothing is stated; ``states(_:)`` tells whether it was
  /// stated. The fields of ``relation`` can be named directly: `details.label`.
  @dynamicMemberLookup package struct EdgeDetails: Hashable, Sendable {
    /// What is stated, as a relation whose ends are nobody's.
    package var relation = Relation(
      id: "", ends: .directed(from: "", to: ""), type: Relation.unstatedType)
    /// The fields that were set, a bit for the position of each in the table.
    private var stated: UInt64 = 0

    package init() {}

    /// The id; `nil` where the file gives none.
    package var id: String? {
      get { relation.id.isEmpty ? nil : relation.id }
      set { relation.id = newValue ?? "" }
    }

    /// The type; `nil` where the file gives none.
    package var type: String? {
      get { relation.type == Relation.unstatedType ? nil : relation.type }
      set { relation.type = newValue ?? Relation.unstatedType }
    }

    package subscript<Value>(dynamicMember path: WritableKeyPath<Relation, Value>) -> Value {
      get { relation[keyPath: path] }
      set { relation[keyPath: path] = newValue }
    }

    /// Sets a field of the table; no value leaves it unstated.
    package mutating func set(_ field: RecordField<Relation>, at position: Int, to value: FieldValue?) {
      field.set(&relation, value)
      if value != nil { stated |= 1 << UInt64(position) }
    }

    /// Whether the field at a position of the table was set.
    package func states(_ position: Int?) -> Bool {
      guard let position else { return false }
      return stated & 1 << UInt64(position) != 0
    }
  }

  /// Sets a field whose value is known.
  package func set(_ key: String, to value: FieldValue, in details: inout EdgeDetails) {
    let table = options.fields.relation
    if let position = table.position(of: key) { details.set(table.fields[position], at: position, to: value) }
  }
}
