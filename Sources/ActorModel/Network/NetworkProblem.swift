/// Something wrong or doubtful in a network: what, where, and what to do.
public struct NetworkProblem: Error, Hashable, Sendable {
  /// Whether the network can be used all the same.
  public enum Severity: String, Hashable, Sendable {
    /// It cannot.
    case error
    /// It can, but somebody should look.
    case warning
  }

  /// Whether the network can be used all the same.
  public let severity: Severity
  /// The value at fault.
  public let path: FieldPath
  /// What is wrong.
  public let message: String
  /// What to do; `nil` when the message says it all.
  public let fix: String?

  /// A problem at a place.
  package init(_ severity: Severity, at path: FieldPath, _ message: String, fix: String? = nil) {
    self.severity = severity
    self.path = path
    self.message = message
    self.fix = fix
  }
}

/// All problems that kept a network from being made.
public struct InvalidNetwork: Error, Hashable, Sendable {
  /// The problems, errors and warnings, in the network's order.
  public let problems: [NetworkProblem]
}
