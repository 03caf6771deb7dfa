import GraphAlgorithms
import GraphCore

/// Something to time, with its answer checked first.
struct BenchmarkCase {
  /// The name that the timings of other programs use too.
  let name: String
  /// How many times as fast as the fastest other program it must be; `nil` where nothing is required.
  let required: Double?
  /// How often to run it; the best counts.
  let runs: Int
  /// Runs it once and compares the answer.
  let check: () throws -> Void
  /// Runs it once.
  let work: () throws -> Void

  init<Answer>(
    _ name: String, required: Double? = nil, runs: Int = 5, work: @escaping () throws -> Answer,
    check: @escaping (Answer) throws -> Void
  ) {
    self.name = name
    self.required = required
    self.runs = runs
    self.check = { try check(try work()) }
    self.work = { _ = try work() }
  }
}

/// The cases on the graph of 10,000 actors, where every pair counts.
struct ActorCases {
  let graph: CSRGraph
  /// The same ties without direction, those of a pair added up.
  let undirected: CSRGraph
  let context: RunContext

  init(_ graph: CSRGraph, _ context: RunContext) throws {
    self.graph = graph
    self.context = context
    undirected = graph.undirected()
    try Check.equal(graph.digest(), FrozenAnswers.actors)
  }

  var all: [BenchmarkCase] { steps + lengths + rest }

  private var steps: [BenchmarkCase] {
    [
      BenchmarkCase("actors-10k betweenness", required: 4, runs: 3) {
        try Betweenness(scale: .pairs, metric: .steps).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.betweenness)
      },
      BenchmarkCase("actors-10k harmonic", required: 8) {
        try HarmonicCloseness(direction: .out, scale: .sum, metric: .steps).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.harmonic)
      },
      BenchmarkCase("actors-10k closeness") {
        try Closeness(direction: .out, scale: .component, metric: .steps).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.closeness)
      },
    ]
  }

  private var lengths: [BenchmarkCase] {
    [
      BenchmarkCase("actors-10k betweenness weighted", required: 2.5, runs: 3) {
        try Betweenness(scale: .pairs, metric: .lengths).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.weightedBetweenness)
      },
      BenchmarkCase("actors-10k harmonic weighted", required: 2, runs: 3) {
        try HarmonicCloseness(direction: .out, scale: .sum, metric: .lengths).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.weightedHarmonic)
      },
      BenchmarkCase("actors-10k yen k=10", required: 1) {
        try KShortestPaths(from: 0, to: graph.nodeCount / 2, count: 10, metric: .lengths).run(on: graph, in: context)
      } check: {
        try Check.equal($0.map(\.length), FrozenAnswers.shortestPaths)
      },
    ]
  }

  private var rest: [BenchmarkCase] {
    [
      BenchmarkCase("actors-10k pagerank") {
        try PageRank(damping: 0.85, weight: .strengths).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.squares($0), FrozenAnswers.actorsPageRank)
      },
      BenchmarkCase("actors-10k constraint", required: 1) {
        try BurtConstraint(weight: .strengths).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0), FrozenAnswers.constraint)
      },
      BenchmarkCase("actors-10k maxflow", required: 1) {
        try MaximumFlow(from: 0, to: graph.nodeCount / 2, weight: .strengths).run(on: graph, in: context).value
      } check: {
        try Check.equal([$0], FrozenAnswers.maximumFlow)
      },
      BenchmarkCase("actors-10k leiden", required: 1) {
        try Leiden(weight: .strengths, annealing: 32, rounds: 1, seed: 1).run(on: undirected, in: context).quality
      } check: {
        try Check.atLeast($0, FrozenAnswers.modularity)
      },
    ]
  }
}

extension CSRGraph {
  /// Nodes, edges, sum of weights.
  func digest() -> [Double] {
    [Double(nodeCount), Double(edgeCount), (strengths ?? []).reduce(0, +)]
  }

  /// Every tied pair as one edge, the strengths of both ways added up.
  func undirected() -> CSRGraph {
    var sums: [NodePair: Double] = [:]
    for node in 0..<nodeCount {
      for arc in out.range(of: node) {
        let other = Int(out.targets[arc])
        let strength = strengths?[out.edge(ofArc: arc)] ?? 1
        sums[NodePair(min(node, other), max(node, other)), default: 0] += strength
      }
    }
    let pairs = sums.keys.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    return CSRGraph(
      nodeCount: nodeCount, edges: pairs, isDirected: false,
      columns: EdgeColumns(strengths: pairs.map { sums[$0] ?? 0 }))
  }

  /// What the graph takes in memory, in bytes; columns that share their storage count once.
  var byteCount: Int {
    let adjacencies = isDirected ? [out, incoming] : [out]
    let arcs = adjacencies.reduce(0) { $0 + 4 * ($1.offsets.count + $1.targets.count + $1.edges.count) }
    let sharesColumns = lengths == nil || strengths == nil || lengths == strengths
    let columns = (lengths?.count ?? 0) + (sharesColumns && lengths != nil ? 0 : strengths?.count ?? 0)
    return arcs + 8 * columns + (isDirected ? 0 : 4 * edgeCount)
  }
}
