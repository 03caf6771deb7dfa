import GraphAlgorithms
import GraphCore

/// The cases on the graph of 2¹⁶ nodes and a million edges, where one pass counts.
struct TraversalCases {
  let graph: CSRGraph
  let path: String
  let context: RunContext

  init(_ graph: CSRGraph, path: String, _ context: RunContext) throws {
    self.graph = graph
    self.path = path
    self.context = context
    try Check.equal(graph.digest(), FrozenAnswers.rmat)
  }

  var all: [BenchmarkCase] { passes + structure }

  private var passes: [BenchmarkCase] {
    [
      BenchmarkCase("rmat-16 load", required: 3) {
        try EdgeListFile.graph(at: path)
      } check: {
        try Check.equal($0.digest(), FrozenAnswers.rmat)
      },
      // The residual at which graph-tool, the fastest of the others, stops.
      BenchmarkCase("rmat-16 pagerank", required: 3, runs: 9) {
        try PageRank(damping: 0.85, tolerance: 1e-6, weight: .strengths).run(on: graph, in: context).values
      } check: {
        try Check.near(Check.squares($0), FrozenAnswers.rmatPageRank, share: 1e-5)
      },
      BenchmarkCase("rmat-16 sssp with ways", runs: 9) {
        try Dijkstra(from: FrozenAnswers.hub, metric: .lengths).run(on: graph, in: context).distances
      } check: {
        try Check.equal(Check.digest(ofDistances: $0), FrozenAnswers.lengths)
      },
      BenchmarkCase("rmat-16 bfs", required: 3, runs: 15) {
        try BreadthFirst(from: FrozenAnswers.hub).run(on: graph, in: context).distances
      } check: {
        try Check.equal(Check.digest(ofDistances: $0), FrozenAnswers.steps)
      },
      // The other programs are asked for distances, not for the ways.
      BenchmarkCase("rmat-16 sssp", required: 3, runs: 9) {
        try Dijkstra(from: FrozenAnswers.hub, metric: .lengths).distances(on: graph, in: context)
      } check: {
        try Check.equal(Check.digest(ofDistances: $0), FrozenAnswers.lengths)
      },
    ]
  }

  private var structure: [BenchmarkCase] {
    [
      BenchmarkCase("rmat-16 weak components", required: 2, runs: 15) {
        try WeakComponents().run(on: graph, in: context)
      } check: {
        try Check.equal(Check.sizes($0), FrozenAnswers.weakComponents)
      },
      BenchmarkCase("rmat-16 strong components", required: 2, runs: 15) {
        try StrongComponents().run(on: graph, in: context)
      } check: {
        try Check.equal(Check.sizes($0), FrozenAnswers.strongComponents)
      },
      // Every edge counts, as in graph-tool; igraph and NetworKit are timed on a graph whose ties were merged before.
      BenchmarkCase("rmat-16 coreness", required: 2, runs: 9) {
        try Coreness(direction: .all).run(on: graph, in: context).values
      } check: {
        try Check.equal(Check.digest($0) + Check.squares($0).prefix(1), FrozenAnswers.coreness)
      },
      // Ties are merged within the time; igraph is timed on a graph whose ties were merged before.
      BenchmarkCase("rmat-16 transitivity", required: 2) {
        try Transitivity().run(on: graph, in: context).transitivity
      } check: {
        try Check.equal([$0], FrozenAnswers.transitivity)
      },
    ]
  }
}
