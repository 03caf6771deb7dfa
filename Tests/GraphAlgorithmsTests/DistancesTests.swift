import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Distances")
struct DistancesTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: diameter, radius, average_shortest_path_length, global_efficiency.
    @Test("Karate club and Les Misérables")
    func connected() throws {
      let karate = try Distances().run(on: KnownGraphs.karate)
      #expect(karate.diameter == 5)
      #expect(karate.radius == 3)
      #expect(abs((karate.meanDistance ?? 0) - 2.408199643493761) < 1e-15)
      #expect(abs(karate.efficiency - 0.4920083184789052) < 1e-14)
      #expect(karate.isConnected)
      let novel = try Distances().run(on: KnownGraphs.lesMiserables)
      #expect(novel.diameter == 5)
      #expect(novel.radius == 3)
      #expect(abs((novel.meanDistance ?? 0) - 2.6411483253588517) < 1e-15)
      #expect(abs(novel.efficiency - 0.43528708133971317) < 1e-14)
    }

    // python-igraph 1.0.0: diameter() 5, average_path_length() 2.4857142857142858 (igraph's radius() is 0, that of
    // the isolated node; here it is not defined); NetworkX 3.6.1: global_efficiency(florentine) 0.43763888888888863.
    @Test("Florentine families: the isolated one is said to be apart")
    func apart() throws {
      let found = try Distances().run(on: KnownGraphs.florentine)
      #expect(found.diameter == 5)
      #expect(found.radius == nil)
      #expect(abs((found.meanDistance ?? 0) - 2.4857142857142858) < 1e-15)
      #expect(abs(found.efficiency - 0.43763888888888863) < 1e-14)
      #expect(found.connectedPairs == 210 && found.pairs == 240)
      #expect(!found.isConnected)
    }

    // python-igraph 1.0.0: diameter() 4, average_path_length() 2.0106382978723403.
    @Test("The formula graph, along its direction")
    func directed() throws {
      let found = try Distances().run(on: FormulaGraphs.directed)
      #expect(found.diameter == 4)
      #expect(abs((found.meanDistance ?? 0) - 2.0106382978723403) < 1e-15)
      #expect(abs(found.efficiency - 0.4330808080808083) < 1e-14)
      #expect(found.connectedPairs == 94)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Numbers, order, reversal, threads, scale", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let found = try Distances().run(on: graph)
      #expect(try Distances().run(on: graph, in: RunContext(threads: 8)) == found)
      #expect(try Distances().run(on: graph.shuffled(seed: 3)) == found)
      let copy = try Distances().run(on: graph.relabelled(randomOrder(graph.nodeCount, seed: 2)))
      #expect(copy.diameter == found.diameter && copy.radius == found.radius)
      #expect(copy.meanDistance == found.meanDistance)
      let reversed = try Distances().run(on: graph.reversed().graph)
      #expect(reversed.diameter == found.diameter && reversed.meanDistance == found.meanDistance)
      guard graph.lengths != nil else { return }
      let scaled = try Distances().run(on: graph.scaled(by: 4))
      #expect(scaled.diameter == found.diameter.map { 4 * $0 })
      #expect(scaled.efficiency == found.efficiency / 4)
    }
  }

  @Suite("Against Floyd and Warshall")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small.map(FormulaGraphs.weighted) + RandomGraphs.assortment {
        let rows = SlowPaths(graph, .out, usesLengths: graph.lengths != nil).distances
        let nodes = rows.indices
        let all = nodes.flatMap { u in nodes.filter { $0 != u }.map { rows[u][$0] } }
        let finite = all.filter { $0 < .infinity }
        let found = try Distances().run(on: graph)
        #expect(found.diameter == finite.max())
        #expect(found.connectedPairs == finite.count && found.pairs == all.count)
        #expect(found.meanDistance == (finite.isEmpty ? nil : finite.reduce(0, +) / Double(finite.count)))
        let efficiency = all.isEmpty ? 0 : all.reduce(0) { $0 + 1 / $1 } / Double(all.count)
        #expect(abs(found.efficiency - efficiency) < 1e-14)
        let radius = all.isEmpty ? .infinity : rows.map { $0.max() ?? .infinity }.min() ?? .infinity
        #expect(found.radius == (radius < .infinity ? radius : nil))
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try Distances().run(on: $0).diameter }
          == [nil, nil, nil, 1, nil, nil])
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try Distances().run(on: $0).efficiency } == [0, 0, 0, 1, 0, 0])
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try Distances(metric: .lengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) { try Distances().run(on: KnownGraphs.path(3).withLengths([1, 0])) }
      #expect(throws: AlgorithmError.cancelled) { try Distances().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Distances(), ["metric": ["automatic", "steps", "lengths"]])
    }
  }
}
