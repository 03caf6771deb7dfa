import GraphAlgorithms
import GraphCore

/// All measures that score actors or ties, by name: the one list behind the command line, JSON and the index.
public struct MeasureCatalog: Sendable {
  /// The measures of actors, in the order of the index; some need an actor or several to be named.
  public let measures: [AlgorithmKind<NodeScores>]
  /// The measures of ties.
  package let tieMeasures: [AlgorithmKind<EdgeScores>]
  /// The measures of actors over a period.
  package let timedMeasures: [AlgorithmKind<ActorScores>]

  /// A catalogue of some measures.
  ///
  /// - Parameters:
  ///   - measures: Measures of actors.
  ///   - tieMeasures: Measures of ties.
  ///   - timedMeasures: Measures of actors over a period.
  package init(
    measures: [AlgorithmKind<NodeScores>], tieMeasures: [AlgorithmKind<EdgeScores>] = [],
    timedMeasures: [AlgorithmKind<ActorScores>] = []
  ) {
    self.measures = measures
    self.tieMeasures = tieMeasures
    self.timedMeasures = timedMeasures
  }

  /// All measures of the package.
  public init() {
    timedMeasures = [TimedScores.reachability, TimedScores.burstiness]
    tieMeasures = [AlgorithmKind(EdgeBetweenness()) { $0 }]
    measures = [
      // Degree and distance
      Self.kind(Degree.self), Self.kind(Strength.self), Self.kind(SignedStrength.self),
      Self.kind(HarmonicCloseness.self), Self.kind(Closeness.self), Self.kind(Eccentricity.self),
      Self.kind(ReachWithin.self),
      // Betweenness
      Self.kind(Betweenness.self), Self.kind(ApproximateBetweenness.self), Self.kind(StressCentrality.self),
      Self.kind(CurrentFlowBetweenness.self), Self.kind(CurrentFlowCloseness.self),
      AlgorithmKind(SubsetBetweenness(from: [], to: []), samples: ["sources": "RUS+BLR", "targets": "EU"]) { $0 },
      // Walks
      Self.kind(PageRank.self), Self.kind(Eigenvector.self), Self.kind(Katz.self), Self.kind(Hubs.self),
      Self.kind(Authorities.self), Self.kind(BonacichPower.self), Self.kind(SubgraphCentrality.self),
      AlgorithmKind(PersonalisedPageRank(from: []), samples: ["from": "RUS+IRN"]) { $0 },
      // Position
      Self.kind(Coreness.self), Self.kind(BurtConstraint.self), Self.kind(EffectiveSize.self),
      Self.kind(BurtEfficiency.self), Self.kind(BurtHierarchy.self), Self.kind(LocalReachingCentrality.self),
      Self.kind(TrophicLevel.self), Self.kind(VoteRank.self), Self.kind(ArticulationPoints.self),
      Self.kind(Triangles.self), Self.kind(LocalClustering.self),
      AlgorithmKind(Brokerage(between: Partition(labels: [Int]())), defaults: ["blocs": "given"]) { $0.scores },
      // Signed
      Self.kind(PNCentrality.self), Self.kind(SignedEigenvector.self),
    ]
  }

  private static func kind<Measure: NodeMeasure>(_ type: Measure.Type) -> AlgorithmKind<NodeScores> {
    AlgorithmKind(Measure()) { $0 }
  }

  /// A measure and its options from their text: `betweenness:scale=pairs` or `pagerank:damping=0.9,tolerance=1e-12`.
  ///
  /// - Parameters:
  ///   - text: The name and the options.
  ///   - seed: The seed of random choices where the text names none.
  /// - Throws: That there is no such measure, parameter or value, with those that there are.
  public func choice(_ text: String, seed: UInt64? = nil) throws(AlgorithmTextError) -> MeasureChoice {
    try AlgorithmText(text).choice(among: measures, "measure", seed: seed)
  }

  /// A measure of ties and its options from their text; `nil` where the name is not that of one.
  ///
  /// - Throws: That there is no such parameter or value, with those that there are.
  package func tieChoice(_ text: String) throws(AlgorithmTextError) -> TieMeasureChoice? {
    try AlgorithmText(text).choiceIfKnown(among: tieMeasures)
  }

  /// A measure over a period and its options from their text; `nil` where the name is not that of one.
  ///
  /// - Throws: That there is no such parameter or value, with those that there are.
  package func timedChoice(_ text: String) throws(AlgorithmTextError) -> TimedMeasureChoice? {
    try AlgorithmText(text).choiceIfKnown(among: timedMeasures)
  }
}

extension BrokerageRoles {
  /// How often each node is a broker in all, with the count of each role, then what chance would give and how far the
  /// count is from it, in standard deviations.
  var scores: NodeScores {
    let kinds = BrokerageRole.allCases.filter { $0 != .total }
    let counts = kinds.map { NodeDetail(name: $0.rawValue, values: self[$0].counts) }
    let chances = BrokerageRole.allCases.flatMap { role in
      [
        NodeDetail(name: "\(role.rawValue) expected", values: self[role].expected),
        NodeDetail(name: "\(role.rawValue) z", values: self[role].z),
      ]
    }
    return NodeScores(
      values: self[.total].counts, measure: Brokerage.summary.id, scale: "count", details: counts + chances)
  }
}
