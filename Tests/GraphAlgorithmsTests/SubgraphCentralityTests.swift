import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Subgraph centrality")
struct SubgraphCentralityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: subgraph_centrality(kite).
    @Test func kite() throws {
      let expected = [
        10.254197421126214, 10.254197421126237, 7.402052723684374, 17.518355556634713, 7.402052723684356,
        12.702861435937187, 12.702861435937177, 4.879598498838997, 2.332804428950538, 1.5930945812056327,
      ]
      let scores = try SubgraphCentrality().run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(scores.scale == "walks" && scores.weights == nil)
    }

    // NetworkX 3.6.1: subgraph_centrality(karate).
    @Test func karate() throws {
      let values = try SubgraphCentrality().run(on: KnownGraphs.karate).values
      #expect(
        largestDifference(Array(values[0..<3]), [128.09501352288996, 71.4309973677734, 88.7045945479591]) < 1e-11)
    }

    // cosh 1 and (e² + 2 e⁻¹) / 3, to 17 digits.
    @Test("A pair and a triangle")
    func closedForms() throws {
      #expect(abs(try SubgraphCentrality().run(on: KnownGraphs.path(2)).values[0] - 1.5430806348152437) < 1e-15)
      let triangle = try SubgraphCentrality().run(on: KnownGraphs.complete(3)).values
      #expect(largestDifference(triangle, [Double](repeating: 2.70827166042451, count: 3)) < 1e-12)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Threads, order, numbering; other components and isolated nodes change nothing (M9, M11)")
    func invariance() throws {
      for graph in CentralityExamples.undirectedAssortment {
        try expectInvariance(of: SubgraphCentrality(), on: graph)
        let values = try SubgraphCentrality().run(on: graph).values
        #expect(try SubgraphCentrality().run(on: graph.withIsolatedNode()).values == values + [1])
        let more = try SubgraphCentrality().run(on: graph.union(KnownGraphs.kite)).values
        #expect(Array(more.prefix(graph.nodeCount)) == values)
        #expect(values.allSatisfy { $0 >= 1 - 1e-12 })
      }
    }

    @Test("A larger graph: where all nodes are alike, so are the scores")
    func cycle() throws {
      // e^A of a long cycle has the modified Bessel function I₀(2) = 2.279585302336067 on its diagonal.
      let values = try SubgraphCentrality().run(on: KnownGraphs.cycle(60)).values
      #expect(largestDifference(values, [Double](repeating: 2.279585302336067, count: 60)) < 1e-12)
    }
  }

  @Suite("Against Taylor's series of the matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) + CentralityExamples.undirectedAssortment {
        let weight = graph.strengths == nil ? TieWeight.none : .strengths
        let slow = SlowCentralities.exponential(SlowWalks.matrix(graph, usesStrengths: weight == .strengths))
        let values = try SubgraphCentrality(weight: weight).run(on: graph).values
        let largest = max(1, slow.flatMap { $0 }.max() ?? 1)
        #expect(zip(values, slow.indices).allSatisfy { abs($0 - slow[$1][$1]) < 1e-11 * largest })
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("A loop counts 2, so its node scores e²")
    func trivial() throws {
      let trivial = KnownGraphs.trivial(isDirected: false).filter { $0.edgeCount == 0 }
      #expect(
        try trivial.map { try SubgraphCentrality().run(on: $0).values } == [[], [1], [1, 1], [1, 1, 1, 1]])
      let loop = try SubgraphCentrality().run(on: KnownGraphs.trivial(isDirected: false)[4]).values
      #expect(abs(loop[0] - 7.38905609893065) < 1e-14)
    }

    @Test("Numbers too large to write, and too many nodes")
    func limits() {
      for strengths in [[700.0, 700], [1e200, 1], [710, 1]] {
        #expect(throws: AlgorithmError.self) {
          try SubgraphCentrality(weight: .strengths).run(on: KnownGraphs.path(3).withStrengths(strengths))
        }
      }
      #expect(throws: AlgorithmError.self) { try SubgraphCentrality().run(on: KnownGraphs.path(2001)) }
      expectRefusesDirected(SubgraphCentrality())
      expectStrengthRefusals(of: SubgraphCentrality(weight: .strengths))
      expectCancelled(SubgraphCentrality())
      expectParameters(of: SubgraphCentrality(), ["weight": ["strengths", "automatic", "none"]])
    }
  }
}
