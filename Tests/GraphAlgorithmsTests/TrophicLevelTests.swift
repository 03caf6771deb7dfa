import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Trophic level")
struct TrophicLevelTests {
  /// Two sources, a circle at the top.
  static let web = CSRGraph(
    nodeCount: 6, edges: CentralityExamples.pairs([0, 2, 1, 2, 1, 3, 2, 4, 3, 4, 4, 5, 5, 4, 3, 5]), isDirected: true,
    columns: EdgeColumns(strengths: [1, 3, 1, 2, 1, 1, 2, 1]))

  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: trophic_levels(web), trophic_levels(web, weight="weight"), trophic_levels(directed).
    @Test func frozen() throws {
      let plain = try TrophicLevel(weight: .none).run(on: web)
      #expect(largestDifference(plain.values, [1, 1, 2, 2, 3.6, 3.8]) < 1e-14)
      #expect(plain.scale == "level" && plain.direction == .in)
      let weighted = try TrophicLevel().run(on: web)
      #expect(largestDifference(weighted.values, [1, 1, 2, 2, 3.75, 3.875]) < 1e-14)
      #expect(weighted.weights == .strength)
      let directed = try TrophicLevel().run(on: CentralityExamples.directed).values
      #expect(largestDifference(directed, [1, 4.6, 3.8, 5.2, 6.2, 7.4, 6.6, 7.6]) < 1e-13)
    }

    // NetworkX 3.6.1: trophic_levels of 0 → 1, 1 → 1, 1 → 2 gives 1, 3, 4.
    @Test("A chain counts from 1; a loop lifts")
    func chains() throws {
      #expect(try TrophicLevel().run(on: KnownGraphs.path(5, isDirected: true)).values == [1, 2, 3, 4, 5])
      let loop = CSRGraph(nodeCount: 3, edges: CentralityExamples.pairs([0, 1, 1, 1, 1, 2]), isDirected: true)
      #expect(try TrophicLevel().run(on: loop).values == [1, 3, 4])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      for graph in reachable {
        try expectInvariance(of: TrophicLevel(), on: graph)
        let values = try TrophicLevel().run(on: graph).values
        #expect(values.allSatisfy { $0 >= 1 })
        #expect(try TrophicLevel().run(on: graph.scaled(by: 2)).values == values)
        #expect(try TrophicLevel().run(on: graph.withIsolatedNode()).values == values + [1])
      }
    }

    /// Directed graphs in which a further node feeds everybody.
    private var reachable: [CSRGraph] {
      RandomGraphs.assortment.filter(\.isDirected).map { graph in
        let last = graph.nodeCount
        return graph.withIsolatedNode().adding((0..<last).map { NodePair(last, $0) })
      }
    }
  }

  @Suite("Against its equations by elimination with row exchange")
  struct Checker {
    @Test("All small graphs that have an answer; the others are refused")
    func allSmallGraphs() throws {
      for graph in (1...4).flatMap(AllGraphs.directed) + RandomGraphs.assortment.filter(\.isDirected) {
        let matrix = SlowWalks.matrix(graph, usesStrengths: graph.strengths != nil)
        let nodes = matrix.indices
        let sums = matrix.map { $0.reduce(0, +) }
        let reaches = SlowStructure(graph).reaches
        guard nodes.allSatisfy({ v in nodes.contains { sums[$0] == 0 && reaches[$0][v] } }) else {
          expectUndefined(TrophicLevel(), on: graph)
          continue
        }
        let system = nodes.map { v in
          nodes.map { u in (u == v ? 1 : 0) - (sums[v] > 0 ? matrix[v][u] / sums[v] : 0) }
        }
        let slow = SlowWalks.solve(system, nodes.map { _ in 1 })
        #expect(largestDifference(try TrophicLevel().run(on: graph).values, slow) < 1e-10)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Without edges all stand at 1; a circle has no bottom; without directions nothing stands above")
    func trivial() throws {
      let graphs = KnownGraphs.trivial(isDirected: true)
      #expect(
        try [0, 1, 2, 3, 5].map { try TrophicLevel().run(on: graphs[$0]).values }
          == [[], [1], [1, 1], [1, 2], [1, 1, 1, 1]])
      expectUndefined(TrophicLevel(), on: graphs[4])
      expectUndefined(TrophicLevel(), on: KnownGraphs.cycle(3, isDirected: true))
      expectUndefined(TrophicLevel(), on: KnownGraphs.path(3))
    }

    @Test func options() {
      let ring = KnownGraphs.cycle(2001, isDirected: true).withIsolatedNode().adding([NodePair(2001, 0)])
      #expect(throws: AlgorithmError.self) { try TrophicLevel().run(on: ring) }
      expectStrengthRefusals(of: TrophicLevel(weight: .strengths), isDirected: true)
      expectCancelled(TrophicLevel(), on: web)
      expectParameters(of: TrophicLevel(), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}
