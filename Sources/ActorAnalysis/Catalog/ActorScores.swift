import ActorModel
import GraphCore

/// Scores of actors, where not every actor of a network need have one.
public struct ActorScores: Sendable {
  /// The actors that have a score.
  public let actors: [Actor]
  /// Their scores, in the same order.
  public let scores: NodeScores

  /// Scores, one for each of some actors.
  public init(of actors: [Actor], _ scores: NodeScores) {
    self.actors = actors
    self.scores = scores
  }
}
