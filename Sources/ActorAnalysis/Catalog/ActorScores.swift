import ActorModel
import GraphCore

/// Scores of actors, where not every actor of a network need have one.
package struct ActorScores: Sendable {
  /// The actors that have a score.
  package let actors: [Actor]
  /// Their scores, in the same order.
  package let scores: NodeScores

  /// Scores, one for each of some actors.
  package init(of actors: [Actor], _ scores: NodeScores) {
    self.actors = actors
    self.scores = scores
  }
}
