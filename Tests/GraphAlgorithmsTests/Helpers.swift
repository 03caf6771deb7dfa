import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

extension RunContext {
  /// A context whose run was cancelled before it began.
  static var cancelled: RunContext {
    let context = RunContext()
    context.cancellation.cancel()
    return context
  }
}

/// Checks that an algorithm's plain options are exactly these, can be set to each of these texts, read back the same,
/// and refuse another word. Options that mean nodes are no text.
func expectParameters<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  of algorithm: Algorithm, _ texts: [String: [String]], sourceLocation: SourceLocation = #_sourceLocation
) {
  let plain = Algorithm.parameters.filter { $0.place == nil }
  #expect(
    Set(plain.map(\.name)) == Set(texts.keys), "the names of the options", sourceLocation: sourceLocation)
  for parameter in plain {
    var changed = algorithm
    for text in texts[parameter.name] ?? [] {
      #expect(parameter.write(&changed, text), "\(parameter.name)=\(text)", sourceLocation: sourceLocation)
      #expect(parameter.read(changed) == text, sourceLocation: sourceLocation)
    }
    let before = parameter.read(changed)
    #expect(!parameter.write(&changed, "nonsense"), sourceLocation: sourceLocation)
    #expect(parameter.read(changed) == before, sourceLocation: sourceLocation)
  }
  let summary = Algorithm.summary
  let texts = [summary.id, summary.title, summary.meaning, summary.formula, summary.complexity, summary.source]
  #expect(texts.allSatisfy { !$0.isEmpty }, sourceLocation: sourceLocation)
}

/// Checks what holds for every measure of nodes: it follows nodes to other numbers, ignores the order of edges to the
/// last bit, and gives the same bits at 1, 2 and 8 threads.
func expectInvariance<Measure: NodeMeasure>(
  of measure: Measure, on graph: CSRGraph, tolerance: Double = 1e-9, seed: UInt64 = 17,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let scores = try measure.run(on: graph)
  #expect(scores.values.allSatisfy { !$0.isNaN }, sourceLocation: sourceLocation)
  for threads in [2, 8] {
    let again = try measure.run(on: graph, in: RunContext(threads: threads))
    #expect(again == scores, "\(threads) threads", sourceLocation: sourceLocation)
  }
  if !graph.hasParallels {
    #expect(try measure.run(on: graph.shuffled(seed: seed)) == scores, "edge order", sourceLocation: sourceLocation)
  }
  let order = randomOrder(graph.nodeCount, seed: seed)
  let relabelled = try measure.run(on: graph.relabelled(order)).values
  #expect(
    largestDifference(order.map { relabelled[$0] }, scores.values) <= tolerance, "node order",
    sourceLocation: sourceLocation)
}

extension CSRGraph {
  /// Whether two edges join the same nodes the same way.
  var hasParallels: Bool { Set(pairs).count < edgeCount }
}

/// Checks that every path of a tree runs along edges of the graph and costs what the tree says.
func expectPathsFit(
  _ tree: PathTree, _ graph: CSRGraph, cost: (Int) -> Double, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for target in 0..<graph.nodeCount where tree.distances[target] < .infinity {
    let path = try #require(tree.path(to: target), sourceLocation: sourceLocation)
    expectFits(path, graph, cost: cost, sourceLocation: sourceLocation)
    #expect(path.nodes.last == target, sourceLocation: sourceLocation)
    #expect(path.nodes.first == tree.source, sourceLocation: sourceLocation)
  }
}

/// Checks that a path runs along edges of the graph, passes no node twice and costs what it says.
func expectFits(
  _ path: Path, _ graph: CSRGraph, cost: (Int) -> Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(path.nodes.count == path.edges.count + 1, sourceLocation: sourceLocation)
  #expect(Set(path.nodes).count == path.nodes.count, sourceLocation: sourceLocation)
  for (step, edge) in path.edges.enumerated() {
    let ends = [path.nodes[step], path.nodes[step + 1]].sorted()
    #expect([graph.source(of: edge), graph.target(of: edge)].sorted() == ends, sourceLocation: sourceLocation)
  }
  let sum = path.edges.reduce(0) { $0 + cost($1) }
  #expect(abs(sum - path.length) <= 1e-11 * max(1, sum), sourceLocation: sourceLocation)
}
