import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Key players who reach the others")
struct KeyPlayerReachTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: all sets, Σ 1 / max(d, 1) / n by multi_source_dijkstra_path_length.
    @Test("Kite, karate club and Florentine families")
    func known() throws {
      func check(_ graph: CSRGraph, _ members: [Int], _ value: Double) throws {
        let found = try KeyPlayerReach(size: members.count).run(on: graph)
        #expect(found.members == members)
        #expect(abs(found.value - value) < 1e-12)
        #expect(found.isExact)
      }
      try check(KnownGraphs.kite, [3], 0.8083333333333332)
      try check(KnownGraphs.kite, [3, 8], 1)
      try check(KnownGraphs.karate, [33], 0.7132352941176467)
      try check(KnownGraphs.karate, [0, 33], 0.9558823529411765)
      try check(KnownGraphs.florentine, [3, 8], 0.8125)
      try check(KnownGraphs.florentine, [1, 8, 10], 0.875)
    }

    @Test("Within a number of steps, and against the direction")
    func steps() throws {
      let path = KnownGraphs.path(7, isDirected: true)
      #expect(try KeyPlayerReach(size: 1, scale: .steps, steps: 2).run(on: path).value == 3.0 / 7)
      #expect(try KeyPlayerReach(size: 1, scale: .steps, steps: 6).run(on: path).members == [0])
      #expect(try KeyPlayerReach(size: 1, scale: .steps, steps: 6, direction: .in).run(on: path).members == [6])
      #expect(try KeyPlayerReach(size: 2, scale: .steps, steps: 0).run(on: path).value == 2.0 / 7)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same bits at any thread count and edge order; a further player never reaches less")
    func guarantees() throws {
      for graph in RandomGraphs.assortment {
        let search = KeyPlayerReach(size: 2, exactLimit: 0, restarts: 1, seed: 3)
        let found = try search.run(on: graph)
        #expect(try search.run(on: graph, in: RunContext(threads: 4)) == found)
        #expect(try search.run(on: graph.shuffled(seed: 3)) == found)
        let one = try KeyPlayerReach(size: 1).run(on: graph).value
        #expect(found.value >= one - 1e-12 && found.value <= 1)
      }
    }
  }

  @Suite("Against all sets")
  struct Checker {
    @Test func allSets() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount >= 2 {
        let distances = SlowPaths(graph).distances
        var best = 0.0
        for u in distances.indices {
          for v in distances.indices where v > u {
            let sum = distances.indices.reduce(0.0) { $0 + 1 / max(min(distances[u][$1], distances[v][$1]), 1) }
            best = max(best, sum / Double(distances.count))
          }
        }
        let exact = try KeyPlayerReach(size: 2).run(on: graph)
        #expect(abs(exact.value - best) < 1e-12)
        #expect(try KeyPlayerReach(size: 2, exactLimit: 0).run(on: graph).value <= best + 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        let values = try KnownGraphs.trivial(isDirected: isDirected).map {
          try KeyPlayerReach(size: 1).run(on: $0).value
        }
        #expect(values == [0, 1, 0.5, 1, 1, 0.25])
      }
    }

    @Test func refusals() {
      let graph = KnownGraphs.kite
      #expect(throws: AlgorithmError.self) { try KeyPlayerReach(size: 0).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try KeyPlayerReach(size: 11).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try KeyPlayerReach(size: 1, steps: -1).run(on: graph) }
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try KeyPlayerReach(size: 1, metric: .lengths).run(on: graph)
      }
      #expect(throws: AlgorithmError.cancelled) { try KeyPlayerReach(size: 1).run(on: graph, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: KeyPlayerReach(size: 1),
        [
          "size": ["3"], "scale": ["steps"], "steps": ["2"], "direction": ["in"], "metric": ["lengths"],
          "exact-limit": ["9"], "restarts": ["2"], "seed": ["5"],
        ])
    }
  }
}
