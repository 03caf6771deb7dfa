import NetworkFormats

/// What became of everything in a file, as a part of an answer.
struct ImportSection {
  private let report: ImportReport

  init(of report: ImportReport) { self.report = report }

  /// The values for programs.
  var section: AnswerSection {
    var section = AnswerSection()
    section.add("format", .text(report.format))
    var counts: [String: Int] = [:]
    for count in report.counts { counts[count.what, default: 0] += count.count }
    section.add("counts", .record(counts.sorted { $0.key < $1.key }.map { Field($0.key, .count($0.value)) }))
    section.add("changes", .list(report.changes.map(change)))
    section.add("warnings", .list(report.diagnostics.map { .phrase(Phrase([.diagnostic($0)])) }))
    section.add("notes", .list(report.notes.map { .text($0) }))
    return section
  }

  private func change(_ change: ImportChange) -> Cell {
    .record([
      Field("kind", .text(change.kind.rawValue)), Field("line", .count(change.line)),
      Field("reason", .text(change.reason)),
    ])
  }

  /// What reading changed, for people; `nil` where it changed nothing.
  var table: AnswerTable? {
    guard !report.changes.isEmpty else { return nil }
    var table = AnswerTable(
      "changes", title: "What reading changed", statement: "\(report.format): \(report.summary)",
      columns: [.numbers("line"), .words("kind", "what"), .words("reason", "why")], for: .people)
    for change in report.changes {
      table.add([.count(change.line), .text(change.kind.rawValue), .text(change.reason)])
    }
    if report.changes.count >= ImportReport.changeLimit {
      table.notes.append("The first \(ImportReport.changeLimit) of each kind are shown; the counts are of all.")
    }
    return table
  }
}
