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
    let index = AlgorithmIndex()
    var entries = index.entries
    if let name {
      guard let entry = index.entry(id: name) else {
        let near = NearestNames(to: name, among: entries.map(\.summary.id)).first
        throw .usage("there is no algorithm '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
      }
      entries = [entry]
    }
    if output.chosenFormat == .json {
      try output.write(JSONResult.text(AlgorithmsRecord(algorithms: entries.map(AlgorithmsRecord.Entry.init))))
    } else if name != nil, output.chosenFormat != .csv, let entry = entries.first {
      try output.write([AlgorithmTables.definition(entry)] + AlgorithmTables.parameters(entry))
    } else {
      try output.write([AlgorithmTables.index(entries)])
    }
  }
}
