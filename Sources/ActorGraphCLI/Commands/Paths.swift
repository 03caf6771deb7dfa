import ActorGraph
import ArgumentParser

/// Finds routes between two actors.
struct Paths: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the best routes from one actor to another, what each step rests on, and what cuts them.",
    discussion: """
      Objectives:
        shortest        fewest steps
        strongest       least sum of 1/strength
        widest          strongest weakest tie
        most-reliable   highest product of confidences
      Examples:
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU --status fact
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(name: .customLong("from"), help: "The actor that routes start from: id, name or alias.")
  var from: String

  @Option(name: .customLong("to"), help: "The actor that routes lead to: id, name or alias.")
  var to: String

  @Option(help: "How many routes.")
  var count = 5

  @Option(name: .customLong("max-hops"), help: "How many steps a route may have.")
  var maximumHops: Int?

  @Option(help: "What makes a route good: shortest, strongest, widest, most-reliable.")
  var objective: RouteSearch.Objective = .shortest

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if count < 1 { throw ValidationError("--count is 1 or more") }
    if let maximumHops, maximumHops < 1 { throw ValidationError("--max-hops is 1 or more") }
  }

  func execute() throws(CommandFailure) {
    let session = Session("paths", run)
    let input = try session.read(file, reading)
    let source = try session.actor(from, in: input.network)
    let target = try session.actor(to, in: input.network)
    let projected = try session.project(input, view, at: time.time)
    let search = RouteSearch(
      from: source.id, to: target.id, objective: objective, count: count, maximumHops: maximumHops)
    let result: RouteSearchResult
    let cut: RouteCutResult?
    do {
      result = try search.run(on: projected, in: session.context)
      cut = try RouteCut(from: source.id, to: target.id).run(on: projected, in: session.context)
    } catch {
      throw CommandFailure(error, in: projected)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(JSONResult.text(PathsRecord(Manifest(session, [input], [projected]), search, result, cut)))
    case .csv: try output.write(RouteTables.csv(result).text(.csv))
    case .table, .markdown:
      try output.write(RouteTables.tables(result, cut, search, projected, source, target))
    }
  }
}

extension RouteSearch.Objective: ExpressibleByArgument {}
