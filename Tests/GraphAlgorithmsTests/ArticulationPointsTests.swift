import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Articulation points")
struct ArticulationPointsTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: articulation_points(florentine), (karate), (lesmis); python-igraph 1.0.0 agrees.
    @Test("Florentine families, karate club, Les Misérables")
    func classics() throws {
      #expect(try points(KnownGraphs.florentine) == [1, 6, 8, 13])
      #expect(try points(KnownGraphs.karate) == [0])
      #expect(try points(KnownGraphs.lesMiserables) == [0, 11, 25, 28, 47, 48, 51, 57])
    }

    @Test("Star, path, cycle")
    func closedForms() throws {
      let star = try ArticulationPoints().run(on: KnownGraphs.star(4))
      #expect(star.values == [3, 0, 0, 0, 0])
      #expect(star.details.first?.values == [3, 0, 0, 0, 0])
      #expect(star.scale == "parts")
      let path = try ArticulationPoints().run(on: KnownGraphs.path(5))
      #expect(path.values == [0, 1, 1, 1, 0])
      #expect(path.details.first?.values == [0, 1, 2, 1, 0])
      #expect(try points(KnownGraphs.cycle(6)) == [])
      #expect(try points(FormulaGraphs.graph(3, [(0, 1), (0, 1), (1, 2)])) == [1])
    }
  }

  @Suite("Properties and removal")
  struct Properties {
    @Test("The parts more and the nodes severed are those found by taking the node away")
    func removal() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let scores = try ArticulationPoints().run(on: graph)
        let before = SlowStructure(graph, ignoringDirection: true).components
        for node in 0..<graph.nodeCount {
          let after = SlowStructure(graph.stripping(nodes: [node]), ignoringDirection: true).components
          let members = before.groups.indices.filter { before.groups[$0] == before.groups[node] && $0 != node }
          let parts = Dictionary(grouping: members) { after.groups[$0] }
          #expect(scores.values[node] == Double(max(parts.count - 1, 0)))
          let largest = parts.values.map(\.count).max() ?? 0
          #expect(scores.details[0].values[node] == Double(members.count - largest))
        }
      }
    }

    @Test(
      "Follows nodes to other numbers, edges to another order, any thread count", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      try expectInvariance(of: ArticulationPoints(), on: graph, tolerance: 0)
      let values = try ArticulationPoints().run(on: graph).values
      #expect(try ArticulationPoints().run(on: graph.withIsolatedNode()).values == values + [0])
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have no cut points; stops when cancelled")
    func trivial() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + KnownGraphs.trivial(isDirected: true) {
        #expect(try ArticulationPoints().run(on: graph).values.allSatisfy { $0 == 0 })
      }
      #expect(throws: AlgorithmError.cancelled) { try ArticulationPoints().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: ArticulationPoints(), [:])
    }
  }
}

private func points(_ graph: CSRGraph) throws -> [Int] {
  let values = try ArticulationPoints().run(on: graph).values
  return values.indices.filter { values[$0] > 0 }
}
