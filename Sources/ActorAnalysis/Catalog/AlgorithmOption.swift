/// An option of an algorithm and its value, as text.
public struct AlgorithmOption: Sendable, Hashable {
  /// The option's name.
  public let name: String
  /// Its value.
  public let value: String

  /// An option and its value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
