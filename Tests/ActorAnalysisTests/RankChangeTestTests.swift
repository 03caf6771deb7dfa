import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("RankChangeTest")
struct RankChangeTestTests {
  private let actors = (0..<12).map { Sample.actor("N\($0)") }
  private let ring = (0..<12).map { Sample.relation("R\($0)", "N\($0)>N\(($0 + 1) % 12)") }

  private func test(
    _ before: [Relation], _ after: [Relation], draws: Int = 99, seed: UInt64 = 1, threads: Int = 1
  ) throws -> RankChangeTestResult {
    try RankChangeTest(of: [try Sample.measure("degree:direction=all")], draws: draws, seed: seed).run(
      try Sample.project(before, actors: actors), try Sample.project(after, actors: actors),
      in: RunContext(threads: threads))
  }

  @Test("Six ties that all go to one actor are no accident; the ones at their other ends might well be")
  func concentrated() throws {
    let result = try test(ring, ring + (2..<8).map { Sample.relation("X\($0)", "N\($0)>N0") })
    let changes = try #require(result.measures.first)
    // Of 99 draws of six pairs among twelve actors hardly one ties N0 six times or more: p is near 1/100.
    #expect(try #require(changes["N0"]).score <= 0.02)
    #expect(try #require(changes["N3"]).score > 0.1)
    #expect(result.draws == 99)
  }

  @Test("Nothing changed: everything is as likely as can be")
  func same() throws {
    let changes = try #require(try test(ring, ring).measures.first)
    #expect(changes.count == 12)
    #expect(changes.values.allSatisfy { $0.rank == 1 && $0.score == 1 && $0.adjusted == 1 })
  }

  @Test("Every p is a count of draws over all, and the adjusted one is no smaller", arguments: 0..<6)
  func range(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    let after = Sample.randomRelations(seed: seed + 60, count: 10)
    let changes = try #require(try test(before, after, draws: 19).measures.first)
    for change in changes.values {
      #expect(change.rank >= 0.05 && change.rank <= 1)
      #expect(abs((change.score * 20).rounded() - change.score * 20) < 1e-9)
      #expect(change.adjusted >= change.rank && change.adjusted <= 1)
    }
  }

  // An actor that no change touches: the p of its degree is the chance that random changes leave it alone or not, so
  // every draw counts as at least as large.
  @Test("An actor that did not move is never unusual")
  func unmoved() throws {
    let changes = try #require(try test(ring, ring + [Sample.relation("X", "N1>N3")]).measures.first)
    #expect(changes["N7"]?.score == 1)
  }

  @Test("Turned round, every p is the same", arguments: 0..<4)
  func mirrored(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    var after = Sample.randomRelations(seed: seed + 60, count: 10)
    for i in after.indices where i > 3 { after[i].id = "X\(i)" }
    #expect(try test(before, after, draws: 19) == test(after, before, draws: 19))
  }

  @Test("The same seed gives the same answer at any number of threads and in any order of the file")
  func repeatable() throws {
    let after = Array(ring.dropFirst(3)) + (2..<6).map { Sample.relation("X\($0)", "N\($0)>N0") }
    let one = try test(ring, after, seed: 5)
    #expect(try test(ring, after, seed: 5, threads: 8) == one)
    #expect(try test(ring.reversed(), after.reversed(), seed: 5) == one)
    #expect(try test(ring, after, seed: 6) != one)
  }

  /// A ring whose ties are stronger than one half, so that a second one beside any of them has no length −ln.
  private let strong = (0..<12).map { i in
    Sample.relation("R\(i)", "N\(i)>N\((i + 1) % 12)") { $0.strength = 0.6 }
  }

  private func test(
    _ measure: String, _ after: [Relation], _ conversion: Projection.LengthConversion
  ) throws -> RankChangeTestResult {
    func project(_ relations: [Relation]) throws -> ProjectedGraph {
      try Sample.project(relations, actors: actors) { $0.length = conversion }
    }
    return try RankChangeTest(of: [try Sample.measure(measure)], draws: 199).run(
      try project(strong), try project(after))
  }

  private func chords(_ count: Int) -> [Relation] {
    (0..<count).map { i in Sample.relation("X\(i)", "N\(i)>N\(i + 3)") { $0.strength = 0.6 } }
  }

  @Test("A measure that reads no length has the same p under every length: none of its draws is refused")
  func sameUnderEveryLength() throws {
    let after = strong + chords(4)
    let results = try Projection.LengthConversion.allCases.map { try test("strength", after, $0) }
    #expect(results[0] == results[1])
    #expect(results[0].counts == [try #require(results[1].counts.first)])
    #expect(results[0].counts.first?.counted == 199 && results[0].counts.first?.refusal == nil)
  }

  @Test("A draw that is refused leaves the divisor too, and is said")
  func refusedDraws() throws {
    let result = try test("harmonic", strong + chords(4), .negativeLog)
    let count = try #require(result.counts.first)
    #expect((RankChangeTest.leastDraws..<199).contains(count.counted) && count.isEnough)
    #expect(count.refusal?.contains("−ln(strength)") == true)
    let changes = try #require(result.measures.first)
    // With nothing changed at all every draw changes an actor at least as much, so that p is 1, however many count.
    let still = try test("harmonic", strong, .negativeLog)
    #expect(try #require(still.measures.first).values.allSatisfy { $0.score == 1 && $0.rank == 1 })
    #expect(changes.values.allSatisfy { $0.score >= 1 / Double(1 + count.counted) })
    #expect(changes.values.allSatisfy { (1 / Double(1 + count.counted)...1).contains($0.rank) })
  }

  @Test("Where too few draws count there is no p")
  func tooFew() throws {
    let after =
      strong + chords(9)
      + (0..<9).map { i in
        Sample.relation("Y\(i)", "N\(i + 3)>N\(i)") { $0.strength = 0.6 }
      }
    let result = try test("harmonic", after, .negativeLog)
    let count = try #require(result.counts.first)
    #expect(count.drawn == 199 && count.counted < RankChangeTest.leastDraws && !count.isEnough)
    #expect(result.measures == [[:]])
    #expect(try test("strength", after, .negativeLog).measures.first?.count == 12)
  }

  @Test("No draws are refused; cancelled, it throws; a measure that refuses tests nobody")
  func refusals() throws {
    #expect(throws: AlgorithmError.self) { try test(ring, ring, draws: 0) }
    let context = RunContext()
    context.cancellation.cancel()
    let graph = try Sample.project(ring, actors: actors)
    let measure = try Sample.measure("degree")
    #expect(throws: AlgorithmError.cancelled) {
      try RankChangeTest(of: [measure]).run(graph, graph, in: context)
    }
    let acyclic = try Sample.project(Sample.ties(("A>B", 1)))
    let refused = try RankChangeTest(of: [try Sample.measure("eigenvector")], draws: 3).run(acyclic, acyclic)
    #expect(refused.measures == [[:]])
    #expect(refused.counts.first?.drawn == 0 && refused.counts.first?.refusal != nil)
  }
}
