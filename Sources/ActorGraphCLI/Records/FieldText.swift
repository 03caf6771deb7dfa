import ActorGraph

/// Fields that differ, in words.
enum FieldText {
  /// The most letters of a value that a table shows; JSON holds all.
  private static let limit = 120

  /// `strength 0.5 → 0.7, until 2026 → 2030`
  static func list(_ fields: [FieldChange]) -> String { fields.map(one).joined(separator: ", ") }

  private static func one(_ change: FieldChange) -> String {
    "\(change.field) \(cut(change.before)) → \(cut(change.after))"
  }

  private static func cut(_ value: String?) -> String {
    guard let value else { return "none" }
    return value.count > limit ? value.prefix(limit - 1) + "…" : value
  }
}
