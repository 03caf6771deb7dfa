import ActorAnalysis
import ActorModel
import NetworkFormats

/// What a review found, as the parts of an answer.
struct QualitySections {
  let input: Study.Input
  let quality: DataQuality
  /// The kinds of findings that are listed.
  let kinds: Set<QualityFinding.Kind>
  /// How many findings of each kind people are shown.
  let top: Int

  /// How many findings there are by kind, then the first of each kind, then what reading changed.
  var body: AnswerSection {
    let report = input.report
    let imported = ImportSection(of: report)
    var body = AnswerSection([.table(countTable)])
    if let shown = shownTable { body.add(shown) }
    if let changes = imported.table { body.add(changes) }
    body.blocks.append(.section("import", imported.section))
    body.add("warnings", .list(report.diagnostics.map { .phrase(Phrase([.diagnostic($0)])) }))
    body.add(
      "unstated",
      .record([
        Field("strength", .count(report.unstated.strength)), Field("confidence", .count(report.unstated.confidence)),
        Field("status", .count(report.unstated.status)),
      ]))
    // Those that are not listed too.
    body.add("counts", .record(quality.counts.map { Field($0.kind.rawValue, .count($0.count)) }))
    body.add(findingTable)
    return body
  }

  /// All findings and what reading changed as one table.
  var sheet: AnswerTable {
    var sheet = AnswerTable("findings", columns: Self.columns)
    for finding in findings { sheet.add(cells(finding)) }
    for change in input.report.changes {
      sheet.add([.text(change.kind.rawValue), .text("line \(change.line)"), .text(change.reason)])
    }
    return sheet
  }

  private static let columns: [AnswerTable.Column] = [
    .words("kind", "finding"), .words("subject", "where"), .words("detail", "what"),
  ]

  /// The findings of the kinds listed.
  private var findings: [QualityFinding] {
    kinds.count == QualityFinding.Kind.allCases.count
      ? quality.findings : quality.findings.filter { kinds.contains($0.kind) }
  }

  private func cells(_ finding: QualityFinding) -> [Cell] {
    [.text(finding.kind.rawValue), subject(of: finding), .text(finding.detail)]
  }

  private func subject(of finding: QualityFinding) -> Cell {
    switch finding.kind {
    case .disputed, .signAgainstType, .unsupported, .loneSource, .undated: .relation(finding.subject)
    case .sharedName, .untied: .actorID(finding.subject)
    case .uncited: .source(finding.subject)
    case .unstated: .text(finding.subject)
    }
  }

  private var countTable: AnswerTable {
    let report = input.report
    let warnings = ViewDescription.count(report.diagnostics.total(.warning), "warning")
    let found = quality.findings.count
    var table = AnswerTable(
      "kinds", title: "\(input.path): valid",
      statement:
        "\(report.format): \(report.summary); \(warnings), \(ViewDescription.count(found, "finding")) to look at",
      columns: [.words("finding"), .numbers("count"), .words("what it means")], for: .people)
    for entry in quality.counts {
      table.add([.text(entry.kind.rawValue), .count(entry.count), .text(entry.kind.meaning)])
    }
    if found == 0 { table.notes.append("Nothing to look at.") }
    let hidden = quality.counts.filter { !kinds.contains($0.kind) }
    if !hidden.isEmpty {
      table.notes.append("Not listed, as asked: \(hidden.map(\.kind.rawValue).joined(separator: ", ")).")
    }
    return table
  }

  /// The first findings of each kind, for people; `nil` where there is none.
  private var shownTable: AnswerTable? {
    var table = AnswerTable("shown", columns: Self.columns, for: .people)
    var shown: [QualityFinding.Kind: Int] = [:]
    for finding in findings where shown[finding.kind, default: 0] < top {
      shown[finding.kind, default: 0] += 1
      table.add(cells(finding))
    }
    let cut = quality.counts.filter { kinds.contains($0.kind) && $0.count > top }
    if let most = cut.map(\.count).max() {
      let rest = cut.map { "\($0.count - top) more of \($0.kind.rawValue)" }.joined(separator: ", ")
      table.notes.append("… and \(rest)\(Remedy.showRowsOfEachKind(most)).")
    }
    return table.rows.isEmpty ? nil : table
  }

  /// All findings, for programs.
  private var findingTable: AnswerTable {
    var table = AnswerTable("findings", columns: Self.columns, for: .programs)
    for finding in findings { table.add(cells(finding)) }
    return table
  }
}
