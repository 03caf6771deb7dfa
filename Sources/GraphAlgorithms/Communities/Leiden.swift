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
/// **Weights.** `weight` says whether a tie counts 1 or its strength. With `signs`, hostile ties drive apart.
///
/// **Annealing.** With `annealing` the search starts from a rough division whose nodes have moved at random for so
/// many passes, at first rather freely, at last hardly ever against the gain; what it leaves goes through the same
/// rounds, so the guarantees are the same. Worth trying in a large network that falls into no clear blocs, never sure
/// to be better: on 10,000 actors with 100,000 ties drawn without blocs, seeds 0 to 11 with 40 passes and one round gave
/// modularities from 0.2340 to 0.2359, their median 0.2348, and twelve seeds of igraph's search, each until nothing
/// changed, 0.2305 to 0.2340, their median 0.2320; but on 1,500 actors with 9,000 ties the median of 20 passes and two
/// rounds was 0.3464, that of ten rounds alone 0.3472.
///
/// **Range.** ``Communities/quality``: modularity from −1 to 1, or the constant Potts sum; see ``CommunityQuality``.
///
/// **Precision.** A gain below 1e-13 of the sum of all ties is taken for rounding.
///
/// **Repeatability.** The order of the nodes, and which of several equally good places a node goes to, are random, drawn
/// from `seed`; the same seed gives the same answer at any thread count. Of several `runs` the best counts, the
/// earliest of equal ones. The parts that are merged in the second step are always those that gain most, which is the
/// limit θ → 0 of the published algorithm.
///
/// **Other programs.** The best known modularity of the karate club, 0.41979, and of Les Misérables, 0.56001 and with
/// strengths 0.56669, are reached, as by igraph's optimal search.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try Leiden().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: About O(n + m) time for each level and each pass, O(n + m) memory; runs, the passes of annealing, the
///   second step and the third on several threads at once.
/// - Source: V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z;
///   constant Potts: V. A. Traag, P. Van Dooren, Y. Nesterov, Phys. Rev. E 84 (2011) 016114,
///   doi:10.1103/PhysRevE.84.016114; signs: V. A. Traag, J. Bruggeman, Phys. Rev. E 80 (2009) 036115,
///   doi:10.1103/PhysRevE.80.036115.
/// - SeeAlso: ``Modularity``, ``Louvain``, ``ConsensusPartition``
public struct Leiden: GraphAlgorithm, DescribedAlgorithm {
  /// What makes a division good.
  package var quality: CommunityQuality
  /// How dense a community must be; larger values give smaller communities.
  package var resolution: Double
  /// How much a tie counts.
  package var weight: TieWeight
  /// What becomes of signs.
  package var signs: CommunitySigns
  /// How many passes of random moves, ever less random, come first; 0 for none, as published.
  package var annealing: Int
  /// How often the whole search is repeated on its own result, unless nothing changes before that.
  package var rounds: Int
  /// How many searches from different orders to try; the best counts.
  package var runs: Int
  /// Seed of the random orders.
  package var seed: UInt64

  /// A search; by default for modularity, once.
  ///
  /// - Parameters:
  ///   - quality: What makes a division good.
  ///   - resolution: How dense a community must be; larger values give smaller communities.
  ///   - weight: How much a tie counts.
  ///   - signs: What becomes of signs.
  ///   - annealing: How many passes of random moves, ever less random, come first; 0 for none, as published.
  ///   - rounds: How often the whole search is repeated on its own result, unless nothing changes before that.
  ///   - runs: How many searches from different orders to try; the best counts.
  ///   - seed: Seed of the random orders.
  public init(
    quality: CommunityQuality = .modularity, resolution: Double = 1, weight: TieWeight = .automatic,
    signs: CommunitySigns = .automatic, annealing: Int = 0, rounds: Int = 2, runs: Int = 1,
    seed: UInt64 = 0
  ) {
    self.quality = quality
    self.resolution = resolution
    self.weight = weight
    self.signs = signs
    self.annealing = annealing
    self.rounds = rounds
    self.runs = runs
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "leiden", title: "Communities (Leiden)", family: .communities,
    meaning: "Blocs with more ties inside than across, each of them connected.",
    formula: "maximise Q = sum over communities of ties inside less ties expected", signs: .used,
    complexity: "about O(n + m) time for each level, O(n + m) memory",
    source: "V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9 (2019) 5233, "
      + "doi:10.1038/s41598-019-41695-z")

  /// The options by name.
  package static let parameters: [Parameter<Leiden>] = [
    .choice("quality", \.quality, "What makes a division good: modularity or constant-potts."),
    .number("resolution", \.resolution, in: 0...Double.greatestFiniteMagnitude, "Larger gives smaller communities."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .choice("signs", \.signs, "Whether hostile ties drive apart (used), or bind like others (ignored)."),
    .integer("annealing", \.annealing, in: 0...Int.max, "How many passes of random moves come first."),
    .integer("rounds", \.rounds, in: 1...Int.max, "How often to search again from the result."),
    .integer("runs", \.runs, in: 1...Int.max, "How many searches to try; the best counts."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The best division found and its quality.
  /// - Throws: `.invalidParameter` for a negative resolution or number of passes, or rounds or runs below 1;
  ///   `.missingColumn` when strengths or signs were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0, or a sign or signed strength that is none; `.limitExceeded` when they are too large
  ///   to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Communities {
    try CommunityChecks.atLeastOne(rounds, "rounds")
    guard annealing >= 0 else {
      throw .invalidParameter(name: "annealing", value: "\(annealing)", needed: "a whole number from 0")
    }
    let rule = CommunityRule(quality: quality, resolution: resolution, weight: weight, signs: signs)
    let ties = try CommunityGraph(graph, rule, context)
    return try CommunityRuns(runs: runs, seed: seed, measure: quality).best(on: ties, context) {
      (random: inout SeededGenerator) throws(AlgorithmError) -> Partition in
      var groups = try start(on: ties, &random, context)
      for _ in 0..<rounds {
        let next = try Self.search(ties, from: groups, &random, context)
        if next == groups { break }
        groups = next
      }
      return try CommunityOrder.connectedParts(of: groups, in: ties, context)
    }
  }

  /// Where the first round starts: every node alone, or the division that annealing leaves.
  private func start(
    on ties: CommunityGraph, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> [Int32] {
    guard annealing > 0 else { return (0..<ties.nodeCount).map { Int32(truncatingIfNeeded: $0) } }
    let noise = GumbelNoise(&random)
    let rough = try Self.roughDivision(of: ties, noise, &random, context)
    guard !ties.weights.isEmpty else { return rough.groups }
    let temperatures = AnnealingTemperatures(ties, passes: annealing)
    if DenseAnnealer.suits(ties, groupCount: rough.groupCount) {
      let annealer = DenseAnnealer(ties, from: rough, noise)
      try annealer.run(temperatures, &random, context)
      return annealer.groups
    }
    let annealer = CommunityAnnealer(ties, from: rough, noise)
    try annealer.run(temperatures, &random, context)
    return annealer.groups
  }

  /// What annealing starts from: a few passes without noise, by all threads, then groups of groups as in Louvain, but
  /// not to the end, since annealing moves the nodes anyway.
  private static func roughDivision(
    of ties: CommunityGraph, _ noise: GumbelNoise, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let sweeps = 3
    let alone = Partition(numbers: (0..<ties.nodeCount).map { Int32(truncatingIfNeeded: $0) }, below: ties.nodeCount)
    let passes = CommunityAnnealer(ties, from: alone, noise)
    try passes.run(AnnealingTemperatures(passes: sweeps), &random, context)
    let near = Partition(numbers: passes.groups, below: max(ties.nodeCount, 1))
    let groups = try ties.merged(by: near.groups, count: near.groupCount, context)
    let far = try LocalMoving.roughDivision(of: groups, sweeps: sweeps, &random, context)
    return Partition(numbers: near.groups.map { far.groups[Int($0)] }, below: max(far.groupCount, 1))
  }

  /// Moves, rebuilds and shrinks until every community is one node.
  private static func search(
    _ ties: CommunityGraph, from start: [Int32], _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> [Int32] {
    var level = ties
    var start = start
    var nodes = (0..<ties.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    while true {
      var mover = LocalMoving(level, from: start)
      try mover.run(&random, context)
      let moved = mover.partition()
      if moved.groupCount == level.nodeCount { return canonical(nodes, moved) }
      let parts = try Refinement.partition(of: level, within: moved, &random, context)
      if parts.groupCount == level.nodeCount { return canonical(nodes, moved) }
      var next = [Int32](repeating: 0, count: parts.groupCount)
      for node in 0..<level.nodeCount { next[Int(parts.groups[node])] = moved.groups[node] }
      level = try level.merged(by: parts.groups, count: parts.groupCount, context)
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
