import GraphCore

/// An option of an algorithm, as an index shows it.
public struct AlgorithmParameter: Sendable, Hashable {
  /// Its name on the command line.
  public let name: String
  /// What it does.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// Its default; `nil` where it must be given.
  public let standard: String?
  /// A value for an example where the option must be given: actors of the seed network.
  package let sample: String?

  init(name: String, help: String, values: ParameterValues, standard: String?, sample: String? = nil) {
    self.name = name
    self.help = help
    self.values = values
    self.standard = standard
    self.sample = sample
  }
}
