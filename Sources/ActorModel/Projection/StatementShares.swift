/// What is left of each statement's weight: all of it, but for means over a window and for decay.
struct StatementShares {
  private let table: StatementTable
  private let snapshot: Snapshot
  /// The window whose mean is taken.
  private let window: DayRange?
  /// By type the half-life; nothing where no relation loses weight.
  private let halfLives: [HalfLife?]

  init(_ projection: Projection, _ snapshot: Snapshot, _ table: StatementTable) {
    self.table = table
    self.snapshot = snapshot
    window = snapshot.query.windowMode == .mean && snapshot.day == nil ? snapshot.days : nil
    halfLives = projection.halfLives.isEmpty ? [] : table.typeNames.map(projection.halfLife)
  }

  func share(_ row: Int) -> Double {
    let held = window.map { table.spans[row].share(of: $0) } ?? 1
    guard !halfLives.isEmpty, let halfLife = halfLives[Int(table.types[row])], table.beginnings[row] != .min,
      let age = snapshot.age(since: Day(number: table.beginnings[row]))
    else { return held }
    return held * halfLife.share(afterDays: age)
  }
}
