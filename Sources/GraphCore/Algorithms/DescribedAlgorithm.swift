/// What a catalogue needs of an algorithm, whatever it runs on: what it is, and its options by name.
///
/// Programs outside of the package find both in the index of algorithms, by the algorithm's name.
package protocol DescribedAlgorithm: Sendable {
  /// What the algorithm is, for the index and for every printed result.
  static var summary: AlgorithmSummary { get }

  /// The options by name; the one list behind the command line, JSON and the algorithm index.
  static var parameters: [Parameter<Self>] { get }
}
