import Foundation
import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Portrait divergence")
struct PortraitDivergenceTests {
  @Suite("Known values")
  struct Known {
    // Recomputed from the paper with NetworkX 3.6.1 (all_pairs_shortest_path_length), numpy 2.4.6 and scipy 1.17.1
    // (entropy, base 2).
    @Test("Karate club, kite, Les Misérables, florentine families, and the formula graph turned round")
    func frozen() throws {
      #expect(abs(try divergence(KnownGraphs.karate, KnownGraphs.kite) - 0.6085820312427571) < 1e-13)
      #expect(
        abs(try divergence(KnownGraphs.karate, KnownGraphs.lesMiserables.withoutColumns()) - 0.6593999286384382) < 1e-13
      )
      #expect(abs(try divergence(KnownGraphs.karate, karateWithoutTwo) - 0.08779264252882643) < 1e-13)
      #expect(abs(try divergence(KnownGraphs.florentine, KnownGraphs.kite) - 0.43027753316595085) < 1e-13)
      let formula = FormulaGraphs.directed
      #expect(abs(try divergence(formula, formula.reversed().graph) - 0.10425938589511634) < 1e-13)
      #expect(abs(try divergence(KnownGraphs.path(4), KnownGraphs.star(3)) - 0.522433454424687) < 1e-13)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("0 under any numbers and order, the same both ways, from 0 to 1")
    func metric() throws {
      let graphs = RandomGraphs.assortment
      for (one, two) in zip(graphs, graphs.dropFirst(3)) {
        #expect(try divergence(one, one.relabelled(randomOrder(one.nodeCount, seed: 2))) == 0)
        #expect(try divergence(one, one.shuffled(seed: 4).adding([NodePair(0, 0)] + one.pairs)) == 0)
        let there = try divergence(one, two)
        #expect(abs(try divergence(two, one) - there) < 1e-15)
        #expect(there >= 0 && there <= 1)
        #expect(try PortraitDivergence(to: two).run(on: one, in: RunContext(threads: 4)).value == there)
      }
    }
  }

  @Suite("Against the definition")
  struct Checker {
    @Test func allSmallGraphs() throws {
      let graphs = AllGraphs.small.filter { $0.nodeCount > 0 } + RandomGraphs.assortment
      for (one, two) in zip(graphs, graphs.reversed()) {
        let (p, q) = (shares(one), shares(two))
        let slow = Set(p.keys).union(q.keys).reduce(0.0) { sum, key in
          let (a, b) = (p[key] ?? 0, q[key] ?? 0)
          let middle = (a + b) / 2
          return sum + (a > 0 ? a / 2 * log2(a / middle) : 0) + (b > 0 ? b / 2 * log2(b / middle) : 0)
        }
        #expect(abs(try divergence(one, two) - slow) < 1e-13)
      }
    }

    private func shares(_ graph: CSRGraph) -> [[Int]: Double] {
      let rows = SlowPaths(graph).distances.map { $0.filter { $0 < .infinity }.map { Int($0) } }
      let longest = rows.flatMap { $0 }.max() ?? 0
      let pairs = Double(rows.reduce(0) { $0 + $1.count })
      var shares: [[Int]: Double] = [:]
      for distance in 0...longest {
        let counts = rows.map { row in row.count { $0 == distance } }
        for count in counts {
          let share = Double(counts.reduce(0, +)) / pairs / Double(rows.count)
          shares[[distance, count], default: 0] += share
        }
      }
      return shares
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: true).dropFirst() { #expect(try divergence(graph, graph) == 0) }
      let none = FormulaGraphs.graph(0, [])
      #expect(throws: AlgorithmError.self) { try divergence(none, KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try divergence(KnownGraphs.kite, none) }
      #expect(throws: AlgorithmError.cancelled) {
        try PortraitDivergence(to: KnownGraphs.kite).run(on: KnownGraphs.kite, in: .cancelled)
      }
      expectParameters(of: PortraitDivergence(to: KnownGraphs.kite), [:])
    }
  }
}

private func divergence(_ one: CSRGraph, _ two: CSRGraph) throws -> Double {
  try PortraitDivergence(to: two).run(on: one).value
}
