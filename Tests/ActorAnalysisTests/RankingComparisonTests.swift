import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("RankingComparison")
struct RankingComparisonTests {
  private func compare(
    _ before: [Relation], _ after: [Relation], by measure: String = "strength:direction=out",
    _ change: (inout Projection) -> Void = { _ in }
  ) throws -> RankingComparison {
    let comparison = NetworkComparison(by: [try Sample.measure(measure)])
    let result = try comparison.run(try Sample.project(before, change), try Sample.project(after, change))
    return try #require(result.rankings.first)
  }

  @Test("Nothing moved: full agreement and no moves")
  func same() throws {
    let ties = Sample.ties(("A>Z", 3), ("B>Z", 2), ("C>Z", 1))
    let result = try compare(ties, ties)
    #expect(result.kendallTauB == 1)
    #expect(abs(try #require(result.rankBiasedOverlap) - 1) < 1e-12)
    #expect(result.moves.isEmpty)
  }

  @Test("Reversed, the best is the last: −1")
  func reversed() throws {
    let result = try compare(
      Sample.ties(("A>Z", 4), ("B>Z", 3), ("C>Z", 2), ("Z>A", 1)),
      Sample.ties(("A>Z", 1), ("B>Z", 2), ("C>Z", 3), ("Z>A", 4)))
    #expect(result.kendallTauB == -1)
  }

  @Test("Moves: the largest change of score first, equals by id, with places before and after")
  func moves() throws {
    let result = try compare(
      Sample.ties(("A>Z", 3), ("B>Z", 2), ("C>Z", 1)), Sample.ties(("A>Z", 2), ("B>Z", 3), ("C>Z", 6)))
    #expect(result.moves.map(\.actor.id) == ["C", "A", "B"])
    #expect(result.moves.map(\.scoreChange) == [5, -1, 1])
    #expect(result.moves.map { $0.before?.rank } == [3, 1, 2])
    #expect(result.moves.map { $0.after?.rank } == [1, 3, 2])
  }

  @Test("An actor that came or went has a place on one side only, and takes no part in tau")
  func comings() throws {
    let result = try compare(
      Sample.ties(("A>Z", 3), ("B>Z", 2), ("C>Z", 1)), Sample.ties(("A>Z", 3), ("B>Z", 2), ("D>Z", 5)))
    let left = try #require(result.moves.first { $0.actor.id == "C" })
    let came = try #require(result.moves.first { $0.actor.id == "D" })
    #expect(left.after == nil && left.scoreChange == -1)
    #expect(came.before == nil && came.scoreChange == 5)
    #expect(result.kendallTauB == 1)
    #expect(try #require(result.rankBiasedOverlap) < 1)
  }

  @Test("Who has the same score and shares a rank did not move, though another came past; who was alone did")
  func ties() throws {
    let before = Sample.ties(("A>Z", 3), ("B>Z", 2))
    let result = try compare(
      before, before + [Sample.relation("X", "C>Z") { $0.strength = 5 }], by: "strength:direction=out")
    // C is new. A and B each had a rank of their own, and were overtaken; Z has the only score of 0.
    #expect(result.moves.map(\.actor.id) == ["C", "A", "B", "Z"])
    let more = Sample.ties(("A>Z", 3), ("B>Y", 2), ("C>Z", 2))
    let shared = try compare(
      more, more + [Sample.relation("X", "A>Y") { $0.type = "u" }, Sample.relation("W", "D>Z") { $0.strength = 9 }])
    // B and C stay at 2 each and Y and Z at 0 each, wherever these ranks now stand.
    #expect(shared.moves.map(\.actor.id) == ["D", "A"])
    #expect(shared.moves.allSatisfy { $0.changesRank })
  }

  @Test("A measure that is refused on one side has no agreement and keeps its reason")
  func refused() throws {
    let cycle = Sample.ties(("A>B", 1), ("B>C", 1), ("C>A", 1))
    let result = try compare(cycle, Sample.ties(("A>B", 1), ("B>C", 1)), by: "eigenvector")
    #expect(result.before.refusal == nil)
    #expect(result.after.refusal != nil)
    #expect(result.kendallTauB == nil)
    #expect(result.rankBiasedOverlap == nil)
  }

  @Test("Turned round, every move goes back and the agreement is the same", arguments: 0..<6)
  func mirrored(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    let after = Sample.randomRelations(seed: seed + 50)
    let forth = try compare(before, after, by: "pagerank")
    let back = try compare(after, before, by: "pagerank")
    #expect(forth.kendallTauB == back.kendallTauB)
    #expect(forth.rankBiasedOverlap == back.rankBiasedOverlap)
    #expect(forth.moves.map(\.actor.id) == back.moves.map(\.actor.id))
    #expect(forth.moves.map(\.scoreChange) == back.moves.map { -$0.scoreChange })
  }
}
