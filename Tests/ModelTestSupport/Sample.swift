import ActorModel

/// Short ways to say a network in a test.
public enum Sample {
  /// A date that is known to be one.
  public static func date(_ text: String) -> CalendarDate {
    do { return try CalendarDate(text) } catch { preconditionFailure("\(error)") }
  }

  /// The first day of a date.
  public static func day(_ text: String) -> Day { date(text).firstDay }

  /// A half-open interval; empty text for an open end.
  public static func interval(_ since: String, _ until: String = "") -> Interval {
    Interval(since: since.isEmpty ? nil : date(since), until: until.isEmpty ? nil : date(until))
  }

  /// The window from one date to another.
  public static func window(_ from: String, _ to: String) -> DayRange {
    guard let range = DayRange(start: day(from), end: day(to)) else { preconditionFailure("an empty window") }
    return range
  }

  /// An actor whose name is its id, changed as asked for.
  public static func actor(_ id: String, _ change: (inout Actor) -> Void = { _ in }) -> Actor {
    var actor = Actor(id: id, name: id)
    change(&actor)
    return actor
  }

  /// A directed relation of type `t`, or a mutual one where the ends are written `A-B`.
  public static func relation(_ id: String, _ ends: String, _ change: (inout Relation) -> Void = { _ in }) -> Relation {
    let isMutual = ends.contains("-")
    let names = ends.split(separator: isMutual ? "-" : ">").map(String.init)
    precondition(names.count == 2, "two ends: A>B or A-B")
    var relation = Relation(
      id: id, ends: isMutual ? .mutual(names[0], names[1]) : .directed(from: names[0], to: names[1]), type: "t")
    change(&relation)
    return relation
  }

  /// A source, changed as asked for.
  public static func source(_ id: String, _ change: (inout Source) -> Void = { _ in }) -> Source {
    var source = Source(id: id)
    change(&source)
    return source
  }

  /// Supporting evidence from each source.
  public static func evidence(_ sources: String...) -> [Evidence] { sources.map(Evidence.init(source:)) }

  /// Contents with an actor for every end.
  public static func content(_ relations: [Relation], actors: [Actor]? = nil, sources: [Source] = []) -> NetworkContent
  {
    var content = NetworkContent(id: "test")
    content.sources = sources
    content.relations = relations
    content.actors = actors ?? Set(relations.flatMap { [$0.ends.first, $0.ends.second] }).sorted().map { actor($0) }
    return content
  }

  /// A network with an actor for every end.
  public static func network(
    _ relations: [Relation], actors: [Actor]? = nil, sources: [Source] = []
  ) throws -> ActorNetwork {
    try ActorNetwork(content(relations, actors: actors, sources: sources))
  }
}
