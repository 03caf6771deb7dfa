import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("PageRank")
struct PageRankTests {
  @Suite("Known values")
  struct Known {
    @Test("A pair, a ring and a complete graph share alike")
    func symmetric() throws {
      for graph in [KnownGraphs.path(2), KnownGraphs.cycle(7, isDirected: true), KnownGraphs.complete(5)] {
        let share = 1 / Double(graph.nodeCount)
        let values = try PageRank().run(on: graph).values
        #expect(largestDifference(values, values.map { _ in share }) < 1e-12)
      }
    }

    @Test("A directed pair: the second has 1 + α shares for each of the first's 1")
    func pair() throws {
      let values = try PageRank(damping: 0.5).run(on: KnownGraphs.path(2, isDirected: true)).values
      #expect(largestDifference(values, [0.4, 0.6]) < 1e-12)
    }

    // NetworkX 3.6.1: pagerank(karate, tol=1e-16, max_iter=10000); python-igraph 1.0.0 pagerank() agrees.
    @Test("In the karate club members 34, 1 and 33 lead")
    func karate() throws {
      let expected = [
        0.096997285388295579, 0.052876924061145955, 0.057078509488461993, 0.03585985778641157, 0.02197795236458986,
        0.029111154678370624, 0.029111154678370624, 0.024490497035282503, 0.029766056081016876, 0.014309397129032859,
        0.021977952364589857, 0.0095647454921355714, 0.014644892011877218, 0.029536456151913741, 0.014535993997921142,
        0.014535993997921142, 0.016784005444189939, 0.014558677209021584, 0.014535993997921142, 0.019604636325652822,
        0.014535993997921142, 0.014558677209021584, 0.014535993997921142, 0.031522514776677737, 0.021076033559222655,
        0.021006197394492832, 0.01504403808272543, 0.025639767482847794, 0.019573459463828401, 0.026288537695114626,
        0.02459015524858002, 0.037158087069145078, 0.071693226005753896, 0.10091918233262502,
      ]
      let scores = try PageRank().run(on: KnownGraphs.karate)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(scores.scale == "probability")
      #expect(scores.convergence?.isConverged == true)
    }

    // NetworkX 3.6.1: pagerank(G, weight=None, tol=1e-16, …) and pagerank(G, weight="weight", …); python-igraph 1.0.0
    // pagerank() and pagerank(weights="weight") agree.
    @Test("A directed graph with nodes without way out, unweighted and by strength")
    func directed() throws {
      let expected = [
        0.098523915515120797, 0.088561210272339153, 0.12196557490990111, 0.21317014462757725, 0.26975583320577967,
        0.16133477529086929, 0.04668854617841281,
      ]
      let unweighted = try PageRank(damping: 0.85, weight: .none).run(on: SampleGraphs.twoRings)
      #expect(largestDifference(unweighted.values, expected) < 1e-12)
      #expect(unweighted.weights == nil)
      let weighted = [
        0.1159249134752102, 0.067999087474102368, 0.10609107653630365, 0.19547951956090243, 0.29327838497322667,
        0.17293516579693791, 0.048291852183316636,
      ]
      let scores = try PageRank().run(on: SampleGraphs.twoRings)
      #expect(largestDifference(scores.values, weighted) < 1e-12)
      #expect(scores.weights == .strength)
    }

    // python-igraph 1.0.0: Graph(n=3, edges=[(0,0),(0,1),(1,2)]).pagerank(); NetworkX 3.6.1 counts the loop once and
    // gives 0.3817, 0.3988, 0.2195.
    @Test("An undirected loop counts twice, as in the degree")
    func loop() throws {
      let graph = CSRGraph(
        nodeCount: 3, edges: [NodePair(0, 0), NodePair(0, 1), NodePair(1, 2)], isDirected: false)
      let expected = [0.45563549160671457, 0.34692246203037563, 0.19744204636290966]
      #expect(largestDifference(try PageRank().run(on: graph).values, expected) < 1e-12)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Same scores whatever the threads, the order of edges and the numbers of nodes", arguments: 0..<33)
    func invariance(index: Int) throws {
      try expectInvariance(of: PageRank(), on: RandomGraphs.assortment[index], tolerance: 1e-11)
    }

    @Test("Same bits at any number of threads on many chunks of nodes")
    func threads() throws {
      let recipe = GraphRecipe(nodes: 30_000, edges: 90_000, isDirected: true, weightSteps: 5)
      let graph = RandomGraphs.graph(recipe, seed: 4)
      let measure = PageRank(damping: 0.5, tolerance: 1e-6)
      let scores = try measure.run(on: graph)
      for threads in [2, 8] { #expect(try measure.run(on: graph, in: RunContext(threads: threads)) == scores) }
      #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12)
      // Another round, from the definition: it changes no more than the last one did.
      var next = [Double](repeating: 0, count: graph.nodeCount)
      var stranded = 0.0
      let strengths = graph.strengths ?? []
      for node in 0..<graph.nodeCount {
        let arcs = graph.out.range(of: node)
        let sum = arcs.reduce(0) { $0 + strengths[graph.out.edge(ofArc: $1)] }
        if arcs.isEmpty { stranded += scores.values[node] }
        for arc in arcs {
          next[Int(graph.out.targets[arc])] += scores.values[node] * strengths[graph.out.edge(ofArc: arc)] / sum
        }
      }
      let share = (0.5 + 0.5 * stranded) / Double(graph.nodeCount)
      let change = zip(next, scores.values).reduce(0) { $0 + abs(share + 0.5 * $1.0 - $1.1) }
      #expect(change < 1e-6)
    }

    @Test("Scores add up to 1, and none is below a new start's share", arguments: RandomGraphs.assortment)
    func sums(graph: CSRGraph) throws {
      let values = try PageRank().run(on: graph).values
      #expect(abs(values.reduce(0, +) - 1) < 1e-12)
      #expect(values.allSatisfy { $0 >= 0.15 / Double(graph.nodeCount) * (1 - 1e-12) })
    }

    @Test("Strengths times a power of two change no bit", arguments: RandomGraphs.assortment)
    func scaling(graph: CSRGraph) throws {
      #expect(try PageRank().run(on: graph.scaled(by: 0x1p40)).values == PageRank().run(on: graph).values)
    }

    @Test("Without damping all nodes are alike")
    func noDamping() throws {
      let values = try PageRank(damping: 0).run(on: KnownGraphs.star(3)).values
      #expect(values == [0.25, 0.25, 0.25, 0.25])
    }

    @Test("An undirected graph is one with both directions of every edge")
    func asDirected() throws {
      for graph in RandomGraphs.assortment where !graph.isDirected && graph.pairs.allSatisfy({ $0.source != $0.target })
      {
        let difference = largestDifference(
          try PageRank().run(on: graph.asDirected()).values, try PageRank().run(on: graph).values)
        #expect(difference < 1e-11)
      }
    }
  }

  @Suite("Against the solution of the linear equations")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small { try expectSolution(on: graph) }
    }

    @Test(arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws { try expectSolution(on: graph) }

    private func expectSolution(on graph: CSRGraph) throws {
      for damping in [0.3, 0.85] {
        let expected = SlowWalks.pageRank(graph, damping: damping, usesStrengths: graph.strengths != nil)
        #expect(
          largestDifference(try PageRank(damping: damping).run(on: graph).values, expected) < 1e-11, "\(graph.pairs)")
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs")
    func trivial() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try PageRank().run(on: $0).values }
          == [[], [1], [0.5, 0.5], [0.5, 0.5], [1], [0.25, 0.25, 0.25, 0.25]])
    }

    @Test("Options out of their range", arguments: [-0.1, 1, 1.5, .nan, .infinity])
    func damping(damping: Double) {
      #expect(throws: AlgorithmError.self) { try PageRank(damping: damping).run(on: KnownGraphs.kite) }
    }

    @Test("A tolerance of 0 and no rounds are refused")
    func limits() {
      for tolerance: Double in [0, -1, .nan, .infinity] {
        #expect(throws: AlgorithmError.self) {
          try PageRank(damping: 0.85, tolerance: tolerance).run(on: KnownGraphs.kite)
        }
      }
      #expect(
        throws: AlgorithmError.invalidParameter(name: "iterations", value: "0", needed: "a whole number from 1")
      ) { try PageRank(damping: 0.85, iterations: 0).run(on: KnownGraphs.kite) }
    }

    @Test("Too few rounds are an error that says how far it got")
    func notConverged() {
      #expect {
        try PageRank(damping: 0.85, iterations: 3).run(on: KnownGraphs.kite)
      } throws: { error in
        guard case .notConverged(let convergence)? = error as? AlgorithmError else { return false }
        return convergence.iterations == 3 && convergence.residual > 1e-12 && !convergence.isConverged
      }
    }

    @Test("Strengths must be there, above 0, finite and of a size to add and divide by")
    func strengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try PageRank(damping: 0.85, weight: .strengths).run(on: path)
      }
      for bad: Double in [0, -2, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try PageRank().run(on: path.withStrengths([1, bad])) }
      }
      for extreme in [1e308, Double.leastNonzeroMagnitude] {
        #expect(throws: AlgorithmError.self) { try PageRank().run(on: path.withStrengths([extreme, extreme])) }
      }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) { try PageRank().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(
        of: PageRank(),
        [
          "damping": ["0.5", "0.0"], "tolerance": ["1e-06", "0.01"], "iterations": ["7", "100"],
          "weight": ["none", "strengths", "automatic"],
        ])
      #expect(
        PageRank.parameters.allSatisfy { parameter in
          var changed = PageRank()
          return !parameter.write(&changed, "-1")
        })
    }
  }
}
