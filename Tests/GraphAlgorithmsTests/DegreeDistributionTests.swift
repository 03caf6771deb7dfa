import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Degree distribution")
struct DegreeDistributionTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: degree_histogram(karate); numpy 2.4.6: var of the degrees; Freeman's sum by hand: 422 / (33 · 32).
    @Test("Karate club")
    func karate() throws {
      let found = try DegreeDistribution().run(on: KnownGraphs.karate)
      #expect(found.counts == [0, 1, 11, 6, 6, 3, 2, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1])
      #expect(abs(found.variance - 14.595155709342562) < 1e-12)
      #expect(abs(found.centralization - 0.3996212121212121) < 1e-15)
      #expect(found.median == 3)
      #expect(abs(found.mean - 156.0 / 34) < 1e-15)
    }

    @Test("A star is wholly centralized, a cycle not at all")
    func extremes() throws {
      #expect(try DegreeDistribution().run(on: KnownGraphs.star(5)).centralization == 1)
      #expect(
        try DegreeDistribution(direction: .out).run(on: KnownGraphs.star(5, isDirected: true)).centralization == 1)
      #expect(try DegreeDistribution().run(on: KnownGraphs.star(5).asDirected()).centralization == 1)
      #expect(try DegreeDistribution().run(on: KnownGraphs.cycle(5)).centralization == 0)
      #expect(try DegreeDistribution().run(on: KnownGraphs.path(4)).median == 1.5)
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount > 0 {
        for direction in EdgeDirection.allCases {
          let degrees = try Degree(direction: direction).run(on: graph).values
          let found = try DegreeDistribution(direction: direction).run(on: graph)
          let sorted = degrees.sorted()
          #expect(found.counts.indices.allSatisfy { d in found.counts[d] == degrees.count { Int($0) == d } })
          #expect(found.median == (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
          let mean = degrees.reduce(0, +) / Double(degrees.count)
          let variance = degrees.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(degrees.count)
          #expect(abs(found.variance - variance) < 1e-12)
          let copy = graph.relabelled(randomOrder(graph.nodeCount, seed: 2)).shuffled(seed: 5)
          #expect(try DegreeDistribution(direction: direction).run(on: copy) == found)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try DegreeDistribution().run(on: FormulaGraphs.graph(0, [])) }
      for graph in KnownGraphs.trivial(isDirected: false).dropFirst() {
        #expect(try DegreeDistribution().run(on: graph).centralization == 0)
      }
      #expect(throws: AlgorithmError.cancelled) { try DegreeDistribution().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: DegreeDistribution(), ["direction": ["out", "in", "all"]])
    }
  }
}
