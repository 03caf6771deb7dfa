import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Weak components")
struct WeakComponentsTests {
  @Suite("Known values")
  struct Known {
    @Test("The karate club is one, the Florentine families are two with Pucci alone")
    func publishedNetworks() throws {
      #expect(try WeakComponents().run(on: KnownGraphs.karate).groupCount == 1)
      let families = try WeakComponents().run(on: KnownGraphs.florentine)
      #expect(families.groupCount == 2)
      #expect(families.members()[1] == [11])
    }

    @Test("Direction does not matter, and numbers follow the smallest node")
    func directed() throws {
      let graph = CSRGraph(nodeCount: 6, edges: [NodePair(5, 0), NodePair(3, 1), NodePair(2, 2)], isDirected: true)
      #expect(try WeakComponents().run(on: graph).groups == [0, 1, 2, 1, 3, 0])
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      let partition = try WeakComponents().run(on: graph)
      let order = randomOrder(graph.nodeCount, seed: 4)
      let relabelled = try WeakComponents().run(on: graph.relabelled(order))
      #expect(Partition(labels: order.map { relabelled.groups[$0] }) == partition)
      #expect(try WeakComponents().run(on: graph.shuffled(seed: 4)) == partition)
      #expect(try WeakComponents().run(on: graph.reversed().graph) == partition)
      #expect(try WeakComponents().run(on: graph.withIsolatedNode()).groupCount == partition.groupCount + 1)
      #expect(try WeakComponents().run(on: graph.union(graph)).groupCount == 2 * partition.groupCount)
      let strong = try StrongComponents().run(on: graph)
      for component in strong.members() {
        #expect(Set(component.map { partition.groups[$0] }).count == 1)
      }
    }
  }

  @Suite("Against Warshall's closure")
  struct Checker {
    @Test("The strong components of the graph with both directions of every edge, many and of all sizes")
    func bothDirections() throws {
      for (seed, edges) in [900, 1400, 2000, 4000].enumerated() {
        let recipe = GraphRecipe(nodes: 2500, edges: edges, isDirected: true, allowsLoopsAndParallels: true)
        let graph = RandomGraphs.graph(recipe, seed: UInt64(seed))
        let turned = graph.pairs.map { NodePair($0.target, $0.source) }
        let both = CSRGraph(nodeCount: 2500, edges: graph.pairs + turned, isDirected: true)
        let undirected = CSRGraph(nodeCount: 2500, edges: graph.pairs, isDirected: false)
        let expected = try StrongComponents().run(on: both)
        #expect(try WeakComponents().run(on: graph) == expected)
        #expect(try WeakComponents().run(on: undirected) == expected)
      }
    }

    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let expected = SlowStructure(graph, ignoringDirection: true).components
        #expect(try WeakComponents().run(on: graph) == expected, "\(graph.pairs)")
      }
    }
  }

  @Suite("Refusals and sizes")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try WeakComponents().run(on: $0).groups }
          == [[], [0], [0, 1], [0, 0], [0], [0, 1, 2, 3]])
    }

    @Test("A path of a million nodes")
    func longPath() throws {
      #expect(try WeakComponents().run(on: KnownGraphs.path(1_000_000, isDirected: true)).groupCount == 1)
    }

    @Test("Stops when cancelled, within 1,024 nodes")
    func cancelled() {
      #expect(throws: AlgorithmError.cancelled) { try WeakComponents().run(on: KnownGraphs.path(2000), in: .cancelled) }
      expectParameters(of: WeakComponents(), [:])
    }
  }
}
