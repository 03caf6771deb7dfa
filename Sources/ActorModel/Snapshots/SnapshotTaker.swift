/// Takes snapshots of one network, many of them cheaply: what does not depend on the day is worked out once.
package struct SnapshotTaker: Sendable {
  /// The network.
  package let network: ActorNetwork
  /// What is asked for, apart from the time.
  package let query: SnapshotQuery

  private let table: StatementTable
  /// All actors; the days on which all of them exist share this list.
  private let everybody: SnapshotActors
  private let datesCovered: DatesCovered?
  private let filter: EvidenceFilter

  /// Prepares to take snapshots.
  ///
  /// - Complexity: O(r) for r relations.
  package init(of network: ActorNetwork, _ query: SnapshotQuery = SnapshotQuery()) {
    self.network = network
    self.query = query
    table = StatementTable(of: network.relations, in: network)
    everybody = SnapshotActors(network.actors, in: network)
    datesCovered = network.datesCovered
    filter = EvidenceFilter(network: network, query: query)
  }

  /// The network at a time, as known by a day; by that of the query when it is `nil`.
  ///
  /// - Parameter chosen: The positions of the relations that may count, in ascending order; all when `nil`.
  /// - Complexity: O(r) for r relations.
  package func snapshot(
    at time: SnapshotQuery.Time, knownBy: Day? = nil, among chosen: [Int]? = nil
  ) -> Snapshot {
    var query = query
    query.time = time
    query.knownBy = [knownBy, query.knownBy].compactMap(\.self).min()
    let days = days(of: time)
    var standing = everybody
    var holding = (chosen ?? Array(network.relations.indices)).map { Int32(truncatingIfNeeded: $0) }
    if let days {
      if !network.actors.allSatisfy({ $0.existence.overlaps(days) }) {
        standing = SnapshotActors(network.actors.filter { $0.existence.overlaps(days) }, in: network)
      }
      holding.removeAll { !table.spans[Int($0)].overlaps(days) }
    }
    return snapshot(
      query, days: days, standing: standing, holding: holding, takesUndatedAsHeld: days != nil && chosen == nil)
  }

  private func snapshot(
    _ query: SnapshotQuery, days: DayRange?, standing: SnapshotActors, holding: [Int32], takesUndatedAsHeld: Bool
  ) -> Snapshot {
    var rows = holding
    // Evidence is left out where only some of it counts; otherwise relations stay as the table has them.
    var trimmed: [Int32: Relation]?
    if filter.isActive || query.knownBy != nil {
      var kept: [Int32: Relation] = [:]
      for row in holding { kept[row] = filter.apply(network.relations[Int(row)], knownBy: query.knownBy) }
      rows.removeAll { kept[$0] == nil }
      trimmed = kept
    }
    let unsupported = holding.count - rows.count
    if query.windowMode == .last, let days, days.start.advanced(by: 1) < days.end { rows = lastHeld(rows, days) }
    let selection = StatementSelection(table: table, rows: rows)
    let statements =
      trimmed.map { kept in SnapshotStatements(rows.compactMap { kept[$0] }, rows: selection, in: network) }
      ?? SnapshotStatements(selection, in: network)
    return Snapshot(
      network: network, query: query, days: days, standing: standing, statements: statements,
      unsupportedCount: unsupported, datesCovered: datesCovered, takesUndatedAsHeld: takesUndatedAsHeld)
  }

  /// For each pair of actors and type, the relations that held on the last day on which any of them did.
  private func lastHeld(_ rows: [Int32], _ days: DayRange) -> [Int32] {
    var ends: [TypedPair: Int32] = [:]
    for row in rows {
      let pair = TypedPair(Int(row), in: table)
      ends[pair] = max(ends[pair] ?? .min, min(table.spans[Int(row)].end, days.end.number))
    }
    return rows.filter { row in
      ends[TypedPair(Int(row), in: table)] == min(table.spans[Int(row)].end, days.end.number)
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
    let first: Int32
    let second: Int32
    let type: Int32

    init(_ row: Int, in table: StatementTable) {
      first = min(table.firsts[row], table.seconds[row])
      second = max(table.firsts[row], table.seconds[row])
      type = table.types[row]
    }
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
