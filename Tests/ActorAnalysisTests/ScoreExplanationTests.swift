import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("ScoreExplanation")
struct ScoreExplanationTests {
  /// A → B → C and A → D → C: two ways, each over one actor; `s1` and its copy bear the way over B.
  private func network() throws -> ActorNetwork {
    try Sample.network(
      [
        Sample.relation("AB", "A>B") { $0.evidence = Sample.evidence("s1") },
        Sample.relation("BC", "B>C") { $0.evidence = Sample.evidence("s1", "copy") },
        Sample.relation("AD", "A>D") { $0.evidence = Sample.evidence("s2", "s1") },
        Sample.relation("DC", "D>C") { $0.evidence = Sample.evidence("s2") },
        Sample.relation("E", "E>F"),
      ],
      sources: [Sample.source("s1"), Sample.source("copy") { $0.sameAs = ["s1"] }, Sample.source("s2")])
  }

  private func explain(_ actor: String, _ measure: String = "betweenness:scale=pairs") throws
    -> ScoreExplanationResult
  {
    try ScoreExplanation(of: actor, by: try Sample.measure(measure)).run(on: try Sample.project(try network()))
  }

  @Test("Each relation is taken away in turn; those that change nothing are left out")
  func relations() throws {
    let result = try explain("B")
    #expect(result.row.score == 0.5)
    #expect(result.row.rank == 1)
    // Without AB or BC B lies on no way; without AD or DC it lies on the only one.
    #expect(result.relations.map(\.relations) == [["AB"], ["AD"], ["BC"], ["DC"]])
    #expect(result.relations.map(\.loss) == [0.5, -0.5, 0.5, -0.5])
    #expect(result.relations.map(\.rankWithout) == [2, 1, 2, 1])
    #expect(result.relations.allSatisfy { $0.source == nil })
  }

  @Test("Each source is taken away with all that rests on it and its copies alone")
  func sources() throws {
    let result = try explain("B")
    #expect(result.sources.map(\.source) == ["s1", "s2"])
    #expect(result.sources.map(\.relations) == [["AB", "BC"], ["DC"]])
    #expect(result.sources.map(\.loss) == [0.5, -0.5])
  }

  @Test("Relations and sources without which nothing differs are counted")
  func withoutEffect() throws {
    let result = try explain("B")
    #expect(result.relationsWithoutEffect == 1 && result.sourcesWithoutEffect == 0)
    #expect(result.refused.isEmpty)
  }

  @Test("What cannot be taken away is said with the reason, and only where the measure reads what is refused")
  func refusedWithout() throws {
    // The mean of 0.5 and 1.4 has a length −ln; 1.4 alone has none.
    let projected = try Sample.project([
      Sample.relation("R1", "A>B") { $0.strength = 0.5 }, Sample.relation("R2", "A>B") { $0.strength = 1.4 },
    ]) {
      $0.combination = .mean
      $0.length = .negativeLog
    }
    let lengths = try ScoreExplanation(of: "A", by: try Sample.measure("harmonic")).run(on: projected)
    #expect(lengths.refused.map(\.relations) == [["R1"]])
    #expect(lengths.refused.first?.reason.contains("−ln(strength)") == true)
    #expect(lengths.relations.map(\.relations) == [["R2"]])
    let strengths = try ScoreExplanation(of: "A", by: try Sample.measure("strength:direction=out")).run(on: projected)
    #expect(strengths.refused.isEmpty)
    #expect(Set(strengths.relations.map(\.relations)) == [["R1"], ["R2"]])
  }

  @Test("The largest change comes first")
  func order() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("A>C", 3), ("A>D", 2)))
    let result = try ScoreExplanation(of: "A", by: try Sample.measure("strength:direction=out")).run(on: projected)
    #expect(result.relations.map(\.relations) == [["R2"], ["R3"], ["R1"]])
    #expect(result.relations.map(\.loss) == [3, 2, 1])
  }

  @Test("A relation that goes with its actor leaves no rank")
  func goneActor() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("C>D", 1))) { $0.isolates = .drop }
    let result = try ScoreExplanation(of: "A", by: try Sample.measure("degree")).run(on: projected)
    #expect(result.relations.map(\.relations) == [["R1"]])
    #expect(result.relations.map(\.rankWithout) == [nil])
  }

  @Test("An actor that was rolled up is explained as its whole")
  func rolledUp() throws {
    let projected = try Sample.project(
      Sample.ties(("P>B", 1)), actors: [Sample.actor("W"), Sample.actor("P") { $0.partOf = "W" }, Sample.actor("B")]
    ) { $0.rollUp = .all }
    let result = try ScoreExplanation(of: "P", by: try Sample.measure("degree")).run(on: projected)
    #expect(result.row.actor.id == "W")
    #expect(result.relations.map(\.relations) == [["R1"]])
  }

  @Test("An actor that is not there, and a measure that is not defined, are refused with the reason")
  func refusals() throws {
    let error = try #require(throws: AlgorithmError.self) { try explain("nobody") }
    #expect(error.description.contains("nobody is not in the snapshot"))
    let undefined = try #require(throws: AlgorithmError.self) { try explain("B", "eigenvector") }
    guard case .undefined = undefined else {
      Issue.record("\(undefined)")
      return
    }
  }

  @Test("Too many relations are refused before any work is done")
  func limit() throws {
    let projected = try Sample.project((0...2000).map { Sample.relation("R\($0)", "A>B") })
    let explanation = ScoreExplanation(of: "A", by: try Sample.measure("degree"))
    let error = try #require(throws: AlgorithmError.self) { try explanation.run(on: projected) }
    #expect(error.description.contains("2001 runs"))
  }

  @Test("Cancelled, it throws")
  func cancelled() throws {
    let context = RunContext()
    context.cancellation.cancel()
    let explanation = ScoreExplanation(of: "B", by: try Sample.measure("betweenness"))
    let projected = try Sample.project(try network())
    #expect(throws: AlgorithmError.cancelled) { try explanation.run(on: projected, in: context) }
  }
}
