/// Takes snapshots of one network, many of them cheaply: what does not depend on the day is worked out once.
public struct SnapshotTaker: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// What is asked for, apart from the time.
  public let query: SnapshotQuery

  /// When each relation holds and both its actors exist.
  private let spans: [DaySpan]
  private let datesCovered: DatesCovered?
  private let filter: EvidenceFilter

  /// Prepares to take snapshots.
  ///
  /// - Complexity: O(r) for r relations.
  public init(of network: ActorNetwork, _ query: SnapshotQuery = SnapshotQuery()) {
    self.network = network
    self.query = query
    let isOpen = network.actors.allSatisfy { $0.existence == Interval() }
    spans = network.relations.map { isOpen ? DaySpan($0.validity) : DaySpan(of: $0, in: network) }
    datesCovered = network.datesCovered
    filter = EvidenceFilter(network: network, query: query)
  }

  /// The network at a time, as known by a day; by that of the query when it is `nil`.
  ///
  /// - Parameter chosen: The positions of the relations that may count, in ascending order; all when `nil`.
  /// - Complexity: O(r) for r relations.
  public func snapshot(
    at time: SnapshotQuery.Time, knownBy: Day? = nil, among chosen: [Int]? = nil
  ) -> Snapshot {
    var query = query
    query.time = time
    query.knownBy = [knownBy, query.knownBy].compactMap(\.self).min()
    let days = days(of: time)
    var actors = network.actors
    var holding = chosen ?? Array(network.relations.indices)
    if let days {
      actors.removeAll { !$0.existence.overlaps(days) }
      holding.removeAll { !spans[$0].overlaps(days) }
    }
    return snapshot(
      query, days: days, actors: actors, holding: holding, takesUndatedAsHeld: days != nil && chosen == nil)
  }

  private func snapshot(
    _ query: SnapshotQuery, days: DayRange?, actors: [Actor], holding: [Int], takesUndatedAsHeld: Bool
  ) -> Snapshot {
    var positions = holding
    var relations: [Relation] = []
    relations.reserveCapacity(holding.count)
    if filter.isActive || query.knownBy != nil {
      positions = []
      for position in holding {
        guard let kept = filter.apply(network.relations[position], knownBy: query.knownBy) else { continue }
        relations.append(kept)
        positions.append(position)
      }
    } else {
      for position in holding { relations.append(network.relations[position]) }
    }
    let unsupported = holding.count - relations.count
    if query.windowMode == .last, let days, days.start.advanced(by: 1) < days.end {
      relations = lastHeld(relations, positions, days)
    }
    return Snapshot(
      network: network, query: query, days: days, actors: actors, relations: relations, unsupportedCount: unsupported,
      datesCovered: datesCovered, takesUndatedAsHeld: takesUndatedAsHeld)
  }

  /// For each pair of actors and type, the relations that held on the last day on which any of them did.
  private func lastHeld(_ relations: [Relation], _ positions: [Int], _ days: DayRange) -> [Relation] {
    var ends: [TypedPair: Int32] = [:]
    for (relation, position) in zip(relations, positions) {
      ends[TypedPair(relation), default: .min] = max(
        ends[TypedPair(relation)] ?? .min, min(spans[position].end, days.end.number))
    }
    return zip(relations, positions).compactMap { relation, position in
      ends[TypedPair(relation)] == min(spans[position].end, days.end.number) ? relation : nil
    }
  }

  private func days(of time: SnapshotQuery.Time) -> DayRange? {
    switch time {
    case .last: datesCovered.flatMap { DayRange(start: $0.last, end: $0.last.advanced(by: 1)) }
    case .day(let day): DayRange(start: day, end: day.advanced(by: 1))
    case .window(let range): range
    }
  }

  private struct TypedPair: Hashable {
    let first: String
    let second: String
    let type: String

    init(_ relation: Relation) {
      first = min(relation.ends.first, relation.ends.second)
      second = max(relation.ends.first, relation.ends.second)
      type = relation.type
    }
  }
}

/// The days on which something holds, open ends as the least and greatest numbers.
struct DaySpan: Hashable, Sendable {
  /// The number of the first day.
  private(set) var start: Int32
  /// The number of the first day after that on which it no longer holds.
  private(set) var end: Int32

  init(_ interval: Interval) {
    start = interval.since?.firstDay.number ?? .min
    end = interval.until?.firstDay.number ?? .max
  }

  /// When a relation holds and both its actors exist.
  init(of relation: Relation, in network: ActorNetwork) {
    self.init(relation.validity)
    for end in [relation.ends.first, relation.ends.second] {
      if let existence = network.actor(end)?.existence { narrow(to: DaySpan(existence)) }
    }
  }

  private mutating func narrow(to other: DaySpan) {
    start = max(start, other.start)
    end = min(end, other.end)
  }

  func overlaps(_ days: DayRange) -> Bool {
    start < end && start < days.end.number && end > days.start.number
  }
}

/// Keeps the evidence that counts, and the relations that still rest on some.
private struct EvidenceFilter {
  /// Whether sources are chosen.
  let isActive: Bool
  private let published: [String: Day]
  private let originals: [String: String]
  private let wanted: Set<String>
  private let unwanted: Set<String>

  init(network: ActorNetwork, query: SnapshotQuery) {
    isActive = !query.sources.isEmpty || !query.withoutSources.isEmpty
    let originals = network.originals()
    self.originals = originals
    published = Dictionary(
      network.sources.compactMap { source in source.published.map { (source.id, $0.firstDay) } },
      uniquingKeysWith: { first, _ in first })
    wanted = Set(query.sources.map { originals[$0] ?? $0 })
    unwanted = Set(query.withoutSources.map { originals[$0] ?? $0 })
  }

  func apply(_ relation: Relation, knownBy: Day?) -> Relation? {
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
