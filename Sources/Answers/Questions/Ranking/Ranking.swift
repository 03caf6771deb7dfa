import ActorAnalysis
import ActorModel
import GraphCore

/// Who, or which tie, matters most by one or more measures, and what a score rests on.
///
///     let study = try Study(ofFile: "Graphs/moscow-kabul.yaml")
///     let answer = try Ranking(by: ["betweenness"], explaining: "Iran").answer(in: study)
public struct Ranking: Question {
  /// The measures with their options as texts: `pagerank:damping=0.9`; `all` for every one of actors that needs none
  /// named. Betweenness where empty.
  public var measures: [String]
  /// An actor by id, name or alias whose scores are followed back to relations and sources; `nil` for none.
  public var explained: String?
  /// Days after which a tie is old: each score is also told without older ties; `nil` where age is not asked for.
  public var olderThan: Int?
  /// How many rows people are shown; programs get all.
  public var top = 15
  /// What is looked at.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "rank", title: "Ranking", meaning: "Ranks the actors, or the ties, by measures, and says what a score rests on."
  )

  /// Its options.
  public static var parameters: [Parameter<Ranking>] {
    [
      .texts("measure", \.measures, "The measures; betweenness where none is named."),
      .text("explain", \.explained, "An actor whose scores are followed back to relations and sources."),
      .integer("older-than", \.olderThan, in: 0...Int.max, "Days after which a tie is old."),
      .integer("top", \.top, in: 1...Int.max, "How many rows people are shown."),
    ]
  }

  /// A ranking of a view.
  ///
  /// - Parameters:
  ///   - measures: The measures as texts; betweenness where none is named.
  ///   - explained: An actor whose scores are explained.
  ///   - view: What is looked at.
  public init(by measures: [String] = [], explaining explained: String? = nil, view: StudyView = StudyView()) {
    self.measures = measures
    self.explained = explained
    self.view = view
  }

  /// Checks options and the names of measures.
  public func check() throws(QuestionError) {
    try checkOptions()
    _ = try selection(seed: 1)
  }

  /// Ranks the actors or ties of the first network of a study.
  ///
  /// - Throws: That there is no such measure, actor or source; what the projection throws; that an explanation would
  ///   take too long; that the run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try checkOptions()
    let selection = try selection(seed: study.seed)
    for choice in selection.actors { try choice.check(in: [study.inputs[0].network]) }
    let actor = try explained.map { word throws(QuestionError) in try study.actor(word) }
    let run = RankingRun(question: self, study: study, projected: try study.graph(view))
    let rankings = try run.rank(selection.actors)
    let ties = try run.rank(selection.ties)
    let explanations = try actor.map { actor throws(QuestionError) in
      try run.explain(actor, zip(selection.actors, rankings).filter { $1.refusal == nil }.map(\.0))
    }
    let age = try olderThan.map { days throws(QuestionError) in try run.age(olderThan: days, selection.actors) }
    let timed = selection.timed.isEmpty ? nil : try study.timedProjection(view)
    let overTime = try timed.map { timed throws(QuestionError) in try run.rank(selection.timed, over: timed) } ?? []
    return run.answer(
      RankingOutcome(
        rankings: rankings, ties: ties, explanations: explanations ?? [], age: age, timed: timed, overTime: overTime))
  }

  private func selection(seed: UInt64) throws(QuestionError) -> MeasureSelection {
    try MeasureSelection(measures, standard: ["betweenness"], seed: seed)
  }
}

/// What came of the parts of a ranking.
struct RankingOutcome {
  let rankings: [RankingResult]
  let ties: [TieRankingResult]
  let explanations: [ScoreExplanationResult]
  let age: AgeDependenceResult?
  /// What the rankings over a period looked at.
  let timed: TimedProjection?
  let overTime: [RankingResult]

  /// Why there is no answer at all: a single measure that is refused leaves none.
  var refusal: Phrase? {
    let refusals =
      (rankings + overTime).map { Self.refusal(of: $0.measure, because: $0.refusal) }
      + ties.map { Self.refusal(of: $0.measure, because: $0.refusal) }
    return refusals.count == 1 ? refusals[0] : nil
  }

  private static func refusal(of measure: String, because reason: String?) -> Phrase? {
    reason.map { "\(measure) is not defined here: \($0)" }
  }

  /// All rankings as one long table; `nil` where actors and ties are ranked at once.
  var sheet: AnswerTable? {
    let ofActors = rankings + overTime
    if ties.isEmpty { return RankingSection.sheet(of: ofActors) }
    return ofActors.isEmpty ? TieRankingSection.sheet(of: ties) : nil
  }
}
