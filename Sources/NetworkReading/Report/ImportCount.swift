/// How often something happened while a file was read.
public struct ImportCount: Hashable, Sendable {
  /// What was counted.
  public let what: String
  /// How often.
  public let count: Int

  /// A count.
  public init(_ what: String, _ count: Int) {
    self.what = what
    self.count = count
  }
}
