import GraphCore

/// Compares two graphs by the kinds of neighbourhoods that their nodes have; the nodes need not be the same.
///
/// Seven numbers for each node: neighbours, clustering, the neighbours' mean number of neighbours and mean clustering,
/// ties within the neighbourhood (the node included), ties that leave it, and nodes just beyond it. Of each number
/// over all nodes: mean, median, standard deviation, skewness, excess kurtosis. Between the 35 results p and q:
///
///     d = Σ |p − q| / (|p| + |q|)        0 where both are 0
///
/// **Reading.** Whether two networks are of the same kind, whatever their size and whoever is in them. It does not
/// notice that actors changed places.
///
/// **Graph.** Direction, self-loops, parallel edges and signs make no difference. Each graph needs a node.
///
/// **Weights.** None; every tie counts 1.
///
/// **Range.** From 0 to 35.
///
/// **Precision.** Skewness and kurtosis are those of the nodes there are, not estimates; 0 where all values are equal
/// within a relative 1e-12. Either counts as 0 below 1e-12, because a difference of rounding against 0 would count 1.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** netrd agrees where no number is the same for all nodes; else it takes what its version of scipy
/// gives for the kurtosis of equal values, −3 or not a number. The example in its source, 20.18 between karate club and
/// kite, leaves a node's own ties out of those that leave its neighbourhood; counted as in the paper it is 19.68.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: false)
/// let path = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try NetSimile(to: star).run(on: path).value     // 0
/// ```
///
/// - Complexity: O(m √m + Σ deg²) time, O(n + m) memory.
/// - Source: M. Berlingerio et al., arXiv 1209.2684 (2012); ASONAM (2013) 1439–1440, doi:10.1145/2492517.2492582.
/// - SeeAlso: ``DeltaCon``, ``PortraitDivergence``
public struct NetSimile: GraphAlgorithm, DescribedAlgorithm {
  /// The graph to compare with.
  package var other: CSRGraph

  /// The distance to another graph.
  ///
  /// - Parameter other: The graph to compare with.
  public init(to other: CSRGraph) { self.other = other }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "netsimile", title: "NetSimile", family: .comparison,
    meaning: "Whether the actors of two networks have the same kinds of neighbourhoods.",
    formula: "d = sum of |p - q| / (|p| + |q|) over 35 statistics of neighbourhoods", signs: .ignored,
    complexity: "O(m sqrt m + sum of squared degrees) time, O(n + m) memory",
    source: "M. Berlingerio et al., ASONAM (2013) 1439-1440, doi:10.1145/2492517.2492582")

  /// No options beside the other graph.
  package static let parameters: [Parameter<NetSimile>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The distance.
  /// - Throws: `.undefined` when a graph has no nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> GraphDistance {
    try context.checkCancellation()
    let mine = try Self.signature(of: graph, context)
    let theirs = try Self.signature(of: other, context)
    let distance = zip(mine, theirs).reduce(0.0) { sum, pair in
      let size = abs(pair.0) + abs(pair.1)
      return size > 0 ? sum + abs(pair.0 - pair.1) / size : sum
    }
    return GraphDistance(value: distance, measure: Self.summary.id)
  }

  /// Five statistics of each of seven numbers.
  private static func signature(of graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) -> [Double] {
    guard graph.nodeCount > 0 else {
      throw .undefined(reason: "a graph without nodes has no neighbourhoods", advice: "project with at least one actor")
    }
    let ties = try MergedTies(graph, context)
    let triangles = try TriangleSums(ties).sums(of: .one, in: context)
    let degrees = (0..<ties.nodeCount).map { Double(ties.degree(of: $0)) }
    let clustering = zip(triangles, degrees).map { $1 > 1 ? $0 / ($1 * ($1 - 1) / 2) : 0 }
    let neighborDegrees = neighborSums(of: degrees, ties)
    let neighborClustering = neighborSums(of: clustering, ties)
    let within = zip(degrees, triangles).map { $0 + $1 }
    let leaving = degrees.indices.map { degrees[$0] + neighborDegrees[$0] - 2 * within[$0] }
    let features = [
      degrees, clustering, zip(neighborDegrees, degrees).map { $1 > 0 ? $0 / $1 : 0 },
      zip(neighborClustering, degrees).map { $1 > 0 ? $0 / $1 : 0 }, within, leaving,
      try nodesBeyond(ties, context),
    ]
    return features.flatMap(statistics)
  }

  private static func neighborSums(of values: [Double], _ ties: MergedTies) -> [Double] {
    values.indices.map { node in ties.range(of: node).reduce(0) { $0 + values[Int(ties.targets[$1])] } }
  }

  /// For each node how many others are exactly two steps away.
  private static func nodesBeyond(_ ties: MergedTies, _ context: RunContext) throws(AlgorithmError) -> [Double] {
    let marks = Buffer<Int32>(repeating: -1, count: ties.nodeCount)
    let targets = ties.targets.span
    var counts = [Double](repeating: 0, count: ties.nodeCount)
    for node in counts.indices {
      if node & 15 == 0 { try context.checkCancellation() }
      let mark = Int32(truncatingIfNeeded: node)
      let mine = ties.range(of: node)
      marks[node] = mark
      for position in mine { marks[targets[unchecked: position]] = mark }
      var count = 0
      for position in mine {
        for second in ties.range(of: Int(targets[unchecked: position])) where marks[targets[unchecked: second]] != mark
        {
          marks[targets[unchecked: second]] = mark
          count &+= 1
        }
      }
      counts[node] = Double(count)
    }
    return counts
  }

  /// Mean, median, standard deviation, skewness, excess kurtosis.
  private static func statistics(of values: [Double]) -> [Double] {
    let count = Double(values.count)
    let sorted = values.sorted()
    let mean = sorted.reduce(0, +) / count
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    var moments = [0.0, 0.0, 0.0]
    for value in sorted {
      let square = (value - mean) * (value - mean)
      moments[0] += square / count
      moments[1] += square * (value - mean) / count
      moments[2] += square * square / count
    }
    let deviation = moments[0].squareRoot()
    guard deviation > 1e-12 * abs(mean) else { return [mean, median, 0, 0, 0] }
    let skewness = moments[1] / (moments[0] * deviation)
    let kurtosis = moments[2] / (moments[0] * moments[0]) - 3
    return [mean, median, deviation, abs(skewness) < 1e-12 ? 0 : skewness, abs(kurtosis) < 1e-12 ? 0 : kurtosis]
  }
}
