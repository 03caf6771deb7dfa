import ActorGraph
import ArgumentParser

/// Ranks actors by influence.
struct Rank: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank the actors, or the ties, by one or more measures, and say what a score rests on.",
    discussion: """
      A measure's own parameters follow its name: betweenness:scale=pairs,
      pagerank:damping=0.9,tolerance=1e-12. Actors in them are named by id, name
      or alias, with + or a comma between them. The command algorithms lists all.
      temporal-reachability and burstiness look at all the time up to --at, or at
      --window, and not at one day.
      Examples:
        actorgraph rank Graphs/moscow-kabul.yaml --measure degree --measure pagerank
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness --explain Iran
        actorgraph rank Graphs/moscow-kabul.yaml --measure edge-betweenness
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(
    name: .customLong("measure"), help: "A measure with its parameters; repeat for more; all for every one of actors.")
  var measures: [String] = []

  @Option(help: "An actor whose scores are followed back to relations and sources.")
  var explain: String?

  @Option(
    name: .customLong("older-than"),
    help: "DAYS: how far scores rest on older ties: the share of all strength, and each score without them.")
  var olderThan: Int?

  @Option(help: "How many actors a table shows; JSON and CSV hold all.")
  var top = 15

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if let olderThan, olderThan < 0 { throw ValidationError("--older-than is a number of days from 0") }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    if explain != nil, output.chosenFormat == .csv {
      throw .usage("one CSV file holds a ranking; --explain goes with table, markdown and json")
    }
    let session = Session("rank", run)
    let chosen = try CommandFailure.wording { () throws(QuestionError) in
      try MeasureSelection(measures, standard: ["betweenness"], seed: run.seed)
    }
    let input = try session.read(file, reading)
    for choice in chosen.actors { try choice.checkNames(in: input.network) }
    let explained = try explain.map { word throws(CommandFailure) in try session.actor(word, in: input.network) }
    let projected = try session.project(input, view, at: time.time)
    var rankings: [RankingResult] = []
    var ties: [TieRankingResult] = []
    var explanations: [ScoreExplanationResult] = []
    do throws(AlgorithmError) {
      for choice in chosen.actors {
        session.begin(choice.summary.id)
        rankings.append(try InfluenceRanking(by: choice).run(on: projected, in: session.context))
      }
      for choice in chosen.ties {
        session.begin(choice.summary.id)
        ties.append(try TieRanking(by: choice).run(on: projected, in: session.context))
      }
      if let actor = explained {
        for (choice, ranking) in zip(chosen.actors, rankings) where ranking.refusal == nil {
          session.begin("explaining \(choice.summary.id)")
          explanations.append(
            try ScoreExplanation(of: actor.id, by: choice).run(on: projected, in: session.context))
        }
      }
    } catch {
      throw CommandFailure(error, in: projected)
    }
    let age = try age(of: chosen.actors, projected, session)
    let overTime = try chosen.timed.isEmpty ? nil : session.projectInTime(input, view, time)
    let timed = try overTime.map { over throws(CommandFailure) in try rank(chosen.timed, over, session) } ?? []
    let views = (rankings.isEmpty && ties.isEmpty ? [] : [projected]) + [overTime?.projected].compactMap(\.self)
    switch output.chosenFormat {
    case .json:
      let manifest = Manifest(session, [input], views)
      try output.write(JSONResult.text(RankRecord(manifest, rankings + timed, ties, explanations, age)))
    case .csv:
      guard ties.isEmpty || (rankings + timed).isEmpty else {
        throw .usage("one CSV file holds actors or ties; ask for measures of actors and of ties apart")
      }
      session.note(ViewText.remarks(views))
      let table = ties.isEmpty ? RankTables.csv(rankings + timed) : RankTables.csv(ties)
      try output.write(csv: table)
    case .table, .markdown:
      let tables =
        zip(rankings.indices, rankings).map { i, ranking in
          RankTables.table(ranking, projected, top: top, title: input.network.title, age: age, position: i)
        }
        + timed.compactMap { ranking in
          overTime.map { RankTables.table(ranking, $0.projected, top: top, title: input.network.title) }
        }
        + ties.map { RankTables.table($0, projected, top: top, title: input.network.title) }
        + explanations.map { RankTables.table($0, projected, top: top) }
      try output.write(tables)
    }
    let refusals = (rankings + timed).map { ($0.measure, $0.refusal) } + ties.map { ($0.measure, $0.refusal) }
    if refusals.count == 1, let (measure, refusal) = refusals.first, let refusal {
      throw .data(["actorgraph: \(measure) is not defined here: \(refusal)"])
    }
  }

  /// What is left of the rankings without older ties, where that was asked for.
  private func age(
    of choices: [MeasureChoice], _ projected: ProjectedGraph, _ session: Session
  ) throws(CommandFailure) -> AgeDependenceResult? {
    guard let olderThan else { return nil }
    guard projected.snapshot.referenceDay != nil else {
      throw .data(["\(file): no relation is dated, so that none has an age; leave --older-than out"])
    }
    do {
      return try AgeDependence(olderThan: olderThan).run(on: projected, by: choices, in: session.context)
    } catch {
      throw CommandFailure(error, in: projected)
    }
  }

  private func rank(
    _ measures: [TimedRanking], _ timed: TimedProjection, _ session: Session
  ) throws(CommandFailure) -> [RankingResult] {
    do {
      var rankings: [RankingResult] = []
      for measure in measures { rankings.append(try measure.run(on: timed, in: session.context)) }
      return rankings
    } catch {
      throw CommandFailure(error, in: timed.projected)
    }
  }
}

/// Measures as a user names them.
enum MeasureTexts {
  /// The measures named, or the standard ones; `all` stands for every measure that needs no actor to be named.
  static func choices(
    _ texts: [String], standard: [String], seed: UInt64
  ) throws(CommandFailure) -> [MeasureChoice] {
    try CommandFailure.wording { () throws(QuestionError) in
      try MeasureSelection.actors(texts, standard: standard, seed: seed)
    }
  }
}
