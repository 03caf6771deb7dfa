import ActorModel
import GraphCore

/// All actors, relations, sources or blocs of a network, or all that it calls possible.
public struct Listing: Question {
  /// What is listed.
  public enum Subject: String, CaseIterable, Codable, Sendable {
    /// Who acts.
    case actors
    /// What they do to each other.
    case relations
    /// What statements rest on.
    case sources
    /// Groups that actors belong to.
    case blocs
    /// Statements of what is possible or expected.
    case anticipated
  }

  /// What is listed.
  public var subject: Subject
  /// Which statements are looked at; by default all, of any day and every status.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "list", title: "Listing", meaning: "Lists all actors, relations, sources, blocs or possibilities.")

  /// Its options.
  public static var parameters: [Parameter<Listing>] { [.choice("subject", \.subject, "What is listed.")] }

  /// A list of something.
  public init(of subject: Subject, view: StudyView = .everything) {
    self.subject = subject
    self.view = view
  }

  /// Lists it for the first network of a study.
  ///
  /// - Throws: That there is no such source or type.
  /// - Complexity: O(size of the network).
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    let network = study.inputs[0].network
    try view.check(in: [network])
    var relations = view.relations(of: network)
    if subject == .anticipated { relations = relations.filter { $0.status == .anticipated } }
    var table =
      switch subject {
      case .actors: actors(network, relations, study.fields.actor)
      case .relations, .anticipated: statements(relations, study.fields.relation)
      case .sources: sources(network, relations, study.fields.source)
      case .blocs: blocs(network)
      }
    table.title = "\(network.title): \(subject.rawValue)"
    let time = view.isOfAllTime ? "of any day" : Snapshot(of: network, view.query).timeDescription
    table.statement = "\(table.rows.count) \(subject.rawValue); statements \(time)"
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, []), body: AnswerSection([.table(table)]), sheet: table)
  }

  private func actors(
    _ network: ActorNetwork, _ relations: [Relation], _ fields: FieldTable<Actor>
  ) -> AnswerTable {
    var counts: [String: Int] = [:]
    for relation in relations {
      counts[relation.ends.first, default: 0] += 1
      if relation.ends.second != relation.ends.first { counts[relation.ends.second, default: 0] += 1 }
    }
    let further = fields.further
    var table = AnswerTable(
      subject.rawValue,
      columns: [
        .words("actor"), .words("name"), .words("kind"), .numbers("statements"), .words("blocs"),
        .words("partOf", "part of"), .words("aliases"),
      ] + further.map(\.column))
    for actor in network.actors {
      let cells: [Cell] = [
        .text(actor.id), .text(actor.name), .text(optional: actor.kind?.rawValue), .count(counts[actor.id] ?? 0),
        .list(actor.blocs.map { .text($0.bloc) }), .text(optional: actor.partOf),
        .list(actor.aliases.map { .text($0.name) }),
      ]
      table.add(cells + further.map { $0.shortCell(of: actor) })
    }
    return table
  }

  private func statements(_ relations: [Relation], _ fields: FieldTable<Relation>) -> AnswerTable {
    let facts = fields.fields(in: [.facts, .dates])
    let columns = facts.map { $0.key == "confidence" ? .numbers($0.key, "conf.") : $0.column }
    var table = AnswerTable(
      subject.rawValue,
      columns: [.words("relation"), .words("from"), .words("to"), .words("directed", for: .programs)] + columns + [
        .words("disputed"), .words("sources", for: .programs), .numbers("sourceCount", "sources", for: .people),
      ])
    for relation in relations {
      let ends: [Cell] = [
        .text(relation.id), .text(relation.ends.first), .text(relation.ends.second), .flag(relation.ends.isDirected),
      ]
      let rest: [Cell] = [
        .flag(relation.isDisputed), .sources(relation.evidence.map(\.source)), .count(relation.evidence.count),
      ]
      table.add(ends + facts.map { $0.shortCell(of: relation) } + rest)
    }
    return table
  }

  private func sources(
    _ network: ActorNetwork, _ relations: [Relation], _ fields: FieldTable<Source>
  ) -> AnswerTable {
    var counts: [String: Int] = [:]
    for relation in relations {
      for source in Set(relation.evidence.map(\.source)) { counts[source, default: 0] += 1 }
    }
    let further = fields.further
    var table = AnswerTable(
      subject.rawValue,
      columns: [
        .words("source"), .words("title"), .words("publisher"), .words("published"), .words("reliability", "grade"),
        .numbers("statements"), .words("copyOf", "copy of"), .words("url", "address"),
      ] + further.map(\.column))
    for source in network.sources {
      let original = network.original(ofSource: source.id)
      let cells: [Cell] = [
        .text(source.id), .text(optional: source.title), .text(optional: source.publisher),
        .text(optional: source.published?.description), .text(optional: source.reliability?.rawValue),
        .count(counts[source.id] ?? 0), original == source.id ? .absent : .sources([original]),
        .text(optional: source.url),
      ]
      table.add(cells + further.map { $0.shortCell(of: source) })
    }
    return table
  }

  private func blocs(_ network: ActorNetwork) -> AnswerTable {
    var members: [String: [Actor]] = [:]
    var order = network.blocs.map(\.id)
    for actor in network.actors {
      for membership in actor.blocs where isMember(membership, network) {
        if members[membership.bloc] == nil, !order.contains(membership.bloc) { order.append(membership.bloc) }
        members[membership.bloc, default: []].append(actor)
      }
    }
    var table = AnswerTable(
      subject.rawValue,
      columns: [.words("bloc"), .words("name"), .numbers("size", "actors"), .words("members"), .words("note")])
    for bloc in order {
      let actors = members[bloc] ?? []
      table.add([
        .text(bloc), .text(network.name(ofBloc: bloc)), .count(actors.count), .actors(actors),
        .text(optional: network.blocs.first { $0.id == bloc }?.note),
      ])
    }
    return table
  }

  /// Whether a membership holds at the time looked at.
  private func isMember(_ membership: BlocMembership, _ network: ActorNetwork) -> Bool {
    guard !view.isOfAllTime else { return true }
    return Snapshot(of: network, view.query).days.map { membership.interval.overlaps($0) } ?? true
  }
}
