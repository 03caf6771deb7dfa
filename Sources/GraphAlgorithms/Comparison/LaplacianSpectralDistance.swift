import GraphCore

/// Compares two graphs on equally many nodes by the eigenvalues of their Laplacians.
///
/// With degrees D and adjacency A, L = D − A, or I − D^(−½) A D^(−½), and eigenvalues in ascending order:
///
///     d = √ Σ (λ_i − μ_i)²
///
/// **Reading.** How differently two networks hold together and let things spread, whoever stands where. Different
/// graphs can have the same eigenvalues, so that 0 does not mean the same graph.
///
/// **Graph.** Undirected, equally many nodes. Self-loops do not count; parallel edges count once without strengths,
/// and add up with them. Signs are ignored.
///
/// **Weights.** `weight` says whether a tie counts its strength or 1.
///
/// **Range.** From 0. `normalized` eigenvalues lie from 0 to 2; an isolated node has 0.
///
/// **Precision.** Eigenvalues within about n · 1e-16 of the largest.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Limit.** A matrix of n nodes takes 8 n² bytes. `memoryLimit` refuses what would take more: 128 MiB unless said
/// otherwise, which is 4,096 nodes.
///
/// ```swift
/// let path = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// let triangle = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false)
/// try LaplacianSpectralDistance(to: path).run(on: triangle).value     // 2, from 0, 1, 3 and 0, 3, 3
/// ```
///
/// - Complexity: O(n³) time, O(n²) memory.
/// - Source: R. C. Wilson, P. Zhu, Pattern Recognition 41 (2008) 2833–2841, doi:10.1016/j.patcog.2008.03.011;
///   eigenvalues: W. Barth, R. S. Martin, J. H. Wilkinson, Numerische Mathematik 9 (1967) 386–393,
///   doi:10.1007/BF02162154.
/// - SeeAlso: ``DeltaCon``
public struct LaplacianSpectralDistance: GraphAlgorithm, DescribedAlgorithm {
  /// Which Laplacian.
  public enum Matrix: String, CaseIterable, Codable, Sendable {
    /// D − A.
    case combinatorial
    /// I − D^(−½) A D^(−½).
    case normalized
  }

  /// The graph to compare with.
  package var other: CSRGraph
  /// Which Laplacian.
  package var matrix: Matrix
  /// How much a tie counts.
  package var weight: TieWeight
  /// How many bytes a matrix may take.
  package var memoryLimit: Int

  /// The distance to another graph.
  ///
  /// - Parameters:
  ///   - other: The graph to compare with.
  ///   - matrix: Which Laplacian.
  ///   - weight: How much a tie counts.
  ///   - memoryLimit: How many bytes a matrix may take.
  public init(
    to other: CSRGraph, matrix: Matrix = .combinatorial, weight: TieWeight = .automatic, memoryLimit: Int = 1 << 27
  ) {
    self.other = other
    self.matrix = matrix
    self.weight = weight
    self.memoryLimit = memoryLimit
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "laplacian-spectral-distance", title: "Laplacian spectral distance", family: .comparison,
    meaning: "How differently two networks hold together.",
    formula: "d = root of the sum of (l_i - m_i)^2 over the sorted eigenvalues of the Laplacians", signs: .ignored,
    graphs: .undirected,
    complexity: "O(n^3) time, O(n^2) memory",
    source: "R. C. Wilson, P. Zhu, Pattern Recognition 41 (2008) 2833-2841, doi:10.1016/j.patcog.2008.03.011")

  /// The options by name.
  package static let parameters: [Parameter<LaplacianSpectralDistance>] = [
    .choice("matrix", \.matrix, "The Laplacian as it is (combinatorial) or with degrees divided out (normalized)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .integer("memory-limit", \.memoryLimit, in: 0...Int.max, "How many bytes a matrix may take."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The distance.
  /// - Throws: `.undefined` for directed graphs and for different numbers of nodes; `.missingColumn` when strengths
  ///   were asked for and one graph has none; `.unfitValue` for a strength that is not a finite number above 0;
  ///   `.limitExceeded` when a matrix would pass `memoryLimit`, or strengths are too large; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GraphDistance {
    try context.checkCancellation()
    try graph.checkUndirectedPair(with: other)
    let mine = try eigenvalues(of: graph, context)
    let theirs = try eigenvalues(of: other, context)
    let sum = zip(mine, theirs).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return GraphDistance(value: sum.squareRoot(), measure: Self.summary.id)
  }

  /// The eigenvalues of a graph's Laplacian, in ascending order.
  private func eigenvalues(of graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) -> [Double] {
    let count = graph.nodeCount
    let bytes = count.multipliedFullWidth(by: 8 * count)
    guard bytes.high == 0, bytes.low <= UInt(max(memoryLimit, 0)) else {
      throw .limitExceeded(
        what: "the Laplacian of \(count) nodes",
        needed: bytes.high == 0 ? "\(bytes.low) bytes" : "more bytes than can be counted",
        limit: "\(memoryLimit) bytes (option memory-limit)")
    }
    let strengths = try weight.strengths(of: graph)
    try checkSizes(strengths, on: graph)
    let ties = try MergedTies(graph, strengths: strengths, context)
    let degrees = (0..<count).map { node in ties.range(of: node).reduce(0) { $0 + ties.strength(at: $1) } }
    let laplacian = SymmetricMatrix(count: count)
    for node in 0..<count where degrees[node] > 0 {
      laplacian[node, node] = matrix == .combinatorial ? degrees[node] : 1
      for position in ties.range(of: node) {
        let other = Int(ties.targets[position])
        let share = matrix == .combinatorial ? 1 : (degrees[node] * degrees[other]).squareRoot()
        laplacian[node, other] = -ties.strength(at: position) / share
      }
    }
    return try laplacian.eigenvalues(context)
  }

  /// Squares of sums of strengths must be numbers. The ends are named, since an edge has another number in either graph.
  private func checkSizes(_ strengths: [Double]?, on graph: CSRGraph) throws(AlgorithmError) {
    try graph.checkStrengths(strengths)
    guard let strengths, let edge = strengths.firstIndex(where: { $0 > 1e140 || $0 < 1e-140 }) else { return }
    throw .limitExceeded(
      what: "the strength between \(node: graph.source(of: edge)) and \(node: graph.target(of: edge))",
      needed: "\(strengths[edge])", limit: "1e-140 to 1e140")
  }
}
