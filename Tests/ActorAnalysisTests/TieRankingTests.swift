import GraphCore
import ModelTestSupport
import Testing

@testable import ActorAnalysis

@Suite("TieRanking")
struct TieRankingTests {
  @Test("Ties by betweenness, with the relations behind them; equal scores share a rank")
  func ranking() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1), ("C>D", 1), ("A>B", 1)))
    let choice = try #require(try MeasureCatalog().tieChoice("edge-betweenness:scale=pairs"))
    let result = try TieRanking(by: choice).run(on: projected)
    #expect(result.ranked.map { $0.tie.from.id + $0.tie.to.id } == ["BC", "AB", "CD"])
    #expect(result.ranked.map(\.rank) == [1, 2, 2])
    #expect(result.ranked.map(\.score) == [4, 3, 3])
    #expect(result.ranked[1].tie.relations.map(\.id) == ["R1", "R4"])
    #expect(result.scale == "pairs")
  }

  @Test("A measure that is not defined is refused with the reason, a cancelled run is thrown")
  func refusal() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 1))) { $0.weights = .none }
    let choice = try #require(try MeasureCatalog().tieChoice("edge-betweenness:metric=lengths"))
    let result = try TieRanking(by: choice).run(on: projected)
    #expect(result.ranked.isEmpty)
    #expect(result.refusal?.contains("no length") == true)
    let context = RunContext()
    context.cancellation.cancel()
    #expect(throws: AlgorithmError.cancelled) {
      try TieRanking(by: choice).run(on: try Sample.project(Sample.ties(("A>B", 1))), in: context)
    }
  }

  @Test("Ranks of values: rounding does not part equals, infinities are equal")
  func ranks() {
    let ranks = TiedRanks(of: [1, 1 + 1e-15, 2, .infinity, .infinity, 0])
    #expect(ranks.places.map(\.position) == [3, 4, 2, 0, 1, 5])
    #expect(ranks.places.map(\.rank) == [1, 1, 3, 4, 4, 6])
    #expect(TiedRanks(of: []).places.isEmpty)
  }
}
