import ActorModel
import GraphCore

/// An algorithm with all its options set, ready to run.
public struct AlgorithmChoice<Output: Sendable>: Sendable {
  /// What the algorithm is.
  public let summary: AlgorithmSummary
  /// Every option with its value, defaults included.
  public let options: [AlgorithmOption]
  private let named: [NamedOption]
  private let body: @Sendable (AlgorithmSubject, RunContext) throws(AlgorithmError) -> Output

  init(
    summary: AlgorithmSummary, options: [AlgorithmOption], named: [NamedOption],
    run body: @escaping @Sendable (AlgorithmSubject, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.summary = summary
    self.options = options
    self.named = named
    self.body = body
  }

  /// Checks that the actors and attributes that options name are in a network.
  ///
  /// - Throws: That one is not, with the nearest.
  package func check(in network: ActorNetwork) throws(AlgorithmTextError) {
    for option in named { try option.check(in: network) }
  }

  /// Runs on the graph of a network.
  ///
  /// - Throws: What the algorithm throws; `.undefined` where an actor that an option names is not in the snapshot.
  public func run(on projected: ProjectedGraph, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(AlgorithmSubject(graph: projected.graph, projected: projected), context)
  }

  /// Runs on a network over a period; what looks at one picture runs on all ties of the period at once.
  ///
  /// - Throws: As on the graph of a network.
  package func run(on timed: TimedProjection, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(AlgorithmSubject(graph: timed.projected.graph, projected: timed.projected, timed: timed), context)
  }

  /// Runs on a bare graph, which will do unless an option or the result names actors.
  ///
  /// - Throws: What the algorithm throws; `.undefined` where names are needed.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(AlgorithmSubject(graph: graph), context)
  }
}

/// A measure that scores every actor, ready to run.
public typealias MeasureChoice = AlgorithmChoice<NodeScores>

/// A measure that scores actors over a period, ready to run.
package typealias TimedMeasureChoice = AlgorithmChoice<ActorScores>

/// A measure that scores every tie, ready to run.
package typealias TieMeasureChoice = AlgorithmChoice<EdgeScores>
