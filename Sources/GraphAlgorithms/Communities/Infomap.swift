import GraphCore

/// Divides the nodes into communities in which a random wanderer stays long, by the length of the shortest description
/// of the wanderer's way.
///
/// With *p* how often a node is visited, *q* how often a community is left, and logarithms to the base of 2:
///
///     L = f(Σ q) − 2 Σ f(q(C)) − Σ f(p(v)) + Σ f(q(C) + p(C))        f(x) = x log x
///
/// **Reading.** Where ``Leiden`` asks for more ties than expected, this asks where things circulate: in directed
/// networks the two differ, and this is the one that follows the direction of influence. A single community means that
/// nothing is gained by dividing.
///
/// **Graph.** Undirected: visits follow strength. Directed: the wanderer follows edges forward and with probability
/// 1 − `damping`, or where no edge leads on, goes anywhere; these jumps are part of the description. Parallel edges
/// add up. Self-loops keep the wanderer at a node; undirected ones count twice. A graph with hostile ties is refused.
///
/// **Weights.** `weight` says whether a tie counts 1 or its strength.
///
/// **Range.** The code length is in bits for each step, from 0 for one node on; it is never more than that of a single
/// community.
///
/// **Precision.** Visits are iterated until two rounds differ by less than 1e-13 in the sum of absolute differences. A
/// gain below 1e-12 bits is taken for rounding.
///
/// **Repeatability.** Nodes move in random orders drawn from `seed`; of `runs` the shortest description counts, the
/// earliest of equal ones; the same bits at any thread count.
///
/// **Other programs.** igraph's `community_infomap` gives an undirected division the same code length; the best known
/// ones, 4.31179 bits for the karate club and 4.67997 for Les Misérables without strengths, are reached. On directed
/// graphs python-igraph 1.0.0 gives longer codes even for a single community, whose code length is the entropy of the
/// visits and nothing else; here that entropy is the one of ``PageRank``, as published.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try Infomap().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: About O(n + m) time for each level of each run, O(n + m) memory for each thread.
/// - Source: M. Rosvall, C. T. Bergstrom, PNAS 105 (2008) 1118–1123, doi:10.1073/pnas.0706851105; M. Rosvall,
///   D. Axelsson, C. T. Bergstrom, Eur. Phys. J. Special Topics 178 (2009) 13–23, doi:10.1140/epjst/e2010-01179-1.
/// - SeeAlso: ``Leiden``, ``PageRank``
public struct Infomap: GraphAlgorithm, DescribedAlgorithm {
  /// How likely the wanderer follows an edge of a directed graph rather than go anywhere.
  package var damping: Double
  /// How much a tie counts.
  package var weight: TieWeight
  /// How many searches from different orders to try; the shortest description counts.
  package var runs: Int
  /// Seed of the random orders.
  package var seed: UInt64

  /// A search; by default ten runs with the usual damping of 0.85.
  ///
  /// - Parameters:
  ///   - damping: How likely the wanderer follows an edge of a directed graph rather than go anywhere.
  ///   - weight: How much a tie counts.
  ///   - runs: How many searches from different orders to try; the shortest description counts.
  ///   - seed: Seed of the random orders.
  public init(damping: Double = 0.85, weight: TieWeight = .automatic, runs: Int = 10, seed: UInt64 = 0) {
    self.damping = damping
    self.weight = weight
    self.runs = runs
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "infomap", title: "Communities (Infomap)", family: .communities,
    meaning: "Blocs in which what goes round stays long.",
    formula: "minimise L = f(sum q) - 2 sum f(q) - sum f(p) + sum f(q + p), f(x) = x log2 x", signs: .refused,
    complexity: "about O(n + m) time for each level of each run, O(n + m) memory for each thread",
    source: "M. Rosvall, C. T. Bergstrom, PNAS 105 (2008) 1118-1123, doi:10.1073/pnas.0706851105")

  /// The options by name.
  package static let parameters: [Parameter<Infomap>] = [
    .number("damping", \.damping, in: 0...(1.0.nextDown), "How likely an edge is followed in directed graphs."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .integer("runs", \.runs, in: 1...Int.max, "How many searches to try; the shortest description counts."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The division with the shortest description found.
  /// - Throws: `.undefined` for a graph with hostile ties; `.invalidParameter` for an option out of its range;
  ///   `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is not a
  ///   finite number above 0, or vanishing beside another; `.undefined` when strengths that leave a node are too large to
  ///   add or too small to divide by; `.notConverged` when visits do not settle; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> InfomapResult {
    try SignedTies.refuseHostile(graph, advice: "keep only friendly ties in the projection, or use leiden with signs")
    try CommunityChecks.atLeastOne(runs, "runs")
    guard damping >= 0 && damping < 1 else {
      throw .invalidParameter(name: "damping", value: "\(damping)", needed: "a number from 0 to below 1")
    }
    let flow = try FlowGraph(graph, damping: damping, weight, context)
    let generator = SeededGenerator(seed: seed)
    let results = try context.orderedMap(over: runs, chunkSize: 1, makeWorker: {}) {
      (_: Void, range) throws(AlgorithmError) in
      var random = generator.stream(range.lowerBound)
      let partition = try Self.search(flow, &random, context)
      let length = flow.codeLength(of: partition.groups, count: partition.groupCount)
      return InfomapResult(partition: partition, codeLength: length, run: range.lowerBound)
    }
    let best = results.dropFirst().reduce(results[0]) { $1.codeLength < $0.codeLength ? $1 : $0 }
    // A single community is a description too, which moves from single nodes on may miss.
    let whole = Partition(numbers: [Int32](repeating: 0, count: graph.nodeCount), below: 1)
    let length = flow.codeLength(of: whole.groups, count: whole.groupCount)
    return length < best.codeLength - 1e-12 ? InfomapResult(partition: whole, codeLength: length, run: 0) : best
  }

  /// Moves nodes, then parts of communities, then nodes again after two communities were joined and some nodes set free
  /// at random, until nothing helps.
  ///
  /// The walk may go through divisions that are a little worse than the best so far: on Les Misérables the shortest
  /// description is five communities away from the next one.
  private static func search(
    _ flow: FlowGraph, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let singles = (0..<flow.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    let bound = max(flow.nodeCount, 1)
    var best = Partition(numbers: singles, below: bound)
    var length = flow.codeLength(of: best.groups, count: best.groupCount)
    var here = best
    var failures = 0
    while failures < patience(flow) {
      var nodes = singles
      var level = flow
      var start = failures > 1 ? freed(from: joined(here, flow, &random), &random) : best.groups
      if failures == 1 {
        var mover = MapEquationMoving(flow, from: singles, within: best.groups)
        try mover.run(&random, context)
        let parts = mover.partition()
        level = flow.merged(by: parts.groups, count: parts.groupCount)
        nodes = parts.groups
        start = [Int32](repeating: 0, count: parts.groupCount)
        for node in nodes.indices { start[Int(nodes[node])] = best.groups[node] }
      }
      try climb(from: start, &level, &nodes, &random, context)
      let next = Partition(numbers: nodes, below: bound)
      let nextLength = flow.codeLength(of: next.groups, count: next.groupCount)
      failures += 1
      if nextLength < length * (1 + detour) { here = next }
      guard nextLength < length - 1e-12 else { continue }
      best = next
      length = nextLength
      failures = 0
    }
    return best
  }

  /// How much longer than the best a description may be from which the walk goes on.
  private static let detour = 0.002

  /// How often the walk may fail to find a better description: often on small graphs, where that costs little.
  private static func patience(_ flow: FlowGraph) -> Int { flow.nodeCount <= 1000 ? 20 : 8 }

  /// The groups with two that a random tie joins made one.
  private static func joined(
    _ partition: Partition, _ flow: FlowGraph, _ random: inout SeededGenerator
  ) -> Partition {
    guard !flow.targets.isEmpty else { return partition }
    for _ in 0..<8 {
      let node = random.nextIndex(below: flow.nodeCount)
      let arcs = Int(flow.offsets[node])..<Int(flow.offsets[node + 1])
      guard !arcs.isEmpty else { continue }
      let other = Int(flow.targets[arcs.lowerBound + random.nextIndex(below: arcs.count)])
      let gone = partition.groups[other]
      let kept = partition.groups[node]
      guard gone != kept else { continue }
      return Partition(numbers: partition.groups.map { $0 == gone ? kept : $0 }, below: partition.groupCount)
    }
    return partition
  }

  /// The groups with about one node in six alone.
  private static func freed(from partition: Partition, _ random: inout SeededGenerator) -> [Int32] {
    let count = partition.groups.count
    let numbers = partition.groups.indices.map { node in
      random.nextIndex(below: 6) == 0 ? Int32(truncatingIfNeeded: count + node) : partition.groups[node]
    }
    return Partition(numbers: numbers, below: 2 * count).groups
  }

  /// Moves nodes, makes communities the nodes of a smaller graph, and so on until nothing moves.
  private static func climb(
    from first: [Int32], _ level: inout FlowGraph, _ nodes: inout [Int32], _ random: inout SeededGenerator,
    _ context: RunContext
  ) throws(AlgorithmError) {
    var start = first
    while true {
      var mover = MapEquationMoving(level, from: start)
      try mover.run(&random, context)
      let moved = mover.partition()
      for node in nodes.indices { nodes[node] = moved.groups[Int(nodes[node])] }
      if moved.groupCount == level.nodeCount { return }
      level = level.merged(by: moved.groups, count: moved.groupCount)
      start = (0..<level.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    }
  }
}

/// Communities by flow.
public struct InfomapResult: Sendable, Hashable {
  /// The community of each node.
  public let partition: Partition
  /// Bits for each step of the wanderer.
  public let codeLength: Double
  /// Which of the runs found it, from 0.
  package let run: Int

  /// A division and its code length.
  package init(partition: Partition, codeLength: Double, run: Int) {
    self.partition = partition
    self.codeLength = codeLength
    self.run = run
  }
}
