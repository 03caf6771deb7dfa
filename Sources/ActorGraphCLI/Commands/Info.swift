import ActorGraph
import ArgumentParser

/// Counts what a network holds.
struct Info: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what a network holds, and what it looks like as of a day.",
    discussion: """
      Actors, relations and sources count the whole file; the graph is that of the day and the statements looked at.
      Example:
        actorgraph info Graphs/moscow-kabul.yaml --at 2025-07-08
      """)

  @Argument(help: "The network.")
  var file: String

  @OptionGroup var analysis: AnalysisOptions

  var plan: OutputPlan { analysis.plan(of: file) }

  func execute() throws(CommandFailure) {
    try analysis.answer(NetworkOverview(view: analysis.view), of: file)
  }
}
