/// An algorithm is its options, and `run` is the verb.
///
/// What changes the answer is a stored property with a default; what must not (threads, cancellation, progress)
/// lives in ``RunContext``. One file holds one algorithm.
public protocol GraphAlgorithm: Sendable {
  /// What a run gives.
  associatedtype Output: Sendable

  /// What the algorithm is, for the index and for every printed result.
  static var summary: AlgorithmSummary { get }

  /// The options by name; the one list behind the command line, JSON and the algorithm index.
  static var parameters: [Parameter<Self>] { get }

  /// Runs on a graph.
  ///
  /// - Throws: Why there is no answer; see the algorithm's own page for its cases.
  func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Output
}

extension GraphAlgorithm {
  /// Runs on one thread, silently.
  public func run(on graph: CSRGraph) throws(AlgorithmError) -> Output {
    try run(on: graph, in: RunContext())
  }
}

/// An algorithm that scores every node, and can be made from its name alone.
public protocol NodeMeasure: GraphAlgorithm where Output == NodeScores {
  /// The measure with its default options.
  init()
}

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
  /// Time and memory.
  public let complexity: String
  /// Where it was published, with DOI.
  public let source: String

  /// A summary.
  public init(
    id: String, title: String, family: AlgorithmFamily, meaning: String, formula: String, signs: SignUse,
    complexity: String, source: String
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.meaning = meaning
    self.formula = formula
    self.signs = signs
    self.complexity = complexity
    self.source = source
  }
}

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

/// What an algorithm does with the signs of ties.
public enum SignUse: String, Sendable, Hashable, CaseIterable, Codable {
  /// Signs count.
  case used
  /// A hostile tie counts like a friendly one.
  case ignored
  /// A graph with negative ties is refused.
  case refused
}
