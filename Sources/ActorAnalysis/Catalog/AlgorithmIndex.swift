import GraphAlgorithms
import GraphCore

/// Every algorithm of the package with its definition, options, cost, source and the question that takes it.
public struct AlgorithmIndex: Sendable {
  /// One algorithm.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public let summary: AlgorithmSummary
    /// Its options, but for those that the question has as its own.
    public let parameters: [AlgorithmParameter]
    /// The question that takes it.
    package let use: AlgorithmUse
  }

  /// The algorithms, by family, then by name.
  public let entries: [Entry]

  /// The index of the package.
  public init() { self.init(measures: MeasureCatalog()) }

  /// An index of catalogues; by default those of the package.
  ///
  /// - Parameters:
  ///   - measures: What actors and ties are ranked by.
  ///   - groupings: What divides actors into groups.
  ///   - routes: What leads from an actor to others.
  ///   - structure: What describes the network as a whole.
  package init(
    measures: MeasureCatalog, groupings: GroupingCatalog = GroupingCatalog(),
    routes: RouteCatalog = RouteCatalog(), structure: StructureCatalog = StructureCatalog()
  ) {
    let all =
      Self.entries(measures.measures, .measure) + Self.entries(measures.tieMeasures, .measure)
      + Self.entries(measures.timedMeasures, .measure) + Self.entries(groupings.methods, .grouping)
      + routes.methods.map(Self.route) + Self.entries(structure.measures, .structure)
      + Self.comparisons + TimedRouteSearch.Objective.allCases.map(Self.objective)
    var known: Set<String> = []
    let families = AlgorithmFamily.allCases
    entries = all.filter { known.insert($0.summary.id).inserted }.sorted { a, b in
      let first = families.firstIndex(of: a.summary.family) ?? 0
      let second = families.firstIndex(of: b.summary.family) ?? 0
      return first != second ? first < second : a.summary.id < b.summary.id
    }
  }

  /// The algorithm with a name.
  public func entry(id: String) -> Entry? { entries.first { $0.summary.id == id } }

  private static func entries<Output>(_ kinds: [AlgorithmKind<Output>], _ use: AlgorithmUse) -> [Entry] {
    kinds.map { Entry(summary: $0.summary, parameters: $0.parameters, use: use) }
  }

  private static func route(_ kind: AlgorithmKind<Finding>) -> Entry {
    Entry(
      summary: kind.summary, parameters: kind.parameters.filter { !RouteCatalog.ends.contains($0.name) },
      use: .route(leadsToAll: !kind.parameters.contains { $0.name == "to" }))
  }

  private static func objective(_ objective: TimedRouteSearch.Objective) -> Entry {
    Entry(summary: objective.summary, parameters: [], use: .objective(objective))
  }

  /// Algorithms that compare: two divisions, or two networks.
  private static var comparisons: [Entry] {
    let nothing = CSRGraph(nodeCount: 0, edges: [], isDirected: false)
    return [
      Entry(summary: PartitionComparison.summary, parameters: [], use: .partitionComparison),
      comparison(Turnover(since: nothing)), comparison(DeltaCon(to: nothing)), comparison(NetSimile(to: nothing)),
      comparison(PortraitDivergence(to: nothing)), comparison(LaplacianSpectralDistance(to: nothing)),
    ]
  }

  private static func comparison<Algorithm: GraphAlgorithm & DescribedAlgorithm>(_ standard: Algorithm) -> Entry {
    let kind = AlgorithmKind<Algorithm.Output>(standard) { $0 }
    return Entry(summary: kind.summary, parameters: kind.parameters, use: .networkComparison)
  }
}
