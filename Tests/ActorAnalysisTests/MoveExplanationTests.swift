import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("MoveExplanation")
struct MoveExplanationTests {
  /// The explanation of the change of an actor's outgoing strength, which every tie accounts for by itself.
  private func explanation(_ before: [Relation], _ after: [Relation], part: Double = 0.8) throws -> MoveExplanation? {
    let measure = try Sample.measure("strength:direction=out")
    let actors = ["A", "B", "C", "D", "E"].map { Sample.actor($0) }
    var comparison = NetworkComparison(by: [measure])
    comparison.attributionPairs = 2
    let result = try comparison.run(
      try Sample.project(before, actors: actors), try Sample.project(after, actors: actors))
    let move = try #require(result.rankings.first?.moves.first { $0.actor.id == "A" })
    let shares = try #require(result.attribution).because(measure, actor: "A")
    return MoveExplanation(of: move, from: shares, part: part)
  }

  @Test("The fewest changes that reach the part asked for, the largest first")
  func fewest() throws {
    let found = try #require(
      try explanation([], Sample.ties(("A>B", 5), ("A>C", 3), ("A>D", 1.5), ("A>E", 0.5))))
    #expect(found.causes.map(\.change.id) == ["R1", "R2"])
    #expect(abs(found.covered - 0.8) < 1e-12)
    #expect(found.opposing.isEmpty)
    let all = try #require(
      try explanation([], Sample.ties(("A>B", 5), ("A>C", 3), ("A>D", 1.5), ("A>E", 0.5)), part: 1))
    #expect(all.causes.count == 4)
  }

  @Test("What works against the move stands beside its causes, and these then cover more than all of it")
  func opposing() throws {
    let found = try #require(
      try explanation([Sample.relation("old", "A>E") { $0.strength = 2 }], Sample.ties(("A>B", 5), ("A>C", 1))))
    #expect(found.move.scoreChange == 4)
    #expect(found.causes.map(\.change.id) == ["R1"])
    #expect(abs(found.covered - 1.25) < 1e-12)
    #expect(found.opposing.isEmpty)
    let close = try #require(
      try explanation([Sample.relation("old", "A>E") { $0.strength = 2 }], Sample.ties(("A>B", 2), ("A>C", 1))))
    #expect(close.opposing.map(\.change.id) == ["old"])
  }

  @Test("A fall is explained by what pulled down")
  func fall() throws {
    let found = try #require(try explanation(Sample.ties(("A>B", 3)), Sample.ties(("A>B", 1))))
    #expect(found.move.scoreChange == -2)
    #expect(found.causes.map(\.share) == [-2])
    #expect(abs(found.covered - 1) < 1e-12)
  }
}
