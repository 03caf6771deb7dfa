import ActorGraph
import ArgumentParser

/// How files are read.
struct InputOptions: ParsableArguments {
  @Option(name: .customLong("from-format"), help: "The format of the input; by default told by content and ending.")
  var format: String?

  @Flag(help: "Warnings are errors.")
  var strict = false

  @Flag(help: "Read every tie as undirected; a tie and its equal reverse become one.")
  var undirected = false

  @Flag(name: .customLong("create-missing"), help: "A tie to an actor that the file does not declare creates it.")
  var createsMissing = false

  @Option(name: .customLong("network"), help: "The network to read where a file holds several: its name or number.")
  var network: String?

  /// The options for readers.
  var readOptions: ReadOptions {
    var options = ReadOptions()
    options.isStrict = strict
    options.direction = undirected ? .undirected : .asWritten
    options.createsMissingActors = createsMissing
    options.networkName = network
    return options
  }
}
