import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("SignFlip")
struct SignFlipTests {
  private func flips(
    _ before: [Relation], _ after: [Relation], actors: [Actor]? = nil, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> [SignFlip] {
    try NetworkComparison(by: []).run(
      try Sample.project(before, actors: actors, change), try Sample.project(after, actors: actors, change)
    ).flips
  }

  private func tie(_ id: String, _ ends: String, _ sign: Sign, _ strength: Double = 1) -> Relation {
    Sample.relation(id, ends) {
      $0.sign = sign
      $0.strength = strength
    }
  }

  @Test("From positive to negative and back, with the sums and the relations behind them")
  func bothWays() throws {
    let friends = [tie("R1", "B>A", .positive, 0.6)]
    let enemies = [tie("R2", "A-B", .negative, 0.8)]
    let flip = try #require(try flips(friends, enemies).first)
    #expect((flip.first.id, flip.second.id) == ("A", "B"))
    #expect((flip.before, flip.after) == (0.6, -0.8))
    #expect(flip.relationsBefore.map(\.id) == ["R1"])
    #expect(flip.relationsAfter.map(\.id) == ["R2"])
    let back = try #require(try flips(enemies, friends).first)
    #expect((back.before, back.after) == (-0.8, 0.6))
    #expect(back.relationsBefore.map(\.id) == ["R2"])
  }

  @Test("The tie as a whole counts: sign × strength of all relations between the two, whichever way they run")
  func sums() throws {
    let before = [tie("R1", "A>B", .positive, 0.5), tie("R2", "B>A", .positive, 0.5), tie("R3", "A-B", .neutral, 9)]
    #expect(try flips(before, before + [tie("R4", "A>B", .negative, 0.9)]).isEmpty)
    let flip = try #require(try flips(before, before + [tie("R4", "A>B", .negative, 1.5)]).first)
    #expect(abs(flip.before - 1) < 1e-15)
    #expect(abs(flip.after + 0.5) < 1e-15)
  }

  @Test("A tie that is new, gone, or neutral before or after is no flip")
  func noFlips() throws {
    let positive = [tie("R1", "A>B", .positive)]
    let actors = [Sample.actor("A"), Sample.actor("B")]
    #expect(try flips(positive, positive).isEmpty)
    #expect(try flips(positive, [], actors: actors).isEmpty)
    #expect(try flips([], positive, actors: actors).isEmpty)
    #expect(try flips(positive, [tie("R1", "A>B", .neutral)]).isEmpty)
    #expect(try flips(positive, positive + [tie("R2", "A>B", .negative)]).isEmpty)
  }

  @Test("Flips are sorted by the actors' ids; rolled up, the wholes flip")
  func order() throws {
    let actors = ["A", "B", "C", "W"].map { Sample.actor($0) } + [Sample.actor("P") { $0.partOf = "W" }]
    let before = [tie("R1", "C>A", .positive), tie("R2", "B>A", .positive), tie("R3", "P>C", .positive)]
    let after = [tie("R1", "C>A", .negative), tie("R2", "B>A", .negative), tie("R3", "P>C", .negative)]
    let plain = try flips(before, after, actors: actors).map { "\($0.first.id) \($0.second.id)" }
    #expect(plain == ["A B", "A C", "C P"])
    let rolled = try flips(before, after, actors: actors) { $0.rollUp = .all }.map { "\($0.first.id) \($0.second.id)" }
    #expect(rolled == ["A B", "A C", "C W"])
  }

  @Test("Whatever the direction of edges", arguments: Projection.Direction.allCases)
  func directions(direction: Projection.Direction) throws {
    let found = try flips([tie("R1", "A>B", .positive)], [tie("R1", "A>B", .negative)]) { $0.direction = direction }
    #expect(found.count == 1)
  }
}
