import ActorGraph
import ArgumentParser

/// Joins two networks.
struct Merge: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join two networks into one file, and report where they contradict each other.",
    discussion: """
      Records with the same id become one; where both say something else, the first network stands and the conflict is
      reported. Relations that share an id but not their actors are both kept.
      Example:
        actorgraph merge Graphs/moscow-kabul.yaml Graphs/moscow-kabul.yaml -o m.yaml
      """)

  @Argument(help: "The network that stands where both differ.")
  var first: String

  @Argument(help: "The network joined to it.")
  var second: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write; its ending tells the format.")
  var output: String

  @Option(name: .customLong("to-format"), help: "The format to write; by default from the file's ending.")
  var toFormat: String?

  @Option(
    name: .customLong("to-actors"),
    help: "The table of actors to write, where there is one beside the ties; by default NAME-nodes beside the file.")
  var toActors: String?

  @OptionGroup(title: "Output") var tables: TableWritingOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  var plan: OutputPlan {
    OutputPlan(
      reading: [first, second], reading,
      writing: [
        PlannedOutput(output, toFormat == nil ? .networkByEnding : .network),
        PlannedOutput(toActors, .network, option: "--to-actors"),
      ])
  }

  func execute() throws(CommandFailure) {
    let session = Session("merge", run)
    let place = try NetworkOutput(output, format: toFormat, tables.options, companion: toActors)
    let a = try session.read(first, reading)
    let b = try session.read(second, reading)
    let merged: MergedNetwork
    do {
      merged = try NetworkMerge().merge(a.network, b.network)
    } catch {
      throw CommandFailure(error, in: "\(first) and \(second)")
    }
    let lines = try place.write(merged.network, comments: a.report.commentLines + b.report.commentLines)
    var table = Table(
      "\(output): \(merged.network.actors.count) actors, \(merged.network.relations.count) relations",
      statement: "\(merged.counts.same) records alike, \(merged.counts.united) united, \(merged.counts.added) added; "
        + "\(merged.conflicts.count) conflicts",
      columns: [.words("record"), .words("field"), .words("stands"), .words("other says")])
    for conflict in merged.conflicts {
      table.add(["\(conflict.record) \(conflict.id)", conflict.field, conflict.first, conflict.second])
    }
    for rename in merged.renamed { table.notes.append("\(rename.old) of the second network is \(rename.new).") }
    let own = Set(a.network.actors.map(\.id))
    let across = AliasSuggestions().find(in: merged.network).filter {
      own.contains($0.first) != own.contains($0.second)
    }
    for suggestion in across.prefix(10) { table.notes.append("Not joined: \(suggestion).") }
    if across.count > 10 { table.notes.append("\(across.count - 10) more such pairs: check --aliases lists them.") }
    if !run.quiet { for line in lines { Terminal.warn(line) } }
    if output != "-" { try Terminal.print(table.text(.table)) }
  }
}
