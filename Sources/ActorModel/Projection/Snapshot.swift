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

  /// Takes a snapshot.
  ///
  /// A relation holds when its validity covers a day looked at and both its actors exist then. Under a day of
  /// knowledge or a choice of sources it also needs supporting evidence that passes; a source of unknown date was not
  /// known by any day. Copies of one report (`same-as`) stand and fall together.
  public init(of network: ActorNetwork, _ query: SnapshotQuery = SnapshotQuery()) {
    self.network = network
    self.query = query
    let days = Self.days(of: query.time, network)
    self.days = days
    let actors = network.actors.filter { actor in days.map { actor.existence.overlaps($0) } ?? true }
    self.actors = actors
    let present = Set(actors.map(\.id))
    let holding = network.relations.filter { relation in
      present.contains(relation.ends.first) && present.contains(relation.ends.second)
        && (days.map { relation.validity.overlaps($0) } ?? true)
    }
    let filter = EvidenceFilter(network: network, query: query)
    relations = filter.isActive ? holding.compactMap(filter.apply) : holding
    unsupportedCount = holding.count - relations.count
  }

  private static func days(of time: SnapshotQuery.Time, _ network: ActorNetwork) -> DayRange? {
    switch time {
    case .last: network.lastDay.flatMap { DayRange(start: $0, end: $0.advanced(by: 1)) }
    case .day(let day): DayRange(start: day, end: day.advanced(by: 1))
    case .window(let range): range
    }
  }

  /// The day looked at; `nil` for a window or a network without dates.
  public var day: Day? {
    days.flatMap { $0.start.advanced(by: 1) == $0.end ? $0.start : nil }
  }

  /// The time looked at in words: `as of 2025-07-08`.
  public var timeDescription: String {
    guard let days else { return "undated" }
    return day.map { "as of \($0)" } ?? "from \(days.start) until \(days.end)"
  }
}

/// Keeps the evidence that counts, and the relations that still rest on some.
private struct EvidenceFilter {
  let isActive: Bool
  private let published: [String: Day]
  private let originals: [String: String]
  private let knownBy: Day?
  private let wanted: Set<String>
  private let unwanted: Set<String>

  init(network: ActorNetwork, query: SnapshotQuery) {
    isActive = query.knownBy != nil || !query.sources.isEmpty || !query.withoutSources.isEmpty
    let originals = network.originals()
    self.originals = originals
    published = Dictionary(
      network.sources.compactMap { source in source.published.map { (source.id, $0.firstDay) } },
      uniquingKeysWith: { first, _ in first })
    knownBy = query.knownBy
    wanted = Set(query.sources.map { originals[$0] ?? $0 })
    unwanted = Set(query.withoutSources.map { originals[$0] ?? $0 })
  }

  func apply(_ relation: Relation) -> Relation? {
    var kept = relation
    if let knownBy {
      kept.evidence.removeAll { item in published[item.source].map { $0 > knownBy } ?? true }
    }
    let support = Set(kept.evidence.filter { $0.stance == .supports }.map { originals[$0.source] ?? $0.source })
    guard !support.isEmpty else { return nil }
    if !wanted.isEmpty && support.isDisjoint(with: wanted) { return nil }
    if !unwanted.isEmpty && support.isSubset(of: unwanted) { return nil }
    return kept
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

  private init(copying other: Snapshot, relations: [Relation]) {
    network = other.network
    query = other.query
    days = other.days
    actors = other.actors
    self.relations = relations
    unsupportedCount = other.unsupportedCount
  }
}
