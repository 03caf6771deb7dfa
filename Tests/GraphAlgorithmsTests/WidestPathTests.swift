import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Widest path")
struct WidestPathTests {
  @Suite("Known values")
  struct Known {
    @Test("The long way round is wider; among equally wide ways the shortest")
    func detour() throws {
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3), NodePair(0, 2)]
      let graph = CSRGraph(
        nodeCount: 5, edges: edges, isDirected: true, columns: EdgeColumns(strengths: [5, 4, 6, 1, 4]))
      let route = try #require(try WidestPath(from: 0, to: 3).run(on: graph))
      #expect(route.width == 4)
      #expect(route.path == Path(nodes: [0, 2, 3], edges: [1, 4], length: 2))
      #expect(try WidestPath(from: 0, to: 4).run(on: graph) == nil)
      #expect(try WidestPath(from: 3, to: 0).run(on: graph) == nil)
      #expect(try WidestPath(from: 3, to: 0, direction: .in).run(on: graph)?.path.nodes == [3, 2, 0])
      #expect(try WidestPath(from: 3, to: 1, direction: .all).run(on: graph)?.width == 4)
    }

    @Test("To itself a node has a path without limit")
    func here() throws {
      let route = try WidestPath(from: 1, to: 1).run(on: KnownGraphs.path(3).withStrengths([1, 2]))
      #expect(route?.width == .infinity)
      #expect(route?.path == Path(nodes: [1], edges: [], length: 0))
    }

    @Test("Of parallel edges a strong enough one is taken")
    func parallels() throws {
      let edges = [NodePair(0, 1), NodePair(0, 1), NodePair(0, 1)]
      let graph = CSRGraph(nodeCount: 2, edges: edges, isDirected: false).withStrengths([1, 7, 7])
      let route = try #require(try WidestPath(from: 0, to: 1).run(on: graph))
      #expect(route.width == 7)
      #expect(route.path.edges == [1])
    }
  }

  private static let weighted = RandomGraphs.assortment.filter { $0.strengths != nil }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: weighted)
    func relations(graph: CSRGraph) throws {
      let order = randomOrder(graph.nodeCount, seed: 4)
      let relabelled = graph.relabelled(order)
      for target in 0..<graph.nodeCount {
        let route = try WidestPath(from: 0, to: target).run(on: graph)
        #expect(try WidestPath(from: order[0], to: order[target]).run(on: relabelled)?.width == route?.width)
        let scaled = try WidestPath(from: 0, to: target).run(on: graph.scaled(by: 3))
        #expect(scaled?.path == route?.path)
        let back = try WidestPath(from: target, to: 0).run(on: graph.reversed().graph)
        #expect(back?.width == route?.width)
        #expect(back?.path.length == route?.path.length)
        guard let route else { continue }
        expectFits(route.path, graph, cost: { _ in 1 })
        #expect((route.path.edges.map { (graph.strengths ?? [])[$0] }.min() ?? .infinity) == route.width)
      }
    }
  }

  @Suite("Against a list of all paths")
  struct Checker {
    @Test(arguments: weighted)
    func lists(graph: CSRGraph) throws {
      let slow = SlowPaths(graph)
      let strengths = graph.strengths ?? []
      for target in 1..<graph.nodeCount {
        let rated = slow.simplePaths(from: 0, to: target).map { path in
          Path(nodes: path.nodes, edges: path.edges, length: path.edges.map { strengths[$0] }.min() ?? .infinity)
        }
        let width = rated.map(\.length).max()
        let steps = rated.filter { $0.length == width }.map(\.edges.count).min()
        let best = rated.filter { $0.length == width && $0.edges.count == steps }.map(\.nodes)
          .min { $0.lexicographicallyPrecedes($1) }
        let route = try WidestPath(from: 0, to: target).run(on: graph)
        #expect(route?.width == width)
        #expect(route?.path.nodes == best)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Strengths must be there, above 0 and finite")
    func strengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.strength)) { try WidestPath(from: 0, to: 1).run(on: path) }
      for bad: Double in [0, -1, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try WidestPath(from: 0, to: 1).run(on: path.withStrengths([1, bad])) }
      }
    }

    @Test("No edges, a loop")
    func trivial() throws {
      #expect(try WidestPath(from: 0, to: 1).run(on: KnownGraphs.path(1).withIsolatedNode().withStrengths([])) == nil)
      let loop = CSRGraph(nodeCount: 1, edges: [NodePair(0, 0)], isDirected: true).withStrengths([2])
      #expect(try WidestPath(from: 0, to: 0).run(on: loop)?.path.nodes == [0])
    }

    @Test("More widest paths than numbers are no obstacle")
    func manyPaths() throws {
      let edges = (0..<1100).flatMap { [NodePair($0, $0 + 1), NodePair($0, $0 + 1)] }
      let graph = CSRGraph(nodeCount: 1101, edges: edges, isDirected: true)
      let route = try WidestPath(from: 0, to: 1100).run(on: graph.withStrengths(edges.map { _ in 1 }))
      #expect(route?.path.length == 1100)
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      let graph = KnownGraphs.path(2000).withStrengths([Double](repeating: 1, count: 1999))
      #expect(throws: AlgorithmError.cancelled) { try WidestPath(from: 0, to: 1999).run(on: graph, in: .cancelled) }
      expectParameters(of: WidestPath(from: 0, to: 1), ["direction": ["in", "all", "out"]])
    }
  }
}
