/// A row of a table that could not be read, and was set aside.
public struct RefusedRow: Hashable, Sendable {
  /// The line on which it stands.
  public let line: Int
  /// Why it could not be read.
  public let reason: String
  /// The row as it stands in the file.
  public let text: String

  /// A row with the reason.
  public init(line: Int, reason: String, text: String) {
    self.line = line
    self.reason = reason
    self.text = text
  }
}
