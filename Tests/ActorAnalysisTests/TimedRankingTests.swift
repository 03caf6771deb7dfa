import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("TimedRanking")
struct TimedRankingTests {
  private func tie(_ id: String, _ ends: String, _ since: String, _ until: String = "") -> Relation {
    Sample.relation(id, ends) { $0.validity = Sample.interval(since, until) }
  }

  private func rank(_ measure: String, _ timed: TimedProjection) throws -> RankingResult {
    try TimedRanking(by: try #require(try MeasureCatalog().timedChoice(measure))).run(on: timed)
  }

  private func rows(_ measure: String, _ relations: [Relation], _ from: String = "2024", _ to: String = "2025") throws
    -> [String]
  {
    let timed = try TimedProjection(of: try Sample.network(relations), over: Sample.window(from, to))
    let ranking = try rank(measure, timed)
    return ranking.ranked.map { "\($0.rank) \($0.actor.id) \($0.score)" }
  }

  @Test("Who can reach how many, one tie after another in time")
  func reachability() throws {
    let relations = [
      tie("R1", "A>B", "2024-05-01", "2024-06-01"), tie("R2", "B>C", "2024-03-01", "2024-04-01"),
      tie("R3", "C>D", "2024-07-01"),
    ]
    #expect(try rows("temporal-reachability", relations) == ["1 B 2.0", "2 A 1.0", "2 C 1.0", "4 D 0.0"])
    #expect(try rows("temporal-reachability:side=in", relations) == ["1 D 2.0", "2 B 1.0", "2 C 1.0", "4 A 0.0"])
    #expect(try rows("temporal-reachability", relations, "2024-03-15", "2024-07-01").first == "1 A 1.0")
  }

  @Test("Burstiness of the days on which an actor's relations began; too few have none")
  func burstiness() throws {
    let relations =
      (1...5).map { tie("A\($0)", "A>X\($0)", "2024-0\($0)-01") }
      + ["2024-01-01", "2024-01-02", "2024-01-03", "2024-11-01"].enumerated().map { tie("B\($0)", "B-Y\($0)", $1) }
    let timed = try TimedProjection(of: try Sample.network(relations), over: Sample.window("2024", "2025"))
    let ranking = try rank("burstiness", timed)
    #expect(ranking.ranked.map(\.actor.id) == ["B", "A"])
    let days = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-11-01"].map { Int(Sample.day($0).number) }
    #expect(ranking.ranked[0].score == (try Burstiness().run(on: days).burstiness))
    #expect(ranking.ranked[0].details.map(\.value) == [4])
    #expect(ranking.ranked[1].score < -0.9)
  }

  @Test("No pattern at all is a reason, not a crash; other names are other measures; options are checked")
  func refusals() throws {
    let timed = try TimedProjection(
      of: try Sample.network([tie("R", "A>B", "2024-05-01")]), over: Sample.window("2024", "2025"))
    #expect(try rank("burstiness", timed).refusal?.contains("longer time") == true)
    let catalog = MeasureCatalog()
    #expect(try catalog.timedChoice("betweenness") == nil)
    #expect(
      throws: AlgorithmTextError.unknownParameter(
        "start", algorithm: "temporal-reachability", known: ["side", "transit"])
    ) { try catalog.timedChoice("temporal-reachability:start=3") }
    #expect(throws: AlgorithmTextError.self) { try catalog.timedChoice("burstiness:correction=none") }
  }

  @Test("A measure that needs dates says so on one picture")
  func picture() throws {
    let choice = try #require(try MeasureCatalog().timedChoice("burstiness"))
    let picture = try Sample.project([tie("R", "A>B", "2024-05-01")])
    #expect(throws: AlgorithmError.self) { try choice.run(on: picture, in: RunContext()) }
  }
}
