import GraphAlgorithms
import GraphCore

/// What must be possible on one large graph: how long each takes, and the most memory held until it was done.
struct LargeGraph {
  private let path: String
  private let context: RunContext

  init(path: String, _ context: RunContext) {
    self.path = path
    self.context = context
  }

  /// Loads the graph and runs one algorithm after the other, with a tab-separated line for each.
  func run() throws {
    print("what\tseconds\tpeak, MB\tanswer")
    let graph = try timed("load", answer: { "\($0.nodeCount) nodes, \($0.edgeCount) edges" }) {
      try EdgeListFile.graph(at: path)
    }
    let perEdge = Double(graph.byteCount) / Double(max(graph.edgeCount, 1))
    print("bytes an edge\t\t\t\(Figures.text(perEdge, places: 1))")
    let hub = (0..<graph.nodeCount).max { graph.out.count(of: $0) < graph.out.count(of: $1) } ?? 0
    try timed("PageRank to 1e-6", answer: { "\($0.convergence?.iterations ?? 0) rounds" }) {
      try PageRank(damping: 0.85, tolerance: 1e-6, weight: .strengths).run(on: graph, in: context)
    }
    try timed("breadth first", answer: reached) { try BreadthFirst(from: hub).run(on: graph, in: context) }
    try timed("lengths", answer: reached) { try Dijkstra(from: hub, metric: .lengths).run(on: graph, in: context) }
    try timed("weak components", answer: { "\($0.groupCount)" }) { try WeakComponents().run(on: graph, in: context) }
    try timed("strong components", answer: { "\($0.groupCount)" }) {
      try StrongComponents().run(on: graph, in: context)
    }
    try timed("coreness", answer: { "up to \(Figures.short($0.values.max() ?? 0))" }) {
      try Coreness().run(on: graph, in: context)
    }
    try timed("transitivity", answer: { "\(Figures.short($0.transitivity))" }) {
      try Transitivity().run(on: graph, in: context)
    }
    let betweenness = ApproximateBetweenness(epsilon: 0.02, delta: 0.1, metric: .steps)
    try timed("betweenness within 0.02, 9 times of 10", answer: samples) { try betweenness.run(on: graph, in: context) }
  }

  @discardableResult
  private func timed<Answer>(
    _ name: String, answer: (Answer) -> String, _ work: () throws -> Answer
  ) throws -> Answer {
    var result: Answer?
    let seconds = try Timing.seconds { result = try work() }
    guard let result else { throw WrongAnswer(description: "\(name): no answer") }
    let peak = Figures.text(Timing.peakMemory() / 1e6, places: 0)
    print("\(name)\t\(Figures.text(seconds, places: 3))\t\(peak)\t\(answer(result))")
    return result
  }

  private func reached(_ tree: PathTree) -> String { "\(tree.distances.count { $0 < .infinity }) reached" }

  private func samples(_ scores: NodeScores) -> String {
    let samples = scores.details.first { $0.name == "samples" }?.values.first ?? 0
    return "\(Int(samples)) samples, largest \(Figures.short(scores.values.max() ?? 0))"
  }
}
