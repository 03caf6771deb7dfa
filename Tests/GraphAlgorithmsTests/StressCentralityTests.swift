import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Stress")
struct StressCentralityTests {
  @Suite("Known values")
  struct Known {
    @Test("Where shortest paths are unique it is the betweenness of pairs")
    func trees() throws {
      #expect(try StressCentrality().run(on: KnownGraphs.path(9)).values == (0..<9).map { Double($0 * (8 - $0)) })
      #expect(try StressCentrality().run(on: KnownGraphs.star(7)).values == [21, 0, 0, 0, 0, 0, 0, 0])
      #expect(try StressCentrality().run(on: KnownGraphs.complete(6)).values == [0, 0, 0, 0, 0, 0])
      #expect(try StressCentrality().run(on: KnownGraphs.path(3, isDirected: true)).values == [0, 1, 0])
    }

    @Test("Across a square both paths count")
    func square() throws {
      #expect(try StressCentrality().run(on: KnownGraphs.cycle(4)).values == [1, 1, 1, 1])
      let scores = try StressCentrality().run(on: KnownGraphs.grid(3))
      // 4 + 4 corner to corner, 1 + 1 straight across, 16 knight moves, 4 between neighbouring sides.
      #expect(scores.values[4] == 30)
      #expect(scores.scale == "paths")
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in RandomGraphs.assortment { try expectInvariance(of: StressCentrality(), on: graph) }
    }

    @Test("Turning edges round changes nothing; both directions of an edge double it; lengths scale away")
    func changes() throws {
      for graph in RandomGraphs.assortment {
        let values = try StressCentrality().run(on: graph).values
        #expect(try StressCentrality().run(on: graph.reversed().graph).values == values)
        #expect(try StressCentrality().run(on: graph.scaled(by: 8)).values == values)
        if !graph.isDirected {
          #expect(try StressCentrality().run(on: graph.asDirected()).values == values.map { $0 * 2 })
        }
      }
    }
  }

  @Suite("Against a list of all shortest paths")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowPaths(graph, usesLengths: graph.lengths != nil)
        var sums = [Double](repeating: 0, count: graph.nodeCount)
        for s in sums.indices {
          for t in sums.indices where s != t {
            for path in slow.shortestPaths(from: s, to: t) {
              for node in path.nodes.dropFirst().dropLast() { sums[node] += graph.isDirected ? 1 : 0.5 }
            }
          }
        }
        #expect(try StressCentrality().run(on: graph).values == sums)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(StressCentrality(), [[], [0], [0, 0], [0, 0], [0], [0, 0, 0, 0]])
    }

    @Test("Paths beyond the largest number, zero lengths, no lengths")
    func refusals() {
      // 1100 squares in a row make 2^1100 paths from one end to the other.
      let ends = (0..<1100).flatMap { step -> [Int] in
        let start = 3 * step
        return [start, start + 1, start, start + 2, start + 1, start + 3, start + 2, start + 3]
      }
      let chain = CSRGraph(nodeCount: 3301, edges: CentralityExamples.pairs(ends), isDirected: true)
      #expect(throws: AlgorithmError.self) { try StressCentrality().run(on: chain) }
      #expect(throws: AlgorithmError.self) {
        try StressCentrality().run(on: KnownGraphs.path(3).withLengths([0, 1]))
      }
      expectLengthRefusals(of: StressCentrality(metric: .lengths))
      expectCancelled(StressCentrality())
      expectParameters(of: StressCentrality(), ["metric": ["steps", "lengths", "automatic"]])
    }
  }
}
