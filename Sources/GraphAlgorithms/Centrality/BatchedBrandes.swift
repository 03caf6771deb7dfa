import GraphCore

/// Brandes' passes over eight sources at once, for paths measured in steps.
///
/// Each node holds a vector of eight path counts, one lane for each source, so that one walk over an edge serves eight
/// sources. Going out, the counts of a level are added up at the next one, pushed along the edges while the level is
/// small and pulled while it is large; lanes that were reached before are masked out. Coming back, dependencies are
/// pulled along the same edges by plain addition. A node is visited once for each level at which some lane reaches it,
/// which in small worlds is two or three times for eight sources rather than eight.
///
/// Two methods in one: the batch of A. E. Sariyüce et al. (J. Parallel Distrib. Comput. 76 (2015) 106–119,
/// doi:10.1016/j.jpdc.2014.06.008), with the frontier sums of A. Buluç and J. Gilbert's algebraic form (Int. J. High
/// Perform. Comput. Appl. 25 (2011) 496–509, doi:10.1177/1094342011403516).
struct BatchedBrandes: ~Copyable {
  typealias Lanes = SIMD8<Double>

  /// How many sources share a sweep.
  static let laneCount = 8

  private let space: HubsFirst
  /// σ: shortest paths from each source to each node; 0 where a lane has not been.
  private let counts: Buffer<Lanes>
  /// What a level hands on: its counts, pulled from; what arrives at the next, pushed to; (1 + δ) / σ coming back.
  private let carried: Buffer<Lanes>
  /// Nodes that something arrived at, and how many.
  private let candidates: Buffer<Int32>
  /// Whether a node is among the candidates.
  private let isCandidate: Buffer<Bool>
  /// Nodes by level; a node stands once for each level at which some lane reaches it.
  private var order: [Int32] = []
  /// The counts of the lanes that reach the node at that place of the order; 0 in the others.
  private var values: [Lanes] = []
  /// Where each level begins in the order.
  private var levels: [Int] = []

  init(_ space: HubsFirst) {
    self.space = space
    counts = Buffer(repeating: .zero, count: space.nodeCount)
    carried = Buffer(repeating: .zero, count: space.nodeCount)
    candidates = Buffer(repeating: 0, count: space.nodeCount + 1)
    isCandidate = Buffer(repeating: false, count: space.nodeCount)
  }

  /// Adds for each node the share of the shortest paths from up to eight sources that pass through it.
  mutating func addDependencies(
    on sources: Range<Int>, to sums: borrowing Buffer<Double>, _ context: RunContext
  ) throws(AlgorithmError) {
    begin(at: sources)
    defer { for node in order { counts[node] = .zero } }
    while levels[levels.count - 1] < order.count {
      try context.checkCancellation()
      try advance()
    }
    try pullBack(to: sums, context)
  }

  private mutating func begin(at sources: Range<Int>) {
    order.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    for (lane, source) in sources.enumerated() {
      counts[source][lane] = 1
      order.append(Int32(truncatingIfNeeded: source))
      values.append(counts[source])
    }
    levels.append(0)
  }

  /// Makes the next level of what the last one reaches first.
  private mutating func advance() throws(AlgorithmError) {
    let frontier = levels[levels.count - 1]..<order.count
    levels.append(frontier.upperBound)
    let arcCount = frontier.reduce(0) { $0 + space.out.count(of: Int(order[$1])) }
    // A pushed value is read, added and written, a pulled one only read and added.
    if 3 * arcCount > space.out.arcCount { try pull(frontier) } else { try push(frontier) }
  }

  private mutating func push(_ frontier: Range<Int>) throws(AlgorithmError) {
    let arcs = space.out
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let sums = carried.pointer
    let marks = isCandidate.pointer
    let list = candidates.pointer
    var count = 0
    for place in frontier {
      let node = Int(order[place])
      let value = values[place]
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = Int(targets[unchecked: arc])
        sums[next] += value
        list[count] = Int32(truncatingIfNeeded: next)
        count &+= marks[next] ? 0 : 1
        marks[next] = true
      }
    }
    for position in 0..<count {
      let node = Int(list[position])
      marks[node] = false
      let arriving = sums[node]
      sums[node] = .zero
      try keepFirstArrival(arriving, at: node)
    }
  }

  private mutating func pull(_ frontier: Range<Int>) throws(AlgorithmError) {
    let arcs = space.incoming
    let offsets = arcs.offsets.span
    let sources = arcs.targets.span
    let handed = carried.pointer
    for place in frontier { handed[Int(order[place])] += values[place] }
    for node in 0..<space.nodeCount where counts[node].min() == 0 {
      var arriving = Lanes.zero
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        arriving += handed[Int(sources[unchecked: arc])]
      }
      try keepFirstArrival(arriving, at: node)
    }
    for place in frontier { handed[Int(order[place])] = .zero }
  }

  /// Notes the lanes of what arrives at a node that were not there before.
  @inline(__always)
  private mutating func keepFirstArrival(_ arriving: Lanes, at node: Int) throws(AlgorithmError) {
    let old = counts[node]
    let first = arriving.replacing(with: 0, where: old .!= 0)
    let total = first.sum()
    guard total > 0 else { return }
    guard total < .infinity else { throw .tooManyPaths(to: Int(space.nodes[node])) }
    counts[node] = old + first
    order.append(Int32(truncatingIfNeeded: node))
    values.append(first)
  }

  /// Pulls dependencies back level by level, and adds them to the sums.
  private mutating func pullBack(to sums: borrowing Buffer<Double>, _ context: RunContext) throws(AlgorithmError) {
    let arcs = space.out
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let below = carried.pointer
    var end = order.count
    var endBelow = end
    for level in stride(from: levels.count - 1, through: 0, by: -1) {
      let begin = levels[level]
      try context.checkCancellation()
      for place in begin..<end {
        let node = Int(order[place])
        let count = values[place]
        var share = Lanes.zero
        for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
          share += below[Int(targets[unchecked: arc])]
        }
        if level > 0 { sums[node] += (share * count).sum() }
        let handedOn = (1 / count + share).replacing(with: 0, where: count .== 0)
        values[place] = handedOn
      }
      for place in end..<endBelow { below[Int(order[place])] = .zero }
      for place in begin..<end { below[Int(order[place])] += values[place] }
      endBelow = end
      end = begin
    }
    for place in 0..<endBelow { below[Int(order[place])] = .zero }
  }
}
