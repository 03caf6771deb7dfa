import GraphCore

/// Scores each node by the densest group it belongs to: the largest *k* such that it is in a part of the graph in which
/// everybody has at least *k* ties.
///
///     k(v) = max { k : v is in the k-core }        k-core: what is left when nodes with fewer than k ties are removed
///                                                  again and again
///
/// **Reading.** The core of a network as against its fringe. A broker between two cores may have a low score, and so may
/// somebody with many ties to loners. Many nodes share a score; it says nothing about how many cores there are.
///
/// **Graph.** Directed: `all`, the default, counts ties either way, so that two who name each other have two ties; `in`
/// and `out` count one way only. Self-loops do not count: nobody is a group. Parallel edges count each. Signs are
/// ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers from 0 to the degree.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Exact.
///
/// **Other programs.** NetworkX refuses loops and parallel edges and agrees on the rest; igraph counts a loop as two ties.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(0, 2), NodePair(2, 3)]
/// try Coreness().run(on: CSRGraph(nodeCount: 4, edges: edges, isDirected: false)).values     // [2, 2, 2, 1]
/// ```
///
/// - Complexity: O(n + m) time and O(n) memory.
/// - Source: S. B. Seidman, Social Networks 5 (1983) 269–287, doi:10.1016/0378-8733(83)90028-X; computed as in V. Batagelj,
///   M. Zaveršnik, Advances in Data Analysis and Classification 5 (2011) 129–145, doi:10.1007/s11634-010-0079-y.
/// - SeeAlso: ``Degree``
public struct Coreness: NodeMeasure {
  /// Which edges of a node count.
  public var direction: EdgeDirection

  /// Coreness over all edges, the default.
  public init() { self.init(direction: .all) }

  /// Coreness in a direction.
  public init(direction: EdgeDirection) { self.direction = direction }

  /// What the measure is.
  public static let summary = AlgorithmSummary(
    id: "coreness", title: "Coreness", family: .position,
    meaning: "Whether an actor belongs to the core of the network or to its fringe.",
    formula: "k(v) = largest k such that v is in a part where everybody has at least k ties", signs: .ignored,
    complexity: "O(n + m) time, O(n) memory",
    source: "S. B. Seidman, Social Networks 5 (1983) 269-287, doi:10.1016/0378-8733(83)90028-X")

  /// The options by name.
  public static let parameters: [Parameter<Coreness>] = [
    .choice("direction", \.direction, "Count edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `ties`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    var peeling = Peeling(nodeCount: graph.nodeCount, counting: Self.adjacencies(of: graph, direction))
    try peeling.run(along: Self.adjacencies(of: graph, direction.opposite), context)
    return NodeScores(
      values: peeling.scores(), measure: Self.summary.id, scale: "ties", direction: graph.effective(direction))
  }
}

extension Coreness {
  /// The adjacencies that together follow a direction; walking two is cheaper than merging them first.
  private static func adjacencies(of graph: CSRGraph, _ direction: EdgeDirection) -> [Adjacency] {
    direction == .all && graph.isDirected ? [graph.out, graph.incoming] : [graph.adjacency(direction)]
  }
}

/// Takes away the node with the fewest ties, again and again; nodes wait in one array, sorted by what they have left.
private struct Peeling: ~Copyable {
  /// Ties left of each node that waits, and the score of each that was taken.
  private let left: Buffer<Int32>
  /// The nodes, sorted by ties left.
  private let order: Buffer<Int32>
  /// Where each node stands in the order.
  private let positions: Buffer<Int32>
  /// Where the nodes with so many ties left begin.
  private let starts: Buffer<Int32>

  init(nodeCount count: Int, counting adjacencies: [Adjacency]) {
    left = Buffer(repeating: 0, count: count)
    order = Buffer(repeating: 0, count: count)
    positions = Buffer(repeating: 0, count: count)
    var most = 0
    for node in 0..<count {
      var ties = 0
      for arcs in adjacencies {
        let targets = arcs.targets.span
        for arc in arcs.range(of: node) where Int(targets[unchecked: arc]) != node { ties &+= 1 }
      }
      left[node] = Int32(truncatingIfNeeded: ties)
      most = max(most, ties)
    }
    starts = Buffer(repeating: 0, count: most + 2)
    sort(count)
  }

  private func sort(_ count: Int) {
    for node in 0..<count { starts[left[node] + 1] += 1 }
    for ties in 1..<starts.count { starts[ties] += starts[ties - 1] }
    for node in 0..<count {
      positions[node] = starts[left[node]]
      order[positions[node]] = Int32(truncatingIfNeeded: node)
      starts[left[node]] += 1
    }
    for ties in stride(from: starts.count - 1, to: 0, by: -1) { starts[ties] = starts[ties - 1] }
    starts[0] = 0
  }

  /// Takes all nodes; `arcs` lead from a node to those who lose a tie by it.
  mutating func run(along adjacencies: [Adjacency], _ context: RunContext) throws(AlgorithmError) {
    for position in 0..<order.count {
      if position & 1023 == 0 { try context.checkCancellation() }
      let node = order[position]
      let score = left[node]
      for arcs in adjacencies {
        let targets = arcs.targets.span
        for arc in arcs.range(of: Int(node)) {
          let other = targets[unchecked: arc]
          if left[other] > score { lower(other) }
        }
      }
    }
  }

  /// Takes a tie from a node: it changes places with the first of its class, which then begins one later.
  private func lower(_ node: Int32) {
    let ties = left[node]
    let first = starts[ties]
    let swapped = order[first]
    let position = positions[node]
    order[first] = node
    order[position] = swapped
    positions[node] = first
    positions[swapped] = position
    starts[ties] = first + 1
    left[node] = ties - 1
  }

  func scores() -> [Double] { (0..<left.count).map { Double(left[$0]) } }
}
