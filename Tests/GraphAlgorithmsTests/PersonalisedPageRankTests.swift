import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Personalised PageRank")
struct PersonalisedPageRankTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: pagerank(kite, personalization={0: 1, 9: 3}, tol=1e-15, max_iter=1000).
    @Test func kite() throws {
      let expected = [
        0.0898423074090573, 0.05572836111829219, 0.046434951425333645, 0.08421091054079176, 0.037775959115458106,
        0.09066813004488342, 0.08237531402671905, 0.1146578391957387, 0.20056577342015927, 0.19774045370356652,
      ]
      let scores = try PersonalisedPageRank(starts: [.init(node: 0, share: 1), .init(node: 9, share: 3)])
        .run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-11)
      #expect(scores.scale == "probability")
    }

    // NetworkX 3.6.1: pagerank(directed, personalization={0: 1, 4: 3}, tol=1e-15, max_iter=1000); python-igraph 1.0.0
    // personalized_pagerank(reset=[1, 0, 0, 0, 3, 0, 0, 0]) agrees.
    @Test("The sink sends the wanderer back to the starts")
    func directed() throws {
      let expected = [
        0.05385851505342002, 0.12169943546887288, 0.07461212897197447, 0.08343241488736013, 0.23249309781451616,
        0.1757908138813812, 0.18113234661226318, 0.07698124731021186,
      ]
      let scores = try PersonalisedPageRank(from: [0, 4, 4, 4]).run(on: CentralityExamples.directed)
      #expect(largestDifference(scores.values, expected) < 1e-11)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("From everybody alike it is PageRank")
    func everybody() throws {
      for graph in RandomGraphs.assortment {
        let plain = try PageRank().run(on: graph).values
        let values = try PersonalisedPageRank(from: Array(0..<graph.nodeCount)).run(on: graph).values
        #expect(largestDifference(values, plain) < 1e-10)
      }
    }

    @Test("Adds up to 1, all of it where the starts lead (M4); threads, order and scale of strengths change nothing")
    func mass() throws {
      for graph in RandomGraphs.assortment {
        let algorithm = PersonalisedPageRank(from: [1, 3])
        let scores = try algorithm.run(on: graph)
        #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12)
        let reaches = SlowStructure(graph).reaches
        for node in scores.values.indices {
          #expect((scores.values[node] > 0) == (reaches[1][node] || reaches[3][node]))
        }
        #expect(try algorithm.run(on: graph, in: RunContext(threads: 4)) == scores)
        if !graph.hasParallels { #expect(try algorithm.run(on: graph.shuffled(seed: 4)) == scores) }
        #expect(try algorithm.run(on: graph.scaled(by: 2)).values == scores.values)
      }
    }
  }

  @Suite("Against its equations by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount > 1 {
        let matrix = SlowWalks.matrix(graph, usesStrengths: graph.strengths != nil)
        let nodes = matrix.indices
        let leaving = nodes.map { u in nodes.reduce(0) { $0 + matrix[$1][u] } }
        let home = nodes.map { $0 == 0 ? 0.25 : $0 == 1 ? 0.75 : 0 }
        let system = nodes.map { v in
          nodes.map { u in (u == v ? 1 : 0) - 0.7 * (leaving[u] > 0 ? matrix[v][u] / leaving[u] : home[v]) }
        }
        let slow = SlowWalks.solve(system, home.map { $0 * 0.3 })
        let starts = [PersonalisedPageRank.Start(node: 0, share: 1), .init(node: 1, share: 3)]
        let values = try PersonalisedPageRank(starts: starts, damping: 0.7).run(on: graph).values
        #expect(largestDifference(values, slow) < 1e-11)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      #expect(try PersonalisedPageRank(from: [0]).run(on: KnownGraphs.path(1)).values == [1])
      #expect(try PersonalisedPageRank(from: [0]).run(on: KnownGraphs.trivial(isDirected: false)[2]).values == [1, 0])
    }

    @Test("Without starts, or with shares that are no shares, there is no question")
    func options() {
      for algorithm in [
        PersonalisedPageRank(from: []), PersonalisedPageRank(starts: [.init(node: 0, share: 0)]),
        PersonalisedPageRank(starts: [.init(node: 0, share: .nan)]), PersonalisedPageRank(from: [0], damping: 1),
        PersonalisedPageRank(from: [0], tolerance: 0), PersonalisedPageRank(from: [0], iterations: 2),
      ] {
        #expect(throws: AlgorithmError.self) { try algorithm.run(on: KnownGraphs.kite) }
      }
      expectStrengthRefusals(of: PersonalisedPageRank(from: [0], weight: .strengths))
      expectCancelled(PersonalisedPageRank(from: [0]))
      expectParameters(
        of: PersonalisedPageRank(from: []),
        [
          "damping": ["0.5"], "tolerance": ["1e-06"], "iterations": ["77"],
          "weight": ["none", "strengths", "automatic"],
        ])
    }
  }
}
