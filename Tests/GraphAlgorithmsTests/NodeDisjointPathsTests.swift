import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Node-disjoint paths")
struct NodeDisjointPathsTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: node_connectivity(karate, 0, 33) and local_node_connectivity(lesmis, s, t); python-igraph
    // 1.0.0 vertex_disjoint_paths(s, t, neighbors="ignore") agrees.
    @Test("Karate club and Les Misérables")
    func counts() throws {
      #expect(try NodeDisjointPaths(from: 0, to: 33).run(on: KnownGraphs.karate).paths.count == 6)
      let novel = KnownGraphs.lesMiserables
      #expect(try NodeDisjointPaths(from: 0, to: 76).run(on: novel).paths.count == 1)
      #expect(try NodeDisjointPaths(from: 0, to: 76).run(on: novel).separator == [11])
      #expect(try NodeDisjointPaths(from: 27, to: 62).run(on: novel).paths.count == 5)
    }

    // NetworkX 3.6.1: node_disjoint_paths(lesmis, 11, 48) gives 11 ways, the direct edge among them.
    @Test("Neighbours: the direct edge is a way, and no set of nodes separates")
    func neighbours() throws {
      let result = try NodeDisjointPaths(from: 11, to: 48).run(on: KnownGraphs.lesMiserables)
      #expect(result.paths.count == 11)
      #expect(result.paths.first?.nodes == [11, 48])
      #expect(result.separator == nil)
      let parallels = FormulaGraphs.graph(3, [(0, 2), (0, 2), (0, 1), (1, 2), (1, 2)])
      #expect(try NodeDisjointPaths(from: 0, to: 2).run(on: parallels).paths.count == 3)
    }
  }

  @Suite("Properties and certificate")
  struct Properties {
    @Test("Ways share no node, and as many nodes block them all", arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws {
      for target in 1..<min(graph.nodeCount, 6) { try expectCertificate(graph, 0, target) }
      let last = graph.nodeCount - 1
      let result = try NodeDisjointPaths(from: 0, to: last).run(on: graph)
      let order = randomOrder(graph.nodeCount, seed: 3)
      let relabelled = try NodeDisjointPaths(from: order[0], to: order[last]).run(on: graph.relabelled(order))
      #expect(relabelled.paths.count == result.paths.count)
      #expect(relabelled.separator == result.separator.map { $0.map { order[$0] }.sorted() })
    }

    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small where graph.nodeCount > 1 {
        try expectCertificate(graph, 0, 1)
      }
    }

    private func expectCertificate(_ graph: CSRGraph, _ source: Int, _ target: Int) throws {
      let result = try NodeDisjointPaths(from: source, to: target).run(on: graph)
      let inner = result.paths.flatMap { $0.nodes.dropFirst().dropLast() }
      #expect(Set(inner).count == inner.count)
      for path in result.paths {
        #expect(graph.isWay(path))
        #expect(path.nodes.first == source && path.nodes.last == target)
      }
      let direct = graph.pairs.indices.filter { edge in
        let ends = graph.pairs[edge]
        return ends == NodePair(source, target) || (!graph.isDirected && ends == NodePair(target, source))
      }
      #expect((result.separator == nil) == !direct.isEmpty)
      let rest = graph.removing(edges: Set(direct))
      let blockers = try #require(try NodeDisjointPaths(from: source, to: target).run(on: rest).separator)
      #expect(blockers.count + direct.count == result.paths.count)
      #expect(!SlowStructure(rest.stripping(nodes: Set(blockers))).reaches[source][target])
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try NodeDisjointPaths(from: 1, to: 1).run(on: KnownGraphs.path(3)) }
      #expect(throws: AlgorithmError.cancelled) {
        try NodeDisjointPaths(from: 0, to: 9).run(on: KnownGraphs.kite, in: .cancelled)
      }
      let apart = try NodeDisjointPaths(from: 0, to: 1).run(on: FormulaGraphs.graph(2, [(0, 0)]))
      #expect(apart == DisjointPaths(paths: [], separator: []))
      expectParameters(of: NodeDisjointPaths(from: 0, to: 1), [:])
    }
  }
}
