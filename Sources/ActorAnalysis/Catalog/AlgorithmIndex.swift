import GraphAlgorithms
import GraphCore

/// Every algorithm of the package with its definition, options, cost and source.
public struct AlgorithmIndex: Sendable {
  /// One algorithm.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public let summary: AlgorithmSummary
    /// Its options.
    public let parameters: [AlgorithmParameter]
    /// The command that runs it, where one does.
    public let command: String?
  }

  /// The algorithms, by family, then by name.
  public let entries: [Entry]

  /// The index of the package.
  public init() {
    let measures = MeasureCatalog().measures.map {
      Entry(summary: $0.summary, parameters: $0.parameters, command: "rank --measure \($0.summary.id)")
    }
    let methods = GroupingCatalog().methods.map {
      Entry(summary: $0.summary, parameters: $0.parameters, command: "groups --method \($0.summary.id)")
    }
    let known = Set((measures + methods).map(\.summary.id))
    let others = Self.others.filter { !known.contains($0.summary.id) }
    let families = AlgorithmFamily.allCases
    entries = (measures + methods + others).sorted { a, b in
      let first = families.firstIndex(of: a.summary.family) ?? 0
      let second = families.firstIndex(of: b.summary.family) ?? 0
      return first != second ? first < second : a.summary.id < b.summary.id
    }
  }

  /// The algorithm with a name.
  public func entry(id: String) -> Entry? { entries.first { $0.summary.id == id } }

  /// Algorithms that need nodes, partitions or pairs to be named, or whose result is neither scores nor groups.
  private static var others: [Entry] {
    [
      entry(BreadthFirst.self), entry(Dijkstra.self), entry(BidirectionalDijkstra.self), entry(BellmanFord.self),
      entry(AllPairsDistances.self), entry(MinimumSpanningTree.self),
      entry(AllShortestPaths.self, "paths"), entry(KShortestPaths.self, "paths"), entry(WidestPath.self),
      entry(MostReliablePath.self), entry(MaximumFlow.self), entry(MinimumCut.self, "paths"),
      entry(EdgeDisjointPaths.self, "paths"), entry(NodeDisjointPaths.self, "paths"), entry(Bridges.self),
      entry(DominatorTree.self), entry(GlobalMinimumCut.self),
      entry(EdgeBetweenness.self), entry(SubsetBetweenness.self), entry(GroupBetweenness.self),
      entry(Modularity.self, "groups"), entry(SignedTriangles.self, "groups"), entry(FrustrationIndex.self, "groups"),
      entry(SignedTriadCensus.self), entry(Condensation.self), entry(Density.self, "info"), entry(Reciprocity.self),
      entry(Transitivity.self), entry(DegreeAssortativity.self), entry(DyadCensus.self), entry(TriadCensus.self),
      entry(RichClub.self), entry(Distances.self), entry(DegreeDistribution.self), entry(Brokerage.self, "groups"),
      entry(PersonalisedPageRank.self), entry(Communicability.self), entry(EffectiveResistance.self),
      entry(GlobalReachingCentrality.self), entry(KeyPlayerFragmentation.self), entry(KeyPlayerReach.self),
      entry(Turnover.self), entry(DeltaCon.self), entry(NetSimile.self), entry(PortraitDivergence.self),
      entry(LaplacianSpectralDistance.self),
    ]
  }

  private static func entry<Algorithm: GraphAlgorithm>(_ type: Algorithm.Type, _ command: String? = nil) -> Entry {
    Entry(
      summary: Algorithm.summary,
      parameters: Algorithm.parameters.map {
        AlgorithmParameter(name: $0.name, help: $0.help, values: $0.values, standard: nil)
      }, command: command)
  }
}
