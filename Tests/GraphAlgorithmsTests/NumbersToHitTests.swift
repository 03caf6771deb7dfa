import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// The numbers that the project's list of measures names for the classics, each recomputed there with two independent
/// libraries; the graphs stand in `KnownGraphs`. Those of the 50 × 50 grid are case N1.
@Suite("Numbers to hit")
struct NumbersToHitTests {
  @Test("Florentine marriages: 47.5 pairs for the Medici, 0.522 of those among the 15 connected families")
  func florentine() throws {
    let names = KnownGraphs.florentineFamilies
    let graph = KnownGraphs.florentine
    let connected = CSRGraph(
      nodeCount: 15,
      edges: graph.pairs.map { NodePair($0.source - ($0.source > 11 ? 1 : 0), $0.target - ($0.target > 11 ? 1 : 0)) },
      isDirected: false)
    #expect(names[8] == "Medici" && names[11] == "Pucci" && names[6] == "Guadagni" && names[1] == "Albizzi")
    #expect(abs(try Betweenness(scale: .pairs).run(on: graph).values[8] - 47.5) <= 1e-12)
    #expect(abs(try Betweenness().run(on: graph).values[8] - 0.4524) < 5e-5)
    let shares = try Betweenness().run(on: connected).values
    #expect(abs(shares[8] - 0.522) < 5e-4 && abs(shares[6] - 0.2546) < 5e-5 && abs(shares[1] - 0.2125) < 5e-5)
    #expect(shares.sorted(by: >).prefix(3) == [shares[8], shares[6], shares[1]])
  }

  @Test("Kite: d leads by degree (6), f and g by closeness (0.643), h by betweenness (14, 0.389)")
  func kite() throws {
    let degrees = try Degree().run(on: KnownGraphs.kite).values
    #expect(degrees[3] == 6 && degrees.max() == 6)
    let near = try Closeness().run(on: KnownGraphs.kite).values
    #expect(near[5] == near[6] && near.max() == near[5] && abs(near[5] - 0.643) < 5e-4)
    let between = try Betweenness(scale: .pairs).run(on: KnownGraphs.kite).values
    #expect(abs(between[7] - 14) <= 1e-12 && between.max() == between[7])
    #expect(abs(try Betweenness().run(on: KnownGraphs.kite).values[7] - 0.389) < 5e-4)
  }

  @Test("Karate club: betweenness, diameter, mean distance, triangles, clustering, PageRank, best modularity")
  func karate() throws {
    let graph = KnownGraphs.karate
    let between = try Betweenness(scale: .pairs).run(on: graph).values
    #expect(abs(between[0] - 231.07) < 5e-3 && abs(between[33] - 160.55) < 5e-3)
    let distances = try Distances().run(on: graph)
    #expect(distances.diameter == 5 && abs((distances.meanDistance ?? 0) - 2.4082) < 5e-5)
    let closed = try Transitivity().run(on: graph)
    #expect(closed.triangles == 45 && abs(closed.transitivity - 0.2557) < 5e-5)
    #expect(abs(try LocalClustering().run(on: graph).values.reduce(0, +) / 34 - 0.5706) < 5e-5)
    let ranks = try PageRank(damping: 0.85).run(on: graph).values
    #expect(abs(ranks[33] - 0.1009) < 5e-5 && abs(ranks[0] - 0.0970) < 5e-5 && abs(ranks[32] - 0.0717) < 5e-5)
    let best = try Leiden(runs: 20).run(on: graph)
    #expect(abs(best.quality - 0.41979) < 5e-6 && best.partition.groupCount == 4)
  }

  @Test("Les Misérables: betweenness, triangles, best modularity without and with strengths")
  func lesMiserables() throws {
    let graph = KnownGraphs.lesMiserables
    #expect(graph.nodeCount == 77 && graph.edgeCount == 254)
    let shares = try Betweenness().run(on: graph).values
    #expect(abs(shares[11] - 0.570) < 5e-4 && abs(shares[0] - 0.1768) < 5e-5 && abs(shares[48] - 0.1651) < 5e-5)
    #expect(try Transitivity().run(on: graph).triangles == 467)
    #expect(abs(try Leiden(weight: .none, runs: 20).run(on: graph).quality - 0.56001) < 5e-6)
    #expect(abs(try Leiden(weight: .strengths, runs: 20).run(on: graph).quality - 0.56669) < 5e-6)
  }
}
