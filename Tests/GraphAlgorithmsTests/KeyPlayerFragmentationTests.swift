import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Key players who hold the network together")
struct KeyPlayerFragmentationTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: all sets, 1 − Σ 1 / all_pairs_shortest_path_length over the subgraph left.
    @Test("Kite, karate club and Florentine families")
    func known() throws {
      func check(
        _ graph: CSRGraph, _ scale: KeyPlayerFragmentation.Scale, _ members: [Int], _ value: Double
      ) throws {
        let found = try KeyPlayerFragmentation(size: members.count, scale: scale).run(on: graph)
        #expect(found.members == members)
        #expect(abs(found.value - value) < 1e-12)
        #expect(found.isExact)
      }
      try check(KnownGraphs.kite, .distance, [7], 0.48611111111111116)
      try check(KnownGraphs.kite, .reachability, [7], 0.38888888888888884)
      try check(KnownGraphs.kite, .distance, [5, 6], 0.6071428571428572)
      try check(KnownGraphs.kite, .distance, [3, 5, 6], 0.6746031746031746)
      try check(KnownGraphs.karate, .distance, [0], 0.641540404040404)
      try check(KnownGraphs.karate, .reachability, [0, 1], 0.4233870967741935)
      try check(KnownGraphs.florentine, .distance, [6, 8], 0.8305860805860806)
      try check(KnownGraphs.florentine, .reachability, [6, 8, 14], 0.8846153846153846)
    }

    @Test("Without its middle a star is in pieces")
    func star() throws {
      let found = try KeyPlayerFragmentation(size: 1).run(on: KnownGraphs.star(6))
      #expect(found.members == [0])
      #expect(found.value == 1)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same bits at any thread count and edge order; loops change nothing; more players break no less pairs")
    func guarantees() throws {
      for graph in RandomGraphs.assortment {
        let search = KeyPlayerFragmentation(size: 2, exactLimit: 0, restarts: 1, seed: 3)
        let found = try search.run(on: graph)
        #expect(!found.isExact)
        #expect(found.members == found.members.sorted() && Set(found.members).count == 2)
        #expect(try search.run(on: graph, in: RunContext(threads: 4)) == found)
        #expect(try search.run(on: graph.shuffled(seed: 3)) == found)
        #expect(try search.run(on: graph.adding([NodePair(1, 1)])) == found)
      }
    }
  }

  @Suite("Against all sets")
  struct Checker {
    @Test("Exact search is the best of all sets, greedy search with exchanges no better")
    func allSets() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount >= 2 {
        var best = -Double.infinity
        for u in 0..<graph.nodeCount {
          for v in (u + 1)..<max(graph.nodeCount, u + 1) { best = max(best, fragmentation(graph, without: [u, v])) }
        }
        let exact = try KeyPlayerFragmentation(size: 2).run(on: graph)
        #expect(abs(exact.value - best) < 1e-12)
        #expect(abs(fragmentation(graph, without: exact.members) - best) < 1e-12)
        let greedy = try KeyPlayerFragmentation(size: 2, exactLimit: 0).run(on: graph)
        #expect(greedy.value <= best + 1e-12)
      }
    }

    private func fragmentation(_ graph: CSRGraph, without members: [Int]) -> Double {
      let kept = (0..<graph.nodeCount).filter { !members.contains($0) }
      guard kept.count > 1 else { return 1 }
      let edges = graph.pairs.filter { !members.contains($0.source) && !members.contains($0.target) }
      let rest = CSRGraph(nodeCount: graph.nodeCount, edges: edges, isDirected: graph.isDirected)
      let distances = SlowPaths(rest).distances
      var sum = 0.0
      for u in kept { for v in kept where u != v { sum += 1 / distances[u][v] } }
      return 1 - sum / Double(kept.count * (kept.count - 1))
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let found = try KeyPlayerFragmentation(size: 1).run(on: graph)
          #expect(found.value == (graph.nodeCount == 0 ? 0 : 1))
          #expect(found.isExact)
        }
      }
    }

    @Test func refusals() {
      let graph = KnownGraphs.kite
      #expect(throws: AlgorithmError.self) { try KeyPlayerFragmentation(size: 0).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try KeyPlayerFragmentation(size: 11).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try KeyPlayerFragmentation(size: 1, exactLimit: -1).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try KeyPlayerFragmentation(size: 1, restarts: -1).run(on: graph) }
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try KeyPlayerFragmentation(size: 1, metric: .lengths).run(on: graph)
      }
      #expect(throws: AlgorithmError.cancelled) {
        try KeyPlayerFragmentation(size: 1).run(on: graph, in: .cancelled)
      }
    }

    @Test func parameters() {
      expectParameters(
        of: KeyPlayerFragmentation(size: 1),
        [
          "size": ["3"], "scale": ["reachability"], "metric": ["lengths"], "exact-limit": ["9"], "restarts": ["2"],
          "seed": ["5"],
        ])
    }
  }
}
