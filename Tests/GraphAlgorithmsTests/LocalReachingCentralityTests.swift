import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Local reaching centrality")
struct LocalReachingCentralityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: local_reaching_centrality(directed, v).
    @Test("Who is above whom in a directed graph")
    func directed() throws {
      let sevenths: [Double] = [7, 6, 6, 6, 6, 2, 2, 0]
      let scores = try LocalReachingCentrality().run(on: CentralityExamples.directed)
      #expect(largestDifference(scores.values, sevenths.map { $0 / 7 }) < 1e-15)
      #expect(scores.measure == "local-reaching" && scores.direction == .out)
    }

    // NetworkX 3.6.1: local_reaching_centrality(kite, v).
    @Test("On an undirected graph it is the mean of one over the distance")
    func kite() throws {
      let scores = try LocalReachingCentrality().run(on: KnownGraphs.kite)
      let harmonic = try HarmonicCloseness(direction: .out, scale: .mean).run(on: KnownGraphs.kite)
      #expect(scores.values == harmonic.values)
      #expect(abs(scores.values[3] - 0.787037037037037) < 1e-14)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(
      "Same scores whatever the threads, the order of edges and the numbers of nodes",
      arguments: RandomGraphs.assortment)
    func invariance(graph: CSRGraph) throws {
      try expectInvariance(of: LocalReachingCentrality(), on: graph)
      #expect(try LocalReachingCentrality().run(on: graph).values.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test("Within a strong component all reach as many")
    func components() throws {
      for graph in RandomGraphs.assortment where graph.isDirected {
        let values = try LocalReachingCentrality().run(on: graph).values
        for members in try StrongComponents().run(on: graph).members() {
          #expect(Set(members.map { values[$0] }).count == 1)
        }
      }
    }
  }

  @Suite("Against distances by Floyd and Warshall")
  struct Checker {
    @Test("All graphs of up to 6 nodes, directed ones up to 4, and random graphs")
    func graphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let values = try LocalReachingCentrality().run(on: graph).values
        #expect(largestDifference(values, SlowPaths.reaching(graph)) < 1e-12)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs; stops when cancelled; has no options")
    func trivial() throws {
      try expectTrivial(LocalReachingCentrality(), isDirected: true, [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
      try expectTrivial(LocalReachingCentrality(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectCancelled(LocalReachingCentrality())
      expectParameters(of: LocalReachingCentrality(), [:])
    }
  }
}
