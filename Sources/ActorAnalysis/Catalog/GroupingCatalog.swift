import GraphAlgorithms
import GraphCore

/// All methods that divide the actors into groups, by name.
package struct GroupingCatalog: Sendable {
  /// The methods, in the order of the index.
  package let methods: [AlgorithmKind<Partition>]

  /// All methods of the package.
  package init() {
    methods = [
      AlgorithmKind(Leiden()) { $0.partition }, AlgorithmKind(Louvain()) { $0.partition },
      AlgorithmKind(LabelPropagation()) { $0.partition }, AlgorithmKind(Infomap()) { $0.partition },
      AlgorithmKind(ConsensusPartition()) { $0.partition }, AlgorithmKind(Concor()) { $0.partition },
      AlgorithmKind(TwoCampSplit(), reading: .pairs) { $0.camps },
      AlgorithmKind(SignedBlockmodel()) { $0.partition }, AlgorithmKind(WeakComponents()) { $0 },
      AlgorithmKind(StrongComponents()) { $0 },
    ]
  }

  /// A method and its options from their text: `leiden:resolution=1.2`.
  ///
  /// - Parameters:
  ///   - text: The name and the options.
  ///   - seed: The seed of random choices where the text names none.
  ///   - preset: Other options where the method has them and the text names none.
  /// - Throws: That there is no such method, parameter or value, with those that there are.
  package func choice(
    _ text: String, seed: UInt64? = nil, preset: [AlgorithmOption] = []
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Partition> {
    try AlgorithmText(text).choice(among: methods, "method", seed: seed, preset: preset)
  }
}
