import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("CONCOR")
struct ConcorTests {
  @Suite("Known values")
  struct Known {
    @Test("The leaves of a star play one part, the middle another")
    func star() throws {
      let found = try Concor(splits: 1).run(on: KnownGraphs.star(5))
      #expect(found.partition.groups == [0, 1, 1, 1, 1, 1])
      #expect(found.densities == [[0, 1], [1, 0]])
    }

    @Test("Two sides that deal only with each other, in a directed graph with four parts")
    func parts() throws {
      // Nodes 0–2 send to 3–5, those to 6–8, those to 9–11.
      var edges: [NodePair] = []
      for layer in 0..<3 {
        for u in 0..<3 { for v in 0..<3 { edges.append(NodePair(3 * layer + u, 3 * layer + 3 + v)) } }
      }
      let graph = CSRGraph(nodeCount: 12, edges: edges, isDirected: true)
      let found = try Concor().run(on: graph)
      #expect(found.partition == Partition(labels: (0..<12).map { $0 / 3 }))
      #expect(found.densities[0] == [0, 1, 0, 0])
      #expect(found.densities[3] == [0, 0, 0, 0])
    }

    @Test("Two camps of friends who are all at odds are two positions")
    func signed() throws {
      let complete = KnownGraphs.complete(8)
      let graph = complete.replacing(
        columns: EdgeColumns(signs: complete.pairs.map { ($0.source < 5) == ($0.target < 5) ? 1 : -1 }))
      let found = try Concor(splits: 1).run(on: graph)
      #expect(found.partition.groups == [0, 0, 0, 0, 0, 1, 1, 1])
      #expect(found.densities == [[1, -1], [-1, 1]])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same bits at any thread count and edge order; twins stay together")
    func guarantees() throws {
      for graph in RandomGraphs.assortment {
        let found = try Concor().run(on: graph)
        #expect(try Concor().run(on: graph, in: RunContext(threads: 3)) == found)
        if !graph.hasParallels { #expect(try Concor().run(on: graph.shuffled(seed: 3)) == found) }
        #expect(found.partition.groupCount <= 8)
        #expect(found.densities.count == found.partition.groupCount)
      }
      let bipartite = CSRGraph(
        nodeCount: 7, edges: (0..<3).flatMap { u in (3..<7).map { NodePair(u, $0) } }, isDirected: false)
      #expect(try Concor(splits: 3).run(on: bipartite).partition.groups == [0, 0, 0, 1, 1, 1, 1])
    }
  }

  @Suite("Against the rows of the matrix")
  struct Checker {
    @Test("Nodes with the same profile are never parted")
    func twins() throws {
      for graph in AllGraphs.small {
        let matrix = SlowWalks.matrix(graph)
        let profiles = matrix.indices.map { node in matrix[node] + matrix.map { $0[node] } }
        let groups = try Concor().run(on: graph).partition.groups
        for u in matrix.indices {
          for v in matrix.indices where profiles[u] == profiles[v] { #expect(groups[u] == groups[v]) }
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          #expect(try Concor().run(on: graph).partition.groups.count == graph.nodeCount)
        }
      }
      #expect(try Concor().run(on: KnownGraphs.trivial(isDirected: false)[5]).partition.groupCount == 1)
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) { try Concor(splits: 21).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try Concor(iterations: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) {
        try Concor().run(on: CSRGraph(nodeCount: 3001, edges: [], isDirected: false))
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Concor(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.cancelled) { try Concor().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(of: Concor(), ["splits": ["3"], "weight": ["none"], "iterations": ["9"]])
    }
  }
}
