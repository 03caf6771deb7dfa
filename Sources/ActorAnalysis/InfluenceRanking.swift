import ActorModel
import GraphCore

/// Ranks the actors of a projected graph by a measure.
public struct InfluenceRanking: Sendable {
  /// The measure and its options.
  public var measure: MeasureChoice

  /// A ranking by a measure.
  public init(by measure: MeasureChoice) { self.measure = measure }

  /// Ranks the actors; the highest score comes first, equal scores share a rank (1, 2, 2, 4) and are sorted by id.
  ///
  /// - Returns: The ranking, or the reason why the measure is not defined on this graph.
  /// - Throws: `.cancelled` only; every other reason is part of the result.
  public func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> RankingResult
  {
    do throws(AlgorithmError) {
      return result(.success(try measure.run(on: projected, in: context)), on: projected)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return result(.failure(error), on: projected)
    }
  }

  /// The ranking that scores make, or the reason why there are none.
  func result(_ outcome: Result<NodeScores, AlgorithmError>, on projected: ProjectedGraph) -> RankingResult {
    switch outcome {
    case .success(let scores):
      RankingResult(
        measure: measure.summary.id, options: measure.options, scale: scores.scale,
        direction: scores.direction, weights: scores.weights, signs: measure.summary.signs,
        ranked: Self.ranked(scores, actors: projected.actors), refusal: nil,
        pathless: PathlessActors(scores.values, by: measure.summary.id, on: projected))
    case .failure(let error):
      RankingResult(
        measure: measure.summary.id, options: measure.options, scale: "", direction: nil, weights: nil,
        signs: measure.summary.signs, ranked: [], refusal: error.named(by: projected.names))
    }
  }

  static func ranked(_ scores: NodeScores, actors: [Actor]) -> [RankedActor] {
    TiedRanks(of: scores.values).places.map { place in
      RankedActor(
        rank: place.rank, actor: actors[place.position], score: scores.values[place.position],
        details: scores.details.map { ScoreDetail(name: $0.name, value: $0.values[place.position]) })
    }
  }
}

/// Actors in the order of a measure.
public struct RankingResult: Sendable, Hashable {
  /// The measure's id.
  public let measure: String
  /// Every option with its value.
  public let options: [AlgorithmOption]
  /// The scale of the scores.
  public let scale: String
  /// Which edges of a node counted; `nil` where direction plays no part.
  public let direction: EdgeDirection?
  /// Which column weighed the edges; `nil` where every edge counted the same.
  public let weights: EdgeColumn?
  /// What became of signs.
  public let signs: SignUse
  /// The actors, highest score first.
  public let ranked: [RankedActor]
  /// Why the measure is not defined on this graph; `nil` when it is.
  public let refusal: String?
  /// Why so many actors score 0, where a third or more do in a measure that counts paths between others.
  package var pathless: PathlessActors?

  /// The row of an actor.
  package func row(ofActor id: String) -> RankedActor? { ranked.first { $0.actor.id == id } }
}

/// An actor's place in a ranking.
public struct RankedActor: Sendable, Hashable {
  /// Its rank; equal scores share one.
  public let rank: Int
  /// The actor.
  public let actor: Actor
  /// Its score.
  public let score: Double
  /// Numbers that belong to the score.
  public let details: [ScoreDetail]
}

/// A named number beside a score.
public struct ScoreDetail: Sendable, Hashable {
  /// What it is.
  public let name: String
  /// The number.
  public let value: Double
}
