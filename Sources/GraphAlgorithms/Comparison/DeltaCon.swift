import GraphCore

/// Compares two graphs on the same nodes by how much each node influences each other in either.
///
/// With adjacency A, degrees D on the diagonal, and ε = 1 / (1 + largest degree) of each graph:
///
///     S = (I + ε² D − ε A)⁻¹        d = √ Σ (√S₁(u, v) − √S₂(u, v))²        similarity = 1 / (1 + d)
///
/// **Reading.** Weighs a lost tie by what it did: one that held the network together counts for more than one among
/// many in a dense group. It says how much changed, not where; compare with ``Turnover``, which only counts ties.
///
/// **Graph.** Undirected, both on the same nodes. Self-loops do not count; parallel edges count once without strengths,
/// and add up with them. Signs are ignored.
///
/// **Weights.** `weight` says whether a tie counts its strength or 1; degrees are then sums of strengths.
///
/// **Range.** d from 0; similarity from above 0 to 1.
///
/// **Precision.** The columns of S are solved for by conjugate gradients to a relative 1e-14; d² is within n² · 1e-15.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** This is DeltaCon₀ of the paper, the exact form; netrd gives the same d.
///
/// ```swift
/// let before = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// let after = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1)], isDirected: false)
/// try DeltaCon(to: before).run(on: after).similarity     // 0.5318…
/// ```
///
/// - Complexity: O(n (n + m) √Δ) time with Δ the largest degree, O(n + m) memory for each thread.
/// - Source: D. Koutra, J. T. Vogelstein, C. Faloutsos, SIAM Int. Conf. Data Mining (2013) 162–170,
///   doi:10.1137/1.9781611972832.18.
/// - SeeAlso: ``NetSimile``, ``PortraitDivergence``, ``LaplacianSpectralDistance``
public struct DeltaCon: GraphAlgorithm, DescribedAlgorithm {
  /// The graph to compare with.
  package var other: CSRGraph
  /// How much a tie counts.
  package var weight: TieWeight

  /// The distance to another graph.
  ///
  /// - Parameters:
  ///   - other: The graph to compare with.
  ///   - weight: How much a tie counts.
  public init(to other: CSRGraph, weight: TieWeight = .automatic) {
    self.other = other
    self.weight = weight
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "deltacon", title: "DeltaCon", family: .comparison,
    meaning: "How differently actors influence one another in two networks of the same actors.",
    formula: "d = root of the sum of (root S1 - root S2)^2 with S = inverse of (I + e^2 D - e A)", signs: .ignored,
    graphs: .undirected,
    complexity: "O(n (n + m) root of the largest degree) time, O(n + m) memory for each thread",
    source: "D. Koutra, J. T. Vogelstein, C. Faloutsos, SIAM Int. Conf. Data Mining (2013) 162-170, "
      + "doi:10.1137/1.9781611972832.18")

  /// The options by name.
  package static let parameters: [Parameter<DeltaCon>] = [
    .choice("weight", \.weight, "Whether a tie counts its strength or 1.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The distance d, and the similarity that goes with it.
  /// - Throws: `.undefined` for directed graphs and for different numbers of nodes; `.missingColumn` when strengths
  ///   were asked for and one graph has none; `.unfitValue` for a strength that is not a finite number above 0, or when
  ///   those at a node add up to more than 1e12; `.limitExceeded` when strengths are too large to add;
  ///   `.notConverged`; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GraphDistance {
    try context.checkCancellation()
    try graph.checkUndirectedPair(with: other)
    let one = try BeliefSystem(graph, weight, context)
    let two = try BeliefSystem(other, weight, context)
    let sums = try context.orderedSum(
      over: graph.nodeCount, width: 1, chunkSize: 16, makeWorker: { Worker(BeliefSolver(count: graph.nodeCount)) }
    ) { (worker: Worker<BeliefSolver>, nodes, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for node in nodes {
        try context.checkCancellation()
        sums[0] += try worker.scratch.squaredDifference(from: node, one, two)
      }
    }
    return GraphDistance(value: sums[0].squareRoot(), measure: Self.summary.id)
  }
}

/// The matrix I + ε² D − ε A of a graph.
private struct BeliefSystem: Sendable {
  let ties: MergedTies
  let degrees: [Double]
  let epsilon: Double

  init(_ graph: CSRGraph, _ weight: TieWeight, _ context: RunContext) throws(AlgorithmError) {
    let strengths = try weight.strengths(of: graph)
    try graph.checkCapacities(strengths)
    let ties = try MergedTies(graph, strengths: strengths, context)
    degrees = (0..<graph.nodeCount).map { node in
      ties.range(of: node).reduce(0) { $0 + ties.strength(at: $1) }
    }
    let largest = degrees.max() ?? 0
    // Beyond that 1 + ε² D and ε A cancel out, and nothing but rounding is left.
    guard largest <= 1e12 else {
      throw .tooLarge(.strength, strengths ?? [], needed: "strengths that add up to at most 1e12 at any node")
    }
    epsilon = 1 / (1 + largest)
    self.ties = ties
  }

  /// Writes the product of the matrix and a vector.
  func multiply(_ vector: borrowing Buffer<Double>, into product: borrowing Buffer<Double>) {
    let targets = ties.targets.span
    let strengths = ties.strengthsOut.span
    for node in degrees.indices {
      var sum = 0.0
      for position in ties.range(of: node) {
        let value = vector[targets[unchecked: position]]
        sum += strengths.isEmpty ? value : value * strengths[unchecked: position]
      }
      product[node] = (1 + epsilon * epsilon * degrees[node]) * vector[node] - epsilon * sum
    }
  }
}

/// Solves for one column of S after the other by conjugate gradients.
private struct BeliefSolver: ~Copyable {
  private let count: Int
  private let first: Buffer<Double>
  private let second: Buffer<Double>
  private let residual: Buffer<Double>
  private let direction: Buffer<Double>
  private let product: Buffer<Double>

  init(count: Int) {
    self.count = count
    first = Buffer(repeating: 0, count: count)
    second = Buffer(repeating: 0, count: count)
    residual = Buffer(repeating: 0, count: count)
    direction = Buffer(repeating: 0, count: count)
    product = Buffer(repeating: 0, count: count)
  }

  /// Σ (√S₁ − √S₂)² over a column.
  func squaredDifference(
    from node: Int, _ one: BeliefSystem, _ two: BeliefSystem
  ) throws(AlgorithmError) -> Double {
    try solve(one, node, into: first)
    try solve(two, node, into: second)
    var sum = 0.0
    for other in 0..<count {
      // Influence is never below 0 but for rounding.
      let difference = max(first[other], 0).squareRoot() - max(second[other], 0).squareRoot()
      sum += difference * difference
    }
    return sum
  }

  private func solve(_ system: BeliefSystem, _ node: Int, into solution: borrowing Buffer<Double>)
    throws(AlgorithmError)
  {
    solution.fill(0)
    residual.fill(0)
    direction.fill(0)
    residual[node] = 1
    direction[node] = 1
    var square = 1.0
    var round = 0
    while square > 1e-28 {
      round += 1
      guard round <= 10 * count + 100 else {
        throw .notConverged(Convergence(iterations: round, residual: square.squareRoot(), isConverged: false))
      }
      system.multiply(direction, into: product)
      var curvature = 0.0
      for i in 0..<count { curvature += direction[i] * product[i] }
      let step = square / curvature
      var next = 0.0
      for i in 0..<count {
        solution[i] += step * direction[i]
        residual[i] -= step * product[i]
        next += residual[i] * residual[i]
      }
      let factor = next / square
      for i in 0..<count { direction[i] = residual[i] + factor * direction[i] }
      square = next
    }
  }
}

extension CSRGraph {
  /// Checks that two graphs are undirected and on the same nodes.
  func checkUndirectedPair(with other: CSRGraph) throws(AlgorithmError) {
    try checkSameNodes(as: other)
    guard !isDirected else {
      throw .undefined(
        reason: "this comparison is defined on undirected graphs",
        advice: "project without direction, or use the portrait divergence")
    }
  }
}
