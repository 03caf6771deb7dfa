import GraphCore

/// Scores each node by how often a wanderer is there who follows edges at random and now and then starts anew.
///
/// With damping α, strengths *w*, and *D* the nodes without outgoing edges:
///
///     p(v) = (1 − α) / n + α ( Σ_{u → v} p(u) w(u, v) / Σ_x w(u, x)  +  Σ_{u ∈ D} p(u) / n )
///
/// **Reading.** Who is held in regard by those who are held in regard. A node hands on no more than it has, so being
/// one of the many that a hub points to is worth little.
///
/// **Graph.** Directed edges are followed forward: standing comes from who points *to* a node. Undirected edges go both
/// ways. Parallel edges count each. A self-loop keeps part of the standing at its node; an undirected one counts
/// twice, as in the degree. A node without outgoing edges hands its standing to all nodes alike. Signs are ignored.
///
/// **Weights.** ``weight`` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Range.** From (1 − α) / n to 1; the sum is 1 within 1e-12.
///
/// **Precision.** Iterated until two rounds differ by less than ``tolerance`` in the sum of absolute differences; the
/// distance to the limit is then at most α / (1 − α) times that.
///
/// **Repeatability.** The same bits at any thread count: each node adds up its own neighbours in their order.
///
/// **Other programs.** NetworkX and igraph agree on directed and undirected graphs, loops of undirected graphs
/// excepted (NetworkX counts those once, igraph twice). NetworkX stops at n times the tolerance it is given.
///
/// ```swift
/// let pair = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false)
/// try PageRank().run(on: pair).values     // [0.5, 0.5]
/// ```
///
/// - Complexity: O(n + m) time for each round, about 170 rounds at most with the defaults; O(n + m) memory.
/// - Source: S. Brin, L. Page, Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X.
public struct PageRank: NodeMeasure {
  /// How likely the wanderer follows an edge rather than start anew; from 0 to below 1.
  public var damping: Double
  /// When to stop: how far two rounds may be apart, as a sum of absolute differences.
  public var tolerance: Double
  /// How many rounds to try.
  public var iterations: Int
  /// How much a tie counts.
  public var weight: TieWeight

  /// PageRank with the usual damping of 0.85.
  public init() { self.init(damping: 0.85) }

  /// PageRank with a damping.
  public init(
    damping: Double, tolerance: Double = 1e-12, iterations: Int = 1000, weight: TieWeight = .automatic
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.iterations = iterations
    self.weight = weight
  }

  /// What the measure is.
  public static let summary = AlgorithmSummary(
    id: "pagerank", title: "PageRank", family: .walks,
    meaning: "Who is held in regard by those who are held in regard.",
    formula: "p(v) = (1 - a) / n + a (sum over u -> v of p(u) w(u, v) / w(u) + p(nodes without way out) / n)",
    signs: .ignored, complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "S. Brin, L. Page, Computer Networks 30 (1998) 107-117, doi:10.1016/S0169-7552(98)00110-X")

  /// The options by name.
  public static let parameters: [Parameter<PageRank>] = [
    .number("damping", \.damping, in: 0...(1.0.nextDown), "How likely an edge is followed rather than a new start."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `probability`.
  /// - Throws: `.invalidParameter` for an option out of its range; `.missingColumn` when strengths were asked for and
  ///   there are none; `.unfitValue` for a strength that is not a finite number above 0; `.undefined` when the
  ///   strengths at a node are too large to add or too small to divide by; `.notConverged` after ``iterations``
  ///   rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try checkParameters()
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    let step = try PageRankStep(graph, strengths, damping: damping, context)
    var quiet = context
    quiet.progress = nil
    var state = step.start()
    repeat {
      state = try step.next(after: state, in: quiet)
      context.progress?(RunProgress(done: state.round, total: iterations))
    } while state.residual >= tolerance && state.round < iterations
    let (ranks, residual, round) = (state.ranks, state.residual, state.round)
    let convergence = Convergence(iterations: round, residual: residual, isConverged: residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    let sum = ranks.reduce(0, +)
    return NodeScores(
      values: ranks.map { $0 / sum }, measure: Self.summary.id, scale: "probability",
      direction: graph.effective(.out), weights: strengths == nil ? nil : .strength, convergence: convergence)
  }

  private func checkParameters() throws(AlgorithmError) {
    guard damping >= 0 && damping < 1 else {
      throw .invalidParameter(name: "damping", value: "\(damping)", needed: "a number from 0 to below 1")
    }
    guard tolerance > 0 && tolerance < .infinity else {
      throw .invalidParameter(name: "tolerance", value: "\(tolerance)", needed: "a number above 0")
    }
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
  }
}

/// One round of PageRank: every node pulls from those that point to it.
private struct PageRankStep: Sendable {
  private let damping: Double
  private let arcs: Adjacency
  /// Strength of each arc, in the order of the arcs; empty when each counts 1.
  private let weights: [Double]
  /// Sum of what leaves each node; 0 where nothing does.
  private let leaving: [Double]

  init(
    _ graph: CSRGraph, _ strengths: [Double]?, damping: Double, _ context: RunContext
  ) throws(AlgorithmError) {
    self.damping = damping
    arcs = graph.incoming
    weights = strengths.map(graph.incoming.byArc) ?? []
    if let strengths {
      leaving = try ArcSums.sums(of: strengths, on: graph, .out, context)
    } else {
      leaving = (0..<graph.nodeCount).map { Double(graph.out.count(of: $0)) }
    }
    if let node = leaving.firstIndex(where: { $0 != 0 && !$0.isNormal }) {
      throw .undefined(
        reason: "the strengths that leave node \(node) add up to \(leaving[node]), which nothing can be divided by",
        advice: "multiply all strengths by the same number")
    }
  }

  /// All ranks alike.
  func start() -> PageRankState {
    let rank = 1 / Double(max(leaving.count, 1))
    var stranded = 0.0
    for sum in leaving where sum == 0 { stranded += rank }
    return PageRankState(
      ranks: [Double](repeating: rank, count: leaving.count), handedOut: leaving.map { $0 == 0 ? 0 : rank / $0 },
      stranded: stranded, residual: .infinity, round: 0)
  }

  /// The state after another round: chunks of nodes are put together in their order.
  func next(after state: PageRankState, in context: RunContext) throws(AlgorithmError) -> PageRankState {
    let share = (1 - damping + damping * state.stranded) / Double(max(leaving.count, 1))
    let parts = try context.orderedMap(over: leaving.count, chunkSize: 4096, makeWorker: {}) {
      (_: Void, nodes) throws(AlgorithmError) in pull(into: nodes, from: state, share)
    }
    var next = PageRankState(ranks: [], handedOut: [], stranded: 0, residual: 0, round: state.round + 1)
    next.ranks.reserveCapacity(leaving.count)
    next.handedOut.reserveCapacity(leaving.count)
    for part in parts {
      next.ranks += part.ranks
      next.handedOut += part.handedOut
      next.stranded += part.stranded
      next.residual += part.residual
    }
    return next
  }

  private func pull(into nodes: Range<Int>, from state: PageRankState, _ share: Double) -> PageRankState {
    var part = PageRankState(ranks: [], handedOut: [], stranded: 0, residual: 0, round: state.round)
    part.ranks.reserveCapacity(nodes.count)
    part.handedOut.reserveCapacity(nodes.count)
    for node in nodes {
      let sum = weights.isEmpty ? plainSum(at: node, of: state.handedOut) : weightedSum(at: node, of: state.handedOut)
      let rank = share + damping * sum
      let left = leaving[node]
      part.residual += abs(rank - state.ranks[node])
      part.stranded += left == 0 ? rank : 0
      part.ranks.append(rank)
      part.handedOut.append(left == 0 ? 0 : rank / left)
    }
    return part
  }

  /// Sum over the arcs of a node, in four strands, so that no addition waits for the one before.
  private func weightedSum(at node: Int, of handedOut: [Double]) -> Double {
    let sources = arcs.targets.span
    let strengths = weights.span
    let handed = handedOut.span
    let range = arcs.range(of: node)
    var sums = SIMD4<Double>.zero
    var arc = range.lowerBound
    while arc &+ 4 <= range.upperBound {
      sums += SIMD4(
        handed[unchecked: Int(sources[unchecked: arc])] * strengths[unchecked: arc],
        handed[unchecked: Int(sources[unchecked: arc &+ 1])] * strengths[unchecked: arc &+ 1],
        handed[unchecked: Int(sources[unchecked: arc &+ 2])] * strengths[unchecked: arc &+ 2],
        handed[unchecked: Int(sources[unchecked: arc &+ 3])] * strengths[unchecked: arc &+ 3])
      arc &+= 4
    }
    var sum = sums.sum()
    while arc < range.upperBound {
      sum += handed[unchecked: Int(sources[unchecked: arc])] * strengths[unchecked: arc]
      arc &+= 1
    }
    return sum
  }

  /// The same where every arc counts 1.
  private func plainSum(at node: Int, of handedOut: [Double]) -> Double {
    let sources = arcs.targets.span
    let handed = handedOut.span
    let range = arcs.range(of: node)
    var sums = SIMD4<Double>.zero
    var arc = range.lowerBound
    while arc &+ 4 <= range.upperBound {
      sums += SIMD4(
        handed[unchecked: Int(sources[unchecked: arc])], handed[unchecked: Int(sources[unchecked: arc &+ 1])],
        handed[unchecked: Int(sources[unchecked: arc &+ 2])], handed[unchecked: Int(sources[unchecked: arc &+ 3])])
      arc &+= 4
    }
    var sum = sums.sum()
    while arc < range.upperBound {
      sum += handed[unchecked: Int(sources[unchecked: arc])]
      arc &+= 1
    }
    return sum
  }
}

/// Ranks after a round, of all nodes or of a chunk.
private struct PageRankState: Sendable {
  var ranks: [Double]
  /// What each node hands on for a unit of strength.
  var handedOut: [Double]
  /// The ranks of the nodes without a way out.
  var stranded: Double
  /// How far the ranks are from those of the round before.
  var residual: Double
  var round: Int
}
