import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("VoteRank")
struct VoteRankTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: voterank(G), on the directed graph too.
    @Test("Kite, karate club, Florentine families, a directed graph")
    func known() throws {
      #expect(try elected(KnownGraphs.kite) == [3, 5, 6, 8, 0, 1])
      #expect(try elected(KnownGraphs.karate) == [33, 0, 32, 2, 1, 5, 31, 23, 6, 3, 24, 29, 4, 8])
      #expect(try elected(KnownGraphs.florentine) == [8, 14, 6, 4, 1, 13, 3, 12])
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 0), NodePair(3, 0), NodePair(4, 0), NodePair(4, 1)]
      #expect(try elected(CSRGraph(nodeCount: 5, edges: edges, isDirected: true)) == [4, 1, 2])
    }

    @Test("A number of nodes at most, and the votes at their election")
    func count() throws {
      let scores = try VoteRank(count: 2).run(on: KnownGraphs.kite)
      #expect(scores.values == [0, 0, 0, 2, 0, 1, 0, 0, 0, 0])
      #expect(scores.details.first?.values[3] == 6)
      #expect(scores.scale == "rank")
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Edge order and loops change nothing; votes fall from election to election")
    func guarantees() throws {
      for graph in RandomGraphs.assortment {
        let scores = try VoteRank().run(on: graph)
        #expect(try VoteRank().run(on: graph.shuffled(seed: 3)) == scores)
        #expect(try VoteRank().run(on: graph.adding([NodePair(0, 0)])).values == scores.values)
        let votes = try elected(graph).map { scores.details[0].values[$0] }
        #expect(zip(votes, votes.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
      }
    }
  }

  @Suite("Against an election by the list of edges")
  struct Checker {
    @Test func smallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        #expect(try elected(graph) == slow(graph))
      }
    }

    private func slow(_ graph: CSRGraph) -> [Int] {
      let ties = graph.pairs.filter { $0.source != $0.target }.flatMap { pair in
        graph.isDirected ? [pair] : [pair, NodePair(pair.target, pair.source)]
      }
      // Sorted as the neighbours of a node are, so that sums are added in the same order.
      let sorted = ties.sorted { $0.source != $1.source ? $0.source < $1.source : $0.target < $1.target }
      var voices = [Double](repeating: 1, count: graph.nodeCount)
      var order: [Int] = []
      while true {
        var votes = [Double](repeating: 0, count: graph.nodeCount)
        for tie in sorted { votes[tie.source] += voices[tie.target] }
        for node in order { votes[node] = 0 }
        guard let most = votes.max(), most > 0, let winner = votes.firstIndex(of: most) else { return order }
        order.append(winner)
        voices[winner] = 0
        for tie in sorted where tie.source == winner {
          voices[tie.target] = max(voices[tie.target] - Double(graph.nodeCount) / Double(sorted.count), 0)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Where nobody has a neighbour nobody is elected")
    func trivial() throws {
      let values = try KnownGraphs.trivial(isDirected: false).map { try VoteRank().run(on: $0).values }
      #expect(values == [[], [0], [0, 0], [1, 0], [0], [0, 0, 0, 0]])
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) { try VoteRank(count: -1).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) { try VoteRank().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(of: VoteRank(), ["count": ["3"]])
    }
  }
}

private func elected(_ graph: CSRGraph) throws -> [Int] {
  let values = try VoteRank().run(on: graph).values
  return values.indices.filter { values[$0] > 0 }.sorted { values[$0] > values[$1] }
}
