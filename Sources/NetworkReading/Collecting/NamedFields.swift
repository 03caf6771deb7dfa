import ActorModel

/// A field of a table under a name that formats of nodes and edges know it by.
package struct NamedField: Hashable, Sendable {
  /// Where it stands in the table.
  package let position: Int
  /// The name.
  package let key: String
  /// Whether the name counts only where the field has no value under a better one.
  package let isFallback: Bool
}

/// The fields of one table by the names that formats of nodes and edges know them by, found once for each file.
package struct NamedFields: Sendable {
  /// By keys of values: `weight`.
  package let byKey: [String: NamedField]
  /// By the names of values in GraphML and GEXF, in small letters.
  package let byTitle: [String: NamedField]

  package init<Record>(_ table: FieldTable<Record>) {
    var byKey: [String: NamedField] = [:]
    var byTitle: [String: NamedField] = [:]
    for (position, field) in table.fields.enumerated() {
      guard let names = field.names else { continue }
      byKey[names.key] = NamedField(position: position, key: names.key, isFallback: false)
      if let fallback = names.fallback {
        byKey[fallback] = NamedField(position: position, key: fallback, isFallback: true)
      }
      for title in names.titles {
        let isFallback = title == names.fallback
        byTitle[title] = NamedField(
          position: position, key: isFallback ? title : names.key, isFallback: isFallback)
      }
    }
    self.byKey = byKey
    self.byTitle = byTitle
  }
}
