import GraphCore

/// Finds the weakest set of ties whose loss splits the network in two.
///
///     cut = min over ∅ ≠ S ≠ V of Σ strength(e) over the edges between S and the rest
///
/// **Reading.** Where the network would break first. Often a single weakly tied actor: then the cut says that nobody
/// else is easier to split off, and `sourceSide` says who would go.
///
/// **Graph.** Undirected only: what a split of a directed graph means depends on the way it is looked at.
/// Self-loops are never cut; parallel edges are cut together. A graph that has already fallen apart has a cut of 0.
/// Signs are ignored.
///
/// **Weights.** `weight` says whether an edge costs its strength or 1 to cut.
///
/// **Range.** From 0 to the least strength of a node.
///
/// **Precision.** The value is the sum of the strengths of the edges cut.
///
/// **Repeatability.** Always the same cut; of several least cuts the first one met, which depends on the numbering of
/// the nodes.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: false, columns: EdgeColumns(strengths: [3, 1]))
/// try GlobalMinimumCut().run(on: graph).sourceSide     // [2]
/// ```
///
/// - Complexity: O(n (n + m) log n) time, O(n + m) memory.
/// - Source: M. Stoer, F. Wagner, J. ACM 44 (1997) 585–591, doi:10.1145/263867.263872.
/// - SeeAlso: ``MinimumCut``, ``Bridges``
public struct GlobalMinimumCut: GraphAlgorithm, DescribedAlgorithm {
  /// What a tie costs to cut.
  package var weight: TieWeight

  /// The least cut of a graph.
  ///
  /// - Parameter weight: What a tie costs to cut.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "global-minimum-cut", title: "Global minimum cut", family: .flow,
    meaning: "The weakest set of ties whose loss splits the network in two.",
    formula: "min over S of the sum of strength(e) over the edges between S and the rest", signs: .ignored,
    graphs: .undirected,
    complexity: "O(n (n + m) log n) time, O(n + m) memory",
    source: "M. Stoer, F. Wagner, J. ACM 44 (1997) 585-591, doi:10.1145/263867.263872")

  /// The options by name.
  package static let parameters: [Parameter<GlobalMinimumCut>] = [
    .choice("weight", \.weight, "Whether a tie costs its strength or 1 to cut.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The cut; its source side is the smaller one, on a draw the one without node 0.
  /// - Throws: `.undefined` for a directed graph and for fewer than two nodes; `.missingColumn` when strengths were
  ///   asked for and there are none; `.unfitValue` for a strength that is not a finite number above 0;
  ///   `.limitExceeded` when strengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> EdgeCut {
    guard !graph.isDirected else {
      throw .undefined(
        reason: "a global minimum cut is defined on undirected graphs",
        advice: "project without direction, or ask for the minimum cut between two nodes")
    }
    guard graph.nodeCount >= 2 else {
      throw .undefined(reason: "fewer than two nodes cannot be split", advice: "take in more actors")
    }
    let strengths = try weight.strengths(of: graph)
    try graph.checkCapacities(strengths)
    var search = StoerWagner(graph, strengths)
    try search.run(context)
    let isInside = search.bestSide.array()
    let count = isInside.count { $0 }
    let isSmaller = 2 * count < graph.nodeCount || (2 * count == graph.nodeCount && !isInside[0])
    return EdgeCut(of: graph, isInside: isSmaller ? isInside : isInside.map { !$0 }, strengths)
  }
}

/// Merges, phase by phase, the two nodes that are tied to the rest most strongly last.
private struct StoerWagner: ~Copyable {
  /// Whether each node is on the side cut off by the best cut so far.
  let bestSide: Buffer<Bool>
  private let arcs: Adjacency
  /// Strength of each arc; empty when each counts 1.
  private let weights: [Double]
  /// Which merged node each node belongs to.
  private let owners: Buffer<Int32>
  /// The next node merged into the same one, −1 at the end, and the last of them.
  private let nextMembers: Buffer<Int32>
  private let lastMembers: Buffer<Int32>
  private let isWaiting: Buffer<Bool>
  /// How strongly each waiting node is tied to those taken out.
  private let ties: Buffer<Double>
  private var heap: MinimumHeap
  private var best = Double.infinity

  init(_ graph: CSRGraph, _ strengths: [Double]?) {
    let count = graph.nodeCount
    bestSide = Buffer(repeating: false, count: count)
    arcs = graph.out
    weights = strengths.map(graph.out.byArc) ?? []
    owners = Buffer(repeating: 0, count: count)
    nextMembers = Buffer(repeating: -1, count: count)
    lastMembers = Buffer(repeating: 0, count: count)
    isWaiting = Buffer(repeating: false, count: count)
    ties = Buffer(repeating: 0, count: count)
    heap = MinimumHeap(nodeCount: count)
    for node in 0..<count {
      owners[node] = Int32(truncatingIfNeeded: node)
      lastMembers[node] = Int32(truncatingIfNeeded: node)
    }
  }

  mutating func run(_ context: RunContext) throws(AlgorithmError) {
    for phase in 1..<owners.count where best > 0 {
      try context.checkCancellation()
      runPhase()
      context.progress?(RunProgress(done: phase, total: owners.count - 1, mayEndEarly: true))
    }
  }

  /// Takes nodes out, always the one tied most strongly to those already out; the last one is cut off from the rest.
  private mutating func runPhase() {
    for node in 0..<owners.count where owners[node] == node {
      ties[node] = 0
      isWaiting[node] = true
      heap.insertOrLower(Int32(truncatingIfNeeded: node), to: 0)
    }
    var previous: Int32 = -1
    var last: Int32 = -1
    while !heap.isEmpty {
      previous = last
      last = heap.removeMinimum()
      isWaiting[last] = false
      addTies(of: last)
    }
    if ties[last] < best {
      best = ties[last]
      for node in 0..<owners.count { bestSide[node] = owners[node] == last }
    }
    merge(last, into: previous)
  }

  private mutating func addTies(of taken: Int32) {
    let (arcs, weights) = (arcs, weights)
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let strengths = weights.span
    var member = taken
    while member >= 0 {
      for arc in Int(offsets[unchecked: Int(member)])..<Int(offsets[unchecked: Int(member) &+ 1]) {
        let owner = owners[targets[unchecked: arc]]
        guard isWaiting[owner] else { continue }
        ties[owner] += strengths.isEmpty ? 1 : strengths[unchecked: arc]
        heap.insertOrLower(owner, to: -ties[owner])
      }
      member = nextMembers[member]
    }
  }

  private func merge(_ node: Int32, into other: Int32) {
    var member = node
    while member >= 0 {
      owners[member] = other
      member = nextMembers[member]
    }
    nextMembers[lastMembers[other]] = node
    lastMembers[other] = lastMembers[node]
  }
}
