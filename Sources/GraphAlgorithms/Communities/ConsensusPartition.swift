import GraphCore

/// Divides the nodes into the communities on which many searches agree, and says how much they agree on each node.
///
/// ``Leiden`` is run many times. Pairs of nodes that are together in at least a share `threshold` of the runs are
/// tied by that share, this new graph is divided the same way, and so on until all runs give the same division.
///
///     w(u, v) = share of the runs in which u and v are together, if at least threshold, else 0
///
/// **Reading.** One search gives one of many nearly equal answers. What they have in common is what the network says;
/// a node with low ``ConsensusResult/agreement`` is placed by chance.
///
/// **Graph.** As ``Leiden``.
///
/// **Weights.** As ``Leiden``.
///
/// **Range.** Agreement from 0 to 1: how often, on average, a node was together with the others of its final
/// community in the first runs; 1 for a node alone in it that was always alone.
///
/// **Precision.** Shares are counts of runs. After `rounds` rounds without full agreement the division of the first
/// run of the last round is given back, and ``ConsensusResult/convergence`` says so.
///
/// **Repeatability.** All seeds are drawn from `seed`; the same bits at any thread count.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try ConsensusPartition().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: `runs` runs of ``Leiden`` for each round, and O(pairs that are ever together) time and memory.
/// - Source: A. Lancichinetti, S. Fortunato, Scientific Reports 2 (2012) 336, doi:10.1038/srep00336.
/// - SeeAlso: ``Leiden``, ``PartitionComparison``
public struct ConsensusPartition: GraphAlgorithm, DescribedAlgorithm {
  /// The search on whose answers to agree; its own seed is not used.
  package var search: Leiden
  /// How many searches to run in each round.
  package var runs: Int
  /// How often a pair must be together to count.
  package var threshold: Double
  /// How many rounds to try.
  package var rounds: Int
  /// Seed of the seeds.
  package var seed: UInt64

  /// The most pairs of nodes that may be together, summed over one run.
  public static let pairLimit = 50_000_000

  /// A consensus; by default of 50 searches for modularity.
  ///
  /// - Parameters:
  ///   - search: The search on whose answers to agree; its own seed is not used.
  ///   - runs: How many searches to run in each round.
  ///   - threshold: How often a pair must be together to count.
  ///   - rounds: How many rounds to try.
  ///   - seed: Seed of the seeds.
  public init(
    search: Leiden = Leiden(), runs: Int = 50, threshold: Double = 0.5, rounds: Int = 20, seed: UInt64 = 0
  ) {
    self.search = search
    self.runs = runs
    self.threshold = threshold
    self.rounds = rounds
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "consensus-partition", title: "Consensus communities", family: .communities,
    meaning: "The blocs on which many searches agree, and how sure each actor's place in them is.",
    formula: "divide the graph of pairs by the share of runs that put them together, until all runs agree",
    signs: .used, complexity: "many runs of Leiden, and O(pairs that are ever together) time and memory",
    source: "A. Lancichinetti, S. Fortunato, Scientific Reports 2 (2012) 336, doi:10.1038/srep00336")

  /// The options by name.
  package static let parameters: [Parameter<ConsensusPartition>] = [
    .number("resolution", \.search.resolution, in: 0...Double.greatestFiniteMagnitude, "Larger gives smaller ones."),
    .choice("quality", \.search.quality, "What makes a division good: modularity or constant-potts."),
    .choice("weight", \.search.weight, "Whether a tie counts its strength or 1."),
    .choice("signs", \.search.signs, "Whether hostile ties drive apart (used), or bind like others (ignored)."),
    .integer("runs", \.runs, in: 2...Int.max, "How many searches to run in each round."),
    .number("threshold", \.threshold, in: 0...1, "How often a pair must be together to count."),
    .integer("rounds", \.rounds, in: 1...Int.max, "How many rounds to try."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The division, and how sure each node's place is.
  /// - Throws: What ``Leiden`` throws; `.invalidParameter` for less than two runs, a threshold that is not from 0 to 1,
  ///   or less than one round; `.limitExceeded` when more than ``pairLimit`` pairs are together; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> ConsensusResult {
    try checkParameters()
    var quiet = context
    quiet.progress = nil
    let seeds = SeededGenerator(seed: seed)
    let first = try divisions(of: graph, search, seeds.stream(0), quiet)
    var current = first
    var round = 0
    while !Self.isUnanimous(current) && round < rounds {
      round += 1
      let agreed = try consensusGraph(of: current, nodeCount: graph.nodeCount, context)
      let next = Leiden(weight: .strengths, signs: .ignored, rounds: search.rounds)
      current = try divisions(of: agreed, next, seeds.stream(round), quiet)
      context.progress?(RunProgress(done: round, total: rounds, mayEndEarly: true))
    }
    let distinct = Set(current).count
    return ConsensusResult(
      partition: current[0], agreement: agreement(of: current[0], with: first),
      convergence: Convergence(
        iterations: round, residual: Double(distinct - 1), isConverged: distinct == 1))
  }

  private func checkParameters() throws(AlgorithmError) {
    guard runs >= 2 else {
      throw .invalidParameter(name: "runs", value: "\(runs)", needed: "a whole number from 2")
    }
    guard threshold >= 0 && threshold <= 1 else {
      throw .invalidParameter(name: "threshold", value: "\(threshold)", needed: "a number from 0 to 1")
    }
    try CommunityChecks.atLeastOne(rounds, "rounds")
  }

  private func divisions(
    of graph: CSRGraph, _ search: Leiden, _ seeds: SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> [Partition] {
    var single = context
    single.threads = 1
    let inner = single
    return try context.orderedMap(over: runs, chunkSize: 1, makeWorker: {}) {
      (_: Void, range) throws(AlgorithmError) in
      var generator = seeds.stream(range.lowerBound)
      var run = search
      run.seed = generator.next()
      return try run.run(on: graph, in: inner).partition
    }
  }

  private static func isUnanimous(_ partitions: [Partition]) -> Bool {
    partitions.allSatisfy { $0 == partitions[0] }
  }

  /// The graph of the pairs that are together often enough.
  private func consensusGraph(
    of partitions: [Partition], nodeCount: Int, _ context: RunContext
  ) throws(AlgorithmError) -> CSRGraph {
    let members = partitions.map { GroupMembers($0.groups, count: $0.groupCount) }
    let pairs = members.reduce(0) { most, groups in
      max(
        most, (1..<groups.offsets.count).reduce(0) { $0 + pairCount(Int(groups.offsets[$1] - groups.offsets[$1 - 1])) })
    }
    guard pairs <= Self.pairLimit else {
      throw .limitExceeded(what: "a consensus", needed: "\(pairs) pairs", limit: "\(Self.pairLimit) pairs")
    }
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: false)
    var shares: [Double] = []
    let counts = Buffer<Int32>(repeating: 0, count: nodeCount)
    let touched = Buffer<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      try context.checkCancellation()
      var touchedCount = 0
      for run in partitions.indices {
        for position in members[run].range(of: Int(partitions[run].groups[node])) {
          let other = members[run].nodes[position]
          guard Int(other) > node else { continue }
          if counts[other] == 0 {
            touched[touchedCount] = other
            touchedCount += 1
          }
          counts[other] += 1
        }
      }
      for position in 0..<touchedCount {
        let share = Double(counts[touched[position]]) / Double(partitions.count)
        counts[touched[position]] = 0
        guard share >= threshold else { continue }
        builder.addEdge(from: node, to: Int(touched[position]))
        shares.append(share)
      }
    }
    return builder.build(columns: EdgeColumns(strengths: shares)).graph
  }

  private func pairCount(_ size: Int) -> Int { size * (size - 1) / 2 }

  /// How often each node was together with the others of its final community.
  private func agreement(of final: Partition, with first: [Partition]) -> [Double] {
    var sums = [Double](repeating: 0, count: final.groups.count)
    for partition in first {
      let members = GroupMembers(final.groups, count: final.groupCount)
      let sizes = Buffer<Int32>(repeating: 0, count: partition.groupCount)
      let wholes = GroupMembers(partition.groups, count: partition.groupCount)
      for group in 0..<final.groupCount {
        let nodes = members.range(of: group)
        for position in nodes { sizes[partition.groups[Int(members.nodes[position])]] += 1 }
        for position in nodes {
          let node = Int(members.nodes[position])
          let together = Double(sizes[partition.groups[node]] - 1)
          let isAlone = wholes.range(of: Int(partition.groups[node])).count == 1
          sums[node] += nodes.count > 1 ? together / Double(nodes.count - 1) : isAlone ? 1 : 0
        }
        for position in nodes { sizes[partition.groups[Int(members.nodes[position])]] = 0 }
      }
    }
    return sums.map { $0 / Double(first.count) }
  }
}

/// Communities on which many searches agree.
public struct ConsensusResult: Sendable, Hashable {
  /// The community of each node.
  public let partition: Partition
  /// How sure each node's place is, from 0 to 1.
  public let agreement: [Double]
  /// Rounds done after the first runs; the residual is how many divisions the last runs gave beyond one.
  public let convergence: Convergence

  /// A division and how sure it is.
  package init(partition: Partition, agreement: [Double], convergence: Convergence) {
    self.partition = partition
    self.agreement = agreement
    self.convergence = convergence
  }
}
