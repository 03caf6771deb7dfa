import ActorGraph
import ArgumentParser

/// Validates a network and lists what an analyst should look at.
struct Check: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a network file, and list what to look at before trusting it.",
    discussion: """
      Problems come as file:line:column with a fix; any error ends in exit code 65.
      Example:
        actorgraph check Graphs/moscow-kabul.yaml
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(help: "Show only findings of this kind.")
  var kind: String?

  @Flag(help: "Suggest which actors may be the same under another name or spelling; nothing is merged.")
  var aliases = false

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  func execute() throws(CommandFailure) {
    let session = Session("check", run)
    let input = try session.read(file, reading)
    let kinds = QualityFinding.Kind.allCases.map(\.rawValue)
    if let kind, !kinds.contains(kind) {
      throw .usage("there is no kind '\(kind)'; kinds are \(kinds.joined(separator: ", "))")
    }
    let findings = DataQuality(of: input.network).findings.filter { kind == nil || $0.kind.rawValue == kind }
    if aliases {
      let found = AliasSuggestions().find(in: input.network)
      if output.chosenFormat == .json {
        try output.write(JSONResult.text(AliasRecord(manifest: Manifest(session, [input], []), found)))
      } else {
        try output.write([aliasTable(found)])
      }
      return
    }
    if output.chosenFormat == .json {
      try output.write(JSONResult.text(Record(manifest: Manifest(session, [input], []), input, findings)))
      return
    }
    var table = Table(
      "\(file): valid",
      statement: "\(input.report.format): \(input.report.summary); "
        + "\(input.report.diagnostics.count) warnings, \(findings.count) findings to look at",
      columns: [.words("finding"), .words("where"), .words("what")])
    for finding in findings { table.add([finding.kind.rawValue, finding.subject, finding.detail]) }
    try output.write([table] + [ImportRecord.table(input.report)].compactMap(\.self))
  }

  private func aliasTable(_ found: [AliasSuggestion]) -> Table {
    var table = Table(
      "\(file): actors that may be the same",
      statement: "Suggestions only. Merge by giving both one id, or rule it out with not: [ID].",
      columns: [.words("actor"), .words("and"), .numbers("alike"), .words("why")])
    for suggestion in found {
      table.add([
        "\(suggestion.first) \(suggestion.firstName)", "\(suggestion.second) \(suggestion.secondName)",
        NumberText.percent(suggestion.similarity), suggestion.why,
      ])
    }
    if table.rows.isEmpty { table.notes.append("None.") }
    return table
  }

  private struct AliasRecord: Encodable {
    struct Suggestion: Encodable {
      let first: String
      let second: String
      let firstName: String
      let secondName: String
      let similarity: Double
      let why: String
    }

    let manifest: Manifest
    let suggestions: [Suggestion]

    init(manifest: Manifest, _ found: [AliasSuggestion]) {
      self.manifest = manifest
      suggestions = found.map { one in
        Suggestion(
          first: one.first, second: one.second, firstName: one.firstName, secondName: one.secondName,
          similarity: one.similarity, why: one.why)
      }
    }
  }

  private struct Record: Encodable {
    struct Finding: Encodable {
      let kind: String
      let subject: String
      let detail: String
    }

    let manifest: Manifest
    let `import`: ImportRecord
    let warnings: [String]
    let findings: [Finding]

    init(manifest: Manifest, _ input: NetworkInput, _ findings: [QualityFinding]) {
      self.manifest = manifest
      `import` = ImportRecord(input.report)
      warnings = input.report.diagnostics.map(\.description)
      self.findings = findings.map { Finding(kind: $0.kind.rawValue, subject: $0.subject, detail: $0.detail) }
    }
  }
}

extension OutputOptions.Format {
  /// The form of a table; JSON is written from records, never from a table.
  var tableFormat: TableFormat {
    switch self {
    case .table, .json: .table
    case .csv: .csv
    case .markdown: .markdown
    }
  }
}
