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
        most-reliable   highest product of confidences; statements of a step that
                        share a source count once
      Objectives that respect time take each tie on a day on which it holds, one
      after another, over all the time of the file or --window FROM..TO:
        earliest          arrives as early as can be
        fewest-hops       fewest steps, then earliest
        latest-departure  leaves as late as can be and still arrives
      A method asks an algorithm instead; some lead to all actors and need no
      --to. The command algorithms lists them.
      Examples:
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU --status fact
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU \\
          --objective earliest
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

  @Option(help: "How many relations of a step, and rows of a method's list, a table shows; JSON and CSV hold all.")
  var top = 15

  @Flag(
    name: .customLong("sign-product"),
    help: "Also show the product of a route's signs, its sign by balance theory: an enemy's enemy is a friend.")
  var showsSignProduct = false

  @Option(
    help:
      "What makes a route good: shortest, strongest, widest, most-reliable; earliest, fewest-hops, latest-departure.")
  var objective: RouteObjective = .shortest

  @Option(help: "How many days a step takes, for the objectives that respect time.")
  var transit = 0

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if count < 1 { throw ValidationError("--count is 1 or more") }
    if let maximumHops, maximumHops < 1 { throw ValidationError("--max-hops is 1 or more") }
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if !(0...1_000_000).contains(transit) { throw ValidationError("--transit is a number of days, 0 to 1000000") }
    if objective.timed != nil {
      if time.day != nil {
        throw ValidationError("--at looks at one day, and a route in time needs several: --window FROM..TO")
      }
      if maximumHops != nil { throw ValidationError("--max-hops does not go with --objective \(objective.rawValue)") }
      if method != nil { throw ValidationError("--method and --objective \(objective.rawValue) exclude each other") }
    } else if transit != 0 {
      throw ValidationError("--transit goes with the objectives earliest, fewest-hops and latest-departure")
    }
    if to == nil && method == nil { throw ValidationError("Missing expected argument '--to <to>'") }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("paths", run)
    let input = try session.read(file, reading)
    let source = try session.actor(from, in: input.network)
    let target = try to.map { word throws(CommandFailure) in try session.actor(word, in: input.network) }
    if let method {
      try ask(method, from: source, to: target, session, input)
    } else if let target, let timed = objective.timed {
      let search = TimedRouteSearch(from: source.id, to: target.id, objective: timed, transit: transit)
      try runInTime(search, session, input, source, target)
    } else if let target {
      try search(from: source, to: target, session, input)
    }
  }

  private func search(
    from source: Actor, to target: Actor, _ session: Session, _ input: NetworkInput
  ) throws(CommandFailure) {
    let projected = try session.project(input, view, at: time.time)
    let search = RouteSearch(
      from: source.id, to: target.id, objective: objective.fixed ?? .shortest, count: count, maximumHops: maximumHops)
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
      try output.write(
        JSONResult.text(
          PathsRecord(Manifest(session, [input], [projected]), search, result, cut, projected)))
    case .csv:
      session.note(ViewText.remarks([projected]))
      try output.write(csv: RouteTables.csv(result))
    case .table, .markdown: try output.write(tables(projected).tables(result, cut, search, source, target))
    }
  }

  private func tables(_ projected: ProjectedGraph) -> RouteTables {
    RouteTables(projected: projected, top: top, showsSignProduct: showsSignProduct)
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
      try output.write(JSONResult.text(RouteFindingRecord(manifest, from: source, to: target, result, projected)))
    case .csv:
      session.note(ViewText.remarks([projected]))
      try output.write(csv: FindingTables.csv([result]))
    case .table, .markdown:
      let title =
        "\(choice.summary.title) from \(source.name)" + (target.map { " to \($0.name)" } ?? "")
      let routes = result.finding?.routes ?? []
      var finding = FindingTables.tables([result], projected, title: title, top: top)
      finding[0].notes += tables(projected).notes(routes)
      try output.write(finding.prefix(1) + tables(projected).tables(routes) + finding.dropFirst())
    }
    if let reason = result.refusal {
      throw .data(["actorgraph: \(choice.summary.id) is not defined here: \(reason)"])
    }
  }
}

extension Paths {
  /// Finds a way that respects time, and writes it.
  private func runInTime(
    _ search: TimedRouteSearch, _ session: Session, _ input: NetworkInput, _ source: Actor,
    _ target: Actor
  ) throws(CommandFailure) {
    let timed = try session.projectInTime(input, view, time)
    let route: TimedRoute?
    do {
      route = try search.run(on: timed, in: session.context)
    } catch {
      throw CommandFailure(error, in: timed.projected)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(
        JSONResult.text(
          TimedPathsRecord(Manifest(session, [input], [timed.projected]), search, timed, route)))
    case .csv:
      session.note(ViewText.remarks([timed.projected]))
      try output.write(csv: TimedRouteTables.csv(route))
    case .table, .markdown:
      try output.write([
        TimedRouteTables.table(route, search, timed, source, target, showsSignProduct: showsSignProduct)
      ])
    }
  }
}

extension Session {
  /// Projects a network over a window, or over all the time that it covers.
  func projectInTime(
    _ input: NetworkInput, _ options: ProjectionOptions, _ time: TimeOptions
  ) throws(CommandFailure) -> TimedProjection {
    guard let first = input.network.firstDay, let last = input.network.lastDay else {
      throw .data(["\(input.path): no relation is dated, and what respects time needs dates"])
    }
    let end = time.day.map { $0.advanced(by: 1) } ?? last.advanced(by: 1)
    guard let period = time.window ?? DayRange(start: first, end: end) else {
      throw .usage(
        "nothing is dated to \(end.advanced(by: -1)) or before; the first day of \(input.path) is \(first)"
      )
    }
    let query = try options.query(.window(period), names: [input.network])
    do {
      return try TimedProjection(
        of: input.network, over: period, query: query, by: options.projection)
    } catch .unknownActor(let problem) {
      throw .usage(problem.description)
    } catch {
      throw .data(["\(input.path): \(error)"])
    }
  }
}

/// What makes a route good, in one picture of a day or over time.
enum RouteObjective: String, CaseIterable, ExpressibleByArgument {
  case shortest, strongest, widest
  case mostReliable = "most-reliable"
  case earliest
  case fewestHops = "fewest-hops"
  case latestDeparture = "latest-departure"

  /// The objective in one picture.
  var fixed: RouteSearch.Objective? { RouteSearch.Objective(rawValue: rawValue) }
  /// The objective over time.
  var timed: TimedRouteSearch.Objective? { TimedRouteSearch.Objective(rawValue: rawValue) }
}
