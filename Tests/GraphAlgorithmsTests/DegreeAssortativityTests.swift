import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Degree assortativity")
struct DegreeAssortativityTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: degree_pearson_correlation_coefficient(G); python-igraph 1.0.0 assortativity_degree() agrees.
    @Test("Karate club, Les Misérables, florentine families, kite")
    func undirected() throws {
      #expect(abs(try coefficient(KnownGraphs.karate) + 0.4756130976846144) < 1e-13)
      #expect(abs(try coefficient(KnownGraphs.lesMiserables) + 0.1652251344223694) < 1e-13)
      #expect(abs(try coefficient(KnownGraphs.florentine) + 0.37483787289234766) < 1e-13)
      #expect(abs(try coefficient(KnownGraphs.kite) - 0.15254237288135597) < 1e-13)
      #expect(try coefficient(KnownGraphs.star(6)) == -1)
    }

    // NetworkX 3.6.1: degree_assortativity_coefficient(G, x=…, y=…), which gives 12 digits here; python-igraph 1.0.0
    // assortativity_degree(directed=True) gives 0.0714285714285707 for out and in.
    @Test("The formula graph, all variants")
    func directed() throws {
      let graph = FormulaGraphs.directed
      #expect(abs(try coefficient(graph) - 1.0 / 14) < 1e-13)
      #expect(abs(try coefficient(graph, .out, .out) - 0.06855106213838535) < 1e-12)
      #expect(abs(try coefficient(graph, .in, .in) - 0.28347335475692054) < 1e-12)
      #expect(abs(try coefficient(graph, .in, .out) + 0.19950596878025287) < 1e-12)
    }
  }

  @Suite("Properties and definition")
  struct Checker {
    @Test("Pearson's correlation over a list of edges; numbers, order, reversal")
    func definition() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        for source in EdgeDirection.allCases {
          for target in EdgeDirection.allCases {
            let slow = correlation(graph, source, target)
            guard slow.isFinite else {
              #expect(throws: AlgorithmError.self) { try coefficient(graph, source, target) }
              continue
            }
            #expect(abs(try coefficient(graph, source, target) - slow) < 1e-12)
            let copy = graph.relabelled(randomOrder(graph.nodeCount, seed: 2))
            #expect(abs(try coefficient(copy, source, target) - slow) < 1e-12)
            #expect(
              try coefficient(graph.shuffled(seed: 2), source, target) == (try coefficient(graph, source, target)))
            let reversed = graph.reversed().graph
            #expect(abs(try coefficient(reversed, target.opposite, source.opposite) - slow) < 1e-12)
          }
        }
      }
    }

    private func correlation(_ graph: CSRGraph, _ source: EdgeDirection, _ target: EdgeDirection) -> Double {
      func degree(_ node: Int, _ direction: EdgeDirection) -> Double {
        let out = graph.pairs.count { $0.source == node }
        let arriving = graph.pairs.count { $0.target == node }
        return Double(
          direction == .all || !graph.isDirected ? out + arriving : direction == .out ? out : arriving)
      }
      let pairs = graph.isDirected ? graph.pairs : graph.pairs + graph.pairs.map { NodePair($0.target, $0.source) }
      let xs = pairs.map { degree($0.source, source) }
      let ys = pairs.map { degree($0.target, target) }
      guard Set(xs).count > 1, Set(ys).count > 1 else { return .nan }
      let n = Double(pairs.count)
      let mx = xs.reduce(0, +) / n
      let my = ys.reduce(0, +) / n
      let xy = zip(xs, ys).reduce(0) { $0 + $1.0 * $1.1 } / n - mx * my
      let xx = xs.reduce(0) { $0 + $1 * $1 } / n - mx * mx
      let yy = ys.reduce(0) { $0 + $1 * $1 } / n - my * my
      return xy / (xx * yy).squareRoot()
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + [KnownGraphs.complete(4), KnownGraphs.cycle(5)] {
        #expect(throws: AlgorithmError.self) { try coefficient(graph) }
      }
      #expect(throws: AlgorithmError.cancelled) { try DegreeAssortativity().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(
        of: DegreeAssortativity(), ["source-degree": ["out", "in", "all"], "target-degree": ["out", "in", "all"]])
    }
  }
}

private func coefficient(
  _ graph: CSRGraph, _ source: EdgeDirection = .out, _ target: EdgeDirection = .in
) throws -> Double {
  try DegreeAssortativity(sourceDegree: source, targetDegree: target).run(on: graph).coefficient
}
