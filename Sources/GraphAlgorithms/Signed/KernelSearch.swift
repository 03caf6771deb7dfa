import GraphCore

/// The best camps of a kernel, block by block.
struct KernelSearch {
  /// Sums no further apart than this are equal.
  let tolerance: Double
  /// Seed of the first divisions.
  let seed: UInt64

  /// What came of looking for camps that cost no more than a limit.
  enum Reach {
    /// Camps of the first graph's nodes.
    case found([Int8])
    case none
    /// The budget was spent before it was known.
    case unknown
  }

  /// The best camps found, and what they are proved to cost at least.
  func solve(
    _ kernel: SignedKernel, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> KernelSolution {
    let reduced = kernel.reduced(&budget)
    var joins = ParityForest(count: reduced.nodeCount)
    var cost = reduced.cost
    var bound = reduced.cost
    var isOptimal = true
    for block in try reduced.blocks(context) {
      var search = FrustrationSearch(block.kernel, tolerance: tolerance, seed: seed)
      try search.run(&budget, context)
      cost += search.cost
      bound += search.lowerBound
      isOptimal = isOptimal && search.isOptimal
      joins.join(block.nodes, camps: search.camps)
    }
    return KernelSolution(
      camps: reduced.camps(from: joins.camps()), cost: cost, lowerBound: isOptimal ? cost : bound,
      isOptimal: isOptimal)
  }

  /// Looks for camps that cost no more than a limit.
  func reach(
    _ kernel: SignedKernel, limit: Double, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> Reach {
    let reduced = kernel.reduced(&budget)
    let blocks = try reduced.blocks(context)
    var slack = limit - reduced.cost
    guard slack >= 0 else { return .none }
    var bounds: [Double] = []
    for block in blocks {
      let search = FrustrationSearch(block.kernel, tolerance: tolerance, seed: seed)
      bounds.append(try search.quickBound(enough: slack + 1, &budget, context))
      slack -= bounds[bounds.count - 1]
      guard slack >= 0 else { return .none }
    }
    var joins = ParityForest(count: reduced.nodeCount)
    var isLeast = true
    for (position, block) in blocks.enumerated() {
      let bound = bounds[position]
      var search = FrustrationSearch(block.kernel, tolerance: tolerance, seed: seed)
      let isLast = position == blocks.count - 1
      guard
        let isFound = try search.find(
          upTo: slack + bound, goodEnough: isLast ? slack + bound : bound, &budget, context)
      else { return .unknown }
      // With less strife in the blocks before there might be camps for this one.
      guard isFound else { return isLeast ? .none : .unknown }
      isLeast = isLeast && (search.cost <= bound || search.isOptimal)
      slack -= search.cost - bound
      joins.join(block.nodes, camps: search.camps)
    }
    return .found(reduced.camps(from: joins.camps()))
  }
}

/// Camps of the nodes of a kernel's first graph.
struct KernelSolution {
  /// The best camps found, 1 and −1.
  let camps: [Int8]
  /// What they cost.
  let cost: Double
  /// No camps cost less.
  let lowerBound: Double
  /// Whether no camps cost less but for the tolerance.
  let isOptimal: Bool
}

extension ParityForest {
  /// Joins some nodes by their camps.
  mutating func join(_ nodes: [Int32], camps: [Int8]) {
    for position in nodes.indices.dropFirst() {
      join(nodes[0], nodes[position], isTurned: camps[0] != camps[position])
    }
  }

  /// The camp of every node: 1, or −1 where it is turned round against its root.
  func camps() -> [Int8] {
    parents.indices.map { root(of: Int32(truncatingIfNeeded: $0)).isTurned ? -1 : 1 }
  }
}
