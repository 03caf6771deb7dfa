import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("NetSimile")
struct NetSimileTests {
  @Suite("Known values")
  struct Known {
    // Recomputed from the paper with NetworkX 3.6.1 (clustering, subgraph), numpy 2.4.6 and scipy 1.17.1 (skew,
    // kurtosis): the 7 numbers of every node, their 5 statistics, and the Canberra distance. netrd prints 20.1808 for
    // karate club and kite; leaving a node's own ties out of those that leave its neighbourhood, the recomputation
    // gives 20.180783067167326, too. The paper counts them.
    @Test("Karate club against kite and Les Misérables, florentine families against kite")
    func frozen() throws {
      #expect(abs(try distance(KnownGraphs.karate, KnownGraphs.kite) - 19.68424503434725) < 1e-11)
      #expect(abs(try distance(KnownGraphs.karate, KnownGraphs.lesMiserables) - 13.08040315702491) < 1e-11)
      #expect(abs(try distance(KnownGraphs.florentine, KnownGraphs.kite) - 15.348033673342877) < 1e-11)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("0 to itself under any numbers and order, the same both ways, at most 35")
    func metric() throws {
      let graphs = RandomGraphs.assortment
      for (one, two) in zip(graphs, graphs.dropFirst(3)) {
        #expect(try distance(one, one.relabelled(randomOrder(one.nodeCount, seed: 2))) < 1e-9)
        #expect(try distance(one, one.shuffled(seed: 4).adding([NodePair(0, 0)] + one.pairs)) == 0)
        let there = try distance(one, two)
        #expect(abs(try distance(two, one) - there) < 1e-12)
        #expect(there >= 0 && there <= 35)
        #expect(try NetSimile(to: two).run(on: one, in: RunContext(threads: 4)).value == there)
        #expect(try distance(one.reversed().graph, two) == there)
      }
    }

    @Test("Many copies of a graph are of its kind")
    func copies() throws {
      #expect(try distance(KnownGraphs.kite, KnownGraphs.kite.union(KnownGraphs.kite)) < 1e-11)
    }
  }

  @Suite("Against the definitions")
  struct Checker {
    @Test func allSmallGraphs() throws {
      let kite = signature(KnownGraphs.kite)
      for graph in AllGraphs.small + RandomGraphs.assortment where graph.nodeCount > 0 {
        let slow = zip(signature(graph), kite).reduce(0.0) { sum, pair in
          let size = abs(pair.0) + abs(pair.1)
          return size == 0 ? sum : sum + abs(pair.0 - pair.1) / size
        }
        #expect(abs(try distance(graph, KnownGraphs.kite) - slow) < 1e-9)
      }
    }

    private func signature(_ graph: CSRGraph) -> [Double] {
      let slow = SlowNeighbors(graph)
      let degrees = slow.nodes.map { Double(slow.neighbors(of: $0).count) }
      let clustering = slow.nodes.map { node in
        degrees[node] < 2 ? 0 : Double(slow.closedPairs(at: node).count) / (degrees[node] * (degrees[node] - 1) / 2)
      }
      let rows = slow.nodes.map { node -> [Double] in
        let mine = slow.neighbors(of: node)
        let ego = mine + [node]
        let others = slow.nodes.filter { !ego.contains($0) }
        let within = ego.reduce(0) { sum, u in sum + ego.count { u < $0 && slow.areTied(u, $0) } }
        let leaving = ego.reduce(0) { sum, u in sum + others.count { slow.areTied(u, $0) } }
        let beyond = others.count { other in mine.contains { slow.areTied($0, other) } }
        let count = Double(max(mine.count, 1))
        return [
          degrees[node], clustering[node], mine.reduce(0) { $0 + degrees[$1] } / count,
          mine.reduce(0) { $0 + clustering[$1] } / count, Double(within), Double(leaving), Double(beyond),
        ]
      }
      return (0..<7).flatMap { feature in statistics(rows.map { $0[feature] }) }
    }

    private func statistics(_ values: [Double]) -> [Double] {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      func moment(_ power: Int) -> Double {
        values.reduce(0) { sum, value in sum + (0..<power).reduce(1) { product, _ in product * (value - mean) } }
          / count
      }
      let sorted = values.sorted()
      let median = (sorted[values.count / 2] + sorted[(values.count - 1) / 2]) / 2
      let variance = moment(2)
      guard variance > 1e-20 else { return [mean, median, 0, 0, 0] }
      let shape = [moment(3) / (variance * variance.squareRoot()), moment(4) / (variance * variance) - 3]
      return [mean, median, variance.squareRoot()] + shape.map { abs($0) < 1e-12 ? 0 : $0 }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: false).dropFirst() { #expect(try distance(graph, graph) == 0) }
      let none = FormulaGraphs.graph(0, [])
      #expect(throws: AlgorithmError.self) { try distance(none, KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try distance(KnownGraphs.kite, none) }
      #expect(throws: AlgorithmError.cancelled) {
        try NetSimile(to: KnownGraphs.kite).run(on: KnownGraphs.kite, in: .cancelled)
      }
      expectParameters(of: NetSimile(to: KnownGraphs.kite), [:])
    }
  }
}

private func distance(_ one: CSRGraph, _ two: CSRGraph) throws -> Double { try NetSimile(to: two).run(on: one).value }
