import ActorGraph
import ArgumentParser

/// Divides the actors into blocs.
struct Groups: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Divide the actors into blocs, and say how balanced friendly and hostile ties are.",
    discussion: """
      The method given takes the blocs that the file names.
      Examples:
        actorgraph groups Graphs/moscow-kabul.yaml --at 2025-07-08
        actorgraph groups Graphs/moscow-kabul.yaml --method leiden:resolution=0.8
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(help: "How blocs are found: a method with its parameters, or given for those of the file.")
  var method = "leiden"

  @Option(name: .customLong("search-limit"), help: "How many steps the proof of the least frustration may take.")
  var searchLimit = 50_000

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if searchLimit < 0 { throw ValidationError("--search-limit is 0 or more") }
  }

  func execute() throws(CommandFailure) {
    let session = Session("groups", run)
    var analysis = BlocAnalysis(by: try BlocMethod.chosen(method))
    analysis.searchLimit = searchLimit
    analysis.seed = run.seed
    let input = try session.read(file, reading)
    let projected = try session.project(input, view, at: time.time)
    let result: BlocResult
    do {
      result = try analysis.run(on: projected, in: session.context)
    } catch {
      throw CommandFailure(error, in: projected)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(JSONResult.text(GroupsRecord(Manifest(session, [input], [projected]), method, result)))
    case .csv: try output.write(GroupTables.csv(result).text(.csv))
    case .table, .markdown: try output.write(GroupTables.tables(result, method, projected))
    }
  }
}
