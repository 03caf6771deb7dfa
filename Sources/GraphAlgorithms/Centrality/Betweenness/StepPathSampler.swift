import GraphCore

/// A sampler of shortest paths by steps: each path of a pair is as likely as any other.
///
/// Two searches go towards each other, each time the one whose next level has fewer arcs to go along, until they meet.
/// Every shortest path passes the level where they meet at one node; that is drawn first, then the way back from it to
/// either end. Two searches that meet halfway see little of a network in which one would see nearly all.
///
/// After M. Borassi, E. Natale, ACM J. Experimental Algorithmics 24 (2019) 1.2, doi:10.1145/3284359.
struct StepPathSampler: ~Copyable {
  private var forward: SampleSide
  private var backward: SampleSide

  init(out: Adjacency, incoming: Adjacency) {
    forward = SampleSide(away: out, back: incoming)
    backward = SampleSide(away: incoming, back: out)
  }

  /// Adds 1 for every node inside a random shortest path between two different nodes, and nothing where no way leads.
  ///
  /// - Throws: `.limitExceeded` when there are more paths than the largest number; `.cancelled`.
  mutating func addPath(
    between ends: NodePair, to sums: borrowing SparseSums, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    forward.start(at: ends.source)
    backward.start(at: ends.target)
    while forward.isAdvancing && backward.isAdvancing {
      let isForward = forward.arcCount <= backward.arcCount
      if isForward {
        try forward.advance(context)
      } else {
        try backward.advance(context)
      }
      let pathCount =
        isForward ? forward.pathCount(meeting: backward) : backward.pathCount(meeting: forward)
      guard pathCount > 0 else { continue }
      guard pathCount < .infinity else { throw .tooManyPaths(to: ends.target) }
      let rest = random.nextUnit() * pathCount
      let middle =
        isForward ? forward.node(at: rest, meeting: backward) : backward.node(at: rest, meeting: forward)
      if middle != ends.source && middle != ends.target { sums.addOne(to: middle) }
      forward.addWay(from: middle, to: sums, &random)
      backward.addWay(from: middle, to: sums, &random)
      return
    }
  }
}

/// One side of the bidirectional search.
private struct SampleSide: ~Copyable {
  /// The arcs that lead away from the end, and back to it.
  private let away: Adjacency
  private let back: Adjacency
  /// The steps from the end to each node; −1 where the search has not been.
  private let levels: Buffer<Int32>
  /// σ: how many shortest paths lead from the end to each node that was reached.
  private let counts: Buffer<Double>
  private let order: Buffer<Int32>
  private var reachedCount = 0
  /// The last level: where it begins in the order, its number, and how many arcs its nodes have.
  private var levelBegin = 0
  private var level: Int32 = 0
  private(set) var arcCount = 0

  init(away: Adjacency, back: Adjacency) {
    self.away = away
    self.back = back
    let nodeCount = away.offsets.count - 1
    levels = Buffer(repeating: -1, count: nodeCount)
    counts = Buffer(repeating: 0, count: nodeCount)
    order = Buffer(unwrittenCount: nodeCount)
  }

  /// Whether the last level has a node.
  var isAdvancing: Bool { levelBegin < reachedCount }

  /// Forgets the last search, and starts at a node.
  mutating func start(at node: Int) {
    for position in 0..<reachedCount { levels[order[position]] = -1 }
    levels[node] = 0
    counts[node] = 1
    order[0] = Int32(truncatingIfNeeded: node)
    reachedCount = 1
    levelBegin = 0
    level = 0
    arcCount = away.count(of: node)
  }

  /// Goes one step on from the last level.
  mutating func advance(_ context: RunContext) throws(AlgorithmError) {
    let arcs = away
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let begin = levelBegin
    let end = reachedCount
    let level = self.level + 1
    var tail = end
    var arcsAhead = 0
    for position in begin..<end {
      if position & 1023 == 0 { try context.checkCancellation() }
      let node = Int(order[position])
      let count = counts[node]
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = targets[unchecked: arc]
        if levels[next] < 0 {
          levels[next] = level
          counts[next] = 0
          order[tail] = next
          tail &+= 1
          arcsAhead &+= Int(offsets[unchecked: Int(next) &+ 1] &- offsets[unchecked: Int(next)])
        }
        if levels[next] == level { counts[next] += count }
      }
    }
    self.level = level
    levelBegin = end
    reachedCount = tail
    arcCount = arcsAhead
  }

  /// How many shortest paths there are by way of the last level, when that has met the other side for the first time:
  /// then it has met the last level of the other side and no earlier one.
  func pathCount(meeting other: borrowing SampleSide) -> Double {
    var sum = 0.0
    for position in levelBegin..<reachedCount where other.levels[order[position]] >= 0 {
      sum += counts[order[position]] * other.counts[order[position]]
    }
    return sum
  }

  /// The node of the last level at which that many of these paths have been counted.
  func node(at share: Double, meeting other: borrowing SampleSide) -> Int {
    var rest = share
    var chosen = Int(order[levelBegin])
    for position in levelBegin..<reachedCount where other.levels[order[position]] >= 0 {
      chosen = Int(order[position])
      rest -= counts[chosen] * other.counts[chosen]
      if rest < 0 { break }
    }
    return chosen
  }

  /// Adds 1 for every node on a random shortest way from a node to the end, both left out.
  func addWay(from start: Int, to sums: borrowing SparseSums, _ random: inout SeededGenerator) {
    var node = start
    while levels[node] > 1 {
      let levelBefore = levels[node] - 1
      var rest = random.nextUnit() * counts[node]
      var chosen = node
      for arc in back.range(of: node) where levels[back.targets[arc]] == levelBefore {
        let before = Int(back.targets[arc])
        rest -= counts[before]
        // The last one found stands when rounding leaves something over.
        chosen = before
        if rest < 0 { break }
      }
      node = chosen
      sums.addOne(to: node)
    }
  }
}
