/// Joins two networks into one.
///
/// Records with one id are united: what one of them leaves open the other fills in, lists are joined, equal records
/// become one. Where both say something else, the first network's word stands, the conflict is reported, and the
/// second's word is kept beside it: another name as an alias, anything else as an attribute named after the field and
/// the second network, in a source's case in its note. Relations with one id but other ends or another type are two;
/// the second gets a new id. Nothing is lost.
public struct NetworkMerge: Sendable {
  /// A merge; it has no options.
  public init() {}

  /// The joined network, under the first one's id.
  ///
  /// - Throws: All problems, when the two together are no sound network: actors that are parts of each other.
  public func merge(_ first: ActorNetwork, _ second: ActorNetwork) throws(InvalidNetwork) -> MergedNetwork {
    var merger = Merger(content: first.content, other: second.content)
    merger.run()
    return MergedNetwork(
      network: try ActorNetwork(merger.content), conflicts: merger.conflicts, renamed: merger.renamed,
      counts: merger.counts)
  }
}

/// Two networks as one, and what the joining met.
public struct MergedNetwork: Sendable {
  /// How many records of the second network became what.
  public struct Counts: Hashable, Sendable {
    /// Equal to one of the first's.
    public var same = 0
    /// United with one of the first's.
    public var united = 0
    /// New.
    public var added = 0
  }

  /// The network.
  public let network: ActorNetwork
  /// Where both networks say something else of one record.
  public let conflicts: [MergeConflict]
  /// Relations of the second network whose id was taken by another relation, with their new ids.
  public let renamed: [MergeRename]
  /// What became of the second network's records.
  public let counts: Counts
}

/// A field on which two networks disagree.
public struct MergeConflict: Hashable, Sendable, CustomStringConvertible {
  /// What sort of record it is: `actor`, `relation`, `source`, `bloc`, `network`.
  public let record: String
  /// The record's id.
  public let id: String
  /// The field.
  public let field: String
  /// What the first network says, which stands.
  public let first: String
  /// What the second says.
  public let second: String

  /// The conflict as a sentence.
  public var description: String { "\(record) \(id): \(field) is '\(first)', but '\(second)' in the second network" }
}

/// A relation that got a new id.
public struct MergeRename: Hashable, Sendable {
  /// Its id in the second network.
  public let old: String
  /// Its id now.
  public let new: String
}

/// One joining of two networks.
private struct Merger {
  var content: NetworkContent
  let other: NetworkContent
  var conflicts: [MergeConflict] = []
  var renamed: [MergeRename] = []
  var counts = MergedNetwork.Counts()

  init(content: NetworkContent, other: NetworkContent) {
    self.content = content
    self.other = other
  }

  mutating func run() {
    uniteNetwork()
    var blocs = content.blocs
    unite(&blocs, other.blocs) { $0.unite(&$1, $2) }
    content.blocs = blocs
    var sources = content.sources
    unite(&sources, other.sources) { $0.unite(&$1, $2) }
    content.sources = sources
    var actors = content.actors
    unite(&actors, other.actors) { $0.unite(&$1, $2) }
    content.actors = actors
    declareBlocs()
    uniteRelations()
  }

  private mutating func uniteNetwork() {
    var fields = Fields(record: "network", id: content.id)
    fields.fill(&content.title, other.title, "title")
    fields.fill(&content.language, other.language, "language")
    fields.fill(&content.description, other.description, "description")
    conflicts += fields.conflicts
  }

  /// Unites the records of two lists by id.
  private mutating func unite<Record: Identifiable & Hashable>(
    _ records: inout [Record], _ others: [Record], _ work: (inout Merger, inout Record, Record) -> Void
  ) where Record.ID == String {
    var positions = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for record in others {
      guard let position = positions[record.id] else {
        positions[record.id] = records.count
        records.append(record)
        counts.added += 1
        continue
      }
      if records[position] == record {
        counts.same += 1
      } else {
        counts.united += 1
        work(&self, &records[position], record)
      }
    }
  }

  /// A network that names its blocs must name all: the other's memberships may be of blocs that nobody has named.
  private mutating func declareBlocs() {
    guard !content.blocs.isEmpty else { return }
    var known = Set(content.blocs.map(\.id))
    for actor in content.actors {
      for membership in actor.blocs where known.insert(membership.bloc).inserted {
        content.blocs.append(Bloc(id: membership.bloc, name: membership.bloc))
      }
    }
  }

  private mutating func unite(_ bloc: inout Bloc, _ other: Bloc) {
    var fields = Fields(record: "bloc", id: bloc.id)
    fields.compare(bloc.name, other.name, "name")
    fields.fill(&bloc.note, other.note, "note")
    bloc.note = fields.noteWithConflicts(bloc.note, network: self.other.id)
    conflicts += fields.conflicts
  }

  private mutating func unite(_ source: inout Source, _ other: Source) {
    var fields = Fields(record: "source", id: source.id)
    fields.fill(&source.title, other.title, "title")
    fields.fill(&source.publisher, other.publisher, "publisher")
    fields.fill(&source.author, other.author, "author")
    fields.fill(&source.language, other.language, "language")
    fields.fill(&source.published, other.published, "published")
    fields.fill(&source.url, other.url, "url")
    fields.fill(&source.reliability, other.reliability, "reliability") { $0.rawValue }
    fields.fill(&source.note, other.note, "note")
    source.sameAs += other.sameAs.filter { !source.sameAs.contains($0) }
    source.note = fields.noteWithConflicts(source.note, network: self.other.id)
    conflicts += fields.conflicts
  }

  private mutating func unite(_ actor: inout Actor, _ other: Actor) {
    var fields = Fields(record: "actor", id: actor.id)
    if actor.name != other.name {
      fields.note("name", actor.name, other.name)
      if !actor.aliases.contains(where: { $0.name == other.name }) { actor.aliases.append(Alias(other.name)) }
    }
    fields.fill(&actor.kind, other.kind, "kind") { $0.rawValue }
    for alias in other.aliases where !actor.aliases.contains(alias) && alias.name != actor.name {
      actor.aliases.append(alias)
    }
    fields.unite(&actor.codes, other.codes, "code", network: self.other.id)
    for bloc in other.blocs where !actor.blocs.contains(bloc) { actor.blocs.append(bloc) }
    actor.notSameAs += other.notSameAs.filter { !actor.notSameAs.contains($0) }
    fields.fill(&actor.partOf, other.partOf, "part-of")
    fields.unite(&actor.existence, other.existence, "from", "until")
    fields.fill(&actor.note, other.note, "note")
    fields.keepConflicts(in: &actor.attributes, network: self.other.id, except: ["name"])
    fields.unite(&actor.attributes, other.attributes, "attribute", network: self.other.id)
    conflicts += fields.conflicts
  }

  // MARK: - Relations

  private mutating func uniteRelations() {
    var taken = Set(content.relations.map(\.id)).union(other.relations.map(\.id))
    let positions = Dictionary(
      content.relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for relation in other.relations {
      guard let position = positions[relation.id] else {
        content.relations.append(relation)
        counts.added += 1
        continue
      }
      let known = content.relations[position]
      if known == relation {
        counts.same += 1
      } else if known.type == relation.type, isSame(known.ends, relation.ends) {
        counts.united += 1
        var united = known
        unite(&united, relation)
        content.relations[position] = united
      } else {
        var moved = relation
        var number = 2
        while !taken.insert("\(relation.id)-\(number)").inserted { number += 1 }
        moved.id = "\(relation.id)-\(number)"
        renamed.append(MergeRename(old: relation.id, new: moved.id))
        content.relations.append(moved)
        counts.added += 1
      }
    }
  }

  private func isSame(_ a: RelationEnds, _ b: RelationEnds) -> Bool {
    if case .mutual(let first, let second) = a { return b == a || b == .mutual(second, first) }
    return a == b
  }

  private mutating func unite(_ relation: inout Relation, _ other: Relation) {
    var fields = Fields(record: "relation", id: relation.id)
    fields.fill(&relation.label, other.label, "label")
    fields.compare(relation.sign, other.sign, "sign") { $0.rawValue }
    fields.compare(relation.strength, other.strength, "strength")
    fields.compare(relation.confidence, other.confidence, "confidence")
    fields.compare(relation.status, other.status, "status") { $0.rawValue }
    fields.unite(&relation.validity, other.validity, "since", "until")
    fields.fill(&relation.note, other.note, "note")
    for item in other.evidence where !relation.evidence.contains(item) { relation.evidence.append(item) }
    fields.keepConflicts(in: &relation.attributes, network: self.other.id)
    fields.unite(&relation.attributes, other.attributes, "attribute", network: self.other.id)
    conflicts += fields.conflicts
  }
}

/// The fields of one record while two are united.
private struct Fields {
  let record: String
  let id: String
  var conflicts: [MergeConflict] = []

  init(record: String, id: String) {
    self.record = record
    self.id = id
  }

  mutating func note(_ field: String, _ first: String, _ second: String) {
    conflicts.append(MergeConflict(record: record, id: id, field: field, first: first, second: second))
  }

  /// A field that may be open.
  mutating func fill<Value: Equatable>(
    _ first: inout Value?, _ second: Value?, _ field: String, _ text: (Value) -> String = { "\($0)" }
  ) {
    guard let second else { return }
    if let known = first {
      if known != second { note(field, text(known), text(second)) }
    } else {
      first = second
    }
  }

  /// A field that always has a value.
  mutating func compare<Value: Equatable>(
    _ first: Value, _ second: Value, _ field: String, _ text: (Value) -> String = { "\($0)" }
  ) {
    if first != second { note(field, text(first), text(second)) }
  }

  /// The two bounds of an interval, which must not end before it begins when they come from two networks.
  mutating func unite(_ first: inout Interval, _ second: Interval, _ since: String, _ until: String) {
    var united = first
    fill(&united.since, second.since, since)
    fill(&united.until, second.until, until)
    guard united.isEmpty else {
      first = united
      return
    }
    if first.since == nil, let date = second.since { note(since, "open", "\(date)") }
    if first.until == nil, let date = second.until { note(until, "open", "\(date)") }
  }

  /// Attributes or codes: new keys are added, another value for a key is kept beside it.
  mutating func unite(_ first: inout [Attribute], _ second: [Attribute], _ field: String, network: String) {
    for attribute in second {
      guard let known = first.first(where: { $0.key == attribute.key }) else {
        first.append(attribute)
        continue
      }
      guard known != attribute else { continue }
      note("\(field) \(attribute.key)", known.text, attribute.text)
      var beside = attribute
      beside.key = Self.free("\(attribute.key) (\(network))", in: first)
      first.append(beside)
    }
  }

  /// Keeps the second network's words as attributes.
  func keepConflicts(in attributes: inout [Attribute], network: String, except: Set<String> = []) {
    for conflict in conflicts where !except.contains(conflict.field) && !conflict.field.hasPrefix("code ") {
      attributes.append(Attribute(Self.free("\(conflict.field) (\(network))", in: attributes), conflict.second))
    }
  }

  /// The note with the second network's words added.
  func noteWithConflicts(_ note: String?, network: String) -> String? {
    guard !conflicts.isEmpty else { return note }
    let words = conflicts.map { "\($0.field) in \(network): \($0.second)" }
    return ([note].compactMap(\.self) + words).joined(separator: "; ")
  }

  private static func free(_ key: String, in attributes: [Attribute]) -> String {
    var candidate = key
    var number = 2
    while attributes.contains(where: { $0.key == candidate }) {
      candidate = "\(key) \(number)"
      number += 1
    }
    return candidate
  }
}
