import ActorModel
import GraphAlgorithms
import GraphCore

/// Finds what must go so that nothing leads from one actor to another: the fewest ties, and the weakest.
package struct RouteCut: Sendable {
  /// Where routes start.
  package var from: String
  /// Where routes end.
  package var to: String

  /// The cuts between two actors.
  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// Finds the cuts.
  ///
  /// - Returns: Both cuts; `nil` where an actor is not in the snapshot or both are the same.
  /// - Throws: `.cancelled`.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> RouteCutResult?
  {
    guard let source = projected.node(ofActor: from), let target = projected.node(ofActor: to), source != target else {
      return nil
    }
    let fewest = try MinimumCut(from: source, to: target, weight: .none).run(on: projected.graph, in: context)
    let weakest = try MinimumCut(from: source, to: target).run(on: projected.graph, in: context)
    return RouteCutResult(
      fewestTies: ActorCut(fewest.edges, size: fewest.value, in: projected),
      weakestTies: ActorCut(weakest.edges, size: weakest.value, in: projected),
      separateRoutes: Int(fewest.value))
  }
}

/// What must go so that nothing leads from one actor to another.
package struct RouteCutResult: Sendable, Hashable {
  /// A set of as few ties as can be.
  package let fewestTies: ActorCut
  /// A set of ties whose strengths add up to as little as can be; the same as the other in an unweighted projection.
  package let weakestTies: ActorCut
  /// How many routes there are that share no tie: as many as the fewest ties that cut them.
  package let separateRoutes: Int
}

/// Ties that cut all routes.
package struct ActorCut: Sendable, Hashable {
  /// The ties, with the relations behind them.
  package let steps: [RouteStep]
  /// How many ties, or how much strength.
  package let size: Double

  init(_ edges: [Int], size: Double, in projected: ProjectedGraph) {
    self.size = size
    steps = edges.map(projected.tie(ofEdge:))
  }
}
