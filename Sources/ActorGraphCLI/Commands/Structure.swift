import ActorGraph
import ArgumentParser

/// Describes the network as a whole.
struct Structure: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Describe the network as a whole: density, censuses, bridges, key players and more.",
    discussion: """
      A measure's own parameters follow its name; actors are named by id, name
      or alias, with + or a comma between them. The command algorithms lists all.
      Examples:
        actorgraph structure Graphs/moscow-kabul.yaml
        actorgraph structure Graphs/moscow-kabul.yaml --measure triad-census
        actorgraph structure Graphs/moscow-kabul.yaml --measure bridges
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(
    name: .customLong("measure"),
    help: "A measure with its parameters; repeat for more; all for every one that needs no actor named.")
  var measures: [String] = []

  @Option(help: "How many rows of a list a table shows; JSON and CSV hold all.")
  var top = 15

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("structure", run)
    let choices = try chosenMeasures()
    let input = try session.read(file, reading)
    for choice in choices { try choice.checkNames(in: input.network) }
    let projected = try session.project(input, view, at: time.time)
    var results: [FindingResult] = []
    do throws(AlgorithmError) {
      for choice in choices {
        session.begin(choice.summary.id)
        results.append(try FindingResult(of: choice, on: projected, in: session.context))
      }
    } catch {
      throw CommandFailure(error, in: projected)
    }
    switch output.chosenFormat {
    case .json: try output.write(JSONResult.text(Record(Manifest(session, [input], [projected]), results)))
    case .csv:
      session.note(ViewText.remarks([projected]))
      try output.write(csv: FindingTables.csv(results))
    case .table, .markdown:
      try output.write(FindingTables.tables(results, projected, title: input.network.title, top: top))
    }
    if let only = results.first, results.count == 1, let reason = only.refusal {
      throw .data(["actorgraph: \(only.summary.id) is not defined here: \(reason)"])
    }
  }

  private func chosenMeasures() throws(CommandFailure) -> [AlgorithmChoice<Finding>] {
    let catalog = StructureCatalog()
    var choices: [AlgorithmChoice<Finding>] = []
    for text in measures.isEmpty ? StructureCatalog.standard : measures {
      do throws(AlgorithmTextError) {
        if text == "all" {
          for kind in catalog.measures where kind.runsAlone { choices.append(try kind.choice(seed: run.seed)) }
        } else {
          choices.append(try catalog.choice(text, seed: run.seed))
        }
      } catch {
        throw CommandFailure(error, command: "structure")
      }
    }
    return choices
  }

  private struct Record: Encodable {
    let manifest: Manifest
    let measures: [FindingRecord]
    /// Of the first measure that has one, where groups has it too.
    let balance: BalanceRecord?

    init(_ manifest: Manifest, _ results: [FindingResult]) {
      self.manifest = manifest
      measures = results.map(FindingRecord.init)
      balance = measures.lazy.compactMap(\.balance).first
    }
  }
}
