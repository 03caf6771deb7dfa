import GraphCore

/// Local search over two camps: one node changes sides at a time, as long as that improves them.
struct FlipSearch: ~Copyable {
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
      for node in 0..<camps.count where gains[node] < 0 {
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
