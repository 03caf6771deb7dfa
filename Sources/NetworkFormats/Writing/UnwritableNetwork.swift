/// Why a network cannot be written in a format.
public struct UnwritableNetwork: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is in the way, and what to do.
  public let description: String

  /// A reason.
  public init(_ reason: String) { description = reason }
}
