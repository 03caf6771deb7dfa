import GraphCore

/// Divides the nodes into communities by moving them until a quality cannot be raised, and never lets a community fall
/// apart.
///
/// Three steps in turn: single nodes move to the community where they add most; each community is built up again from
/// its nodes, so that only parts that hold together stay together; those parts become the nodes of a smaller graph.
///
///     maximise Q = Σ over communities of (inside − resolution × expected), every community connected
///
/// **Reading.** Blocs: sets of actors with more dealings inside than across. A division is one of many that are nearly
/// as good; ask ``ConsensusPartition`` which parts of it are sure.
///
/// **Graph.** Directed graphs are divided by directed quality. Parallel edges add up, self-loops count as ties inside.
/// Every community is connected: by ties in either direction, by friendly ties when signs count. An isolated node is a
/// community of its own.
///
/// **Weights.** ``weight`` says whether a tie counts 1 or its strength. With ``signs``, hostile ties drive apart.
///
/// **Range.** ``Communities/quality``: modularity from −1 to 1, or the constant Potts sum; see ``CommunityQuality``.
///
/// **Precision.** A gain below 1e-13 of the sum of all ties is taken for rounding.
///
/// **Repeatability.** The order of the nodes is random, drawn from ``seed``; the same seed gives the same answer at any
/// thread count. Of several ``runs`` the best counts, the earliest of equal ones. The parts that are merged in the
/// second step are always those that gain most, which is the limit θ → 0 of the published algorithm.
///
/// **Other programs.** The best known modularity of the karate club, 0.41979, and of Les Misérables, 0.56001 and with
/// strengths 0.56669, are reached, as by igraph's optimal search.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try Leiden().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: About O(n + m) time for each level, O(n + m) memory; runs on several threads at once.
/// - Source: V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z;
///   constant Potts: V. A. Traag, P. Van Dooren, Y. Nesterov, Phys. Rev. E 84 (2011) 016114,
///   doi:10.1103/PhysRevE.84.016114; signs: V. A. Traag, J. Bruggeman, Phys. Rev. E 80 (2009) 036115,
///   doi:10.1103/PhysRevE.80.036115.
/// - SeeAlso: ``Modularity``, ``Louvain``, ``ConsensusPartition``
public struct Leiden: GraphAlgorithm {
  /// What makes a division good.
  public var quality: CommunityQuality
  /// How dense a community must be; larger values give smaller communities.
  public var resolution: Double
  /// How much a tie counts.
  public var weight: TieWeight
  /// What becomes of signs.
  public var signs: CommunitySigns
  /// How often the whole search is repeated on its own result, unless nothing changes before that.
  public var rounds: Int
  /// How many searches from different orders to try; the best counts.
  public var runs: Int
  /// Seed of the random orders.
  public var seed: UInt64

  /// A search; by default for modularity, once.
  public init(
    quality: CommunityQuality = .modularity, resolution: Double = 1, weight: TieWeight = .automatic,
    signs: CommunitySigns = .automatic, rounds: Int = 2, runs: Int = 1, seed: UInt64 = 0
  ) {
    self.quality = quality
    self.resolution = resolution
    self.weight = weight
    self.signs = signs
    self.rounds = rounds
    self.runs = runs
    self.seed = seed
  }

  /// What the algorithm is.
  public static let summary = AlgorithmSummary(
    id: "leiden", title: "Communities (Leiden)", family: .communities,
    meaning: "Blocs with more ties inside than across, each of them connected.",
    formula: "maximise Q = sum over communities of ties inside less ties expected", signs: .used,
    complexity: "about O(n + m) time for each level, O(n + m) memory",
    source: "V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9 (2019) 5233, "
      + "doi:10.1038/s41598-019-41695-z")

  /// The options by name.
  public static let parameters: [Parameter<Leiden>] = [
    .choice("quality", \.quality, "What makes a division good: modularity or constant-potts."),
    .number("resolution", \.resolution, in: 0...Double.greatestFiniteMagnitude, "Larger gives smaller communities."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .choice("signs", \.signs, "Whether hostile ties drive apart (used), or bind like others (ignored)."),
    .integer("rounds", \.rounds, in: 1...Int.max, "How often to search again from the result."),
    .integer("runs", \.runs, in: 1...Int.max, "How many searches to try; the best counts."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The best division found and its quality.
  /// - Throws: `.invalidParameter` for a negative resolution, or rounds or runs below 1; `.missingColumn` when strengths
  ///   or signs were asked for and there are none; `.unfitValue` for a strength that is not a finite number above 0, or
  ///   a sign or signed strength that is none; `.limitExceeded` when they are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Communities {
    try CommunityChecks.atLeastOne(rounds, "rounds")
    let rule = CommunityRule(quality: quality, resolution: resolution, weight: weight, signs: signs)
    let ties = try CommunityGraph(graph, rule, context)
    return try CommunityRuns(runs: runs, seed: seed, measure: quality).best(on: ties, context) {
      (random: inout SeededGenerator) throws(AlgorithmError) -> Partition in
      var groups = (0..<ties.nodeCount).map { Int32(truncatingIfNeeded: $0) }
      for _ in 0..<rounds {
        let next = try Self.search(ties, from: groups, &random, context)
        if next == groups { break }
        groups = next
      }
      return try CommunityOrder.connectedParts(of: groups, in: ties, context)
    }
  }

  /// Moves, rebuilds and shrinks until every community is one node.
  private static func search(
    _ ties: CommunityGraph, from start: [Int32], _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> [Int32] {
    var level = ties
    var start = start
    var nodes = (0..<ties.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    while true {
      var mover = CommunityMover(level, from: start)
      try mover.run(&random, context)
      let moved = mover.partition()
      if moved.groupCount == level.nodeCount { return canonical(nodes, moved) }
      let parts = try CommunityParts.partition(of: level, within: moved, &random, context)
      if parts.groupCount == level.nodeCount { return canonical(nodes, moved) }
      var next = [Int32](repeating: 0, count: parts.groupCount)
      for node in 0..<level.nodeCount { next[Int(parts.groups[node])] = moved.groups[node] }
      level = level.merged(by: parts.groups, count: parts.groupCount)
      for node in nodes.indices { nodes[node] = parts.groups[Int(nodes[node])] }
      start = next
    }
  }

  /// The groups of the first graph's nodes, numbered by their first nodes.
  private static func canonical(_ nodes: [Int32], _ groups: Partition) -> [Int32] {
    Partition(numbers: nodes.map { groups.groups[Int($0)] }, below: max(groups.groupCount, 1)).groups
  }
}

/// Several searches, each with random numbers of its own, of which the best counts.
struct CommunityRuns: Sendable {
  let runs: Int
  let seed: UInt64
  let measure: CommunityQuality

  /// The best of the runs; of equal ones the earliest.
  ///
  /// - Throws: `.invalidParameter` for less than one run, and what `search` throws.
  func best(
    on ties: CommunityGraph, _ context: RunContext,
    search: @Sendable (inout SeededGenerator) throws(AlgorithmError) -> Partition
  ) throws(AlgorithmError) -> Communities {
    try CommunityChecks.atLeastOne(runs, "runs")
    let generator = SeededGenerator(seed: seed)
    let results = try context.orderedMap(over: runs, chunkSize: 1, makeWorker: {}) {
      (_: Void, range) throws(AlgorithmError) in
      var random = generator.stream(range.lowerBound)
      let partition = try search(&random)
      return Communities(
        partition: partition, quality: ties.quality(of: partition.groups, count: partition.groupCount),
        measure: measure, run: range.lowerBound)
    }
    return results.dropFirst().reduce(results[0]) { $1.quality > $0.quality ? $1 : $0 }
  }
}

/// Builds communities up again from single nodes, so that only what holds together stays together: the second step of
/// Leiden.
private struct CommunityParts: ~Copyable {
  private let graph: CommunityGraph
  private let communities: [Int32]
  /// y of each community, layer after layer.
  private let totals: Buffer<Double>
  private let part: Buffer<Int32>
  private let memberCounts: Buffer<Int32>
  /// x and y of each part, layer after layer.
  private let pulls: Buffer<Double>
  private let masses: Buffer<Double>
  /// How strongly each part is tied to the rest of its community.
  private let outside: Buffer<Double>
  private let links: Buffer<Double>

  /// Parts of the communities of a division; a node that holds to nothing is a part of its own.
  static func partition(
    of graph: CommunityGraph, within communities: Partition, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let parts = CommunityParts(graph, communities)
    let order = Buffer<Int32>(repeating: 0, count: graph.nodeCount)
    CommunityOrder.fill(order, &random)
    for position in 0..<graph.nodeCount {
      if position & 1023 == 0 { try context.checkCancellation() }
      parts.place(Int(order[position]))
    }
    return Partition(numbers: parts.part.array(), below: max(graph.nodeCount, 1))
  }

  private init(_ graph: CommunityGraph, _ division: Partition) {
    let count = graph.nodeCount
    let layers = graph.layerCount
    self.graph = graph
    communities = division.groups
    totals = Buffer(repeating: 0, count: division.groupCount * layers)
    part = Buffer(repeating: 0, count: count)
    memberCounts = Buffer(repeating: 1, count: count)
    pulls = Buffer(repeating: 0, count: count * layers)
    masses = Buffer(repeating: 0, count: count * layers)
    outside = Buffer(repeating: 0, count: count)
    links = Buffer(repeating: 0, count: count)
    for node in 0..<count {
      part[node] = Int32(truncatingIfNeeded: node)
      let group = Int(communities[node])
      for index in (node * layers)..<((node + 1) * layers) {
        pulls[index] = graph.pulls[index]
        masses[index] = graph.masses[index]
        totals[group * layers + index - node * layers] += graph.masses[index]
      }
      var sum = 0.0
      for arc in Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
      where communities[Int(graph.targets[arc])] == communities[node] { sum += graph.weights[arc] }
      outside[node] = sum
    }
  }

  /// Merges a node that is still alone with the part of its community where it adds most.
  private func place(_ node: Int) {
    guard memberCounts[node] == 1 && Int(part[node]) == node && isWellConnected(node) else { return }
    let arcs = Int(graph.offsets[node])..<Int(graph.offsets[node &+ 1])
    let community = communities[node]
    for arc in arcs where communities[Int(graph.targets[arc])] == community {
      links[part[graph.targets[arc]]] += graph.weights[arc]
    }
    var best = node
    var bestGain = 0.0
    var bestLink = 0.0
    for arc in arcs {
      let other = Int(part[graph.targets[arc]])
      let link = links[other]
      links[other] = 0
      guard link > 0 && other != node && isWellConnected(other) else { continue }
      let gain = link - expected(node, with: other)
      guard gain > bestGain || (gain == bestGain && best == node) else { continue }
      best = other
      bestGain = gain
      bestLink = link
    }
    if best != node { merge(node, into: best, link: bestLink) }
  }

  private func merge(_ node: Int, into other: Int, link: Double) {
    part[node] = Int32(truncatingIfNeeded: other)
    memberCounts[node] = 0
    memberCounts[other] += 1
    outside[other] += outside[node] - 2 * link
    for layer in 0..<graph.layerCount {
      pulls[other &* graph.layerCount &+ layer] += pulls[node &* graph.layerCount &+ layer]
      masses[other &* graph.layerCount &+ layer] += masses[node &* graph.layerCount &+ layer]
    }
  }

  private func expected(_ node: Int, with other: Int) -> Double {
    let layers = graph.layerCount
    var sum = 0.0
    for layer in 0..<layers { sum += pulls[node &* layers &+ layer] * masses[other &* layers &+ layer] }
    return sum
  }

  /// Whether a part is tied to the rest of its community at least as much as is expected.
  private func isWellConnected(_ index: Int) -> Bool {
    let layers = graph.layerCount
    let group = Int(communities[index])
    var sum = 0.0
    for layer in 0..<layers {
      let rest = totals[group &* layers &+ layer] - masses[index &* layers &+ layer]
      sum += pulls[index &* layers &+ layer] * rest
    }
    return outside[index] >= sum - graph.tolerance
  }
}
