import ActorGraph
import ArgumentParser

/// Ranks actors by influence.
struct Rank: AnalysisCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank the actors, or the ties, by one or more measures, and say what a score rests on.",
    discussion: """
      A measure's own parameters follow its name: betweenness:scale=pairs,
      pagerank:damping=0.9,tolerance=1e-12. Actors in them are named by id, name
      or alias, with + or a comma between them. The command algorithms lists all.
      temporal-reachability and burstiness look at all the time up to --at, or at
      --window, and not at one day.
      Examples:
        actorgraph rank Graphs/moscow-kabul.yaml --measure degree --measure pagerank
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness --explain Iran
        actorgraph rank Graphs/moscow-kabul.yaml --measure edge-betweenness
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(
    name: .customLong("measure"), help: "A measure with its parameters; repeat for more; all for every one of actors.")
  var measures: [String] = []

  @Option(help: "An actor whose scores are followed back to relations and sources.")
  var explain: String?

  @Option(
    name: .customLong("older-than"),
    help: "DAYS: how far scores rest on older ties: the share of all strength, and each score without them.")
  var olderThan: Int?

  @Option(help: "How many actors a table shows; JSON and CSV hold all.")
  var top = Ranking().top

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if let olderThan, olderThan < 0 { throw ValidationError("--older-than is a number of days from 0") }
  }

  func execute() throws(CommandFailure) {
    if explain != nil, output.chosenFormat == .csv {
      throw .usage("one CSV file holds a ranking; --explain goes with table, markdown and json")
    }
    var question = Ranking(by: measures, explaining: explain, view: view)
    question.olderThan = olderThan
    question.top = top
    try answer(question)
  }
}
