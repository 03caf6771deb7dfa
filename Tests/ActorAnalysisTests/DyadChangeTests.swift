import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("DyadChange")
struct DyadChangeTests {
  private func flips(
    _ before: [Relation], _ after: [Relation], actors: [Actor]? = nil, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> [DyadChange] {
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
    #expect(flip.before?.signedStrength == 0.6 && flip.after?.signedStrength == -0.8)
    #expect(flip.before?.relations.map(\.id) == ["R1"])
    #expect(flip.after?.relations.map(\.id) == ["R2"])
    let back = try #require(try flips(enemies, friends).first)
    #expect(back.before?.signedStrength == -0.8 && back.after?.signedStrength == 0.6)
    #expect(back.before?.relations.map(\.id) == ["R2"])
  }

  @Test("The tie as a whole counts: sign × strength of all relations between the two, whichever way they run")
  func sums() throws {
    let before = [tie("R1", "A>B", .positive, 0.5), tie("R2", "B>A", .positive, 0.5), tie("R3", "A-B", .neutral, 9)]
    #expect(try flips(before, before + [tie("R4", "A>B", .negative, 0.9)]).isEmpty)
    let flip = try #require(try flips(before, before + [tie("R4", "A>B", .negative, 1.5)]).first)
    #expect(abs(try #require(flip.before).signedStrength - 1) < 1e-15)
    #expect(abs(try #require(flip.after).signedStrength + 0.5) < 1e-15)
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

  private func changes(_ before: [Relation], _ after: [Relation]) throws -> [String] {
    let actors = ["A", "B", "C", "D"].map { Sample.actor($0) }
    return DyadChange.found(
      before: try Sample.project(before, actors: actors), after: try Sample.project(after, actors: actors)
    ).map { "\($0.first.id)\($0.second.id) \($0.kind)" }
  }

  @Test("Added, ended, stronger, weaker, friendlier at the same strength: each pair once, by id")
  func kinds() throws {
    let before = [
      tie("R1", "A>B", .positive), tie("R2", "C>A", .negative, 2), tie("R3", "B>C", .neutral),
      tie("R4", "B-D", .positive),
    ]
    let after = [
      tie("R1", "A>B", .positive), tie("R5", "B>A", .positive, 0.25), tie("R2", "A>C", .negative, 0.5),
      tie("R3", "B>C", .positive), tie("R6", "C>D", .negative),
    ]
    #expect(
      try changes(before, after) == ["AB strengthened", "AC weakened", "BC shifted", "BD ended", "CD added"])
    #expect(
      try changes(after, before) == ["AB weakened", "AC strengthened", "BC shifted", "BD added", "CD ended"])
  }

  @Test("The same strength in other parts is no change, whatever rounding says of the sum")
  func rounding() throws {
    #expect(0.1 + 0.2 != 0.3)
    #expect(
      try changes(
        [tie("R1", "A>B", .positive, 0.3)], [tie("R2", "A>B", .positive, 0.1), tie("R3", "B>A", .positive, 0.2)]) == [])
  }

  @Test("Counts equal a plain recount on random networks", arguments: 0..<20)
  func recount(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    let after = Sample.randomRelations(seed: seed + 500, count: 11)
    let actors = (0..<7).map { Sample.actor("N\($0)") }
    let found = DyadChange.found(
      before: try Sample.project(before, actors: actors), after: try Sample.project(after, actors: actors))
    // By hand: unordered pairs of different actors, and the sum of sign × strength of each in eighths.
    func sums(_ relations: [Relation]) -> [Set<String>: Int] {
      relations.reduce(into: [:]) { sums, relation in
        let pair: Set = [relation.ends.first, relation.ends.second]
        if pair.count == 2, [.fact, .assessment].contains(relation.status) {
          sums[pair, default: 0] += Int(relation.sign.factor * relation.strength * 8)
        }
      }
    }
    let old = sums(before)
    let new = sums(after)
    #expect(found.count { $0.kind == .added } == new.keys.count { old[$0] == nil })
    #expect(found.count { $0.kind == .ended } == old.keys.count { new[$0] == nil })
    #expect(found.count { $0.kind == .flipped } == old.keys.count { (old[$0] ?? 0) * (new[$0] ?? 0) < 0 })
  }
}
