import Foundation
import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// How large the graphs of the cases of size are.
enum TestSize {
  /// Whether the environment variable ACTORGRAPH_FULL_SIZE asks for the sizes of the list; otherwise a tenth or less, so
  /// that an unoptimised build is done in seconds.
  static let isFull = ProcessInfo.processInfo.environment["ACTORGRAPH_FULL_SIZE"] != nil

  static func of(_ full: Int, otherwise small: Int) -> Int { isFull ? full : small }
}

/// Cases of size N12–N16 of the project's list.
@Suite("Cases of size")
struct SizeCasesTests {
  @Test("N12 A star of very many leaves: the centre is between all of them, exactly")
  func n12() throws {
    let leaves = TestSize.of(10_000_000, otherwise: 30_000)
    let star = KnownGraphs.star(leaves)
    #expect(try Degree().run(on: star).values[0] == Double(leaves))
    #expect(try Coreness().run(on: star).values.allSatisfy { $0 == 1 })
    #expect(try WeakComponents().run(on: star).groupCount == 1)
    #expect(try StrongComponents().run(on: star).groupCount == 1)
    #expect(try Bridges().run(on: star).edges.count == leaves)
    #expect(try ArticulationPoints().run(on: star).values[0] == Double(leaves - 1))
    #expect(try Triangles().run(on: star).values.allSatisfy { $0 == 0 })
    #expect(try LocalClustering().run(on: star).values[0] == 0)
    #expect(try Transitivity().run(on: star).connectedTriples == Double(leaves) * Double(leaves - 1) / 2)
    #expect(try BreadthFirst(from: 1).run(on: star).distances[leaves] == 2)
    // All pairs at once would be leaves² steps; from a few sources each pair of theirs counts.
    let some = SubsetBetweenness(from: [1, 2], to: Array(1...leaves), scale: .pairs)
    #expect(try some.run(on: star).values[0] == 2 * Double(leaves) - 3)
    let whole = try Betweenness(scale: .pairs).run(on: KnownGraphs.star(3000), in: RunContext(threads: 2))
    #expect(whole.values[0] == 3000 * 2999 / 2)
  }

  @Test("N13 A path of very many nodes on a thread with a small stack: nothing depends on how deep it is")
  func n13() async throws {
    let count = TestSize.of(1_000_000, otherwise: 100_000)
    let found = try await onSmallStack { try Self.depths(count) }
    let n = Double(count)
    #expect(found == [n, 1, 1, n - 1, n - 1, n - 2, n - 1, n - 1, n, n, n - 1, 1, n, n - 1, n - 1])
    #expect(try await onSmallStack { [try Leiden(rounds: 1).run(on: KnownGraphs.path(count)).quality] }[0] > 0.9)
  }

  /// What deep searches find on a path.
  private static func depths(_ count: Int) throws -> [Double] {
    let path = KnownGraphs.path(count)
    let directed = KnownGraphs.path(count, isDirected: true)
    let lengths = [Double](repeating: 1, count: count - 1)
    let search = try BreadthFirst(from: 0).run(on: path)
    let condensed = try Condensation().run(on: directed)
    return [
      Double(try StrongComponents().run(on: directed).groupCount),
      Double(try StrongComponents().run(on: path).groupCount),
      Double(try WeakComponents().run(on: directed).groupCount), Double(condensed.layers[count - 1]),
      Double(try Bridges().run(on: path).edges.count), try ArticulationPoints().run(on: path).values.reduce(0, +),
      Double(try DominatorTree(from: 0).run(on: directed).dominatedCounts[0]), search.distances[count - 1],
      Double(search.path(to: count - 1)?.nodes.count ?? 0), try Coreness().run(on: path).values.reduce(0, +),
      Double(try MinimumSpanningTree().run(on: path).edges.count),
      try MaximumFlow(from: 0, to: count - 1).run(on: path).value,
      try TrophicLevel().run(on: directed).values[count - 1],
      try Dijkstra(from: 0).run(on: path.withLengths(lengths)).distances[count - 1],
      try BellmanFord(from: 0).run(on: directed.withLengths(lengths)).distances[count - 1],
    ]
  }

  @Test("N14 Very many parallel edges, very many loops, and a complete graph")
  func n14() throws {
    let count = TestSize.of(1_000_000, otherwise: 50_000)
    for isDirected in [false, true] {
      let parallels = CSRGraph(
        nodeCount: 3, edges: (0..<count).map { NodePair($0 % 2, $0 % 2 + 1) }, isDirected: isDirected)
      let loops = CSRGraph(
        nodeCount: 2, edges: (0..<count).map { _ in NodePair(0, 0) } + [NodePair(0, 1)], isDirected: isDirected)
      for graph in [parallels, loops] {
        #expect(try WeakComponents().run(on: graph).groupCount == 1)
        #expect(try Coreness().run(on: graph).values.count == graph.nodeCount)
        #expect(try Density().run(on: graph).tiedPairs == graph.nodeCount - 1)
        #expect(try Transitivity().run(on: graph).triangles == 0)
        #expect(try Bridges().run(on: graph).edges.count == (graph.nodeCount == 2 ? 1 : 0))
        #expect(abs(try PageRank(damping: 0.5).run(on: graph).values.reduce(0, +) - 1) <= 1e-12)
        #expect(try BurtConstraint().run(on: graph).values.count == graph.nodeCount)
        #expect(try TriadCensus().run(on: graph).counts.reduce(0, +) == graph.nodeCount - 2)
        #expect(try Leiden().run(on: graph).quality.isFinite)
        #expect(
          try EdgeDisjointPaths(from: 0, to: 1).run(on: graph).paths.count == (graph.nodeCount == 2 ? 1 : count / 2))
      }
      #expect(largestDifference(try Betweenness(scale: .pairs).run(on: parallels).values, [0, 1, 0]) <= 1e-12)
    }
    let complete = KnownGraphs.complete(TestSize.of(2000, otherwise: 300))
    let others = Double(complete.nodeCount - 1)
    #expect(try Coreness().run(on: complete).values.allSatisfy { $0 == others })
    #expect(try Triangles().run(on: complete).values.allSatisfy { $0 == others * (others - 1) / 2 })
    #expect(try Betweenness().run(on: KnownGraphs.complete(200)).values.allSatisfy { $0 == 0 })
  }

  @Test("N15 Iterations that could go on for ever end: with an answer, or by saying that there is none")
  func n15() throws {
    // Periodic: on a bipartite graph or a circle plain powers of the matrix never settle.
    let periodic = [
      KnownGraphs.star(6), KnownGraphs.cycle(8), KnownGraphs.cycle(7, isDirected: true), KnownGraphs.path(2),
    ]
    for graph in periodic {
      #expect(try Eigenvector().run(on: graph).convergence?.isConverged == true)
      #expect(try PageRank(damping: 0.999, iterations: 100_000).run(on: graph).convergence?.isConverged == true)
      #expect(try Hubs().run(on: graph).convergence?.isConverged == true)
      #expect(try Katz().run(on: graph).convergence?.isConverged == true)
      #expect(try LabelPropagation().run(on: graph).convergence.iterations <= 100)
      #expect(try Louvain(runs: 3).run(on: graph).quality.isFinite)
      #expect(try Leiden(rounds: 50, runs: 3).run(on: graph).quality.isFinite)
      #expect(try ConsensusPartition(runs: 6).run(on: graph).convergence.iterations <= 20)
    }
    let chain = KnownGraphs.path(40)
    let impatient: [any NodeMeasure] = [
      Eigenvector(direction: .in, tolerance: 1e-15, iterations: 3),
      PageRank(damping: 0.9, tolerance: 1e-15, iterations: 3),
      Hubs(scale: .sum, tolerance: 1e-15, iterations: 3), Katz(alpha: 0.9, tolerance: 1e-15, iterations: 3),
    ]
    for measure in impatient {
      #expect {
        _ = try measure.run(on: chain)
      } throws: { error in
        guard case .notConverged(let end)? = error as? AlgorithmError else { return false }
        return end.iterations == 3 && !end.isConverged && end.residual > 0
      }
    }
  }

  @Test("N16 Whoever is cancelled before the start says so", arguments: Subject.all)
  func n16(subject: Subject) throws {
    let recipe = GraphRecipe(nodes: 10, edges: 30, isDirected: subject.needs.contains(.directed), weightSteps: 3)
    let question = Question(RandomGraphs.graph(recipe, seed: 16))
    question.context.cancellation.cancel()
    #expect(try subject.answer(question).refusal == "cancelled", "\(subject.name)")
  }

  @Test("N16 Whoever is cancelled on the way stops", arguments: Subject.all.filter { !$0.isQuick })
  func n16OnTheWay(subject: Subject) throws {
    let recipe = GraphRecipe(nodes: 400, edges: 1600, isDirected: subject.needs.contains(.directed), weightSteps: 4)
    let ones = RandomGraphs.graph(recipe, seed: 16)
    let signs = (0..<ones.edgeCount).map { Int8($0 % 3 == 0 ? -1 : 1) }
    let graph = ones.replacing(
      columns: EdgeColumns(
        lengths: ones.lengths, strengths: ones.strengths, signs: signs,
        signedStrengths: zip(signs, ones.strengths ?? []).map { Double($0) * $1 }))
    let question = Question(graph)
    let cancellation = question.context.cancellation
    // A thread of its own, because the test may occupy the last of those that run tasks.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.005)
      cancellation.cancel()
    }
    let answer = try subject.answer(question)
    // On a fast machine it may be done before.
    let isDone = answer.refusal == nil
    #expect(isDone || answer.refusal == "cancelled", "\(subject.name): \(answer.refusal ?? "")")
  }

  /// Runs on a thread whose stack has 512 KiB.
  private func onSmallStack(_ work: @escaping @Sendable () throws -> [Double]) async throws -> [Double] {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<[Double], any Error>) in
      let thread = Thread { continuation.resume(with: Result { try work() }) }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }
}

extension Subject {
  /// Whether it looks at each tie once and no more.
  var isQuick: Bool { lengthPower == nil || traits.contains(.asksRoles) }
}
