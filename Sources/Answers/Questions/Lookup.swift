import ActorModel
import GraphCore

/// All that a network states about an actor, a tie, a relation or a source, with claims, dates, grades and addresses.
public struct Lookup: Question {
  /// What is looked up: an actor by id, name or alias, a tie as `RUS:EU`, a relation or a source by id.
  public var subject: String
  /// Which statements are shown; by default all, of any day and every status.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "show", title: "Lookup", meaning: "Shows all that is stated about an actor, a tie, a relation or a source.")

  /// Its options.
  public static var parameters: [Parameter<Lookup>] { [.text("subject", \.subject, "What is looked up.")] }

  /// A lookup of something.
  public init(_ subject: String, view: StudyView = .everything) {
    self.subject = subject
    self.view = view
  }

  /// Looks it up in the first network of a study.
  ///
  /// - Throws: That there is nothing of that name, with the nearest; that there is no such source or type.
  /// - Complexity: O(size of the network).
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    let network = study.inputs[0].network
    try view.check(in: [network])
    let found = try LookupSubject(subject, in: network)
    let relations = view.relations(of: network).filter { found.concerns($0, in: network) }
    let statements = StatementTables(network: network, relations: relations, fields: study.fields)
    let time = view.isOfAllTime ? "" : ", \(Snapshot(of: network, view.query).timeDescription)"
    var body = AnswerSection([
      found.heading(in: network, fields: study.fields), .field(found.record(in: network, fields: study.fields)),
      statements.records,
    ])
    body.blocks += statements.tables(titled: Phrase("What is stated about \(found.name)\(time)"))
    return Answer(manifest: Manifest(Self.summary.id, of: study, []), body: body, sheet: statements.sheet)
  }
}

/// What a lookup is about.
enum LookupSubject {
  case actor(Actor)
  case tie(Actor, Actor)
  case relation(Relation)
  case source(Source)

  /// What somebody means: an id first, of an actor, a relation or a source; then a name or alias; then a tie.
  init(_ word: String, in network: ActorNetwork) throws(QuestionError) {
    if let actor = network.actor(word) {
      self = .actor(actor)
    } else if let relation = network.relation(word) {
      self = .relation(relation)
    } else if let source = network.source(word) {
      self = .source(source)
    } else {
      do throws(UnknownActor) {
        self = .actor(try network.actor(named: word))
      } catch .ambiguous(let word, let ids) {
        throw .unfit("\(UnknownActor.ambiguous(word, ids: ids).description)")
      } catch {
        self = try Self.tie(word, in: network)
      }
    }
  }

  /// A tie as `RUS:EU`; an id may hold a colon itself, so that every one is tried.
  private static func tie(_ word: String, in network: ActorNetwork) throws(QuestionError) -> LookupSubject {
    var unknown: UnknownActor?
    for colon in word.indices where word[colon] == ":" {
      do throws(UnknownActor) {
        let first = try network.actor(named: String(word[..<colon]))
        return .tie(first, try network.actor(named: String(word[word.index(after: colon)...])))
      } catch {
        unknown = error
      }
    }
    if let unknown { throw .unfit("\(unknown.description)") }
    let names =
      network.actors.flatMap { [$0.id, $0.name] + $0.aliases.map(\.name) } + network.relations.map(\.id)
      + network.sources.map(\.id)
    let near = NearestNames(to: word, among: Set(names)).prefix(3).map { "'\($0)'" }
    throw .unfit(
      Phrase(
        "there is no actor, relation or source '\(word)'"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?")))
  }

  /// What it is called.
  var name: String {
    switch self {
    case .actor(let actor): actor.name
    case .tie(let first, let second): "\(first.name) and \(second.name)"
    case .relation(let relation): relation.id
    case .source(let source): source.id
    }
  }

  /// Whether a relation is about it: a source also speaks through its copies.
  func concerns(_ relation: Relation, in network: ActorNetwork) -> Bool {
    switch self {
    case .actor(let actor): relation.ends.first == actor.id || relation.ends.second == actor.id
    case .tie(let first, let second):
      Set([relation.ends.first, relation.ends.second]) == Set([first.id, second.id])
    case .relation(let other): relation.id == other.id
    case .source(let source):
      relation.evidence.contains { network.original(ofSource: $0.source) == network.original(ofSource: source.id) }
    }
  }
}
