import GraphCore

/// The columns of edges, each made of one or more statements.
struct GroupStrengths {
  private let projection: Projection
  private let table: StatementTable
  private let rows: [Int32]
  private let shares: StatementShares

  init(_ projection: Projection, _ snapshot: Snapshot, _ table: StatementTable, _ rows: [Int32]) {
    self.projection = projection
    self.table = table
    self.rows = rows
    shares = StatementShares(projection, snapshot, table)
  }

  func columns(
    of groups: TieGroups, _ ties: [StatementTie], _ wanted: Set<EdgeColumn>
  ) throws(ProjectionError) -> EdgeColumns {
    var columns = EdgeColumns()
    let places = ties.map { Int(rows[Int($0.place)]) }
    if projection.weights != .none, wanted.contains(.strength) || wanted.contains(.length) {
      var strengths: [Double] = []
      strengths.reserveCapacity(groups.count)
      for group in 0..<groups.count { strengths.append(try combine(places[groups.range(group)])) }
      if wanted.contains(.strength) { columns.strengths = strengths }
      if wanted.contains(.length) {
        var lengths: [Double] = []
        lengths.reserveCapacity(groups.count)
        for group in 0..<groups.count { lengths.append(try length(of: places[groups.range(group)], strengths[group])) }
        columns.lengths = lengths
      }
    }
    if wanted.contains(.sign) {
      var signed: [Double] = []
      signed.reserveCapacity(groups.count)
      for group in 0..<groups.count { signed.append(try signedStrength(places[groups.range(group)])) }
      columns.signs = signed.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
      columns.signedStrengths = signed
    }
    return columns
  }

  /// What a row's number says as a strength.
  private func size(_ row: Int) -> Double {
    switch projection.weights {
    case .strength: table.strengths[row] * shares.share(row)
    case .length: shares.share(row) / table.strengths[row]
    case .none: 1
    }
  }

  private func signedSize(_ row: Int) -> Double { Double(table.signs[row]) * size(row) }

  private func length(of group: ArraySlice<Int>, _ strength: Double) throws(ProjectionError) -> Double {
    if projection.weights == .length {
      // A single relation's length stays exactly what was written.
      guard group.count == 1, let row = group.first else { return 1 / strength }
      return table.strengths[row] / shares.share(row)
    }
    switch projection.length {
    case .inverse: return 1 / strength
    case .negativeLog:
      guard strength > 1 else { return strength.negativeLogarithm }
      throw .unfitStrength(
        relation: group.map { table.relations[$0].id }.joined(separator: ", "), strength: strength,
        needed: "the length −ln(strength) needs a strength of at most 1; combine by noisy-or or max, "
          + "or take the inverse as length")
    }
  }

  /// The strength of one edge made of several statements; 0 for none.
  private func combine(_ group: ArraySlice<Int>) throws(ProjectionError) -> Double {
    switch projection.combination {
    case .sum, .keep: return sum(group)
    case .max:
      guard let first = group.first else { return 0 }
      return group.dropFirst().reduce(size(first)) { max($0, size($1)) }
    case .mean: return group.isEmpty ? 0 : sum(group) / Double(group.count)
    case .latest: return latest(group).map(size) ?? 0
    case .noisyOr:
      for row in group where size(row) > 1 {
        throw .unfitStrength(
          relation: table.relations[row].id, strength: size(row),
          needed: "noisy-or combines strengths of at most 1")
      }
      return 1 - group.reduce(1) { $0 * (1 - size($1)) }
    }
  }

  private func sum(_ group: ArraySlice<Int>) -> Double { group.reduce(0) { $0 + size($1) } }

  /// Sum of sign × strength, combined as the strengths are.
  private func signedStrength(_ group: ArraySlice<Int>) throws(ProjectionError) -> Double {
    switch projection.combination {
    case .sum, .keep: return group.reduce(0) { $0 + signedSize($1) }
    case .mean: return group.reduce(0) { $0 + signedSize($1) } / Double(group.count)
    case .latest: return latest(group).map(signedSize) ?? 0
    case .max, .noisyOr:
      return try combine(group.filter { table.signs[$0] > 0 }[...])
        - combine(group.filter { table.signs[$0] < 0 }[...])
    }
  }

  /// The statement that began last; of several the first in the canonical order, so that the file's order does not
  /// matter.
  private func latest(_ group: ArraySlice<Int>) -> Int? {
    group.max { table.beginnings[$0] < table.beginnings[$1] }
  }
}
