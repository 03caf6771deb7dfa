import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Effective resistance")
struct EffectiveResistanceTests {
  @Suite("Known values")
  struct Known {
    @Test("Resistors in a row, in a ring, each with each")
    func closedForms() throws {
      #expect(largestDifference(try all(KnownGraphs.path(5))[0], [0, 1, 2, 3, 4]) < 1e-12)
      #expect(largestDifference(try all(KnownGraphs.cycle(6))[0], (0..<6).map { Double($0 * (6 - $0)) / 6 }) < 1e-12)
      #expect(abs(try all(KnownGraphs.complete(7))[2][5] - 2.0 / 7) < 1e-12)
    }

    // NetworkX 3.6.1: resistance_distance(kite, 0, 9), (kite, 0, 1),
    // resistance_distance(weighted, 0, 5, weight="weight", invert_weight=False).
    @Test func kiteAndWeighted() throws {
      let kite = try EffectiveResistance(between: [NodePair(0, 9), NodePair(1, 0)]).run(on: KnownGraphs.kite)
      #expect(largestDifference(kite.values, [2.864864864864852, 0.45945945945945965]) < 1e-12)
      let weighted = try EffectiveResistance(between: [NodePair(0, 5)]).run(on: CentralityExamples.weighted)
      #expect(largestDifference(weighted.values, [1.8116883116883122]) < 1e-12)
      #expect(weighted.weights == .strength && weighted.measure == "effective-resistance")
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Foster: strength times resistance over all ties adds up to nodes less components")
    func foster() throws {
      for graph in CentralityExamples.undirectedAssortment {
        let values = try EffectiveResistance(between: graph.pairs).run(on: graph).values
        let strengths = graph.strengths ?? values.map { _ in 1 }
        let sum = zip(values, strengths).reduce(0) { $0 + $1.0 * $1.1 }
        let components = try WeakComponents().run(on: graph).groupCount
        #expect(abs(sum - Double(graph.nodeCount - components)) < 1e-10)
      }
    }

    @Test("A metric, never above the distance, that falls when an edge is added")
    func metric() throws {
      for graph in CentralityExamples.undirectedAssortment.map({ $0.withoutColumns() }) {
        let values = try all(graph)
        let distances = SlowPaths(graph).distances
        let more = try all(graph.adding([NodePair(0, 5)]))
        for u in values.indices {
          for v in values.indices {
            #expect(values[u][v] <= distances[u][v] + 1e-12)
            #expect(more[u][v] <= values[u][v] + 1e-12)
            #expect(values[u][v] == values[v][u] || abs(values[u][v] - values[v][u]) < 1e-12)
            for w in values.indices { #expect(values[u][v] <= values[u][w] + values[w][v] + 1e-10) }
          }
        }
      }
    }
  }

  @Suite("Against equations of currents by elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.undirectedShapes(upTo: 6) + CentralityExamples.undirectedAssortment {
        let slow = SlowCentralities.resistances(graph, usesStrengths: graph.strengths != nil)
        let values = try all(graph)
        for node in values.indices { #expect(largestDifference(values[node], slow[node]) < 1e-10) }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Nothing asked, nothing answered; itself is 0, elsewhere is infinitely far")
    func trivial() throws {
      #expect(try EffectiveResistance(between: []).run(on: KnownGraphs.path(0)).values == [])
      let pairs = [NodePair(0, 0), NodePair(0, 1)]
      let empty = CSRGraph(nodeCount: 2, edges: [NodePair(0, 0)], isDirected: false)
      #expect(try EffectiveResistance(between: pairs).run(on: empty).values == [0, .infinity])
    }

    @Test("Components above 2000 nodes and strengths too far apart are refused")
    func limits() {
      let pair = [NodePair(0, 1)]
      #expect(throws: AlgorithmError.self) { try EffectiveResistance(between: pair).run(on: KnownGraphs.path(2001)) }
      #expect(throws: AlgorithmError.self) {
        try EffectiveResistance(between: pair).run(on: KnownGraphs.path(3).withStrengths([1e-7, 1e7]))
      }
      expectRefusesDirected(EffectiveResistance(between: pair))
      expectStrengthRefusals(of: EffectiveResistance(between: pair, weight: .strengths))
      expectCancelled(EffectiveResistance(between: pair))
      expectParameters(of: EffectiveResistance(between: []), ["weight": ["none", "strengths", "automatic"]])
    }
  }
}

private func all(_ graph: CSRGraph) throws -> [[Double]] {
  let nodes = 0..<graph.nodeCount
  let pairs = nodes.flatMap { u in nodes.map { NodePair(u, $0) } }
  let values = try EffectiveResistance(between: pairs).run(on: graph).values
  return nodes.map { u in nodes.map { values[u * graph.nodeCount + $0] } }
}
