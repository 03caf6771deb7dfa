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
  public var actors: [Actor] { standing.actors }
  /// The relations that hold, with the evidence that counts, in the network's order.
  ///
  /// - Complexity: O(r) for r relations the first time, O(1) then.
  public var relations: [Relation] { statements.relations }
  /// How many relations held but were left out, because of the sources or the day of knowledge asked for.
  package let unsupportedCount: Int
  /// The days to which relations of the network are dated; `nil` when none is.
  package let datesCovered: DatesCovered?
  /// Whether relations are in it because nothing says when they began. Not so where no day is looked at, and in a frame
  /// that relations name themselves.
  package let takesUndatedAsHeld: Bool

  /// The actors, and their numbers.
  let standing: SnapshotActors
  /// The relations, and the rows of a table that stand for them.
  let statements: SnapshotStatements

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
    network: ActorNetwork, query: SnapshotQuery, days: DayRange?, standing: SnapshotActors,
    statements: SnapshotStatements, unsupportedCount: Int, datesCovered: DatesCovered?, takesUndatedAsHeld: Bool
  ) {
    self.network = network
    self.query = query
    self.days = days
    self.standing = standing
    self.statements = statements
    self.unsupportedCount = unsupportedCount
    self.datesCovered = datesCovered
    self.takesUndatedAsHeld = takesUndatedAsHeld
  }

  /// The day looked at; `nil` for a window or a network without dates.
  package var day: Day? {
    days.flatMap { $0.start.advanced(by: 1) == $0.end ? $0.start : nil }
  }

  /// On which side of the network's dates all days looked at lie; `nil` when one lies within them, and when nothing is
  /// dated.
  package var sideOfDates: DatesCovered.Side? {
    guard let days else { return nil }
    return datesCovered?.side(of: days)
  }

  /// The share of the days looked at that a relation's strength counts for: 1, but for the mean over a window.
  package func share(of relation: Relation) -> Double {
    guard query.windowMode == .mean, day == nil, let days else { return 1 }
    return DaySpan(of: relation, in: network).share(of: days)
  }

  /// The last day looked at, from which the age of a relation is counted; `nil` when no relation is dated.
  package var referenceDay: Day? { days.map { $0.end.advanced(by: -1) } }

  /// How many days a relation is old: from its beginning to the last day looked at; `nil` when either is not dated.
  package func age(of relation: Relation) -> Int? {
    relation.validity.since.flatMap { age(since: $0.firstDay) }
  }

  /// How many days have passed since a day up to the last day looked at; `nil` when no relation is dated.
  func age(since day: Day) -> Int? { referenceDay.map { max(0, Int($0.number) - Int(day.number)) } }

  /// The time looked at in words: `as of 2025-07-08`.
  package var timeDescription: String {
    guard let days else { return "undated" }
    return day.map { "as of \($0)" } ?? "from \(days.start) until \(days.end)"
  }
}

extension Snapshot {
  /// The same snapshot without some relations.
  package func removing(relations ids: Set<String>) -> Snapshot {
    let relations = relations
    return selecting(relations.indices.filter { !ids.contains(relations[$0].id) })
  }

  /// The same snapshot with only the relations at some positions. Neither it nor a projection of it copies a relation
  /// before one is asked for, so that thousands of selections of one snapshot are cheap.
  ///
  /// - Precondition: Every position is one of ``relations``; none is given twice.
  package func selecting(_ positions: [Int]) -> Snapshot {
    holding(standing, statements.part(positions.map { Int32(truncatingIfNeeded: $0) }))
  }

  /// The same snapshot with other relations; their actors must be in it.
  package func replacing(relations: [Relation]) -> Snapshot {
    holding(standing, SnapshotStatements(relations, in: network))
  }

  /// The same snapshot of some of its actors and relations.
  package func restricted(to actors: [Actor], relations: [Relation]) -> Snapshot {
    holding(SnapshotActors(actors, in: network), SnapshotStatements(relations, in: network))
  }

  /// The same snapshot with only the rows of a table.
  func replacing(_ selection: StatementSelection) -> Snapshot {
    holding(standing, SnapshotStatements(selection, in: network))
  }

  /// The same time and query with the actors and statements of another snapshot of the network.
  func sharing(_ other: Snapshot) -> Snapshot { holding(other.standing, other.statements) }

  /// Whether another snapshot has the same actors and relations.
  func isSame(as other: Snapshot) -> Bool {
    standing.isSame(as: other.standing) && statements.isSame(as: other.statements)
  }

  private func holding(_ standing: SnapshotActors, _ statements: SnapshotStatements) -> Snapshot {
    Snapshot(
      network: network, query: query, days: days, standing: standing, statements: statements,
      unsupportedCount: unsupportedCount, datesCovered: datesCovered, takesUndatedAsHeld: takesUndatedAsHeld)
  }
}
