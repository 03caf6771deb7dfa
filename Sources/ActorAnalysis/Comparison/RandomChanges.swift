import ActorModel
import GraphCore

/// Draws networks that differ from the earlier one by as many changes as the later one does.
struct RandomChanges: Sendable {
  /// The relations of the earlier network, by id so that the order of the file plays no part in what is drawn, then
  /// those that came.
  private let candidates: Snapshot
  private let old: [Relation]
  /// Whether both actors of each relation are still there.
  private let remains: [Bool]
  private let endedCount: Int
  private let added: [Relation]
  private let changed: [RelationChange]
  private let actors: [String]

  init(_ before: ProjectedGraph, _ after: ProjectedGraph) {
    let old = before.snapshot.relations.filter(before.projection.admits).sorted { $0.id < $1.id }
    let matching = RelationMatching(before: before, after: after)
    endedCount = matching.ended.count
    added = matching.added.sorted { $0.id < $1.id }
    changed = matching.changed.sorted { $0.after.id < $1.after.id }
    actors = after.snapshot.actors.map(\.id).sorted()
    let present = Set(actors)
    remains = old.map { present.contains($0.ends.first) && present.contains($0.ends.second) }
    candidates = after.snapshot.replacing(relations: old + added)
    self.old = old
  }

  /// Whether one draw is like another: where nothing changed, each is the earlier network.
  var areAllAlike: Bool { endedCount == 0 && added.isEmpty && changed.isEmpty }

  /// A network drawn.
  func draw(_ random: inout SeededGenerator) -> Snapshot {
    var order = Array(old.indices)
    random.shuffle(&order)
    order.removeLast(min(endedCount, order.count))
    var world = SnapshotVariation(of: candidates)
    var positions: [Int] = []
    positions.reserveCapacity(order.count + added.count)
    for (i, position) in order.enumerated() where remains[position] {
      if i < changed.count {
        world.scaleStrength(at: position, by: changed[i].after.strength / changed[i].before.strength)
        if changed[i].after.sign != changed[i].before.sign { world.setSign(at: position, to: changed[i].after.sign) }
      }
      positions.append(position)
    }
    if actors.count > 1 {
      for i in added.indices {
        let first = random.nextIndex(below: actors.count)
        let second = (first + 1 + random.nextIndex(below: actors.count - 1)) % actors.count
        world.move(at: old.count + i, from: actors[first], to: actors[second])
        positions.append(old.count + i)
      }
    }
    return world.snapshot(of: positions)
  }
}
