import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Strong components")
struct StrongComponentsTests {
  @Suite("Known values")
  struct Known {
    @Test("Two rings joined one way, a way out, a node alone")
    func sample() throws {
      #expect(try StrongComponents().run(on: SampleGraphs.twoRings).groups == [0, 0, 0, 1, 1, 2, 3])
    }

    @Test("A ring is one; a path one way is as many as it has nodes")
    func ringAndPath() throws {
      #expect(try StrongComponents().run(on: KnownGraphs.cycle(6, isDirected: true)).groupCount == 1)
      #expect(try StrongComponents().run(on: KnownGraphs.path(6, isDirected: true)).groupCount == 6)
      #expect(try StrongComponents().run(on: KnownGraphs.karate).groupCount == 1)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      let partition = try StrongComponents().run(on: graph)
      let order = randomOrder(graph.nodeCount, seed: 4)
      let relabelled = try StrongComponents().run(on: graph.relabelled(order))
      #expect(Partition(labels: order.map { relabelled.groups[$0] }) == partition)
      #expect(try StrongComponents().run(on: graph.shuffled(seed: 4)) == partition)
      #expect(try StrongComponents().run(on: graph.reversed().graph) == partition)
      #expect(try StrongComponents().run(on: graph.withIsolatedNode()).groupCount == partition.groupCount + 1)
      #expect(try StrongComponents().run(on: graph.union(graph)).groupCount == 2 * partition.groupCount)
      if !graph.isDirected { #expect(try WeakComponents().run(on: graph) == partition) }
    }
  }

  @Suite("Against Warshall's closure")
  struct Checker {
    @Test("Whoever is reached and reaches, on graphs with one large component and many small ones")
    func reachability() throws {
      for seed in 0..<4 {
        let recipe = GraphRecipe(nodes: 600, edges: 500 + 300 * seed, isDirected: true)
        let graph = RandomGraphs.graph(recipe, seed: UInt64(seed))
        let groups = try StrongComponents().run(on: graph).groups
        for node in stride(from: 0, to: 600, by: 20) {
          let forward = try BreadthFirst(from: node).run(on: graph).distances
          let backward = try BreadthFirst(from: node, direction: .in).run(on: graph).distances
          for other in 0..<600 {
            let isMutual = forward[other] < .infinity && backward[other] < .infinity
            #expect((groups[other] == groups[node]) == isMutual)
          }
        }
      }
    }

    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        #expect(try StrongComponents().run(on: graph) == SlowStructure(graph).components, "\(graph.pairs)")
      }
    }
  }

  @Suite("Refusals and sizes")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try StrongComponents().run(on: $0).groups }
          == [[], [0], [0, 1], [0, 1], [0], [0, 1, 2, 3]])
    }

    @Test("A path and a ring of a million nodes need no deep stack")
    func longPaths() throws {
      #expect(try StrongComponents().run(on: KnownGraphs.path(1_000_000, isDirected: true)).groupCount == 1_000_000)
      #expect(try StrongComponents().run(on: KnownGraphs.cycle(1_000_000, isDirected: true)).groupCount == 1)
    }

    @Test("Stops when cancelled, within 1,024 nodes")
    func cancelled() {
      #expect(throws: AlgorithmError.cancelled) {
        try StrongComponents().run(on: KnownGraphs.path(2000, isDirected: true), in: .cancelled)
      }
      expectParameters(of: StrongComponents(), [:])
    }
  }
}
