/// For how many relations a file does not state what is then taken for granted: a strength of 1, a confidence of 1, that
/// it is a fact.
public struct UnstatedFields: Hashable, Sendable {
  /// Relations without a strength, which count with 1.
  public var strength = 0
  /// Relations without a confidence, which count as certain.
  public var confidence = 0
  /// Relations without a status, which count as facts.
  public var status = 0

  /// Every relation states all three.
  public init() {}
}
