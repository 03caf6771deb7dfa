import ActorGraph

/// What `check` found in a file that can be used.
struct QualityReport {
  let input: NetworkInput
  let quality: DataQuality
  /// The kinds of findings shown.
  let kinds: Set<QualityFinding.Kind>
  /// How many findings of each kind a table shows.
  let top: Int

  /// The findings of the kinds shown.
  var findings: [QualityFinding] {
    kinds.count == QualityFinding.Kind.allCases.count
      ? quality.findings : quality.findings.filter { kinds.contains($0.kind) }
  }

  /// How many there are by kind, then the first of each kind, then what reading changed.
  var tables: [Table] {
    [countTable] + [findingTable, ImportRecord.table(input.report)].compactMap(\.self)
  }

  private var countTable: Table {
    let warnings = ViewText.count(input.report.diagnostics.total(.warning), "warning")
    let found = quality.findings.count
    var table = Table(
      "\(input.path): valid",
      statement: "\(input.report.format): \(input.report.summary); "
        + "\(warnings), \(ViewText.count(found, "finding")) to look at",
      columns: [.words("finding"), .numbers("count"), .words("what it means")])
    for entry in quality.counts { table.add([entry.kind.rawValue, "\(entry.count)", entry.kind.meaning]) }
    if found == 0 { table.notes.append("Nothing to look at.") }
    let hidden = quality.counts.filter { !kinds.contains($0.kind) }
    if !hidden.isEmpty {
      table.notes.append("Not listed, as asked: \(hidden.map(\.kind.rawValue).joined(separator: ", ")).")
    }
    return table
  }

  /// The first findings of each kind; `nil` where there is none.
  private var findingTable: Table? {
    var table = Table(columns: [.words("finding"), .words("where"), .words("what")])
    var shown: [QualityFinding.Kind: Int] = [:]
    for finding in findings where shown[finding.kind, default: 0] < top {
      shown[finding.kind, default: 0] += 1
      table.add([finding.kind.rawValue, finding.subject, finding.detail])
    }
    let cut = quality.counts.filter { kinds.contains($0.kind) && $0.count > top }
    if let most = cut.map(\.count).max() {
      let rest = cut.map { "\($0.count - top) more of \($0.kind.rawValue)" }.joined(separator: ", ")
      table.notes.append("… and \(rest); --top \(most) shows all, and so do --format json and csv.")
    }
    return table.rows.isEmpty ? nil : table
  }

  /// All findings and what reading changed as one table.
  var csv: Table {
    var table = Table(columns: [.words("finding"), .words("where"), .words("what")])
    for finding in findings { table.add([finding.kind.rawValue, finding.subject, finding.detail]) }
    for change in input.report.changes { table.add([change.kind.rawValue, "line \(change.line)", change.reason]) }
    return table
  }
}

/// The same as JSON.
struct QualityRecord: Encodable {
  struct Finding: Encodable {
    let kind: String
    let subject: String
    let detail: String
  }

  /// For how many relations a field is not stated.
  struct Unstated: Encodable {
    let strength: Int
    let confidence: Int
    let status: Int
  }

  let manifest: Manifest
  let `import`: ImportRecord
  let warnings: [String]
  let unstated: Unstated
  /// How many findings there are of each kind, those not listed too.
  let counts: [String: Int]
  let findings: [Finding]

  init(_ manifest: Manifest, _ report: QualityReport) {
    self.manifest = manifest
    `import` = ImportRecord(report.input.report)
    warnings = report.input.report.diagnostics.map(\.description)
    let fields = report.input.report.unstated
    unstated = Unstated(strength: fields.strength, confidence: fields.confidence, status: fields.status)
    counts = Dictionary(
      report.quality.counts.map { ($0.kind.rawValue, $0.count) }, uniquingKeysWith: { first, _ in first })
    findings = report.findings.map { Finding(kind: $0.kind.rawValue, subject: $0.subject, detail: $0.detail) }
  }
}
