import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("ReachedNodes")
struct ReachedNodesTests {
  /// A graph of many nodes of which each reaches few.
  struct Scattered: Sendable, CustomTestStringConvertible {
    let name: String
    let graph: CSRGraph
    var testDescription: String { name }

    init(_ name: String, _ nodeCount: Int, _ edges: [NodePair], isDirected: Bool) {
      self.name = name
      let lengths = edges.indices.map { 1 + Double($0 % 3) }
      graph = CSRGraph(
        nodeCount: nodeCount, edges: edges, isDirected: isDirected, columns: EdgeColumns(lengths: lengths))
    }

    static let all = [
      Scattered("star", 2001, (1...2000).map { NodePair(0, $0) }, isDirected: true),
      Scattered("star, turned round", 2001, (1...2000).map { NodePair($0, 0) }, isDirected: true),
      Scattered("pairs", 2000, (0..<1000).map { NodePair($0, $0 + 1000) }, isDirected: false),
      Scattered("forest", 2000, (0..<2000).filter { $0 % 8 != 0 }.map { NodePair($0 & ~7, $0) }, isDirected: true),
      Scattered("tree", 2000, (1..<2000).map { NodePair(($0 - 1) / 4, $0) }, isDirected: true),
    ]
  }

  // case 10-directed-star-quadratic: the shapes on which work for all nodes from every node shows. No test measures time.
  @Test("Where most nodes reach few, every measure that looks from all nodes has its scores", arguments: Scattered.all)
  func scattered(_ scattered: Scattered) throws {
    let graph = scattered.graph
    let measures: [any NodeMeasure] = [
      Betweenness(scale: .pairs, metric: .lengths), Betweenness(scale: .pairs, metric: .steps),
      Closeness(direction: .out, metric: .lengths), Closeness(direction: .in, metric: .lengths),
      Closeness(direction: .out, metric: .steps), HarmonicCloseness(direction: .out, metric: .lengths),
      Eccentricity(direction: .out, metric: .lengths), ReachWithin(), LocalReachingCentrality(),
      StressCentrality(metric: .lengths), VoteRank(),
    ]
    for measure in measures { #expect(try measure.run(on: graph).values.count == graph.nodeCount) }
    #expect(try EdgeBetweenness(metric: .lengths).run(on: graph).values.count == graph.edgeCount)
    #expect(try Distances(metric: .lengths).run(on: graph).connectedPairs > 0)
  }

  @Test("A star's leaves reach nobody, its centre all; nothing lies between")
  func star() throws {
    let graph = Scattered.all[0].graph
    #expect(try Betweenness().run(on: graph).values.allSatisfy { $0 == 0 })
    let closeness = try Closeness(direction: .out, metric: .steps).run(on: graph)
    #expect(closeness.values[0] == 1 && closeness.values.dropFirst().allSatisfy { $0 == 0 })
    let reached = try Closeness(direction: .in, metric: .lengths).run(on: graph).details[0].values
    #expect(reached[0] == 0 && reached.dropFirst().allSatisfy { $0 == 1 })
  }

  /// Graphs in which some nodes reach few and others many, with lengths that tie.
  static let mixed = (0..<6).map { seed in
    let isDirected = seed.isMultiple(of: 2)
    return RandomGraphs.graph(
      GraphRecipe(nodes: 400, edges: 150 + 60 * seed, isDirected: isDirected, weightSteps: 3), seed: UInt64(seed))
  }

  @Test("Few reached or many, distances add up to those of a search from each node alone", arguments: mixed.indices)
  func reaches(position: Int) throws {
    let graph = Self.mixed[position]
    let harmonic = try HarmonicCloseness(direction: .out, metric: .lengths).run(on: graph, in: RunContext(threads: 2))
    let closeness = try Closeness(direction: .out, scale: .component, metric: .lengths).run(on: graph)
    for node in 0..<graph.nodeCount {
      let others = try Dijkstra(from: node).run(on: graph).distances.enumerated()
        .filter { $0.offset != node && $0.element < .infinity }.map(\.element)
      #expect(harmonic.details[0].values[node] == Double(others.count))
      #expect(abs(harmonic.values[node] - others.reduce(0) { $0 + 1 / $1 }) <= 1e-12 * Double(others.count + 1))
      let mean = others.isEmpty ? 0 : Double(others.count) / others.reduce(0, +)
      #expect(abs(closeness.values[node] - mean) <= 1e-12)
    }
  }

  // Every path that passes a node comes over an edge and leaves over one; every path that ends there has one edge there.
  @Test("Few reached or many, what lies between is what the edges carry", arguments: mixed.indices)
  func betweenness(position: Int) throws {
    let graph = Self.mixed[position]
    for metric in [PathMetric.lengths, .steps] {
      let nodes = try Betweenness(scale: .pairs, metric: metric).run(on: graph, in: RunContext(threads: 2)).values
      let edges = try EdgeBetweenness(scale: .pairs, metric: metric).run(on: graph).values
      let ends = try Closeness(direction: .in, metric: metric).run(on: graph).details[0].values
      for node in 0..<graph.nodeCount {
        let arriving = graph.incoming.range(of: node).reduce(0.0) { $0 + edges[graph.incoming.edge(ofArc: $1)] }
        let inside = graph.isDirected ? arriving - ends[node] : (arriving - ends[node]) / 2
        #expect(abs(nodes[node] - inside) <= 1e-9 * max(1, arriving), "node \(node) of \(position) by \(metric)")
      }
    }
  }
}
