import ActorModel
import GraphCore

/// Ranks the actors of a network over a period by a measure that needs dates, and not one picture of a day.
///
/// - `temporal-reachability`: how many others an actor can reach, or is reached by, when ties must be taken in the order
///   of time.
/// - `burstiness`: whether the relations of an actor began in bursts, at random, or by the clock. Events are the days on
///   which relations of the actor began within the period; an actor with fewer than three, or with all on one day, has
///   no value and no rank.
package struct TimedRanking: Sendable {
  /// The measure and its options.
  package var measure: TimedMeasureChoice

  /// A ranking by a measure.
  package init(by measure: TimedMeasureChoice) { self.measure = measure }

  /// Ranks the actors.
  ///
  /// - Returns: The ranking, or the reason why the measure is not defined.
  /// - Throws: `.cancelled` only; every other reason is part of the result.
  package func run(on timed: TimedProjection, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> RankingResult
  {
    do throws(AlgorithmError) {
      let scored = try measure.run(on: timed, in: context)
      return RankingResult(
        measure: measure.summary.id, options: measure.options, scale: scored.scores.scale,
        direction: scored.scores.direction, weights: scored.scores.weights, signs: measure.summary.signs,
        ranked: InfluenceRanking.ranked(scored.scores, actors: scored.actors), refusal: nil)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return RankingResult(
        measure: measure.summary.id, options: measure.options, scale: "", direction: nil, weights: nil,
        signs: measure.summary.signs, ranked: [], refusal: error.named(by: timed.projected.names))
    }
  }
}
