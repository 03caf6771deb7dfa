import ActorGraph
import ArgumentParser

/// Writes a network in another format.
struct Convert: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a network in another format, and say what that format cannot hold.",
    discussion: """
      Formats: \(FormatRegistry().formats.map(\.id).joined(separator: ", ")); an ending .gz packs the file.
      Example: actorgraph convert Graphs/moscow-kabul.yaml kabul.graphml
      """)

  @Argument(help: "The network.")
  var input: String

  @Argument(help: "The file to write; its ending tells the format.")
  var output: String

  @Option(name: .customLong("to-format"), help: "The format to write; by default from the file's ending.")
  var toFormat: String?

  @OptionGroup(title: "Run") var run: RunOptions

  func execute() throws(CommandFailure) {
    let session = Session("convert", run)
    let registry = FormatRegistry()
    let name = output.hasSuffix(".gz") ? String(output.dropLast(3)) : output
    guard let format = toFormat.map({ registry.format(id: $0) }) ?? registry.formats(forName: name).first else {
      throw .usage(
        "the format of '\(output)' is not known; formats are \(registry.formats.map(\.id).joined(separator: ", "))")
    }
    let network = try session.read(input)
    let exported: ExportedNetwork
    do {
      exported = try format.write(network.network)
    } catch {
      throw .data(["actorgraph: \(output) was not written: \(error)"])
    }
    try Terminal.writeFile(output, exported.bytes)
    guard !run.quiet else { return }
    Terminal.warn("wrote \(output) as \(format.title)")
    for loss in exported.losses { Terminal.warn("not held by the format: \(loss)") }
  }
}
