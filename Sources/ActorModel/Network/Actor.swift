/// A state, movement, organisation, person or anything else that acts or is acted on.
public struct Actor: Hashable, Sendable, Identifiable {
  /// Stable name within the network.
  public var id: String
  /// The name shown.
  public var name: String
  /// What sort of actor it is.
  public var kind: ActorKind?
  /// Other names it goes by.
  public var aliases: [Alias] = []
  /// Its codes in registers, in the file's order: `iso3` → `RUS`.
  public var codes: [Attribute] = []
  /// The blocs it belongs to.
  public var blocs: [BlocMembership] = []
  /// Actors it must never be merged with.
  public var notSameAs: [String] = []
  /// The actor it is a part of, and can be rolled up into.
  public var partOf: String?
  /// When it exists.
  public var existence = Interval()
  /// Anything else a reader should know.
  public var note: String?
  /// Further facts, as text.
  public var attributes: [Attribute] = []

  /// An actor with a name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// What sort of actor it is.
public enum ActorKind: String, CaseIterable, Hashable, Sendable {
  /// A state.
  case state
  /// A group of states or other actors.
  case bloc
  /// A political or armed movement.
  case movement
  /// A government or regime.
  case government
  /// An international or other organisation.
  case organisation
  /// A ministry, court, embassy.
  case institution
  /// A person.
  case person
  /// A group of people who do not act as one.
  case population
  /// A region.
  case area
  /// A resource, programme or other thing that actors want.
  case resource
}

/// Another name of an actor.
public struct Alias: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Its language, as a BCP 47 tag; `nil` when it was not given.
  public var language: String?

  /// A name, and its language where known.
  public init(_ name: String, language: String? = nil) {
    self.name = name
    self.language = language
  }
}

/// Belonging to a bloc, for a time.
public struct BlocMembership: Hashable, Sendable {
  /// The bloc's id.
  public var bloc: String
  /// When the actor belongs to it.
  public var interval: Interval

  /// Membership; for all time unless said.
  public init(_ bloc: String, interval: Interval = Interval()) {
    self.bloc = bloc
    self.interval = interval
  }
}

/// The name of a bloc whose members say that they belong to it.
public struct Bloc: Hashable, Sendable, Identifiable {
  /// What memberships call it.
  public var id: String
  /// The name shown.
  public var name: String
  /// Anything else a reader should know.
  public var note: String?

  /// A bloc with a name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A further fact: a key and one text or several.
public struct Attribute: Hashable, Sendable {
  /// What the fact is.
  public var key: String
  /// Its values; one unless it was written as a list.
  public var values: [String]
  /// Whether it was written as a list, which is how it is written back.
  public var isList: Bool

  /// A fact with one value.
  public init(_ key: String, _ value: String) {
    self.key = key
    values = [value]
    isList = false
  }

  /// A fact with a list of values.
  public init(_ key: String, list: [String]) {
    self.key = key
    values = list
    isList = true
  }

  /// The values as one text.
  public var text: String { values.joined(separator: ", ") }
}
