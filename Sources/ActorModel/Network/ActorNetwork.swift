/// A checked network of actors, relations, evidence and sources.
///
/// A value that cannot be at fault: ids are unique, every reference leads somewhere, numbers are in range. No
/// algorithm sees it; a ``Snapshot`` and a ``Projection`` make a graph of it.
public struct ActorNetwork: Hashable, Sendable {
  /// What the network says.
  public let content: NetworkContent

  private let index: NetworkIndex
  private let copies: SourceCopies

  /// A network of checked content.
  ///
  /// - Throws: All problems, when at least one of them is an error.
  public init(_ content: NetworkContent) throws(InvalidNetwork) {
    let checked = CheckedNetwork(content)
    guard let network = checked.network else { throw InvalidNetwork(problems: checked.problems) }
    self = network
  }

  /// A network of content whose relations take their ends from its list of actors, so that they need not be looked up
  /// once more: a reader knows its actors by position. Everything else is checked.
  ///
  /// - Throws: All problems, when at least one of them is an error.
  package init(withKnownEnds content: NetworkContent) throws(InvalidNetwork) {
    let checked = CheckedNetwork(content, endsAreKnown: true)
    guard let network = checked.network else { throw InvalidNetwork(problems: checked.problems) }
    self = network
  }

  /// A network of content in which nothing is at fault.
  fileprivate init(sound content: NetworkContent, index: NetworkIndex) {
    self.content = content
    self.index = index
    copies = SourceCopies(of: content.sources, index: index.sources)
  }

  /// The network with every relation both ways alike. It needs no check: ids and ends are as they were.
  package var undirected: ActorNetwork {
    var changed = content
    for i in changed.relations.indices where changed.relations[i].ends.isDirected {
      let ends = changed.relations[i].ends
      changed.relations[i].ends = .mutual(ends.first, ends.second)
    }
    return ActorNetwork(sound: changed, index: index)
  }

  /// Whether two networks say the same.
  public static func == (a: ActorNetwork, b: ActorNetwork) -> Bool { a.content == b.content }

  /// Hashes what the network says.
  public func hash(into hasher: inout Hasher) { hasher.combine(content) }

  /// The network's own id.
  public var id: String { content.id }
  /// The title shown; the id where there is none.
  public var title: String { content.title ?? content.id }
  /// What statements rest on, in the file's order.
  public var sources: [Source] { content.sources }
  /// Who acts, in the file's order.
  public var actors: [Actor] { content.actors }
  /// What they do to each other, in the file's order.
  public var relations: [Relation] { content.relations }
  /// Names of blocs, in the file's order.
  public var blocs: [Bloc] { content.blocs }

  /// The actor with an id.
  public func actor(_ id: String) -> Actor? { index.actors.position(of: id, in: actors).map { actors[$0] } }

  /// Where the actor with an id stands in the list.
  func position(ofActor id: String) -> Int? { index.actors.position(of: id, in: actors) }

  /// The source with an id.
  public func source(_ id: String) -> Source? { index.sources.position(of: id, in: sources).map { sources[$0] } }

  /// The relation with an id.
  public func relation(_ id: String) -> Relation? {
    index.relations.position(of: id, in: relations).map { relations[$0] }
  }

  /// The name shown for a bloc: as declared, else that of the actor with its id, else the id.
  package func name(ofBloc id: String) -> String {
    blocs.first { $0.id == id }?.name ?? actor(id)?.name ?? id
  }

  /// The actor somebody means by an id, a name or an alias.
  ///
  /// An id counts first, then names and aliases, capitals and small letters alike.
  ///
  /// - Throws: That there is none, with the nearest names, or that several actors go by it.
  public func actor(named word: String) throws(UnknownActor) -> Actor {
    if let actor = actor(word) { return actor }
    let folded = word.lowercased()
    let matches = actors.filter { actor in
      actor.id.lowercased() == folded || actor.name.lowercased() == folded
        || actor.aliases.contains { $0.name.lowercased() == folded }
    }
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 { throw .ambiguous(word, ids: matches.map(\.id)) }
    let names = actors.flatMap { [$0.id, $0.name] + $0.aliases.map(\.name) }
    throw .unknown(word, nearest: NearestNames(to: word, among: Set(names)).prefix(3))
  }

  /// The day that counts unless another is asked for: the last on which a tie begins, or ends while another dated tie
  /// goes on; where nothing dated goes on after the last end, the last day on which anything dated holds. `nil` when no
  /// relation is dated.
  ///
  /// A tie goes on when it has begun, has not ended, and both its actors exist.
  ///
  /// - Complexity: O(r) for r relations.
  package var lastDay: Day? {
    var lastBound: Day?
    var lastHeld: Day?
    for relation in relations {
      if let since = relation.validity.since?.firstDay {
        lastBound = max(lastBound ?? since, since)
        lastHeld = max(lastHeld ?? since, since)
      }
      if let until = relation.validity.until?.firstDay {
        lastBound = max(lastBound ?? until, until)
        let before = until.advanced(by: -1)
        lastHeld = max(lastHeld ?? before, before)
      }
    }
    guard let day = lastBound else { return nil }
    let goesOn = relations.contains { relation in
      relation.validity.since != nil && relation.validity.contains(day)
        && [relation.ends.first, relation.ends.second].allSatisfy { actor($0)?.existence.contains(day) ?? false }
    }
    return goesOn ? day : lastHeld
  }

  /// The first day on which a bound of any relation says that something holds: the first of those on which a tie begins,
  /// or the day before the end of one whose beginning is not dated. `nil` when no relation is dated.
  package var firstDay: Day? {
    var first: Day?
    for relation in relations {
      let held = relation.validity.since?.firstDay ?? relation.validity.until?.firstDay.advanced(by: -1)
      if let held { first = min(first ?? held, held) }
    }
    return first
  }

  /// The days to which relations are dated; `nil` when none is.
  package var datesCovered: DatesCovered? {
    guard let firstDay, let lastDay else { return nil }
    return DatesCovered(first: firstDay, last: lastDay)
  }

  /// The source that stands for a source and its copies (`same-as`): the first of them in the file.
  ///
  /// - Complexity: O(1).
  package func original(ofSource id: String) -> String { copies.original(of: id) }

  /// For each source the source that stands for it and its copies: the first of them in the file.
  package func originals() -> [String: String] {
    Dictionary(sources.map { ($0.id, original(ofSource: $0.id)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Content after one check: the problems, warnings too, and the network where none of them is an error.
///
/// A reader that places the problems in its file takes both from here, so that nothing is checked or indexed twice.
package struct CheckedNetwork: Sendable {
  /// The network; `nil` where something is at fault.
  package let network: ActorNetwork?
  /// All problems, in the order of the network.
  package let problems: [NetworkProblem]

  /// Checks content.
  ///
  /// - Parameter endsAreKnown: Whether the relations take their ends from the list of actors.
  package init(_ content: NetworkContent, endsAreKnown: Bool = false) {
    let (problems, index) = content.checked(endsAreKnown: endsAreKnown)
    let isSound = !problems.contains { $0.severity == .error }
    self.problems = problems
    network = isSound ? ActorNetwork(sound: content, index: index) : nil
  }
}

/// Why a word does not name one actor.
public enum UnknownActor: Error, Hashable, Sendable, CustomStringConvertible {
  /// No actor goes by it; some go by nearly the same.
  case unknown(String, nearest: [String])
  /// Several actors go by it.
  case ambiguous(String, ids: [String])

  /// What is wrong, and what to write instead.
  public var description: String {
    switch self {
    case .unknown(let word, let nearest) where nearest.isEmpty: "there is no actor '\(word)'"
    case .unknown(let word, let nearest):
      "there is no actor '\(word)'; did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
    case .ambiguous(let word, let ids):
      "'\(word)' may be any of the actors \(ids.joined(separator: ", ")); name it by its id"
    }
  }
}
