import GraphCore

/// The communities while annealing goes on, and how nodes take turns: every fourth block of nodes decides at a time, the
/// threads sharing the blocks; then one thread makes the moves.
struct AnnealingState: Sendable {
  /// How many turns make a pass.
  static let turns = 4

  let graph: CommunityGraph
  /// How many nodes make a block, the piece of work; depends on nothing but how many there are.
  let blockSize: Int
  /// How many blocks there are.
  let blockCount: Int
  /// The community of each node.
  let community: SharedBuffer<Int32>
  /// y of each community, layer after layer.
  let totals: SharedBuffer<Double>
  /// The moves of a turn: each block has room for all its nodes until they are brought together at the start.
  let moves: SharedBuffer<CommunityMove>
  /// How many moves each block of the turn makes.
  let moveCounts: SharedBuffer<Int32>
  /// The temperature of the pass.
  let temperature = SharedBuffer<Double>(repeating: 0, count: 1)
  /// What the random numbers of the turn begin with.
  private let seed = SharedBuffer<UInt64>(repeating: 0, count: 1)

  init(_ graph: CommunityGraph, from start: Partition) {
    self.graph = graph
    blockSize = max(256, (graph.nodeCount + 4095) / 4096)
    blockCount = (graph.nodeCount + blockSize - 1) / blockSize
    community = SharedBuffer(unwrittenCount: graph.nodeCount)
    for node in 0..<graph.nodeCount { community.buffer[node] = start.groups[node] }
    let sums = graph.sums(of: graph.masses, in: start.groups, count: start.groupCount)
    totals = SharedBuffer(unwrittenCount: sums.count)
    for index in sums.indices { totals.buffer[index] = sums[index] }
    moves = SharedBuffer(unwrittenCount: graph.nodeCount)
    moveCounts = SharedBuffer(repeating: 0, count: blockCount)
  }

  /// Makes a pass at each of some temperatures.
  ///
  /// - Parameters:
  ///   - decide: Runs the step in which the nodes of a turn decide, of so many pieces.
  ///   - follow: Is told how many moves there are.
  /// - Throws: `.cancelled`.
  func run(
    _ temperatures: AnnealingTemperatures, seed first: UInt64, _ context: RunContext,
    decide: (_ turn: Int, _ pieces: Int) -> Void, follow: (_ moveCount: Int) -> Void
  ) throws(AlgorithmError) {
    var random = SeededGenerator(seed: first)
    for pass in 0..<temperatures.passes {
      temperature.buffer[0] = temperatures[pass]
      for turn in 0..<Self.turns {
        try context.checkCancellation()
        seed.buffer[0] = random.next()
        let pieces = (blockCount - turn + Self.turns - 1) / Self.turns
        decide(turn, pieces)
        follow(carryOut(turn, pieces))
      }
    }
  }

  func nodes(ofBlock block: Int) -> Range<Int> {
    (block * blockSize)..<min((block + 1) * blockSize, graph.nodeCount)
  }

  func nodes(ofTurn turn: Int, piece: Int) -> Range<Int> { nodes(ofBlock: piece * Self.turns + turn) }

  /// The random numbers of a piece.
  func random(ofPiece piece: Int) -> SeededGenerator { SeededGenerator(seed: seed.buffer[0]).stream(piece) }

  /// Brings the moves of a turn together, and makes them; returns how many there are.
  private func carryOut(_ turn: Int, _ pieces: Int) -> Int {
    let layers = graph.layerCount
    let masses = graph.masses.span
    var count = 0
    for piece in 0..<pieces {
      let start = nodes(ofTurn: turn, piece: piece).lowerBound
      for position in start..<(start &+ Int(moveCounts.buffer[piece])) {
        let move = moves.buffer[position]
        moves.buffer[count] = move
        count &+= 1
        community.buffer[move.node] = move.to
        for layer in 0..<layers {
          let mass = masses[unchecked: Int(move.node) &* layers &+ layer]
          totals.buffer[Int(move.from) &* layers &+ layer] -= mass
          totals.buffer[Int(move.to) &* layers &+ layer] += mass
        }
      }
    }
    return count
  }
}

/// A node and the communities that it leaves and goes to.
struct CommunityMove: Sendable, BitwiseCopyable {
  let node: Int32
  let from: Int32
  let to: Int32
}

/// How freely nodes move in each pass: the square of the temperature falls by equal steps, and would be 0 after the
/// last.
struct AnnealingTemperatures: Sendable {
  /// The first temperature, as a share of the mean weight of a tie.
  private static let first = 0.65
  let passes: Int
  private let meanTie: Double

  /// Temperatures that suit the ties of a graph.
  init(_ graph: CommunityGraph, passes: Int) {
    self.passes = passes
    meanTie = graph.meanTie
  }

  /// No noise in any pass: every node goes where it adds most.
  init(passes: Int) {
    self.passes = passes
    meanTie = 0
  }

  subscript(pass: Int) -> Double {
    Self.first * meanTie * (1 - Double(pass) / Double(passes)).squareRoot()
  }
}
