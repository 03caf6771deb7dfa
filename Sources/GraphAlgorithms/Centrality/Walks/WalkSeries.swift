import GraphCore

/// What the factor by which each further step counts less is measured in.
public enum WalkFactorUnit: String, CaseIterable, Codable, Sendable {
  /// A share of the largest factor for which the sum over all walks is finite, 1 / λ.
  case share
  /// The factor itself.
  case number
}

/// A Neumann series: sums over walks of every length, each further step counting less by a factor: x = b + a M x.
struct WalkSeries: Sendable {
  /// One step, by the strengths divided by ``scale``.
  private let step: MatrixProduct
  /// The strengths; empty when each edge counts 1.
  private let strengths: [Double]
  private let scale: Double
  /// Nodes that can reach one another; only walks within a group can go on for ever.
  private let groups: Partition

  /// Walks that pull along arcs in a direction.
  ///
  /// - Throws: `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0; `.cancelled`.
  init(
    _ graph: CSRGraph, _ direction: EdgeDirection, _ strengths: [Double]?, _ context: RunContext
  ) throws(AlgorithmError) {
    try graph.checkStrengths(strengths)
    let scale = WeightScale.of(strengths ?? [])
    self.scale = scale
    self.strengths = strengths ?? []
    step = MatrixProduct(graph.adjacency(direction), strengths?.map { $0 / scale })
    groups =
      direction == .all || !graph.isDirected
      ? try WeakComponents().run(on: graph, in: context) : try StrongComponents().run(on: graph, in: context)
  }

  /// For each node the weights of its arcs added up, the walks of one step, divided by a power of four.
  func scaledDegrees(_ context: RunContext) throws(AlgorithmError) -> [Double] {
    try step.sums(of: [Double](repeating: 1, count: step.nodeCount), context)
  }

  /// The factor in absolute numbers.
  ///
  /// - Throws: `.invalidParameter` when sums over walks would not be finite; `.unfitValue` for strengths so small that the
  ///   factor is no number; `.cancelled`.
  func factor(
    _ value: Double, _ unit: WalkFactorUnit, name: String, _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    guard value.isFinite else {
      throw .invalidParameter(name: "\(name)", value: "\(value)", needed: "a finite number")
    }
    let radius = try spectralRadius(context)
    switch unit {
    case .share:
      guard abs(value) < 1 else {
        throw .invalidParameter(name: "\(name)", value: "\(value)", needed: "a share below 1 in size")
      }
      let factor = radius > 0 ? value / radius / scale : value
      guard factor.isFinite else {
        throw .tooLarge(.strength, strengths, needed: "strengths whose largest eigenvalue can be divided by")
      }
      return factor
    case .number:
      guard abs(value) * scale * radius < 1 else {
        throw .invalidParameter(
          name: "\(name)", value: "\(value)",
          needed: "below \(1 / radius / scale) in size, one over the largest eigenvalue \(radius * scale) of this graph"
        )
      }
      return value
    }
  }

  /// An upper bound on the largest eigenvalue λ of the scaled strengths, within 1e-9 of it unless 10,000 rounds did not suffice; 0 when no
  /// walk goes on for ever.
  ///
  /// For any positive x the largest (M x)(v) / x(v) within a group is not below its λ (Collatz and Wielandt), and the
  /// least not above. Adding a multiple of x to M x keeps the iteration from swinging on bipartite groups.
  private func spectralRadius(_ context: RunContext) throws(AlgorithmError) -> Double {
    let inner = innerArcs()
    var vector = [Double](repeating: 1, count: step.nodeCount)
    var upper = 0.0
    for round in 0..<10_000 {
      if round & 15 == 0 { try context.checkCancellation() }
      var bounds = [GroupBounds](repeating: GroupBounds(), count: groups.groupCount)
      var products = inner.sums(of: vector)
      for node in vector.indices { bounds[Int(groups.groups[node])].add(product: products[node], to: vector[node]) }
      upper = bounds.reduce(0) { max($0, $1.most) }
      let lower = bounds.reduce(0) { max($0, $1.least) }
      if upper - lower <= 1e-9 * upper { return upper }
      for node in vector.indices {
        let group = bounds[Int(groups.groups[node])]
        let mean = group.productSum / group.sum
        products[node] = (products[node] + mean / 2 * vector[node]) / max(group.productSum, .leastNormalMagnitude)
        vector[node] = max(products[node], 1e-300)
      }
    }
    return upper
  }

  /// The sum over walks: x with x = b + a M x.
  ///
  /// - Throws: `.unfitValue` for strengths so unlike that sums over walks are no numbers; `.notConverged` after
  ///   `iterations` rounds; `.cancelled`.
  func solve(
    start: [Double], factor: Double, tolerance: Double, iterations: Int, _ context: RunContext
  ) throws(AlgorithmError) -> WalkSum {
    var values = start
    let scaledFactor = factor * scale
    guard scaledFactor.isFinite else {
      throw .tooLarge(.strength, strengths, needed: "strengths for which sums over walks are numbers")
    }
    var residual = 0.0
    var round = 0
    repeat {
      round += 1
      let sums = try step.sums(of: values, context)
      var largest = 0.0
      var change = 0.0
      for node in values.indices {
        let next = start[node] + scaledFactor * sums[node]
        change = max(change, abs(next - values[node]))
        largest = max(largest, abs(next))
        values[node] = next
      }
      guard largest < .infinity else {
        throw .tooLarge(.strength, strengths, needed: "strengths for which sums over walks are numbers")
      }
      residual = largest > 0 ? change / largest : 0
      context.progress?(RunProgress(done: round, total: iterations, mayEndEarly: true))
    } while !(residual < tolerance) && round < iterations
    let convergence = Convergence(iterations: round, residual: residual, isConverged: residual < tolerance)
    guard convergence.isConverged else { throw .notConverged(convergence) }
    return WalkSum(values: values, convergence: convergence)
  }

  /// The arcs that stay within a group.
  private func innerArcs() -> InnerArcs {
    var inner = InnerArcs()
    for node in 0..<step.nodeCount {
      for arc in step.arcs.range(of: node) {
        let target = step.arcs.targets[arc]
        guard groups.groups[node] == groups.groups[Int(target)] else { continue }
        inner.targets.append(target)
        inner.weights.append(step.weight(ofArc: arc))
      }
      inner.offsets.append(inner.targets.count)
    }
    return inner
  }

  /// Arcs with their weights, node by node.
  private struct InnerArcs {
    var offsets = [0]
    var targets: [Int32] = []
    var weights: [Double] = []

    func sums(of values: [Double]) -> [Double] {
      (0..<values.count).map { node in
        var sum = 0.0
        for arc in offsets[node]..<offsets[node + 1] { sum += weights[arc] * values[Int(targets[arc])] }
        return sum
      }
    }
  }

  /// What one round says about the eigenvalue of a group.
  private struct GroupBounds {
    var least = Double.infinity
    var most = 0.0
    var sum = 0.0
    var productSum = 0.0

    mutating func add(product: Double, to value: Double) {
      least = min(least, product / value)
      most = max(most, product / value)
      sum += value
      productSum += product
    }
  }
}

/// A sum over walks, and how its iteration ended.
struct WalkSum: Sendable {
  let values: [Double]
  let convergence: Convergence
}
