import ActorGraph

/// A command that asks a question of one network: it says what is looked at, how it is read, and where the answer goes.
///
/// The groups of options stand in each command: in one group of groups, debug builds check them again at every level.
protocol AnalysisCommand: AnalystCommand {
  /// The network.
  var file: String { get }
  var time: TimeOptions { get }
  var statements: ProjectionOptions { get }
  var output: OutputOptions { get }
  var reading: InputOptions { get }
  var run: RunOptions { get }
}

extension AnalysisCommand {
  /// What of the network is looked at.
  var view: StudyView { statements.view(time.time) }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  /// Asks a question of the network, and writes the answer.
  func answer(_ question: some Question) throws(CommandFailure) {
    try Session(type(of: question).summary.id, run).answer(question, of: [file], reading, to: output)
  }
}
