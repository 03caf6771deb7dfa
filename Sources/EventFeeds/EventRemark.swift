import NetworkReading

/// Something doubtful in the row of an event that is kept all the same.
package struct EventRemark: Hashable, Sendable {
  /// What becomes of it.
  package enum Kind: Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// It is kept as it is, with a warning.
    case warning
    /// It is kept, with a warning at the first of the rows that share a key, since it is likely to stand in many.
    case warningOnce(key: String)
    /// It is changed, and counted as repaired.
    case repair
  }

  /// What becomes of it.
  package let kind: Kind
  /// Where it stands.
  package let place: TextLocation
  /// What is doubtful.
  package let message: String
  /// What to do about it.
  package let fix: Advice?
}
