import GraphCore

/// Brandes' passes over eight sources at once, for paths measured in steps.
///
/// Each node holds a vector of eight path counts, one lane for each source, so that one walk over an edge serves eight
/// sources. Going out, the counts of a level are added up at the next one, pushed along the edges while the level is
/// small and pulled while it is large; lanes that were reached before are masked out. Coming back, dependencies are
/// pulled along the same edges by plain addition, or pushed where the level below is small. A node is visited once for
/// each level at which some lane reaches it: twice in small worlds, when the eight sources are about as far from the
/// others.
///
/// Two methods in one: the batch of A. E. Sariyüce et al. (J. Parallel Distrib. Comput. 76 (2015) 106–119,
/// doi:10.1016/j.jpdc.2014.06.008), with the frontier sums of A. Buluç and J. Gilbert's algebraic form (Int. J. High
/// Perform. Comput. Appl. 25 (2011) 496–509, doi:10.1177/1094342011403516).
struct BatchedBrandes: ~Copyable {
  typealias Lanes = SIMD8<Double>

  /// How many sources share a sweep.
  static let laneCount = 8

  private let space: DegreeOrder
  /// σ: shortest paths from each source to each node; 0 where a lane has not been.
  private let counts: Buffer<Lanes>
  /// What a level hands on: its counts, pulled from; what arrives at the next, pushed to; (1 + δ) / σ coming back.
  private let carried: Buffer<Lanes>
  /// What levels below push up; 0 but while they do.
  private let pushed: Buffer<Lanes>
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

  init(_ space: DegreeOrder) {
    self.space = space
    counts = Buffer(repeating: .zero, count: space.nodeCount)
    carried = Buffer(repeating: .zero, count: space.nodeCount)
    pushed = Buffer(repeating: .zero, count: space.nodeCount)
    candidates = Buffer(repeating: 0, count: space.nodeCount + 1)
    isCandidate = Buffer(repeating: false, count: space.nodeCount)
  }

  /// Adds for each node the share of the shortest paths from up to eight sources that pass through it.
  mutating func addDependencies(
    on sources: ArraySlice<Int32>, to sums: borrowing SparseSums, _ context: RunContext
  ) throws(AlgorithmError) {
    begin(at: sources)
    defer { for node in order { counts[node] = .zero } }
    while levels[levels.count - 1] < order.count {
      try context.checkCancellation()
      try advance()
    }
    try takeBack(to: sums, context)
    if 4 * order.count > space.nodeCount { sums.markAll() } else { for node in order { sums.mark(Int(node)) } }
  }

  private mutating func begin(at sources: ArraySlice<Int32>) {
    order.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    for (lane, source) in sources.enumerated() {
      counts[source][lane] = 1
      order.append(source)
      values.append(counts[source])
    }
    levels.append(0)
  }

  /// Makes the next level of what the last one reaches first.
  private mutating func advance() throws(AlgorithmError) {
    let frontier = levels[levels.count - 1]..<order.count
    levels.append(frontier.upperBound)
    let arcCount = space.out.arcCount(of: frontier, in: order)
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

  /// Takes dependencies back level by level, and adds them to the sums.
  private mutating func takeBack(to sums: borrowing SparseSums, _ context: RunContext) throws(AlgorithmError) {
    let below = carried.pointer
    var next = order.count..<order.count
    for level in stride(from: levels.count - 1, through: 1, by: -1) {
      try context.checkCancellation()
      let nodes = levels[level]..<next.lowerBound
      addShares(of: nodes, over: next, to: sums)
      for place in next { below[Int(order[place])] = .zero }
      for place in nodes { below[Int(order[place])] = values[place] }
      next = nodes
    }
    for place in next { below[Int(order[place])] = .zero }
  }

  /// Adds the dependencies of a level to the sums, and turns its counts into what it hands on.
  private mutating func addShares(of nodes: Range<Int>, over next: Range<Int>, to sums: borrowing SparseSums) {
    let arcs = space.out
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let below = carried.pointer
    let arriving = pushed.pointer
    // Pushing walks its arcs twice, reads and writes.
    let isPushed = 4 * space.incoming.arcCount(of: next, in: order) < arcs.arcCount(of: nodes, in: order)
    if isPushed { push(from: next) }
    for place in nodes {
      let node = Int(order[place])
      var share = arriving[node]
      if !isPushed {
        for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
          share += below[Int(targets[unchecked: arc])]
        }
      }
      let count = values[place]
      sums[node] += (share * count).sum()
      values[place] = (1 / count + share).replacing(with: 0, where: count .== 0)
    }
    if isPushed { clearPushed(from: next) }
  }

  /// Pushes what the nodes of a level hand on to all from which an arc leads there.
  private func push(from nodes: Range<Int>) {
    let sources = space.incoming.targets.span
    let arriving = pushed.pointer
    for place in nodes {
      let value = values[place]
      for arc in space.incoming.range(of: Int(order[place])) { arriving[Int(sources[unchecked: arc])] += value }
    }
  }

  private func clearPushed(from nodes: Range<Int>) {
    let sources = space.incoming.targets.span
    let arriving = pushed.pointer
    for place in nodes {
      for arc in space.incoming.range(of: Int(order[place])) { arriving[Int(sources[unchecked: arc])] = .zero }
    }
  }
}

extension Adjacency {
  /// How many arcs the nodes at some places of a list have.
  fileprivate func arcCount(of places: Range<Int>, in list: [Int32]) -> Int {
    let offsets = offsets.span
    let nodes = list.span
    var sum = 0
    for place in places {
      let node = Int(nodes[unchecked: place])
      sum &+= Int(offsets[unchecked: node &+ 1] &- offsets[unchecked: node])
    }
    return sum
  }
}
