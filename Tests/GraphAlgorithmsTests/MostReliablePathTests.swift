import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Most reliable path")
struct MostReliablePathTests {
  @Suite("Known values")
  struct Known {
    @Test("Two good ties beat one doubtful one")
    func detour() throws {
      let graph = CSRGraph(
        nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: true)
      let route = try #require(
        try MostReliablePath(from: 0, to: 2, probabilities: [0.75, 0.5, 0.75]).run(on: graph))
      #expect(route.probability == 0.5625)
      #expect(route.path == Path(nodes: [0, 1, 2], edges: [0, 2], length: 2))
      #expect(try MostReliablePath(from: 0, to: 3, probabilities: [1, 1, 1]).run(on: graph) == nil)
      #expect(try MostReliablePath(from: 2, to: 0, probabilities: [1, 1, 1]).run(on: graph) == nil)
      let back = try MostReliablePath(from: 2, to: 0, probabilities: [0.75, 0.5, 0.75], direction: .in).run(on: graph)
      #expect(back?.path.nodes == [2, 1, 0])
    }

    @Test("Certain ties: the fewest steps, then the first in the order of nodes")
    func certain() throws {
      let probabilities = [Double](repeating: 1, count: 180)
      let route = try MostReliablePath(from: 0, to: 99, probabilities: probabilities).run(on: KnownGraphs.grid(10))
      #expect(route?.probability == 1)
      #expect(route?.path.nodes == Array(0...9) + [19, 29, 39, 49, 59, 69, 79, 89, 99])
    }

    @Test("A probability of 0 cannot be used")
    func zero() throws {
      let square = KnownGraphs.cycle(4)
      let route = try MostReliablePath(from: 0, to: 1, probabilities: [0, 0.5, 0.5, 0.5]).run(on: square)
      #expect(route?.path.nodes == [0, 3, 2, 1])
      #expect(try MostReliablePath(from: 0, to: 1, probabilities: [0, 0, 1, 1]).run(on: square) == nil)
    }

    @Test("Products that differ in the last bit tie: 0.9 · 0.8 and 0.72 are equally good, and one step is fewer")
    func ties() throws {
      let graph = CSRGraph(
        nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false)
      for direct in [0.72, 0.72.nextUp, 0.72.nextDown, (0.9 * 0.8).nextDown] {
        let route = try MostReliablePath(from: 0, to: 2, probabilities: [0.9, direct, 0.8]).run(on: graph)
        #expect(route?.path.nodes == [0, 2])
      }
    }

    @Test("To itself a node has a certain path")
    func here() throws {
      let route = try MostReliablePath(from: 1, to: 1, probabilities: [0.5, 0.5]).run(on: KnownGraphs.path(3))
      #expect(route?.probability == 1)
      #expect(route?.path == Path(nodes: [1], edges: [], length: 0))
    }
  }

  private static func probabilities(_ graph: CSRGraph, seed: UInt64 = 3) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<graph.edgeCount).map { _ in Double(random.nextIndex(below: 5)) / 4 }
  }

  @Suite("Properties")
  struct Properties {
    @Test(arguments: RandomGraphs.assortment)
    func relations(graph: CSRGraph) throws {
      let chances = probabilities(graph)
      let reversed = graph.reversed()
      let turned = reversed.inputPositions.map { chances[Int($0)] }
      for target in 0..<graph.nodeCount {
        let route = try MostReliablePath(from: 0, to: target, probabilities: chances).run(on: graph)
        let back = try MostReliablePath(from: target, to: 0, probabilities: turned).run(on: reversed.graph)
        #expect(back?.probability == route?.probability)
        #expect(back?.path.length == route?.path.length)
        guard let route else { continue }
        expectFits(route.path, graph, cost: { _ in 1 })
        #expect(route.path.edges.reduce(1) { $0 * chances[$1] } == route.probability)
      }
    }
  }

  @Suite("Against a list of all paths")
  struct Checker {
    @Test(arguments: RandomGraphs.assortment)
    func lists(graph: CSRGraph) throws {
      let chances = probabilities(graph)
      let slow = SlowPaths(graph)
      for target in 1..<graph.nodeCount {
        let rated = slow.simplePaths(from: 0, to: target).map { path in
          Path(nodes: path.nodes, edges: path.edges, length: path.edges.reduce(1) { $0 * chances[$1] })
        }
        let best = rated.map(\.length).max() ?? 0
        let equal = rated.filter { $0.length == best }
        let steps = equal.map(\.edges.count).min()
        let first = equal.filter { $0.edges.count == steps }.map(\.nodes).min { $0.lexicographicallyPrecedes($1) }
        let route = try MostReliablePath(from: 0, to: target, probabilities: chances).run(on: graph)
        #expect((route?.probability ?? 0) == best)
        #expect(route?.path.nodes == (best > 0 ? first : nil))
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("One probability from 0 to 1 for each edge")
    func probabilities() {
      let path = KnownGraphs.path(3)
      let short = AlgorithmError.invalidParameter(
        name: "probabilities", value: "a list of 1", needed: "one for each of 2 edges")
      #expect(throws: short) { try MostReliablePath(from: 0, to: 1, probabilities: [1]).run(on: path) }
      for bad in [-0.1, 1.1, Double.nan] {
        #expect(throws: AlgorithmError.self) {
          try MostReliablePath(from: 0, to: 1, probabilities: [1, bad]).run(on: path)
        }
      }
    }

    @Test("A chain beyond the smallest number counts as none; no edges, a loop")
    func extremes() throws {
      let chain = KnownGraphs.path(500)
      let tenths = [Double](repeating: 0.1, count: 499)
      #expect(try MostReliablePath(from: 0, to: 499, probabilities: tenths).run(on: chain) == nil)
      #expect(try MostReliablePath(from: 0, to: 250, probabilities: tenths).run(on: chain)?.path.length == 250)
      let loop = CSRGraph(nodeCount: 2, edges: [NodePair(0, 0)], isDirected: true)
      #expect(try MostReliablePath(from: 0, to: 0, probabilities: [1]).run(on: loop)?.path.nodes == [0])
      #expect(try MostReliablePath(from: 0, to: 1, probabilities: [1]).run(on: loop) == nil)
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      let ones = [Double](repeating: 1, count: 1999)
      #expect(throws: AlgorithmError.cancelled) {
        try MostReliablePath(from: 0, to: 1, probabilities: ones).run(on: KnownGraphs.path(2000), in: .cancelled)
      }
      expectParameters(of: MostReliablePath(from: 0, to: 1, probabilities: []), ["direction": ["in", "all", "out"]])
    }
  }
}
