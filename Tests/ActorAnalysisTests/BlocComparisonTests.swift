import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("BlocComparison")
struct BlocComparisonTests {
  /// Actors with blocs from the file: `"A": "x"`; an empty word for none.
  private func graph(_ blocs: KeyValuePairs<String, String>) throws -> ProjectedGraph {
    let actors = blocs.map { id, bloc in
      Sample.actor(id) { $0.blocs = bloc.isEmpty ? [] : [BlocMembership(bloc)] }
    }
    let ties = zip(actors, actors.dropFirst()).map { a, b in Sample.relation(a.id + b.id, "\(a.id)>\(b.id)") }
    return try Sample.project(ties, actors: actors)
  }

  private func compare(_ before: ProjectedGraph, _ after: ProjectedGraph) throws -> BlocComparisonResult {
    try BlocComparison(by: BlocAnalysis(by: .given)).run(before, after)
  }

  @Test("Who leaves one bloc for another moved, with the company before and after; those who stay did not")
  func moves() throws {
    let before = try graph(["A": "x", "B": "x", "C": "x", "D": "y", "E": "y"])
    let after = try graph(["A": "x", "B": "x", "C": "y", "D": "y", "E": "y"])
    let result = try compare(before, after)
    let move = try #require(result.moves.first)
    #expect(result.moves.count == 1)
    #expect(move.actor.id == "C")
    #expect(move.before.map(\.id) == ["A", "B"])
    #expect(move.after.map(\.id) == ["D", "E"])
    // igraph 1.0.0 compare_communities([0,0,0,1,1], [0,0,1,1,1]): adjusted.rand 1/6, nmi 0.4325…, vi 0.7637…
    #expect(abs(result.agreement.adjustedRand - 1.0 / 6) < 1e-12)
    #expect(result.comparedCount == 5)
  }

  @Test("Names of blocs do not matter, only who is together")
  func renamed() throws {
    let result = try compare(
      try graph(["A": "x", "B": "x", "C": "y", "D": "y"]), try graph(["A": "u", "B": "u", "C": "v", "D": "v"]))
    #expect(result.moves.isEmpty)
    #expect(result.agreement.adjustedRand == 1)
    #expect(result.agreement.variationOfInformation == 0)
  }

  @Test("Turned round, the same actors move the other way")
  func mirrored() throws {
    let before = try graph(["A": "x", "B": "x", "C": "x", "D": "y", "E": "y"])
    let after = try graph(["A": "x", "B": "x", "C": "y", "D": "y", "E": "y"])
    let forth = try compare(before, after)
    let back = try compare(after, before)
    #expect(back.agreement == forth.agreement)
    #expect(back.moves.map(\.actor.id) == forth.moves.map(\.actor.id))
    #expect(back.moves.first?.before == forth.moves.first?.after)
  }

  @Test("Only actors in both with a tie in one count; one alone in both did not move")
  func compared() throws {
    let actors = ["A", "B", "C", "Z"].map { Sample.actor($0) }
    let before = try Sample.project(Sample.ties(("A>B", 1)), actors: actors)
    let after = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1)), actors: actors + [Sample.actor("N")])
    let result = try BlocComparison(by: BlocAnalysis(by: .found(try GroupingCatalog().choice("weak-components")))).run(
      before, after)
    #expect(result.comparedCount == 3)
    #expect(result.moves.map(\.actor.id) == ["C"])
    #expect(result.moves.first?.before == [])
    #expect(result.moves.first?.after.map(\.id) == ["A", "B"])
  }

  @Test("With itself nobody moves, with any method", arguments: ["leiden", "two-camp-split", "strong-components"])
  func same(method: String) throws {
    let graph = try Sample.project(Sample.randomRelations(seed: 4))
    let result = try BlocComparison(by: BlocAnalysis(by: .found(try GroupingCatalog().choice(method)))).run(
      graph, graph)
    #expect(result.moves.isEmpty)
    #expect(result.agreement.adjustedRand == 1)
    #expect(result.before == result.after)
  }
}
