/// Joins two networks into one.
///
/// Records with one id are united: what one of them leaves open the other fills in, lists are joined, equal records
/// become one. Where both say something else, the first network's word stands, the conflict is reported, and the
/// second's word is kept beside it: another name as an alias, anything else as an attribute named after the field and
/// the second network, in a source's case in its note. Relations with one id but other ends or another type are two;
/// the second gets a new id. Nothing is lost.
package struct NetworkMerge: Sendable {
  private let fields: NetworkFields

  /// A merge; it has no options.
  package init() { fields = .standard }

  /// A merge of records with certain fields.
  package init(fields: NetworkFields) { self.fields = fields }

  /// The joined network, under the first one's id.
  ///
  /// - Throws: All problems, when the two together are no sound network: actors that are parts of each other.
  package func merge(_ first: ActorNetwork, _ second: ActorNetwork) throws(InvalidNetwork) -> MergedNetwork {
    var merger = Merger(content: first.content, other: second.content, fields: fields)
    merger.run()
    return MergedNetwork(
      network: try ActorNetwork(merger.content), conflicts: merger.conflicts, renamed: merger.renamed,
      counts: merger.counts)
  }
}

/// Two networks as one, and what the joining met.
package struct MergedNetwork: Sendable {
  /// How many records of the second network became what.
  package struct Counts: Hashable, Sendable {
    /// Equal to one of the first's.
    package var same = 0
    /// United with one of the first's.
    package var united = 0
    /// New.
    package var added = 0
  }

  /// The network.
  package let network: ActorNetwork
  /// Where both networks say something else of one record.
  package let conflicts: [MergeConflict]
  /// Relations of the second network whose id was taken by another relation, with their new ids.
  package let renamed: [MergeRename]
  /// What became of the second network's records.
  package let counts: Counts
}

/// A field on which two networks disagree.
package struct MergeConflict: Hashable, Sendable, CustomStringConvertible {
  /// What sort of record it is: `actor`, `relation`, `source`, `bloc`, `network`.
  package let record: String
  /// The record's id.
  package let id: String
  /// The field.
  package let field: String
  /// What the first network says, which stands.
  package let first: String
  /// What the second says.
  package let second: String

  /// The conflict as a sentence.
  package var description: String { "\(record) \(id): \(field) is '\(first)', but '\(second)' in the second network" }
}

/// A relation that got a new id.
package struct MergeRename: Hashable, Sendable {
  /// Its id in the second network.
  package let old: String
  /// Its id now.
  package let new: String
}

/// One joining of two networks.
private struct Merger {
  var content: NetworkContent
  let other: NetworkContent
  let fields: NetworkFields
  var conflicts: [MergeConflict] = []
  var renamed: [MergeRename] = []
  var counts = MergedNetwork.Counts()

  init(content: NetworkContent, other: NetworkContent, fields: NetworkFields) {
    self.content = content
    self.other = other
    self.fields = fields
  }

  mutating func run() {
    uniteNetwork()
    var blocs = content.blocs
    unite(&blocs, other.blocs, fields.bloc)
    content.blocs = blocs
    var sources = content.sources
    unite(&sources, other.sources, fields.source)
    content.sources = sources
    var actors = content.actors
    unite(&actors, other.actors, fields.actor)
    content.actors = actors
    declareBlocs()
    uniteRelations()
  }

  private mutating func uniteNetwork() {
    var union = RecordUnion(fields.network, id: content.id, network: other.id)
    for position in fields.network.fields.indices where fields.network.fields[position].kind == .text {
      union.unite(position, &content, other)
    }
    conflicts += union.conflicts
  }

  /// Unites the records of two lists by id.
  private mutating func unite<Record: Identifiable & Hashable>(
    _ records: inout [Record], _ others: [Record], _ table: FieldTable<Record>
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
        unite(&records[position], record, table)
      }
    }
  }

  private mutating func unite<Record: Identifiable>(
    _ record: inout Record, _ other: Record, _ table: FieldTable<Record>
  ) where Record.ID == String {
    var union = RecordUnion(table, id: record.id, network: self.other.id)
    union.unite(&record, other)
    conflicts += union.conflicts
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
        unite(&united, relation, fields.relation)
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
}
