import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Louvain")
struct LouvainTests {
  @Suite("Known values")
  struct Known {
    // The best known values: python-igraph 1.0.0 community_optimal_modularity() on the karate club.
    @Test("Reaches the best known divisions")
    func best() throws {
      let karate = try Louvain(runs: 20).run(on: KnownGraphs.karate)
      #expect(abs(karate.quality - 0.4197896120973046) < 1e-14)
      #expect(karate.partition.groupCount == 4)
      #expect(try Louvain(weight: .none, runs: 20).run(on: KnownGraphs.lesMiserables).quality > 0.5596)
      #expect(try Louvain(runs: 20).run(on: KnownGraphs.lesMiserables).quality > 0.5664)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Quality is as measured, and no worse than that of nodes alone")
    func measured() throws {
      for graph in RandomGraphs.assortment {
        let found = try Louvain(signs: .ignored, seed: 3).run(on: graph)
        let groups = found.partition.groups.map { Int($0) }
        #expect(abs(found.quality - SlowCommunities.modularity(graph, groups, values: graph.strengths)) < 1e-12)
        #expect(
          found.quality
            >= SlowCommunities.modularity(graph, Array(0..<graph.nodeCount), values: graph.strengths) - 1e-12)
      }
    }

    @Test("The same seed gives the same answer, at any thread count and edge order")
    func repeatability() throws {
      for graph in [KnownGraphs.karate] + SignedGraphs.assortment {
        let louvain = Louvain(runs: 4, seed: 12)
        let found = try louvain.run(on: graph)
        #expect(try louvain.run(on: graph, in: RunContext(threads: 4)) == found)
        if !graph.hasParallels { #expect(try louvain.run(on: graph.shuffled(seed: 2)) == found) }
      }
    }
  }

  @Suite("Against all divisions")
  struct Checker {
    @Test func smallGraphs() throws {
      for graph in AllGraphs.small {
        let best =
          SlowCommunities.divisions(graph.nodeCount)
          .map { SlowCommunities.modularity(graph, $0) }.max() ?? 0
        let found = try Louvain(runs: 16).run(on: graph).quality
        #expect(abs(found - best) < 1e-12, "\(graph.pairs)")
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      let undirected = try KnownGraphs.trivial(isDirected: false).map { try Louvain().run(on: $0).partition.groupCount }
      #expect(undirected == [0, 1, 2, 1, 1, 4])
      let directed = try KnownGraphs.trivial(isDirected: true).map { try Louvain().run(on: $0).partition.groupCount }
      #expect(directed == [0, 1, 2, 2, 1, 4])
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) { try Louvain(resolution: -1).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Louvain(runs: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try Louvain(signs: .used).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) { try Louvain().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: Louvain(),
        [
          "quality": ["constant-potts"], "resolution": ["2.0"], "weight": ["none"], "signs": ["used"], "runs": ["5"],
          "seed": ["17"],
        ])
    }
  }
}
