import ActorModel
import GraphCore

/// Runs measures on states of a network that nobody observed: with some of the changes made, with others drawn at
/// random, without a tie.
///
/// Each measure sees the columns that it reads on the states observed, and no others need to fit: a strength that gives
/// no length is no hindrance for a measure that reads none. What is refused is a value with its reason.
struct CounterfactualMeasures: Sendable {
  let measures: [MeasureChoice]
  private let projection: Projection
  private let columns: [Set<EdgeColumn>]

  /// Measures that were run on observed states.
  ///
  /// - Parameter observed: For each measure its rankings of the states observed.
  init(_ measures: [MeasureChoice], observed: [[RankingResult]], by projection: Projection) {
    self.measures = measures
    self.projection = projection
    columns = zip(measures, observed).map { measure, rankings in
      Set(rankings.compactMap(\.weights)).union(measure.summary.signs == .ignored ? [] : [.sign])
    }
  }

  /// What each measure gives on a state.
  ///
  /// - Throws: `.cancelled` only; every other error is an outcome.
  func run(on snapshot: Snapshot, in context: RunContext) throws(AlgorithmError) -> [CounterfactualOutcome] {
    let shared = project(snapshot, columns.reduce(into: []) { $0.formUnion($1) })
    var outcomes: [CounterfactualOutcome] = []
    for (measure, columns) in zip(measures, columns) {
      let graph: Result<ProjectedGraph, ProjectionError> =
        if case .failure = shared, measures.count > 1 { project(snapshot, columns) } else { shared }
      switch graph {
      case .failure(let error): outcomes.append(.refused(error.description))
      case .success(let projected): outcomes.append(try Self.run(measure, on: projected, context))
      }
    }
    return outcomes
  }

  private func project(_ snapshot: Snapshot, _ columns: Set<EdgeColumn>) -> Result<ProjectedGraph, ProjectionError> {
    do throws(ProjectionError) {
      return .success(try projection.graph(of: snapshot, columns: columns))
    } catch {
      return .failure(error)
    }
  }

  private static func run(
    _ measure: MeasureChoice, on projected: ProjectedGraph, _ context: RunContext
  ) throws(AlgorithmError) -> CounterfactualOutcome {
    do throws(AlgorithmError) {
      return .scored(try measure.run(on: projected, in: context), projected)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return .refused(error.named(by: projected.names))
    }
  }
}

/// What a measure gives on a state that nobody observed.
enum CounterfactualOutcome: Sendable {
  /// Scores, and the graph whose nodes they are of.
  case scored(NodeScores, ProjectedGraph)
  /// Why there are none.
  case refused(String)
}

/// A measure's rankings of the two states that a comparison is about.
struct ObservedRankings: Sendable {
  let before: RankingResult
  let after: RankingResult

  /// Ranks both states.
  ///
  /// - Throws: `.cancelled` only; every other reason is part of a ranking.
  init(
    by measure: MeasureChoice, _ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext
  ) throws(AlgorithmError) {
    let ranking = InfluenceRanking(by: measure)
    self.before = try ranking.run(on: before, in: context)
    self.after = try ranking.run(on: after, in: context)
  }

  /// Why there is nothing to compare; `nil` when there is.
  var refusal: String? { before.refusal ?? after.refusal }
}
