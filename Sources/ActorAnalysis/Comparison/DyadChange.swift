import ActorModel

/// Two actors whose tie as a whole is not what it was.
///
/// The tie as a whole is all relations between the two, whichever way they run: its strength is the sum of theirs, its
/// signed strength the sum of sign × strength. Under a roll-up the two are the wholes that stand in the graph.
///
/// **Precision.** Sums that differ by a relative 1e-12 or less count as equal, so that 0.1 + 0.2 is no stronger than 0.3.
package struct DyadChange: Sendable, Hashable {
  /// What happened to the tie.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// There was none before.
    case added
    /// There is none any more.
    case ended
    /// It turned from friendly to hostile or back.
    case flipped
    /// It has the same sign and more strength.
    case strengthened
    /// It has the same sign and less strength.
    case weakened
    /// It is as strong as before, and friendlier or more hostile.
    case shifted
  }

  /// The actor whose id sorts first.
  package let first: Actor
  /// The other.
  package let second: Actor
  /// The tie before; `nil` where there was none.
  package let before: DyadTie?
  /// The tie after; `nil` where there is none.
  package let after: DyadTie?
  /// What happened.
  package let kind: Kind

  init?(_ first: Actor, _ second: Actor, before: DyadTie?, after: DyadTie?) {
    guard let kind = Self.kind(before, after) else { return nil }
    self.first = first
    self.second = second
    self.before = before
    self.after = after
    self.kind = kind
  }

  private static func kind(_ before: DyadTie?, _ after: DyadTie?) -> Kind? {
    guard let before else { return after == nil ? nil : .added }
    guard let after else { return .ended }
    if before.signedStrength * after.signedStrength < 0 { return .flipped }
    if !isClose(before.strength, after.strength) {
      return after.strength > before.strength ? .strengthened : .weakened
    }
    return isClose(before.signedStrength, after.signedStrength, scale: after.strength) ? nil : .shifted
  }

  private static func isClose(_ a: Double, _ b: Double, scale: Double = 0) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b), scale)
  }

  /// All changes from one graph to another, sorted by the actors' ids.
  ///
  /// - Complexity: O(r log r) for r relations.
  package static func found(before: ProjectedGraph, after: ProjectedGraph) -> [DyadChange] {
    let old = Dyads(before)
    let new = Dyads(after)
    return Set(old.ties.keys).union(new.ties.keys).sorted().compactMap { pair in
      guard let first = new.actors[pair.first] ?? old.actors[pair.first],
        let second = new.actors[pair.second] ?? old.actors[pair.second]
      else { return nil }
      return DyadChange(first, second, before: old.ties[pair], after: new.ties[pair])
    }
  }
}

/// All that holds between two actors, as one tie.
package struct DyadTie: Sendable, Hashable {
  /// Sum of the strengths.
  package let strength: Double
  /// Sum of sign × strength.
  package let signedStrength: Double
  /// The relations, in the network's order.
  package let relations: [Relation]

  init(_ relations: [Relation]) {
    self.relations = relations
    // Sorted, so that the order of the file does not show in the last bits.
    strength = relations.map(\.strength).sorted().reduce(0, +)
    signedStrength = relations.map { $0.sign.factor * $0.strength }.sorted().reduce(0, +)
  }

  /// The sign of the signed strength.
  package var sign: Sign { signedStrength > 0 ? .positive : signedStrength < 0 ? .negative : .neutral }
}

/// The ties of a graph by the pair of actors they join.
struct Dyads {
  /// Ids of two actors, the one that sorts first before the other.
  struct Pair: Hashable, Comparable {
    let first: String
    let second: String

    static func < (a: Pair, b: Pair) -> Bool { a.first != b.first ? a.first < b.first : a.second < b.second }
  }

  let ties: [Pair: DyadTie]
  let actors: [String: Actor]

  init(_ projected: ProjectedGraph) {
    var relations: [Pair: [Relation]] = [:]
    for relation in projected.snapshot.relations where projected.projection.admits(relation) {
      guard let a = projected.node(ofActor: relation.ends.first),
        let b = projected.node(ofActor: relation.ends.second), a != b
      else { continue }
      // Nodes are sorted by id.
      let pair = Pair(first: projected.actors[min(a, b)].id, second: projected.actors[max(a, b)].id)
      relations[pair, default: []].append(relation)
    }
    ties = relations.mapValues(DyadTie.init)
    actors = Dictionary(projected.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
