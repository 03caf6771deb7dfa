import GraphCore

/// What ``CommunityAnnealer`` does, for a few communities: keeps how strongly each node is tied to each of them in a
/// table, so that a node decides without a look at its neighbours, and only moves cost as much as there are ties.
///
/// The numbers in the table are whole multiples of a small unit, so that sums are exact and it does not matter which
/// move is added first. The moves of a turn go into the rows of each band of the nodes, one piece of work each. Blocks
/// and bands are given out alike, so that a row mostly stays with one thread.
struct DenseAnnealer: Sendable {
  /// How many communities are weighed at once: as many as the smallest vectors hold.
  private static let lanes = 4
  private static let bands = 4

  private let graph: CommunityGraph
  private let state: AnnealingState
  private let groupCount: Int
  /// How long a row is: the communities, rounded up.
  private let width: Int
  private let noise: GumbelNoise
  /// The mean weight of a tie, the unit of gains, so that they fit into few digits.
  private let meanTie: Double
  /// How many units of a node make the weight 1.
  private let scales: SharedBuffer<Double>
  /// Where each arc leads, and its weight in units of the node there.
  private let arcs: SharedBuffer<TableArc>
  /// For each node its unit, then x and y of each layer, in few digits.
  private let factors: SharedBuffer<Float>
  /// Where the arcs into each band begin, and where the last end: five for each node.
  private let bandStarts: SharedBuffer<Int32>
  /// How strongly each node is tied to each community, in units of the node: whole numbers, below 2^24.
  private let rows: SharedBuffer<Float>
  /// y of each community in few digits, one layer after the other.
  private let roundedTotals: SharedBuffer<Float>
  /// How many moves the last turn made.
  private let moveCount = SharedBuffer<Int>(repeating: 0, count: 1)

  /// The community of each node.
  var groups: [Int32] { state.community.buffer.array() }

  /// Whether a table pays: it must not be much larger than the ties themselves.
  static func suits(_ graph: CommunityGraph, groupCount: Int) -> Bool {
    groupCount <= GumbelNoise.reach && groupCount * graph.nodeCount <= 4 * graph.targets.count
  }

  /// An annealer that starts from a division; it never makes a community more.
  ///
  /// - Precondition: ``suits(_:groupCount:)``; neighbours in ascending order.
  init(_ graph: CommunityGraph, from start: Partition, _ noise: GumbelNoise) {
    self.graph = graph
    self.noise = noise
    state = AnnealingState(graph, from: start)
    meanTie = graph.meanTie
    groupCount = start.groupCount
    width = (start.groupCount + Self.lanes - 1) / Self.lanes * Self.lanes
    scales = SharedBuffer(unwrittenCount: graph.nodeCount)
    let offsets = graph.offsets.span
    let weights = graph.weights.span
    for node in 0..<graph.nodeCount {
      var sum = 0.0
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        sum += abs(weights[unchecked: arc])
      }
      scales.buffer[node] = min(0x1p23 / sum, .greatestFiniteMagnitude)
    }
    arcs = SharedBuffer(unwrittenCount: graph.targets.count)
    factors = SharedBuffer(unwrittenCount: graph.nodeCount * (1 + 2 * graph.layerCount))
    bandStarts = SharedBuffer(unwrittenCount: graph.nodeCount * (Self.bands + 1))
    rows = SharedBuffer(repeating: 0, count: graph.nodeCount * width)
    roundedTotals = SharedBuffer(repeating: 0, count: width * graph.layerCount)
  }

  /// Makes a pass at each of some temperatures.
  ///
  /// - Throws: `.cancelled`.
  func run(
    _ temperatures: AnnealingTemperatures, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    let seed = random.next()
    try context.inSteps(makeWorker: {}) { (_: Void, piece) in
      work(piece)
    } lead: { (leader) throws(AlgorithmError) in
      roundTotals()
      leader.run(step: Step.fill, pieces: state.blockCount)
      try state.run(temperatures, seed: seed, context) { turn, pieces in
        leader.run(step: Step.decide + turn, pieces: pieces)
      } follow: { count in
        roundTotals()
        moveCount.buffer[0] = count
        leader.run(step: Step.follow, pieces: Self.bands)
      }
    }
  }

  private enum Step {
    static let fill = 0
    static let follow = 1
    /// And the number of the turn.
    static let decide = 2
  }

  private func work(_ piece: StepPiece) {
    switch piece.step {
    case Step.fill: fill(state.nodes(ofBlock: piece.piece))
    case Step.follow: follow(intoBand: piece.piece)
    default: decide(state.nodes(ofTurn: piece.step - Step.decide, piece: piece.piece), piece.piece)
    }
  }

  /// Writes the rows of some nodes.
  private func fill(_ nodes: Range<Int>) {
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let size = Int32(truncatingIfNeeded: (graph.nodeCount + Self.bands - 1) / Self.bands)
    let community = state.community.buffer.pointer
    let scales = scales.buffer.pointer
    let arcs = arcs.buffer.pointer
    for node in nodes {
      let row = rows.buffer.pointer.advanced(by: node &* width)
      let starts = bandStarts.buffer.pointer.advanced(by: node &* (Self.bands + 1))
      let end = Int(offsets[unchecked: node &+ 1])
      var arc = Int(offsets[unchecked: node])
      for band in 0..<Self.bands {
        starts[band] = Int32(truncatingIfNeeded: arc)
        let limit = Int32(truncatingIfNeeded: band &+ 1) &* size
        while arc < end && targets[unchecked: arc] < limit {
          let other = Int(targets[unchecked: arc])
          let weight = weights[unchecked: arc]
          arcs[arc] = TableArc(target: targets[unchecked: arc], weight: Float(Int32(weight * scales[other])))
          row[Int(community[other])] += Float(Int32(weight * scales[node]))
          arc &+= 1
        }
      }
      starts[Self.bands] = Int32(truncatingIfNeeded: end)
      let layers = graph.layerCount
      let own = factors.buffer.pointer.advanced(by: node &* (1 &+ 2 &* layers))
      own[0] = Float(1 / (scales[node] * meanTie))
      for layer in 0..<layers {
        own[1 &+ layer] = Float(graph.pulls[node &* layers &+ layer])
        own[1 &+ layers &+ layer] = Float(graph.masses[node &* layers &+ layer] / meanTie)
      }
    }
  }

  /// Chooses a community for each node of a piece of a turn.
  private func decide(_ nodes: Range<Int>, _ piece: Int) {
    let layers = graph.layerCount
    var random = state.random(ofPiece: piece)
    let temperature = Float(state.temperature.buffer[0] / meanTie)
    let totals = UnsafeRawPointer(roundedTotals.buffer.pointer)
    let moves = state.moves.buffer.pointer.advanced(by: nodes.lowerBound)
    var count = 0
    for node in nodes {
      let own = state.community.buffer[node]
      let factors = factors.buffer.pointer.advanced(by: node &* (1 &+ 2 &* layers))
      let unit = factors[0]
      let row = UnsafeRawPointer(rows.buffer.pointer.advanced(by: node &* width))
      let start = GumbelNoise.start(&random)
      let noise = UnsafeRawPointer(noise.values.buffer.pointer + start)
      var best = SIMD4<Float>(repeating: -Float.infinity)
      var bestGroup = SIMD4<Int32>(repeating: 0)
      var group = SIMD4<Int32>(0, 1, 2, 3)
      for byte in stride(from: 0, to: 4 &* width, by: 4 &* Self.lanes) {
        let links = row.loadUnaligned(fromByteOffset: byte, as: SIMD4<Float>.self)
        let push = noise.loadUnaligned(fromByteOffset: byte, as: SIMD4<Float>.self)
        var gain = links * unit
        gain += push * temperature
        for layer in 0..<layers {
          let place: Int = layer &* 4 &* width &+ byte
          let total = totals.loadUnaligned(fromByteOffset: place, as: SIMD4<Float>.self)
          gain -= total * factors[1 &+ layer]
        }
        let isBetter = (gain .> best) .& (links .> 0)
        best.replace(with: gain, where: isBetter)
        bestGroup.replace(with: group, where: isBetter)
        group &+= 4
      }
      var chosen = own
      var chosenGain = rows.buffer[node &* width &+ Int(own)] * unit
      chosenGain += temperature * self.noise.values.buffer[start &+ Int(own)]
      for layer in 0..<layers {
        let rest = roundedTotals.buffer[layer &* width &+ Int(own)] - factors[1 &+ layers &+ layer]
        chosenGain -= factors[1 &+ layer] * rest
      }
      for lane in 0..<Self.lanes {
        let isBetter = best[lane] > chosenGain
        chosen = isBetter ? bestGroup[lane] : chosen
        chosenGain = isBetter ? best[lane] : chosenGain
      }
      moves[count] = CommunityMove(node: Int32(truncatingIfNeeded: node), from: own, to: chosen)
      count &+= chosen == own ? 0 : 1
    }
    state.moveCounts.buffer[piece] = Int32(truncatingIfNeeded: count)
  }

  private func roundTotals() {
    for group in 0..<groupCount {
      for layer in 0..<graph.layerCount {
        roundedTotals.buffer[layer * width + group] = Float(
          state.totals.buffer[group * graph.layerCount + layer] / meanTie)
      }
    }
  }

  /// Writes the moves of a turn into the rows of a band of the nodes.
  private func follow(intoBand band: Int) {
    let arcs = arcs.buffer.pointer
    let rows = rows.buffer.pointer
    for position in 0..<moveCount.buffer[0] {
      let move = state.moves.buffer[position]
      let place = Int(move.node) &* (Self.bands + 1) &+ band
      for arc in Int(bandStarts.buffer[place])..<Int(bandStarts.buffer[place &+ 1]) {
        let weight = arcs[arc].weight
        let row = rows.advanced(by: Int(arcs[arc].target) &* width)
        row[Int(move.from)] -= weight
        row[Int(move.to)] += weight
      }
    }
  }
}

/// Where an arc leads, and its weight.
private struct TableArc: Sendable, BitwiseCopyable {
  let target: Int32
  let weight: Float
}
