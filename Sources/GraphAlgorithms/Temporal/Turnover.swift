import GraphCore

/// Compares the ties of a graph with those of an earlier one on the same nodes: kept, appeared, vanished.
///
///     turnover = (appeared + vanished) / (kept + appeared + vanished)
///
/// **Reading.** How much of the network is new. Between two short times many ties are merely not recorded again:
/// vanished says that nothing was reported, not that the tie broke.
///
/// **Graph.** Directed: a tie and its reverse are two. Parallel edges count once; self-loops count. Signs are ignored: a
/// tie that turned hostile is kept.
///
/// **Weights.** None: a tie that grew stronger is kept.
///
/// **Range.** From 0 (the same ties) to 1 (none in common); 0 when neither has ties. One minus the Jaccard similarity.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Ties stand in the order of their edge numbers.
///
/// ```swift
/// let before = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1)], isDirected: false)
/// let after = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Turnover(since: before).run(on: after).turnover     // 0.5
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: P. Jaccard, Bull. Société vaudoise des sciences naturelles 37 (1901) 547–579, doi:10.5169/seals-266450.
/// - SeeAlso: ``DeltaCon``
public struct Turnover: GraphAlgorithm, DescribedAlgorithm {
  /// The graph to compare with.
  package var earlier: CSRGraph

  /// The turnover since an earlier graph.
  ///
  /// - Parameter earlier: The graph to compare with.
  public init(since earlier: CSRGraph) { self.earlier = earlier }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "turnover", title: "Turnover of ties", family: .time,
    meaning: "How many ties appeared and vanished between two times.",
    formula: "turnover = (appeared + vanished) / (kept + appeared + vanished)", signs: .ignored,
    complexity: "O(n + m) time and memory",
    source: "P. Jaccard, Bull. Societe vaudoise des sciences naturelles 37 (1901) 547-579, doi:10.5169/seals-266450")

  /// No options beside the earlier graph.
  package static let parameters: [Parameter<Turnover>] = []

  /// Runs on the later graph.
  ///
  /// - Returns: The ties kept, appeared and vanished, in ascending order.
  /// - Throws: `.undefined` when the graphs differ in their number of nodes or in having directions; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> TieChanges {
    try context.checkCancellation()
    try graph.checkSameNodes(as: earlier)
    let before = Self.ties(of: earlier)
    let after = Self.ties(of: graph)
    var kept: [NodePair] = []
    var appeared: [NodePair] = []
    var vanished: [NodePair] = []
    var i = 0
    var j = 0
    while i < before.count || j < after.count {
      if j == after.count || (i < before.count && Self.precedes(before[i], after[j])) {
        vanished.append(before[i])
        i += 1
      } else if i == before.count || Self.precedes(after[j], before[i]) {
        appeared.append(after[j])
        j += 1
      } else {
        kept.append(after[j])
        i += 1
        j += 1
      }
    }
    return TieChanges(kept: kept, appeared: appeared, vanished: vanished)
  }

  /// The ties of a graph, each once; edges come in the order of their ends.
  private static func ties(of graph: CSRGraph) -> [NodePair] {
    var ties: [NodePair] = []
    for edge in 0..<graph.edgeCount {
      let pair = NodePair(graph.source(of: edge), graph.target(of: edge))
      if ties.last != pair { ties.append(pair) }
    }
    return ties
  }

  private static func precedes(_ a: NodePair, _ b: NodePair) -> Bool {
    a.source < b.source || (a.source == b.source && a.target < b.target)
  }
}

/// What became of ties between two times.
public struct TieChanges: Sendable, Hashable {
  /// Ties at both times.
  public let kept: [NodePair]
  /// Ties only at the later time.
  public let appeared: [NodePair]
  /// Ties only at the earlier time.
  public let vanished: [NodePair]

  /// Ties by what became of them.
  package init(kept: [NodePair], appeared: [NodePair], vanished: [NodePair]) {
    self.kept = kept
    self.appeared = appeared
    self.vanished = vanished
  }

  /// The share of all ties that are not at both times; 0 without ties.
  public var turnover: Double {
    let changed = appeared.count + vanished.count
    return changed == 0 ? 0 : Double(changed) / Double(kept.count + changed)
  }
}

extension CSRGraph {
  /// Checks that two graphs can be compared node by node.
  func checkSameNodes(as other: CSRGraph) throws(AlgorithmError) {
    guard nodeCount == other.nodeCount else {
      throw .undefined(
        reason: "one graph has \(nodeCount) nodes, the other \(other.nodeCount)",
        advice: "project both on the same actors")
    }
    guard isDirected == other.isDirected else {
      throw .undefined(
        reason: "one graph is directed, the other is not", advice: "project both with or both without direction")
    }
  }
}
