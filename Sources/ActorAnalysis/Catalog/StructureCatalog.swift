/// All algorithms that describe a network as a whole, or pick out ties or sets of actors, by name.
package struct StructureCatalog: Sendable {
  /// The algorithms, in the order of the index.
  package let measures: [AlgorithmKind<Finding>]

  /// What is told unless something else is asked for: what costs little and says most.
  package static let standard = [
    "density", "reciprocity", "transitivity", "degree-assortativity", "distances", "dyad-census", "signed-triangles",
  ]

  /// All algorithms of the package.
  package init() {
    measures = [
      // Ties and how they close
      StructureFindings.density, StructureFindings.reciprocity, StructureFindings.transitivity,
      StructureFindings.assortativity, StructureFindings.degrees, StructureFindings.dyads, StructureFindings.triads,
      StructureFindings.richClub,
      // Reach and layers
      StructureFindings.distances, StructureFindings.allPairs, StructureFindings.condensation,
      StructureFindings.reaching,
      // What holds it together
      TieFindings.bridges, TieFindings.spanningForest, TieFindings.globalCut,
      // Sets of actors
      SetFindings.fragmentation, SetFindings.reach, SetFindings.groupBetweenness,
      // Blocs and signs
      StructureFindings.modularity, BrokerageFindings.roles, SignedFindings.triangles, SignedFindings.triads,
      SignedFindings.frustration,
    ]
  }

  /// An algorithm and its options from their text: `key-player-reach:size=4`.
  ///
  /// - Parameters:
  ///   - text: The name and the options.
  ///   - seed: The seed of random choices where the text names none.
  /// - Throws: That there is no such measure, parameter or value, with those that there are.
  package func choice(_ text: String, seed: UInt64? = nil) throws(AlgorithmTextError) -> AlgorithmChoice<Finding> {
    try AlgorithmText(text).choice(among: measures, "measure", seed: seed)
  }
}
