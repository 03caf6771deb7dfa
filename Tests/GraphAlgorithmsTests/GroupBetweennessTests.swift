import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Group betweenness")
struct GroupBetweennessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: group_betweenness_centrality(karate, [0, 33], normalized=False), and normalized.
    @Test("Members 1 and 34 together stand between two thirds of the other pairs of the karate club")
    func karate() throws {
      #expect(abs(try pairs(KnownGraphs.karate, [0, 33]) - 339.5404761904762) < 1e-9)
      let score = try GroupBetweenness(of: [33, 0, 33]).run(on: KnownGraphs.karate)
      #expect(abs(score.value - 0.6845574116743472) < 1e-12)
      #expect(score.members == [0, 33])
      #expect(score.scale == "fraction")
    }

    // NetworkX 3.6.1: group_betweenness_centrality(kite, [5, 7], normalized=False).
    @Test func kite() throws {
      #expect(abs(try pairs(KnownGraphs.kite, [5, 7]) - (12 + 5.0 / 6)) < 1e-12)
    }

    @Test("Two in a row count once")
    func row() throws {
      #expect(try pairs(KnownGraphs.path(4), [1, 2]) == 1)
      #expect(try pairs(KnownGraphs.path(6), [2, 3]) == 4)
      #expect(try pairs(KnownGraphs.path(6, isDirected: true), [2, 3]) == 4)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("A group of one has its member's betweenness; a larger group never less among its outsiders")
    func single() throws {
      for graph in RandomGraphs.assortment {
        let values = try Betweenness(scale: .pairs).run(on: graph).values
        let fractions = try Betweenness().run(on: graph).values
        for node in 0..<3 {
          #expect(abs(try pairs(graph, [node]) - values[node]) < 1e-10)
          #expect(abs(try GroupBetweenness(of: [node]).run(on: graph).value - fractions[node]) < 1e-10)
        }
      }
    }

    @Test("Threads and turning edges round change nothing")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        let score = try GroupBetweenness(of: [1, 4, 5]).run(on: graph)
        #expect(try GroupBetweenness(of: [5, 4, 1]).run(on: graph, in: RunContext(threads: 4)) == score)
        let reversed = try GroupBetweenness(of: [1, 4, 5]).run(on: graph.reversed().graph)
        #expect(abs(reversed.value - score.value) < 1e-12)
      }
    }
  }

  @Suite("Against a list of all shortest paths")
  struct Checker {
    // NetworkX 3.6.1 gives 0.5 for the directed example and [1, 4]; the list of paths decides.
    @Test func allSmallGraphs() throws {
      let graphs = AllGraphs.small + RandomGraphs.assortment + [CentralityExamples.directed]
      for graph in graphs where graph.nodeCount > 2 {
        for members in [[1], [1, 2], [0, graph.nodeCount - 1], [1, 4].filter { $0 < graph.nodeCount }] {
          let slow = SlowPaths(graph, usesLengths: graph.lengths != nil)
          var sum = 0.0
          for s in 0..<graph.nodeCount where !members.contains(s) {
            for t in 0..<graph.nodeCount where s != t && !members.contains(t) {
              let paths = slow.shortestPaths(from: s, to: t)
              let met = paths.count { $0.nodes.contains(where: members.contains) }
              if met > 0 { sum += Double(met) / Double(paths.count) / (graph.isDirected ? 1 : 2) }
            }
          }
          #expect(abs(try pairs(graph, members) - sum) < 1e-10)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("No members, nobody outside, no nodes: 0")
    func trivial() throws {
      #expect(try pairs(KnownGraphs.kite, []) == 0)
      #expect(try GroupBetweenness(of: [0, 1]).run(on: KnownGraphs.path(2)).value == 0)
      #expect(try GroupBetweenness(of: [0]).run(on: KnownGraphs.path(2)).value == 0)
      #expect(try GroupBetweenness(of: []).run(on: KnownGraphs.path(0)).value == 0)
    }

    @Test func options() {
      expectLengthRefusals(of: GroupBetweenness(of: [1], metric: .lengths))
      expectCancelled(GroupBetweenness(of: [1]))
      expectParameters(
        of: GroupBetweenness(of: []), ["scale": ["pairs", "fraction"], "metric": ["steps", "lengths", "automatic"]])
    }
  }
}

private func pairs(_ graph: CSRGraph, _ members: [Int]) throws -> Double {
  try GroupBetweenness(of: members, scale: .pairs).run(on: graph).value
}
