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
  package var direction: EdgeDirection

  package init() { self.init(direction: .all) }

  /// Coreness over all edges, unless said otherwise.
  ///
  /// - Parameter direction: Which edges of a node count.
  public init(direction: EdgeDirection = .all) { self.direction = direction }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "coreness", title: "Coreness", family: .position,
    meaning: "Whether an actor belongs to the core of the network or to its fringe.",
    formula: "k(v) = largest k such that v is in a part where everybody has at least k ties", signs: .ignored,
    complexity: "O(n + m) time, O(n) memory",
    source: "S. B. Seidman, Social Networks 5 (1983) 269-287, doi:10.1016/0378-8733(83)90028-X")

  /// The options by name.
  package static let parameters: [Parameter<Coreness>] = [
    .choice("direction", \.direction, "Count edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `ties`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    var peeling = try Peeling(
      nodeCount: graph.nodeCount, counting: Self.adjacencies(of: graph, direction), context)
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

/// Peeling: takes away the nodes with the fewest ties, one score after the other.
///
/// For each score the nodes that stay are gone through once, and those that have no more ties left than the score are
/// taken, then those that fall to it as their neighbours go. A node stays no longer than its score is high, so that
/// going through them takes no longer than going through their ties; and a tie less is a number less, nothing is moved.
private struct Peeling: ~Copyable {
  /// Ties left of each node that stays, and the score of each that was taken.
  private let left: Buffer<Int32>
  /// The nodes that stay, in ascending order; some of those taken are still among them.
  private let staying: Buffer<Int32>
  private var stayingCount: Int
  /// The nodes taken for the score at work; one place more than there are nodes, for a write that does not count.
  private let taken: Buffer<Int32>
  private var takenCount = 0

  init(nodeCount: Int, counting adjacencies: [Adjacency], _ context: RunContext) throws(AlgorithmError) {
    left = Buffer(unwrittenCount: nodeCount)
    staying = Buffer(unwrittenCount: nodeCount + 1)
    taken = Buffer(unwrittenCount: nodeCount + 1)
    stayingCount = nodeCount
    let first = adjacencies[0]
    let targets = first.targets.span
    for node in 0..<nodeCount {
      if node & 1023 == 0 { try context.checkCancellation() }
      // A loop is met in both directions, so that looking for it in one of them is enough.
      var loops: Int32 = 0
      let number = Int32(truncatingIfNeeded: node)
      for arc in first.range(of: node) { loops &+= targets[unchecked: arc] == number ? 1 : 0 }
      var ties: Int32 = 0
      for arcs in adjacencies { ties &+= Int32(truncatingIfNeeded: arcs.count(of: node)) &- loops }
      left[node] = ties
      staying[node] = number
    }
  }

  /// Takes all nodes; `adjacencies` lead from a node to those who lose a tie by it.
  mutating func run(along adjacencies: [Adjacency], _ context: RunContext) throws(AlgorithmError) {
    var score: Int32 = 0
    while stayingCount > 0 {
      let least = take(upTo: score)
      guard takenCount > 0 else {
        score = least
        continue
      }
      var done = 0
      while done < takenCount {
        if done & 1023 == 0 { try context.checkCancellation() }
        let node = Int(taken[done])
        done &+= 1
        for arcs in adjacencies { loseTies(to: node, arcs, score) }
      }
      score &+= 1
    }
  }

  /// Takes the nodes with so many ties left, and forgets those with fewer, which were taken before.
  ///
  /// - Returns: The fewest ties that another node has left.
  private mutating func take(upTo score: Int32) -> Int32 {
    var least = Int32.max
    var kept = 0
    var count = 0
    for position in 0..<stayingCount {
      let node = staying[position]
      let ties = left[node]
      staying[kept] = node
      kept &+= ties > score ? 1 : 0
      taken[count] = node
      count &+= ties == score ? 1 : 0
      least = ties > score && ties < least ? ties : least
    }
    stayingCount = kept
    takenCount = count
    return least
  }

  /// The neighbours of a node lose a tie, unless they are taken themselves. Written without branches: which neighbours
  /// are still there is nothing that a processor could guess.
  private mutating func loseTies(to node: Int, _ arcs: Adjacency, _ score: Int32) {
    let targets = arcs.targets.span
    var count = takenCount
    for arc in arcs.range(of: node) {
      let other = targets[unchecked: arc]
      let ties = left[other]
      left[other] = ties &- (ties > score ? 1 : 0)
      taken[count] = other
      count &+= ties == score &+ 1 ? 1 : 0
    }
    takenCount = count
  }

  func scores() -> [Double] { (0..<left.count).map { Double(left[$0]) } }
}
