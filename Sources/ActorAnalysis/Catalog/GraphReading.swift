/// Which graph of a network an algorithm reads.
package enum GraphReading: Sendable, Hashable {
  /// The graph as it was projected.
  case asProjected
  /// Pairs of actors, whatever the direction of their ties: ``ActorModel/ProjectedGraph/pairs()``.
  case pairs
}
