import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Label propagation")
struct LabelPropagationTests {
  @Suite("Known values")
  struct Known {
    @Test("A complete graph ends in one community, separate ones apart, for every seed")
    func cliques() throws {
      let graph = KnownGraphs.complete(6).union(KnownGraphs.complete(5))
      for seed in 0..<20 {
        let found = try LabelPropagation(seed: UInt64(seed)).run(on: graph)
        #expect(found.partition.groups == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        #expect(found.convergence.isConverged)
      }
    }

    @Test("A strong tie decides")
    func strengths() throws {
      let graph = CSRGraph(
        nodeCount: 5, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(3, 4)], isDirected: false,
        columns: EdgeColumns(strengths: [9, 8, 1, 9]))
      #expect(try LabelPropagation(seed: 1).run(on: graph).partition.groups == [0, 0, 0, 1, 1])
    }

    @Test("Directed: a node listens to those it points to, or to those that point to it")
    func direction() throws {
      // A loop persuades nobody; node 1 has nobody to listen to along its outgoing edges.
      let graph = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1), NodePair(0, 0)], isDirected: true)
      #expect(try LabelPropagation(direction: .out).run(on: graph).partition.groups == [0, 0])
      #expect(try LabelPropagation(direction: .in).run(on: graph).partition.groups == [0, 0])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Always ends on undirected graphs; communities are connected; same seed, same answer")
    func guarantees() throws {
      for graph in RandomGraphs.assortment where !(graph.signs?.contains(-1) ?? false) {
        let search = LabelPropagation(seed: 7)
        let found = try search.run(on: graph)
        #expect(found.convergence.isConverged || graph.isDirected)
        #expect(SlowCommunities.areConnected(found.partition.groups, in: graph))
        #expect(try search.run(on: graph) == found)
        if !graph.hasParallels { #expect(try search.run(on: graph.shuffled(seed: 2)) == found) }
      }
    }
  }

  @Suite("Against a count of neighbours")
  struct Checker {
    @Test("In the end no label around a node has more weight than its own, unless its label came apart")
    func smallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) {
        let groups = try LabelPropagation(seed: 3).run(on: graph).partition.groups
        for node in 0..<graph.nodeCount where graph.out.count(of: node) > 0 {
          var votes: [Int32: Int] = [:]
          for neighbor in graph.neighbors(of: node) { votes[groups[Int(neighbor)], default: 0] += 1 }
          #expect(votes[groups[node]] == votes.values.max())
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        let counts = try KnownGraphs.trivial(isDirected: isDirected).map {
          try LabelPropagation().run(on: $0).partition.groupCount
        }
        #expect(counts == [0, 1, 2, 1, 1, 4])
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) { try LabelPropagation().run(on: SignedGraphs.monastery) }
      #expect(throws: AlgorithmError.self) { try LabelPropagation(rounds: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try LabelPropagation(weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.cancelled) { try LabelPropagation().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: LabelPropagation(), ["direction": ["in"], "weight": ["none"], "rounds": ["3"], "seed": ["17"]])
    }
  }
}
