import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore

/// How measures of actors, of single ties, of the whole network and of its blocs go over time; when they changed, and
/// what happened then.
public struct TimeSeries: Question {
  /// How people are shown rows.
  public enum Layout: String, CaseIterable, Codable, Sendable {
    /// A row for each date, actor and measure.
    case long
    /// A row for each date on which something changed.
    case wide
  }

  /// What changes are looked for.
  public enum ChangeSearch: String, CaseIterable, Codable, Sendable {
    /// Changes of level.
    case mean
    /// Changes of level or of restlessness.
    case meanVariance = "mean-variance"
    /// None.
    case none
  }

  /// Which states make the series.
  public var states: StateSelection
  /// Measures of actors with their options, and numbers of the whole network by name; `network` for all of these, `all`
  /// for all of actors. The usual ones where neither they nor ties nor blocs are asked for.
  public var measures: [String] = []
  /// Ties whose strength is followed, as `RUS:EU`.
  public var ties: [String] = []
  /// The actors whose rows are told, by id, name or alias; all where empty.
  public var actors: [String] = []
  /// Where blocs come from whose account is kept: `given`, or a method with its options; `nil` for no account.
  public var ledger: String?
  /// What changes are looked for.
  public var changeSearch = ChangeSearch.mean
  /// What a change point costs, in squared standard deviations; `nil` for 2 ln n, or 3 ln n with the variance.
  public var penalty: Double?
  /// How many dates a level lasts at least.
  public var leastSegment = Timeline.standardChangePoints.minimumLength
  /// How many steps the proof of the least frustration may take.
  public var searchLimit = 50_000
  /// What a tie weighs in the frustration.
  public var weighing = SignedWeighing.automatic
  /// Whether values alone are told, and neither changes nor blocs, which take longer.
  public var valuesOnly = false
  /// How people are shown rows.
  public var layout = Layout.wide
  /// How many actors and change points people are shown; programs get all.
  public var top = 6
  /// What is looked at; its time does not count.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "timeline", title: "Time series", meaning: "Follows actors, ties, the network and its blocs over time.")

  /// Its options.
  public static var parameters: [Parameter<TimeSeries>] {
    [
      .texts("measure", \.measures, "Measures of actors, and numbers of the whole network."),
      .texts("tie", \.ties, "Ties whose strength is followed, as RUS:EU."),
      .texts("actor", \.actors, "The actors whose rows are told; all where none is named."),
      .text("ledger", \.ledger, "Where blocs come from whose account is kept."),
      .choice("change-points", \.changeSearch, "What changes are looked for."),
      .number("penalty", \.penalty, in: 0...Double.greatestFiniteMagnitude, "What a change point costs."),
      .integer("min-segment", \.leastSegment, in: 1...Int.max, "How many dates a level lasts at least."),
      .integer("search-limit", \.searchLimit, in: 0...Int.max, "Steps of the proof of the least frustration."),
      .choice("weighing", \.weighing, "What a tie weighs in the frustration."),
      .flag("values-only", \.valuesOnly, "Whether neither changes nor blocs are told, which take longer."),
      .choice("layout", \.layout, "How people are shown rows."),
      .integer("top", \.top, in: 1...Int.max, "How many actors and change points people are shown."),
    ]
  }

  /// Series over states; by default one for each date on which something changes.
  public init(of states: StateSelection = StateSelection(), view: StudyView = StudyView()) {
    self.states = states
    self.view = view
  }

  /// Checks the names of measures and of the method that finds blocs.
  public func check() throws(QuestionError) {
    try checkOptions()
    _ = try choices(seed: 1)
    _ = try ledger.map { text throws(QuestionError) in try blocMethod(text, seed: 1) }
  }

  /// Follows the networks of a study through their states.
  ///
  /// - Throws: That there is no such measure, actor, tie, source or attribute; why the states make no series; what the
  ///   projection throws; that the run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try check()
    let choices = try choices(seed: study.seed)
    let names = SeriesNames(networks: study.inputs.map(\.network))
    for choice in choices.actors { try names.check(choice) }
    var timeline = Timeline(
      measures: choices.actors, networkMeasures: choices.network, ties: try names.ties(ties))
    let method = try ledger.map { text throws(QuestionError) in try blocMethod(text, seed: study.seed) }
    timeline.ledger = valuesOnly ? nil : method
    timeline.searchLimit = searchLimit
    timeline.weighing = weighing
    timeline.seed = study.seed
    timeline.changePoints = valuesOnly ? nil : changeFinder
    let shown = try names.actors(actors)
    let series = try study.series(of: states, view)
    let result: TimelineResult
    do {
      result = try timeline.run(on: series.graphs, in: study.context)
    } catch {
      guard let first = series.graphs.graphs.first else { throw .internal("\(error)") }
      throw QuestionError(error, in: first)
    }
    let sections = SeriesSections(
      question: self, result: result, finder: timeline.changePoints, shown: shown, series: series,
      title: study.inputs.count == 1 ? study.inputs[0].network.title : "Frames")
    var answer = Answer(
      manifest: Manifest(Self.summary.id, of: series.inputs, result.graphs, seed: study.seed), body: sections.body,
      sheet: sections.sheet, remarks: sections.remarks)
    answer.notices = series.notices
    return answer
  }

  private func choices(seed: UInt64) throws(QuestionError) -> SeriesMeasures {
    try SeriesMeasures(measures, isBare: measures.isEmpty && ties.isEmpty && ledger == nil, seed: seed)
  }

  private func blocMethod(_ text: String, seed: UInt64) throws(QuestionError) -> BlocAnalysis.Method {
    try BlocAnalysis.Method(text, for: Self.summary.id, seed: seed)
  }

  private var changeFinder: ChangePoints? {
    switch changeSearch {
    case .none: nil
    case .mean: ChangePoints(cost: .mean, penalty: penalty, minimumLength: leastSegment)
    case .meanVariance: ChangePoints(cost: .meanVariance, penalty: penalty, minimumLength: leastSegment)
    }
  }
}
