import GraphCore

/// Compares two graphs by how many nodes their nodes have at each distance; the nodes need not be the same.
///
/// The portrait B(l, k) counts the nodes that have k nodes at distance l. With n nodes:
///
///     P(k, l) = B(l, k) / n · Σ_k k B(l, k) / Σ_l Σ_k k B(l, k)        D = Jensen–Shannon divergence of P and Q
///
/// **Reading.** Looks at all scales at once, from neighbours to the far ends; two graphs of the same shape have no
/// divergence, whoever stands where. Graphs that differ in size differ for that alone.
///
/// **Graph.** Directed: edges are followed forward. Self-loops, parallel edges and signs make no difference. Each
/// graph needs a node.
///
/// **Weights.** None; every edge is one step.
///
/// **Range.** From 0 (the same portrait) to 1 bit.
///
/// **Precision.** Counts are exact; logarithms within a unit of the last place, the same on every machine.
///
/// **Repeatability.** The same bits at any thread count, and under any numbering of the nodes.
///
/// **Other programs.** Agrees with the authors' program, `portrait_divergence`, whose rows beyond the farthest node hold
/// nothing. netrd may scale P differently.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: false)
/// let path = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try PortraitDivergence(to: star).run(on: path).value     // 0
/// ```
///
/// - Complexity: O(n (n + m)) time; memory for each thread O(n), and for the portrait the number of its entries.
/// - Source: J. P. Bagrow, E. M. Bollt, Applied Network Science 4 (2019) 45, doi:10.1007/s41109-019-0156-x.
/// - SeeAlso: ``DeltaCon``, ``NetSimile``
public struct PortraitDivergence: GraphAlgorithm, DescribedAlgorithm {
  /// The graph to compare with.
  package var other: CSRGraph

  /// The divergence from another graph.
  ///
  /// - Parameter other: The graph to compare with.
  public init(to other: CSRGraph) { self.other = other }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "portrait-divergence", title: "Portrait divergence", family: .comparison,
    meaning: "Whether actors have equally many others at each distance in two networks.",
    formula: "Jensen-Shannon divergence of P(k, l), the counts k of nodes at distance l", signs: .ignored,
    complexity: "O(n (n + m)) time",
    source: "J. P. Bagrow, E. M. Bollt, Applied Network Science 4 (2019) 45, doi:10.1007/s41109-019-0156-x")

  /// No options beside the other graph.
  package static let parameters: [Parameter<PortraitDivergence>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The divergence in bits.
  /// - Throws: `.undefined` when a graph has no nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GraphDistance {
    try context.checkCancellation()
    let mine = try Portrait(graph, context).shares
    let theirs = try Portrait(other, context).shares
    var divergence = 0.0
    var i = 0
    var j = 0
    while i < mine.count || j < theirs.count {
      let takesMine = j == theirs.count || (i < mine.count && mine[i].key <= theirs[j].key)
      let takesTheirs = i == mine.count || (j < theirs.count && theirs[j].key <= mine[i].key)
      let p = takesMine ? mine[i].share : 0
      let q = takesTheirs ? theirs[j].share : 0
      let middle = (p + q) / 2
      // Both halves at once, so that the divergence back is that forth, bit for bit.
      let mineHalf = p > 0 ? p / 2 * ElementaryFunctions.binaryLogarithm(p / middle) : 0
      let theirHalf = q > 0 ? q / 2 * ElementaryFunctions.binaryLogarithm(q / middle) : 0
      divergence += mineHalf + theirHalf
      if takesMine { i += 1 }
      if takesTheirs { j += 1 }
    }
    return GraphDistance(value: max(0, min(1, divergence)), measure: Self.summary.id)
  }
}

/// A portrait as a distribution: the probability of each entry.
private struct PortraitShare {
  /// Distance and number of nodes in one: l · 2³² + k.
  let key: UInt64
  let share: Double
}

/// The portrait of a graph: for each distance l and number k, how many nodes have k nodes at distance l.
private struct Portrait {
  let shares: [PortraitShare]

  init(_ graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) {
    guard graph.nodeCount > 0 else {
      throw .undefined(reason: "a graph without nodes has no portrait", advice: "project with at least one actor")
    }
    let space = try PathSpace(graph, .out, .steps, allowingZero: true)
    let keys = try context.orderedMap(
      over: graph.nodeCount, makeWorker: { Worker(DistanceSearch(space)) }
    ) { (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var runs = KeyRuns()
      for source in sources {
        try worker.scratch.run(from: source, in: space, context)
        Portrait.addKeys(of: worker.scratch, to: &runs)
      }
      return runs.merged()
    }.reduce(into: KeyRuns()) { $0.append($1) }.merged()
    shares = Self.shares(keys, nodeCount: graph.nodeCount)
  }

  /// The entries of one node: a key for each distance at which it has nodes.
  private static func addKeys(of search: borrowing DistanceSearch, to runs: inout KeyRuns) {
    var position = 0
    while position < search.reachedCount {
      let distance = search.distances[search.order[position]]
      let first = position
      while position < search.reachedCount && search.distances[search.order[position]] == distance { position += 1 }
      runs.append(UInt64(distance) << 32 | UInt64(position - first))
    }
  }

  private static func shares(_ runs: KeyRuns, nodeCount: Int) -> [PortraitShare] {
    let count = Double(nodeCount)
    let longest = Int((runs.keys.last ?? 0) >> 32)
    var rowNodes = [Double](repeating: 0, count: longest + 1)
    var rowPairs = rowNodes
    for (key, times) in zip(runs.keys, runs.counts) {
      rowNodes[Int(key >> 32)] += Double(times)
      rowPairs[Int(key >> 32)] += Double(times) * Double(key & 0xFFFF_FFFF)
    }
    let pairs = rowPairs.reduce(0, +)
    var shares: [PortraitShare] = []
    var position = 0
    for row in 0...longest {
      let share = rowPairs[row] / pairs
      // Nodes with nobody at this distance.
      if rowNodes[row] < count {
        shares.append(PortraitShare(key: UInt64(row) << 32, share: (count - rowNodes[row]) / count * share))
      }
      while position < runs.keys.count && Int(runs.keys[position] >> 32) == row {
        shares.append(
          PortraitShare(key: runs.keys[position], share: Double(runs.counts[position]) / count * share))
        position += 1
      }
    }
    return shares
  }
}

/// Run-length counts: keys, and how often each occurs.
private struct KeyRuns: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var counts: [Int] = []

  mutating func append(_ key: UInt64) {
    keys.append(key)
    counts.append(1)
  }

  mutating func append(_ other: KeyRuns) {
    keys += other.keys
    counts += other.counts
  }

  /// Each key once, in ascending order.
  func merged() -> KeyRuns {
    var result = KeyRuns()
    for position in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      if result.keys.last != keys[position] {
        result.keys.append(keys[position])
        result.counts.append(0)
      }
      result.counts[result.counts.count - 1] += counts[position]
    }
    return result
  }
}
