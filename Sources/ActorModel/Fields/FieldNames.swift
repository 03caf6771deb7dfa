/// What formats that know only nodes, edges and single values under names call a field of the model.
package struct FieldNames: Hashable, Sendable {
  /// The key of a value in formats whose nodes and edges have values under keys: `weight`.
  package var key: String
  /// A key that is read as the field where it has no value under ``key``: `value`.
  package var fallback: String?
  /// What somebody calls the column of a table that holds the field: `since`.
  package var column: String
  /// The heading that such a column is given: `Start`.
  package var heading: String
  /// The headings that are read as the field, in small letters and digits alone, the best first.
  package var headings: [String]
  /// The names of values in GraphML and GEXF that are read as the field, in small letters.
  package var titles: [String]

  /// Names that differ from the key.
  package init(
    _ key: String, fallback: String? = nil, column: String? = nil, heading: String? = nil, headings: [String]? = nil,
    titles: [String]? = nil
  ) {
    self.key = key
    self.fallback = fallback
    self.column = column ?? key
    self.heading = heading ?? key.prefix(1).uppercased() + key.dropFirst()
    self.headings = headings ?? [key.lowercased().filter { $0.isLetter || $0.isNumber }]
    self.titles = titles ?? [key]
  }
}
