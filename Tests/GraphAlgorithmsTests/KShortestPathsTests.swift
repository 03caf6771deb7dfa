import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("K shortest paths")
struct KShortestPathsTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: shortest_simple_paths(karate, 16, 25); the order within a length is ours.
    @Test("Routes through the karate club: two of 4 steps, then those of 5 in the order of their nodes")
    func karate() throws {
      let paths = try KShortestPaths(from: 16, to: 25, count: 4).run(on: KnownGraphs.karate)
      #expect(paths.map(\.length) == [4, 4, 5, 5])
      #expect(paths.map(\.nodes).prefix(3) == [[16, 5, 0, 31, 25], [16, 6, 0, 31, 25], [16, 5, 0, 31, 24, 25]])
    }

    @Test("Yen's example: a small net of one-way streets")
    func yen() throws {
      // C = 0, D = 1, E = 2, F = 3, G = 4, H = 5; from C to H: CEFH 5, CEGH 7, CDFH 8.
      let edges = [
        NodePair(0, 1), NodePair(0, 2), NodePair(1, 3), NodePair(2, 1), NodePair(2, 3), NodePair(2, 4), NodePair(3, 4),
        NodePair(3, 5), NodePair(4, 5),
      ]
      let graph = CSRGraph(
        nodeCount: 6, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [3, 2, 4, 1, 2, 3, 2, 1, 2]))
      let paths = try KShortestPaths(from: 0, to: 5, count: 3).run(on: graph)
      #expect(paths.map(\.nodes) == [[0, 2, 3, 5], [0, 2, 4, 5], [0, 1, 3, 5]])
      #expect(paths.map(\.length) == [5, 7, 8])
      #expect(paths[0].edges == [1, 4, 7])
    }

    @Test("Of parallel edges the shortest stands for the others")
    func parallels() throws {
      let edges = [NodePair(0, 1), NodePair(0, 1), NodePair(1, 2), NodePair(0, 2)]
      let graph = CSRGraph(
        nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [1.5, 1, 1, 3]))
      let paths = try KShortestPaths(from: 0, to: 2, count: 9).run(on: graph)
      #expect(paths.map(\.nodes) == [[0, 1, 2], [0, 2]])
      #expect(paths.map(\.length) == [2, 3])
      #expect(paths[0].edges == [1, 3])
    }

    @Test("A limit of hops closes cheap detours")
    func hops() throws {
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3), NodePair(1, 3)]
      let graph = CSRGraph(
        nodeCount: 5, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [1, 1, 1, 10, 5]))
      let ends = KShortestPaths(from: 0, to: 3, count: 9)
      #expect(try ends.run(on: graph).map(\.nodes) == [[0, 1, 2, 3], [0, 1, 3], [0, 3]])
      var two = ends
      two.maximumHops = 2
      #expect(try two.run(on: graph).map(\.nodes) == [[0, 1, 3], [0, 3]])
      two.maximumHops = 1
      #expect(try two.run(on: graph).map(\.nodes) == [[0, 3]])
    }

    @Test("To itself a node has one path; to an unreachable one none")
    func ends() throws {
      let graph = KnownGraphs.path(3, isDirected: true)
      for hops in [nil, 1] {
        let here = try KShortestPaths(from: 1, to: 1, count: 3, maximumHops: hops).run(on: graph)
        #expect(here == [Path(nodes: [1], edges: [], length: 0)])
        #expect(try KShortestPaths(from: 2, to: 0, count: 3, maximumHops: hops).run(on: graph).isEmpty)
      }
      #expect(try KShortestPaths(from: 2, to: 0, count: 3, direction: .in).run(on: graph).map(\.nodes) == [[2, 1, 0]])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      let lengths = graph.lengths
      for target in 1..<graph.nodeCount {
        let search = KShortestPaths(from: 0, to: target, count: 6)
        let paths = try search.run(on: graph)
        #expect(zip(paths, paths.dropFirst()).allSatisfy { $0.length <= $1.length })
        #expect(Set(paths.map(\.nodes)).count == paths.count)
        for path in paths {
          expectFits(path, graph, cost: { lengths?[$0] ?? 1 })
          #expect(path.nodes.first == 0 && path.nodes.last == target)
        }
        let distance = try Dijkstra(from: 0).run(on: graph).distances[target]
        #expect((paths.first?.length ?? .infinity) == distance)
        #expect(try KShortestPaths(from: 0, to: target, count: 2).run(on: graph) == Array(paths.prefix(2)))
        #expect(try search.run(on: graph.scaled(by: 0x1p-9)).map(\.nodes) == paths.map(\.nodes))
        if !graph.hasParallels { #expect(try search.run(on: graph.shuffled(seed: 5)) == paths) }
      }
    }
  }

  @Suite("Against a list of all paths")
  struct Checker {
    @Test("All paths of all small graphs, in order")
    func allSmallGraphs() throws {
      for graph in AllGraphs.small where graph.nodeCount > 1 {
        try expectList(on: graph, to: graph.nodeCount - 1, count: 100)
      }
    }

    @Test("Random graphs, with and without a limit of hops", arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws {
      for target in 1..<min(graph.nodeCount, 5) {
        try expectList(on: graph, to: target, count: 7)
        for hops in 1...4 { try expectList(on: graph, to: target, count: 7, hops: hops) }
      }
    }

    @Test("Lengths of 0 make no circles and hide no path")
    func zeroLengths() throws {
      for graph in AllGraphs.undirected(4) {
        let lengths = graph.pairs.map { Double(($0.source + $0.target) % 2) }
        let weighted = graph.withLengths(lengths)
        let expected = simplePaths(weighted, to: 3, hops: .max).map(\.length).sorted()
        #expect(try KShortestPaths(from: 0, to: 3, count: 50).run(on: weighted).map(\.length) == expected)
        let short = simplePaths(weighted, to: 3, hops: 2).map(\.length).sorted()
        let found = try KShortestPaths(from: 0, to: 3, count: 50, maximumHops: 2).run(on: weighted)
        #expect(found.map(\.length) == short)
      }
    }

    private func simplePaths(_ graph: CSRGraph, to target: Int, hops: Int) -> [Path] {
      let all = SlowPaths(graph, usesLengths: graph.lengths != nil).simplePaths(from: 0, to: target)
      let best = Dictionary(grouping: all.filter { $0.edges.count <= hops }, by: \.nodes).values.compactMap { paths in
        paths.min { ($0.length, $0.edges.description) < ($1.length, $1.edges.description) }
      }
      return best
    }

    private func expectList(on graph: CSRGraph, to target: Int, count: Int, hops: Int? = nil) throws {
      let expected = simplePaths(graph, to: target, hops: hops ?? .max).sorted {
        $0.length == $1.length ? $0.nodes.lexicographicallyPrecedes($1.nodes) : $0.length < $1.length
      }.prefix(count)
      let paths = try KShortestPaths(from: 0, to: target, count: count, maximumHops: hops).run(on: graph)
      #expect(paths.map(\.nodes) == expected.map(\.nodes), "\(graph.pairs) hops \(hops ?? 0)")
      #expect(paths.map(\.length) == expected.map(\.length))
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Counts and hops below 1")
    func options() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.invalidParameter(name: "count", value: "0", needed: "a whole number from 1")) {
        try KShortestPaths(from: 0, to: 2, count: 0).run(on: path)
      }
      #expect(throws: AlgorithmError.self) {
        try KShortestPaths(from: 0, to: 2, count: 1, maximumHops: 0).run(on: path)
      }
    }

    @Test("Lengths must be there, not negative and finite")
    func lengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try KShortestPaths(from: 0, to: 2, count: 1, metric: .lengths).run(on: path)
      }
      for bad: Double in [-1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) {
          try KShortestPaths(from: 0, to: 2, count: 1).run(on: path.withLengths([1, bad]))
        }
      }
    }

    @Test("A table of hops that would not fit is refused")
    func hops() {
      let graph = CSRGraph(nodeCount: 1 << 20, edges: [], isDirected: true)
      #expect(throws: AlgorithmError.self) {
        try KShortestPaths(from: 0, to: 1, count: 1, maximumHops: 1000).run(on: graph)
      }
    }

    @Test("Trivial graphs")
    func trivial() throws {
      for graph in KnownGraphs.trivial(isDirected: false).dropFirst() {
        let last = graph.nodeCount - 1
        let paths = try KShortestPaths(from: 0, to: last, count: 3).run(on: graph)
        #expect(paths.count == (last == 0 || graph.edgeCount == 1 ? 1 : 0))
      }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) {
        try KShortestPaths(from: 0, to: 1999, count: 2).run(on: KnownGraphs.path(2000), in: .cancelled)
      }
      #expect(throws: AlgorithmError.cancelled) {
        try KShortestPaths(from: 0, to: 2, count: 2, maximumHops: 3).run(on: KnownGraphs.path(2000), in: .cancelled)
      }
      expectParameters(
        of: KShortestPaths(from: 0, to: 1, count: 3),
        [
          "count": ["1", "5"], "maximum-hops": ["3", "none"], "direction": ["in", "all", "out"],
          "metric": ["steps", "lengths", "automatic"],
        ])
    }
  }
}
