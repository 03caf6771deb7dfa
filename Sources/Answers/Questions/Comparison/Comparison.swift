import ActorAnalysis
import ActorModel
import GraphCore

/// What changed from one state to another, how rankings moved and because of what, and how far the two are apart.
///
/// Two networks are compared with each other, or one network with itself at another time.
public struct Comparison: Question {
  /// A state of a network.
  public enum State: Codable, Hashable, Sendable {
    /// At a time.
    case time(SnapshotQuery.Time)
    /// The part of a network whose relations have a label in an attribute.
    case frame(String, by: String)
  }

  /// What a row of changes is about.
  public enum Unit: String, CaseIterable, Codable, Sendable {
    /// A relation.
    case relation
    /// Two actors with all that is between them.
    case dyad
  }

  /// The state before, of the first network.
  public var before: State
  /// The state after, of the last network.
  public var after: State
  /// Whether each side is shown as it could be known on its last day.
  public var knownThen = false
  /// What a row of changes is about.
  public var unit = Unit.relation
  /// Measures whose rankings are compared, with their options: `pagerank:damping=0.9`. The usual ones where empty.
  public var measures: [String] = []
  /// How many pairs of random orders of the changes are drawn to say why ranks moved; 0 for no explanation. By default
  /// 25, and none above ``changeLimit`` changes.
  public var samples: Int?
  /// How many random sets of changes are drawn to say whether ranks moved more than by chance; 0 for no test. By
  /// default 199, and none above ``relationLimit`` relations.
  public var draws: Int?
  /// How blocs are found: a method with its options, or `given` for those of the file; `nil` for no blocs.
  public var blocs: String? = "leiden"
  /// Whether costly distances are taken of large networks too.
  public var allDistances = false
  /// How many moves people are shown; programs get all.
  public var top = 15
  /// What is looked at; its time does not count.
  public var view: StudyView

  /// The most changes that are shared out among moves unasked.
  public static let changeLimit = 200
  /// The most relations whose changes are drawn at random unasked.
  public static let relationLimit = 2_000

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "compare", title: "Comparison", meaning: "Says what changed between two states of networks, and why.")

  /// Its options.
  public static var parameters: [Parameter<Comparison>] {
    [
      .flag("known-then", \.knownThen, "Whether each side is shown as it could be known on its last day."),
      .choice("by", \.unit, "What a row of changes is about."),
      .texts("measure", \.measures, "The measures whose rankings are compared; the usual ones where none is named."),
      .integer("samples", \.samples, in: 0...Int.max, "Pairs of random orders that say why ranks moved."),
      .integer("draws", \.draws, in: 0...Int.max, "Random sets of changes that say whether ranks moved by chance."),
      .text("blocs", \.blocs, "How blocs are found."),
      .flag("all-distances", \.allDistances, "Whether costly distances are taken of large networks too."),
      .integer("top", \.top, in: 1...Int.max, "How many moves people are shown."),
    ]
  }

  /// A comparison of two states; by default each network as of the last day on which something in it changes.
  public init(from before: State = .time(.last), to after: State = .time(.last), view: StudyView = StudyView()) {
    self.before = before
    self.after = after
    self.view = view
  }

  /// Checks the names of measures and of the method that finds blocs.
  public func check() throws(QuestionError) {
    try checkOptions()
    if samples == 1 { throw .unfit("samples cannot be 1: it is 0, or 2 or more") }
    _ = try choices(seed: 1)
    _ = try analysis(seed: 1)
  }

  /// Compares the first network of a study with the last, or its only one with itself.
  ///
  /// - Throws: That there is no such measure, actor, source or frame; what the projection throws; that the run was
  ///   cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try check()
    let choices = try choices(seed: study.seed)
    let analysis = try analysis(seed: study.seed)
    try analysis?.method.check(in: study.inputs.map(\.network))
    let old = try graph(of: 0, before, in: study)
    let new = try graph(of: study.inputs.count - 1, after, in: study)
    let comparison = comparison(old, new, by: choices, analysis, seed: study.seed)
    study.begin("comparing")
    let result: ComparisonResult
    do {
      result = try comparison.run(old, new, in: study.context)
    } catch {
      throw QuestionError(error, in: new)
    }
    let sections = ComparisonSections(
      question: self, isExplained: comparison.attributionPairs != nil, result: result, choices: choices, old: old,
      new: new)
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, [old, new]), body: sections.body, sheet: sections.sheet,
      remarks: ViewDescription.remarks(on: [old, new]) + sections.remarks)
  }

  private func choices(seed: UInt64) throws(QuestionError) -> [MeasureChoice] {
    try MeasureSelection.actors(measures, standard: ["betweenness", "harmonic", "pagerank"], seed: seed)
  }

  private func analysis(seed: UInt64) throws(QuestionError) -> BlocAnalysis? {
    guard let blocs else { return nil }
    var analysis = BlocAnalysis(by: try BlocAnalysis.Method(blocs, for: Self.summary.id, seed: seed))
    analysis.seed = seed
    return analysis
  }

  private func comparison(
    _ old: ProjectedGraph, _ new: ProjectedGraph, by choices: [MeasureChoice], _ analysis: BlocAnalysis?, seed: UInt64
  ) -> NetworkComparison {
    var comparison = NetworkComparison(by: choices)
    comparison.attributionPairs = samples == 0 ? nil : samples ?? 25
    comparison.attributionLimit = samples == nil ? Self.changeLimit : .max
    // Ties of an actor with itself are drawn as well, though no edge comes of them.
    let largest = [old, new].map { $0.relationCount + $0.droppedLoopCount }.max() ?? 0
    comparison.chanceDraws = draws ?? (largest <= Self.relationLimit ? 199 : 0)
    comparison.blocs = analysis
    comparison.distances.isUnlimited = allDistances
    comparison.seed = seed
    return comparison
  }

  private func graph(of position: Int, _ state: State, in study: Study) throws(QuestionError) -> ProjectedGraph {
    var view = view
    switch state {
    case .time(let time):
      view.query.time = time
      if knownThen {
        let last = Snapshot(of: study.inputs[position].network, SnapshotQuery(time: time)).referenceDay
        view.query.knownBy = [view.query.knownBy, last].compactMap(\.self).min()
      }
      return try study.graph(of: position, view)
    case .frame(let label, let attribute):
      return try study.graph(ofFrame: label, by: attribute, knownThen ? .asOfEachDate : .fixed, view)
    }
  }
}
