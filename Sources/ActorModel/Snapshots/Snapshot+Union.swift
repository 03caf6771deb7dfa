extension Snapshot {
  /// Several snapshots as one: every actor and every relation that is in at least one of them.
  ///
  /// Where several hold a relation, the word of the last one stands. Relations with one id that join other actors, as
  /// can happen between files, are kept apart; the earlier one's id is then followed by a number.
  ///
  /// - Precondition: There is at least one snapshot.
  /// - Throws: That the networks do not fit together: an actor would become part of itself.
  public init(union snapshots: [Snapshot]) throws(InvalidNetwork) {
    precondition(!snapshots.isEmpty, "a union needs a snapshot")
    let last = snapshots[snapshots.count - 1]
    var network = last.network
    for other in snapshots.dropLast().reversed() where other.network != last.network {
      network = try NetworkMerge().merge(network, other.network).network
    }
    var actors: [Actor] = []
    var actorIDs: Set<String> = []
    var relations: [Relation] = []
    var ends: [String: RelationEnds] = [:]
    for snapshot in snapshots.reversed() {
      for actor in snapshot.actors where actorIDs.insert(actor.id).inserted { actors.append(actor) }
      for relation in snapshot.relations {
        var relation = relation
        let id = relation.id
        var number = 2
        while let known = ends[relation.id], known != relation.ends {
          relation.id = "\(id)-\(number)"
          number += 1
        }
        if ends.updateValue(relation.ends, forKey: relation.id) == nil { relations.append(relation) }
      }
    }
    let ranges = snapshots.compactMap(\.days)
    var hull: DayRange?
    if let start = ranges.map(\.start).min(), let end = ranges.map(\.end).max() {
      hull = DayRange(start: start, end: end)
    }
    var query = last.query
    if let hull { query.time = .window(hull) }
    self.init(
      network: network, query: query, days: hull, standing: SnapshotActors(actors, in: network),
      statements: SnapshotStatements(relations, in: network), unsupportedCount: 0,
      datesCovered: network.datesCovered, takesUndatedAsHeld: snapshots.contains { $0.takesUndatedAsHeld })
  }
}
