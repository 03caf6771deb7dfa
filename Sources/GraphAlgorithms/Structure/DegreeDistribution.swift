import GraphCore

/// Counts how many nodes have each degree, and says how unequal the degrees are.
///
///     centralization = Σ (Δ − deg(v)) / the largest value that this sum can take
///
/// **Reading.** Whether ties are spread evenly or held by a few. Centralization compares with a star: 1 means that one
/// actor has all ties. A long tail alone does not prove a power law.
///
/// **Graph.** `direction` says which edges count, as in ``Degree``; self-loops and parallel edges count as there, and
/// centralization may then leave its range. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** Centralization from 0 to 1 on simple graphs; 0 with fewer than three nodes (undirected) or two
/// (directed), where no star can be told.
///
/// **Precision.** Counts are exact; the variance is the mean square of differences from the mean.
///
/// **Repeatability.** The same at every run.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try DegreeDistribution().run(on: chain).counts     // [0, 2, 1]
/// ```
///
/// - Complexity: O(n) time, O(n + largest degree) memory.
/// - Source: L. C. Freeman, Social Networks 1 (1978) 215–239, doi:10.1016/0378-8733(78)90021-7.
/// - SeeAlso: ``Degree``
public struct DegreeDistribution: GraphAlgorithm, DescribedAlgorithm {
  /// Which edges of a node count.
  package var direction: EdgeDirection

  /// The distribution of degrees, over all edges unless said otherwise.
  ///
  /// - Parameter direction: Which edges of a node count.
  public init(direction: EdgeDirection = .all) { self.direction = direction }

  /// What the summary is.
  package static let summary = AlgorithmSummary(
    id: "degree-distribution", title: "Degree distribution", family: .structure,
    meaning: "How many actors have how many ties.",
    formula: "counts of nodes by degree; centralization = sum of (largest degree - degree) / its largest value",
    signs: .ignored, complexity: "O(n) time and memory",
    source: "L. C. Freeman, Social Networks 1 (1978) 215-239, doi:10.1016/0378-8733(78)90021-7")

  /// The options by name.
  package static let parameters: [Parameter<DegreeDistribution>] = [
    .choice("direction", \.direction, "Count edges that leave a node (out), arrive (in) or both (all).")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The counts and what they come to.
  /// - Throws: `.undefined` for a graph without nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> DegreeCounts {
    let degrees = try Degree(direction: direction).run(on: graph, in: context).values.map { Int($0) }
    guard let largest = degrees.max() else {
      throw .undefined(reason: "a graph without nodes has no degrees", advice: "project with at least one actor")
    }
    var counts = [Int](repeating: 0, count: largest + 1)
    for degree in degrees { counts[degree] += 1 }
    let count = Double(degrees.count)
    let mean = Double(degrees.reduce(0, +)) / count
    let variance = counts.indices.reduce(0) { sum, degree in
      sum + Double(counts[degree]) * (Double(degree) - mean) * (Double(degree) - mean)
    }
    let missing = degrees.reduce(0) { $0 + Double(largest - $1) }
    let possible = largestSum(on: graph)
    return DegreeCounts(
      counts: counts, mean: mean, variance: variance / count, median: Self.median(of: counts, total: degrees.count),
      centralization: possible > 0 ? missing / possible : 0)
  }

  /// The sum that a star has: of an undirected graph, of edges one way, of edges both ways.
  private func largestSum(on graph: CSRGraph) -> Double {
    let others = Double(graph.nodeCount - 1)
    if !graph.isDirected { return others * (others - 1) }
    return direction == .all ? 2 * others * (others - 1) : others * others
  }

  private static func median(of counts: [Int], total: Int) -> Double {
    func degree(at rank: Int) -> Int {
      var passed = 0
      for degree in counts.indices {
        passed += counts[degree]
        if passed > rank { return degree }
      }
      return counts.count - 1
    }
    return Double(degree(at: (total - 1) / 2) + degree(at: total / 2)) / 2
  }
}

/// How many nodes have each degree.
public struct DegreeCounts: Sendable, Hashable {
  /// How many nodes have each degree from 0 to the largest.
  public let counts: [Int]
  /// The mean degree.
  public let mean: Double
  /// The mean square of the differences from the mean.
  public let variance: Double
  /// The middle degree; the mean of the two middle ones of an even number.
  public let median: Double
  /// Freeman's degree centralization.
  public let centralization: Double

  /// A distribution and what it comes to.
  package init(counts: [Int], mean: Double, variance: Double, median: Double, centralization: Double) {
    self.counts = counts
    self.mean = mean
    self.variance = variance
    self.median = median
    self.centralization = centralization
  }
}
