import GraphCore

/// Finds the path along which everything holds with the greatest probability, when ties hold independently.
///
///     p(s, t) = max over paths s → t of Π p(e)
///
/// **Reading.** The best documented chain between two actors, when the probabilities are confidences in the relations.
/// It is the probability of that one chain, not of there being a chain.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops never lie on a path. Signs are ignored.
///
/// **Weights.** `probabilities`, one for each edge, from 0 to 1; an edge of probability 0 cannot be used.
///
/// **Range.** From above 0 to 1; `nil` where no way leads. From a node to itself it is 1. A chain so unlikely that its
/// product is below the smallest number (2.2e-308, more than 300 ties of 0.1) counts as none.
///
/// **Precision.** Products are taken from the source on; products within a relative 1e-12 tie.
///
/// **Repeatability.** Among tied paths the one of fewest steps; among those the first in the order of the nodes they
/// pass; then the smallest edge numbers.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true)
/// try MostReliablePath(from: 0, to: 2, probabilities: [0.9, 0.5, 0.8]).run(on: graph)?.probability     // 0.72
/// ```
///
/// - Complexity: O((n + m) log n) time, O(n + m) memory.
/// - Source: E. W. Dijkstra, Numerische Mathematik 1 (1959) 269–271, doi:10.1007/BF01386390, with products for sums.
/// - SeeAlso: ``WidestPath``, ``Dijkstra``
public struct MostReliablePath: GraphAlgorithm, DescribedAlgorithm {
  /// A path and its probability.
  public struct Route: Sendable, Hashable {
    /// The path; its length is its number of steps.
    public let path: Path
    /// The product of the probabilities of its edges.
    public let probability: Double
  }

  /// Where the path starts.
  package var source: Int
  /// Where the path ends.
  package var target: Int
  /// How likely each edge holds, by edge number.
  package var probabilities: [Double]
  /// Which way edges are followed.
  package var direction: EdgeDirection

  /// The most reliable path from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the path starts.
  ///   - target: Where the path ends.
  ///   - probabilities: How likely each edge holds, by edge number.
  ///   - direction: Which way edges are followed.
  public init(from source: Int, to target: Int, probabilities: [Double], direction: EdgeDirection = .out) {
    self.source = source
    self.target = target
    self.probabilities = probabilities
    self.direction = direction
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "most-reliable-path", title: "Most reliable path", family: .paths,
    meaning: "The chain of ties between two actors that most probably holds throughout.",
    formula: "max over paths s -> t of the product of the probabilities on the path", signs: .ignored,
    complexity: "O((n + m) log n) time, O(n + m) memory",
    source: "E. W. Dijkstra, Numerische Mathematik 1 (1959) 269-271, doi:10.1007/BF01386390")

  /// The options by name.
  package static let parameters: [Parameter<MostReliablePath>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Both ends are nodes of the graph.
  /// - Returns: The most reliable path; `nil` where no way leads.
  /// - Throws: `.invalidParameter` when there is not one probability from 0 to 1 for each edge; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Route? {
    graph.checkNode(source)
    graph.checkNode(target)
    try checkProbabilities(edgeCount: graph.edgeCount)
    let arcs = graph.adjacency(direction)
    let chances = arcs.byArc(probabilities)
    let best = try bestProducts(along: arcs, chances, context)
    guard best[target] > 0 else { return nil }
    var good = GoodArcs(nodeCount: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for arc in arcs.range(of: node) {
        let next = Int(arcs.targets[arc])
        let product = best[node] * chances[arc]
        guard product > 0, product * PathTies.factor >= best[next] else { continue }
        good.add(from: node, to: next, edge: arcs.edge(ofArc: arc))
      }
    }
    return try good.fewestSteps(from: source, to: target, context).map { path in
      Route(path: path, probability: path.edges.reduce(1) { $0 * probabilities[$1] })
    }
  }

  private func checkProbabilities(edgeCount: Int) throws(AlgorithmError) {
    guard probabilities.count == edgeCount else {
      throw .invalidParameter(
        name: "probabilities", value: "a list of \(probabilities.count)", needed: "one for each of \(edgeCount) edges")
    }
    if let edge = probabilities.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
      throw .invalidParameter(
        name: "the probability of \(edge: edge)", value: "\(probabilities[edge])", needed: "a number from 0 to 1")
    }
  }

  /// For each node the largest product over a path to it; 0 where no way leads.
  private func bestProducts(
    along arcs: Adjacency, _ chances: [Double], _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let nodeCount = arcs.offsets.count - 1
    let best = Buffer(repeating: 0.0, count: nodeCount)
    var heap = MinimumHeap(nodeCount: nodeCount)
    best[source] = 1
    heap.insertOrLower(Int32(truncatingIfNeeded: source), to: -1)
    var pops = 0
    while !heap.isEmpty {
      let node = Int(heap.removeMinimum())
      pops += 1
      if pops & 1023 == 0 { try context.checkCancellation() }
      for arc in arcs.range(of: node) {
        let next = arcs.targets[arc]
        let product = best[node] * chances[arc]
        guard product.isNormal, product > best[next] else { continue }
        best[next] = product
        heap.insertOrLower(next, to: -product)
      }
    }
    return best.array()
  }
}
