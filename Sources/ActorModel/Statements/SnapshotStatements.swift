import Synchronization

/// The statements of a snapshot, as records and as rows of a table. Each is made of the other when it is first asked for:
/// a state that is only projected never copies a record, and one that is only read never makes a table.
final class SnapshotStatements: Sendable {
  private enum Origin {
    case relations([Relation])
    case rows(StatementSelection)
    case both([Relation], StatementSelection)
    case part(of: SnapshotStatements, [Int32])
  }

  private struct Made {
    var relations: [Relation]?
    var selection: StatementSelection?
  }

  private let origin: Origin
  private let network: ActorNetwork
  private let made = Mutex(Made())

  private init(_ origin: Origin, _ network: ActorNetwork) {
    self.origin = origin
    self.network = network
  }

  /// Statements that are listed.
  convenience init(_ relations: [Relation], in network: ActorNetwork) { self.init(.relations(relations), network) }

  /// Rows of a table.
  convenience init(_ selection: StatementSelection, in network: ActorNetwork) { self.init(.rows(selection), network) }

  /// Statements that are listed, and the rows that say the same but for evidence.
  convenience init(_ relations: [Relation], rows: StatementSelection, in network: ActorNetwork) {
    self.init(.both(relations, rows), network)
  }

  /// Those at some positions.
  func part(_ positions: [Int32]) -> SnapshotStatements { SnapshotStatements(.part(of: self, positions), network) }

  /// How many there are.
  var count: Int {
    switch origin {
    case .relations(let listed), .both(let listed, _): listed.count
    case .rows(let selection): selection.rows.count
    case .part(_, let positions): positions.count
    }
  }

  /// The records.
  var relations: [Relation] {
    switch origin {
    case .relations(let listed), .both(let listed, _): return listed
    case .rows, .part:
      if let known = made.withLock({ $0.relations }) { return known }
      let found = listed()
      made.withLock { $0.relations = found }
      return found
    }
  }

  /// The rows.
  var selection: StatementSelection {
    switch origin {
    case .rows(let selection), .both(_, let selection): return selection
    case .relations, .part:
      if let known = made.withLock({ $0.selection }) { return known }
      let found = selected()
      made.withLock { $0.selection = found }
      return found
    }
  }

  private func listed() -> [Relation] {
    switch origin {
    case .relations(let listed), .both(let listed, _): listed
    case .rows(let selection): selection.rows.map { selection.table.relation(Int($0), in: network) }
    case .part(let whole, let positions):
      positions.map { [relations = whole.relations] in relations[Int($0)] }
    }
  }

  private func selected() -> StatementSelection {
    switch origin {
    case .rows(let selection), .both(_, let selection): return selection
    case .relations(let listed):
      return StatementSelection(
        table: StatementTable(of: listed, in: network), rows: listed.indices.map { Int32(truncatingIfNeeded: $0) })
    case .part(let whole, let positions):
      let selection = whole.selection
      return StatementSelection(table: selection.table, rows: positions.map { selection.rows[Int($0)] })
    }
  }

  /// Whether others say the same.
  func isSame(as other: SnapshotStatements) -> Bool {
    if self === other { return true }
    if case .rows(let mine) = origin, case .rows(let theirs) = other.origin, mine.table === theirs.table {
      return mine.rows == theirs.rows
    }
    return relations == other.relations
  }
}
