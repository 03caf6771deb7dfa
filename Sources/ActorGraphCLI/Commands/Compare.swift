import ActorGraph
import ArgumentParser

/// Compares two states of a network.
struct Compare: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed between two files, or between two times of one file, and why.",
    usage: "actorgraph compare OLD NEW [options]\n       actorgraph compare FILE --from TIME --to TIME [options]",
    discussion: """
      Actors and relations added and ended, ties that changed sign, how rankings moved and because of what,
      who changed company, and how far the networks are apart. A time is a day, a window FROM..TO, or with
      --frames-by the label of a frame.
      Examples:
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024..2025 \\
          --to 2025..2026 --by dyad --measure degree
      """)

  @Argument(help: "The network before, and the network after if it is another file.")
  var files: [String]

  @Option(
    name: .customLong("from"),
    help: "The day, window or frame before, for a comparison inside one file; of two files, the day of the first.")
  var from: String?

  @Option(
    name: .customLong("to"),
    help: "The day, window or frame after, for a comparison inside one file; of two files, the day of the second.")
  var to: String?

  @Option(
    name: .customLong("frames-by"),
    help: "The column or attribute of the ties that says which frame they belong to; --from and --to then name frames.")
  var frameAttribute: String?

  @Flag(name: .customLong("known-then"), help: "Each side as it could be known on its last day.")
  var knownThen = false

  @Option(help: "What a row of changes is about: each relation, or each pair of actors with all that is between them.")
  var by: Comparison.Unit = .relation

  @Option(name: .customLong("measure"), help: "A measure whose ranking is compared; repeat for more.")
  var measures: [String] = []

  @Option(help: "How many moves a table shows.")
  var top = 15

  @Option(
    help: """
      Pairs of random orders in which changes are made to say why ranks moved; 0 for no explanation. \
      By default 25, and none above \(Comparison.changeLimit) changes.
      """)
  var samples: Int?

  @Option(
    help: """
      Random sets of changes drawn to say whether ranks moved more than by chance; 0 for no test. \
      By default 199, and none above \(Comparison.relationLimit) relations.
      """)
  var draws: Int?

  @Option(help: "How blocs are found: a method with its parameters, given for those of the file, or none.")
  var blocs = "leiden"

  @Flag(name: .customLong("all-distances"), help: "The costly distances for large networks too.")
  var allDistances = false

  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if let samples, samples < 0 || samples == 1 { throw ValidationError("--samples is 0, or 2 or more") }
    if let draws, draws < 0 { throw ValidationError("--draws is 0 or more") }
    // A time that is none is a slip of the pen, whatever else there is to say.
    if frameAttribute == nil {
      for text in [from, to].compactMap(\.self) {
        do { _ = try DateArgument.time(text) } catch { throw ValidationError("'\(text)' is no time: \(error)") }
      }
    }
  }

  var plan: OutputPlan { OutputPlan(reading: files, reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    try checkFiles()
    let session = Session("compare", run)
    var question = Comparison(from: try state(from), to: try state(to), view: view.view(.last))
    question.knownThen = knownThen
    question.unit = by
    question.measures = measures
    question.samples = samples
    question.draws = draws
    question.blocs = blocs == "none" ? nil : blocs
    question.allDistances = allDistances
    question.top = top
    try session.answer(question, of: files, reading, to: output)
  }

  /// Checks how many files there are. The parser asks before it tells of a misspelt option, whose value looks like a
  /// file; by now there is no such option.
  private func checkFiles() throws(CommandFailure) {
    switch files.count {
    case 1:
      guard from != nil, to != nil else {
        throw .usage("one file is compared between two times: add --from TIME --to TIME")
      }
    case 2: if frameAttribute != nil { throw .usage("--frames-by compares frames of one file") }
    default: throw .usage("compare takes one file or two")
    }
  }

  private func state(_ text: String?) throws(CommandFailure) -> Comparison.State {
    if let frameAttribute, let text { return .frame(text, by: frameAttribute) }
    do { return .time(try text.map(DateArgument.time) ?? .last) } catch { throw .usage("\(error)") }
  }
}

extension Comparison.Unit: ExpressibleByArgument {}
