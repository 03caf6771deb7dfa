import GraphCore

/// Scores each node by the scores of its friends, less those of its enemies.
///
/// With *A* the symmetric matrix of signed ties and λ its largest eigenvalue:
///
///     λ x(v) = Σ A(v, u) x(u)        the entry of largest size is 1 or −1
///
/// **Reading.** The sign says which camp a node leans to, the size how firmly: friends pull to the same side, enemies
/// to the other. In a perfectly balanced network the two signs are the two camps; a node near 0 stands between them.
/// Which camp is the positive one says nothing.
///
/// **Graph.** Direction is ignored: both directions and parallel edges add up, and ties that cancel out are no tie.
/// Self-loops are left out.
///
/// **Weights.** `weight`: signed strengths where the graph has them, or signs alone.
///
/// **Range.** From −1 to 1. The side with the larger sum of scores is positive; if both are equal, the side of the
/// node with the smallest number among those of largest size.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` in the largest score. How far that is
/// from the limit depends on how far the first two eigenvalues are apart.
///
/// **Repeatability.** The same bits at every run: the start is drawn from a fixed seed. A second start guards against
/// an eigenvalue with several eigenvectors, such as that of two equal components, where no answer would be the answer.
///
/// **Other programs.** The R package signnet's `eigen_centrality_signed` is the same up to sign; it too refuses where
/// the largest eigenvalue is not a single one.
///
/// ```swift
/// let graph = CSRGraph(
///   nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false, columns: EdgeColumns(signs: [-1]))
/// try SignedEigenvector().run(on: graph).values     // [1, -1]
/// ```
///
/// - Complexity: O(n + m) time for each round, O(n + m) memory.
/// - Source: P. Bonacich, P. Lloyd, Social Networks 26 (2004) 331–338, doi:10.1016/j.socnet.2004.08.007.
/// - SeeAlso: ``TwoCampSplit``, ``PNCentrality``
public struct SignedEigenvector: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: how far two rounds may be apart in the largest score.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  package init() { self.init(weight: .automatic) }

  /// The signed eigenvector by signed strengths where there are some, unless said otherwise.
  ///
  /// - Parameters:
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: how far two rounds may be apart in the largest score.
  ///   - iterations: How many rounds to try.
  public init(weight: TieWeight = .automatic, tolerance: Double = 1e-13, iterations: Int = 100_000) {
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "signed-eigenvector", title: "Signed eigenvector", family: .signed,
    meaning: "Which of two camps an actor leans to, and how firmly.",
    formula: "lambda x(v) = sum of A(v, u) x(u) for the largest eigenvalue lambda of the signed ties", signs: .used,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "P. Bonacich, P. Lloyd, Social Networks 26 (2004) 331-338, doi:10.1016/j.socnet.2004.08.007")

  /// The options by name.
  package static let parameters: [Parameter<SignedEigenvector>] = [
    .choice("weight", \.weight, "Whether a tie counts its signed strength or its sign (none)."),
    .number("tolerance", \.tolerance, in: 1e-15...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `maximum`.
  /// - Throws: `.missingColumn` without signs, or without strengths when they were asked for; `.unfitValue` for a sign
  ///   other than −1, 0 and 1 or a value that is not finite; `.limitExceeded` when values are too large to add;
  ///   `.invalidParameter` for an option out of its range; `.undefined` without ties, and where the largest eigenvalue
  ///   has several eigenvectors; `.notConverged` after `iterations` rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard tolerance >= 1e-15 && tolerance <= 1 else {
      throw .invalidParameter(name: "tolerance", value: "\(tolerance)", needed: "a number from 1e-15 to 1")
    }
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
    let pairs = SignedPairs(along: graph.adjacency(.all), try SignedTies.values(of: graph, weight))
    guard !pairs.targets.isEmpty else {
      throw .undefined(
        reason: "without a tie between two nodes there is no largest eigenvalue to speak of",
        advice: "use signed-strength or pn")
    }
    let first = try eigenvector(of: pairs, seed: 1, context)
    let second = try eigenvector(of: pairs, seed: 2, context)
    let product = zip(first.values, second.values).reduce(0) { $0 + $1.0 * $1.1 }
    guard abs(product) > 1 - 1e-6 else {
      throw .undefined(
        reason: "the largest eigenvalue has several eigenvectors, so that scores would be arbitrary",
        advice: "look at one connected component at a time, or use pn")
    }
    return NodeScores(
      values: Self.oriented(first.values), measure: Self.summary.id, scale: "maximum",
      weights: weight == .none ? nil : .strength, convergence: first.convergence)
  }

  /// The eigenvector of length 1, by rounds of A + c I, where c keeps all eigenvalues above 0.
  private func eigenvector(
    of pairs: SignedPairs, seed: UInt64, _ context: RunContext
  ) throws(AlgorithmError) -> EigenvectorRun {
    var random = SeededGenerator(seed: seed)
    var values = Self.unit((0..<pairs.nodeCount).map { _ in random.nextUnit() - 0.5 })
    let shift = (0..<pairs.nodeCount).reduce(0) { largest, node in
      max(largest, pairs.range(of: node).reduce(0) { $0 + abs(pairs.values[$1]) })
    }
    var residual = 0.0
    for round in 1...iterations {
      try context.checkCancellation()
      let next = Self.unit(zip(pairs.product(with: values), values).map { $0 / shift + $1 })
      let largest = next.reduce(0) { max($0, abs($1)) }
      residual = zip(next, values).reduce(0) { max($0, abs($1.0 - $1.1)) } / largest
      values = next
      if residual < tolerance {
        let convergence = Convergence(iterations: round, residual: residual, isConverged: true)
        return EigenvectorRun(values: values, convergence: convergence)
      }
    }
    throw .notConverged(Convergence(iterations: iterations, residual: residual, isConverged: false))
  }

  private static func unit(_ values: [Double]) -> [Double] {
    let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return norm > 0 ? values.map { $0 / norm } : values
  }

  /// The vector with its largest entry 1 or −1, and its larger side positive.
  private static func oriented(_ values: [Double]) -> [Double] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    let sum = values.reduce(0, +)
    let leader = values.first { abs($0) >= largest * (1 - 1e-9) } ?? largest
    let isTurned = abs(sum) > 1e-9 * largest ? sum < 0 : leader < 0
    return values.map { (isTurned ? -$0 : $0) / largest }
  }
}

private struct EigenvectorRun {
  let values: [Double]
  let convergence: Convergence
}
