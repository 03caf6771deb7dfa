import ActorGraph
import ArgumentParser

/// Follows measures over time.
struct TimelineCommand: AnalystCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Follow actors, single ties, the whole network and its blocs over time; say when they changed, and why.",
    usage: """
      actorgraph timeline FILE --every day|month|quarter|year|change [--from DATE] [--to DATE] [options]
             actorgraph timeline --frames DATE=FILE DATE=FILE… [options]
             actorgraph timeline FILE --frames-by COLUMN [options]
      """,
    discussion: """
      CSV, JSON and Markdown hold one row for each date, actor and measure; a row without an actor is about the whole
      network. The table on the terminal has a row for each date on which something changed; --layout long turns that.
      A measure is one of rank's, with its parameters, or a number of the whole network:
        \(NetworkMeasure.allCases.map(\.rawValue).joined(separator: ", "))
      network stands for all of these, all for all of rank's.
      Examples:
        actorgraph timeline Graphs/moscow-kabul.yaml --every quarter \\
          --from 2021 --measure betweenness --ledger given
        actorgraph timeline population.csv --frames-by year --tie AFG:IRN [options]
      """)

  @Argument(help: "The network; none where --frames names files.")
  var file: String?

  @Option(name: .customLong("measure"), help: "A measure with its parameters; repeat for more.")
  var measures: [String] = []

  @Option(name: .customLong("tie"), help: "FROM:TO, a tie whose strength is followed; repeat for more.")
  var ties: [String] = []

  @Option(name: .customLong("actor"), help: "Only the rows of this actor: id, name or alias; repeat for more.")
  var actors: [String] = []

  @Option(help: "The account of blocs: given for those of the file, or a method of groups that finds them.")
  var ledger: String?

  @Option(name: .customLong("change-points"), help: "What changes are looked for: mean, mean-variance, none.")
  var changeCost: ChangeSearch = .mean

  @Option(help: "What a change point costs, in squared standard deviations; by default 2 ln n (mean-variance: 3 ln n).")
  var penalty: Double?

  @Option(name: .customLong("min-segment"), help: "How many dates a level lasts at least.")
  var leastSegment = Timeline.standardChangePoints.minimumLength

  @Option(help: "How many actors and change points a table shows; CSV and JSON hold all.")
  var top = 6

  @Option(help: "Rows of date, actor, measure (long), or a row for each date (wide).")
  var layout: Layout?

  @Option(name: .customLong("search-limit"), help: "How many steps the proof of the least frustration may take.")
  var searchLimit = 50_000

  @Option(help: "What a tie weighs in the frustration: its strength, or count for 1; by default strength.")
  var weighing: TieWeighing?

  @OptionGroup(title: "Series") var time: SeriesOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  /// How rows are laid out.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case long, wide
  }

  /// What changes are looked for.
  enum ChangeSearch: String, CaseIterable, ExpressibleByArgument {
    case mean
    case meanVariance = "mean-variance"
    case none
  }

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if searchLimit < 0 { throw ValidationError("--search-limit is 0 or more") }
    if leastSegment < 1 { throw ValidationError("--min-segment is 1 or more") }
    if let penalty, !(penalty >= 0 && penalty.isFinite) { throw ValidationError("--penalty is 0 or more") }
  }

  var plan: OutputPlan {
    OutputPlan(reading: [file].compactMap(\.self) + time.frameFiles.map(\.path), reading, writing: [output.planned])
  }

  func execute() throws(CommandFailure) {
    let session = Session("timeline", run)
    let chosen = try TimelineMeasures(measures, hasTies: !ties.isEmpty, hasLedger: ledger != nil, seed: run.seed)
    let method = try ledger.map { text throws(CommandFailure) in try BlocMethod.chosen(text, run, command: "timeline") }
    let read = try time.read(file, session, view, reading)
    let networks = read.inputs.map(\.network)
    for choice in chosen.actors { try checkNames(of: choice, networks) }
    var timeline = Timeline(
      measures: chosen.actors, networkMeasures: chosen.network, ties: try trackedTies(networks))
    // A CSV holds neither, and does not wait for what it does not hold.
    let isTable = output.chosenFormat == .csv
    timeline.ledger = isTable ? nil : method
    timeline.searchLimit = searchLimit
    if let weighing { timeline.weighing = weighing.weighing }
    timeline.seed = run.seed
    timeline.changePoints = isTable ? nil : changeFinder
    let shown = try shownActors(networks)
    let series = try session.project(read, view)
    let result: TimelineResult
    do {
      result = try timeline.run(on: series, in: session.context)
    } catch {
      guard let first = series.graphs.first else { throw .internal("\(error)") }
      throw CommandFailure(error, in: first)
    }
    var tables = TimelineTables(
      result: result, finder: timeline.changePoints, title: networks.count == 1 ? networks[0].title : "Frames",
      top: top, shown: shown)
    tables.passedOver = ViewText.passedOver(read.series)
    switch output.chosenFormat {
    case .json:
      try output.write(
        JSONResult.text(
          TimelineRecord(
            Manifest(session, read.inputs, result.graphs), result, timeline.changePoints, shown,
            changesAfter: read.series.changesAfterLastDay)))
    case .csv:
      session.note(ViewText.seriesRemarks(result.graphs) + tables.passedOver)
      try output.write(csv: tables.long(isExact: true))
    case .table: try output.write(layout == .long ? tables.longTables() : tables.wideTables())
    case .markdown: try output.write(layout == .wide ? tables.wideTables() : tables.longTables())
    }
  }

  /// Actors that a measure names must be in one of the networks.
  private func checkNames(of choice: MeasureChoice, _ networks: [ActorNetwork]) throws(CommandFailure) {
    var problem: CommandFailure?
    for network in networks {
      do {
        return try choice.checkNames(in: network)
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { throw problem }
  }

  private var changeFinder: ChangePoints? {
    switch changeCost {
    case .none: nil
    case .mean: ChangePoints(cost: .mean, penalty: penalty, minimumLength: leastSegment)
    case .meanVariance: ChangePoints(cost: .meanVariance, penalty: penalty, minimumLength: leastSegment)
    }
  }

  /// Ties as FROM:TO; an id may itself hold a colon.
  private func trackedTies(_ networks: [ActorNetwork]) throws(CommandFailure) -> [TrackedTie] {
    var tracked: [TrackedTie] = []
    for text in ties {
      guard text.contains(":") else { throw .usage("'\(text)' is not of the form FROM:TO") }
      var found: TrackedTie?
      var problem = ""
      for colon in text.indices where text[colon] == ":" {
        do throws(UnknownActor) {
          let from = try Self.actor(String(text[..<colon]), networks)
          let to = try Self.actor(String(text[text.index(after: colon)...]), networks)
          found = found ?? TrackedTie(from: from.id, to: to.id)
        } catch {
          if problem.isEmpty { problem = error.description }
        }
      }
      guard let found else { throw .usage("--tie \(text): \(problem)") }
      if !tracked.contains(found) { tracked.append(found) }
    }
    return tracked
  }

  private func shownActors(_ networks: [ActorNetwork]) throws(CommandFailure) -> Set<String>? {
    guard !actors.isEmpty else { return nil }
    var ids: Set<String> = []
    for word in actors {
      do throws(UnknownActor) {
        ids.insert(try Self.actor(word, networks).id)
      } catch {
        throw .usage(error.description)
      }
    }
    return ids
  }

  /// The actor that a word names in the first of the networks that knows it.
  private static func actor(_ word: String, _ networks: [ActorNetwork]) throws(UnknownActor) -> Actor {
    var problem = UnknownActor.unknown(word, nearest: [])
    for network in networks {
      do throws(UnknownActor) {
        return try network.actor(named: word)
      } catch {
        if case .ambiguous = error { throw error }
        if case .unknown(_, let nearest) = problem, nearest.isEmpty { problem = error }
      }
    }
    throw problem
  }
}

/// Measures of a timeline as a user names them: of actors, and of the whole network.
struct TimelineMeasures {
  private(set) var actors: [MeasureChoice] = []
  private(set) var network: [NetworkMeasure] = []

  /// The measures named; where none are, betweenness and the standard numbers of the network, unless ties or blocs are
  /// what is asked for.
  init(_ texts: [String], hasTies: Bool, hasLedger: Bool, seed: UInt64) throws(CommandFailure) {
    let isBare = texts.isEmpty && !hasTies && !hasLedger
    var names: [String] = []
    for text in texts {
      if text == "network" {
        network += NetworkMeasure.allCases
      } else if let measure = NetworkMeasure(rawValue: text) {
        network.append(measure)
      } else {
        names.append(text)
      }
    }
    if isBare { network = NetworkMeasure.standard }
    var seen: Set<NetworkMeasure> = []
    network = network.filter { seen.insert($0).inserted }
    guard isBare || !names.isEmpty else { return }
    do throws(CommandFailure) {
      actors = try MeasureTexts.choices(names, standard: ["betweenness"], seed: seed)
    } catch {
      guard case .usage(let text) = error, text.hasPrefix("there is no measure") else { throw error }
      throw .usage(
        text + "; for the whole network: " + NetworkMeasure.allCases.map(\.rawValue).joined(separator: ", ")
          + ", network")
    }
  }
}

extension Session {
  /// Projects the states of a series.
  func project(_ read: SeriesOptions.Result, _ options: ProjectionOptions) throws(CommandFailure) -> ProjectedSeries {
    do {
      return try ProjectedSeries(of: read.series, by: options.projection, threads: context.threads)
    } catch .unknownActor(let problem) {
      throw .usage(problem.description)
    } catch {
      throw .data(["\(read.inputs.map(\.path).joined(separator: ", ")): \(error)"])
    }
  }
}
