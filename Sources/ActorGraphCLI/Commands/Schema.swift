import ActorGraph
import ArgumentParser

/// Prints the JSON Schema of the network file.
struct Schema: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the network file.",
    discussion: "Example:\n  actorgraph schema -o network.schema.json")

  @Option(name: [.customShort("o"), .customLong("output")], help: "A file for the schema; by default the terminal.")
  var file: String?

  func execute() throws(CommandFailure) {
    let text = NetworkFileSchema().text
    if let file { try Terminal.writeFile(file, Array(text.utf8)) } else { try Terminal.print(text) }
  }
}
