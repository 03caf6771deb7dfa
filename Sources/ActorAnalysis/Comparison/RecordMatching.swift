import ActorModel

/// An actor, a source or a bloc that both networks know by one id and describe differently.
package struct RecordChange: Sendable, Hashable {
  /// Its id.
  package let id: String
  /// What is different, field by field.
  package let fields: [FieldChange]

  fileprivate init?(_ id: String, _ changes: FieldChanges) {
    guard !changes.all.isEmpty else { return nil }
    self.id = id
    fields = changes.all
  }
}

/// Which records of a kind only one of two networks has, and which they describe differently.
package struct RecordMatching: Sendable, Hashable {
  /// The ids of those that only the later network has, sorted.
  package let added: [String]
  /// The ids of those that only the earlier network has, sorted.
  package let removed: [String]
  /// Those described differently, by id.
  package let changed: [RecordChange]

  /// Whether there is no difference.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Matches the records of two lists by id.
  private init<Record: Identifiable>(
    _ before: [Record], _ after: [Record], _ table: FieldTable<Record>
  ) where Record.ID == String {
    guard before != after else {
      (added, removed, changed) = ([], [], [])
      return
    }
    let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    added = new.keys.filter { old[$0] == nil }.sorted()
    removed = old.keys.filter { new[$0] == nil }.sorted()
    changed = new.keys.sorted().compactMap { id in
      guard let one = old[id], let other = new[id], one != other else { return nil }
      var changes = FieldChanges()
      changes.compare(one, other, table)
      return RecordChange(id, changes)
    }
  }

  /// Matches the sources of two networks.
  package init(sources before: ActorNetwork, _ after: ActorNetwork) {
    self.init(sources: before, after, fields: .standard)
  }

  /// Matches the names of blocs of two networks.
  package init(blocs before: ActorNetwork, _ after: ActorNetwork) {
    self.init(blocs: before, after, fields: .standard)
  }

  /// Matches sources with certain fields.
  package init(sources before: ActorNetwork, _ after: ActorNetwork, fields: NetworkFields) {
    self.init(before.sources, after.sources, fields.source)
  }

  /// Matches names of blocs with certain fields.
  package init(blocs before: ActorNetwork, _ after: ActorNetwork, fields: NetworkFields) {
    self.init(before.blocs, after.blocs, fields.bloc)
  }
}

extension RecordChange {
  /// What two snapshots say differently about the actors that are in both, by id.
  static func actors(_ before: Snapshot, _ after: Snapshot, fields: FieldTable<Actor>) -> [RecordChange] {
    let old = Dictionary(before.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return after.actors.compactMap { actor in
      old[actor.id].flatMap { earlier in
        RecordChange(actor.id, differences(earlier, actor, [before.days, after.days], fields))
      }
    }.sorted { $0.id < $1.id }
  }

  private static func differences(
    _ before: Actor, _ after: Actor, _ days: [DayRange?], _ fields: FieldTable<Actor>
  ) -> FieldChanges {
    var changes = FieldChanges()
    if before != after { changes.compare(before, after, fields) }
    guard !before.blocs.isEmpty || !after.blocs.isEmpty else { return changes }
    let one = Memberships(of: before, days[0])
    let other = Memberships(of: after, days[1])
    // Who joins or leaves with time says so once; what else was rewritten about memberships comes after.
    if one.holding != other.holding {
      changes.compare("bloc", one.holding, other.holding)
    } else {
      changes.compare("bloc", one.stated, other.stated)
    }
    return changes
  }

  /// An actor's memberships in words, by bloc.
  private struct Memberships {
    var stated: [String: String] = [:]
    /// Those that hold on the days looked at.
    var holding: [String: String] = [:]

    init(of actor: Actor, _ days: DayRange?) {
      for membership in actor.blocs {
        let interval = membership.interval
        let text = [interval.since.map { "since \($0)" }, interval.until.map { "until \($0)" }].compactMap(\.self)
          .joined(separator: " ")
        let shown = text.isEmpty ? "always" : text
        stated[membership.bloc] = stated[membership.bloc].map { "\($0), \(shown)" } ?? shown
        if days.map(interval.overlaps) ?? true {
          holding[membership.bloc] = holding[membership.bloc].map { "\($0), \(shown)" } ?? shown
        }
      }
    }
  }
}

extension NetworkComparison {
  /// What two networks say differently about themselves.
  ///
  /// A title that was made of the file's name says nothing.
  static func descriptions(
    _ before: ActorNetwork, _ after: ActorNetwork, fields: FieldTable<NetworkContent>
  ) -> [FieldChange] {
    var changes = FieldChanges()
    changes.compare(before.content, after.content, fields, in: [.facts])
    return changes.all
  }
}
