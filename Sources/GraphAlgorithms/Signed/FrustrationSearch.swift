import GraphCore

/// Looks for the best two camps of a connected kernel: first by flipping nodes, then branch by branch with a proof.
///
/// Weights are whole numbers.
struct FrustrationSearch {
  private let kernel: SignedKernel
  private let tolerance: Double
  private let seed: UInt64
  /// The best camps found, 1 and −1.
  private(set) var camps: [Int8]
  /// What the best camps cost.
  private(set) var cost: Double
  /// No camps cost less.
  private(set) var lowerBound = 0.0

  private struct Branch {
    let kernel: SignedKernel
    let bound: Double
  }

  init(_ kernel: SignedKernel, tolerance: Double, seed: UInt64) {
    self.kernel = kernel
    self.tolerance = tolerance
    self.seed = seed
    camps = [Int8](repeating: 1, count: kernel.nodeCount)
    cost = kernel.edges.reduce(0) { $0 + max(-$1.weight, 0) }
  }

  /// Whether no camps cost less than the best found, but for the tolerance.
  var isOptimal: Bool { lowerBound >= cost - tolerance }

  /// Searches until the camps are proved to be the best, or the budget is spent.
  mutating func run(_ budget: inout SearchBudget, _ context: RunContext) throws(AlgorithmError) {
    try flip(context)
    try branch(&budget, context)
  }

  /// Searches for camps that cost no more than a limit, until some cost no more than is good enough.
  ///
  /// - Returns: Whether there are any; `nil` when the budget was spent before it was known.
  mutating func find(
    upTo limit: Double, goodEnough: Double, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> Bool? {
    let start = limit + tolerance + 1
    cost = start
    try branch(until: goodEnough, &budget, context)
    if cost < start { return true }
    return isOptimal ? false : nil
  }

  /// A sum that no camps do with less than, computed without a search.
  func quickBound(
    enough: Double, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    var cycles = NegativeCycles(kernel)
    return Self.roundedUp(try cycles.bound(enough: enough, &budget, context))
  }

  private mutating func branch(
    until goodEnough: Double = 0, _ budget: inout SearchBudget, _ context: RunContext
  ) throws(AlgorithmError) {
    var open = [Branch(kernel: kernel, bound: 0)]
    while cost > goodEnough, let branch = open.popLast() {
      guard branch.bound < ceiling else { continue }
      let reduced = branch.kernel.reduced(&budget)
      if reduced.edges.isEmpty {
        keep(reduced)
        continue
      }
      var cycles = NegativeCycles(reduced)
      let circles = try cycles.bound(enough: ceiling - reduced.cost, &budget, context)
      let bound = max(branch.bound, Self.roundedUp(reduced.cost + circles))
      guard bound < ceiling else { continue }
      guard budget.hasBranch() else {
        open.append(Branch(kernel: branch.kernel, bound: bound))
        break
      }
      context.progress?(budget.progress)
      let edge = Self.choice(reduced)
      let isHostile = edge.weight < 0
      open.append(
        Branch(kernel: reduced.joining(edge.first, edge.second, isTurned: !isHostile), bound: bound))
      open.append(
        Branch(kernel: reduced.joining(edge.first, edge.second, isTurned: isHostile), bound: bound))
    }
    lowerBound = open.reduce(cost) { min($0, $1.bound) }
  }

  /// A branch must be able to do with less than this.
  private var ceiling: Double { cost - tolerance }

  /// The next whole number, but for the error of adding up shares.
  private static func roundedUp(_ bound: Double) -> Double { (bound * (1 - 1e-12) - 1e-6).rounded(.up) }

  private mutating func keep(_ decided: SignedKernel) {
    let found = decided.camps(from: [Int8](repeating: 1, count: decided.nodeCount))
    let price = price(of: found)
    guard price < cost else { return }
    cost = price
    camps = found
  }

  private func price(of camps: [Int8]) -> Double {
    kernel.edges.reduce(0) { sum, edge in
      let isTogether = camps[Int(edge.first)] == camps[Int(edge.second)]
      return sum + (isTogether ? max(-edge.weight, 0) : max(edge.weight, 0))
    }
  }

  /// The heaviest tie of the node with most at stake.
  private static func choice(_ kernel: SignedKernel) -> KernelEdge {
    var totals = [Double](repeating: 0, count: kernel.nodeCount)
    for edge in kernel.edges {
      totals[Int(edge.first)] += abs(edge.weight)
      totals[Int(edge.second)] += abs(edge.weight)
    }
    func stake(_ edge: KernelEdge) -> Double {
      abs(edge.weight) * (totals[Int(edge.first)] + totals[Int(edge.second)])
    }
    return kernel.edges.dropFirst().reduce(kernel.edges[0]) { stake($1) > stake($0) ? $1 : $0 }
  }

  /// Flips nodes as long as it helps: from one camp for all, from the camps that a tree of ties makes, and from random
  /// ones; then again after random kicks.
  private mutating func flip(_ context: RunContext) throws(AlgorithmError) {
    guard cost > 0 else { return }
    let search = FlipSearch(kernel)
    let starts = kernel.nodeCount < 2000 ? 20 : 4
    let kicks = kernel.edges.count < 100_000 ? 20 : 4
    for start in 0..<starts {
      try context.checkCancellation()
      var random = SeededGenerator(seed: seed).stream(start)
      search.restart(from: start == 0 ? camps : start == 1 ? campsOfTree() : nil, &random)
      for _ in 0..<kicks {
        try search.descend(context)
        let found = search.camps.array()
        let price = price(of: found)
        if price < cost {
          cost = price
          camps = found
        }
        guard cost > 0 else { return }
        search.kick(&random)
      }
    }
  }

  /// Camps that obey a tree of ties, the heaviest first; the best ones where the signs allow for two camps without strife.
  private func campsOfTree() -> [Int8] {
    var joins = ParityForest(count: kernel.nodeCount)
    let order = kernel.edges.indices.sorted { a, b in
      let (first, second) = (abs(kernel.edges[a].weight), abs(kernel.edges[b].weight))
      return first != second ? first > second : a < b
    }
    for edge in order.lazy.map({ kernel.edges[$0] }) {
      joins.join(edge.first, edge.second, isTurned: edge.weight < 0)
    }
    return (0..<kernel.nodeCount).map { joins.root(of: Int32(truncatingIfNeeded: $0)).isTurned ? -1 : 1 }
  }
}
