import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("Timeline")
struct TimelineTests {
  /// A network whose relations come and go, some of one length, some repeated, over the months of a year.
  static func network(seed: Int) throws -> ActorNetwork {
    var random = SeededGenerator(seed: UInt64(seed))
    let relations = Sample.randomRelations(seed: seed, count: 24).map { relation in
      var relation = relation
      let first = 1 + random.nextIndex(below: 11)
      let last = first + random.nextIndex(below: 12 - first + 1)
      func text(_ month: Int) -> String { "2024-\(month < 10 ? "0" : "")\(month)-15" }
      relation.validity = Sample.interval(text(first), last > first && last <= 12 ? text(last) : "")
      return relation
    }
    return try Sample.network(relations)
  }

  static func series(
    _ network: ActorNetwork, every step: SnapshotSchedule.Step = .month, view: SnapshotSeries.View = .days,
    query: SnapshotQuery = SnapshotQuery(), threads: Int = 1, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> ProjectedSeries {
    var projection = Projection()
    change(&projection)
    let schedule = SnapshotSchedule(every: step, from: Sample.day("2024"), to: Sample.day("2025-03-01"))
    return try ProjectedSeries(
      of: try SnapshotSeries(of: network, schedule, view: view, query: query), by: projection, threads: threads)
  }

  @Suite("Equal to runs from scratch")
  struct Scratch {
    private func check(_ series: ProjectedSeries, _ measures: [MeasureChoice], threads: Int) throws -> TimelineResult {
      let result = try Timeline(measures: measures).run(on: series, in: RunContext(threads: threads))
      for (m, measure) in measures.enumerated() {
        for (state, projected) in series.graphs.enumerated() {
          let alone = try InfluenceRanking(by: measure).run(on: projected)
          #expect(
            Self.bits(result.rankings[m][state]) == Self.bits(alone),
            "\(measure.summary.id) on \(series.dates[state].label)")
        }
      }
      return result
    }

    /// All that a ranking says, its numbers bit by bit.
    private static func bits(_ ranking: RankingResult) -> [String] {
      [
        ranking.measure, ranking.scale, ranking.refusal ?? "", "\(ranking.options)",
        "\(String(describing: ranking.weights))",
      ]
        + ranking.ranked.map { row in
          "\(row.rank) \(row.actor.id) \(row.score.bitPattern) \(row.details.map(\.value.bitPattern))"
        }
    }

    @Test("Every measure of the catalogue, every state, to the last bit", arguments: 0..<4)
    func all(seed: Int) throws {
      let network = try TimelineTests.network(seed: seed)
      let measures = try MeasureCatalog().measures.filter(\.runsAlone).map { try $0.choice() }
      for direction in [Projection.Direction.stated, .either] {
        let series = try TimelineTests.series(network, threads: 2) { $0.direction = direction }
        let result = try check(series, measures, threads: 2)
        #expect(result.runCount < measures.count * series.graphs.count)
      }
    }

    @Test("Where weights fade and edges stay, measures by steps run once, weighted ones each time")
    func decay() throws {
      let network = try Sample.network([
        Sample.relation("R1", "A>B") { $0.validity = Sample.interval("2024-01-01") },
        Sample.relation("R2", "B>C") { $0.validity = Sample.interval("2023-01-01") },
        Sample.relation("R3", "C>A") { $0.validity = Sample.interval("2023-07-01") },
      ])
      let series = try TimelineTests.series(network) { $0.halfLives = [HalfLife(type: nil, days: 100)] }
      let plain = try check(series, [try Sample.measure("degree")], threads: 1)
      #expect(plain.runCount == 1)
      let weighted = try check(series, [try Sample.measure("strength")], threads: 1)
      #expect(weighted.runCount == series.graphs.count)
    }

    @Test("A state that holds what the one before held shares its graph")
    func shared() throws {
      let series = try TimelineTests.series(try TimelineTests.network(seed: 3), every: .day)
      #expect(Set(series.firstOfEqual).count <= 25)
      for (state, projected) in series.graphs.enumerated() {
        let alone = try projected.projection.graph(of: projected.snapshot)
        #expect(projected.graph.columns == alone.graph.columns)
        #expect(projected.graph.out.targets == alone.graph.out.targets)
        #expect(projected.actors == alone.actors)
        #expect(projected.relationPositions == alone.relationPositions)
        #expect(projected.snapshot.day == series.dates[state].period?.start)
      }
    }

    @Test("What a measure does not say that it reads does not change its scores", arguments: 0..<6)
    func declaredColumns(seed: Int) throws {
      let projected = try Sample.project(Sample.randomRelations(seed: seed))
      let graph = projected.graph
      for kind in MeasureCatalog().measures where kind.runsAlone {
        let measure = try kind.choice()
        guard let scores = try? measure.run(on: graph, in: RunContext()) else { continue }
        var columns = graph.columns
        if scores.weights != .length { columns.lengths = columns.lengths?.map { $0 * 3 + 1 } }
        if scores.weights != .strength { columns.strengths = columns.strengths?.map { $0 * 3 + 1 } }
        if measure.summary.signs == .ignored, scores.weights != .sign {
          columns.signs = columns.signs?.map { -$0 }
          columns.signedStrengths = columns.signedStrengths?.map { -2 * $0 }
        }
        let changed = try measure.run(on: graph.replacing(columns: columns), in: RunContext())
        #expect(changed.values.map(\.bitPattern) == scores.values.map(\.bitPattern), "\(measure.summary.id)")
      }
    }

    @Test("The same at any number of threads")
    func threads() throws {
      let network = try TimelineTests.network(seed: 9)
      let measures = try ["betweenness", "pagerank", "harmonic"].map { try Sample.measure($0) }
      func run(_ threads: Int) throws -> TimelineResult {
        try Timeline(measures: measures, networkMeasures: NetworkMeasure.allCases).run(
          on: try TimelineTests.series(network, threads: threads), in: RunContext(threads: threads))
      }
      let one = try run(1)
      for threads in [2, 3] {
        let more = try run(threads)
        #expect(more.rankings == one.rankings && more.networkValues == one.networkValues)
      }
    }
  }

  @Suite("Numbers and ties")
  struct Numbers {
    private func months() throws -> ActorNetwork {
      try Sample.network([
        Sample.relation("R1", "A>B") {
          $0.strength = 2
          $0.sign = .positive
        },
        Sample.relation("R2", "A>B") {
          $0.strength = 3
          $0.sign = .positive
          $0.validity = Sample.interval("2024-03-01", "2024-05-01")
        },
        Sample.relation("R3", "B>C") {
          $0.sign = .negative
          $0.validity = Sample.interval("2024-04-01")
        },
      ])
    }

    @Test("Ties are followed by their strength as projected")
    func ties() throws {
      let ties = [TrackedTie(from: "A", to: "B"), TrackedTie(from: "B", to: "A"), TrackedTie(from: "A", to: "X")]
      let result = try Timeline(ties: ties).run(on: try TimelineTests.series(try months()))
      #expect(result.tieValues[0].prefix(6) == [2, 2, 5, 5, 2, 2])
      #expect(result.tieValues[1].allSatisfy { $0 == 0 })
      #expect(result.tieValues[2].allSatisfy { $0 == nil })
      #expect(result.tieSigns[1].allSatisfy { $0 == nil } && result.tieSigns[2].allSatisfy { $0 == nil })
    }

    @Test("Numbers of the whole network")
    func network() throws {
      let wanted: [NetworkMeasure] = [
        .actors, .tied, .relations, .ties, .hostile, .density, .components, .largest, .turnover, .frustration,
      ]
      let result = try Timeline(networkMeasures: wanted).run(on: try TimelineTests.series(try months()))
      func row(_ state: Int) -> [Double?] { result.networkValues.map { $0[state] } }
      #expect(row(0) == [3, 2, 1, 1, 0, 1.0 / 6, 2, 2, nil, 0])
      #expect(row(3) == [3, 3, 3, 2, 1, 2.0 / 6, 1, 3, 0.5, 0])
      #expect(row(4)[8] == 0)
    }
  }

  @Suite("Changes")
  struct Changes {
    @Test("A step is dated, and comes with the relations that changed, the actor's own first")
    func events() throws {
      let network = try Sample.network(
        [
          Sample.relation("R1", "A>B"), Sample.relation("R2", "B>C"),
          Sample.relation("R3", "D>E") { $0.validity = Sample.interval("2024-07-01") },
          Sample.relation("R4", "C>D") {
            $0.validity = Sample.interval("2024-07-01")
            $0.evidence = [Evidence(source: "s")]
          },
        ], sources: [Sample.source("s")])
      let result = try Timeline(
        measures: [try Sample.measure("degree")], networkMeasures: [.components], ties: [TrackedTie(from: "C", to: "D")]
      ).run(on: try TimelineTests.series(network))
      #expect(result.changes.allSatisfy { result.dates[$0.state].label == "2024-07-01" })
      let whole = try #require(result.changes.first)
      #expect(whole.subject == .network(.components) && whole.before == 3 && whole.after == 1)
      #expect(whole.events.map(\.relation.id) == ["R3", "R4"] && whole.ownEventCount == 0)
      let tie = try #require(result.changes.first { $0.subject == .tie(TrackedTie(from: "C", to: "D")) })
      #expect(tie.events.map(\.relation.id) == ["R4"] && tie.ownEventCount == 1 && tie.eventCount == 2)
      #expect(tie.events[0].kind == .began && tie.events[0].relation.evidence.first?.source == "s")
      let actors = result.changes.compactMap { change -> String? in
        if case .actor(let actor, _) = change.subject { actor.id } else { nil }
      }
      #expect(actors == ["C", "D", "E"])
    }

    /// A network in which some actors gain a tie each on one day.
    private static func rising(_ count: Int, on day: String) throws -> ActorNetwork {
      try Sample.network(
        (0..<count).map { i in
          Sample.relation("R\(i)", "A\(i)>B\(i)") { $0.validity = Sample.interval(i % 2 == 0 ? "" : day) }
        })
    }

    private static func changes(_ network: ActorNetwork, _ dates: Int) throws -> [SeriesChange] {
      let schedule = SnapshotSchedule(every: .month, from: Sample.day("2024"), to: Sample.day("2024-0\(dates)-01"))
      let series = try ProjectedSeries(of: try SnapshotSeries(of: network, schedule), by: Projection())
      return try Timeline(measures: [try Sample.measure("degree")], networkMeasures: [.relations]).run(on: series)
        .changes
    }

    // case 33-change-points-of-two-dates
    @Test("From five dates and fewer nothing can be told; a level lasts three", arguments: 2...8)
    func enoughDates(dates: Int) throws {
      let changes = try Self.changes(try Self.rising(8, on: "2024-04-01"), dates)
      #expect(changes.isEmpty == (dates < 6))
      #expect(changes.allSatisfy { $0.state == 3 })
    }

    @Test("A change carries the ties of its actor and no others, and no more than a few of many")
    func ownEvents() throws {
      let changes = try Self.changes(try Self.rising(80, on: "2024-04-01"), 8)
      for change in changes {
        #expect(change.eventCount == 40)
        if case .actor(let actor, _) = change.subject {
          #expect(change.ownEventCount == 1 && change.events.count == 1)
          #expect(
            change.events.allSatisfy { $0.relation.ends.first == actor.id || $0.relation.ends.second == actor.id })
        } else {
          #expect(change.events.count == 25)
        }
      }
      #expect(changes.count == 81)
    }

    @Test("The size of a change is a share of the largest value of its measure, not of its own restlessness")
    func relativeSize() throws {
      let network = try Sample.network([
        Sample.relation("R1", "A>B") { $0.strength = 100 },
        Sample.relation("R2", "A>B") {
          $0.strength = 60
          $0.validity = Sample.interval("2024-07-01")
        },
        Sample.relation("R3", "C>D") { $0.strength = 1 },
        Sample.relation("R4", "C>D") {
          $0.strength = 1
          $0.validity = Sample.interval("2024-07-01")
        },
      ])
      let result = try Timeline(measures: [try Sample.measure("strength:direction=out")]).run(
        on: try TimelineTests.series(network))
      let sizes = result.changes.map { "\($0.difference) \($0.relativeSize) \($0.size > 1)" }
      #expect(sizes == ["60.0 \(60.0 / 160) true", "1.0 \(1.0 / 160) true"])
    }

    @Test("None are looked for when nobody asks")
    func none() throws {
      var timeline = Timeline(networkMeasures: [.relations])
      timeline.changePoints = nil
      #expect(try timeline.run(on: try TimelineTests.series(try TimelineTests.network(seed: 1))).changes.isEmpty)
    }
  }

  @Test("An interrupt ends it")
  func cancelled() throws {
    let context = RunContext()
    context.cancellation.cancel()
    #expect(throws: AlgorithmError.cancelled) {
      try Timeline(measures: [try Sample.measure("degree")]).run(
        on: try Self.series(try Self.network(seed: 1)), in: context)
    }
  }

  @Test("No states, no numbers")
  func empty() throws {
    let series = try ProjectedSeries(of: try SnapshotSeries(of: []), by: Projection())
    let result = try Timeline(measures: [try Sample.measure("degree")], networkMeasures: [.actors]).run(on: series)
    #expect(result.rankings == [[]] && result.networkValues == [[]] && result.changes.isEmpty)
  }
}
