import ActorModel
import GraphCore

/// What an algorithm runs on: a graph, the network behind it where names are needed, and its dates where those are.
struct AlgorithmSubject: Sendable {
  let graph: CSRGraph
  var projected: ProjectedGraph?
  var timed: TimedProjection?

  /// What comes of working on the graph that an algorithm reads.
  func read<Result>(
    _ reading: GraphReading, _ work: (AlgorithmSubject) throws(AlgorithmError) -> Result
  ) throws(AlgorithmError) -> Result {
    guard reading == .pairs, let projected else { return try work(self) }
    return try projected.onPairs { pairs throws(AlgorithmError) in
      try work(AlgorithmSubject(graph: pairs.graph, projected: pairs))
    }
  }

  /// The network behind the graph.
  func named(_ summary: AlgorithmSummary) throws(AlgorithmError) -> ProjectedGraph {
    guard let projected else {
      throw .undefined(
        reason: "\(summary.id) names actors, and a bare graph has none", advice: "run it on a projected network")
    }
    return projected
  }

  /// The network over a period.
  func dated(_ summary: AlgorithmSummary) throws(AlgorithmError) -> TimedProjection {
    guard let timed else {
      throw .undefined(
        reason: "\(summary.id) looks at a period, and not at one picture", advice: "run it on a network over a period")
    }
    return timed
  }
}
