import ActorGraph
import ArgumentParser

/// Describes the network as a whole.
struct Structure: AnalysisCommand {
  static let configuration = CommandConfiguration(
    abstract: "Describe the network as a whole: density, censuses, bridges, key players and more.",
    discussion: """
      A measure's own parameters follow its name; actors are named by id, name
      or alias, with + or a comma between them. The command algorithms lists all.
      Examples:
        actorgraph structure Graphs/moscow-kabul.yaml
        actorgraph structure Graphs/moscow-kabul.yaml --measure triad-census
        actorgraph structure Graphs/moscow-kabul.yaml --measure bridges
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(
    name: .customLong("measure"),
    help: "A measure with its parameters; repeat for more; all for every one that needs no actor named.")
  var measures: [String] = []

  @Option(help: "How many rows of a list a table shows; JSON and CSV hold all.")
  var top = NetworkStructure().top

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
  }

  func execute() throws(CommandFailure) {
    try answer(NetworkStructure(measures, view: view, top: top))
  }
}
