import ActorModel

/// Which relations were added, ended, or changed in what they say.
package struct RelationMatching: Sendable, Hashable {
  /// Relations that only the later network has, in its order.
  package let added: [Relation]
  /// Relations that only the earlier network has, in its order.
  package let ended: [Relation]
  /// Relations that both have and that say something else, in the later network's order.
  package let changed: [RelationChange]

  /// How many relations were added, ended or changed.
  package var changeCount: Int { added.count + ended.count + changed.count }

  /// Relations that both have and on which sources have come to disagree, as they are now.
  package var newlyDisputed: [Relation] {
    changed.filter { $0.after.isDisputed && !$0.before.isDisputed }.map(\.after)
  }

  /// Matches the relations that two projections admit.
  package init(before: ProjectedGraph, after: ProjectedGraph) {
    self.init(before: before, after: after, fields: .standard)
  }

  /// Matches relations with certain fields.
  package init(before: ProjectedGraph, after: ProjectedGraph, fields: NetworkFields) {
    let old = before.snapshot.relations.filter(before.projection.admits)
    let new = after.snapshot.relations.filter(after.projection.admits)
    var byID: [String: Int] = [:]
    for (i, relation) in old.enumerated() { byID[relation.id] = i }
    var partner = [Int?](repeating: nil, count: new.count)
    var taken = [Bool](repeating: false, count: old.count)
    for (i, relation) in new.enumerated() {
      if let j = byID[relation.id], TieKey(old[j]).ends == TieKey(relation).ends {
        partner[i] = j
        taken[j] = true
      }
    }
    var byTie: [TieKey: [Int]] = [:]
    for j in old.indices.reversed() where !taken[j] { byTie[TieKey(old[j]), default: []].append(j) }
    for i in new.indices where partner[i] == nil {
      if let j = byTie[TieKey(new[i])]?.popLast() {
        partner[i] = j
        taken[j] = true
      }
    }
    added = new.indices.filter { partner[$0] == nil }.map { new[$0] }
    ended = old.indices.filter { !taken[$0] }.map { old[$0] }
    changed = new.indices.compactMap { i in
      partner[i].flatMap { RelationChange(before: old[$0], after: new[i], fields: fields.relation) }
    }
  }

  private struct TieKey: Hashable {
    let ends: RelationEnds
    let type: String

    init(_ relation: Relation) {
      // A tie between A and B is one between B and A.
      if case .mutual(let a, let b) = relation.ends, b < a { ends = .mutual(b, a) } else { ends = relation.ends }
      type = relation.type
    }
  }
}

/// A relation that says something else than before.
package struct RelationChange: Sendable, Hashable {
  /// The relation before.
  package let before: Relation
  /// The relation after.
  package let after: Relation
  /// What is different, field by field.
  package let fields: [FieldChange]

  /// The change; `nil` when nothing that a graph or a reader sees is different. That a relation goes by another id is
  /// none: tables number their rows.
  init?(before: Relation, after: Relation, fields: FieldTable<Relation>) {
    guard before != after else { return nil }
    var changes = FieldChanges()
    changes.compare(before, after, fields, in: [.facts])
    changes.compare("disputed", before.isDisputed ? "yes" : "no", after.isDisputed ? "yes" : "no")
    changes.compare(before, after, fields, in: [.dates, .lists, .notes, .attributes, .parts])
    guard !changes.all.isEmpty else { return nil }
    self.before = before
    self.after = after
    self.fields = changes.all
  }
}
