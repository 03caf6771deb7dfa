import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("NetworkComparison")
struct NetworkComparisonTests {
  private func network() throws -> ActorNetwork {
    try Sample.network(
      [
        Sample.relation("old", "A>B") { $0.validity = Sample.interval("2020", "2022") },
        Sample.relation("stays", "B>A") {
          $0.validity = Sample.interval("2020")
          $0.sign = .positive
        },
        Sample.relation("new", "B>C") { $0.validity = Sample.interval("2023") },
        Sample.relation("quarrel", "A-B") {
          $0.validity = Sample.interval("2023")
          $0.sign = .negative
          $0.strength = 2
        },
      ],
      actors: [
        Sample.actor("A"), Sample.actor("B"), Sample.actor("C") { $0.existence = Sample.interval("2022") },
        Sample.actor("D") { $0.existence = Sample.interval("", "2022") },
      ])
  }

  private func graph(_ day: String) throws -> ProjectedGraph {
    try Projection().graph(of: Snapshot(of: try network(), SnapshotQuery(time: .day(Sample.day(day)))))
  }

  private func compare(_ before: String, _ after: String) throws -> ComparisonResult {
    try NetworkComparison(by: [try Sample.measure("betweenness"), try Sample.measure("degree")]).run(
      try graph(before), try graph(after))
  }

  @Test("Two days of one network: who came and went, what was added and ended, whose tie flipped")
  func twoDays() throws {
    let result = try compare("2021", "2024")
    #expect(result.actorsAdded.map(\.id) == ["C"])
    #expect(result.actorsRemoved.map(\.id) == ["D"])
    #expect(result.relations.added.map(\.id) == ["new", "quarrel"])
    #expect(result.relations.ended.map(\.id) == ["old"])
    #expect(result.flips.map { "\($0.first.id) \($0.second.id)" } == ["A B"])
    #expect(result.rankings.map(\.after.measure) == ["betweenness", "degree"])
    #expect(!result.isEmpty)
  }

  @Test("Turned round, everything is the other way round")
  func mirrored() throws {
    let forth = try compare("2021", "2024")
    let back = try compare("2024", "2021")
    #expect(back.actorsAdded == forth.actorsRemoved)
    #expect(back.actorsRemoved == forth.actorsAdded)
    #expect(back.relations.added.map(\.id) == forth.relations.ended.map(\.id))
    #expect(back.relations.ended.map(\.id) == forth.relations.added.map(\.id))
    #expect(back.flips.map(\.before) == forth.flips.map(\.after))
    #expect(back.dyads.map(\.before) == forth.dyads.map(\.after))
    #expect(back.rankings.map(\.kendallTauB) == forth.rankings.map(\.kendallTauB))
    #expect(back.rankings.map(\.rankBiasedOverlap) == forth.rankings.map(\.rankBiasedOverlap))
    #expect(back.rankings.map(\.topOverlap) == forth.rankings.map(\.topOverlap))
    #expect(back.distances == forth.distances)
  }

  @Test("With itself there is nothing to say")
  func same() throws {
    let result = try compare("2024", "2024")
    #expect(result.isEmpty)
    #expect(result.distances.edges.hamming == 0)
    #expect(result.distances.shapes.allSatisfy { $0.value == 0 })
    #expect(result.rankings.allSatisfy { $0.moves.isEmpty && ($0.kendallTauB ?? 1) == 1 })
  }

  @Test("Sources that come to disagree make a relation newly disputed")
  func disputed() throws {
    let relation = Sample.relation("R1", "A>B") { $0.evidence = Sample.evidence("s1") }
    let contested = Sample.relation("R1", "A>B") {
      $0.evidence = Sample.evidence("s1", "s2")
      $0.evidence[1].stance = .denies
    }
    let sources = [Sample.source("s1"), Sample.source("s2")]
    let result = try NetworkComparison(by: []).run(
      try Sample.project([relation], sources: sources), try Sample.project([contested], sources: sources))
    #expect(result.relations.newlyDisputed.map(\.id) == ["R1"])
    #expect(result.relations.changeCount == 1)
    let back = try NetworkComparison(by: []).run(
      try Sample.project([contested], sources: sources), try Sample.project([relation], sources: sources))
    #expect(back.relations.newlyDisputed.isEmpty)
  }

  @Test("Above the limit of changes nothing is shared out; blocs and chance come when asked for")
  func options() throws {
    var comparison = NetworkComparison(by: [try Sample.measure("degree")])
    comparison.attributionPairs = 2
    comparison.attributionLimit = 2
    comparison.chanceDraws = 9
    comparison.blocs = BlocAnalysis(by: .found(try GroupingCatalog().choice("leiden")))
    let result = try comparison.run(try graph("2021"), try graph("2024"))
    #expect(result.attribution == nil)
    #expect(result.chance?.draws == 9)
    #expect(result.blocs?.comparedCount == 2)
    comparison.attributionLimit = 3
    #expect(try comparison.run(try graph("2021"), try graph("2024")).attribution != nil)
  }

  @Test("Cancelled, it throws")
  func cancelled() throws {
    let context = RunContext()
    context.cancellation.cancel()
    let graph = try graph("2024")
    let comparison = NetworkComparison(by: [try Sample.measure("betweenness")])
    #expect(throws: AlgorithmError.cancelled) { try comparison.run(graph, graph, in: context) }
  }
}
