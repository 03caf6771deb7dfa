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
      A method asks an algorithm instead; some lead to all actors and need no
      --to. The command algorithms lists them.
      Examples:
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU --status fact
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --method dominator-tree
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(name: .customLong("from"), help: "The actor that routes start from: id, name or alias.")
  var from: String

  @Option(name: .customLong("to"), help: "The actor that routes lead to: id, name or alias.")
  var to: String?

  @Option(help: "An algorithm with its parameters instead: minimum-cut, all-shortest-paths:limit=20.")
  var method: String?

  @Option(help: "How many routes.")
  var count = 5

  @Option(name: .customLong("max-hops"), help: "How many steps a route may have.")
  var maximumHops: Int?

  @Option(help: "How many rows of a list a method's table shows; JSON and CSV hold all.")
  var top = 15

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
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if to == nil && method == nil { throw ValidationError("Missing expected argument '--to <to>'") }
  }

  func execute() throws(CommandFailure) {
    let session = Session("paths", run)
    let input = try session.read(file, reading)
    let source = try session.actor(from, in: input.network)
    let target = try to.map { word throws(CommandFailure) in try session.actor(word, in: input.network) }
    if let method {
      try ask(method, from: source, to: target, session, input)
    } else if let target {
      try search(from: source, to: target, session, input)
    }
  }

  private func search(
    from source: Actor, to target: Actor, _ session: Session, _ input: NetworkInput
  ) throws(CommandFailure) {
    let projected = try session.project(input, view, at: time.time)
    let search = RouteSearch(
      from: source.id, to: target.id, objective: objective, count: count, maximumHops: maximumHops)
    let result: RouteSearchResult
    let cut: RouteCutResult?
    session.begin("routes")
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

  /// Asks an algorithm rather than for routes under an objective.
  private func ask(
    _ method: String, from source: Actor, to target: Actor?, _ session: Session, _ input: NetworkInput
  ) throws(CommandFailure) {
    let choice: AlgorithmChoice<Finding>
    do {
      choice = try RouteCatalog().choice(method, from: source.id, to: target?.id)
    } catch {
      throw CommandFailure(error, command: "paths")
    }
    let projected = try session.project(input, view, at: time.time)
    let result: FindingResult
    session.begin(choice.summary.id)
    do {
      result = try FindingResult(of: choice, on: projected, in: session.context)
    } catch {
      throw CommandFailure(error, in: projected)
    }
    switch output.chosenFormat {
    case .json:
      let manifest = Manifest(session, [input], [projected])
      try output.write(JSONResult.text(RouteFindingRecord(manifest, from: source, to: target, result)))
    case .csv: try output.write(FindingTables.csv([result]).text(.csv))
    case .table, .markdown:
      let title =
        "\(choice.summary.title) from \(source.name)" + (target.map { " to \($0.name)" } ?? "")
      let tables = FindingTables.tables([result], projected, title: title, top: top)
      let routes = (result.finding?.routes ?? []).enumerated().map { RouteTables.table($1, number: $0 + 1) }
      try output.write(Array(tables.prefix(1)) + routes + Array(tables.dropFirst()))
    }
    if let reason = result.refusal {
      throw .data(["actorgraph: \(choice.summary.id) is not defined here: \(reason)"])
    }
  }
}

extension RouteSearch.Objective: ExpressibleByArgument {}
