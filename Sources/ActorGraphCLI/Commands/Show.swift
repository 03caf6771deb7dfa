import ActorGraph
import ArgumentParser

/// Shows all that is stated about something.
struct Show: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that is stated about an actor, a tie, a relation or a source.",
    discussion: """
      With claims, dates, grades and addresses. A tie is two actors with a colon
      between them; statements either way are shown.
      Examples:
        actorgraph show Graphs/moscow-kabul.yaml Iran
        actorgraph show Graphs/moscow-kabul.yaml RUS:EU
        actorgraph show Graphs/moscow-kabul.yaml R24
      """)

  @Argument(help: "The network.")
  var file: String

  @Argument(help: "An actor by id, name or alias, a tie as RUS:EU, or a relation or source by id.")
  var what: String

  @OptionGroup(title: "Statements") var statements: StatementOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    try Session("show", run).answer(Lookup(what, view: statements.view), of: [file], reading, to: output)
  }
}
