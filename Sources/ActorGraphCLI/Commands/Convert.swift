import ActorGraph
import ArgumentParser

/// Writes a network in another format.
struct Convert: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a network in another format, and say what that format cannot hold.",
    discussion: """
      Formats: \(FormatRegistry.standard.names); an ending .gz packs the file.
      Example:
        actorgraph convert Graphs/moscow-kabul.yaml kabul.graphml
      """)

  @Argument(help: "The network; - reads standard input.")
  var input: String

  @Argument(help: "The file to write; its ending tells the format. - writes to standard output.")
  var output: String

  @Option(name: .customLong("to-format"), help: "The format to write; by default from the file's ending.")
  var toFormat: String?

  @Option(
    name: .customLong("to-actors"),
    help: "The table of actors to write, where there is one beside the ties; by default NAME-nodes beside the file.")
  var toActors: String?

  @OptionGroup(title: "Output") var tables: TableWritingOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  var plan: OutputPlan {
    OutputPlan(
      reading: [input], reading,
      writing: [
        PlannedOutput(output, toFormat == nil ? .networkByEnding : .network),
        PlannedOutput(toActors, .network, option: "--to-actors"),
      ])
  }

  func execute() throws(CommandFailure) {
    let session = Session("convert", run)
    let place = try NetworkOutput(output, format: toFormat, tables.options, companion: toActors)
    let network = try session.read(input, reading)
    let lines = try place.write(network.network, comments: network.report.commentLines)
    guard !run.quiet else { return }
    Terminal.warn("read \(network.path) as \(network.report.format): \(network.report.summary)")
    for line in lines { Terminal.warn(line) }
  }
}
