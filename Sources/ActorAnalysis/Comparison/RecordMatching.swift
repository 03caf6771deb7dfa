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

  private init<Record: Identifiable & Equatable>(
    _ before: [Record], _ after: [Record], _ compare: (Record, Record) -> FieldChanges
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
      return RecordChange(id, compare(one, other))
    }
  }

  /// Matches the sources of two networks.
  package init(sources before: ActorNetwork, _ after: ActorNetwork) {
    self.init(before.sources, after.sources) { before, after in
      var changes = FieldChanges()
      changes.compare("title", before.title, after.title)
      changes.compare("publisher", before.publisher, after.publisher)
      changes.compare("author", before.author, after.author)
      changes.compare("language", before.language, after.language)
      changes.compare("published", before.published?.description, after.published?.description)
      changes.compare("url", before.url, after.url)
      changes.compare("reliability", before.reliability?.rawValue, after.reliability?.rawValue)
      changes.compare("same-as", before.sameAs.listed, after.sameAs.listed)
      changes.compare("note", before.note, after.note)
      return changes
    }
  }

  /// Matches the names of blocs of two networks.
  package init(blocs before: ActorNetwork, _ after: ActorNetwork) {
    self.init(before.blocs, after.blocs) { before, after in
      var changes = FieldChanges()
      changes.compare("name", before.name, after.name)
      changes.compare("note", before.note, after.note)
      return changes
    }
  }
}

extension RecordChange {
  /// What two snapshots say differently about the actors that are in both, by id.
  static func actors(_ before: Snapshot, _ after: Snapshot) -> [RecordChange] {
    let old = Dictionary(before.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return after.actors.compactMap { actor in
      old[actor.id].flatMap { earlier in
        RecordChange(actor.id, differences(earlier, actor, [before.days, after.days]))
      }
    }.sorted { $0.id < $1.id }
  }

  private static func differences(_ before: Actor, _ after: Actor, _ days: [DayRange?]) -> FieldChanges {
    var changes = FieldChanges()
    if before != after {
      changes.compare("name", before.name, after.name)
      changes.compare("kind", before.kind?.rawValue, after.kind?.rawValue)
      changes.compare("part-of", before.partOf, after.partOf)
      changes.compare("exists since", "exists until", before.existence, after.existence)
      changes.compare("aliases", before.aliases.map(\.text).listed, after.aliases.map(\.text).listed)
      changes.compare("code", before.codes, after.codes)
      changes.compare("not-same-as", before.notSameAs.listed, after.notSameAs.listed)
      changes.compare("note", before.note, after.note)
      changes.compare("attribute", before.attributes, after.attributes)
    }
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

extension Alias {
  fileprivate var text: String { name + (language.map { " (\($0))" } ?? "") }
}

extension [String] {
  /// One text; `nil` for none.
  fileprivate var listed: String? { isEmpty ? nil : joined(separator: ", ") }
}

extension NetworkComparison {
  /// What two networks say differently about themselves.
  static func descriptions(_ before: ActorNetwork, _ after: ActorNetwork) -> [FieldChange] {
    var changes = FieldChanges()
    // A title that was made of the file's name says nothing.
    changes.compare("title", before.content.title, after.content.title)
    changes.compare("language", before.content.language, after.content.language)
    changes.compare("description", before.content.description, after.content.description)
    return changes.all
  }
}
