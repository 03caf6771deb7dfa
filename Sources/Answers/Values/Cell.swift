import ActorAnalysis
import ActorModel

/// A value in an answer. What means an actor, a relation or a source carries its id, so that every face can lead from it
/// to the evidence.
public enum Cell: Sendable, Hashable {
  /// There is no such value here; nothing is written.
  case absent
  /// Words.
  case text(String)
  /// Words with numbers and names in them.
  case phrase(Phrase)
  /// A whole number.
  case count(Int)
  /// A number in a form; `nil` where there is none.
  case number(Double?, NumberForm)
  /// Yes or no.
  case flag(Bool)
  /// An actor; `nil` for none.
  case actor(ActorReference?)
  /// An actor that is shown by its id.
  case actorID(String)
  /// Several actors.
  case actors([ActorReference])
  /// A relation by its id.
  case relation(String)
  /// A source by its id.
  case source(String)
  /// Relations by their ids.
  case relations([String])
  /// Sources by their ids.
  case sources([String])
  /// A tie with the relations behind it.
  indirect case tie(TieReference)
  /// Values under names.
  case record([Field])
  /// Several values.
  case list([Cell])
  /// What the reader can do, worded by each face of the program in its own way.
  case remedy(Remedy)

  /// A number written as a score.
  package static func number(_ value: Double?) -> Cell { .number(value, .score) }

  /// A number written as a score, or nothing.
  static func number(optional value: Double?) -> Cell { value.map { .number($0, .score) } ?? .absent }

  /// A whole number, or nothing.
  static func count(optional value: Int?) -> Cell { value.map { .count($0) } ?? .absent }

  /// Words, or nothing.
  package static func text(optional text: String?) -> Cell { text.map { .text($0) } ?? .absent }

  /// An actor.
  package static func actor(_ actor: Actor) -> Cell { .actor(ActorReference(actor)) }

  /// Several actors.
  package static func actors(_ actors: [Actor]) -> Cell { .actors(actors.map(ActorReference.init)) }
}

/// A tie of two actors by ids, with the relations behind it.
public struct TieReference: Sendable, Hashable {
  /// Where it starts.
  public let from: ActorReference
  /// Where it leads.
  public let to: ActorReference
  /// The ids of the relations behind it.
  public let relations: [String]
  /// Whether it runs one way.
  public let isDirected: Bool

  /// A reference to a tie.
  package init(_ tie: RouteStep, isDirected: Bool) {
    from = ActorReference(tie.from)
    to = ActorReference(tie.to)
    relations = tie.relations.map(\.id)
    self.isDirected = isDirected
  }
}

/// A value under the name that programs know it by.
public struct Field: Sendable, Hashable {
  /// What JSON calls it.
  public let key: String
  /// The value.
  public let cell: Cell

  /// A value under a name.
  package init(_ key: String, _ cell: Cell) {
    self.key = key
    self.cell = cell
  }
}
