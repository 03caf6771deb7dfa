import GraphCore

/// Finds out which divisions of a kernel are as good as the best: who is on one side in all of them, and how many they
/// are.
///
/// Two nodes are bound when they are together in every best division, or apart in every one. To be bound is shown by a
/// search for a best division in which it is the other way round: either there is none, and the two become one node; or
/// there is one, and all pairs that it turns round are seen to be loose. What is left in the end is a kernel with a node
/// for each bound set, small enough as a rule for all its divisions to be counted.
struct EqualDivisions {
  private let kernel: SignedKernel
  private let search: KernelSearch
  private let best: KernelSolution
  /// The kernel with what is proved to be bound in one node.
  private var current: SignedKernel
  /// Nodes of one label are in one relation in all best divisions seen.
  private(set) var labels: [Int]
  private var sizes: [Int]
  /// How many best divisions were seen.
  private var seenCount = 1
  /// Whether every pair is proved to be bound, or seen to be loose.
  private(set) var isSettled = false

  /// Counts all divisions of blocks of at most so many nodes.
  private static let mostNodes = 18
  /// Numbers above this are not exact in every program.
  static let mostDivisions = 1 << 53

  /// A search around the best camps of a connected kernel.
  init(_ kernel: SignedKernel, best: KernelSolution, search: KernelSearch) {
    self.kernel = kernel
    self.best = best
    self.search = search
    current = kernel
    labels = [Int](repeating: 0, count: kernel.nodeCount)
    sizes = [kernel.nodeCount]
  }

  /// The node of the bound set that a node is in, and whether it is turned round there.
  func place(of node: Int) -> ForestRoot { current.place(of: node) }

  /// Proves or refutes for every pair that it is bound, until the budget is spent.
  mutating func settle(_ budget: inout SearchBudget, _ context: RunContext) throws(AlgorithmError) {
    // A tie that weighs more than all strife together is obeyed.
    current = current.obeying(heavierThan: best.cost + search.tolerance)
    current = current.reduced(strictlyBy: search.tolerance, &budget)
    turnSingleNodes()
    while true {
      try context.checkCancellation()
      guard let pair = candidate() else {
        isSettled = true
        return
      }
      guard budget.hasBranch() else { return }
      budget.spend(kernel.nodeCount + current.edges.count)
      let other = current.joining(pair.first, pair.second, isTurned: !pair.isApart)
      switch try search.reach(other, limit: best.cost + search.tolerance, &budget, context) {
      case .found(let camps): split(by: camps)
      case .none:
        current = current.joining(pair.first, pair.second, isTurned: pair.isApart)
          .reduced(strictlyBy: search.tolerance, &budget)
      case .unknown: return
      }
    }
  }

  /// Divisions that differ from the best one by the camp of a single node.
  private mutating func turnSingleNodes() {
    var margins = [Double](repeating: 0, count: kernel.nodeCount)
    for edge in kernel.edges {
      let isTogether = best.camps[Int(edge.first)] == best.camps[Int(edge.second)]
      for node in [edge.first, edge.second] { margins[Int(node)] += isTogether ? edge.weight : -edge.weight }
    }
    for node in margins.indices where margins[node] <= search.tolerance && sizes[labels[node]] > 1 {
      sizes[labels[node]] -= 1
      labels[node] = sizes.count
      sizes.append(1)
      seenCount += 1
    }
  }

  /// Parts nodes of one label whose relation is another in a best division.
  private mutating func split(by camps: [Int8]) {
    var numbers: [SplitLabel: Int] = [:]
    var sizes: [Int] = []
    labels = labels.indices.map { node in
      let label = SplitLabel(label: labels[node], isTurned: camps[node] != best.camps[node])
      let number = numbers[label] ?? sizes.count
      if number == sizes.count {
        numbers[label] = number
        sizes.append(0)
      }
      sizes[number] += 1
      return number
    }
    self.sizes = sizes
    seenCount += 1
  }

  private struct SplitLabel: Hashable {
    let label: Int
    let isTurned: Bool
  }

  /// Two nodes of which it is not known whether they are bound; ends of the heaviest tie, where there is one.
  private func candidate() -> CandidatePair? {
    var labelOfPlace = [Int](repeating: -1, count: current.nodeCount)
    var camps = [Int8](repeating: 1, count: current.nodeCount)
    for node in 0..<kernel.nodeCount {
      let place = current.place(of: node)
      labelOfPlace[Int(place.node)] = labels[node]
      camps[Int(place.node)] = place.isTurned ? -best.camps[node] : best.camps[node]
    }
    var heaviest: KernelEdge?
    for edge in current.edges where labelOfPlace[Int(edge.first)] == labelOfPlace[Int(edge.second)] {
      if abs(edge.weight) > abs(heaviest?.weight ?? 0) { heaviest = edge }
    }
    var first = heaviest?.first
    var second = heaviest?.second
    if heaviest == nil {
      var firstOfLabel = [Int32](repeating: -1, count: sizes.count)
      for place in 0..<current.nodeCount where second == nil {
        let earlier = firstOfLabel[labelOfPlace[place]]
        firstOfLabel[labelOfPlace[place]] = Int32(truncatingIfNeeded: place)
        if earlier >= 0 {
          first = earlier
          second = Int32(truncatingIfNeeded: place)
        }
      }
    }
    guard let first, let second else { return nil }
    return CandidatePair(first: first, second: second, isApart: camps[Int(first)] != camps[Int(second)])
  }

  private struct CandidatePair {
    let first: Int32
    let second: Int32
    let isApart: Bool
  }

  /// Counts the best divisions; of the camps that could as well be others, the first nodes share that of the first.
  func count(_ budget: inout SearchBudget, _ context: RunContext) throws(AlgorithmError) -> DivisionCount {
    guard isSettled else { return DivisionCount(count: seenCount, isExact: false, camps: best.camps) }
    let first = firstMembers()
    let order = (0..<current.nodeCount).sorted { first[$0].node < first[$1].node }
    var joins = ParityForest(count: current.nodeCount)
    var count = 1
    var isExact = true
    for block in try current.blocks(context) {
      guard block.nodes.count <= Self.mostNodes, budget.hasMore() else {
        isExact = false
        count = Self.product(count, 2)
        continue
      }
      let listed = DivisionList(block, first: first, tolerance: search.tolerance)
      budget.spend(listed.work)
      count = Self.product(count, listed.count)
      joins.join(block.nodes, camps: listed.camps)
    }
    // Sets that no tie binds to one another any more are free.
    for place in order.dropFirst() {
      let other = Int32(truncatingIfNeeded: place)
      let start = Int32(truncatingIfNeeded: order[0])
      guard joins.root(of: start).node != joins.root(of: other).node else { continue }
      joins.join(start, other, isTurned: first[order[0]].isTurned != first[place].isTurned)
      count = Self.product(count, 2)
    }
    let isWhole = count < Self.mostDivisions
    return DivisionCount(
      count: isExact ? count : max(count, seenCount), isExact: isExact && isWhole,
      camps: isExact ? current.camps(from: joins.camps()) : best.camps)
  }

  /// For each bound set its first node, and whether that is turned round.
  private func firstMembers() -> [ForestRoot] {
    var first = [ForestRoot?](repeating: nil, count: current.nodeCount)
    for node in 0..<kernel.nodeCount {
      let place = current.place(of: node)
      guard first[Int(place.node)] == nil else { continue }
      first[Int(place.node)] = ForestRoot(node: Int32(truncatingIfNeeded: node), isTurned: place.isTurned)
    }
    return first.map { $0 ?? ForestRoot(node: 0, isTurned: false) }
  }

  /// A product of numbers of divisions, no greater than what programs can read.
  static func product(_ a: Int, _ b: Int) -> Int {
    let product = a.multipliedReportingOverflow(by: b)
    return product.overflow ? mostDivisions : min(product.partialValue, mostDivisions)
  }
}

/// The number of best divisions.
struct DivisionCount {
  /// Their number, those that differ by a change of names alone counted once.
  let count: Int
  /// Whether there are no more.
  let isExact: Bool
  /// One of them.
  let camps: [Int8]
}

/// All divisions of a small block, one after another by the camp of one node.
private struct DivisionList {
  /// How many are best.
  private(set) var count = 0
  /// The first of the best, in the order of its nodes' first members.
  private(set) var camps: [Int8]
  /// How many ties were looked at.
  let work: Int

  init(_ block: KernelComponent, first: [ForestRoot], tolerance: Double) {
    let nodes = block.nodes.indices.sorted { first[Int(block.nodes[$0])].node < first[Int(block.nodes[$1])].node }
    let turns = nodes.map { first[Int(block.nodes[$0])].isTurned }
    var weights = [[Double]](repeating: [Double](repeating: 0, count: nodes.count), count: nodes.count)
    var position = [Int](repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated() { position[node] = place }
    for edge in block.kernel.edges {
      let (a, b) = (position[Int(edge.first)], position[Int(edge.second)])
      weights[a][b] = turns[a] != turns[b] ? -edge.weight : edge.weight
      weights[b][a] = weights[a][b]
    }
    let start = block.kernel.edges.indices.reduce(0.0) { sum, index in
      let edge = block.kernel.edges[index]
      return sum + max(-weights[position[Int(edge.first)]][position[Int(edge.second)]], 0)
    }
    var least = Double.infinity
    Self.visit(weights, start) { cost, _ in least = min(least, cost) }
    var bestCode = Int.max
    var count = 0
    Self.visit(weights, start) { cost, code in
      guard cost <= least + tolerance else { return }
      count += 1
      bestCode = min(bestCode, code)
    }
    self.count = count
    work = 2 * nodes.count << (nodes.count - 1)
    var camps = [Int8](repeating: 1, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      let isOther = bestCode >> (nodes.count - 1 - place) & 1 == 1
      camps[node] = isOther != turns[place] ? -1 : 1
    }
    self.camps = camps
  }

  /// The cost of each division, and its code: a bit for each node, the first node the highest and always 0.
  private static func visit(_ weights: [[Double]], _ start: Double, _ body: (Double, Int) -> Void) {
    let count = weights.count
    // For each node what its obeyed ties weigh more than its frustrated ones.
    var gains = weights.map { $0.reduce(0, +) }
    var isOther = [Bool](repeating: false, count: count)
    var cost = start
    var code = 0
    body(cost, code)
    for step in 1..<(1 << (count - 1)) {
      let node = count - 1 - step.trailingZeroBitCount
      cost += gains[node]
      gains[node] = -gains[node]
      isOther[node].toggle()
      code ^= 1 << (count - 1 - node)
      for other in 0..<count where other != node {
        let isTogether = isOther[node] == isOther[other]
        gains[other] += isTogether ? 2 * weights[node][other] : -2 * weights[node][other]
      }
      body(cost, code)
    }
  }
}
