import ActorGraph
import ArgumentParser

/// Lists the algorithms, or explains one.
struct Algorithms: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the algorithms, or show one's definition, options, cost, source and how to run it.",
    discussion: """
      Examples:
        actorgraph algorithms
        actorgraph algorithms betweenness
      """)

  @Argument(help: "An algorithm by its name; all without one.")
  var name: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  var plan: OutputPlan { OutputPlan(reading: [], writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let answer = try CommandFailure.wording { () throws(QuestionError) in
      try AlgorithmListing(name).answer(in: Study([]))
    }
    try output.write(answer)
  }
}
