import ActorModel
import GraphAlgorithms
import GraphCore

/// A network over a period as a graph whose edges come and go: an edge for each relation, for the days on which it
/// holds and both its actors exist. Moments are days, counted from 1970-01-01.
package struct TimedProjection: Sendable {
  /// The days looked at.
  package let period: DayRange
  /// All relations that hold on at least one of them, an edge each.
  package let projected: ProjectedGraph
  /// The same edges with the days on which they hold, within the period.
  package let graph: TimedGraph

  /// Projects what holds within a period; relations of undated beginning or end hold from its start or to its end.
  ///
  /// - Throws: As `Projection.graph(of:)`.
  package init(
    of network: ActorNetwork, over period: DayRange, query: SnapshotQuery = SnapshotQuery(),
    by projection: Projection = Projection()
  ) throws(ProjectionError) {
    var query = query
    query.time = .window(period)
    query.windowMode = .sum
    var projection = projection
    projection.combination = .keep
    let projected = try projection.graph(of: Snapshot(of: network, query))
    let start = Int(period.start.number)
    let end = Int(period.end.number)
    let edges = (0..<projected.graph.edgeCount).map { edge -> TimedEdge in
      var from = start
      var until = end
      for relation in projected.relations(ofEdge: edge) {
        for interval in [relation.validity] + Self.existences(relation, network) {
          if let since = interval.since { from = max(from, Int(since.firstDay.number)) }
          if let last = interval.until { until = min(until, Int(last.firstDay.number)) }
        }
      }
      return TimedEdge(
        projected.graph.source(of: edge), projected.graph.target(of: edge), from: from,
        until: max(until, from + 1))
    }
    self.period = period
    self.projected = projected
    do {
      graph = try TimedGraph(
        nodeCount: projected.graph.nodeCount, edges: edges, isDirected: projected.graph.isDirected)
    } catch {
      preconditionFailure("days lie within the moments of a graph over time: \(error)")
    }
  }

  private static func existences(_ relation: Relation, _ network: ActorNetwork) -> [Interval] {
    [relation.ends.first, relation.ends.second].compactMap { network.actor($0)?.existence }
  }

  /// How many relations have no beginning, so that they are taken to hold from the first day looked at.
  package var undatedCount: Int {
    let positions = Set(projected.relationPositions.lazy.flatMap(\.self))
    let relations = projected.snapshot.relations
    return positions.count { relations[$0].validity.since == nil }
  }

  /// The relation behind an edge of ``graph``.
  package func relation(ofEdge edge: Int) -> Relation? {
    projected.relations(ofEdge: graph.inputPositions[edge]).first
  }
}
