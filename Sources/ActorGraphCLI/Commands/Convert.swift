import ActorGraph
import ArgumentParser

/// Writes a network in another format.
struct Convert: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a network in another format, and say what that format cannot hold.",
    discussion: """
      Formats: \(FormatRegistry().formats.map(\.id).joined(separator: ", ")); an ending .gz packs the file.
      Example:
        actorgraph convert Graphs/moscow-kabul.yaml kabul.graphml
      """)

  @Argument(help: "The network.")
  var input: String

  @Argument(help: "The file to write; its ending tells the format.")
  var output: String

  @Option(name: .customLong("to-format"), help: "The format to write; by default from the file's ending.")
  var toFormat: String?

  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  func execute() throws(CommandFailure) {
    let session = Session("convert", run)
    let registry = FormatRegistry()
    let name = output.hasSuffix(".gz") ? String(output.dropLast(3)) : output
    guard let format = toFormat.map({ registry.format(id: $0) }) ?? registry.format(writing: name) else {
      throw .usage(
        "the format of '\(output)' is not known; formats are \(registry.formats.map(\.id).joined(separator: ", "))")
    }
    let network = try session.read(input, reading)
    let exported: ExportedNetwork
    do {
      exported = try format.write(network.network)
    } catch {
      throw .data(["actorgraph: \(output) was not written: \(error)"])
    }
    let isPacked = output.hasSuffix(".gz")
    var written = [output]
    for file in exported.additionalFiles {
      let beside = file.name(beside: output)
      try Terminal.writeFile(beside, try packed(file.bytes, isPacked))
      written.append(beside)
    }
    try Terminal.writeFile(output, try packed(exported.bytes, isPacked))
    guard !run.quiet else { return }
    Terminal.warn("wrote \(written.joined(separator: " and ")) as \(format.title)")
    for loss in exported.losses { Terminal.warn("not held by the format: \(loss)") }
  }

  private func packed(_ bytes: [UInt8], _ isPacked: Bool) throws(CommandFailure) -> [UInt8] {
    guard isPacked else { return bytes }
    do {
      return try Gzip().compress(bytes)
    } catch {
      throw .internal("the file cannot be packed: \(error)")
    }
  }
}
