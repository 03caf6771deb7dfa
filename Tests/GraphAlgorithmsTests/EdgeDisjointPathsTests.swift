import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Edge-disjoint paths")
struct EdgeDisjointPathsTests {
  @Suite("Known values")
  struct Known {
    // python-igraph 1.0.0: edge_disjoint_paths(s, t); NetworkX 3.6.1 edge_connectivity(karate, 0, 33) agrees.
    @Test("Karate club and Les Misérables")
    func counts() throws {
      #expect(try EdgeDisjointPaths(from: 0, to: 33).run(on: KnownGraphs.karate).paths.count == 10)
      let novel = KnownGraphs.lesMiserables
      #expect(try EdgeDisjointPaths(from: 11, to: 48).run(on: novel).paths.count == 19)
      #expect(try EdgeDisjointPaths(from: 0, to: 76).run(on: novel).paths.count == 3)
      #expect(try EdgeDisjointPaths(from: 27, to: 62).run(on: novel).paths.count == 13)
    }

    @Test("Round a square both ways; parallel edges each")
    func square() throws {
      let result = try EdgeDisjointPaths(from: 0, to: 2).run(on: KnownGraphs.cycle(4))
      #expect(result.paths.map(\.nodes) == [[0, 1, 2], [0, 3, 2]])
      let parallels = FormulaGraphs.graph(2, [(0, 1), (0, 1), (0, 0)])
      #expect(try EdgeDisjointPaths(from: 0, to: 1).run(on: parallels).paths.count == 2)
    }
  }

  @Suite("Properties and certificate")
  struct Properties {
    @Test("Ways share no edge, and as many edges block them all", arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws {
      for target in 1..<min(graph.nodeCount, 6) { try expectCertificate(graph, 0, target) }
      let last = graph.nodeCount - 1
      let count = try EdgeDisjointPaths(from: 0, to: last).run(on: graph).paths.count
      let order = randomOrder(graph.nodeCount, seed: 3)
      let relabelled = try EdgeDisjointPaths(from: order[0], to: order[last]).run(on: graph.relabelled(order))
      #expect(relabelled.paths.count == count)
    }

    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small where graph.nodeCount > 1 {
        try expectCertificate(graph, 0, 1)
      }
    }

    private func expectCertificate(_ graph: CSRGraph, _ source: Int, _ target: Int) throws {
      let result = try EdgeDisjointPaths(from: source, to: target).run(on: graph)
      let used = result.paths.flatMap(\.edges)
      #expect(Set(used).count == used.count)
      for path in result.paths {
        #expect(graph.isWay(path))
        #expect(path.nodes.first == source && path.nodes.last == target)
        #expect(Set(path.nodes).count == path.nodes.count)
      }
      let separator = try #require(result.separator)
      #expect(separator.count == result.paths.count)
      #expect(!SlowStructure(graph.removing(edges: Set(separator))).reaches[source][target])
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try EdgeDisjointPaths(from: 1, to: 1).run(on: KnownGraphs.path(3)) }
      #expect(throws: AlgorithmError.cancelled) {
        try EdgeDisjointPaths(from: 0, to: 9).run(on: KnownGraphs.kite, in: .cancelled)
      }
      let apart = try EdgeDisjointPaths(from: 0, to: 1).run(on: FormulaGraphs.graph(2, []))
      #expect(apart == DisjointPaths(paths: [], separator: []))
      expectParameters(of: EdgeDisjointPaths(from: 0, to: 1), [:])
    }
  }
}
