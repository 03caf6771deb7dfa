import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("NetworkMeasure")
struct NetworkMeasureTests {
  @Test("Each number is that of the algorithm it is named after", arguments: 0..<8)
  func algorithms(seed: Int) throws {
    let series = try TimelineTests.series(try TimelineTests.network(seed: seed)) { $0.direction = .either }
    let wanted = NetworkMeasure.allCases
    let values = try Timeline(networkMeasures: wanted).run(on: series).networkValues
    func value(_ measure: NetworkMeasure, _ state: Int) -> Double? {
      wanted.firstIndex(of: measure).flatMap { values[$0][state] }
    }
    for (state, projected) in series.graphs.enumerated() {
      let graph = projected.graph
      let density = try Density().run(on: graph)
      #expect(value(.density, state) == density.density && value(.ties, state) == Double(density.tiedPairs))
      #expect(value(.components, state) == Double(try WeakComponents().run(on: graph).groupCount))
      #expect(value(.relations, state) == Double(projected.relationCount))
      #expect(
        value(.transitivity, state)
          == (try? Transitivity().run(on: graph).transitivity).flatMap { $0.isFinite ? $0 : nil })
      if let signs = graph.signs, signs.contains(where: { $0 != 0 }) {
        let frustration = try FrustrationIndex(seed: 1).run(on: graph)
        #expect(value(.frustration, state) == frustration.index)
        #expect(value(.frustrationBound, state) == frustration.lowerBound)
        #expect(value(.balance, state) == (try SignedTriangles().run(on: graph).degreeOfBalance))
      } else {
        #expect(value(.frustration, state) == nil && value(.balance, state) == nil)
      }
      guard state > 0 else {
        #expect(value(.turnover, state) == nil)
        continue
      }
      // The actors are the same in all states of these networks, so that the algorithm can compare them.
      let changes = try Turnover(since: series.graphs[state - 1].graph).run(on: graph)
      #expect(value(.turnover, state) == changes.turnover)
      #expect(value(.added, state) == Double(changes.appeared.count))
      #expect(value(.ended, state) == Double(changes.vanished.count))
      #expect(value(.flips, state) == Double(flips(series.graphs[state - 1].graph, graph)))
    }
  }

  @Test(
    "Frustration is that of groups on the same day, by strength or by count",
    arguments: [SignedWeighing.strength, .count])
  func frustration(weighing: SignedWeighing) throws {
    let series = try TimelineTests.series(try TimelineTests.network(seed: 3)) { $0.direction = .stated }
    var timeline = Timeline(networkMeasures: [.frustration])
    timeline.weighing = weighing
    let values = try timeline.run(on: series).networkValues[0]
    var analysis = BlocAnalysis(by: .given)
    analysis.weighing = weighing
    for (value, projected) in zip(values, series.graphs) {
      #expect(try analysis.run(on: projected).balance?.frustration == value)
    }
  }

  /// Pairs whose signed strengths have opposite signs, looked up one by one.
  private func flips(_ before: CSRGraph, _ after: CSRGraph) -> Int {
    func sums(_ graph: CSRGraph) -> [NodePair: Double] {
      var sums: [NodePair: Double] = [:]
      for edge in 0..<graph.edgeCount {
        let ends = [graph.source(of: edge), graph.target(of: edge)].sorted()
        sums[NodePair(ends[0], ends[1]), default: 0] += graph.signedStrengths?[edge] ?? 0
      }
      return sums
    }
    let later = sums(after)
    return sums(before).count { pair, sum in sum * (later[pair] ?? 0) < 0 }
  }

  @Test("Turnover tells ties by their actors, whatever their numbers in each graph")
  func turnover() throws {
    let networks = [
      FrameNetwork(
        try Sample.network([Sample.relation("1", "B>C"), Sample.relation("2", "C>D")]), date: FrameDate("2020")),
      FrameNetwork(
        try Sample.network([Sample.relation("9", "A>B"), Sample.relation("8", "B>C")]), date: FrameDate("2021")),
    ]
    let series = try ProjectedSeries(of: try SnapshotSeries(of: networks), by: Projection())
    let values = try Timeline(networkMeasures: [.turnover]).run(on: series).networkValues[0]
    #expect(values == [nil, 2.0 / 3])
  }
}
