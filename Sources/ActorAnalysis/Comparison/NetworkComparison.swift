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
    var rankings: [RankingComparison] = []
    for measure in measures {
      rankings.append(try compareRankings(measure, before, after, in: context))
    }
    return ComparisonResult(
      actorsAdded: actorsAfter.filter { !idsBefore.contains($0.id) },
      actorsRemoved: actorsBefore.filter { !idsAfter.contains($0.id) },
      relations: matching,
      dyads: DyadChange.found(before: before, after: after),
      rankings: rankings,
      distances: try distances.run(before, after, in: context),
      blocs: try blocs.map { analysis throws(AlgorithmError) in
        try BlocComparison(by: analysis).run(before, after, in: context)
      },
      attribution: try attribution(matching.changeCount, before, after, context),
      chance: try chance(before, after, context))
  }

  private func chance(_ before: ProjectedGraph, _ after: ProjectedGraph, _ context: RunContext) throws(AlgorithmError)
    -> RankChangeTestResult?
  {
    guard chanceDraws > 0 else { return nil }
    return try RankChangeTest(of: measures, draws: chanceDraws, seed: seed).run(before, after, in: context)
  }

  private func attribution(
    _ changeCount: Int, _ before: ProjectedGraph, _ after: ProjectedGraph, _ context: RunContext
  ) throws(AlgorithmError) -> AttributionResult? {
    guard let attributionPairs, changeCount <= attributionLimit else { return nil }
    return try ChangeAttribution(of: measures, pairs: attributionPairs, seed: seed).run(before, after, in: context)
  }

  private func compareRankings(
    _ measure: MeasureChoice, _ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext
  ) throws(AlgorithmError) -> RankingComparison {
    let ranking = InfluenceRanking(by: measure)
    let old = try ranking.run(on: before, in: context)
    let new = try ranking.run(on: after, in: context)
    return RankingComparison(before: old, after: new, persistence: persistence, topDepth: topDepth)
  }
}

/// What changed from one graph to another.
public struct ComparisonResult: Sendable {
  /// Actors that only the later one has.
  public let actorsAdded: [Actor]
  /// Actors that only the earlier one has.
  public let actorsRemoved: [Actor]
  /// Relations added, ended and changed.
  public let relations: RelationMatching
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

  /// Whether nothing changed at all.
  public var isEmpty: Bool {
    actorsAdded.isEmpty && actorsRemoved.isEmpty && relations.added.isEmpty && relations.ended.isEmpty
      && relations.changed.isEmpty && dyads.isEmpty
  }
}
