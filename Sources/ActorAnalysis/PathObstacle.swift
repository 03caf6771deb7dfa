import ActorModel
import GraphCore

/// Why no path between two other actors can pass an actor, whatever the rest of the graph looks like.
package enum PathObstacle: String, CaseIterable, Sendable, Codable {
  /// It has no tie with another actor.
  case untied
  /// Ties run from it, and none to it.
  case nothingLeadsToIt = "nothing leads to it"
  /// Ties run to it, and none from it.
  case nothingLeadsOnFromIt = "nothing leads on from it"

  /// Why no path can pass a node; `nil` when ties run both to it and from it. Ties of a node with itself lead nowhere.
  package init?(at node: Int, of graph: CSRGraph) {
    let isLeft = graph.neighbors(of: node).contains { Int($0) != node }
    let isReached = graph.neighbors(of: node, .in).contains { Int($0) != node }
    switch (isReached, isLeft) {
    case (true, true): return nil
    case (false, false): self = .untied
    case (false, true): self = .nothingLeadsToIt
    case (true, false): self = .nothingLeadsOnFromIt
    }
  }
}

extension ScoreExplanationResult {
  /// Why the actor scores 0 in a measure that counts paths between others, where no path can pass it at all.
  package func obstacle(in projected: ProjectedGraph) -> PathObstacle? {
    guard PathlessActors.measures.contains(measure), row.score == 0,
      let node = projected.node(ofActor: row.actor.id)
    else { return nil }
    return PathObstacle(at: node, of: projected.graph)
  }
}

/// Why many actors score 0 in a measure that counts the paths between others.
package struct PathlessActors: Sendable, Hashable {
  /// Actors that score 0.
  package let count: Int
  /// Of these, those from which statements lead, but none to them: they only act.
  package let onlyActing: Int
  /// Of these, those to which statements lead, but none from them: they only receive.
  package let onlyReceiving: Int
  /// Of these, those without ties.
  package let untied: Int

  /// Of the actors that score 0, those with ties both ways whom no shortest path between others passes.
  package var bypassed: Int { count - onlyActing - onlyReceiving - untied }

  /// The measures that count paths between others, all actors alike.
  static let measures: Set<String> = ["betweenness", "approximate-betweenness", "stress"]

  /// The share of actors from which on so many scores of 0 call for a reason.
  private static let notableShare = 1.0 / 3

  /// Counts why actors score 0; `nil` where less than a third do, and for measures of another kind.
  ///
  /// - Complexity: O(actors + ties).
  init?(_ scores: [Double], by measure: String, on projected: ProjectedGraph) {
    guard Self.measures.contains(measure) else { return nil }
    let graph = projected.graph
    let nodes = scores.indices.filter { scores[$0] == 0 }
    guard !nodes.isEmpty, Double(nodes.count) >= Double(scores.count) * Self.notableShare else { return nil }
    var obstacles: [PathObstacle: Int] = [:]
    for node in nodes {
      if let obstacle = PathObstacle(at: node, of: graph) { obstacles[obstacle, default: 0] += 1 }
    }
    let isReversed = projected.projection.direction == .reversed
    count = nodes.count
    onlyActing = obstacles[isReversed ? .nothingLeadsOnFromIt : .nothingLeadsToIt] ?? 0
    onlyReceiving = obstacles[isReversed ? .nothingLeadsToIt : .nothingLeadsOnFromIt] ?? 0
    untied = obstacles[.untied] ?? 0
  }
}
