import ActorModel
import GraphCore

/// Compares two projected graphs: which actors, relations and signs changed, and how rankings moved.
///
/// Relations are the same when they have the same id and join the same actors, or else the same type, actors and
/// direction. Only relations that both projections admit are looked at.
package struct NetworkComparison: Sendable {
  /// Rankings to compare.
  package var measures: [MeasureChoice]
  /// How much of the attention given to one rank is left for the next, in rank-biased overlap.
  package var persistence = 0.9
  /// How many of the first ranks are compared, in top overlap.
  package var topDepth = 10
  /// How many pairs of orders are drawn to say why ranks moved; `nil` for no explanation.
  package var attributionPairs: Int?
  /// The most changes that are shared out among moves; with more there is no explanation.
  package var attributionLimit = Int.max
  /// How many random sets of changes are drawn to say whether ranks moved more than by chance; 0 for no test.
  package var chanceDraws = 0
  /// How blocs are found; `nil` for no comparison of blocs and balance.
  package var blocs: BlocAnalysis?
  /// How the distances between the graphs are measured.
  package var distances = NetworkDistances()
  /// Seed of random choices.
  package var seed: UInt64 = 1
  /// The fields that records have.
  package var fields = NetworkFields.standard

  /// A comparison by rankings.
  package init(by measures: [MeasureChoice]) { self.measures = measures }

  /// Compares the earlier graph with the later one.
  ///
  /// - Throws: `.cancelled`.
  package func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> ComparisonResult
  {
    let actorsBefore = before.snapshot.actors
    let actorsAfter = after.snapshot.actors
    let idsBefore = Set(actorsBefore.map(\.id))
    let idsAfter = Set(actorsAfter.map(\.id))
    let matching = RelationMatching(before: before, after: after, fields: fields)
    var observed: [ObservedRankings] = []
    for measure in measures {
      observed.append(try ObservedRankings(by: measure, before, after, in: context))
    }
    return ComparisonResult(
      actorsAdded: actorsAfter.filter { !idsBefore.contains($0.id) },
      actorsRemoved: actorsBefore.filter { !idsAfter.contains($0.id) },
      actorsChanged: RecordChange.actors(before.snapshot, after.snapshot, fields: fields.actor),
      relations: matching,
      sources: RecordMatching(sources: before.snapshot.network, after.snapshot.network, fields: fields),
      blocNames: RecordMatching(blocs: before.snapshot.network, after.snapshot.network, fields: fields),
      descriptions: Self.descriptions(before.snapshot.network, after.snapshot.network, fields: fields.network),
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
package struct ComparisonResult: Sendable {
  /// Actors that only the later one has.
  package let actorsAdded: [Actor]
  /// Actors that only the earlier one has.
  package let actorsRemoved: [Actor]
  /// Actors that both have and describe differently, or that are in other blocs; by id.
  package let actorsChanged: [RecordChange]
  /// Relations added, ended and changed.
  package let relations: RelationMatching
  /// Sources that only one of the networks lists, or that they describe differently.
  package let sources: RecordMatching
  /// Blocs whose names only one of the networks gives, or that they name differently.
  package let blocNames: RecordMatching
  /// What the networks say differently about themselves: title, language, description.
  package let descriptions: [FieldChange]
  /// Pairs of actors whose tie as a whole is not what it was.
  package let dyads: [DyadChange]
  /// How rankings moved.
  package let rankings: [RankingComparison]
  /// How far the graphs are apart.
  package let distances: NetworkDistancesResult
  /// How blocs and the balance of signs differ; `nil` when it was not asked for.
  package let blocs: BlocComparisonResult?
  /// Which changes account for which moves; `nil` when it was not asked for.
  package let attribution: AttributionResult?
  /// Whether ranks moved more than by chance; `nil` when it was not asked for.
  package let chance: RankChangeTestResult?

  /// Pairs of actors whose tie changed from positive to negative or back.
  package var flips: [DyadChange] { dyads.filter { $0.kind == .flipped } }

  /// Whether nothing changed at all that a graph or a reader sees.
  package var isEmpty: Bool {
    actorsAdded.isEmpty && actorsRemoved.isEmpty && actorsChanged.isEmpty && relations.changeCount == 0
      && dyads.isEmpty && sources.isEmpty && blocNames.isEmpty && descriptions.isEmpty
  }
}
