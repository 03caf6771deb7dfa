import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("BlocAnalysis")
struct BlocAnalysisTests {
  /// Two triangles of friends, joined by a hostile tie; a seventh actor stands alone.
  private func camps(_ change: (inout [Actor]) -> Void = { _ in }) throws -> ProjectedGraph {
    let ends = ["A-B", "B-C", "C-A", "D-E", "E-F", "F-D", "C-D"]
    var actors = ["A", "B", "C", "D", "E", "F", "G"].map { Sample.actor($0) }
    change(&actors)
    return try Sample.project(
      ends.enumerated().map { i, ends in Sample.relation("R\(i)", ends) { $0.sign = i == 6 ? .negative : .positive } },
      actors: actors)
  }

  private func ids(_ result: BlocResult) -> [[String]] { result.groups.map { $0.actors.map(\.id) } }

  @Test("Blocs found by an algorithm: the largest first, every actor in one")
  func found() throws {
    let method = BlocAnalysis.Method.found(try GroupingCatalog().choice("leiden"))
    let result = try BlocAnalysis(by: method).run(on: try camps())
    #expect(ids(result) == [["A", "B", "C"], ["D", "E", "F"], ["G"]])
    #expect(result.groups.allSatisfy { $0.name == nil })
    #expect(result.modularity > 0.3)
  }

  @Test("Blocs of the file: the first that holds then, with its name; the others alone")
  func given() throws {
    let projected = try camps { actors in
      actors[0].blocs = [BlocMembership("x", interval: Sample.interval("", "2000")), BlocMembership("y")]
      actors[1].blocs = [BlocMembership("y")]
      actors[2].blocs = [BlocMembership("C")]
    }
    let result = try BlocAnalysis(by: .given).run(on: projected)
    // The network has no date, so that every membership holds.
    #expect(Set(ids(result)) == [["A"], ["B"], ["C"], ["D"], ["E"], ["F"], ["G"]])
    let names = Dictionary(
      result.groups.map { ($0.actors[0].id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
    #expect(names["A"] == "x")
    #expect(names["C"] == "C")
    #expect(names["D"] == "no bloc")
  }

  @Test("Balance: triangles, the ties against the best two camps, and who stands where")
  func balance() throws {
    let method = BlocAnalysis.Method.found(try GroupingCatalog().choice("two-camp-split"))
    let result = try BlocAnalysis(by: method).run(on: try camps())
    let balance = try #require(result.balance)
    #expect(balance.triangles == 2)
    #expect(balance.balanced == 2)
    #expect(balance.degree == 1)
    #expect(balance.frustration == 0)
    #expect(balance.isOptimal)
    #expect(balance.frustratedRelations.isEmpty)
    #expect(Set(balance.camps.map { $0.map(\.id) }) == [["A", "B", "C"], ["D", "E", "F"]])
  }

  @Test("An unbalanced triangle frustrates one tie, which is named")
  func unbalanced() throws {
    let relations = ["A-B", "B-C", "C-A"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) { $0.sign = i == 0 ? .negative : .positive }
    }
    let projected = try Sample.project(relations) { $0.direction = .either }
    let balance = try #require(try BlocAnalysis(by: .given).run(on: projected).balance)
    #expect((balance.triangles, balance.balanced) == (1, 0))
    #expect(balance.frustration == 1)
    #expect(balance.frustratedRelations.count == 1)
  }

  @Test("A mutual relation, and two ties that answer each other, frustrate as one pair whatever the direction read")
  func mutualOnce() throws {
    var relations = ["A-B", "B-C", "C-A"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) { $0.sign = i == 0 ? .negative : .positive }
    }
    for direction in Projection.Direction.allCases {
      let projected = try Sample.project(relations) { $0.direction = direction }
      let balance = try #require(try BlocAnalysis(by: .given).run(on: projected).balance)
      #expect(balance.frustration == 1, "\(direction)")
      #expect(balance.triangles == 1)
    }
    // The same with the hostile tie stated by each side.
    relations[0] = Sample.relation("R0", "A>B") { $0.sign = .negative }
    relations.append(Sample.relation("R9", "B>A") { $0.sign = .negative })
    let balance = try #require(try BlocAnalysis(by: .given).run(on: try Sample.project(relations)).balance)
    #expect(balance.frustration == 1)
  }

  @Test("Without signs there is no balance to speak of")
  func noSigns() throws {
    #expect(try BlocAnalysis(by: .given).run(on: try Sample.project(Sample.ties(("A>B", 1)))).balance == nil)
  }
}
