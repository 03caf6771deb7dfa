import ActorModel
import GraphAlgorithms
import GraphCore

/// Follows a network through the states of a series: scores and ranks of actors, numbers of the whole, single ties,
/// when they changed and what happened then, and what became of blocs.
///
/// Every score is the one that a run on that state alone gives, to the last bit.
package struct Timeline: Sendable {
  /// Measures that score every actor.
  package var measures: [MeasureChoice]
  /// Numbers of the whole network.
  package var networkMeasures: [NetworkMeasure]
  /// Ties whose strength is followed.
  package var ties: [TrackedTie]
  /// How change points are found; `nil` for none.
  package var changePoints: ChangePoints? = Self.standardChangePoints
  /// Where blocs come from whose ledger is kept; `nil` for no ledger.
  package var ledger: BlocAnalysis.Method?
  /// How many steps the proof of the least frustration may take.
  package var searchLimit = 50_000
  /// What a friendly or hostile tie weighs in the frustration.
  package var weighing = SignedWeighing.automatic
  /// Seed of random choices.
  package var seed: UInt64 = 1

  /// Changes of level that last three dates at least: on fewer nothing has settled.
  ///
  /// Of series of 6 to 30 random numbers one in ten is divided so; with segments of two or one it is up to one in five,
  /// or one in two.
  package static let standardChangePoints = ChangePoints(minimumLength: 3)

  /// A timeline of measures.
  package init(
    measures: [MeasureChoice] = [], networkMeasures: [NetworkMeasure] = [], ties: [TrackedTie] = []
  ) {
    self.measures = measures
    self.networkMeasures = networkMeasures
    self.ties = ties
  }

  /// Follows a series.
  ///
  /// - Throws: `.cancelled`; what a method that finds blocs throws; an option of ``changePoints`` out of range.
  package func run(on series: ProjectedSeries, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> TimelineResult
  {
    let scores = try SeriesRuns(measures: measures, series: series).run(in: context)
    let rankings = zip(measures, scores.outcomes).map { measure, outcomes in
      Self.rankings(by: measure, outcomes, series)
    }
    let network = try networkValues(series, context)
    let tied = ties.map { tie in series.graphs.map { tie.strength(in: $0) } }
    let tieSigns = ties.map { tie in series.graphs.map { tie.sign(in: $0) } }
    var result = TimelineResult(
      dates: series.dates, graphs: series.graphs, measures: measures, rankings: rankings,
      networkMeasures: networkMeasures, networkValues: network, ties: ties, tieValues: tied,
      tieSigns: tieSigns, changes: [],
      ledger: try ledger.map { method throws(AlgorithmError) in
        try BlocLedger(by: method).run(on: series, in: context)
      }, runCount: scores.runCount)
    if let changePoints {
      result.changes = try SeriesChanges(finder: changePoints, result: result).find(in: context)
    }
    return result
  }

  /// The ranking of each state; states of one graph share it.
  private static func rankings(
    by measure: MeasureChoice, _ outcomes: [SeriesRuns.Outcome], _ series: ProjectedSeries
  ) -> [RankingResult] {
    let ranking = InfluenceRanking(by: measure)
    var results: [RankingResult] = []
    for (state, outcome) in outcomes.enumerated() {
      let isShared = state > 0 && series.firstOfEqual[state] == series.firstOfEqual[state - 1]
      results.append(isShared ? results[state - 1] : ranking.result(outcome, on: series.graphs[state]))
    }
    return results
  }

  /// By measure, then by state.
  private func networkValues(
    _ series: ProjectedSeries, _ context: RunContext
  ) throws(AlgorithmError) -> [[Double?]] {
    guard !networkMeasures.isEmpty else { return [] }
    let numbers = NetworkNumbers(searchLimit: searchLimit, weighing: weighing, seed: seed)
    let distinct = series.graphs.indices.filter { series.firstOfEqual[$0] == $0 }
    var inner = context
    inner.progress = nil
    inner.threads = 1
    let settled = inner
    let wanted = networkMeasures
    let values = try context.orderedMap(over: distinct.count, chunkSize: 1, makeWorker: { 0 }) {
      (_, range) throws(AlgorithmError) in
      try numbers.values(wanted, of: series.graphs[distinct[range.lowerBound]], in: settled)
    }
    let byFirst = Dictionary(zip(distinct, values), uniquingKeysWith: { first, _ in first })
    return wanted.indices.map { m in
      series.graphs.indices.map { state in
        guard wanted[m].needsEarlier else { return byFirst[series.firstOfEqual[state]]?[m] }
        guard state > 0 else { return nil }
        if series.firstOfEqual[state] == series.firstOfEqual[state - 1] { return 0 }
        return NetworkNumbers.change(wanted[m], from: series.graphs[state - 1], to: series.graphs[state])
      }
    }
  }
}

/// A tie that is followed over time.
package struct TrackedTie: Sendable, Hashable {
  /// The id of the actor that it comes from.
  package let from: String
  /// The id of the actor that it goes to.
  package let to: String

  /// A tie from one actor to another.
  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// The strength of the edges from the one to the other, 0 without any; `nil` where one of them does not exist.
  func strength(in projected: ProjectedGraph) -> Double? {
    edges(in: projected)?.reduce(0.0) { $0 + (projected.graph.strengths?[$1] ?? 1) }
  }

  /// The sign of the statements behind the edges from the one to the other; `nil` where there are none.
  func sign(in projected: ProjectedGraph) -> TieSign? {
    guard let edges = edges(in: projected), !edges.isEmpty else { return nil }
    let signs = Set(edges.flatMap { projected.relations(ofEdge: $0).map(\.sign) })
    switch (signs.contains(.positive), signs.contains(.negative)) {
    case (true, true): return .mixed
    case (true, false): return .positive
    case (false, true): return .negative
    case (false, false): return .neutral
    }
  }

  /// The edges from the one to the other; `nil` where one of them does not exist.
  private func edges(in projected: ProjectedGraph) -> [Int]? {
    guard let source = projected.node(ofActor: from), let target = projected.node(ofActor: to) else { return nil }
    let arcs = projected.graph.out
    return arcs.range(of: source).filter { Int(arcs.targets[$0]) == target }.map { arcs.edge(ofArc: $0) }
  }
}

/// What the statements behind a tie say together: friendly, hostile, both or neither.
package enum TieSign: String, Sendable, Hashable, Codable, CaseIterable {
  /// At least one is positive, and none negative.
  case positive
  /// At least one is negative, and none positive.
  case negative
  /// Some are positive and some negative.
  case mixed
  /// None has a sign.
  case neutral
}

/// A network followed through the states of a series.
package struct TimelineResult: Sendable {
  /// When each state is.
  package let dates: [FrameDate]
  /// The graph of each state.
  package let graphs: [ProjectedGraph]
  /// The measures that score actors.
  package let measures: [MeasureChoice]
  /// Their rankings, by measure, then by state.
  package let rankings: [[RankingResult]]
  /// The numbers of the whole network.
  package let networkMeasures: [NetworkMeasure]
  /// Their values, by measure, then by state; `nil` where one is not defined.
  package let networkValues: [[Double?]]
  /// The ties that were followed.
  package let ties: [TrackedTie]
  /// Their strengths, by tie, then by state; `nil` where an actor does not exist.
  package let tieValues: [[Double?]]
  /// Their signs, by tie, then by state; `nil` where there is no tie.
  package let tieSigns: [[TieSign?]]
  /// Where series changed, with what happened then; in the order of the series, then of time.
  package internal(set) var changes: [SeriesChange]
  /// What became of blocs, by state; `nil` when it was not asked for.
  package let ledger: [[LedgerEntry]]?
  /// How many runs of measures that score actors it took.
  package let runCount: Int

  /// Whether any tie that was followed has a sign on any date.
  package var hasTieSigns: Bool { tieSigns.joined().contains { $0 != nil && $0 != .neutral } }
}
