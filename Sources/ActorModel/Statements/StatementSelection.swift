/// Some rows of a table.
struct StatementSelection: Sendable {
  /// The table.
  let table: StatementTable
  /// The rows, in the order in which the relations are listed.
  let rows: [Int32]
}
