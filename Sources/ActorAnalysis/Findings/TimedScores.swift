import ActorModel
import GraphAlgorithms
import GraphCore

/// Scores of actors that come from the dates of their ties.
enum TimedScores {
  static let reachability = AlgorithmKind<ActorScores>(
    overTime: TemporalReachability(), setByPeriod: ["start"],
    analysis: { standard, timed, context throws(AlgorithmError) in
      var algorithm = standard
      algorithm.start = Int(timed.period.start.number)
      return ActorScores(of: timed.projected.actors, try algorithm.run(on: timed.graph, in: context))
    })

  /// Events are the days on which relations of the actor began within the period; an actor with fewer than three, or
  /// with all on one day, has no score.
  static let burstiness = AlgorithmKind<ActorScores>(
    overTime: Burstiness(),
    analysis: { algorithm, timed, context throws(AlgorithmError) in
      var actors: [Actor] = []
      var values: [Double] = []
      var counts: [Double] = []
      for (node, days) in beginnings(timed).enumerated() {
        guard days.count >= 3, days.contains(where: { $0 != days[0] }) else { continue }
        values.append(try algorithm.run(on: days, in: context).burstiness)
        counts.append(Double(days.count))
        actors.append(timed.projected.actors[node])
      }
      guard !actors.isEmpty else {
        throw .undefined(
          reason: "no actor has three relations that began on different days of the period",
          advice: "take a longer time")
      }
      return ActorScores(
        of: actors,
        NodeScores(
          values: values, measure: Burstiness.summary.id, scale: "-1 to 1",
          details: [NodeDetail(name: "events", values: counts)]))
    })

  /// For each node the days within the period on which its relations began.
  private static func beginnings(_ timed: TimedProjection) -> [[Int]] {
    var seen: [Set<String>] = timed.projected.actors.map { _ in [] }
    var days: [[Int]] = timed.projected.actors.map { _ in [] }
    let graph = timed.projected.graph
    for edge in 0..<graph.edgeCount {
      for relation in timed.projected.relations(ofEdge: edge) {
        guard let since = relation.validity.since?.firstDay, since >= timed.period.start else { continue }
        // A mutual relation is two edges of a directed graph, and one event.
        for node in [graph.source(of: edge), graph.target(of: edge)] where seen[node].insert(relation.id).inserted {
          days[node].append(Int(since.number))
        }
      }
    }
    return days
  }
}
