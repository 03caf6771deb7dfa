import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("WindowMode")
struct WindowModeTests {
  /// Ten days: R1 holds on four of them, R2 on all, R3 on the last three.
  private func network() throws -> ActorNetwork {
    try Sample.network([
      Sample.relation("R1", "A>B") {
        $0.strength = 5
        $0.sign = .negative
        $0.validity = Sample.interval("2024-12-01", "2025-01-05")
      },
      Sample.relation("R2", "A>C") { $0.strength = 2 },
      Sample.relation("R3", "B>A") {
        $0.strength = 3
        $0.sign = .positive
        $0.validity = Sample.interval("2025-01-08", "2026")
      },
    ])
  }

  private func graph(_ mode: WindowMode, _ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    var projection = Projection()
    change(&projection)
    let query = SnapshotQuery(time: .window(Sample.window("2025-01-01", "2025-01-11")), windowMode: mode)
    return try projection.graph(of: Snapshot(of: try network(), query))
  }

  @Test("Sum: each counts in full")
  func sum() throws { #expect(try graph(.sum).graph.strengths == [5, 2, 3]) }

  @Test("Mean: strength times the share of days, in strengths, signed strengths and lengths")
  func mean() throws {
    let graph = try graph(.mean).graph
    #expect(graph.strengths == [2, 2, 3 * 0.3])
    #expect(graph.signedStrengths == [-2, 0, 3 * 0.3])
    #expect(graph.lengths == [0.5, 0.5, 1 / (3 * 0.3)])
  }

  @Test("The mean over a window is the mean over its days of what each day shows")
  func meanOfDays() throws {
    let network = try network()
    var total: [String: Double] = [:]
    for day in 1...10 {
      let snapshot = Snapshot(
        of: network, SnapshotQuery(time: .day(Sample.day("2025-01-\(day < 10 ? "0" : "")\(day)"))))
      let projected = try Projection().graph(of: snapshot)
      for edge in 0..<projected.graph.edgeCount {
        total[projected.describe(edge: edge), default: 0] += (projected.graph.strengths?[edge] ?? 0) / 10
      }
    }
    let mean = try graph(.mean)
    for edge in 0..<mean.graph.edgeCount {
      let days = try #require(total[mean.describe(edge: edge)])
      #expect(abs(days - (mean.graph.strengths?[edge] ?? 0)) < 1e-12)
    }
  }

  @Test("Last: between two actors only what held on the last day on which anything of the type did")
  func last() throws {
    let projected = try graph(.last)
    #expect(projected.graph.strengths == [2, 3])
    #expect(projected.snapshot.relations.map(\.id) == ["R2", "R3"])
  }

  @Test("Numbers that are lengths grow where a tie held for part of the window")
  func lengths() throws {
    let graph = try graph(.mean) { $0.weights = .length }.graph
    #expect(graph.lengths == [5 / 0.4, 2, 3 / 0.3])
  }

  @Test("Days on which an actor does not exist do not count")
  func existence() throws {
    let network = try Sample.network(
      [Sample.relation("R", "A>B")],
      actors: [Sample.actor("A"), Sample.actor("B") { $0.existence = Sample.interval("2025-01-06") }])
    let query = SnapshotQuery(time: .window(Sample.window("2025-01-01", "2025-01-11")), windowMode: .mean)
    #expect(try Projection().graph(of: Snapshot(of: network, query)).graph.strengths == [0.5])
  }

  @Test("As of one day the mode changes nothing", arguments: WindowMode.allCases)
  func day(mode: WindowMode) throws {
    let query = SnapshotQuery(time: .day(Sample.day("2025-01-04")), windowMode: mode)
    #expect(try Projection().graph(of: Snapshot(of: try network(), query)).graph.strengths == [5, 2])
  }
}
