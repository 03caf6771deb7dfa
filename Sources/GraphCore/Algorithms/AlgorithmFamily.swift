/// Groups of algorithms that answer the same kind of question.
public enum AlgorithmFamily: String, Sendable, Hashable, CaseIterable, Codable {
  /// How many ties an actor has, and how strong.
  case degree
  /// How near an actor is to others.
  case distance
  /// How much lies between.
  case betweenness
  /// Where walks through the network end up.
  case walks
  /// Holes, roles, layers.
  case position
  /// Positive and negative ties.
  case signed
  /// Sets of actors chosen together.
  case keyPlayers = "key players"
  /// Routes.
  case paths
  /// What can pass, and what cuts it.
  case flow
  /// Components, density, triangles.
  case structure
  /// Blocs.
  case communities
  /// Change over time.
  case time
  /// One graph against another.
  case comparison
}
