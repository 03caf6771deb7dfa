import GraphCore

/// The rounds of PageRank: every node pulls from those that point to it.
///
/// Nodes stand in the order of how many edges arrive, most first. What is read most then lies together, and sums of
/// equal length follow one another, so that the processor foresees where each ends.
struct PageRankRounds: Sendable {
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
    let incoming = graph.incoming
    self.damping = damping
    nodes = CountingOrder.greatestFirst((0..<count).map { incoming.count(of: $0) })
    offsets = Self.offsets(nodes, incoming)
    chunks = Self.chunks(offsets)
    places = SharedBuffer(unwrittenCount: count)
    sources = SharedBuffer(unwrittenCount: incoming.arcCount)
    weights = SharedBuffer(unwrittenCount: strengths == nil ? 0 : incoming.arcCount)
    inverses = SharedBuffer(unwrittenCount: count)
    ranks = SharedBuffer(repeating: 1 / Double(max(count, 1)), count: count)
    handedOut = SharedBuffer(unwrittenCount: count)
    nextHandedOut = SharedBuffer(unwrittenCount: count)
    changes = SharedBuffer(repeating: 0, count: count)
    for place in nodes.indices { places.buffer[nodes[place]] = Int32(truncatingIfNeeded: place) }
    try measureLeaving(graph, strengths, context)
    try layOut(incoming, strengths, context)
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

  private static func offsets(_ nodes: [Int32], _ arcs: Adjacency) -> [Int32] {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(nodes.count + 1)
    var end: Int32 = 0
    for node in nodes {
      end &+= Int32(truncatingIfNeeded: arcs.count(of: Int(node)))
      offsets.append(end)
    }
    return offsets
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
        reason: "the strengths that leave \(node: node) add up to \(leaving[node]), which nothing can be divided by",
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

/// A chunk's part of a round.
private struct PageRankPart: Sendable {
  /// The ranks of the nodes without a way out.
  var stranded = 0.0
  /// How far the ranks are from those of the round before.
  var residual = 0.0
  /// The square of this change, and its product with the change before.
  var squaredChange = 0.0
  var product = 0.0
}
