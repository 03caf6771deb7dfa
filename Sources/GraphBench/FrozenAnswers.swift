import GraphCore

/// What the measures must come to on the benchmark graphs, computed with igraph 1.0.0.
///
/// Counts, sums and largest values over all nodes: a kernel that loses a path or a node changes them. Where a program
/// may choose among equally good answers, only what is unique is compared.
enum FrozenAnswers {
  /// Nodes, edges and the sum of all weights: whether a file is the one that the answers belong to.
  static let actors = [10_000, 100_000, 50066.791]
  static let rmat = [65_536, 955_344, 477940.545]
  /// The node of most outgoing edges in the second graph.
  static let hub = 21_161

  /// Sum and largest value.
  static let betweenness = [254915496.0, 13441867.133457415]
  static let weightedBetweenness = [715140281.6666666, 16166036.833333317]
  static let harmonic = [28878972.53095153, 4774.33333333296]
  static let weightedHarmonic = [177860878.56184447, 39325.35146607723]
  static let closeness = [2814.9878660661234, 1]
  static let constraint = [1130.2517477135045, 1]
  /// Sum, largest value, sum of squares; both directions of a tie count: `coreness(mode="all")`.
  static let coreness = [1_021_292.0, 252, 103_062_124]
  /// Sum of squares and largest value.
  static let actorsPageRank = [0.00034082325432908023, 0.006837995741448125]
  static let rmatPageRank = [0.0002899600744269947, 0.005786788413725174]
  /// Lengths of the ten shortest paths from node 0 to node 5,000.
  static let shortestPaths = [0.543, 0.674, 0.68, 0.684, 0.693, 0.695, 0.7, 0.702, 0.705, 0.705]
  /// Largest flow between the same nodes.
  static let maximumFlow = [2.268]
  /// Nodes reached, sum of distances, largest distance.
  static let steps = [40_166.0, 76_882, 4]
  static let lengths = [40_166, 10921.655, 1.907]
  /// How many components, nodes of the largest, sum of squares of all sizes; SciPy 1.17.1 agrees.
  static let weakComponents = [18_952.0, 46_572, 2_168_970_174]
  static let strongComponents = [31_616.0, 33_921, 1_150_665_856]
  static let transitivity = [0.07508440079317297]
  /// The best of igraph's Leiden runs, until nothing changes.
  static let modularity = 0.23337
}

/// A benchmark's answer is not the right one.
struct WrongAnswer: Error, CustomStringConvertible {
  let description: String
}

/// Compares an answer with a known one.
enum Check {
  static func equal(_ found: [Double], _ expected: [Double], tolerance: Double = 1e-9) throws {
    let isEqual =
      found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    guard isEqual else { throw WrongAnswer(description: "found \(found), expected \(expected)") }
  }

  /// Equal but for a share of the expected numbers.
  static func near(_ found: [Double], _ expected: [Double], share: Double) throws {
    let isNear =
      found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) <= share * abs($1) }
    guard isNear else { throw WrongAnswer(description: "found \(found), expected \(expected)") }
  }

  /// How many groups, members of the largest, sum of squares of all sizes.
  static func sizes(_ partition: Partition) -> [Double] {
    let sizes = partition.members().map { Double($0.count) }
    return [Double(sizes.count), sizes.max() ?? 0, sizes.reduce(0) { $0 + $1 * $1 }]
  }

  static func atLeast(_ found: Double, _ expected: Double) throws {
    guard found >= expected else { throw WrongAnswer(description: "found \(found), expected \(expected) or more") }
  }

  /// Sum and largest value.
  static func digest(_ values: [Double]) -> [Double] { [values.reduce(0, +), values.max() ?? 0] }

  /// Sum of squares and largest value, for scores whose sum is 1 anyway.
  static func squares(_ values: [Double]) -> [Double] { [values.reduce(0) { $0 + $1 * $1 }, values.max() ?? 0] }

  /// How many nodes are reached, the sum of their distances, and the largest.
  static func digest(ofDistances distances: [Double]) -> [Double] {
    let reached = distances.filter { $0 < .infinity }
    return [Double(reached.count), reached.reduce(0, +), reached.max() ?? 0]
  }
}
