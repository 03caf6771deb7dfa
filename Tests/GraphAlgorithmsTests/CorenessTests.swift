import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Coreness")
struct CorenessTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: core_number(karate); python-igraph 1.0.0 coreness() agrees.
    @Test func karate() throws {
      let expected: [Double] = [
        4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4,
      ]
      let scores = try Coreness().run(on: KnownGraphs.karate)
      #expect(scores.values == expected)
      #expect(scores.scale == "ties" && scores.direction == nil)
    }

    // NetworkX 3.6.1: core_number(directed); python-igraph 1.0.0 coreness("all"), ("in"), ("out").
    @Test func directed() throws {
      let graph = CentralityExamples.directed
      #expect(try Coreness().run(on: graph).values == [2, 3, 3, 3, 3, 3, 3, 1])
      #expect(try Coreness(direction: .in).run(on: graph).values == [0, 1, 1, 1, 1, 1, 1, 1])
      #expect(try Coreness(direction: .out).run(on: graph).values == [1, 1, 1, 1, 1, 1, 1, 0])
    }

    // python-igraph 1.0.0 gives [2, 2, 2]: it counts the loop. Ruling: nobody is a group, so a loop is no tie.
    @Test("Parallel edges count each, loops do not")
    func parallels() throws {
      let graph = CSRGraph(nodeCount: 3, edges: CentralityExamples.pairs([0, 1, 0, 1, 1, 2, 2, 2]), isDirected: false)
      #expect(try Coreness().run(on: graph).values == [2, 2, 1])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Threads, order, numbering; isolated nodes, other components and loops change nothing; at most the degree")
    func invariance() throws {
      for graph in RandomGraphs.assortment {
        try expectInvariance(of: Coreness(), on: graph)
        let values = try Coreness().run(on: graph).values
        let degrees = try Degree(direction: .all).run(on: graph).values
        #expect(zip(values, degrees).allSatisfy { $0 <= $1 })
        #expect(try Coreness().run(on: graph.withIsolatedNode()).values == values + [0])
        #expect(try Coreness().run(on: graph.adding([NodePair(1, 1)])).values == values)
        let reversed = graph.reversed().graph
        #expect(
          try Coreness(direction: .in).run(on: reversed).values == Coreness(direction: .out).run(on: graph).values)
      }
    }
  }

  @Suite("Against removing nodes by hand")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for direction in EdgeDirection.allCases {
          #expect(try Coreness(direction: direction).run(on: graph).values == slow(graph, direction))
        }
      }
    }

    private func slow(_ graph: CSRGraph, _ direction: EdgeDirection) -> [Double] {
      var scores = [Double](repeating: 0, count: graph.nodeCount)
      for k in 1...40 {
        var left = Set(0..<graph.nodeCount)
        while true {
          let pairs = graph.pairs.filter {
            $0.source != $0.target && left.contains($0.source) && left.contains($0.target)
          }
          let weak = left.filter { node in
            let out = pairs.count { $0.source == node }
            let arriving = pairs.count { $0.target == node }
            let isPlain = !graph.isDirected || direction == .all
            return (isPlain ? out + arriving : direction == .out ? out : arriving) < k
          }
          if weak.isEmpty { break }
          left.subtract(weak)
        }
        if left.isEmpty { break }
        for node in left { scores[node] = Double(k) }
      }
      return scores
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      try expectTrivial(Coreness(), [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      try expectTrivial(Coreness(), isDirected: true, [[], [0], [0, 0], [1, 1], [0], [0, 0, 0, 0]])
      expectCancelled(Coreness())
      expectParameters(of: Coreness(), ["direction": ["in", "out", "all"]])
    }

    @Test("A long path is no burden")
    func large() throws {
      #expect(try Coreness().run(on: KnownGraphs.path(50_000)).values.allSatisfy { $0 == 1 })
    }
  }
}
