import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Bridges")
struct BridgesTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: bridges(florentine), bridges(karate), bridges(lesmis); python-igraph 1.0.0 agrees.
    @Test("Florentine families, karate club, Les Misérables")
    func classics() throws {
      let graph = KnownGraphs.florentine
      let found = try Bridges().run(on: graph)
      #expect(
        found.edges.map { graph.pairs[$0] }
          == [NodePair(0, 8), NodePair(1, 5), NodePair(6, 7), NodePair(8, 13), NodePair(9, 13)])
      #expect(found.smallerSides == [1, 1, 1, 2, 1])
      #expect(try Bridges().run(on: KnownGraphs.karate).edges.map { KnownGraphs.karate.pairs[$0] } == [NodePair(0, 11)])
      #expect(try Bridges().run(on: KnownGraphs.lesMiserables).edges.count == 18)
    }

    @Test("Every edge of a tree, none of a cycle, none of two parallels")
    func closedForms() throws {
      let path = try Bridges().run(on: KnownGraphs.path(5))
      #expect(
        path
          == BridgeList(edges: [0, 1, 2, 3], smallerSides: [1, 2, 2, 1], groups: Partition(labels: [0, 1, 2, 3, 4])))
      #expect(try Bridges().run(on: KnownGraphs.cycle(6)).edges.isEmpty)
      #expect(try Bridges().run(on: FormulaGraphs.graph(3, [(0, 1), (0, 1), (1, 2), (2, 2)])).edges == [2])
      #expect(try Bridges().run(on: FormulaGraphs.graph(2, [(0, 1), (1, 0)], isDirected: true)).edges.isEmpty)
    }

    @Test("A path of 100,000 nodes needs no deep stack")
    func longPath() throws {
      #expect(try Bridges().run(on: KnownGraphs.path(100_000)).edges.count == 99_999)
    }
  }

  @Suite("Properties and deletion")
  struct Properties {
    @Test("An edge is a bridge when its loss adds a component")
    func deletion() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let before = SlowStructure(graph, ignoringDirection: true).components.groupCount
        let found = try Bridges().run(on: graph)
        let isBridge = Set(found.edges)
        let small = graph.nodeCount > 5
        for edge in 0..<graph.edgeCount {
          let after = SlowStructure(graph.removing(edges: [edge]), ignoringDirection: true).components
          #expect((after.groupCount > before) == isBridge.contains(edge))
          guard small, let position = found.edges.firstIndex(of: edge) else { continue }
          let ends = graph.pairs[edge]
          let sizes = [ends.source, ends.target].map { end in after.groups.count { $0 == after.groups[end] } }
          #expect(found.smallerSides[position] == sizes.min())
        }
        #expect(found.groups == SlowStructure(graph.removing(edges: isBridge), ignoringDirection: true).components)
      }
    }

    @Test("Follows nodes to other numbers and edges to another order", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let found = try Bridges().run(on: graph)
      let order = randomOrder(graph.nodeCount, seed: 3)
      #expect(try Bridges().run(on: graph.relabelled(order)).edges.count == found.edges.count)
      #expect(try Bridges().run(on: graph.shuffled(seed: 1)) == found)
      #expect(try Bridges().run(on: graph.reversed().graph).groups == found.groups)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have no bridges but their single edge; stops when cancelled")
    func trivial() throws {
      for isDirected in [false, true] {
        #expect(
          try KnownGraphs.trivial(isDirected: isDirected).map { try Bridges().run(on: $0).edges.count }
            == [0, 0, 0, 1, 0, 0])
      }
      #expect(throws: AlgorithmError.cancelled) { try Bridges().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: Bridges(), [:])
    }
  }
}
