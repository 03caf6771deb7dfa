import ActorAnalysis

extension FieldChange {
  /// The most letters of a value that people are shown; programs get all.
  private static let limit = 120

  /// `strength 0.5 → 0.7`
  fileprivate var text: String { "\(field) \(Self.cut(before)) → \(Self.cut(after))" }

  /// The field with its values, for programs.
  var record: Cell {
    .record([
      Field("field", .text(field)), Field("before", .text(optional: before)), Field("after", .text(optional: after)),
    ])
  }

  private static func cut(_ value: String?) -> String {
    guard let value else { return "none" }
    return value.count > limit ? value.prefix(limit - 1) + "…" : value
  }
}

extension [FieldChange] {
  /// `strength 0.5 → 0.7, until 2026 → 2030`
  var text: String { map(\.text).joined(separator: ", ") }
}
