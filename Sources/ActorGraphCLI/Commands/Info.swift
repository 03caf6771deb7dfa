import ActorGraph
import ArgumentParser

/// Counts what a network holds.
struct Info: AnalysisCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what a network holds, and what it looks like as of a day.",
    discussion: """
      Actors, relations and sources count the whole file; the graph is that of the day and the statements looked at.
      Example:
        actorgraph info Graphs/moscow-kabul.yaml --at 2025-07-08
      """)

  @Argument(help: "The network.")
  var file: String

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  func execute() throws(CommandFailure) {
    try answer(NetworkOverview(view: view))
  }
}
