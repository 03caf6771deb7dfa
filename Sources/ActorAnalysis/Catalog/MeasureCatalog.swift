import GraphAlgorithms
import GraphCore

/// All measures that score every actor, by name: the one list behind the command line, JSON and the index.
public struct MeasureCatalog: Sendable {
  /// The measures, in the order of the index.
  public let measures: [AlgorithmKind<NodeScores>]

  /// All node measures of the package.
  public init() {
    measures = [
      // Degree and distance
      Self.kind(Degree.self), Self.kind(Strength.self), Self.kind(SignedStrength.self),
      Self.kind(HarmonicCloseness.self), Self.kind(Closeness.self), Self.kind(Eccentricity.self),
      Self.kind(ReachWithin.self),
      // Betweenness
      Self.kind(Betweenness.self), Self.kind(ApproximateBetweenness.self), Self.kind(StressCentrality.self),
      Self.kind(CurrentFlowBetweenness.self), Self.kind(CurrentFlowCloseness.self),
      // Walks
      Self.kind(PageRank.self), Self.kind(Eigenvector.self), Self.kind(Katz.self), Self.kind(Hubs.self),
      Self.kind(Authorities.self), Self.kind(BonacichPower.self), Self.kind(SubgraphCentrality.self),
      // Position
      Self.kind(Coreness.self), Self.kind(BurtConstraint.self), Self.kind(EffectiveSize.self),
      Self.kind(BurtEfficiency.self), Self.kind(BurtHierarchy.self), Self.kind(LocalReachingCentrality.self),
      Self.kind(TrophicLevel.self), Self.kind(VoteRank.self), Self.kind(ArticulationPoints.self),
      Self.kind(Triangles.self), Self.kind(LocalClustering.self),
      // Signed
      Self.kind(PNCentrality.self), Self.kind(SignedEigenvector.self),
    ]
  }

  private static func kind<Measure: NodeMeasure>(_ type: Measure.Type) -> AlgorithmKind<NodeScores> {
    AlgorithmKind(Measure()) { $0 }
  }

  /// A measure and its options from their text: `betweenness:scale=pairs` or `pagerank:damping=0.9,tolerance=1e-12`.
  ///
  /// - Throws: That there is no such measure, parameter or value, with those that there are.
  public func choice(_ text: String) throws(AlgorithmTextError) -> MeasureChoice {
    try AlgorithmText(text).choice(among: measures, "measure")
  }
}
