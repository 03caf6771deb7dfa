import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Properties M5–M7, M10, M13 and M17–M20: betweenness, distances and paths.
@Suite("Properties of paths")
struct PropertiesOfPathsTests {
  @Test("M5 Betweenness adds up to the nodes between, over all pairs that are connected", arguments: PropertyGraphs.all)
  func m5(seeded: SeededGraph) throws {
    let rows = try AllPairsDistances(metric: .steps).run(on: seeded.graph).rows
    let between = rows.joined().filter { $0 > 0 && $0 < .infinity }.reduce(0) { $0 + $1 - 1 }
    let scores = try Betweenness(scale: .pairs, metric: .steps).run(on: seeded.graph).values
    #expect(abs(scores.reduce(0, +) - (seeded.graph.isDirected ? between : between / 2)) <= 1e-9, "\(seeded)")
  }

  @Test("M6 Edge betweenness adds up to the distances over the same pairs", arguments: PropertyGraphs.all)
  func m6(seeded: SeededGraph) throws {
    let rows = try AllPairsDistances(metric: .steps).run(on: seeded.graph).rows
    let total = rows.joined().filter { $0 < .infinity }.reduce(0, +)
    let scores = try EdgeBetweenness(scale: .pairs, metric: .steps).run(on: seeded.graph).values
    #expect(abs(scores.reduce(0, +) - (seeded.graph.isDirected ? total : total / 2)) <= 1e-9, "\(seeded)")
  }

  @Test(
    "M7 Betweenness lies between 0 and the number of pairs; of some of the pairs it is not more",
    arguments: PropertyGraphs.all)
  func m7(seeded: SeededGraph) throws {
    let count = seeded.graph.nodeCount
    let pairs = Double((count - 1) * (count - 2))
    let bound = seeded.graph.isDirected ? pairs : pairs / 2
    for metric in [PathMetric.steps, .lengths] {
      let scores = try Betweenness(scale: .pairs, metric: metric).run(on: seeded.graph).values
      #expect(scores.allSatisfy { $0 >= 0 && $0 <= bound * (1 + 1e-12) }, "\(seeded)")
      let some = SubsetBetweenness(from: [0, 1, 2], to: Array(0..<count), scale: .pairs, metric: metric)
      let parts = try some.run(on: seeded.graph).values
      #expect(zip(parts, scores).allSatisfy { $0 <= $1 + 1e-9 }, "\(seeded)")
      let shares = try Betweenness(scale: .fraction, metric: metric).run(on: seeded.graph).values
      #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }, "\(seeded)")
    }
  }

  @Test("M10 A leaf is between nobody, and its neighbour between it and everybody else", arguments: 0..<4)
  func m10(seed: Int) throws {
    let recipe = GraphRecipe(nodes: 12, edges: 30, isDirected: false, weightSteps: 3)
    let chain = (0..<11).map { NodePair($0, $0 + 1) }
    let seeded = SeededGraph(recipe, seed: UInt64(seed))
    let graph = seeded.graph.adding(chain)
    let count = graph.nodeCount
    let before = try Betweenness(scale: .pairs).run(on: graph).values
    for neighbor in [0, 5] {
      let grown = graph.withIsolatedNode().adding([NodePair(neighbor, count)])
      let after = try Betweenness(scale: .pairs).run(on: grown).values
      #expect(after[count] == 0, "\(seeded)")
      #expect(abs(after[neighbor] - before[neighbor] - Double(count - 1)) <= 1e-9, "\(seeded)")
    }
  }

  @Test("M13 Star, path, complete graph and ring have their closed forms", arguments: 3...12)
  func m13(count: Int) throws {
    let n = Double(count)
    func between(_ graph: CSRGraph) throws -> [Double] { try Betweenness(scale: .pairs).run(on: graph).values }
    func near(_ graph: CSRGraph) throws -> [Double] { try HarmonicCloseness().run(on: graph).values }
    let leaves = [Double](repeating: 0, count: count)
    #expect(try between(KnownGraphs.star(count)) == [n * (n - 1) / 2] + leaves)
    #expect(try between(KnownGraphs.path(count)) == (0..<count).map { Double($0 * (count - 1 - $0)) })
    #expect(try between(KnownGraphs.complete(count)) == leaves)
    #expect(try near(KnownGraphs.complete(count)) == leaves.map { _ in n - 1 })
    #expect(try near(KnownGraphs.star(count)) == [n] + leaves.map { _ in 1 + (n - 1) / 2 })
    let around = count.isMultiple(of: 2) ? (n - 2) * (n - 2) / 8 : (n - 1) * (n - 3) / 8
    #expect(largestDifference(try between(KnownGraphs.cycle(count)), leaves.map { _ in around }) <= 1e-12)
    #expect(try EdgeBetweenness(scale: .pairs).run(on: KnownGraphs.star(count)).values == leaves.map { _ in n })
    #expect(try Closeness().run(on: KnownGraphs.complete(count)).values == leaves.map { _ in 1 })
    #expect(
      try Eccentricity().run(on: KnownGraphs.path(count)).values == (0..<count).map { Double(max($0, count - 1 - $0)) })
    #expect(try Coreness().run(on: KnownGraphs.complete(count)).values == leaves.map { _ in n - 1 })
    #expect(try Triangles().run(on: KnownGraphs.complete(count)).values == leaves.map { _ in (n - 1) * (n - 2) / 2 })
  }

  @Test("M17 An edge cut into two halves leaves all distances as they were", arguments: PropertyGraphs.all)
  func m17(seeded: SeededGraph) throws {
    let count = seeded.graph.nodeCount
    let whole = try AllPairsDistances().run(on: seeded.graph).rows
    let halved = try AllPairsDistances().run(on: seeded.graph.halved()).rows
    #expect(halved.prefix(count).map { Array($0.prefix(count)) } == whole, "\(seeded)")
    for source in 0..<count {
      let tree = try Dijkstra(from: source).run(on: seeded.graph.halved())
      #expect(Array(tree.distances.prefix(count)) == whole[source], "\(seeded)")
    }
  }

  @Test("M18 An edge more: no distance grows, harmonic closeness and reach never fall", arguments: PropertyGraphs.all)
  func m18(seeded: SeededGraph) throws {
    let graph = seeded.graph
    for (source, target) in [(0, 5), (6, 1), (3, 2)] {
      let grown = graph.adding([NodePair(source, target)])
      for (before, after) in zip(
        try AllPairsDistances().run(on: graph).rows, try AllPairsDistances().run(on: grown).rows)
      {
        #expect(zip(before, after).allSatisfy { $0 >= $1 }, "\(seeded)")
      }
      for name in ["harmonic out", "harmonic by steps in", "reach out", "local reaching"] {
        let subject = try #require(Subject.named(name))
        let before = try subject.answer(Question(graph)).nodes
        let after = try subject.answer(Question(grown)).nodes
        #expect(zip(before, after).allSatisfy { $0 <= $1 + 1e-12 }, "\(name) on \(seeded)")
      }
      let flow = MaximumFlow(from: 0, to: graph.nodeCount - 1)
      #expect(try flow.run(on: graph).value <= flow.run(on: grown).value, "\(seeded)")
      let arrivals = EarliestArrival(from: 0, at: 0)
      let before = try arrivals.run(on: graph.timed()).times
      let after = try arrivals.run(on: grown.timed()).times
      #expect(zip(before, after).allSatisfy { $0 ?? .max >= $1 ?? .max }, "\(seeded)")
    }
  }

  @Test(
    "M19 Distances obey the triangle, are symmetric on undirected graphs, and every path returned costs what it says",
    arguments: PropertyGraphs.all)
  func m19(seeded: SeededGraph) throws {
    let graph = seeded.graph
    let rows = try AllPairsDistances().run(on: graph).rows
    let lengths = graph.lengths ?? []
    for u in rows.indices {
      #expect(rows[u][u] == 0, "\(seeded)")
      for v in rows.indices {
        if !graph.isDirected { #expect(rows[u][v] == rows[v][u], "\(seeded)") }
        for w in rows.indices { #expect(rows[u][w] <= rows[u][v] + rows[v][w], "\(seeded)") }
      }
      let tree = try Dijkstra(from: u).run(on: graph)
      #expect(tree.distances == rows[u], "\(seeded)")
      try expectPathsFit(tree, graph) { lengths[$0] }
      #expect(try BellmanFord(from: u).run(on: graph).distances == rows[u], "\(seeded)")
      try expectPathsFit(try BreadthFirst(from: u).run(on: graph), graph) { _ in 1 }
      let target = (u + 4) % rows.count
      let path = try BidirectionalDijkstra(from: u, to: target).run(on: graph)
      #expect((path?.length ?? .infinity) == rows[u][target], "\(seeded)")
      if let path { expectFits(path, graph) { lengths[$0] } }
      for path in try AllShortestPaths(from: u, to: target).run(on: graph).paths {
        #expect(path.length == rows[u][target] && graph.isWay(path), "\(seeded)")
      }
    }
  }

  @Test(
    "M20 k shortest paths rise in length, are simple and distinct, and begin with the shortest",
    arguments: PropertyGraphs.all)
  func m20(seeded: SeededGraph) throws {
    let graph = seeded.graph
    let lengths = graph.lengths ?? []
    for (source, target) in [(0, graph.nodeCount - 1), (3, 1), (2, 6)] {
      let paths = try KShortestPaths(from: source, to: target, count: 12).run(on: graph)
      let nearest = try Dijkstra(from: source).run(on: graph).distances[target]
      #expect((paths.first?.length ?? .infinity) == nearest, "\(seeded)")
      #expect(zip(paths, paths.dropFirst()).allSatisfy { $0.length <= $1.length }, "\(seeded)")
      #expect(Set(paths.map(\.nodes)).count == paths.count, "\(seeded)")
      for path in paths {
        expectFits(path, graph) { lengths[$0] }
        #expect(graph.isWay(path) && path.nodes.first == source && path.nodes.last == target, "\(seeded)")
      }
      let short = try KShortestPaths(from: source, to: target, count: 12, maximumHops: 3).run(on: graph)
      #expect(short.allSatisfy { $0.edges.count <= 3 }, "\(seeded)")
    }
  }
}
