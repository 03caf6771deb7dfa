import ActorGraph

/// What became of everything in a file, for JSON.
struct ImportRecord: Encodable {
  struct Change: Encodable {
    let kind: String
    let line: Int
    let reason: String
  }

  let format: String
  let counts: [String: Int]
  let changes: [Change]
  let warnings: [String]
  let notes: [String]

  init(_ report: ImportReport) {
    format = report.format
    counts = Dictionary(report.counts.map { ($0.what, $0.count) }, uniquingKeysWith: +)
    changes = report.changes.map { Change(kind: $0.kind.rawValue, line: $0.line, reason: $0.reason) }
    warnings = report.diagnostics.map(\.description)
    notes = report.notes
  }

  /// The changes as a table; `nil` where there are none.
  static func table(_ report: ImportReport) -> Table? {
    guard !report.changes.isEmpty else { return nil }
    var table = Table(
      "What reading changed", statement: "\(report.format): \(report.summary)",
      columns: [.numbers("line"), .words("what"), .words("why")])
    for change in report.changes { table.add(["\(change.line)", change.kind.rawValue, change.reason]) }
    if report.changes.count >= ImportReport.changeLimit {
      table.notes.append("The first \(ImportReport.changeLimit) of each kind are shown; the counts are of all.")
    }
    return table
  }
}
