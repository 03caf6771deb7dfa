/// A snapshot of another world: some of the relations of a snapshot, of which some are stronger or weaker, friendlier or
/// more hostile, or tie other actors.
///
/// It copies numbers and no records, so that hundreds of worlds can be drawn. A change concerns a relation by its position
/// in the relations of the snapshot that is varied.
///
/// ```swift
/// var world = SnapshotVariation(of: snapshot)
/// world.scaleStrength(at: 3, by: 0.5)
/// let other = world.snapshot(of: [0, 3, 4])
/// ```
package struct SnapshotVariation: Sendable {
  private let base: Snapshot
  private let selection: StatementSelection
  private var firsts: [Int32]
  private var seconds: [Int32]
  private var signs: [Int8]
  private var strengths: [Double]
  private var spans: [DaySpan]

  /// The snapshot as it is.
  ///
  /// - Complexity: O(1) where the snapshot was projected or varied before.
  package init(of snapshot: Snapshot) {
    base = snapshot
    selection = snapshot.statements.selection
    firsts = selection.table.firsts
    seconds = selection.table.seconds
    signs = selection.table.signs
    strengths = selection.table.strengths
    spans = selection.table.spans
  }

  /// Multiplies a relation's strength.
  package mutating func scaleStrength(at position: Int, by factor: Double) { strengths[row(position)] *= factor }

  /// Gives a relation another sign.
  package mutating func setSign(at position: Int, to sign: Sign) { signs[row(position)] = Int8(sign.factor) }

  /// Ties two other actors by a relation.
  ///
  /// - Precondition: The network has both.
  package mutating func move(at position: Int, from first: String, to second: String) {
    guard let a = base.network.position(ofActor: first), let b = base.network.position(ofActor: second) else {
      preconditionFailure("\(first) or \(second) is not in the network")
    }
    let row = row(position)
    firsts[row] = Int32(truncatingIfNeeded: a)
    seconds[row] = Int32(truncatingIfNeeded: b)
    spans[row] = DaySpan(selection.table.relations[row].validity)
    for actor in [a, b] { spans[row].narrow(to: DaySpan(base.network.actors[actor].existence)) }
  }

  /// The relations at some positions, as they are now.
  package func snapshot(of positions: [Int]) -> Snapshot {
    let table = StatementTable(
      varying: selection.table, firsts: firsts, seconds: seconds, signs: signs, strengths: strengths, spans: spans)
    return base.replacing(StatementSelection(table: table, rows: positions.map { selection.rows[$0] }))
  }

  private func row(_ position: Int) -> Int { Int(selection.rows[position]) }
}
