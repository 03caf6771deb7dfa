import ActorGraph
import ArgumentParser

/// Which statements are looked up or listed: by default all, of any day and every status.
struct StatementOptions: ParsableArguments {
  @Option(
    name: .customLong("at"), help: "Only what holds on that day; by default all that was ever stated.",
    transform: DateArgument.day)
  var day: Day?

  @Option(help: "Only what holds on a day of FROM..TO, the last day excluded.", transform: DateArgument.window)
  var window: DayRange?

  @Option(name: .customLong("known-by"), help: "Only evidence published by that day.", transform: DateArgument.day)
  var knownBy: Day?

  @Option(help: "Kinds of statement that count: fact, assessment, anticipated; by default all.")
  var status = WordList<Status>(Status.allCases)

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

  mutating func validate() throws {
    if day != nil && window != nil { throw ValidationError("--at and --window exclude each other") }
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--min-confidence is a probability: 0 to 1")
    }
  }

  /// The view asked for.
  var view: StudyView {
    var view = StudyView.everything
    if let day { view.query.time = .day(day) }
    if let window { view.query.time = .window(window) }
    view.query.knownBy = knownBy
    view.query.sources = Set(sources.separatedByCommas)
    view.query.withoutSources = Set(withoutSources.separatedByCommas)
    view.projection.statuses = status.words
    view.projection.signs = signs.words
    view.projection.types = types.separatedByCommas.isEmpty ? nil : types.separatedByCommas
    view.projection.minimumConfidence = minimumConfidence
    return view
  }
}
