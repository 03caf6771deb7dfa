import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Betweenness between two sets")
struct SubsetBetweennessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: betweenness_centrality_subset(path, [0], [2]) and python-igraph 1.0.0
    // betweenness(sources=[0], targets=[2]) give 0.5. Ruling: a pair counts once, so this is 1.
    @Test("Whoever is on the only path between two others stands between one pair")
    func ruling() throws {
      #expect(try pairs(KnownGraphs.path(3), [0], [2]) == [0, 1, 0])
      #expect(try pairs(KnownGraphs.path(3), [0, 2], [0, 2]) == [0, 1, 0])
      #expect(try SubsetBetweenness(from: [0], to: [2]).run(on: KnownGraphs.path(3)).values == [0, 1, 0])
    }

    // Twice NetworkX 3.6.1 betweenness_centrality_subset(kite, [0, 1, 2], [7, 8, 9]) (see the ruling above).
    @Test("On the kite h stands between one end and the other in 6 of 6 pairs")
    func kite() throws {
      let values = try pairs(KnownGraphs.kite, [0, 1, 2], [7, 8, 9])
      #expect(largestDifference(values, [0, 0, 0, 0, 0, 6, 3, 6, 3, 0]) < 1e-12)
      let fractions = try SubsetBetweenness(from: [0, 1, 2], to: [7, 8, 9]).run(on: KnownGraphs.kite).values
      #expect(fractions[7] == 1)
      #expect(abs(fractions[5] - 6.0 / 9) < 1e-12)
    }

    // NetworkX 3.6.1: betweenness_centrality_subset(directed, [0, 1, 4], [4, 6, 7]); python-igraph 1.0.0 agrees.
    @Test("On a directed graph ordered pairs count, as elsewhere")
    func directed() throws {
      let values = try pairs(CentralityExamples.directed, [0, 1, 4], [4, 6, 7])
      #expect(largestDifference(values, [0, 0.5, 4.5, 2, 0, 2, 3, 0]) < 1e-12)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("With everybody on both sides it is betweenness; with the sides swapped it is that of the reversed graph")
    func everybody() throws {
      for graph in RandomGraphs.assortment {
        let all = Array(0..<graph.nodeCount)
        for scale in Betweenness.Scale.allCases {
          let plain = try Betweenness(scale: scale).run(on: graph).values
          let subset = try SubsetBetweenness(from: all, to: all, scale: scale).run(on: graph).values
          #expect(largestDifference(subset, plain) < 1e-12)
        }
        let values = try pairs(graph, [0, 1, 2, 3], [3, 4, 5])
        #expect(largestDifference(try pairs(graph.reversed().graph, [3, 4, 5], [0, 1, 2, 3]), values) < 1e-12)
      }
    }

    @Test("Threads, order and repetition in the lists change nothing")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        let scores = try SubsetBetweenness(from: [0, 1, 2], to: [2, 5, 6]).run(on: graph)
        let again = SubsetBetweenness(from: [2, 1, 0, 0], to: [6, 5, 2, 6])
        #expect(try again.run(on: graph, in: RunContext(threads: 3)) == scores)
      }
    }
  }

  @Suite("Against a list of all shortest paths")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for (sources, targets) in [([0, 1], [2, 3]), ([0, 1, 2], [1, 2]), ([4, 3], [0])] {
          let fitting = { (node: Int) in node < graph.nodeCount }
          try check(graph, sources.filter(fitting), targets.filter(fitting))
        }
      }
    }

    private func check(_ graph: CSRGraph, _ sources: [Int], _ targets: [Int]) throws {
      let slow = SlowPaths(graph, usesLengths: graph.lengths != nil)
      var sums = [Double](repeating: 0, count: graph.nodeCount)
      var pairCounts = sums
      var seen: Set<NodePair> = []
      for s in sources {
        for t in targets where s != t {
          let key = graph.isDirected ? NodePair(s, t) : NodePair(min(s, t), max(s, t))
          guard seen.insert(key).inserted else { continue }
          for node in sums.indices where node != s && node != t { pairCounts[node] += 1 }
          let paths = slow.shortestPaths(from: s, to: t)
          for path in paths {
            for node in path.nodes.dropFirst().dropLast() { sums[node] += 1 / Double(paths.count) }
          }
        }
      }
      #expect(largestDifference(try pairs(graph, sources, targets), sums) < 1e-12)
      let fractions = zip(sums, pairCounts).map { $1 > 0 ? $0 / $1 : 0 }
      let values = try SubsetBetweenness(from: sources, to: targets).run(on: graph).values
      #expect(largestDifference(values, fractions) < 1e-12)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("An empty side scores 0; trivial graphs have values")
    func trivial() throws {
      #expect(try pairs(KnownGraphs.path(3), [], [2]) == [0, 0, 0])
      #expect(try pairs(KnownGraphs.path(0), [], []) == [])
      #expect(try pairs(KnownGraphs.path(1), [0], [0]) == [0])
    }

    @Test func options() {
      let algorithm = SubsetBetweenness(from: [0], to: [2], metric: .lengths)
      expectLengthRefusals(of: algorithm)
      expectCancelled(algorithm, on: KnownGraphs.path(3).withLengths([1, 1]))
      expectParameters(of: algorithm, ["scale": ["pairs", "fraction"], "metric": ["steps", "lengths", "automatic"]])
    }
  }
}

private func pairs(_ graph: CSRGraph, _ sources: [Int], _ targets: [Int]) throws -> [Double] {
  try SubsetBetweenness(from: sources, to: targets, scale: .pairs).run(on: graph).values
}
