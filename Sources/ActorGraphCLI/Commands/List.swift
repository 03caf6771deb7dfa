import ActorGraph
import ArgumentParser

/// Lists what a network holds.
struct List: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "List all actors, relations, sources or blocs, or all that is called possible.",
    discussion: """
      Examples:
        actorgraph list Graphs/moscow-kabul.yaml actors
        actorgraph list Graphs/moscow-kabul.yaml anticipated
        actorgraph list Graphs/moscow-kabul.yaml relations --at 2025-07-08
      """)

  @Argument(help: "The network.")
  var file: String

  @Argument(help: "What is listed: actors, relations, sources, blocs, anticipated.")
  var what: Listing.Subject

  @OptionGroup(title: "Statements") var statements: StatementOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    try Session("list", run).answer(Listing(of: what, view: statements.view), of: [file], reading, to: output)
  }
}

extension Listing.Subject: ExpressibleByArgument {}
