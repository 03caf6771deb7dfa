import GraphCore

/// Measures how often two who have a neighbour in common are neighbours themselves, over the whole graph.
///
///     C = 3 × triangles / paths of two steps
///
/// **Reading.** Whether the network consists of closed circles (near 1) or of open stars and chains (near 0). Actors
/// with many ties weigh most; the mean of ``LocalClustering`` weighs all actors alike, and may say the opposite.
///
/// **Graph.** Direction, self-loops and parallel edges make no difference. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** From 0 to 1. Without a path of two steps it is 0, and `connectedTriples` says so.
///
/// **Precision.** Counts are exact.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX agrees; igraph gives no number where there is no path of two steps.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
/// try Transitivity().run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false)).transitivity     // 0.6
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: M. E. J. Newman, D. J. Watts, S. H. Strogatz, PNAS 99 (2002) 2566–2572, doi:10.1073/pnas.012582999.
/// - SeeAlso: ``LocalClustering``, ``Triangles``
public struct Transitivity: GraphAlgorithm, DescribedAlgorithm {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "transitivity", title: "Transitivity (global clustering)", family: .structure,
    meaning: "How often two who deal with a third deal with one another.",
    formula: "C = 3 x triangles / paths of two steps", signs: .ignored,
    complexity: "O(m sqrt m) time, O(n + m) memory",
    source: "M. E. J. Newman, D. J. Watts, S. H. Strogatz, PNAS 99 (2002) 2566-2572, doi:10.1073/pnas.012582999")

  /// No options.
  package static let parameters: [Parameter<Transitivity>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The share and the counts behind it.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> TransitivityCount {
    try context.checkCancellation()
    let ties = try TiesToHubs(graph, context)
    let triangles = Double(try ties.triangleCount(context))
    let triples = ties.tripleCount()
    return TransitivityCount(
      transitivity: triples > 0 ? 3 * triangles / triples : 0, triangles: triangles, connectedTriples: triples)
  }
}

/// How many paths of two steps are closed.
public struct TransitivityCount: Sendable, Hashable {
  /// The share that is closed, from 0 to 1.
  public let transitivity: Double
  /// How many triangles there are.
  public let triangles: Double
  /// How many paths of two steps there are; each triangle has three.
  public let connectedTriples: Double

  /// A share and its counts.
  package init(transitivity: Double, triangles: Double, connectedTriples: Double) {
    self.transitivity = transitivity
    self.triangles = triangles
    self.connectedTriples = connectedTriples
  }
}

/// Every pair of tied nodes once, at the node with fewer edges: nodes are numbered from the greatest hub on, and each
/// lists its neighbours of smaller numbers.
///
/// No list is longer than √(2m), however many ties a hub has; and what the lists name most are the smallest numbers, so
/// that the marks of the hubs stay in the processor's nearest cache.
private struct TiesToHubs: Sendable {
  private var offsets: [Int32] = [0]
  private var targets: [Int32] = []
  /// How many neighbours each node has.
  private var degrees: [Int32]

  init(_ graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) {
    let adjacencies = graph.isDirected ? [graph.out, graph.incoming] : [graph.out]
    let order = CountingOrder.greatestFirst(
      (0..<graph.nodeCount).map { node in adjacencies.reduce(0) { $0 + $1.count(of: node) } })
    let numbers = Buffer<Int32>(unwrittenCount: graph.nodeCount)
    for number in order.indices { numbers[order[number]] = Int32(truncatingIfNeeded: number) }
    // The node that last listed each one, so that two edges between the same two make one tie.
    let listedBy = Buffer<Int32>(repeating: -1, count: graph.nodeCount)
    degrees = [Int32](repeating: 0, count: graph.nodeCount)
    offsets.reserveCapacity(graph.nodeCount + 1)
    targets.reserveCapacity(graph.edgeCount)
    for node in order.indices {
      if node & 1023 == 0 { try context.checkCancellation() }
      let number = Int32(truncatingIfNeeded: node)
      for arcs in adjacencies {
        let ends = arcs.targets.span
        for arc in arcs.range(of: Int(order[node])) {
          let other = numbers[ends[unchecked: arc]]
          guard other < number, listedBy[other] != number else { continue }
          listedBy[other] = number
          targets.append(other)
          degrees[Int(other)] &+= 1
        }
      }
      degrees[node] &+= Int32(truncatingIfNeeded: targets.count) &- offsets[node]
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  /// How many paths of two steps there are: the pairs of neighbours of each node. Exact below 2⁵³.
  func tripleCount() -> Double {
    degrees.reduce(0) { $0 + Double($1) * (Double($1) - 1) / 2 }
  }

  /// How many triangles there are; each is found at its node of the largest number.
  func triangleCount(_ context: RunContext) throws(AlgorithmError) -> Int {
    try context.orderedMap(
      over: degrees.count, chunkSize: 256,
      makeWorker: { Worker(NodeMarks(bytes: Buffer(repeating: 0, count: degrees.count))) }
    ) { (worker: Worker<NodeMarks>, nodes) throws(AlgorithmError) in
      var count = 0
      for node in nodes {
        if node & 15 == 0 { try context.checkCancellation() }
        count &+= triangleCount(at: node, worker.scratch.bytes)
      }
      return count
    }.reduce(0, +)
  }

  /// How many pairs of a node's list are tied. Adds marks up instead of asking for them: a sum is nothing to guess.
  private func triangleCount(at node: Int, _ marks: borrowing Buffer<UInt8>) -> Int {
    let offsets = offsets.span
    let targets = targets.span
    let mine = Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1])
    var count = 0
    for place in mine { marks[targets[unchecked: place]] = 1 }
    for place in mine {
      let other = Int(targets[unchecked: place])
      for third in Int(offsets[unchecked: other])..<Int(offsets[unchecked: other &+ 1]) {
        count &+= Int(marks[targets[unchecked: third]])
      }
    }
    for place in mine { marks[targets[unchecked: place]] = 0 }
    return count
  }
}

/// A bitmap of neighbours: one byte for each node, 1 for the neighbours of the node at work.
private struct NodeMarks: ~Copyable {
  let bytes: Buffer<UInt8>
}
