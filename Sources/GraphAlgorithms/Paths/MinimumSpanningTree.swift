import GraphCore

/// Finds the cheapest set of edges that keeps everything connected that is connected.
///
///     T ⊆ E without cycles, as large as can be, with Σ length(e) least, or Σ strength(e) greatest
///
/// **Reading.** The skeleton of the network. The strongest forest keeps, between any two actors, the way whose weakest
/// tie is strongest. What is left out may still matter: a tree has no second ways.
///
/// **Graph.** Direction is ignored: project without direction if that is not meant. Self-loops are never taken; of
/// parallel edges the best one. A graph that falls apart has a forest, one tree for each component. Signs are ignored.
///
/// **Weights.** `goal`: `shortest` adds up lengths (any finite number; each edge 1 without lengths), `strongest`
/// adds up strengths.
///
/// **Range.** n minus the number of components edges.
///
/// **Precision.** Edges are compared exactly; the total is summed in edge order.
///
/// **Repeatability.** Among equal edges the one of the smaller number comes first. The total is unique.
///
/// ```swift
/// let triangle = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false,
///   columns: EdgeColumns(lengths: [1, 2, 3]))
/// try MinimumSpanningTree().run(on: triangle).edges     // [0, 1]
/// ```
///
/// - Complexity: O(m log m) time, O(n + m) memory.
/// - Source: J. B. Kruskal, Proc. American Math. Society 7 (1956) 48–50, doi:10.1090/S0002-9939-1956-0078686-7.
/// - SeeAlso: ``Bridges``, ``GlobalMinimumCut``
public struct MinimumSpanningTree: GraphAlgorithm, DescribedAlgorithm {
  /// What makes a forest the best.
  public enum Goal: String, CaseIterable, Codable, Sendable {
    /// The least sum of lengths.
    case shortest
    /// The greatest sum of strengths.
    case strongest
  }

  /// What makes a forest the best.
  package var goal: Goal

  /// The best forest for a goal.
  ///
  /// - Parameter goal: What makes a forest the best.
  public init(goal: Goal = .shortest) { self.goal = goal }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "minimum-spanning-tree", title: "Spanning forest", family: .paths,
    meaning: "The ties that suffice to keep everybody connected, the shortest or the strongest.",
    formula: "min of the sum of length(e), or max of the sum of strength(e), over spanning forests", signs: .ignored,
    complexity: "O(m log m) time, O(n + m) memory",
    source: "J. B. Kruskal, Proc. American Math. Society 7 (1956) 48-50, doi:10.1090/S0002-9939-1956-0078686-7")

  /// The options by name.
  package static let parameters: [Parameter<MinimumSpanningTree>] = [
    .choice("goal", \.goal, "The least sum of lengths (shortest) or the greatest sum of strengths (strongest).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The edges of the forest and what they add up to.
  /// - Throws: `.missingColumn` when the strongest forest was asked for and there are no strengths; `.unfitValue` for
  ///   a length that is not finite or a strength that is not a finite number above 0; `.limitExceeded` when they are
  ///   too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> SpanningForest {
    try context.checkCancellation()
    let values = try edgeValues(of: graph)
    let factor: Double = goal == .shortest ? 1 : -1
    let order = values.indices.sorted { a, b in
      values[a] == values[b] ? a < b : factor * values[a] < factor * values[b]
    }
    var trees = DisjointTrees(count: graph.nodeCount)
    var edges: [Int] = []
    for (step, edge) in order.enumerated() {
      if step & 1023 == 0 { try context.checkCancellation() }
      if trees.join(graph.source(of: edge), graph.target(of: edge)) { edges.append(edge) }
    }
    edges.sort()
    let total = edges.reduce(0) { $0 + values[$1] }
    guard total.isFinite else {
      let unused = Set(values.indices).subtracting(edges)
      throw .sumTooLarge(
        of: values.indices.map { unused.contains($0) ? 0 : values[$0] }, what: "the sum over the forest")
    }
    return SpanningForest(edges: edges, total: total, treeCount: graph.nodeCount - edges.count)
  }

  private func edgeValues(of graph: CSRGraph) throws(AlgorithmError) -> [Double] {
    switch goal {
    case .shortest:
      let lengths = graph.lengths ?? [Double](repeating: 1, count: graph.edgeCount)
      if let edge = lengths.firstIndex(where: { !$0.isFinite }) {
        throw .unfitValue(column: .length, edge: edge, value: lengths[edge], needed: "a finite length")
      }
      return lengths
    case .strongest:
      guard let strengths = graph.strengths else { throw .missingColumn(.strength) }
      try graph.checkStrengths(strengths)
      return strengths
    }
  }
}

/// Trees that connect everything that is connected.
public struct SpanningForest: Sendable, Hashable {
  /// The edges taken, in ascending order.
  public let edges: [Int]
  /// Sum of their lengths or strengths.
  public let total: Double
  /// How many trees there are, isolated nodes included.
  public let treeCount: Int

  package init(edges: [Int], total: Double, treeCount: Int) {
    self.edges = edges
    self.total = total
    self.treeCount = treeCount
  }
}

/// Disjoint sets of the nodes in one tree: union by size, with path halving.
private struct DisjointTrees: ~Copyable {
  private let parents: Buffer<Int32>
  private let sizes: Buffer<Int32>

  init(count: Int) {
    parents = Buffer(repeating: 0, count: count)
    sizes = Buffer(repeating: 1, count: count)
    for node in 0..<count { parents[node] = Int32(truncatingIfNeeded: node) }
  }

  /// Joins the trees of two nodes; `false` when they were one already.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    var larger = root(of: Int32(truncatingIfNeeded: a))
    var smaller = root(of: Int32(truncatingIfNeeded: b))
    guard larger != smaller else { return false }
    if sizes[larger] < sizes[smaller] { swap(&larger, &smaller) }
    parents[smaller] = larger
    sizes[larger] += sizes[smaller]
    return true
  }

  private func root(of start: Int32) -> Int32 {
    var node = start
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }
}
