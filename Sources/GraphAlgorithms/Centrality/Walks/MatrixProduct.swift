import GraphCore

/// The product of a graph's sparse matrix and a vector: every node adds up a value over its neighbours.
struct MatrixProduct: Sendable {
  let arcs: Adjacency
  /// How much each arc counts, in the order of the arcs; empty when each counts 1.
  let weights: [Double]

  init(_ arcs: Adjacency, _ strengths: [Double]?) {
    self.arcs = arcs
    weights = strengths.map(arcs.byArc) ?? []
  }

  /// How many nodes there are.
  var nodeCount: Int { arcs.offsets.count - 1 }

  /// How much an arc counts.
  func weight(ofArc arc: Int) -> Double { weights.isEmpty ? 1 : weights[arc] }

  /// For each node the weighted sum of a value over its neighbours, each in the order of the arcs.
  ///
  /// - Complexity: O(n + m).
  func sums(of values: [Double], _ context: RunContext) throws(AlgorithmError) -> [Double] {
    var quiet = context
    quiet.progress = nil
    return try quiet.orderedMap(over: values.count, chunkSize: 4096, makeWorker: {}) {
      (_: Void, nodes) throws(AlgorithmError) in sums(of: values, at: nodes)
    }.flatMap { $0 }
  }

  private func sums(of values: [Double], at nodes: Range<Int>) -> [Double] {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let factors = weights.span
    let pulled = values.span
    let isWeighted = !weights.isEmpty
    return nodes.map { node in
      var sum = 0.0
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let value = pulled[unchecked: Int(targets[unchecked: arc])]
        sum += isWeighted ? value * factors[unchecked: arc] : value
      }
      return sum
    }
  }
}

/// Checks of options that several iterations share.
enum IterationOptions {
  /// - Throws: `.invalidParameter` for a tolerance that is not above 0 and finite, or for no iterations.
  static func check(tolerance: Double, iterations: Int) throws(AlgorithmError) {
    guard tolerance > 0 && tolerance < .infinity else {
      throw .invalidParameter(name: "tolerance", value: "\(tolerance)", needed: "a number above 0")
    }
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
  }
}
