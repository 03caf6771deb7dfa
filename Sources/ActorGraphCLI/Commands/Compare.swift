import ActorGraph
import ArgumentParser

/// Compares two states of a network.
struct Compare: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed between two files, or between two days of one file.",
    usage: "actorgraph compare OLD NEW [options]\n       actorgraph compare FILE --from DATE --to DATE [options]",
    discussion: """
      Actors and relations added and ended, ties that changed sign, and how rankings moved.
      Example:
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
      """)

  @Argument(help: "The network before, and the network after if it is another file.")
  var files: [String]

  @Option(
    name: .customLong("from"), help: "The day before, for a comparison inside one file.",
    transform: DateArgument.day)
  var from: Day?

  @Option(
    name: .customLong("to"), help: "The day after, for a comparison inside one file.",
    transform: DateArgument.day)
  var to: Day?

  @Option(name: .customLong("measure"), help: "A measure whose ranking is compared; repeat for more.")
  var measures: [String] = []

  @Option(help: "How many moves a table shows.")
  var top = 15

  @Option(
    help: "Pairs of random orders in which changes are made to say why ranks moved; 0 for no explanation.")
  var samples = 25

  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if samples < 0 || samples == 1 { throw ValidationError("--samples is 0, or 2 or more") }
    switch files.count {
    case 1:
      guard from != nil, to != nil else {
        throw ValidationError("one file is compared between two days: add --from DATE --to DATE")
      }
    case 2: break
    default: throw ValidationError("compare takes one file or two")
    }
  }

  func execute() throws(CommandFailure) {
    let session = Session("compare", run)
    let choices = try MeasureTexts.choices(measures, standard: ["betweenness", "harmonic", "pagerank"])
    var inputs: [NetworkInput] = []
    for file in files { inputs.append(try session.read(file, reading)) }
    let old = try session.project(inputs[0], view, at: from.map { .day($0) } ?? .last, besides: inputs)
    let new = try session.project(
      inputs[inputs.count - 1], view, at: to.map { .day($0) } ?? .last, besides: inputs)
    let result: ComparisonResult
    do {
      var comparison = NetworkComparison(by: choices)
      comparison.attributionPairs = samples == 0 ? nil : samples
      comparison.seed = run.seed
      result = try comparison.run(old, new, in: session.context)
    } catch {
      throw CommandFailure(error, in: new)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(JSONResult.text(CompareRecord(Manifest(session, inputs, [old, new]), choices, result)))
    case .csv: try output.write(CompareTables.csv(result).text(.csv))
    case .table, .markdown:
      try output.write(CompareTables.tables(result, choices, old, new, top: top))
    }
  }
}
