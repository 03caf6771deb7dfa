import GraphCore

/// Looks for the best two camps of a connected kernel: first by flipping nodes, then branch by branch with a proof.
struct FrustrationSearch {
  private let kernel: SignedKernel
  private let seed: UInt64
  /// Whether all weights are whole numbers, so that a bound can be rounded up.
  private let isWhole: Bool
  /// The best camps found, 1 and −1.
  private(set) var camps: [Int8]
  /// What the best camps cost.
  private(set) var cost: Double
  /// No camps cost less.
  private(set) var lowerBound = 0.0
  /// How many branches were looked at.
  private(set) var branches = 0

  private struct Branch {
    let kernel: SignedKernel
    let bound: Double
  }

  init(_ kernel: SignedKernel, seed: UInt64) {
    self.kernel = kernel
    self.seed = seed
    isWhole = kernel.edges.allSatisfy { $0.weight.rounded() == $0.weight && abs($0.weight) < 0x1p40 }
    camps = [Int8](repeating: 1, count: kernel.nodeCount)
    cost = kernel.edges.reduce(0) { $0 + max(-$1.weight, 0) }
  }

  /// Searches until the camps are proved to be the best, or `limit` branches were looked at.
  mutating func run(limit: Int, _ context: RunContext) throws(AlgorithmError) {
    try flip(context)
    var open = [Branch(kernel: kernel, bound: 0)]
    while let branch = open.popLast() {
      guard branch.bound < slack else { continue }
      let reduced = branch.kernel.reduced()
      if reduced.edges.isEmpty {
        keep(reduced)
        continue
      }
      var cycles = NegativeCycles(reduced)
      let circles = try cycles.bound(enough: slack - reduced.cost, context)
      let bound = max(branch.bound, roundedUp(reduced.cost + circles))
      guard bound < slack else { continue }
      guard branches < limit else {
        open.append(Branch(kernel: branch.kernel, bound: bound))
        break
      }
      branches += 1
      context.progress?(RunProgress(done: branches, total: limit, mayEndEarly: true))
      let edge = Self.choice(reduced)
      open.append(Branch(kernel: reduced.deciding(edge, isObeyed: false), bound: bound))
      open.append(Branch(kernel: reduced.deciding(edge, isObeyed: true), bound: bound))
    }
    lowerBound = open.reduce(cost) { min($0, $1.bound) }
  }

  /// A branch must be able to beat this.
  private var slack: Double { isWhole ? cost : cost * (1 - 1e-12) }

  private func roundedUp(_ bound: Double) -> Double { isWhole ? (bound - 1e-6).rounded(.up) : bound * (1 - 1e-9) }

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

  /// Flips nodes from random camps on as long as it helps; then again after random kicks.
  private mutating func flip(_ context: RunContext) throws(AlgorithmError) {
    let search = FlipSearch(kernel)
    let starts = kernel.nodeCount < 2000 ? 20 : 4
    for start in 0..<starts {
      try context.checkCancellation()
      var random = SeededGenerator(seed: seed).stream(start)
      search.restart(from: start == 0 ? camps : nil, &random)
      for _ in 0..<20 {
        try search.descend(context)
        let found = search.camps.array()
        let price = price(of: found)
        if price < cost {
          cost = price
          camps = found
        }
        search.kick(&random)
      }
    }
  }
}

/// Camps that improve by one node changing sides at a time.
private struct FlipSearch: ~Copyable {
  let camps: Buffer<Int8>
  /// For each node what its obeyed ties weigh more than its frustrated ones.
  private let gains: Buffer<Double>
  private let offsets: [Int32]
  private let targets: [Int32]
  private let weights: [Double]

  init(_ kernel: SignedKernel) {
    let count = kernel.nodeCount
    camps = Buffer(repeating: 1, count: count)
    gains = Buffer(repeating: 0, count: count)
    var offsets = [Int32](repeating: 0, count: count + 1)
    for edge in kernel.edges {
      offsets[Int(edge.first) + 1] += 1
      offsets[Int(edge.second) + 1] += 1
    }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    var next = offsets
    var targets = [Int32](repeating: 0, count: 2 * kernel.edges.count)
    var weights = [Double](repeating: 0, count: 2 * kernel.edges.count)
    for edge in kernel.edges {
      for (node, other) in [(edge.first, edge.second), (edge.second, edge.first)] {
        targets[Int(next[Int(node)])] = other
        weights[Int(next[Int(node)])] = edge.weight
        next[Int(node)] += 1
      }
    }
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Starts from the camps given, or from random ones.
  func restart(from start: [Int8]?, _ random: inout SeededGenerator) {
    for node in 0..<camps.count { camps[node] = start?[node] ?? (random.next() & 1 == 0 ? 1 : -1) }
    for node in 0..<camps.count {
      gains[node] = 0
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        gains[node] += weights[arc] * Double(camps[node] * camps[targets[arc]])
      }
    }
  }

  /// Turns every node whose frustrated ties weigh more, until there is none.
  func descend(_ context: RunContext) throws(AlgorithmError) {
    var sweeps = 0
    var isBetter = true
    while isBetter && sweeps < 1000 {
      try context.checkCancellation()
      isBetter = false
      sweeps += 1
      for node in 0..<camps.count where gains[node] < -1e-12 {
        turn(node)
        isBetter = true
      }
    }
  }

  /// Turns about one node in eight.
  func kick(_ random: inout SeededGenerator) {
    for node in 0..<camps.count where random.nextIndex(below: 8) == 0 { turn(node) }
  }

  private func turn(_ node: Int) {
    camps[node] = -camps[node]
    gains[node] = -gains[node]
    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
      let other = Int(targets[arc])
      gains[other] += 2 * weights[arc] * Double(camps[node] * camps[other])
    }
  }
}
