import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Degree")
struct DegreeTests {
  @Suite("Known values")
  struct Known {
    @Test("On the kite d leads with 6 ties")
    func kite() throws {
      let scores = try Degree().run(on: KnownGraphs.kite)
      #expect(scores.values == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
      #expect(scores.measure == "degree")
      #expect(scores.scale == "count")
      #expect(scores.direction == nil)
    }

    @Test("The middle of a star has a tie for each leaf")
    func star() throws {
      #expect(try Degree().run(on: KnownGraphs.star(4)).values == [4, 1, 1, 1, 1])
    }

    @Test("Directions of a directed graph")
    func directions() throws {
      let graph = CSRGraph(
        nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 1), NodePair(1, 0), NodePair(2, 2)], isDirected: true)
      #expect(try Degree(direction: .out).run(on: graph).values == [2, 1, 1])
      #expect(try Degree(direction: .in).run(on: graph).values == [1, 2, 1])
      let all = try Degree(direction: .all).run(on: graph)
      #expect(all.values == [3, 3, 2])
      #expect(all.direction == .all)
    }

    @Test("An undirected loop adds 2, parallel edges count each")
    func loopsAndParallels() throws {
      let graph = CSRGraph(
        nodeCount: 2, edges: [NodePair(0, 0), NodePair(0, 1), NodePair(1, 0)], isDirected: false)
      #expect(try Degree().run(on: graph).values == [4, 2])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Degrees add up to twice the edges, in- and out-degrees to the edges", arguments: RandomGraphs.assortment)
    func sums(graph: CSRGraph) throws {
      let edges = Double(graph.edgeCount)
      let isDirected = graph.isDirected
      #expect(try Degree().run(on: graph).values.reduce(0, +) == 2 * edges)
      #expect(try Degree(direction: .in).run(on: graph).values.reduce(0, +) == (isDirected ? edges : 2 * edges))
      #expect(try Degree(direction: .out).run(on: graph).values.reduce(0, +) == (isDirected ? edges : 2 * edges))
    }

    @Test("Follows nodes to other numbers, edges to another order, and edges turned round")
    func changes() throws {
      for graph in RandomGraphs.assortment {
        let order = randomOrder(graph.nodeCount, seed: 5)
        for direction in EdgeDirection.allCases {
          let values = try Degree(direction: direction).run(on: graph).values
          let relabelled = try Degree(direction: direction).run(on: graph.relabelled(order)).values
          #expect(values.indices.allSatisfy { relabelled[order[$0]] == values[$0] })
          #expect(try Degree(direction: direction).run(on: graph.shuffled(seed: 6)).values == values)
          let reversed = graph.reversed().graph
          #expect(try Degree(direction: direction.opposite).run(on: reversed).values == values)
        }
      }
    }
  }

  @Suite("Against a count over the list of edges")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let out = (0..<graph.nodeCount).map { node in Double(graph.pairs.count { $0.source == node }) }
        let arriving = (0..<graph.nodeCount).map { node in Double(graph.pairs.count { $0.target == node }) }
        let all = zip(out, arriving).map(+)
        #expect(try Degree().run(on: graph).values == all)
        #expect(try Degree(direction: .out).run(on: graph).values == (graph.isDirected ? out : all))
        #expect(try Degree(direction: .in).run(on: graph).values == (graph.isDirected ? arriving : all))
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have values")
    func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try Degree().run(on: $0).values }
          == [[], [0], [0, 0], [1, 1], [2], [0, 0, 0, 0]])
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try Degree(direction: .out).run(on: $0).values }
          == [[], [0], [0, 0], [1, 0], [1], [0, 0, 0, 0]])
    }

    @Test("Stops when cancelled")
    func cancelled() {
      #expect(throws: AlgorithmError.cancelled) { try Degree().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test("Options are set from text")
    func parameters() {
      expectParameters(of: Degree(), ["direction": ["out", "in", "all"]])
    }
  }
}
