import ActorGraph
import ArgumentParser

/// Which statements are looked at, and how they become a graph: the options that all commands share.
struct ProjectionOptions: ParsableArguments {
  @Option(name: .customLong("known-by"), help: "Only evidence published by that day.", transform: DateArgument.day)
  var knownBy: Day?

  @Option(help: "Kinds of statement that count: fact, assessment, anticipated.")
  var status = WordList<Status>([.fact, .assessment])

  @Option(name: .customLong("min-confidence"), help: "The least confidence that counts, 0 to 1.")
  var minimumConfidence = 0.0

  @Option(name: .customLong("type"), help: "Only relations of these types; repeat, or separate by commas.")
  var types: [String] = []

  @Option(name: .customLong("sign"), help: "Only relations of these signs: positive, negative, neutral.")
  var signs = WordList<Sign>(Sign.allCases)

  @Option(name: .customLong("source"), help: "Only statements that rest on one of these sources.")
  var sources: [String] = []

  @Option(name: .customLong("without-source"), help: "Only statements that rest on others than these too.")
  var withoutSources: [String] = []

  @Option(name: .customLong("roll-up"), help: "Count parts as their whole: none, all, or the actors to roll up into.")
  var rollUp: [String] = []

  @Option(help: "Which way edges run: stated, reversed, either.")
  var direction: Projection.Direction = .stated

  @Option(help: "Parallel relations: sum, max, mean, latest, noisy-or, keep.")
  var combine: Projection.Combination = .sum

  @Option(help: "How the numbers in the file are read: strength, length, none.")
  var weights: Projection.Weights = .strength

  @Option(help: "How a strength becomes a length: inverse, negative-log.")
  var length: Projection.LengthConversion = .inverse

  @Option(
    name: .customLong("window-mode"),
    help: "What held within a window: sum (all in full), mean (strength × share of days), last (for each two).")
  var windowMode: WindowMode = .sum

  @Option(
    name: .customLong("half-life"),
    help: "TYPE=DAYS after which half of a relation's strength is left, *=DAYS for all types; repeat for more.",
    transform: HalfLifeArgument.halfLife)
  var halfLives: [HalfLife] = []

  @Option(help: "Ties of an actor with itself, stated so or made by rolling up: keep, drop.")
  var loops: Projection.Loops = .drop

  @Option(help: "Actors without ties: keep, drop.")
  var isolates: Projection.Isolates = .keep

  mutating func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--min-confidence is a probability: 0 to 1")
    }
    if !halfLives.isEmpty, weights == .none {
      throw ValidationError("--half-life changes strengths, and --weights none leaves them out: choose one")
    }
    for (i, halfLife) in halfLives.enumerated() where halfLives[..<i].contains(where: { $0.type == halfLife.type }) {
      throw ValidationError("--half-life gives \(halfLife.type ?? "*") twice")
    }
  }

  /// The projection asked for.
  var projection: Projection {
    var projection = Projection()
    projection.statuses = status.words
    let types = types.separatedByCommas
    projection.types = types.isEmpty ? nil : types
    projection.signs = signs.words
    projection.minimumConfidence = minimumConfidence
    projection.direction = direction
    projection.combination = combine
    projection.weights = weights
    projection.length = length
    projection.loops = loops
    projection.isolates = isolates
    // By type, so that the order on the command line does not show in results; * comes last.
    projection.halfLives = halfLives.sorted { a, b in
      guard let first = a.type, let second = b.type else { return a.type != nil }
      return first < second
    }
    projection.rollUp =
      switch rollUp {
      case [], ["none"]: .none
      case ["all"]: .all
      default: .into(rollUp.separatedByCommas)
      }
    return projection
  }

  /// The view asked for, at a time.
  func view(_ time: SnapshotQuery.Time) -> StudyView {
    StudyView(
      SnapshotQuery(
        time: time, knownBy: knownBy, sources: Set(sources.separatedByCommas),
        withoutSources: Set(withoutSources.separatedByCommas), windowMode: windowMode), projection)
  }

  /// The query asked for, at a time.
  ///
  /// - Throws: That a source or type named is in none of the networks, with the nearest.
  func query(_ time: SnapshotQuery.Time, names networks: [ActorNetwork]) throws(CommandFailure) -> SnapshotQuery {
    let view = view(time)
    do { try view.check(in: networks) } catch { throw CommandFailure(error) }
    return view.query
  }
}

/// The time looked at by commands that look at one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("at"),
    help: """
      The network as of that day; by default the last day on which a tie begins, or ends while another dated tie goes \
      on; where none goes on, the last day anything holds. Undated ties hold on any day.
      """,
    transform: DateArgument.day)
  var day: Day?

  @Option(help: "Everything that holds in FROM..TO, the last day excluded.", transform: DateArgument.window)
  var window: DayRange?

  mutating func validate() throws {
    if day != nil && window != nil { throw ValidationError("--at and --window exclude each other") }
  }

  /// The time asked for; a coarse date stands for its first day.
  var time: SnapshotQuery.Time {
    if let window { return .window(window) }
    return day.map { .day($0) } ?? .last
  }
}
