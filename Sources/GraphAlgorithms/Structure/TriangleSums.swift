import GraphCore

// What triangle counts and clustering share: a walk over all triangles that adds to their three corners.

/// The weight of a triangle: what it adds to its corners.
enum TriangleShare: Sendable {
  /// One.
  case one
  /// The strengths of the two ties at the corner.
  case tiesAtCorner
  /// The cube root of the product of the three strengths.
  case cubeRoot
}

/// All triangles of a graph, each met once: at the corner of least degree.
///
/// Every tie is turned towards the end with more neighbours, so that no node has more than √(2m) ties to go through.
struct TriangleSums: Sendable {
  private let nodeCount: Int
  private let offsets: [Int32]
  private let targets: [Int32]
  /// Strength of each tie; empty when each counts 1.
  private let strengths: [Double]

  /// The triangles of merged ties, their strengths divided by `unit`.
  init(_ ties: MergedTies, unit: Double = 1) {
    nodeCount = ties.nodeCount
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var strengths: [Double] = []
    for node in 0..<ties.nodeCount {
      let degree = ties.degree(of: node)
      for position in ties.range(of: node) {
        let other = Int(ties.targets[position])
        let otherDegree = ties.degree(of: other)
        guard degree < otherDegree || (degree == otherDegree && node < other) else { continue }
        targets.append(ties.targets[position])
        if !ties.strengthsOut.isEmpty { strengths.append(ties.strength(at: position) / unit) }
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
    self.offsets = offsets
    self.targets = targets
    self.strengths = strengths
  }

  /// For each node the sum over the triangles it is a corner of.
  func sums(of share: TriangleShare, in context: RunContext) throws(AlgorithmError) -> [Double] {
    try context.orderedSum(
      over: nodeCount, width: nodeCount, chunkSize: RunContext.chunkSize(forLightWorkOver: nodeCount),
      makeWorker: { Worker(TriangleMarks(positions: Buffer(repeating: -1, count: nodeCount))) }
    ) { (worker: Worker<TriangleMarks>, nodes, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for node in nodes {
        if node & 15 == 0 { try context.checkCancellation() }
        add(node, share, worker.scratch.positions, to: sums)
      }
    }
  }

  /// Adds the triangles whose least corner is a node.
  private func add(
    _ node: Int, _ share: TriangleShare, _ marks: borrowing Buffer<Int32>, to sums: borrowing Buffer<Double>
  ) {
    let offsets = offsets.span
    let targets = targets.span
    let mine = Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1])
    for position in mine { marks[targets[unchecked: position]] = Int32(truncatingIfNeeded: position) }
    for first in mine {
      let middle = Int(targets[unchecked: first])
      for third in Int(offsets[unchecked: middle])..<Int(offsets[unchecked: middle &+ 1]) {
        let last = Int(targets[unchecked: third])
        let second = Int(marks[last])
        guard second >= 0 else { continue }
        switch share {
        case .one:
          sums[node] += 1
          sums[middle] += 1
          sums[last] += 1
        case .tiesAtCorner:
          let (a, b, c) = (strength(first), strength(second), strength(third))
          sums[node] += a + b
          sums[middle] += a + c
          sums[last] += b + c
        case .cubeRoot:
          let root = CubeRoot.of(strength(first) * strength(second) * strength(third))
          sums[node] += root
          sums[middle] += root
          sums[last] += root
        }
      }
    }
    for position in mine { marks[targets[unchecked: position]] = -1 }
  }

  private func strength(_ position: Int) -> Double { strengths.isEmpty ? 1 : strengths[position] }
}

/// An index of a node's neighbours: the position of each in its list of ties, −1 for all others.
private struct TriangleMarks: ~Copyable {
  let positions: Buffer<Int32>
}

/// Cube roots without a mathematical library, so that they are the same everywhere.
enum CubeRoot {
  /// The cube root of a number from 0 on, within a unit or two of its last place.
  static func of(_ value: Double) -> Double {
    guard value > 0, value < .infinity else { return value }
    // value = rest · 8^k with rest from 1 to 8; five steps of Newton's rule from a straight line suffice.
    let k = Int((Double(value.exponent) / 3).rounded(.down))
    let rest = Double(sign: .plus, exponent: Int(value.exponent) - 3 * k, significand: value.significand)
    var root = 1 + (rest - 1) / 7
    for _ in 0..<6 { root -= (root - rest / (root * root)) / 3 }
    return Double(sign: .plus, exponent: k, significand: root)
  }
}
