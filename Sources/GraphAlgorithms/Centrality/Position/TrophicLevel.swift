import GraphCore

/// Scores each node by how high it stands above those who get nothing from anybody.
///
/// A node without arriving edges stands at 1; any other stands one above the weighted mean of those it gets from:
///
///     s(v) = 1 + Σ_{u → v} w(u, v) s(u) / Σ_{x → v} w(x, v)
///
/// **Reading.** Layers of a flow: of money, orders or supplies, from the sources up. In a chain it is the place in the
/// chain; who is fed by several layers stands between. It says nothing about amounts.
///
/// **Graph.** Directed only. Refused unless every node gets something, however far round, from a node without arriving
/// edges: inside a closed circle there is no bottom to count from. Parallel edges count each. A self-loop counts as
/// getting from oneself, which lifts the node. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From 1; without bound where circles feed themselves.
///
/// **Precision.** Exact up to plain sums outside of circles; within and behind circles the linear equations are solved
/// by elimination, which needs no exchange of rows here.
///
/// **Repeatability.** The same bits at every run and any order of the input.
///
/// **Other programs.** NetworkX agrees (`trophic_levels`), and refuses the same graphs.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(0, 2)]
/// try TrophicLevel().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true)).values     // [1, 2, 2.5]
/// ```
///
/// - Complexity: O(n + m) time where there are no circles; O(c³) time and O(c²) memory for the c nodes on circles or
///   behind them, of which there may be 2000.
/// - Source: S. Levine, J. Theoretical Biology 83 (1980) 195–207, doi:10.1016/0022-5193(80)90288-X.
/// - SeeAlso: ``LocalReachingCentrality``
public struct TrophicLevel: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  /// How many nodes may stand on circles or behind them.
  static let largestSystem = 2000

  package init() { self.init(weight: .automatic) }

  /// Trophic levels, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .automatic) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "trophic-level", title: "Trophic level", family: .position,
    meaning: "How high an actor stands above those who get nothing from anybody.",
    formula: "s(v) = 1 + sum over u -> v of w(u, v) s(u) / w(v)", signs: .ignored, graphs: .directed,
    complexity: "O(n + m) time without circles, O(c^3) for the c <= 2000 nodes on circles or behind them",
    source: "S. Levine, J. Theor. Biol. 83 (1980) 195-207, doi:10.1016/0022-5193(80)90288-X")

  /// The options by name.
  package static let parameters: [Parameter<TrophicLevel>] = [
    .choice("weight", \.weight, "Whether a tie counts its strength or 1.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One level for each node, on the scale `level`.
  /// - Throws: `.undefined` for an undirected graph, and when some node gets nothing from a node without arriving edges;
  ///   `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is not a
  ///   finite number above 0; `.limitExceeded` for more than 2000 nodes on circles or behind them, or strengths too
  ///   large to add or too small to divide by; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try context.checkCancellation()
    guard graph.isDirected else {
      throw .undefined(
        reason: "without directions nobody stands above anybody", advice: "use coreness for the layers of a network")
    }
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    try checkReach(of: graph, context)
    let shares = try ArrivalShares(graph, strengths, context)
    var levels = [Double](repeating: 0, count: graph.nodeCount)
    let circling = try climb(graph, shares, &levels, context)
    try shares.solve(for: circling, &levels, context)
    return NodeScores(
      values: levels, measure: Self.summary.id, scale: "level", direction: .in,
      weights: strengths == nil ? nil : .strength)
  }

  /// Refuses a graph in which some node cannot be reached from a node without arriving edges.
  private func checkReach(of graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) {
    var isReached = (0..<graph.nodeCount).map { graph.incoming.count(of: $0) == 0 }
    var queue = isReached.indices.filter { isReached[$0] }
    var head = 0
    while head < queue.count {
      if head & 1023 == 0 { try context.checkCancellation() }
      for arc in graph.out.range(of: queue[head]) {
        let next = Int(graph.out.targets[arc])
        guard !isReached[next] else { continue }
        isReached[next] = true
        queue.append(next)
      }
      head += 1
    }
    if let node = isReached.firstIndex(of: false) {
      throw .undefined(
        reason: "\(graph.nodeCount - queue.count) nodes, \(node: node) among them, get nothing from a node without "
          + "arriving edges",
        advice: "leave out closed circles, or use local-reaching or pagerank")
    }
  }

  /// Finds the levels of all nodes before any circle, from the bottom up; returns the others.
  private func climb(
    _ graph: CSRGraph, _ shares: ArrivalShares, _ levels: inout [Double], _ context: RunContext
  ) throws(AlgorithmError) -> [Int] {
    var waiting = (0..<graph.nodeCount).map { graph.incoming.count(of: $0) }
    var queue = waiting.indices.filter { waiting[$0] == 0 }
    var head = 0
    while head < queue.count {
      if head & 1023 == 0 { try context.checkCancellation() }
      let node = queue[head]
      levels[node] = shares.level(of: node, levels)
      for arc in graph.out.range(of: node) {
        let next = Int(graph.out.targets[arc])
        waiting[next] -= 1
        if waiting[next] == 0 { queue.append(next) }
      }
      head += 1
    }
    return waiting.indices.filter { waiting[$0] > 0 }
  }
}

/// The transition shares: from whom each node gets how much of what it gets.
private struct ArrivalShares: Sendable {
  private let arcs: Adjacency
  /// The share of each arriving arc.
  private let shares: [Double]

  init(_ graph: CSRGraph, _ strengths: [Double]?, _ context: RunContext) throws(AlgorithmError) {
    arcs = graph.incoming
    var shares = strengths.map(graph.incoming.byArc) ?? [Double](repeating: 1, count: graph.incoming.arcCount)
    for node in 0..<graph.nodeCount where graph.incoming.count(of: node) > 0 {
      let range = graph.incoming.range(of: node)
      let sum = shares[range].reduce(0, +)
      guard sum.isNormal else {
        throw .limitExceeded(
          what: "the sum of the strengths that arrive at \(node: node)", needed: "\(sum)",
          limit: "\(Double.leastNormalMagnitude) to \(Double.greatestFiniteMagnitude)")
      }
      for arc in range { shares[arc] /= sum }
    }
    self.shares = shares
  }

  /// One above the mean of those it gets from.
  func level(of node: Int, _ levels: [Double]) -> Double {
    var sum = 1.0
    for arc in arcs.range(of: node) { sum += shares[arc] * levels[Int(arcs.targets[arc])] }
    return sum
  }

  /// Finds the levels of nodes that depend on each other: (I − P) s = 1 + what comes from below.
  func solve(for nodes: [Int], _ levels: inout [Double], _ context: RunContext) throws(AlgorithmError) {
    let count = nodes.count
    guard count <= TrophicLevel.largestSystem else {
      throw .limitExceeded(
        what: "trophic levels on circles and behind them", needed: "\(count) nodes",
        limit: "\(TrophicLevel.largestSystem) nodes")
    }
    let places = Buffer<Int32>(repeating: -1, count: levels.count)
    for (place, node) in nodes.enumerated() { places[node] = Int32(truncatingIfNeeded: place) }
    let width = count + 1
    let rows = Buffer(repeating: 0.0, count: count * width)
    for (row, node) in nodes.enumerated() {
      rows[row * width + row] = 1
      rows[row * width + count] = 1
      for arc in arcs.range(of: node) {
        let source = Int(arcs.targets[arc])
        if places[source] >= 0 {
          rows[row * width + Int(places[source])] -= shares[arc]
        } else {
          rows[row * width + count] += shares[arc] * levels[source]
        }
      }
    }
    try Self.eliminate(rows, count: count, context)
    for row in stride(from: count - 1, through: 0, by: -1) {
      var sum = rows[row * width + count]
      for column in (row + 1)..<max(count, row + 1) { sum -= rows[row * width + column] * levels[nodes[column]] }
      levels[nodes[row]] = sum / rows[row * width + row]
    }
  }

  private static func eliminate(
    _ rows: borrowing Buffer<Double>, count: Int, _ context: RunContext
  ) throws(AlgorithmError) {
    let width = count + 1
    for pivot in 0..<count {
      if pivot & 3 == 0 {
        try context.checkCancellation()
        context.progress?(RunProgress(done: pivot, total: count))
      }
      for row in (pivot + 1)..<max(count, pivot + 1) where rows[row * width + pivot] != 0 {
        let factor = rows[row * width + pivot] / rows[pivot * width + pivot]
        for column in (pivot + 1)..<width { rows[row * width + column] -= factor * rows[pivot * width + column] }
      }
    }
  }
}
