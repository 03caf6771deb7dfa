import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Triad census")
struct TriadCensusTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: triadic_census(G); python-igraph 1.0.0 triad_census() agrees.
    @Test("The formula graph")
    func formula() throws {
      let counts = try TriadCensus().run(on: FormulaGraphs.directed)
      #expect(counts.counts == [58, 58, 26, 17, 11, 24, 8, 6, 0, 4, 2, 0, 2, 4, 0, 0])
      #expect(counts.count(of: .chain) == 24)
    }

    @Test("Undirected graphs have four types; the karate club 45 complete ones")
    func undirected() throws {
      let counts = try TriadCensus().run(on: KnownGraphs.karate)
      #expect(counts.count(of: .complete) == 45)
      #expect(counts.count(of: .twoMutual) == 528 - 3 * 45)
      #expect(counts.counts.reduce(0, +) == 5984)
    }

    @Test("A path of 100,000 nodes: its triads are counted without going through them")
    func star() throws {
      let counts = try TriadCensus().run(on: KnownGraphs.path(100_000, isDirected: true))
      #expect(counts.count(of: .chain) == 99_998)
      #expect(counts.counts.reduce(0, +) == 166_661_666_700_000)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("All sets of three; numbers, order, threads; reversal swaps types", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let counts = try TriadCensus().run(on: graph)
      let n = graph.nodeCount
      #expect(counts.counts.reduce(0, +) == n * (n - 1) * (n - 2) / 6)
      #expect(try TriadCensus().run(on: graph.relabelled(randomOrder(n, seed: 4))) == counts)
      #expect(try TriadCensus().run(on: graph.shuffled(seed: 4), in: RunContext(threads: 3)) == counts)
      #expect(try TriadCensus().run(on: graph.adding([NodePair(0, 0)] + graph.pairs)) == counts)
      let reversed = try TriadCensus().run(on: graph.reversed().graph)
      #expect(reversed.count(of: .inStar) == counts.count(of: .outStar))
      #expect(reversed.count(of: .mutualIn) == counts.count(of: .mutualOut))
      #expect(reversed.count(of: .mutualAbove) == counts.count(of: .mutualBelow))
      #expect(reversed.count(of: .transitive) == counts.count(of: .transitive))
    }
  }

  @Suite("Against a picture of each type")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.edgeCount < 30 {
        #expect(try TriadCensus().run(on: graph).counts == slowCounts(graph))
      }
    }

    /// The ties of each type as drawn by Holland and Leinhardt, in the order of the types.
    private static let pictures: [[(Int, Int)]] = [
      [], [(0, 1)], [(0, 1), (1, 0)], [(1, 0), (1, 2)], [(0, 1), (2, 1)], [(0, 1), (1, 2)],
      [(0, 1), (1, 0), (2, 1)], [(0, 1), (1, 0), (1, 2)], [(0, 1), (2, 1), (0, 2)], [(1, 0), (2, 1), (0, 2)],
      [(0, 1), (1, 0), (1, 2), (2, 1)], [(1, 0), (1, 2), (0, 2), (2, 0)], [(0, 1), (2, 1), (0, 2), (2, 0)],
      [(0, 1), (1, 2), (0, 2), (2, 0)], [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)],
      [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
    ]

    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    /// The type of each of the 64 ways to tie three nodes, with a bit for each ordered pair.
    private static let typeOfCode: [Int: Int] = {
      var types: [Int: Int] = [:]
      for (type, picture) in pictures.enumerated() {
        for order in orders {
          types[picture.reduce(0) { $0 | 1 << (3 * order[$1.0] + order[$1.1]) }] = type
        }
      }
      return types
    }()

    private func slowCounts(_ graph: CSRGraph) -> [Int] {
      let slow = SlowNeighbors(graph)
      var counts = [Int](repeating: 0, count: 16)
      for triple in slow.triples {
        var code = 0
        for i in 0..<3 {
          for j in 0..<3 where slow.leads[triple[i]][triple[j]] { code |= 1 << (3 * i + j) }
        }
        counts[Self.typeOfCode[code] ?? 0] += 1
      }
      return counts
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try TriadCensus().run(on: $0).counts[0] } == [0, 0, 0, 0, 0, 4])
      #expect(throws: AlgorithmError.self) { try TriadCensus().run(on: FormulaGraphs.graph(3_810_780, [])) }
      #expect(throws: AlgorithmError.cancelled) { try TriadCensus().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: TriadCensus(), [:])
      #expect(Set(TriadType.allCases.map(\.rawValue)).count == 16)
    }
  }
}
