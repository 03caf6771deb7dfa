import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Consensus partition")
struct ConsensusPartitionTests {
  @Suite("Known values")
  struct Known {
    @Test("Separate cliques: everybody agrees at once")
    func cliques() throws {
      let graph = KnownGraphs.complete(5).union(KnownGraphs.complete(4))
      let found = try ConsensusPartition(runs: 10).run(on: graph)
      #expect(found.partition.groups == [0, 0, 0, 0, 0, 1, 1, 1, 1])
      #expect(found.agreement == [1, 1, 1, 1, 1, 1, 1, 1, 1])
      #expect(found.convergence == Convergence(iterations: 0, residual: 0, isConverged: true))
    }

    // The groups of python-igraph 1.0.0 community_optimal_modularity(), of modularity 0.4197896120973046.
    @Test("On the karate club the searches agree on about the best division")
    func karate() throws {
      let found = try ConsensusPartition(runs: 30).run(on: KnownGraphs.karate)
      #expect(found.convergence.isConverged)
      #expect(try Modularity(of: found.partition).run(on: KnownGraphs.karate).value > 0.41)
      #expect(found.agreement.allSatisfy { $0 > 0.5 && $0 <= 1 })
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same bits at any thread count and edge order; agreement from 0 to 1")
    func guarantees() throws {
      for graph in RandomGraphs.assortment.prefix(12) {
        let search = ConsensusPartition(runs: 6, seed: 3)
        let found = try search.run(on: graph)
        #expect(found.agreement.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(try search.run(on: graph, in: RunContext(threads: 4)) == found)
        if !graph.hasParallels { #expect(try search.run(on: graph.shuffled(seed: 3)) == found) }
      }
    }
  }

  @Suite("Against the runs themselves")
  struct Checker {
    @Test("Where all runs agree, the consensus is what they agree on")
    func unanimous() throws {
      for graph in AllGraphs.undirected(4) {
        let found = try ConsensusPartition(search: Leiden(rounds: 5), runs: 8).run(on: graph)
        let single = try Leiden(rounds: 5, runs: 8).run(on: graph).partition
        if found.agreement.allSatisfy({ $0 == 1 }) { #expect(found.partition == single) }
        #expect(found.convergence.isConverged)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let found = try ConsensusPartition(runs: 3).run(on: graph)
          #expect(found.convergence.isConverged)
          #expect(found.agreement == [Double](repeating: 1, count: graph.nodeCount))
        }
      }
    }

    @Test func refusals() {
      let graph = KnownGraphs.kite
      #expect(throws: AlgorithmError.self) { try ConsensusPartition(runs: 1).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try ConsensusPartition(threshold: 2).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try ConsensusPartition(rounds: 0).run(on: graph) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try ConsensusPartition(search: Leiden(weight: .strengths)).run(on: graph)
      }
      #expect(throws: AlgorithmError.cancelled) { try ConsensusPartition().run(on: graph, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: ConsensusPartition(),
        [
          "resolution": ["0.5"], "quality": ["constant-potts"], "weight": ["none"], "signs": ["ignored"],
          "runs": ["7"], "threshold": ["0.25"], "rounds": ["3"], "seed": ["9"],
        ])
    }
  }
}
