import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Communicability")
struct CommunicabilityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: communicability(kite).
    @Test func kite() throws {
      let pairs = [NodePair(0, 1), NodePair(0, 9), NodePair(9, 9), NodePair(9, 0)]
      let scores = try Communicability(between: pairs).run(on: KnownGraphs.kite)
      let expected = [9.097438001203633, 0.15845898318799648, 1.5930945812056327, 0.15845898318799648]
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(scores.pairs == pairs && scores.measure == "communicability")
    }

    // sinh 1, to 17 digits.
    @Test func pair() throws {
      let values = try Communicability(between: [NodePair(0, 1)]).run(on: KnownGraphs.path(2)).values
      #expect(abs(values[0] - 1.1752011936438014) < 1e-15)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("The same both ways; from a node to itself the subgraph centrality; threads and order change nothing")
    func symmetry() throws {
      for graph in CentralityExamples.undirectedAssortment {
        let nodes = 0..<graph.nodeCount
        let there = Communicability(between: nodes.map { NodePair($0, ($0 * 3 + 1) % graph.nodeCount) })
        let back = Communicability(between: there.pairs.map { NodePair($0.target, $0.source) })
        let scores = try there.run(on: graph)
        #expect(try back.run(on: graph).values == scores.values)
        #expect(try there.run(on: graph, in: RunContext(threads: 4)) == scores)
        #expect(try there.run(on: graph.withoutColumns().shuffled(seed: 8)) == scores)
        let own = try Communicability(between: nodes.map { NodePair($0, $0) }).run(on: graph).values
        #expect(try SubgraphCentrality().run(on: graph).values == own)
      }
    }
  }

  @Suite("Against Taylor's series of the matrix")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) + CentralityExamples.undirectedAssortment {
        let weight = graph.strengths == nil ? TieWeight.none : .strengths
        let slow = SlowCentralities.exponential(SlowWalks.matrix(graph, usesStrengths: weight == .strengths))
        let pairs = slow.indices.flatMap { u in slow.indices.map { NodePair(u, $0) } }
        let values = try Communicability(between: pairs, weight: weight).run(on: graph).values
        let largest = max(1, slow.flatMap { $0 }.max() ?? 1)
        #expect(zip(values, slow.flatMap { $0 }).allSatisfy { abs($0 - $1) < 1e-11 * largest })
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Between components nothing gets through")
    func trivial() throws {
      #expect(try Communicability(between: []).run(on: KnownGraphs.path(0)).values == [])
      let pairs = [NodePair(0, 0), NodePair(0, 1)]
      #expect(try Communicability(between: pairs).run(on: KnownGraphs.trivial(isDirected: false)[2]).values == [1, 0])
    }

    @Test func limits() {
      let pair = [NodePair(0, 1)]
      #expect(throws: AlgorithmError.self) { try Communicability(between: pair).run(on: KnownGraphs.path(2001)) }
      #expect(throws: AlgorithmError.self) {
        try Communicability(between: pair, weight: .strengths).run(on: KnownGraphs.path(2).withStrengths([800]))
      }
      expectRefusesDirected(Communicability(between: pair))
      expectStrengthRefusals(of: Communicability(between: pair, weight: .strengths))
      expectCancelled(Communicability(between: pair))
      expectParameters(of: Communicability(between: []), ["weight": ["strengths", "automatic", "none"]])
    }
  }
}
