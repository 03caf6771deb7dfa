import GraphCore

/// Finds the least length of a way from one node to every other when lengths may be negative.
///
///     d(s, v) = min over walks s → v of Σ length(e)
///
/// **Reading.** For gains and losses along the way: a negative length is a gain. Where a circle brings more than it
/// costs there is no least way, and the circle is the finding: it is returned in the error.
///
/// **Graph.** Directed: edges are followed in `direction`. An undirected edge of negative length is a negative cycle
/// by itself, there and back; so is a negative self-loop. Of parallel edges the shortest counts. Signs are ignored.
///
/// **Weights.** The length column, which must be there; any finite number.
///
/// **Range.** Any number, in the unit of the lengths; infinity where no way leads.
///
/// **Precision.** Distances are sums taken from the source on. A way counts as shorter only when it is so by more than
/// 1e-12 of the numbers added, so that 0.3 − 0.1 − 0.2 is no gain. Each distance is within that of the least.
///
/// **Repeatability.** The same answer at every run. Among tied ways a node keeps the parent found first.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(2, 1)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [2, 3, -2]))
/// try BellmanFord(from: 0).run(on: graph).distances     // [0, 1, 3]
/// ```
///
/// - Complexity: O(n (n + m)) time, O(n + m) memory.
/// - Source: R. Bellman, Quarterly of Applied Mathematics 16 (1958) 87–90, doi:10.1090/qam/102435; finding cycles:
///   B. V. Cherkassky, A. V. Goldberg, Math. Programming 85 (1999) 277–311, doi:10.1007/s101070050058.
/// - SeeAlso: ``Dijkstra``
public struct BellmanFord: GraphAlgorithm, DescribedAlgorithm {
  /// Where all ways start.
  package var source: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection

  /// A search from a node.
  ///
  /// - Parameters:
  ///   - source: Where all ways start.
  ///   - direction: Which way edges are followed.
  public init(from source: Int, direction: EdgeDirection = .out) {
    self.source = source
    self.direction = direction
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "bellman-ford", title: "Shortest paths with negative lengths", family: .paths,
    meaning: "How far every actor is from one when some steps are gains.",
    formula: "d(s, v) = min over walks s -> v of the sum of lengths", signs: .ignored,
    complexity: "O(n (n + m)) time, O(n + m) memory",
    source: "R. Bellman, Quarterly of Applied Mathematics 16 (1958) 87-90, doi:10.1090/qam/102435")

  /// The options by name.
  package static let parameters: [Parameter<BellmanFord>] = [
    .node("from", \.source, "The actor that ways start from."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: Distances, and each node's parent.
  /// - Throws: `.negativeCycle` with the edges of a cycle that can be reached, in the order in which they are
  ///   followed; `.missingColumn` without lengths; `.unfitValue` for a length that is not finite; `.limitExceeded`
  ///   when lengths are too large to add; `.notConverged` when rounding keeps distances moving; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> PathTree {
    graph.checkNode(source)
    guard let lengths = graph.lengths else { throw .missingColumn(.length) }
    try check(lengths)
    var search = Relaxation(graph.adjacency(direction), lengths)
    return try search.run(from: source, context)
  }

  private func check(_ lengths: [Double]) throws(AlgorithmError) {
    if let edge = lengths.firstIndex(where: { !$0.isFinite }) {
      throw .unfitValue(column: .length, edge: edge, value: lengths[edge], needed: "a finite length")
    }
    guard lengths.reduce(0, { $0 + abs($1) }) < .infinity else {
      throw .sumTooLarge(of: lengths, what: "the sum of all lengths")
    }
  }
}

/// Rounds of relaxing the arcs of every node whose distance fell.
private struct Relaxation: ~Copyable {
  private let arcs: Adjacency
  private let costs: [Double]
  private let distances: Buffer<Double>
  private let parents: Buffer<Int32>
  private let parentEdges: Buffer<Int32>
  /// Whose distance fell in the last round, and whose falls in this one.
  private var current: Buffer<Int32>
  private var next: Buffer<Int32>
  private var currentCount = 0
  private var nextCount = 0
  /// The round in which a node was last listed, and the walk that last passed it.
  private let listed: Buffer<Int32>
  private let passed: Buffer<Int32>

  init(_ arcs: Adjacency, _ lengths: [Double]) {
    let count = arcs.offsets.count - 1
    self.arcs = arcs
    costs = arcs.byArc(lengths)
    distances = Buffer(repeating: .infinity, count: count)
    parents = Buffer(repeating: -1, count: count)
    parentEdges = Buffer(repeating: -1, count: count)
    current = Buffer(repeating: 0, count: count)
    next = Buffer(repeating: 0, count: count)
    listed = Buffer(repeating: -1, count: count)
    passed = Buffer(repeating: -1, count: count)
  }

  mutating func run(from source: Int, _ context: RunContext) throws(AlgorithmError) -> PathTree {
    let nodeCount = distances.count
    distances[source] = 0
    current[0] = Int32(truncatingIfNeeded: source)
    currentCount = 1
    var round: Int32 = 0
    // Looking for a cycle takes a step for every node, so it waits until as many distances fell.
    var falls = 0
    while currentCount > 0 {
      try context.checkCancellation()
      guard Int(round) <= 4 * nodeCount + 4 else {
        throw .notConverged(Convergence(iterations: Int(round), residual: 0, isConverged: false))
      }
      falls += relax(round)
      if falls >= nodeCount || nextCount == 0 {
        if let node = cycleNode() { throw .negativeCycle(edges: cycle(at: node)) }
        falls = 0
      }
      swap(&current, &next)
      currentCount = nextCount
      nextCount = 0
      round += 1
    }
    return PathTree(
      source: source, distances: distances.array(), parentEdges: parentEdges.array(), parents: parents.array())
  }

  /// Returns how many times a distance fell.
  private mutating func relax(_ round: Int32) -> Int {
    var falls = 0
    let (arcs, costs) = (arcs, costs)
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let lengths = costs.span
    for position in 0..<currentCount {
      let node = current[position]
      let distance = distances[node]
      for arc in Int(offsets[unchecked: Int(node)])..<Int(offsets[unchecked: Int(node) &+ 1]) {
        let target = targets[unchecked: arc]
        let length = lengths[unchecked: arc]
        let slack = PathTies.tolerance * (abs(distance) + abs(length))
        guard distance + length < distances[target] - slack else { continue }
        falls &+= 1
        distances[target] = distance + length
        parents[target] = node
        parentEdges[target] = Int32(truncatingIfNeeded: arcs.edge(ofArc: arc))
        guard listed[target] != round else { continue }
        listed[target] = round
        next[nextCount] = target
        nextCount &+= 1
      }
    }
    return falls
  }

  /// A node on a cycle of parents; `nil` when parents form a tree.
  private func cycleNode() -> Int32? {
    passed.fill(-1)
    for start in 0..<Int32(truncatingIfNeeded: parents.count) where passed[start] < 0 {
      var node = start
      while node >= 0 && passed[node] < 0 {
        passed[node] = start
        node = parents[node]
      }
      if node >= 0 && passed[node] == start { return node }
    }
    return nil
  }

  /// The edges of the cycle through a node, in the order in which they are followed, the smallest number first.
  private func cycle(at start: Int32) -> [Int] {
    var edges: [Int] = []
    var node = start
    repeat {
      edges.append(Int(parentEdges[node]))
      node = parents[node]
    } while node != start
    edges.reverse()
    let least = edges.indices.min { edges[$0] < edges[$1] } ?? 0
    return Array(edges[least...] + edges[..<least])
  }
}
