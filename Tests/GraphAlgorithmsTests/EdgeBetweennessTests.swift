import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Edge betweenness")
struct EdgeBetweennessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: edge_betweenness_centrality(kite, normalized=False); python-igraph 1.0.0 agrees.
    @Test("On the kite the bridge to the tail carries 16 pairs")
    func kite() throws {
      let sixths: [Double] = [16, 9, 11, 28, 11, 9, 28, 18, 27, 18, 20, 20, 27, 16, 63, 63, 96, 54]
      let expected = sixths.map { $0 / 6 }
      #expect(largestDifference(try pairs(KnownGraphs.kite), expected) < 1e-12)
      let share = try EdgeBetweenness().run(on: KnownGraphs.kite)
      #expect(abs(share.values[16] - 16.0 / 45) < 1e-12)
      #expect(share.scale == "fraction" && share.measure == "edge-betweenness" && share.weights == nil)
    }

    // python-igraph 1.0.0: Graph.edge_betweenness(); NetworkX 3.6.1 with normalized=True gives 1/56 of it.
    @Test("On a directed graph ordered pairs count")
    func directed() throws {
      let expected = [2, 5, 5.5, 4.5, 4, 8.5, 10.5, 6, 6.5, 6, 3.5, 7]
      #expect(largestDifference(try pairs(CentralityExamples.directed), expected) < 1e-12)
      let fractions = try EdgeBetweenness().run(on: CentralityExamples.directed).values
      #expect(largestDifference(fractions, expected.map { $0 / 56 }) < 1e-12)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Adds up to the distances of all pairs (M6)")
    func sum() throws {
      for graph in RandomGraphs.assortment {
        let slow = SlowPaths(graph).distances
        let distances = slow.flatMap { $0 }.filter { $0 < .infinity }.reduce(0, +)
        let sum = try EdgeBetweenness(scale: .pairs, metric: .steps).run(on: graph).values.reduce(0, +)
        #expect(abs(sum - distances / (graph.isDirected ? 1 : 2)) < 1e-9)
      }
    }

    @Test("Threads, order of edges, scale of lengths change nothing")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        let scores = try EdgeBetweenness().run(on: graph)
        #expect(try EdgeBetweenness().run(on: graph, in: RunContext(threads: 4)) == scores)
        if !graph.hasParallels { #expect(try EdgeBetweenness().run(on: graph.shuffled(seed: 3)) == scores) }
        #expect(try EdgeBetweenness().run(on: graph.scaled(by: 2)) == scores)
      }
    }

    @Test("Parallel edges share, loops get nothing")
    func parallels() throws {
      let graph = CSRGraph(
        nodeCount: 2, edges: [NodePair(0, 0), NodePair(0, 1), NodePair(0, 1)], isDirected: false)
      #expect(try pairs(graph) == [0, 0.5, 0.5])
    }
  }

  @Suite("Against a list of all shortest paths")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowPaths(graph, usesLengths: graph.lengths != nil)
        var sums = [Double](repeating: 0, count: graph.edgeCount)
        for s in 0..<graph.nodeCount {
          for t in 0..<graph.nodeCount where s != t {
            let paths = slow.shortestPaths(from: s, to: t)
            let share = 1 / Double(paths.count) / (graph.isDirected ? 1 : 2)
            for path in paths { for edge in path.edges { sums[edge] += share } }
          }
        }
        #expect(largestDifference(try pairs(graph), sums) < 1e-10)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        let values = try KnownGraphs.trivial(isDirected: isDirected).map { try EdgeBetweenness().run(on: $0).values }
        #expect(values == [[], [], [], [isDirected ? 0.5 : 1], [0], []])
      }
    }

    @Test func options() {
      expectLengthRefusals(of: EdgeBetweenness(metric: .lengths))
      expectCancelled(EdgeBetweenness())
      expectParameters(
        of: EdgeBetweenness(), ["scale": ["pairs", "fraction"], "metric": ["steps", "lengths", "automatic"]])
    }
  }
}

private func pairs(_ graph: CSRGraph) throws -> [Double] {
  try EdgeBetweenness(scale: .pairs).run(on: graph).values
}
