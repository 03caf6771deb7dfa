/// A network as of a day or a window: the actors that exist and the statements that hold, with the evidence that
/// counts.
public struct Snapshot: Sendable {
  /// The network it was taken of.
  public let network: ActorNetwork
  /// What was asked for.
  public let query: SnapshotQuery
  /// The days looked at; `nil` when no relation of the network is dated.
  public let days: DayRange?
  /// The actors that exist, in the network's order.
  public let actors: [Actor]
  /// The relations that hold, with the evidence that counts, in the network's order.
  public let relations: [Relation]
  /// How many relations held but were left out, because of the sources or the day of knowledge asked for.
  public let unsupportedCount: Int
  /// The days to which relations of the network are dated; `nil` when none is.
  public let datesCovered: DatesCovered?
  /// Whether relations are in it because nothing says when they began. Not so where no day is looked at, and in a frame
  /// that relations name themselves.
  public let takesUndatedAsHeld: Bool

  /// Takes a snapshot.
  ///
  /// A relation holds when its validity covers a day looked at on which both its actors exist. Under a day of
  /// knowledge or a choice of sources it also needs supporting evidence that passes; a source of unknown date was not
  /// known by any day. Copies of one report (`same-as`) stand and fall together. What several days of a window say is
  /// put together as the query's ``SnapshotQuery/windowMode`` says.
  public init(of network: ActorNetwork, _ query: SnapshotQuery = SnapshotQuery()) {
    self = SnapshotTaker(of: network, query).snapshot(at: query.time)
  }

  init(
    network: ActorNetwork, query: SnapshotQuery, days: DayRange?, actors: [Actor], relations: [Relation],
    unsupportedCount: Int, datesCovered: DatesCovered?, takesUndatedAsHeld: Bool
  ) {
    self.network = network
    self.query = query
    self.days = days
    self.actors = actors
    self.relations = relations
    self.unsupportedCount = unsupportedCount
    self.datesCovered = datesCovered
    self.takesUndatedAsHeld = takesUndatedAsHeld
  }

  /// The day looked at; `nil` for a window or a network without dates.
  public var day: Day? {
    days.flatMap { $0.start.advanced(by: 1) == $0.end ? $0.start : nil }
  }

  /// On which side of the network's dates all days looked at lie; `nil` when one lies within them, and when nothing is
  /// dated.
  public var sideOfDates: DatesCovered.Side? {
    guard let days else { return nil }
    return datesCovered?.side(of: days)
  }

  /// The share of the days looked at that a relation's strength counts for: 1, but for the mean over a window.
  public func share(of relation: Relation) -> Double {
    guard query.windowMode == .mean, day == nil, let days else { return 1 }
    let span = DaySpan(of: relation, in: network)
    let held = Int(min(span.end, days.end.number)) - Int(max(span.start, days.start.number))
    return Double(max(held, 0)) / Double(days.end.number - days.start.number)
  }

  /// The last day looked at, from which the age of a relation is counted; `nil` when no relation is dated.
  public var referenceDay: Day? { days.map { $0.end.advanced(by: -1) } }

  /// How many days a relation is old: from its beginning to the last day looked at; `nil` when either is not dated.
  public func age(of relation: Relation) -> Int? {
    guard let referenceDay, let since = relation.validity.since?.firstDay else { return nil }
    return max(0, Int(referenceDay.number) - Int(since.number))
  }

  /// The time looked at in words: `as of 2025-07-08`.
  public var timeDescription: String {
    guard let days else { return "undated" }
    return day.map { "as of \($0)" } ?? "from \(days.start) until \(days.end)"
  }
}

extension Snapshot {
  /// The same snapshot without some relations.
  public func removing(relations ids: Set<String>) -> Snapshot {
    Snapshot(copying: self, relations: relations.filter { !ids.contains($0.id) })
  }

  /// The same snapshot with other relations; their actors must be in it.
  public func replacing(relations: [Relation]) -> Snapshot {
    Snapshot(copying: self, relations: relations)
  }

  /// The same snapshot of some of its actors and relations.
  public func restricted(to actors: [Actor], relations: [Relation]) -> Snapshot {
    Snapshot(
      network: network, query: query, days: days, actors: actors, relations: relations,
      unsupportedCount: unsupportedCount, datesCovered: datesCovered, takesUndatedAsHeld: takesUndatedAsHeld)
  }

  private init(copying other: Snapshot, relations: [Relation]) {
    self = other.restricted(to: other.actors, relations: relations)
  }
}
