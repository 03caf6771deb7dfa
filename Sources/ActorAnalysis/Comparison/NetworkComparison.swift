import ActorModel
import GraphCore

/// Compares two projected graphs: which actors, relations and signs changed, and how rankings moved.
///
/// Relations are the same when they have the same id and join the same actors, or else the same type, actors and
/// direction. Only relations that both projections admit are looked at.
public struct NetworkComparison: Sendable {
  /// Rankings to compare.
  public var measures: [MeasureChoice]
  /// How much of the attention given to one rank is left for the next, in rank-biased overlap.
  public var persistence = 0.9
  /// How many of the first ranks are compared, in top overlap.
  public var topDepth = 10
  /// How many pairs of orders are drawn to say why ranks moved; `nil` for no explanation.
  public var attributionPairs: Int?
  /// The most changes that are shared out among moves; with more there is no explanation.
  public var attributionLimit = Int.max
  /// How many random sets of changes are drawn to say whether ranks moved more than by chance; 0 for no test.
  public var chanceDraws = 0
  /// How blocs are found; `nil` for no comparison of blocs and balance.
  public var blocs: BlocAnalysis?
  /// How the distances between the graphs are measured.
  public var distances = NetworkDistances()
  /// Seed of random choices.
  public var seed: UInt64 = 1

  /// A comparison by rankings.
  public init(by measures: [MeasureChoice]) { self.measures = measures }

  /// Compares the earlier graph with the later one.
  ///
  /// - Throws: `.cancelled`.
  public func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> ComparisonResult
  {
    let actorsBefore = before.snapshot.actors
    let actorsAfter = after.snapshot.actors
    let idsBefore = Set(actorsBefore.map(\.id))
    let idsAfter = Set(actorsAfter.map(\.id))
    let matching = RelationMatching(before: before, after: after)
    var observed: [ObservedRankings] = []
    for measure in measures {
      observed.append(try ObservedRankings(by: measure, before, after, in: context))
    }
    return ComparisonResult(
      actorsAdded: actorsAfter.filter { !idsBefore.contains($0.id) },
      actorsRemoved: actorsBefore.filter { !idsAfter.contains($0.id) },
      actorsChanged: RecordChange.actors(before.snapshot, after.snapshot),
      relations: matching,
      sources: RecordMatching(sources: before.snapshot.network, after.snapshot.network),
      blocNames: RecordMatching(blocs: before.snapshot.network, after.snapshot.network),
      descriptions: Self.descriptions(before.snapshot.network, after.snapshot.network),
      dyads: DyadChange.found(before: before, after: after),
      rankings: observed.map { rankings in
        RankingComparison(
          before: rankings.before, after: rankings.after, persistence: persistence, topDepth: topDepth)
      },
      distances: try distances.run(before, after, in: context),
      blocs: try blocs.map { analysis throws(AlgorithmError) in
        try BlocComparison(by: analysis).run(before, after, in: context)
      },
      attribution: try attribution(matching.changeCount, before, after, observed, context),
      chance: try chance(before, after, observed, context))
  }

  private func chance(
    _ before: ProjectedGraph, _ after: ProjectedGraph, _ observed: [ObservedRankings], _ context: RunContext
  ) throws(AlgorithmError) -> RankChangeTestResult? {
    guard chanceDraws > 0 else { return nil }
    return try RankChangeTest(of: measures, draws: chanceDraws, seed: seed)
      .run(before, after, observed: observed, in: context)
  }

  private func attribution(
    _ changeCount: Int, _ before: ProjectedGraph, _ after: ProjectedGraph, _ observed: [ObservedRankings],
    _ context: RunContext
  ) throws(AlgorithmError) -> AttributionResult? {
    guard let attributionPairs, changeCount <= attributionLimit else { return nil }
    return try ChangeAttribution(of: measures, pairs: attributionPairs, seed: seed)
      .run(before, after, observed: observed, in: context)
  }
}

/// What changed from one graph to another.
public struct ComparisonResult: Sendable {
  /// Actors that only the later one has.
  public let actorsAdded: [Actor]
  /// Actors that only the earlier one has.
  public let actorsRemoved: [Actor]
  /// Actors that both have and describe differently, or that are in other blocs; by id.
  public let actorsChanged: [RecordChange]
  /// Relations added, ended and changed.
  public let relations: RelationMatching
  /// Sources that only one of the networks lists, or that they describe differently.
  public let sources: RecordMatching
  /// Blocs whose names only one of the networks gives, or that they name differently.
  public let blocNames: RecordMatching
  /// What the networks say differently about themselves: title, language, description.
  public let descriptions: [FieldChange]
  /// Pairs of actors whose tie as a whole is not what it was.
  public let dyads: [DyadChange]
  /// How rankings moved.
  public let rankings: [RankingComparison]
  /// How far the graphs are apart.
  public let distances: NetworkDistancesResult
  /// How blocs and the balance of signs differ; `nil` when it was not asked for.
  public let blocs: BlocComparisonResult?
  /// Which changes account for which moves; `nil` when it was not asked for.
  public let attribution: AttributionResult?
  /// Whether ranks moved more than by chance; `nil` when it was not asked for.
  public let chance: RankChangeTestResult?

  /// Pairs of actors whose tie changed from positive to negative or back.
  public var flips: [DyadChange] { dyads.filter { $0.kind == .flipped } }

  /// Whether nothing changed at all that a graph or a reader sees.
  public var isEmpty: Bool {
    actorsAdded.isEmpty && actorsRemoved.isEmpty && actorsChanged.isEmpty && relations.changeCount == 0
      && dyads.isEmpty && sources.isEmpty && blocNames.isEmpty && descriptions.isEmpty
  }
}
