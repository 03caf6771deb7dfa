/// An algorithm on edges that come and go; as ``GraphAlgorithm``, over time.
public protocol TemporalAlgorithm: Sendable {
  /// What a run gives.
  associatedtype Output: Sendable

  /// Runs on a graph over time.
  ///
  /// - Throws: Why there is no answer; see the algorithm's own page for its cases.
  func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> Output
}

extension TemporalAlgorithm {
  /// Runs on one thread, silently.
  public func run(on graph: TimedGraph) throws(AlgorithmError) -> Output {
    try run(on: graph, in: RunContext())
  }

  /// Checks a moment and the time that a step takes.
  package func check(moment: Int, name: String, transit: Int) throws(AlgorithmError) {
    guard TimedGraph.moments.contains(moment) else {
      throw .invalidParameter(name: "\(name)", value: "\(moment)", needed: "a moment from -2^53 to 2^53")
    }
    guard transit >= 0 && transit <= 1 << 31 else {
      throw .invalidParameter(name: "transit", value: "\(transit)", needed: "a whole number from 0 to 2^31")
    }
  }
}
