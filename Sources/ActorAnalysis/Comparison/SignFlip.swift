import ActorModel

/// Two actors whose tie as a whole changed from positive to negative or back.
///
/// The tie as a whole is the sum of sign × strength over all relations between the two, whichever way they run.
public struct SignFlip: Sendable, Hashable {
  /// The actor whose id sorts first.
  public let first: Actor
  /// The other.
  public let second: Actor
  /// Sum of sign × strength before.
  public let before: Double
  /// Sum of sign × strength after.
  public let after: Double
  /// Relations between the two before.
  public let relationsBefore: [Relation]
  /// Relations between the two after.
  public let relationsAfter: [Relation]

  /// All flips, sorted by the actors' ids.
  static func found(before: ProjectedGraph, after: ProjectedGraph) -> [SignFlip] {
    let old = dyads(of: before)
    let new = dyads(of: after)
    return old.keys.filter { new[$0] != nil }.sorted().compactMap { key in
      guard let earlier = old[key], let later = new[key] else { return nil }
      let sumBefore = net(earlier)
      let sumAfter = net(later)
      guard sumBefore * sumAfter < 0, let first = after.snapshot.network.actor(key.first),
        let second = after.snapshot.network.actor(key.second)
      else { return nil }
      return SignFlip(
        first: first, second: second, before: sumBefore, after: sumAfter, relationsBefore: earlier,
        relationsAfter: later)
    }
  }

  private struct Dyad: Hashable, Comparable {
    let first: String
    let second: String

    static func < (a: Dyad, b: Dyad) -> Bool { a.first != b.first ? a.first < b.first : a.second < b.second }
  }

  /// Relations by the pair of nodes they join.
  private static func dyads(of projected: ProjectedGraph) -> [Dyad: [Relation]] {
    var dyads: [Dyad: [Relation]] = [:]
    for relation in projected.snapshot.relations where projected.projection.admits(relation) {
      guard let a = projected.node(ofActor: relation.ends.first), let b = projected.node(ofActor: relation.ends.second),
        a != b
      else { continue }
      let dyad = Dyad(first: projected.actors[min(a, b)].id, second: projected.actors[max(a, b)].id)
      dyads[dyad, default: []].append(relation)
    }
    return dyads
  }

  private static func net(_ relations: [Relation]) -> Double {
    relations.map { $0.sign.factor * $0.strength }.sorted().reduce(0, +)
  }
}
