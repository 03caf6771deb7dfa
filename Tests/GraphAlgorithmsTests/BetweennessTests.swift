import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Suite("Known values")
  struct Known {
    @Test("The middle of a path of three is on one pair's way, in igraph and NetworkX too")
    func pathOfThree() throws {
      #expect(try pairs(KnownGraphs.path(3)) == [0, 1, 0])
      #expect(try pairs(KnownGraphs.path(3, isDirected: true)) == [0, 1, 0])
      #expect(try Betweenness().run(on: KnownGraphs.path(3)).values == [0, 1, 0])
      #expect(try Betweenness().run(on: KnownGraphs.path(3, isDirected: true)).values == [0, 0.5, 0])
    }

    @Test("Closed forms: path i(n−1−i), star centre C(L, 2), complete graph 0")
    func closedForms() throws {
      #expect(try pairs(KnownGraphs.path(9)) == (0..<9).map { Double($0 * (8 - $0)) })
      #expect(try pairs(KnownGraphs.star(7)) == [21, 0, 0, 0, 0, 0, 0, 0])
      #expect(try Betweenness().run(on: KnownGraphs.star(7)).values.first == 1)
      #expect(try pairs(KnownGraphs.complete(6)) == [0, 0, 0, 0, 0, 0])
      #expect(try pairs(KnownGraphs.cycle(5)) == [1, 1, 1, 1, 1])
    }

    // NetworkX 3.6.1: betweenness_centrality(kite, normalized=False); python-igraph 1.0.0 betweenness() agrees.
    @Test("On the kite h leads with 14 of 36 pairs")
    func kite() throws {
      let sixth = 1.0 / 6
      let expected = [5 * sixth, 5 * sixth, 0, 22 * sixth, 0, 50 * sixth, 50 * sixth, 14, 8, 0]
      #expect(largestDifference(try pairs(KnownGraphs.kite), expected) < 1e-12)
      let h = try Betweenness().run(on: KnownGraphs.kite).values[7]
      #expect(abs(h - 14.0 / 36) < 1e-12)
    }

    // NetworkX 3.6.1: betweenness_centrality(florentine), all 16 families; python-igraph 1.0.0 agrees.
    @Test("Among the Florentine families the Medici lead with 47.5 pairs, 0.4524 with the isolated Pucci counted")
    func florentine() throws {
      let expected = [
        0, 0.18412698412698414, 0.080952380952380956, 0.090476190476190488, 0.047619047619047623, 0,
        0.22063492063492063, 0, 0.45238095238095244, 0, 0.019047619047619049, 0, 0.09841269841269841,
        0.12380952380952381, 0.088888888888888906, 0.079365079365079375,
      ]
      let scores = try Betweenness().run(on: KnownGraphs.florentine)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(abs(try pairs(KnownGraphs.florentine)[8] - 47.5) < 1e-12)
      #expect(scores.scale == "fraction")
      #expect(scores.measure == "betweenness")
      #expect(scores.weights == nil)
    }

    // NetworkX 3.6.1: betweenness_centrality(karate, normalized=False); python-igraph 1.0.0 betweenness() agrees.
    @Test("In the karate club members 1 and 34 lead")
    func karate() throws {
      let expected = [
        231.07142857142861, 28.478571428571424, 75.850793650793662, 6.2880952380952371, 0.33333333333333331,
        15.833333333333334, 15.833333333333332, 0, 29.529365079365082, 0.44761904761904764, 0.33333333333333331, 0, 0,
        24.215873015873015, 0, 0, 0, 0, 0, 17.146825396825399, 0, 0, 0, 9.2999999999999989, 1.1666666666666665,
        2.0277777777777777, 0, 11.792063492063489, 0.94761904761904758, 1.5428571428571427, 7.6095238095238074,
        73.009523809523785, 76.69047619047619, 160.55158730158729,
      ]
      #expect(largestDifference(try pairs(KnownGraphs.karate), expected) < 1e-12)
    }

    // NetworkX 3.6.1: betweenness_centrality(lesmis); python-igraph 1.0.0 agrees.
    @Test("In Les Misérables Valjean leads before Myriel and Gavroche")
    func lesMiserables() throws {
      let values = try Betweenness().run(on: KnownGraphs.lesMiserables).values
      #expect(abs(values[11] - 0.56998905) < 1e-8)
      #expect(abs(values[0] - 0.17684211) < 1e-8)
      #expect(abs(values[48] - 0.16511250) < 1e-8)
    }

    @Test("Sums over a grid of 10 × 10 are those of the distances")
    func grid() throws {
      // Over unordered pairs of an s × s grid the distances sum to s³(s² − 1)/3.
      let distances = 10.0 * 10 * 10 * 99 / 3
      let sum = try pairs(KnownGraphs.grid(10)).reduce(0, +)
      #expect(abs(sum - (distances - 100 * 99 / 2)) < 1e-8)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same scores whatever the threads, the order of edges and the numbers of nodes", arguments: 0..<33)
    func invariance(index: Int) throws {
      try expectInvariance(of: Betweenness(scale: .pairs), on: RandomGraphs.assortment[index])
    }

    @Test("Same bits at any number of threads on many chunks of sources")
    func threads() throws {
      let recipe = GraphRecipe(nodes: 300, edges: 900, isDirected: true, weightSteps: 5)
      try expectInvariance(of: Betweenness(), on: RandomGraphs.graph(recipe, seed: 3))
    }

    @Test("Scores add up to the steps between, over all pairs", arguments: RandomGraphs.assortment)
    func sums(graph: CSRGraph) throws {
      let scores = try Betweenness(scale: .pairs, metric: .steps).run(on: graph).values
      let distances = SlowPaths(graph).distances.joined().filter { $0 > 0 && $0 < .infinity }
      let between = distances.reduce(0) { $0 + $1 - 1 }
      #expect(abs(scores.reduce(0, +) - (graph.isDirected ? between : between / 2)) < 1e-9)
      let others = Double((graph.nodeCount - 1) * (graph.nodeCount - 2))
      #expect(scores.allSatisfy { $0 >= 0 && $0 <= (graph.isDirected ? others : others / 2) * (1 + 1e-12) })
    }

    @Test("Lengths times a power of two, an isolated node and a loop change no bit", arguments: RandomGraphs.assortment)
    func neutralChanges(graph: CSRGraph) throws {
      let scores = try pairs(graph)
      #expect(try pairs(graph.scaled(by: 0x1p-20)) == scores)
      #expect(try pairs(graph.scaled(by: 0x1p30)) == scores)
      #expect(largestDifference(try pairs(graph.scaled(by: 3)), scores) < 1e-9)
      #expect(try pairs(graph.withIsolatedNode()) == scores + [0])
      #expect(try pairs(graph.adding([NodePair(2, 2)])) == scores)
    }

    @Test("Turning every edge round changes nothing", arguments: RandomGraphs.assortment)
    func reversal(graph: CSRGraph) throws {
      #expect(largestDifference(try pairs(graph.reversed().graph), try pairs(graph)) < 1e-9)
    }

    @Test("Graphs side by side do not touch each other")
    func union() throws {
      let graphs = RandomGraphs.assortment.filter { !$0.isDirected && $0.lengths == nil }
      for (a, b) in zip(graphs, graphs.dropFirst()) {
        #expect(largestDifference(try pairs(a.union(b)), try pairs(a) + pairs(b)) < 1e-12)
      }
    }

    @Test("Both directions of every edge count every pair twice")
    func asDirected() throws {
      for graph in RandomGraphs.assortment where !graph.isDirected {
        #expect(largestDifference(try pairs(graph.asDirected()), try pairs(graph).map { 2 * $0 }) < 1e-9)
      }
    }

    @Test("A leaf added to a connected graph passes all its dealings through its neighbour")
    func leaf() throws {
      let karate = KnownGraphs.karate
      let grown = karate.withIsolatedNode().adding([NodePair(5, 34)])
      let before = try pairs(karate)
      let after = try pairs(grown)
      #expect(after[34] == 0)
      #expect(abs(after[5] - before[5] - 33) < 1e-9)
    }

    @Test("Nodes that the graph does not tell apart score alike")
    func symmetry() throws {
      for graph in [KnownGraphs.cycle(9), KnownGraphs.cycle(8, isDirected: true), KnownGraphs.complete(7)] {
        let values = try pairs(graph)
        #expect(largestDifference(values, values.map { _ in values[0] }) < 1e-12)
      }
      let kite = try pairs(KnownGraphs.kite)
      #expect(abs(kite[0] - kite[1]) < 1e-12)
      #expect(abs(kite[5] - kite[6]) < 1e-12)
    }
  }

  @Suite("Against a list of all shortest paths")
  struct Checker {
    @Test("All graphs of up to 6 nodes, directed ones up to 4")
    func allSmallGraphs() throws {
      for graph in AllGraphs.small {
        try expectEnumeration(on: graph)
      }
    }

    @Test("Random graphs with lengths, loops, parallels and several components", arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws {
      try expectEnumeration(on: graph)
      try expectEnumeration(on: graph.withoutColumns())
    }

    private func expectEnumeration(on graph: CSRGraph) throws {
      let ordered = SlowPaths(graph, usesLengths: graph.lengths != nil).orderedBetweenness()
      let expected = graph.isDirected ? ordered : ordered.map { $0 / 2 }
      #expect(largestDifference(try pairs(graph), expected) < 1e-9, "\(graph.pairs)")
      let count = Double((graph.nodeCount - 1) * (graph.nodeCount - 2))
      let fractions = ordered.map { graph.nodeCount < 3 ? 0 : $0 / count }
      #expect(largestDifference(try Betweenness().run(on: graph).values, fractions) < 1e-9)
    }
  }

  @Suite("Ties and counts")
  struct Ties {
    @Test("1/3 + 1/3 + 1/3 and 1 tie, whatever the order of the edges")
    func thirds() throws {
      let third = 1.0 / 3
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3), NodePair(3, 4)]
      let graph = CSRGraph(
        nodeCount: 5, edges: edges, isDirected: false, columns: EdgeColumns(lengths: [third, third, third, 1, 1]))
      let scores = try pairs(graph)
      // Half of the ways of the pairs (0, 3) and (0, 4) take the chain over 1 and 2.
      #expect(scores == [0, 2, 3, 3, 0])
      for seed in 0..<20 { #expect(try pairs(graph.shuffled(seed: UInt64(seed))) == scores) }
    }

    @Test("0.1 + 0.2 and 0.3 tie at every scale")
    func tenths() throws {
      let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(0, 2)]
      for scale in [1e-200, 1e-9, 1, 7, 1e9, 1e200] {
        let graph = CSRGraph(
          nodeCount: 3, edges: edges, isDirected: false,
          columns: EdgeColumns(lengths: [0.1 * scale, 0.2 * scale, 0.3 * scale]))
        #expect(try pairs(graph) == [0, 0.5, 0])
      }
    }

    @Test("A difference larger than rounding is a difference")
    func differences() throws {
      let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)]
      let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: false)
      #expect(try pairs(graph.withLengths([1, 2 + 1e-9, 1])) == [0, 1, 0])
      #expect(try pairs(graph.withLengths([1, 2 - 1e-9, 1])) == [0, 0, 0])
      #expect(try pairs(graph.withLengths([1, 2 + 1e-13, 1])) == [0, 0.5, 0])
    }

    @Test("Parallel edges are separate paths")
    func parallels() throws {
      let edges = [NodePair(0, 1), NodePair(0, 1), NodePair(1, 3), NodePair(0, 2), NodePair(2, 3)]
      let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: true)
      #expect(largestDifference(try pairs(graph), [0, 2.0 / 3, 1.0 / 3, 0]) < 1e-12)
    }

    @Test("More paths than 64 bits count: a chain of 700 doubled edges")
    func manyPaths() throws {
      let edges = (0..<700).flatMap { [NodePair($0, $0 + 1), NodePair($0, $0 + 1)] }
      let values = try pairs(CSRGraph(nodeCount: 701, edges: edges, isDirected: true))
      #expect(values == (0...700).map { Double($0 * (700 - $0)) })
    }

    @Test("Paths beyond all numbers are refused, never counted as infinite")
    func tooManyPaths() {
      let edges = (0..<1100).flatMap { [NodePair($0, $0 + 1), NodePair($0, $0 + 1)] }
      let graph = CSRGraph(nodeCount: 1101, edges: edges, isDirected: true)
      #expect {
        try Betweenness().run(on: graph)
      } throws: { error in
        guard case .limitExceeded(let what, _, _)? = error as? AlgorithmError else { return false }
        return "\(what)".contains("paths")
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs score 0")
    func trivial() throws {
      for graph in KnownGraphs.trivial(isDirected: false) + KnownGraphs.trivial(isDirected: true) {
        #expect(try Betweenness().run(on: graph).values == [Double](repeating: 0, count: graph.nodeCount))
        #expect(try pairs(graph) == [Double](repeating: 0, count: graph.nodeCount))
      }
    }

    @Test("Lengths must be there, above 0, finite, and not vanish")
    func lengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try Betweenness(scale: .pairs, metric: .lengths).run(on: path)
      }
      for bad: Double in [0, -1, .infinity, -.infinity] {
        #expect(
          throws: AlgorithmError.unfitValue(column: .length, edge: 1, value: bad, needed: "a finite length above 0")
        ) { try Betweenness().run(on: path.withLengths([1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try Betweenness().run(on: path.withLengths([.nan, 1])) }
      #expect(throws: AlgorithmError.self) { try Betweenness().run(on: path.withLengths([1, 1e-20])) }
      #expect(throws: AlgorithmError.self) { try Betweenness().run(on: path.withLengths([1e308, 1e308])) }
      #expect(throws: Never.self) { try Betweenness(scale: .pairs, metric: .steps).run(on: path.withLengths([0, -1])) }
    }

    @Test("Stops when cancelled")
    func cancelled() {
      #expect(throws: AlgorithmError.cancelled) { try Betweenness().run(on: KnownGraphs.kite, in: .cancelled) }
    }

    @Test("Options are set from text")
    func parameters() {
      expectParameters(
        of: Betweenness(), ["scale": ["pairs", "fraction"], "metric": ["steps", "lengths", "automatic"]])
    }

    @Test("Scores say what they are")
    func labels() throws {
      let graph = KnownGraphs.path(3, isDirected: true).withLengths([1, 2])
      let scores = try Betweenness(scale: .pairs).run(on: graph)
      #expect(scores.scale == "pairs")
      #expect(scores.weights == .length)
      #expect(scores.direction == .out)
    }
  }
}

private func pairs(_ graph: CSRGraph) throws -> [Double] {
  try Betweenness(scale: .pairs).run(on: graph).values
}
