import ActorModel
import GraphCore

/// Says how far results rest on old ties: what is left of them when ties older than an age are left out.
///
///     share of strength = 1 − (sum of edge strengths without the older ties) ÷ (sum with them)
///
/// A tie's age is counted from its beginning to the last day looked at; a tie whose beginning is not dated has no age,
/// stays in, and is counted apart. Without weights every edge has strength 1. What of a score rests on older ties is the
/// score less the score without them, everything else the same; it may be negative where old ties stood in the way.
package struct AgeDependence: Sendable {
  /// Ties older than this many days are left out.
  package var days: Int

  /// The part that rests on ties older than a number of days.
  package init(olderThan days: Int) { self.days = days }

  /// Ranks without the older ties.
  ///
  /// - Throws: What cannot be projected, never for a snapshot that was; `.cancelled`, as the error of the rankings.
  package func run(
    on projected: ProjectedGraph, by measures: [MeasureChoice],
    in context: RunContext = RunContext()
  ) throws(AlgorithmError) -> AgeDependenceResult {
    let snapshot = projected.snapshot
    let admitted = snapshot.relations.filter(projected.projection.admits)
    let older = Set(admitted.filter { snapshot.age(of: $0).map { $0 > days } ?? false }.map(\.id))
    let rest: ProjectedGraph
    do throws(ProjectionError) {
      rest = try projected.projection.graph(of: snapshot.removing(relations: older))
    } catch {
      throw .undefined(reason: "\(error)", advice: "leave out the age")
    }
    var rankings: [RankingResult] = []
    for measure in measures {
      rankings.append(try InfluenceRanking(by: measure).run(on: rest, in: context))
    }
    let whole = Self.strength(projected.graph)
    return AgeDependenceResult(
      days: days, older: older.count, undated: admitted.count { snapshot.age(of: $0) == nil },
      relations: admitted.count,
      strengthShare: whole > 0 ? max(0, 1 - Self.strength(rest.graph) / whole) : 0,
      rankings: rankings)
  }

  private static func strength(_ graph: CSRGraph) -> Double {
    graph.strengths?.reduce(0, +) ?? Double(graph.edgeCount)
  }
}

/// What is left of results without older ties.
package struct AgeDependenceResult: Sendable {
  /// Ties older than this many days were left out.
  package let days: Int
  /// How many they are.
  package let older: Int
  /// How many relations have no age.
  package let undated: Int
  /// How many relations counted in all.
  package let relations: Int
  /// The share of the strength of all edges that rests on the older ties.
  package let strengthShare: Double
  /// The rankings without them, in the order of the measures.
  package let rankings: [RankingResult]
}
