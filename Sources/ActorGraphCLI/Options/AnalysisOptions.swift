import ActorGraph
import ArgumentParser

/// What is looked at, how it is read, and where the answer goes: the options of commands that ask about one network.
struct AnalysisOptions: ParsableArguments {
  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  /// What of the network is looked at.
  var view: StudyView { statements.view(time.time) }

  /// What a command that asks about a file reads and writes.
  func plan(of file: String) -> OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  /// Asks a question of a file, and writes the answer.
  func answer(_ question: some Question, of file: String) throws(CommandFailure) {
    try Session(type(of: question).summary.id, run).answer(question, of: [file], reading, to: output)
  }
}
