import GraphCore

/// Divides the nodes into positions: sets of nodes with the same ties to the same others, by correlating correlations.
///
/// Each node has a profile of its ties to and from all nodes. The matrix of correlations among profiles is correlated
/// with itself again and again, until all entries are 1 or −1: that splits the nodes in two, and each part is split
/// again.
///
///     C₀ = the profiles,   C(i+1)(a, b) = corr(column a of Cᵢ, column b of Cᵢ),   until all entries are 1 or −1
///
/// **Reading.** Who plays the same part, whether or not they deal with each other: rivals for the same clients, the
/// periphery of the same core. ``ConcorResult/densities`` says how the positions deal with one another, which is the
/// picture to read. It always splits, needed or not.
///
/// **Graph.** Directed: profiles have ties sent and ties received. Undirected: ties. Parallel edges add up. A
/// self-loop is an entry of its own, 0 where there is none.
///
/// **Weights.** `weight` says whether a tie counts 1 or its strength; where the graph has signs, hostile ties count
/// below 0.
///
/// **Range.** Up to 2^`splits` positions. Nodes whose profile is the same throughout, such as nodes without ties, have
/// no correlation: they form a position of their own.
///
/// **Precision.** Correlations are iterated until all are within 1e-9 of 1 or −1, at most `iterations` times; a part
/// where they do not come to that is split by the signs they have then, by its first node.
///
/// **Repeatability.** The same bits at any thread count. Positions are numbered in the order of their first nodes.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3)], isDirected: false)
/// try Concor(splits: 1).run(on: star).partition.groups     // [0, 1, 1, 1]
/// ```
///
/// - Complexity: O(n³) time for each iteration of each split, O(n²) memory; at most ``nodeLimit`` nodes.
/// - Source: R. L. Breiger, S. A. Boorman, P. Arabie, J. Mathematical Psychology 12 (1975) 328–383,
///   doi:10.1016/0022-2496(75)90028-0.
/// - SeeAlso: ``SignedBlockmodel``, ``Leiden``
public struct Concor: GraphAlgorithm, DescribedAlgorithm {
  /// How often parts are split; 2 gives up to four positions.
  package var splits: Int
  /// How much a tie counts.
  package var weight: TieWeight
  /// How often correlations are correlated at most.
  package var iterations: Int

  /// The most nodes whose profiles are compared.
  public static let nodeLimit = 3000

  /// A blockmodel; by default with up to four positions.
  ///
  /// - Parameters:
  ///   - splits: How often parts are split; 2 gives up to four positions.
  ///   - weight: How much a tie counts.
  ///   - iterations: How often correlations are correlated at most.
  public init(splits: Int = 2, weight: TieWeight = .automatic, iterations: Int = 100) {
    self.splits = splits
    self.weight = weight
    self.iterations = iterations
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "concor", title: "Positions (CONCOR)", family: .communities,
    meaning: "Who plays the same part: the same ties to the same others.",
    formula: "correlate the profiles, then the correlations, until all are 1 or -1; split; repeat", signs: .used,
    complexity: "O(n^3) time for each iteration of each split, O(n^2) memory",
    source: "R. L. Breiger, S. A. Boorman, P. Arabie, J. Mathematical Psychology 12 (1975) 328-383, "
      + "doi:10.1016/0022-2496(75)90028-0")

  /// The options by name.
  package static let parameters: [Parameter<Concor>] = [
    .integer("splits", \.splits, in: 0...20, "How often parts are split; 2 gives up to four positions."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How often correlations are correlated at most."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The positions, and how they deal with one another.
  /// - Throws: `.invalidParameter` for an option out of its range; `.limitExceeded` for more than ``nodeLimit`` nodes or
  ///   values too large to add; `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a
  ///   value that is none; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> ConcorResult {
    guard splits >= 0 && splits <= 20 else {
      throw .invalidParameter(name: "splits", value: "\(splits)", needed: "a whole number from 0 to 20")
    }
    try CommunityChecks.atLeastOne(iterations, "iterations")
    guard graph.nodeCount <= Self.nodeLimit else {
      throw .limitExceeded(what: "CONCOR", needed: "\(graph.nodeCount) nodes", limit: "\(Self.nodeLimit) nodes")
    }
    let cells = Double(graph.nodeCount) * Double(graph.nodeCount)
    // The matrix, its columns, the profiles and two tables of correlations.
    try context.requireMemory(8 * 5 * cells, for: "CONCOR on \(graph.nodeCount) nodes")
    let rule = CommunityRule(quality: .modularity, resolution: 1, weight: weight, signs: .automatic)
    let values = try rule.values(of: graph) ?? [Double](repeating: 1, count: graph.edgeCount)
    let rows = matrix(graph, values)
    let profiles = rows.indices.map { node in
      graph.isDirected ? rows[node] + rows.map { $0[node] } : rows[node]
    }
    var parts = [Array(rows.indices)].filter { !$0.isEmpty }
    for _ in 0..<splits {
      var next: [[Int]] = []
      for part in parts { next += try split(part, profiles, context) }
      parts = next
    }
    var labels = [Int](repeating: 0, count: graph.nodeCount)
    for (number, part) in parts.enumerated() { for node in part { labels[node] = number } }
    let partition = Partition(labels: labels)
    return ConcorResult(partition: partition, densities: densities(of: partition, rows))
  }

  private func matrix(_ graph: CSRGraph, _ values: [Double]) -> [[Double]] {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for arc in graph.out.range(of: node) {
        rows[node][Int(graph.out.targets[arc])] += values[graph.out.edge(ofArc: arc)]
      }
    }
    return rows
  }

  /// The two sides of a part; nodes without a correlation are a third.
  private func split(_ part: [Int], _ profiles: [[Double]], _ context: RunContext) throws(AlgorithmError) -> [[Int]] {
    let kept = part.filter { node in profiles[node].contains { $0 != profiles[node][0] } }
    let flat = part.filter { node in !profiles[node].contains { $0 != profiles[node][0] } }
    guard kept.count > 1 else { return [kept, flat].filter { !$0.isEmpty } }
    var columns = kept.map { profiles[$0] }
    for _ in 0..<iterations {
      columns = try correlations(columns, context)
      if columns.allSatisfy({ $0.allSatisfy { abs(abs($0) - 1) < 1e-9 } }) { break }
    }
    let with = kept.indices.filter { columns[0][$0] >= 0 }.map { kept[$0] }
    let against = kept.indices.filter { columns[0][$0] < 0 }.map { kept[$0] }
    return [with, against, flat].filter { !$0.isEmpty }
  }

  /// The correlations among columns; 1 among columns that are the same throughout, which are alike.
  private func correlations(_ columns: [[Double]], _ context: RunContext) throws(AlgorithmError) -> [[Double]] {
    let units = columns.map { values -> [Double] in
      let scale = WeightScale.of(values.map(abs))
      let column = values.map { $0 / scale }
      let mean = column.reduce(0, +) / Double(column.count)
      let apart = column.map { $0 - mean }
      let norm = apart.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let isFlat = norm <= 1e-12 * column.reduce(0, { max($0, abs($1)) }) * Double(column.count)
      return isFlat ? [] : apart.map { $0 / norm }
    }
    return try context.orderedMap(over: units.count, chunkSize: 16, makeWorker: {}) {
      (_: Void, range) throws(AlgorithmError) in
      var rows: [[Double]] = []
      for first in range {
        try context.checkCancellation()
        rows.append(
          units.indices.map { second in
            if units[first].isEmpty || units[second].isEmpty {
              return units[first].isEmpty && units[second].isEmpty ? 1 : 0
            }
            return zip(units[first], units[second]).reduce(0) { $0 + $1.0 * $1.1 }
          })
      }
      return rows
    }.flatMap { $0 }
  }

  private func densities(of partition: Partition, _ rows: [[Double]]) -> [[Double]] {
    let members = partition.members()
    return members.map { from in
      members.map { to in
        var sum = 0.0
        for node in from { for other in to where other != node { sum += rows[node][other] } }
        let pairs = from == to ? from.count * (from.count - 1) : from.count * to.count
        return pairs > 0 ? sum / Double(pairs) : 0
      }
    }
  }
}

/// Positions and how they deal with one another.
public struct ConcorResult: Sendable, Hashable {
  /// The position of each node.
  public let partition: Partition
  /// `densities[a][b]`: the mean tie from a node of position a to a node of position b, self-loops left out.
  public let densities: [[Double]]

  /// Positions and densities.
  package init(partition: Partition, densities: [[Double]]) {
    self.partition = partition
    self.densities = densities
  }
}
