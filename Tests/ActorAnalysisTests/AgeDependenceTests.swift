import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("AgeDependence")
struct AgeDependenceTests {
  private func projected(_ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    try Sample.project(
      [
        Sample.relation("old", "A>B") {
          $0.strength = 3
          $0.validity = Sample.interval("2024-01-01")
        },
        Sample.relation("edge", "B>C") {
          $0.strength = 2
          $0.validity = Sample.interval("2024-12-22")
        },
        Sample.relation("new", "A>C") { $0.validity = Sample.interval("2025-01-01") },
        Sample.relation("undated", "C>A") { $0.strength = 4 },
        Sample.relation("expected", "C>B") {
          $0.status = .anticipated
          $0.validity = Sample.interval("2020")
        },
      ], change)
  }

  @Test("The share of strength, and what scores are without the older ties; undated ones stay and are counted")
  func share() throws {
    let result = try AgeDependence(olderThan: 10).run(on: try projected(), by: [try Sample.measure("strength")])
    #expect((result.older, result.undated, result.relations) == (1, 1, 4))
    #expect(abs(result.strengthShare - 0.3) < 1e-15)
    let full = try InfluenceRanking(by: try Sample.measure("strength")).run(on: try projected())
    let scores = ["A", "B", "C"].map { id in
      (full.row(ofActor: id)?.score ?? 0) - (result.rankings[0].row(ofActor: id)?.score ?? 0)
    }
    #expect(scores.reduce(0, +) == 3 || scores.reduce(0, +) == 6)
  }

  @Test("A tie of exactly that age is not older")
  func bound() throws {
    let share = { (days: Int) in try AgeDependence(olderThan: days).run(on: try projected(), by: []).older }
    #expect(try [9, 10, 365, 366, 367].map { try share($0) } == [2, 1, 1, 0, 0])
  }

  @Test("Without weights, ties are counted")
  func unweighted() throws {
    let result = try AgeDependence(olderThan: 10).run(on: try projected { $0.weights = .none }, by: [])
    #expect(result.strengthShare == 0.25)
  }

  @Test("Nothing older: nothing rests on it")
  func none() throws {
    let result = try AgeDependence(olderThan: 100_000).run(on: try projected(), by: [try Sample.measure("degree")])
    #expect(result.strengthShare == 0)
    #expect(result.rankings == [try InfluenceRanking(by: try Sample.measure("degree")).run(on: try projected())])
  }
}
