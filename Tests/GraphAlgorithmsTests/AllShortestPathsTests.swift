import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("All shortest paths")
struct AllShortestPathsTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: sorted(all_shortest_paths(karate, 16, 25))
    @Test("Two ways through the karate club")
    func karate() throws {
      let result = try AllShortestPaths(from: 16, to: 25).run(on: KnownGraphs.karate)
      #expect(result.paths.map(\.nodes) == [[16, 5, 0, 31, 25], [16, 6, 0, 31, 25]])
      #expect(result.count == 2)
      #expect(result.length == 4)
    }

    @Test("Across a 10 × 10 grid there are C(18, 9) ways; the first are listed like words")
    func grid() throws {
      let result = try AllShortestPaths(from: 0, to: 99, limit: 3).run(on: KnownGraphs.grid(10))
      #expect(result.count == 48620)
      #expect(result.length == 18)
      let along = Array(0...8)
      let first = along + [9, 19, 29, 39, 49, 59, 69, 79, 89, 99]
      let second = along + [18, 19, 29, 39, 49, 59, 69, 79, 89, 99]
      let third = along + [18, 28, 29, 39, 49, 59, 69, 79, 89, 99]
      #expect(result.paths.map(\.nodes) == [first, second, third])
    }

    @Test("Across a 36 × 36 grid there are more ways than 64 bits count")
    func largeGrid() throws {
      // C(70, 35) = 112186277816662845432, correctly rounded.
      let result = try AllShortestPaths(from: 0, to: 1295, limit: 0).run(on: KnownGraphs.grid(36))
      let expected = 112_186_277_816_662_845_432.0
      #expect(abs(result.count - expected) < 1e-14 * expected)
      #expect(result.paths.isEmpty)
    }

    @Test("Parallel edges of equal length make separate paths, longer ones none")
    func parallels() throws {
      let edges = [NodePair(0, 1), NodePair(0, 1), NodePair(0, 1), NodePair(1, 2)]
      let graph = CSRGraph(
        nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [1, 2, 1, 1]))
      let result = try AllShortestPaths(from: 0, to: 2).run(on: graph)
      #expect(result.paths.map(\.edges) == [[0, 3], [2, 3]])
      #expect(try AllShortestPaths(from: 0, to: 2, metric: .steps).run(on: graph).count == 3)
    }

    @Test("1/3 + 1/3 + 1/3 ties with 1")
    func thirds() throws {
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3)]
      let third = 1.0 / 3
      let graph = CSRGraph(
        nodeCount: 4, edges: edges, isDirected: false, columns: EdgeColumns(lengths: [third, third, third, 1]))
      for seed in 0..<10 {
        let result = try AllShortestPaths(from: 0, to: 3).run(on: graph.shuffled(seed: UInt64(seed)))
        #expect(result.paths.map(\.nodes) == [[0, 1, 2, 3], [0, 3]])
      }
    }

    @Test("To itself a node has one path; to an unreachable one none")
    func ends() throws {
      let graph = KnownGraphs.path(3, isDirected: true)
      let here = try AllShortestPaths(from: 1, to: 1).run(on: graph)
      #expect(here.paths == [Path(nodes: [1], edges: [], length: 0)])
      #expect(here.count == 1)
      #expect(here.length == 0)
      let nowhere = try AllShortestPaths(from: 2, to: 0).run(on: graph)
      #expect(nowhere.paths.isEmpty)
      #expect(nowhere.count == 0)
      #expect(nowhere.length == .infinity)
      #expect(try AllShortestPaths(from: 2, to: 0, direction: .in).run(on: graph).paths.map(\.nodes) == [[2, 1, 0]])
      #expect(try AllShortestPaths(from: 2, to: 0, direction: .all).run(on: graph).count == 1)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      let lengths = graph.lengths
      let order = randomOrder(graph.nodeCount, seed: 8)
      let relabelled = graph.relabelled(order)
      for target in 0..<graph.nodeCount {
        let result = try AllShortestPaths(from: 0, to: target, limit: .max).run(on: graph)
        #expect(result.count == Double(result.paths.count))
        for path in result.paths { expectFits(path, graph, cost: { lengths?[$0] ?? 1 }) }
        let again = try AllShortestPaths(from: order[0], to: order[target], limit: .max).run(on: relabelled)
        #expect(again.count == result.count)
        #expect(Set(again.paths.map(\.nodes)) == Set(result.paths.map { $0.nodes.map { order[$0] } }))
        let scaled = try AllShortestPaths(from: 0, to: target, limit: .max).run(on: graph.scaled(by: 0x1p10))
        #expect(scaled.paths.map(\.edges) == result.paths.map(\.edges))
        let few = try AllShortestPaths(from: 0, to: target, limit: 2).run(on: graph)
        #expect(few.paths == Array(result.paths.prefix(2)))
        #expect(few.count == result.count)
      }
    }
  }

  @Suite("Against a list of all paths")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small { try expectList(on: graph, to: graph.nodeCount - 1) }
    }

    @Test(arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws {
      for target in 0..<graph.nodeCount { try expectList(on: graph, to: target) }
    }

    private func expectList(on graph: CSRGraph, to target: Int) throws {
      guard target >= 0 else { return }
      let slow = SlowPaths(graph, usesLengths: graph.lengths != nil)
      let expected = slow.shortestPaths(from: 0, to: target).sorted {
        $0.nodes == $1.nodes
          ? $0.edges.lexicographicallyPrecedes($1.edges) : $0.nodes.lexicographicallyPrecedes($1.nodes)
      }
      let result = try AllShortestPaths(from: 0, to: target, limit: .max).run(on: graph)
      #expect(result.paths.map(\.edges) == expected.map(\.edges), "\(graph.pairs)")
      #expect(result.paths.map(\.nodes) == expected.map(\.nodes), "\(graph.pairs)")
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Lengths must be there, above 0, finite, and not vanish")
    func lengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try AllShortestPaths(from: 0, to: 2, metric: .lengths).run(on: path)
      }
      for bad: Double in [0, -1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) {
          try AllShortestPaths(from: 0, to: 2).run(on: path.withLengths([1, bad]))
        }
      }
      // Seen from node 2, node 0 is not farther than node 1; seen from node 0 the two differ.
      let short = path.withLengths([1, 1e-30])
      #expect(throws: AlgorithmError.self) { try AllShortestPaths(from: 2, to: 0).run(on: short) }
      #expect(throws: Never.self) { try AllShortestPaths(from: 0, to: 2).run(on: short) }
    }

    @Test("More paths than numbers, and a negative limit")
    func limits() {
      let edges = (0..<1100).flatMap { [NodePair($0, $0 + 1), NodePair($0, $0 + 1)] }
      let graph = CSRGraph(nodeCount: 1101, edges: edges, isDirected: true)
      #expect(throws: AlgorithmError.self) { try AllShortestPaths(from: 0, to: 1100).run(on: graph) }
      #expect(throws: AlgorithmError.invalidParameter(name: "limit", value: "-1", needed: "a whole number from 0")) {
        try AllShortestPaths(from: 0, to: 1, limit: -1).run(on: graph)
      }
    }

    @Test("A path of a million nodes, a loop, no edges")
    func sizes() throws {
      #expect(try AllShortestPaths(from: 0, to: 999_999).run(on: KnownGraphs.path(1_000_000)).length == 999_999)
      let loop = CSRGraph(nodeCount: 1, edges: [NodePair(0, 0)], isDirected: false)
      #expect(try AllShortestPaths(from: 0, to: 0).run(on: loop).paths.map(\.nodes) == [[0]])
      #expect(
        try AllShortestPaths(from: 0, to: 1).run(on: CSRGraph(nodeCount: 2, edges: [], isDirected: true)).count == 0)
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) {
        try AllShortestPaths(from: 0, to: 1).run(on: KnownGraphs.path(2000), in: .cancelled)
      }
      expectParameters(
        of: AllShortestPaths(from: 0, to: 1),
        [
          "limit": ["0", "5"], "direction": ["in", "all", "out"], "metric": ["steps", "lengths", "automatic"],
        ])
    }
  }
}
