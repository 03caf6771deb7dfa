import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Eigenvector centrality")
struct EigenvectorTests {
  @Suite("Known values")
  struct Known {
    @Test("Closed forms: path of three, star, complete graph, ring")
    func closedForms() throws {
      let half = 0.5.squareRoot()
      #expect(largestDifference(try Eigenvector().run(on: KnownGraphs.path(3)).values, [half, 1, half]) < 1e-10)
      let star = try Eigenvector().run(on: KnownGraphs.star(9)).values
      #expect(largestDifference(star, [1] + [Double](repeating: 1.0 / 3, count: 9)) < 1e-10)
      for graph in [KnownGraphs.complete(5), KnownGraphs.cycle(6), KnownGraphs.cycle(7, isDirected: true)] {
        #expect(try Eigenvector().run(on: graph).values == [Double](repeating: 1, count: graph.nodeCount))
      }
    }

    // python-igraph 1.0.0: eigenvector_centrality(); NetworkX 3.6.1 eigenvector_centrality(karate, tol=1e-15) agrees
    // after division by its largest.
    @Test("In the karate club member 34 leads before 1")
    func karate() throws {
      let expected = [
        0.95213236647665667, 0.71233513912022051, 0.84955420046530283, 0.56561430665143364, 0.20347148081669686,
        0.21288382887336962, 0.21288382887336962, 0.45789093376309387, 0.60906844193371967, 0.27499811549166542,
        0.20347148081669697, 0.14156633334336952, 0.22566382472001484, 0.60657439241625632, 0.27159395671558223,
        0.27159395671558223, 0.063304607936441007, 0.24747878554794536, 0.27159395671558223, 0.39616224420110768,
        0.27159395671558223, 0.24747878554794536, 0.27159395671558223, 0.40207086071906306, 0.15280670199638205,
        0.15857597121259956, 0.20242851671929152, 0.35749923064523448, 0.35107297155069556, 0.36147301490679995,
        0.46806481142335632, 0.51165648652613105, 0.82665885752050161, 1,
      ]
      let scores = try Eigenvector().run(on: KnownGraphs.karate)
      #expect(largestDifference(scores.values, expected) < 1e-9)
      #expect(scores.convergence?.isConverged == true)
    }

    // NetworkX 3.6.1: eigenvector_centrality_numpy(kite)
    @Test("The kite, squares adding up to 1")
    func kite() throws {
      let expected = [
        0.35220939681663527, 0.3522093968166351, 0.28583499139087215, 0.48102085827280883, 0.28583499139087171,
        0.39769063647016989, 0.39769063647016967, 0.19586058302781101, 0.048073485026282094, 0.011163255309775466,
      ]
      let scores = try Eigenvector(direction: .in, scale: .unit).run(on: KnownGraphs.kite)
      #expect(largestDifference(scores.values, expected) < 1e-9)
      #expect(scores.scale == "unit")
    }

    // python-igraph 1.0.0: eigenvector_centrality(weights="weight")
    @Test("Les Misérables by strength")
    func lesMiserables() throws {
      let values = try Eigenvector().run(on: KnownGraphs.lesMiserables).values
      #expect(values[11] == 1)
      #expect(abs(values[0] - 0.09524743990012456) < 1e-9)
      #expect(abs(values[48] - 0.3588535064462563) < 1e-9)
      #expect(abs(values[58] - 0.6711263800084003) < 1e-9)
    }

    // python-igraph 1.0.0: eigenvector_centrality(directed=True, weights="weight"), and unweighted, where it gives
    // 1.5e-08 for the ring of three; NetworkX 3.6.1 does not converge there.
    @Test("The ring that dominates passes its standing on; a ring upstream of an equal one has none")
    func directed() throws {
      let weighted = [
        0.15353103782869995, 0.084491386226275889, 0.092994803492473882, 0.60149822075867121, 1, 0.55032120814910468, 0,
      ]
      #expect(largestDifference(try Eigenvector().run(on: SampleGraphs.twoRings).values, weighted) < 1e-9)
      let unweighted = try Eigenvector(direction: .in, weight: .none).run(on: SampleGraphs.twoRings)
      #expect(largestDifference(unweighted.values, [0, 0, 0, 1, 1, 1, 0]) < 1e-10)
    }

    // python-igraph 1.0.0: Graph(n=3, edges=[(0,0),(0,1),(1,2)]).eigenvector_centrality(); NetworkX 3.6.1 counts the
    // loop once.
    @Test("An undirected loop counts twice, as in the degree")
    func loop() throws {
      let graph = CSRGraph(
        nodeCount: 3, edges: [NodePair(0, 0), NodePair(0, 1), NodePair(1, 2)], isDirected: false)
      let expected = [1, 0.48119430409201563, 0.19393656647463034]
      #expect(largestDifference(try Eigenvector().run(on: graph).values, expected) < 1e-9)
    }

    // python-igraph 1.0.0: eigenvector_centrality() on the 16 families.
    @Test("An isolated node scores 0")
    func florentine() throws {
      let values = try Eigenvector().run(on: KnownGraphs.florentine).values
      #expect(values[8] == 1)
      #expect(values[11] == 0)
      #expect(abs(values[14] - 0.82726877170369884) < 1e-9)
    }
  }

  @Suite("Properties")
  struct Properties {
    private static let defined = RandomGraphs.assortment.filter { (try? Eigenvector().run(on: $0)) != nil }

    @Test("Most of the assortment has an answer")
    func coverage() { #expect(Self.defined.count >= 20) }

    @Test("Same scores whatever the threads, the order of edges and the numbers of nodes")
    func invariance() throws {
      for graph in Self.defined { try expectInvariance(of: Eigenvector(), on: graph, tolerance: 1e-9) }
    }

    @Test("Strengths times a power of two, and an isolated node, change no bit")
    func neutralChanges() throws {
      for graph in Self.defined {
        let values = try Eigenvector().run(on: graph).values
        #expect(try Eigenvector().run(on: graph.scaled(by: 0x1p40)).values == values)
        #expect(try Eigenvector().run(on: graph.withIsolatedNode()).values == values + [0])
        #expect(try Eigenvector(direction: .out).run(on: graph.reversed().graph).values == values)
        #expect(values.max() == 1)
        #expect(values.allSatisfy { $0 >= 0 })
        let unit = try Eigenvector(direction: .in, scale: .unit).run(on: graph).values
        #expect(abs(unit.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
      }
    }

    @Test("Either way along directed edges is as if they had no direction")
    func eitherWay() throws {
      for graph in RandomGraphs.assortment where graph.isDirected {
        let undirected = CSRGraph(nodeCount: graph.nodeCount, edges: graph.pairs, isDirected: false)
        let all = try? Eigenvector(direction: .all).run(on: graph.withoutColumns()).values
        #expect(all == (try? Eigenvector().run(on: undirected).values))
      }
    }
  }

  @Suite("Against dense linear algebra")
  struct Checker {
    @Test("All graphs of up to 6 nodes, directed ones up to 4: the same answer, or none")
    func allSmallGraphs() throws {
      for graph in AllGraphs.small { try expectDense(on: graph) }
    }

    @Test(arguments: RandomGraphs.assortment)
    func randomGraphs(graph: CSRGraph) throws { try expectDense(on: graph) }

    private func expectDense(on graph: CSRGraph) throws {
      guard graph.nodeCount > 0 else { return }
      if let expected = SlowWalks.eigenvector(graph, usesStrengths: graph.strengths != nil) {
        #expect(largestDifference(try Eigenvector().run(on: graph).values, expected) < 1e-9, "\(graph.pairs)")
      } else {
        #expect(throws: AlgorithmError.self, "\(graph.pairs)") { try Eigenvector().run(on: graph) }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    private func isUndefined(_ graph: CSRGraph, naming words: [String]) -> Bool {
      do {
        _ = try Eigenvector().run(on: graph)
        return false
      } catch {
        guard case .undefined = error else { return false }
        return words.allSatisfy { error.description.contains($0) }
      }
    }

    @Test("Without a cycle it is not defined, and Katz and PageRank are the way out")
    func acyclic() {
      #expect(isUndefined(KnownGraphs.path(4, isDirected: true), naming: ["cycle", "Katz", "PageRank"]))
      #expect(isUndefined(KnownGraphs.star(3, isDirected: true), naming: ["Katz", "PageRank"]))
      #expect(isUndefined(KnownGraphs.path(1), naming: ["Katz", "PageRank"]))
    }

    @Test("Equally dominant parts leave it open")
    func equalParts() {
      #expect(isUndefined(KnownGraphs.cycle(3).union(KnownGraphs.cycle(5)), naming: ["node 0", "node 3", "Katz"]))
      #expect(isUndefined(KnownGraphs.path(2).union(KnownGraphs.path(2)), naming: ["equally dominant"]))
      #expect(!isUndefined(KnownGraphs.cycle(3).union(KnownGraphs.path(2)), naming: []))
    }

    @Test("Trivial graphs: nothing for no node, refusal without ties, an answer for a loop")
    func trivial() throws {
      let results = KnownGraphs.trivial(isDirected: false).map { try? Eigenvector().run(on: $0).values }
      #expect(results == [[], nil, nil, [1, 1], [1], nil])
    }

    @Test("Options out of their range, and too few rounds")
    func options() {
      for tolerance: Double in [0, -1, .nan] {
        #expect(throws: AlgorithmError.self) {
          try Eigenvector(direction: .in, tolerance: tolerance).run(on: KnownGraphs.kite)
        }
      }
      #expect(throws: AlgorithmError.self) { try Eigenvector(direction: .in, iterations: 0).run(on: KnownGraphs.kite) }
      #expect {
        try Eigenvector(direction: .in, iterations: 4).run(on: KnownGraphs.kite)
      } throws: { error in
        guard case .notConverged(let convergence)? = error as? AlgorithmError else { return false }
        return convergence.iterations == 4 && convergence.residual > 1e-12
      }
    }

    @Test("Strengths must be there, above 0, finite and of a size to add")
    func strengths() {
      let path = KnownGraphs.path(3)
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try Eigenvector(direction: .in, weight: .strengths).run(on: path)
      }
      for bad: Double in [0, -2, .infinity, .nan] {
        #expect(throws: AlgorithmError.self) { try Eigenvector().run(on: path.withStrengths([1, bad])) }
      }
      #expect(throws: AlgorithmError.self) { try Eigenvector().run(on: path.withStrengths([1e308, 1e308])) }
    }

    @Test("Stops when cancelled; options are set from text")
    func running() {
      #expect(throws: AlgorithmError.cancelled) { try Eigenvector().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(
        of: Eigenvector(),
        [
          "direction": ["out", "in", "all"], "scale": ["unit", "maximum"],
          "weight": ["none", "strengths", "automatic"], "tolerance": ["1e-06"], "iterations": ["5"],
        ])
    }
  }
}
