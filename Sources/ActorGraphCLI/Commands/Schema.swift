import ActorGraph
import ArgumentParser

/// Prints the JSON Schema of the network file.
struct Schema: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the network file.",
    discussion: "Example:\n  actorgraph schema -o network.schema.json")

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "A file for the schema; by default, and as -, the terminal."
  )
  var file: String?

  var plan: OutputPlan { OutputPlan(reading: [], writing: [PlannedOutput(file, .schema)]) }

  func execute() throws(CommandFailure) {
    try Destination(file).write(Array(NetworkFileSchema().text.utf8))
  }
}
