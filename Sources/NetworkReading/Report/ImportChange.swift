/// Something of a file that is not in the network as it stands in the file.
public struct ImportChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It is one with something before it.
    case merged
    /// It is not kept.
    case dropped
    /// It is kept, but not as it was written.
    case repaired
    /// It does not stand in the file, and was added.
    case created
  }

  /// What became of it.
  public let kind: Kind
  /// The line on which it stands.
  public let line: Int
  /// What it was, and why.
  public let reason: String

  /// A change on a line.
  public init(_ kind: Kind, line: Int, reason: String) {
    self.kind = kind
    self.line = line
    self.reason = reason
  }
}
