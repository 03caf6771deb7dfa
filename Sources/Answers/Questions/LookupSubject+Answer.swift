import ActorModel

extension LookupSubject {
  /// What is known of it, for programs.
  func record(in network: ActorNetwork, fields: NetworkFields) -> Field {
    switch self {
    case .actor(let actor): Field("actor", .record(Self.fields(of: actor, fields.actor)))
    case .tie(let first, let second):
      Field("tie", .record([Field("from", .actor(first)), Field("to", .actor(second))]))
    case .relation(let relation): Field("relation", .record([Field("relation", .text(relation.id))]))
    case .source(let source): Field("source", .record(Self.fields(of: source, in: network, fields.source)))
    }
  }

  /// What is known of it, for people.
  func heading(in network: ActorNetwork, fields: NetworkFields) -> AnswerSection.Block {
    switch self {
    case .actor(let actor): .heading(Self.heading(actor, in: network, fields.actor))
    case .tie(let first, let second):
      .heading(AnswerHeading("\(first) and \(second)", statement: "\(first.id) and \(second.id), either way"))
    case .relation(let relation): .heading(Self.heading(relation, in: network, fields.relation))
    case .source(let source): .heading(Self.heading(source, in: network, fields.source))
    }
  }

  /// What an actor says; of whom it is not the same, people are told alone.
  private static func fields(of actor: Actor, _ table: FieldTable<Actor>) -> [Field] {
    [Field("actor", .text(actor.id))]
      + table.fields.filter { $0.key != "id" && $0.key != "not" }.map { $0.field(of: actor) }
  }

  /// What a source says, with the copies that its network knows instead of those that it names itself.
  private static func fields(of source: Source, in network: ActorNetwork, _ table: FieldTable<Source>) -> [Field] {
    [Field("source", .text(source.id))]
      + table.fields.filter { $0.key != "id" }.map { field in
        field.key == "same-as"
          ? Field("copies", .sources(copies(of: source, in: network))) : field.field(of: source)
      }
  }

  /// The other sources that carry the same report.
  private static func copies(of source: Source, in network: ActorNetwork) -> [String] {
    let original = network.original(ofSource: source.id)
    return network.sources.map(\.id).filter { $0 != source.id && network.original(ofSource: $0) == original }
  }

  private static func heading(
    _ actor: Actor, in network: ActorNetwork, _ table: FieldTable<Actor>
  ) -> AnswerHeading {
    var notes: [Phrase] = []
    func add(_ what: String, _ values: [String]) {
      if !values.isEmpty { notes.append(Phrase("\(what): \(values.joined(separator: ", "))")) }
    }
    add("Also called", actor.aliases.map { alias in alias.name + (alias.language.map { " (\($0))" } ?? "") })
    add("Codes", actor.codes.map { "\($0.key) \($0.text)" })
    add("Blocs", actor.blocs.map { network.name(ofBloc: $0.bloc) + words(for: $0.interval) })
    add("Part of", actor.partOf.map { [network.actor($0)?.name ?? $0] } ?? [])
    add("Never the same as", actor.notSameAs)
    add("Exists", words(for: actor.existence).isEmpty ? [] : [words(for: actor.existence)])
    for attribute in actor.attributes { add(attribute.key, attribute.values) }
    add("Note", [actor.note].compactMap(\.self))
    notes += table.furtherNotes(of: actor)
    let kind = actor.kind.map { ", \($0.rawValue)" } ?? ""
    return AnswerHeading("\(actor.name)", statement: "actor \(actor.id)\(kind)", notes: notes)
  }

  private static func heading(
    _ relation: Relation, in network: ActorNetwork, _ table: FieldTable<Relation>
  ) -> AnswerHeading {
    let ends = [relation.ends.first, relation.ends.second].map { network.actor($0)?.name ?? $0 }
    let arrow = relation.ends.isDirected ? "→" : "–"
    var notes = relation.attributes.map { Phrase("\($0.key): \($0.text)") }
    notes += relation.disputes.map { dispute in
      dispute.field == "holds"
        ? "\(source: dispute.source) denies it."
        : "\(source: dispute.source) says \(dispute.field) \(dispute.claimed), not \(dispute.stands)."
    }
    if let note = relation.note { notes.append("Note: \(note)") }
    notes += table.furtherNotes(of: relation)
    return AnswerHeading(
      "\(ends[0]) \(arrow) \(ends[1]): \(relation.shownName)", statement: "relation \(relation.id), \(relation.type)",
      notes: notes)
  }

  private static func heading(
    _ source: Source, in network: ActorNetwork, _ table: FieldTable<Source>
  ) -> AnswerHeading {
    var notes: [Phrase] = []
    func add(_ what: String, _ value: String?) { if let value { notes.append("\(what): \(value)") } }
    add("Published by", source.publisher)
    add("Written by", source.author)
    add("Published", source.published?.description)
    add("Language", source.language)
    add("Address", source.url)
    add("Reliability", source.reliability.map { "\($0.rawValue), \($0.meaning)" })
    let copies = copies(of: source, in: network)
    if !copies.isEmpty { add("Counts once together with its copies", copies.joined(separator: ", ")) }
    add("Note", source.note)
    notes += table.furtherNotes(of: source)
    return AnswerHeading("\(source.title ?? source.id)", statement: "source \(source.id)", notes: notes)
  }

  private static func words(for interval: Interval) -> String {
    [interval.since.map { " from \($0)" }, interval.until.map { " until \($0)" }].compactMap(\.self).joined()
  }
}
