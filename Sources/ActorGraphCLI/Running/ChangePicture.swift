import ActorGraph

/// A comparison as values that can be drawn.
struct ChangePicture {
  let result: ComparisonResult
  let before: ProjectedGraph
  let after: ProjectedGraph

  /// Everything that either time holds: the later relations, and those that ended.
  ///
  /// - Throws: That the two networks do not fit together.
  func snapshot() throws(InvalidNetwork) -> Snapshot {
    let union = try Snapshot(union: [before.snapshot, after.snapshot])
    return union.replacing(relations: after.snapshot.relations + endedRelations())
  }

  /// Ended relations; one whose id means another relation now gets a new one.
  private func endedRelations() -> [Relation] {
    var used = Set(after.snapshot.relations.map(\.id))
    return result.relations.ended.map { relation in
      var relation = relation
      let id = relation.id
      var number = 2
      while !used.insert(relation.id).inserted {
        relation.id = "\(id)-\(number)"
        number += 1
      }
      return relation
    }
  }

  /// What became of relations and actors.
  func changes(before beforeText: String, after afterText: String) -> PictureChanges {
    var changes = PictureChanges(before: beforeText, after: afterText)
    for relation in result.relations.added { changes.relations[relation.id] = .new }
    for relation in endedRelations() { changes.relations[relation.id] = .ended }
    for change in result.relations.changed {
      let kind = Self.kind(change)
      changes.relations[change.after.id] = kind
      if kind == .strengthened || kind == .weakened {
        changes.strengthsBefore[change.after.id] = change.before.strength
      }
    }
    changes.flippedPairs = Set(
      result.flips.map { FlippedPair($0.first.id, $0.second.id, isPositiveNow: ($0.after?.signedStrength ?? 0) > 0) })
    addActors(to: &changes)
    return changes
  }

  private static func kind(_ change: RelationChange) -> TieChange {
    let signs = change.before.sign.factor * change.after.sign.factor
    if signs < 0 { return .flipped }
    if change.after.strength > change.before.strength { return .strengthened }
    if change.after.strength < change.before.strength { return .weakened }
    return .restated
  }

  private func addActors(to changes: inout PictureChanges) {
    if let ranking = result.rankings.first, ranking.before.refusal == nil, ranking.after.refusal == nil {
      changes.measure = ranking.after.measure
      let last = [ranking.before, ranking.after].map { $0.ranked.last?.rank }
      for move in ranking.moves {
        // Those who share the last rank at both times did not move: others did.
        let isLast = move.before.map { $0.rank == last[0] } ?? true && move.after.map { $0.rank == last[1] } ?? true
        guard !isLast else { continue }
        changes.actors[move.actor.id] = ActorChange(rankBefore: move.before?.rank, rankAfter: move.after?.rank)
      }
    }
    for actor in result.actorsAdded { changes.actors[actor.id, default: ActorChange()].presence = .new }
    for actor in result.actorsRemoved { changes.actors[actor.id, default: ActorChange()].presence = .gone }
  }
}
