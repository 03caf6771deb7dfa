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
/// - Complexity: O(n + m) time for each round, about 170 rounds with the defaults and fewer where changes shrink
///   steadily, because their end is then foreseen; O(n + m) memory.
/// - Source: S. Brin, L. Page, Computer Networks 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X; leaps as in S. D.
///   Kamvar, T. H. Haveliwala, C. D. Manning, G. H. Golub, Proc. WWW (2003) 261–270, doi:10.1145/775152.775190.
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
    var rounds = try PageRankRounds(graph, strengths, damping: damping, context)
    var quiet = context
    quiet.progress = nil
    repeat {
      try rounds.advance(in: quiet)
      context.progress?(RunProgress(done: rounds.round, total: iterations))
    } while rounds.residual >= tolerance && rounds.round < iterations
    let convergence = Convergence(
      iterations: rounds.round, residual: rounds.residual, isConverged: rounds.residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    return NodeScores(
      values: rounds.scores(), measure: Self.summary.id, scale: "probability",
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

/// The rounds of PageRank: every node pulls from those that point to it.
///
/// Nodes stand in the order of how many edges arrive, most first. What is read most then lies together, and sums of
/// equal length follow one another, so that the processor foresees where each ends.
private struct PageRankRounds: Sendable {
  /// How many nodes and arcs one thread works on at a time; sums are added up chunk by chunk, so that it is part of the
  /// answer.
  private static let chunkSize = 1 << 15

  private let damping: Double
  /// For each place the node that stands there, and for each node its place.
  private let nodes: [Int32]
  private let places: SharedBuffer<Int32>
  /// Where the arcs of each place begin; the places they come from; how much each counts, empty when each counts 1.
  private let offsets: [Int32]
  /// Places in pieces of about equally many arcs.
  private let chunks: [Range<Int>]
  private let sources: SharedBuffer<Int32>
  private let weights: SharedBuffer<Double>
  /// One over the sum of what leaves each place; 0 where nothing does.
  private let inverses: SharedBuffer<Double>
  private let ranks: SharedBuffer<Double>
  /// What each place hands on for a unit of strength, after the last round and in the one at work.
  private var handedOut: SharedBuffer<Double>
  private var nextHandedOut: SharedBuffer<Double>
  /// How much the last round changed each place, the sum of the squares, and the factor by which changes shrink when
  /// they go on in one direction.
  private let changes: SharedBuffer<Double>
  private var squaredChange = 0.0
  private var shrinkage: Double?
  private var stranded = 0.0
  private(set) var residual = Double.infinity
  private(set) var round = 0

  init(
    _ graph: CSRGraph, _ strengths: [Double]?, damping: Double, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = graph.nodeCount
    self.damping = damping
    nodes = Self.order(graph.incoming)
    offsets = nodes.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32(graph.incoming.count(of: Int($1)))) }
    chunks = Self.chunks(offsets)
    places = SharedBuffer(unwrittenCount: count)
    sources = SharedBuffer(unwrittenCount: graph.incoming.arcCount)
    weights = SharedBuffer(unwrittenCount: strengths == nil ? 0 : graph.incoming.arcCount)
    inverses = SharedBuffer(unwrittenCount: count)
    ranks = SharedBuffer(repeating: 1 / Double(max(count, 1)), count: count)
    handedOut = SharedBuffer(unwrittenCount: count)
    nextHandedOut = SharedBuffer(unwrittenCount: count)
    changes = SharedBuffer(repeating: 0, count: count)
    for place in nodes.indices { places.buffer[nodes[place]] = Int32(truncatingIfNeeded: place) }
    try measureLeaving(graph, strengths, context)
    try layOut(graph.incoming, strengths, context)
    handOut()
  }

  /// What each place hands on.
  private mutating func handOut() {
    stranded = 0
    for place in nodes.indices {
      let rank = ranks.buffer[place]
      let inverse = inverses.buffer[place]
      handedOut.buffer[place] = rank * inverse
      stranded += inverse == 0 ? rank : 0
    }
  }

  /// The nodes in the order of how many arcs they have, most first; those of equally many in ascending order.
  private static func order(_ arcs: Adjacency) -> [Int32] {
    let counts = (0..<(arcs.offsets.count - 1)).map { arcs.count(of: $0) }
    let most = counts.max() ?? 0
    var next = [Int](repeating: 0, count: most + 2)
    for count in counts { next[most - count + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var order = [Int32](repeating: 0, count: counts.count)
    for node in counts.indices {
      order[next[most - counts[node]]] = Int32(truncatingIfNeeded: node)
      next[most - counts[node]] += 1
    }
    return order
  }

  /// Cuts places where enough nodes and arcs have come together.
  private static func chunks(_ offsets: [Int32]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var begin = 0
    for end in offsets.indices.dropFirst()
    where end == offsets.count - 1 || end - begin + Int(offsets[end] - offsets[begin]) >= chunkSize {
      chunks.append(begin..<end)
      begin = end
    }
    return chunks
  }

  /// Adds up what leaves each node, and finds out on the way whether some strength is unfit.
  private func measureLeaving(
    _ graph: CSRGraph, _ strengths: [Double]?, _ context: RunContext
  ) throws(AlgorithmError) {
    let out = graph.out
    let byArc = strengths.map(out.byArc) ?? []
    let areFit = try context.orderedMap(over: nodes.count, chunkSize: 2048, makeWorker: {}) {
      (_: Void, chunk) throws(AlgorithmError) in
      let column = byArc.span
      var areFit = true
      for node in chunk {
        var sum = strengths == nil ? Double(out.count(of: node)) : 0
        var least = Double.infinity
        if strengths != nil {
          for arc in out.range(of: node) {
            let strength = column[unchecked: arc]
            sum += strength
            least = strength < least ? strength : least
          }
        }
        areFit = areFit && least > 0 && (sum == 0 || sum.isNormal)
        inverses.buffer[places.buffer[node]] = sum == 0 ? 0 : 1 / sum
      }
      return areFit
    }
    if areFit.allSatisfy({ $0 }) { return }
    try graph.checkStrengths(strengths)
    let leaving = try ArcSums.sums(of: strengths ?? [], on: graph, .out, context)
    if let node = leaving.firstIndex(where: { $0 != 0 && !$0.isNormal }) {
      throw .undefined(
        reason: "the strengths that leave node \(node) add up to \(leaving[node]), which nothing can be divided by",
        advice: "multiply all strengths by the same number")
    }
  }

  /// Copies the arcs to their places. Goes through the nodes in their own order: the arcs that leave a node then come
  /// up one after the other, and so do their strengths.
  private func layOut(_ arcs: Adjacency, _ strengths: [Double]?, _ context: RunContext) throws(AlgorithmError) {
    _ = try context.orderedMap(over: nodes.count, chunkSize: 2048, makeWorker: {}) {
      (_: Void, chunk) throws(AlgorithmError) in
      let targets = arcs.targets.span
      let edges = arcs.edges.span
      let column = strengths ?? []
      let byEdge = column.span
      for node in chunk {
        var position = Int(offsets[Int(places.buffer[node])])
        for arc in arcs.range(of: node) {
          sources.buffer[position] = places.buffer[targets[unchecked: arc]]
          if !column.isEmpty {
            weights.buffer[position] = byEdge[unchecked: edges.isEmpty ? arc : Int(edges[unchecked: arc])]
          }
          position &+= 1
        }
      }
    }
  }

  /// Does a round. A leap comes before it, so that the ranks and the residual are always those of a plain round.
  mutating func advance(in context: RunContext) throws(AlgorithmError) {
    if let shrinkage { leap(shrinkage) }
    let share = (1 - damping + damping * stranded) / Double(max(nodes.count, 1))
    let parts = try context.orderedMap(over: chunks.count, chunkSize: 1, makeWorker: {}) {
      [self] (_: Void, piece) throws(AlgorithmError) in pull(into: chunks[piece.lowerBound], share)
    }
    stranded = parts.reduce(0) { $0 + $1.stranded }
    residual = parts.reduce(0) { $0 + $1.residual }
    let square = parts.reduce(0) { $0 + $1.squaredChange }
    let product = parts.reduce(0) { $0 + $1.product }
    let factor = product / squaredChange
    // Within six degrees of the direction before; no change shrinks more slowly than by the damping.
    let isSteady = product * product > 0.99 * square * squaredChange && abs(factor) <= damping
    shrinkage = isSteady ? factor : nil
    squaredChange = square
    round += 1
    swap(&handedOut, &nextHandedOut)
  }

  /// Goes at once where changes that shrink by a factor would lead in the end: by 1 + f + f² + …
  ///
  /// After S. D. Kamvar, T. H. Haveliwala, C. D. Manning, G. H. Golub, Proc. WWW (2003) 261–270,
  /// doi:10.1145/775152.775190.
  private mutating func leap(_ factor: Double) {
    for place in nodes.indices { ranks.buffer[place] += changes.buffer[place] * factor / (1 - factor) }
    handOut()
    // The next change has another direction, and says nothing about those after it.
    squaredChange = 0
  }

  private func pull(into chunk: Range<Int>, _ share: Double) -> PageRankPart {
    let begins = offsets.span
    var part = PageRankPart()
    for place in chunk {
      let arcs = Int(begins[unchecked: place])..<Int(begins[unchecked: place &+ 1])
      let sum = weights.buffer.count == 0 ? plainSum(arcs) : weightedSum(arcs)
      let rank = share + damping * sum
      let inverse = inverses.buffer[place]
      let change = rank - ranks.buffer[place]
      part.residual += abs(change)
      part.squaredChange += change * change
      part.product += change * changes.buffer[place]
      changes.buffer[place] = change
      part.stranded += inverse == 0 ? rank : 0
      ranks.buffer[place] = rank
      nextHandedOut.buffer[place] = rank * inverse
    }
    return part
  }

  /// Sum of what some arcs bring, in four strands, so that no addition waits for the one before.
  @inline(__always)
  private func weightedSum(_ arcs: Range<Int>) -> Double {
    let (sources, weights, handed) = (sources.buffer.pointer, weights.buffer.pointer, handedOut.buffer.pointer)
    var sums = SIMD4<Double>.zero
    var arc = arcs.lowerBound
    while arc &+ 4 <= arcs.upperBound {
      sums += SIMD4(
        handed[Int(sources[arc])] * weights[arc], handed[Int(sources[arc &+ 1])] * weights[arc &+ 1],
        handed[Int(sources[arc &+ 2])] * weights[arc &+ 2], handed[Int(sources[arc &+ 3])] * weights[arc &+ 3])
      arc &+= 4
    }
    var sum = sums.sum()
    while arc < arcs.upperBound {
      sum += handed[Int(sources[arc])] * weights[arc]
      arc &+= 1
    }
    return sum
  }

  /// The same where every arc counts 1.
  @inline(__always)
  private func plainSum(_ arcs: Range<Int>) -> Double {
    let (sources, handed) = (sources.buffer.pointer, handedOut.buffer.pointer)
    var sums = SIMD4<Double>.zero
    var arc = arcs.lowerBound
    while arc &+ 4 <= arcs.upperBound {
      sums += SIMD4(
        handed[Int(sources[arc])], handed[Int(sources[arc &+ 1])], handed[Int(sources[arc &+ 2])],
        handed[Int(sources[arc &+ 3])])
      arc &+= 4
    }
    var sum = sums.sum()
    while arc < arcs.upperBound {
      sum += handed[Int(sources[arc])]
      arc &+= 1
    }
    return sum
  }

  /// The ranks by node, their sum made 1.
  func scores() -> [Double] {
    var sum = 0.0
    for place in nodes.indices { sum += ranks.buffer[place] }
    return (0..<nodes.count).map { ranks.buffer[places.buffer[$0]] / sum }
  }
}

/// What a chunk adds to a round.
private struct PageRankPart: Sendable {
  /// The ranks of the nodes without a way out.
  var stranded = 0.0
  /// How far the ranks are from those of the round before.
  var residual = 0.0
  /// The square of this change, and its product with the change before.
  var squaredChange = 0.0
  var product = 0.0
}
