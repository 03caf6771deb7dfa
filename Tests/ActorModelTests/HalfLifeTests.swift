import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("HalfLife")
struct HalfLifeTests {
  private func network() throws -> ActorNetwork {
    try Sample.network([
      Sample.relation("visit", "A>B") {
        $0.type = "visits"
        $0.strength = 4
        $0.sign = .negative
        $0.validity = Sample.interval("2025-01-01")
      },
      Sample.relation("treaty", "A>C") { $0.validity = Sample.interval("2025-01-01") },
      Sample.relation("always", "B>C") { $0.type = "visits" },
    ])
  }

  private func graph(_ day: String, _ change: (inout Projection) -> Void) throws -> CSRGraph {
    var projection = Projection()
    change(&projection)
    return try projection.graph(of: Snapshot(of: try network(), SnapshotQuery(time: .day(Sample.day(day))))).graph
  }

  @Test("After one half-life half is left, after two a quarter; undated relations keep their weight")
  func halves() throws {
    let visits = [HalfLife(type: "visits", days: 10)]
    #expect(try graph("2025-01-01") { $0.halfLives = visits }.strengths == [4, 1, 1])
    #expect(try graph("2025-01-11") { $0.halfLives = visits }.strengths == [2, 1, 1])
    let later = try graph("2025-01-21") { $0.halfLives = visits }
    #expect(later.strengths == [1, 1, 1])
    #expect(later.signedStrengths == [-1, 0, 0])
    #expect(try graph("2025-01-21") { $0.halfLives = visits }.lengths == [1, 1, 1])
  }

  @Test("A type's own half-life comes before that of all types")
  func types() throws {
    let lives = [HalfLife(type: "visits", days: 10), HalfLife(type: nil, days: 5)]
    #expect(try graph("2025-01-11") { $0.halfLives = lives }.strengths == [2, 0.25, 1])
    #expect(try graph("2025-01-11") { $0.halfLives = lives.reversed() }.strengths == [2, 0.25, 1])
  }

  @Test("Numbers that are lengths grow")
  func lengths() throws {
    #expect(
      try graph("2025-01-11") {
        $0.weights = .length
        $0.halfLives = [HalfLife(type: "visits", days: 10)]
      }.lengths == [8, 1, 1])
  }

  @Test("However old, a tie keeps a length that is finite")
  func ancient() throws {
    let graph = try graph("9999-12-31") { $0.halfLives = [HalfLife(type: nil, days: 1)] }
    #expect(graph.lengths?.allSatisfy(\.isFinite) == true)
    #expect(graph.strengths?.allSatisfy { $0 > 0 } == true)
  }

  @Test("In a window, ages are counted to its last day")
  func window() throws {
    let query = SnapshotQuery(time: .window(Sample.window("2025-01-01", "2025-01-12")), windowMode: .mean)
    var projection = Projection()
    projection.halfLives = [HalfLife(type: "visits", days: 10)]
    #expect(try projection.graph(of: Snapshot(of: try network(), query)).graph.strengths == [2, 1, 1])
  }
}
