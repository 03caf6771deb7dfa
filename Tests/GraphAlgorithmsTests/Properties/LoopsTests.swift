import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

// case 19-loops-never-count: what self-loops do where a projection keeps them.

@Suite("Self-loops")
struct LoopsTests {
  /// A loop at 0, ties 0–1, 0–2, 0–3, 1–3, 2–4, each of strength 1.
  private func graph(isDirected: Bool = false) -> CSRGraph {
    let edges = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (2, 4)].map { NodePair($0.0, $0.1) }
    let ones = [Double](repeating: 1, count: edges.count)
    return CSRGraph(
      nodeCount: 5, edges: edges, isDirected: isDirected,
      columns: EdgeColumns(lengths: ones, strengths: ones, signs: ones.map { Int8($0) }, signedStrengths: ones))
  }

  @Test("A loop adds 2 to an undirected degree and strength, 1 to the way out and 1 to the way in of a directed one")
  func degrees() throws {
    #expect(try Degree().run(on: graph()).values == [5, 2, 2, 2, 1])
    #expect(try Strength().run(on: graph()).values == [5, 2, 2, 2, 1])
    #expect(try SignedStrength().run(on: graph()).values == [5, 2, 2, 2, 1])
    let directed = graph(isDirected: true)
    #expect(try Degree(direction: .out).run(on: directed).values == [4, 1, 1, 0, 0])
    #expect(try Degree(direction: .in).run(on: directed).values == [1, 1, 1, 2, 1])
    #expect(try Degree().run(on: directed).values == [5, 2, 2, 2, 1])
  }

  // python-igraph 1.0.0: Graph.pagerank() and Graph.modularity([0, 0, 1, 0, 1]); the modularity by hand:
  // 4/6 + 1/6 − (9/12)² − (3/12)².
  @Test("PageRank goes round a loop by both of its ends; a community has the tie inside")
  func known() throws {
    let ranks = try PageRank().run(on: graph()).values
    #expect(largestDifference(ranks.map { ($0 * 10_000).rounded() }, [3765, 1635, 1871, 1635, 1095]) == 0)
    let blocs = Partition(labels: [0, 0, 1, 0, 1])
    #expect(abs(try Modularity(of: blocs).run(on: graph()).value - 5.0 / 24) < 1e-15)
  }

  @Test("What searches for communities make as large as they can is the modularity with loops")
  func communities() throws {
    for graph in [graph(), graph(isDirected: true)] + PropertyGraphs.multiple.map(\.graph) {
      let leiden = try Leiden(runs: 3, seed: 1).run(on: graph)
      let louvain = try Louvain(runs: 3, seed: 1).run(on: graph)
      for found in [leiden, louvain] {
        #expect(abs(try Modularity(of: found.partition).run(on: graph).value - found.quality) < 1e-12)
      }
    }
  }

  // A tie both ways is two arcs; so is a loop.
  @Test("An undirected loop is two arcs at its node, in every measure of walks")
  func arcs() throws {
    let pairs = graph().pairs
    let both = CSRGraph(
      nodeCount: 5, edges: pairs + pairs.map { NodePair($0.target, $0.source) }, isDirected: true)
    let measures: [any NodeMeasure] = [
      PageRank(), Eigenvector(), Katz(alpha: 0.1, unit: .number), BonacichPower(beta: 0.1, unit: .number), Hubs(),
      Authorities(),
    ]
    for measure in measures {
      let undirected = try measure.run(on: graph().replacing(columns: EdgeColumns())).values
      #expect(largestDifference(undirected, try measure.run(on: both).values) < 1e-9, "\(measure)")
    }
  }
}
