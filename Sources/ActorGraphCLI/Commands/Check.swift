import ActorGraph
import ArgumentParser

/// Validates a network and lists what an analyst should look at.
struct Check: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a network file, and list what to look at before trusting it.",
    discussion: """
      Problems come as file:line:column with a fix, errors first; any error ends in exit code 65.
      Findings are counted by kind. A table lists the first of each kind; JSON and CSV list all.
      Examples:
        actorgraph check Graphs/moscow-kabul.yaml
        actorgraph check Graphs/moscow-kabul.yaml --without-kind undated
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(help: "Only findings of this kind; repeat, or separate by commas.")
  var kind: [String] = []

  @Option(name: .customLong("without-kind"), help: "No findings of this kind; repeat, or separate by commas.")
  var withoutKind: [String] = []

  @Option(help: "How many findings of each kind a table shows; JSON and CSV hold all.")
  var top = 100

  @Flag(help: "Suggest which actors may be the same under another name or spelling; nothing is merged.")
  var aliases = false

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("check", run)
    let input = try session.read(file, reading)
    let kinds = try shownKinds()
    if aliases {
      let found = AliasSuggestions().find(in: input.network)
      if output.chosenFormat == .json {
        try output.write(JSONResult.text(AliasRecord(manifest: Manifest(session, [input], []), found)))
      } else {
        try output.write([aliasTable(found)])
      }
      return
    }
    session.begin("looking the network over")
    let quality = DataQuality(of: input.network, unstated: input.report.unstated)
    let report = QualityReport(input: input, quality: quality, kinds: kinds, top: top)
    switch output.chosenFormat {
    case .json: try output.write(JSONResult.text(QualityRecord(Manifest(session, [input], []), report)))
    case .csv: try output.write(csv: report.csv)
    case .table, .markdown: try output.write(report.tables)
    }
  }

  /// The kinds of findings asked for.
  private func shownKinds() throws(CommandFailure) -> Set<QualityFinding.Kind> {
    let wanted = try Self.kinds(kind)
    let unwanted = try Self.kinds(withoutKind)
    return (wanted.isEmpty ? Set(QualityFinding.Kind.allCases) : wanted).subtracting(unwanted)
  }

  private static func kinds(_ words: [String]) throws(CommandFailure) -> Set<QualityFinding.Kind> {
    var kinds: Set<QualityFinding.Kind> = []
    for word in words.separatedByCommas {
      guard let kind = QualityFinding.Kind(rawValue: word) else {
        let known = QualityFinding.Kind.allCases.map(\.rawValue)
        let near = NearestNames(to: word, among: known).first
        throw .usage(
          "there is no kind '\(word)'; "
            + (near.map { "did you mean '\($0)'?" } ?? "kinds are \(known.joined(separator: ", "))"))
      }
      kinds.insert(kind)
    }
    return kinds
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
