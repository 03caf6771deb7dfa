import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("DeltaCon")
struct DeltaConTests {
  @Suite("Known values")
  struct Known {
    // numpy 2.4.6, from the formula of the paper, with A the adjacency matrix of each graph, e = 1 / (1 + A.sum(1).max())
    // and S = linalg.inv(eye(n) + e*e*diag(A.sum(1)) - e*A): sqrt(((sqrt(S1) - sqrt(S2))**2).sum()).
    @Test("Karate club without ties 1–2 and 33–34; Les Misérables without its weakest ties; small graphs")
    func frozen() throws {
      #expect(abs(try distance(KnownGraphs.karate, karateWithoutTwo) - 0.2683009752098747) < 1e-12)
      let novel = KnownGraphs.lesMiserables
      #expect(abs(try distance(novel.withoutColumns(), novelWithoutWeak.withoutColumns()) - 2.412503853585395) < 1e-12)
      #expect(abs(try distance(novel, novelWithoutWeak) - 1.0532858419676934) < 1e-12)
      #expect(abs(try distance(KnownGraphs.complete(5), KnownGraphs.cycle(5)) - 1.023702188595894) < 1e-13)
      let path = try DeltaCon(to: KnownGraphs.path(3)).run(on: FormulaGraphs.graph(3, [(0, 1)]))
      #expect(abs(path.value - 0.8803261985347974) < 1e-14)
      #expect(abs(path.similarity - 0.5318226171497413) < 1e-14)
    }

    @Test("The property of the paper: a lost bridge counts for more than a tie among many")
    func bridge() throws {
      let cliques = KnownGraphs.complete(5).union(KnownGraphs.complete(5)).adding([NodePair(0, 5)])
      let bridge = cliques.pairs.firstIndex(of: NodePair(0, 5)) ?? 0
      let inner = cliques.pairs.firstIndex(of: NodePair(1, 2)) ?? 0
      let withoutBridge = try distance(cliques, cliques.removing(edges: [bridge]))
      #expect(withoutBridge > (try distance(cliques, cliques.removing(edges: [inner]))))
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("0 to itself, the same both ways, under other numbers and at any thread count")
    func metric() throws {
      let graphs = RandomGraphs.assortment.filter { !$0.isDirected }
      for (one, two) in zip(graphs, graphs.dropFirst()) where one.nodeCount == two.nodeCount {
        #expect(try distance(one, one) == 0)
        let there = try distance(one, two)
        #expect(abs(try distance(two, one) - there) < 1e-12)
        let order = randomOrder(one.nodeCount, seed: 2)
        #expect(abs(try distance(one.relabelled(order), two.relabelled(order)) - there) < 1e-10)
        #expect(try DeltaCon(to: one).run(on: two, in: RunContext(threads: 4)).value == there)
        #expect(try distance(one.adding([NodePair(0, 0)]), two.adding([NodePair(1, 1)])) == there)
      }
    }
  }

  @Suite("Against elimination")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for count in 1...6 {
        let graphs = AllGraphs.undirectedShapes(upTo: 6).filter { $0.nodeCount == count }.map(FormulaGraphs.weighted)
        for (one, two) in zip(graphs, graphs.reversed()) {
          let (s, t) = (affinities(one), affinities(two))
          let sum = zip(s, t).reduce(0) {
            $0 + ($1.0.squareRoot() - $1.1.squareRoot()) * ($1.0.squareRoot() - $1.1.squareRoot())
          }
          #expect(abs(try distance(one, two) - sum.squareRoot()) < 1e-12)
        }
      }
    }

    private func affinities(_ graph: CSRGraph) -> [Double] {
      let strengths = SlowNeighbors(graph).strengths
      let degrees = strengths.map { $0.reduce(0, +) }
      let epsilon = 1 / (1 + (degrees.max() ?? 0))
      let nodes = strengths.indices
      let matrix = nodes.map { u in
        nodes.map { v in (u == v ? 1 + epsilon * epsilon * degrees[u] : 0) - epsilon * strengths[u][v] }
      }
      return nodes.flatMap { node in SlowWalks.solve(matrix, nodes.map { $0 == node ? 1 : 0 }) }.map { max($0, 0) }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: false) { #expect(try distance(graph, graph) == 0) }
      #expect(throws: AlgorithmError.self) { try distance(KnownGraphs.kite, KnownGraphs.karate) }
      let directed = KnownGraphs.path(3, isDirected: true)
      #expect(throws: AlgorithmError.self) { try distance(directed, directed) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try DeltaCon(to: KnownGraphs.kite, weight: .strengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.cancelled) {
        try DeltaCon(to: KnownGraphs.kite).run(on: KnownGraphs.kite, in: .cancelled)
      }
      expectParameters(of: DeltaCon(to: KnownGraphs.kite), ["weight": ["automatic", "none", "strengths"]])
    }
  }
}

private func distance(_ one: CSRGraph, _ two: CSRGraph) throws -> Double { try DeltaCon(to: two).run(on: one).value }

/// The karate club without the ties 1–2 and 33–34.
let karateWithoutTwo: CSRGraph = {
  let pairs = KnownGraphs.karate.pairs
  return KnownGraphs.karate.removing(
    edges: Set(pairs.indices.filter { pairs[$0] == NodePair(0, 1) || pairs[$0] == NodePair(32, 33) }))
}()

/// Les Misérables without ties of strength 1.
let novelWithoutWeak: CSRGraph = {
  let novel = KnownGraphs.lesMiserables
  let strengths = novel.strengths ?? []
  return novel.removing(edges: Set(strengths.indices.filter { strengths[$0] == 1 }))
    .withStrengths(strengths.filter { $0 > 1 })
}()
