import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Betweenness, estimated")
struct ApproximateBetweennessTests {
  @Suite("Known values")
  struct Known {
    @Test("The estimate is within the stated error, and says what that is")
    func withinError() throws {
      for graph in [KnownGraphs.karate, KnownGraphs.kite, KnownGraphs.path(20), CentralityExamples.directed] {
        let exact = try Betweenness().run(on: graph).values
        let scores = try ApproximateBetweenness(epsilon: 0.1, delta: 0.001).run(on: graph)
        let errors = zip(scores.values, exact).map { abs($0 - $1) }
        #expect(errors.allSatisfy { $0 <= 0.1 })
        #expect(scores.details.map(\.name) == ["error", "samples"])
        #expect(scores.details[0].values.allSatisfy { $0 == 0.1 })
        #expect(scores.scale == "fraction")
      }
    }

    @Test("The number of samples is that of the theorem")
    func samples() throws {
      // Path of 20: V = 20 (twice 19 and one is capped by the size); ⌊log₂ 18⌋ = 4; ε′ = 0.1 · 18 / 20;
      // (4 + 1 + ln 10) / (2 · 0.0081) = 450.8.
      let scores = try ApproximateBetweenness(epsilon: 0.1).run(on: KnownGraphs.path(20))
      #expect(scores.details[1].values == [Double](repeating: 451, count: 20))
    }

    @Test("The middle of a star is on almost every drawn path")
    func star() throws {
      let values = try ApproximateBetweenness(epsilon: 0.1).run(on: KnownGraphs.star(9)).values
      #expect(abs(values[0] - 1) <= 0.1)
      #expect(values.dropFirst().allSatisfy { $0 == 0 })
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("The same seed gives the same bits at any thread count and any order of edges; another seed others")
    func repeatability() throws {
      let measure = ApproximateBetweenness(epsilon: 0.2, seed: 7)
      for graph in RandomGraphs.assortment where !graph.hasParallels {
        let scores = try measure.run(on: graph)
        #expect(try measure.run(on: graph, in: RunContext(threads: 4)) == scores)
        #expect(try measure.run(on: graph.shuffled(seed: 2)) == scores)
      }
      let first = try measure.run(on: KnownGraphs.karate)
      #expect(try ApproximateBetweenness(epsilon: 0.2, seed: 8).run(on: KnownGraphs.karate) != first)
    }

    @Test("Isolated nodes and leaves score 0")
    func zeros() throws {
      let values = try ApproximateBetweenness(epsilon: 0.2).run(on: KnownGraphs.florentine).values
      let degrees = try Degree().run(on: KnownGraphs.florentine).values
      #expect(zip(values, degrees).allSatisfy { $1 > 1 || $0 == 0 })
    }
  }

  @Suite("Against the exact measure by listing paths")
  struct Checker {
    @Test("Means over many seeds come near the exact values, parallel edges and lengths included")
    func unbiased() throws {
      for graph in RandomGraphs.assortment.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
        let pairs = Double((graph.nodeCount - 1) * (graph.nodeCount - 2))
        let exact = SlowPaths(graph, usesLengths: graph.lengths != nil).orderedBetweenness().map { $0 / pairs }
        var means = exact.map { _ in 0.0 }
        for seed in 0..<10 {
          let measure = ApproximateBetweenness(epsilon: 0.2, seed: UInt64(seed))
          for (node, value) in try measure.run(on: graph).values.enumerated() { means[node] += value / 10 }
        }
        #expect(zip(means, exact).allSatisfy { abs($0 - $1) < 0.06 })
      }
    }
  }

  @Suite("Against the exact measure on graphs with hubs")
  struct Hubs {
    // Two searches that meet must find as many paths, and as long ones, as one search does: the sum over all nodes is
    // the mean number of nodes inside a path.
    @Test(arguments: [false, true])
    func sums(isDirected: Bool) throws {
      var random = SeededGenerator(seed: 11)
      let edges = (0..<2400).map { _ in
        let share = random.nextUnit()
        return NodePair(random.nextIndex(below: 600), Int(600 * share * share * share))
      }
      let graph = CSRGraph(nodeCount: 600, edges: edges, isDirected: isDirected)
      let exact = try Betweenness(scale: .fraction, metric: .steps).run(on: graph).values
      let found = try ApproximateBetweenness(epsilon: 0.02, delta: 0.001, metric: .steps).run(on: graph).values
      #expect(zip(found, exact).allSatisfy { abs($0 - $1) <= 0.02 })
      let sum = exact.reduce(0, +)
      #expect(abs(found.reduce(0, +) - sum) < 0.03 * sum)
      let top = exact.indices.max { exact[$0] < exact[$1] } ?? 0
      #expect(abs(found[top] - exact[top]) < 0.1 * exact[top])
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Where no path has an inside, all is 0 and exact")
    func trivial() throws {
      for isDirected in [false, true] {
        try expectTrivial(
          ApproximateBetweenness(), isDirected: isDirected, [[], [0], [0, 0], [0, 0], [0], [0, 0, 0, 0]])
      }
      let scores = try ApproximateBetweenness().run(on: KnownGraphs.path(2))
      #expect(scores.details.map(\.values) == [[0, 0], [0, 0]])
    }

    @Test func options() {
      for measure in [
        ApproximateBetweenness(epsilon: 0), ApproximateBetweenness(epsilon: .nan),
        ApproximateBetweenness(epsilon: 0.1, delta: 1), ApproximateBetweenness(epsilon: 2),
        ApproximateBetweenness(epsilon: 1e-6),
      ] {
        #expect(throws: AlgorithmError.self) { try measure.run(on: KnownGraphs.kite) }
      }
      expectLengthRefusals(of: ApproximateBetweenness(epsilon: 0.2, metric: .lengths))
      expectCancelled(ApproximateBetweenness())
      expectParameters(
        of: ApproximateBetweenness(),
        [
          "epsilon": ["0.1", "0.01"], "delta": ["0.05"], "metric": ["steps", "lengths", "automatic"],
          "seed": ["12", "0"],
        ])
    }
  }
}
