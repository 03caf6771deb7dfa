/// What an algorithm is, for people who choose among algorithms.
public struct AlgorithmSummary: Sendable, Hashable {
  /// The name on the command line: `betweenness`.
  public let id: String
  /// The name in a heading: "Betweenness".
  public let title: String
  /// What it belongs to.
  public let family: AlgorithmFamily
  /// What it tells about an actor, in one sentence.
  public let meaning: String
  /// The definition as a formula.
  public let formula: String
  /// What becomes of positive and negative ties.
  public let signs: SignUse
  /// Which graphs it is defined on.
  public let graphs: GraphScope
  /// Time and memory.
  public let complexity: String
  /// Where it was published, with DOI.
  public let source: String

  /// A summary; defined on all graphs unless said otherwise.
  package init(
    id: String, title: String, family: AlgorithmFamily, meaning: String, formula: String, signs: SignUse,
    graphs: GraphScope = .all, complexity: String, source: String
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.meaning = meaning
    self.formula = formula
    self.signs = signs
    self.graphs = graphs
    self.complexity = complexity
    self.source = source
  }
}

/// What an algorithm does with the signs of ties.
public enum SignUse: String, Sendable, Hashable, CaseIterable, Codable {
  /// Signs count.
  case used
  /// A hostile tie counts like a friendly one.
  case ignored
  /// A graph with negative ties is refused.
  case refused
}

/// Which graphs an algorithm is defined on; it refuses others.
public enum GraphScope: String, Sendable, Hashable, CaseIterable, Codable {
  /// Directed and undirected ones.
  case all
  /// Undirected ones only.
  case undirected
  /// Directed ones only.
  case directed
}
