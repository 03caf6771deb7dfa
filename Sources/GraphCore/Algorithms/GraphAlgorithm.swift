/// An algorithm is its options, and `run` is the verb.
///
/// What changes the answer is a stored property with a default; what must not (threads, cancellation, progress)
/// lives in ``RunContext``. One file holds one algorithm.
public protocol GraphAlgorithm: Sendable {
  /// What a run gives.
  associatedtype Output: Sendable

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
package protocol NodeMeasure: GraphAlgorithm, DescribedAlgorithm where Output == NodeScores {
  /// The measure with its default options.
  init()
}
