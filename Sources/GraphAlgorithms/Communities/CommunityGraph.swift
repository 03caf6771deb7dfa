import GraphCore

/// The aggregated graph of a search for communities: its nodes are nodes, or groups of them.
///
/// The quality of a division is what holds its communities together less what is expected to:
///
///     quality = Σ over communities C of  Σ over u, v in C of  W(u, v) − Σ over k of x(k, u) y(k, v)
///
/// *W* is symmetric: an undirected edge counts both ways, a directed one too. The expectation is a sum of products,
/// one *layer* each: modularity has one layer, two when directed, twice as many with signs; constant Potts has one.
struct CommunityGraph: Sendable {
  let nodeCount: Int
  /// Where each node's neighbours begin.
  let offsets: [Int32]
  /// Neighbours, each once, the node itself never.
  let targets: [Int32]
  /// W of each neighbour; never 0.
  let weights: [Double]
  /// W of each node with itself.
  let loops: [Double]
  /// How many products make the expectation.
  let layerCount: Int
  /// x of each node, layer after layer.
  let pulls: [Double]
  /// y of each node, layer after layer.
  let masses: [Double]
  /// What turns the sum above into the quality that is reported: add the offset, then divide.
  let offset: Double
  let divisor: Double
  /// Gains up to this much are rounding, not gains.
  let tolerance: Double

  /// The ties of a graph, as a rule counts them.
  init(_ graph: CSRGraph, _ rule: CommunityRule, _ context: RunContext) throws(AlgorithmError) {
    try rule.check()
    let values = try rule.values(of: graph)
    let ties = try CommunityTies(graph, values, context)
    nodeCount = graph.nodeCount
    offsets = ties.offsets
    targets = ties.targets
    weights = ties.weights
    loops = ties.loops
    let columns = values ?? [Double](repeating: 1, count: graph.edgeCount)
    let total = 2 * columns.reduce(0) { $0 + abs($1) }
    tolerance = 1e-13 * total
    switch rule.quality {
    case .modularity:
      let layers = try Layers(graph, columns, rule.resolution, context)
      layerCount = layers.count
      pulls = layers.interleaved(layers.pulls)
      masses = layers.interleaved(layers.masses)
      offset = 0
      divisor = total > 0 ? total : 1
    case .constantPotts:
      let pull = rule.resolution * (graph.isDirected ? 2 : 1)
      layerCount = 1
      pulls = [Double](repeating: pull, count: graph.nodeCount)
      masses = [Double](repeating: 1, count: graph.nodeCount)
      offset = pull * Double(graph.nodeCount)
      divisor = 2
    }
  }

  /// The graph whose nodes are the groups of this one.
  private init(
    _ graph: CommunityGraph, _ groups: [Int32], count: Int, _ context: RunContext
  ) throws(AlgorithmError) {
    let ties = try CommunityTies(graph, groups: groups, count: count, context)
    nodeCount = count
    offsets = ties.offsets
    targets = ties.targets
    weights = ties.weights
    loops = ties.loops
    layerCount = graph.layerCount
    pulls = graph.sums(of: graph.pulls, in: groups, count: count)
    masses = graph.sums(of: graph.masses, in: groups, count: count)
    offset = graph.offset
    divisor = graph.divisor
    tolerance = graph.tolerance
  }

  /// The graph whose nodes are the groups `0..<count` of this one's nodes.
  ///
  /// - Throws: `.cancelled`.
  /// - Complexity: O(n + m).
  func merged(by groups: [Int32], count: Int, _ context: RunContext) throws(AlgorithmError) -> CommunityGraph {
    try CommunityGraph(self, groups, count: count, context)
  }

  /// What each community of a division adds to the quality: ties inside, and how many were expected.
  func shares(of groups: [Int32], count: Int) -> CommunityShares {
    var inside = [Double](repeating: 0, count: count)
    let offsets = offsets.span
    let targets = targets.span
    let weights = weights.span
    let places = groups.span
    for node in 0..<nodeCount {
      let group = groups[node]
      var sum = loops[node]
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let isInside = places[unchecked: Int(targets[unchecked: arc])] == group
        sum += isInside ? weights[unchecked: arc] : 0
      }
      inside[Int(group)] += sum
    }
    let x = sums(of: pulls, in: groups, count: count)
    let y = sums(of: masses, in: groups, count: count)
    let expected = (0..<count).map { group in
      (0..<layerCount).reduce(0) { $0 + x[group * layerCount + $1] * y[group * layerCount + $1] }
    }
    return CommunityShares(inside: inside, expected: expected)
  }

  /// The quality of a division.
  func quality(of groups: [Int32], count: Int) -> Double {
    let shares = shares(of: groups, count: count)
    return (zip(shares.inside, shares.expected).reduce(offset) { $0 + ($1.0 - $1.1) }) / divisor
  }

  /// The sums of a column over the nodes of each group, layer after layer.
  func sums(of column: [Double], in groups: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count * layerCount)
    for node in groups.indices {
      for layer in 0..<layerCount { sums[Int(groups[node]) * layerCount + layer] += column[node * layerCount + layer] }
    }
    return sums
  }

  /// The mean weight of a tie, whatever its sign; 0 without ties.
  var meanTie: Double { weights.reduce(0) { $0 + abs($1) } / Double(max(weights.count, 1)) }

  /// Whether a pass over it takes less than to start threads.
  var isSmall: Bool { targets.count < 20_000 }

  /// How many neighbours the node with most of them has.
  var mostArcs: Int { (0..<nodeCount).reduce(0) { max($0, Int(offsets[$1 + 1] - offsets[$1])) } }
}

/// Ties inside each community, and how many are expected there.
struct CommunityShares {
  let inside: [Double]
  let expected: [Double]
}

/// The null model of modularity: for each sign, degrees times degrees.
private struct Layers {
  private(set) var pulls: [[Double]] = []
  private(set) var masses: [[Double]] = []
  var count: Int { pulls.count }

  init(
    _ graph: CSRGraph, _ values: [Double], _ resolution: Double, _ context: RunContext
  ) throws(AlgorithmError) {
    for factor in [1.0, -1.0] {
      guard values.contains(where: { $0 * factor > 0 }) else { continue }
      let column = values.map { max($0 * factor, 0) }
      let leaving = try ArcSums.sums(of: column, on: graph, .out, context)
      let total = leaving.reduce(0, +)
      guard total > 0 else { continue }
      let scale = factor * resolution
      if graph.isDirected {
        let arriving = try ArcSums.sums(of: column, on: graph, .in, context)
        pulls += [leaving.map { scale * ($0 / total) }, arriving.map { scale * ($0 / total) }]
        masses += [arriving, leaving]
      } else {
        pulls.append(leaving.map { scale * ($0 / total) })
        masses.append(leaving)
      }
    }
  }

  func interleaved(_ layers: [[Double]]) -> [Double] {
    guard layers.count > 1 else { return layers.first ?? [] }
    return layers[0].indices.flatMap { node in layers.map { $0[node] } }
  }
}
