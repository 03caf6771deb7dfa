import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Local clustering")
struct LocalClusteringTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: clustering(kite), average_clustering(karate), average_clustering(lesmis).
    @Test("Kite, and the means of karate club and Les Misérables")
    func unweighted() throws {
      let kite = try LocalClustering().run(on: KnownGraphs.kite)
      let expected = [2.0 / 3, 2.0 / 3, 1, 8.0 / 15, 1, 0.5, 0.5, 1.0 / 3, 0, 0]
      #expect(largestDifference(kite.values, expected) < 1e-15)
      #expect(kite.details.first?.values == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
      #expect(kite.weights == nil)
      #expect(abs(try mean(KnownGraphs.karate) - 0.5706384782076823) < 1e-14)
      #expect(abs(try mean(KnownGraphs.lesMiserables) - 0.5731367499320134) < 1e-14)
    }

    // NetworkX 3.6.1: clustering(lesmis, weight="weight"); nodes 11, 27, 48, 0, 25 and the sum over all.
    @Test("Les Misérables after Onnela")
    func onnela() throws {
      let values = try LocalClustering(variant: .onnela).run(on: KnownGraphs.lesMiserables).values
      let expected = [
        0.015214638011822887, 0.030372578213432835, 0.03385844420759495, 0.012957313460151772, 0.04433712092223375,
      ]
      #expect(largestDifference([11, 27, 48, 0, 25].map { values[$0] }, expected) < 1e-14)
      #expect(abs(values.reduce(0, +) - 4.237078472351358) < 1e-12)
    }

    // python-igraph 1.0.0: transitivity_local_undirected(weights=…, mode="zero").
    @Test("Les Misérables after Barrat")
    func barrat() throws {
      let scores = try LocalClustering(variant: .barrat).run(on: KnownGraphs.lesMiserables)
      let expected = [
        0.1945750452079566, 0.5611702127659575, 0.4370748299319728, 0.16487455197132617, 0.5377049180327869,
      ]
      #expect(largestDifference([11, 27, 48, 0, 25].map { scores.values[$0] }, expected) < 1e-14)
      #expect(abs(scores.values.reduce(0, +) - 46.639624246037826) < 1e-12)
      #expect(scores.weights == .strength)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Other numbers, other order, threads", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      for variant in LocalClustering.Variant.allCases where variant == .unweighted || graph.strengths != nil {
        let measure = LocalClustering(variant: variant)
        try expectInvariance(of: measure, on: graph, tolerance: 1e-14)
        let values = try measure.run(on: graph).values
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(try measure.run(on: graph.scaled(by: 8)).values == values)
        #expect(try measure.run(on: graph.withIsolatedNode()).values == values + [0])
      }
    }

    @Test("Equal strengths make no difference")
    func equalStrengths() throws {
      for graph in RandomGraphs.assortment where !graph.hasParallels && !graph.isDirected {
        let plain = try LocalClustering().run(on: graph).values
        let even = graph.withStrengths([Double](repeating: 3, count: graph.edgeCount))
        for variant in LocalClustering.Variant.allCases {
          #expect(largestDifference(try LocalClustering(variant: variant).run(on: even).values, plain) < 1e-14)
        }
      }
    }
  }

  @Suite("Against the definitions")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small.map(FormulaGraphs.weighted) + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        let largest = slow.strengths.flatMap { $0 }.max() ?? 1
        var expected: [LocalClustering.Variant: [Double]] = [:]
        for node in slow.nodes {
          let degree = Double(slow.neighbors(of: node).count)
          let mine = slow.strengths[node]
          let closed = slow.closedPairs(at: node)
          let roots = closed.map { pair in
            let product = mine[pair.source] * mine[pair.target] * slow.strengths[pair.source][pair.target]
            return cubeRoot(product / (largest * largest * largest))
          }
          let ties = closed.map { mine[$0.source] + mine[$0.target] }
          let isDefined = degree >= 2
          let pairs = degree * (degree - 1) / 2
          expected[.unweighted, default: []].append(isDefined ? Double(closed.count) / pairs : 0)
          expected[.onnela, default: []].append(isDefined ? roots.reduce(0, +) / pairs : 0)
          expected[.barrat, default: []].append(
            isDefined ? ties.reduce(0, +) / (mine.reduce(0, +) * (degree - 1)) : 0)
        }
        for variant in LocalClustering.Variant.allCases where variant == .unweighted || graph.strengths != nil {
          let values = try LocalClustering(variant: variant).run(on: graph).values
          #expect(largestDifference(values, expected[variant] ?? []) < 1e-13)
        }
      }
    }

    /// By halving an interval.
    private func cubeRoot(_ value: Double) -> Double {
      var low = 0.0
      var high = 1.0
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if middle * middle * middle < value { low = middle } else { high = middle }
      }
      return high
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + KnownGraphs.trivial(isDirected: true) {
        #expect(try LocalClustering().run(on: graph).values.allSatisfy { $0 == 0 })
        let weighted = FormulaGraphs.weighted(graph)
        #expect(try LocalClustering(variant: .onnela).run(on: weighted).values.allSatisfy { $0 == 0 })
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try LocalClustering(variant: .barrat).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try LocalClustering(variant: .onnela).run(on: KnownGraphs.path(3).withStrengths([1, .nan]))
      }
      #expect(throws: AlgorithmError.cancelled) { try LocalClustering().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: LocalClustering(), ["variant": ["unweighted", "barrat", "onnela"]])
    }
  }
}

private func mean(_ graph: CSRGraph) throws -> Double {
  try LocalClustering().run(on: graph).values.reduce(0, +) / Double(graph.nodeCount)
}
