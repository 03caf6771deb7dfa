import GraphCore

/// Counts for each node the pairs of others that it brings together, by the blocs of the three.
///
/// Node *j* is a broker for *i* and *k* when an edge leads from *i* to *j* and one from *j* to *k*, but none from *i* to
/// *k*. Its role depends on who shares a bloc:
///
///     coordinator      all three            consultant    i and k, not j       liaison    nobody
///     representative   i and j, not k       gatekeeper    j and k, not i       total      any of these
///
/// **Reading.** Who speaks for its bloc, who lets the outside in, who joins strangers. Counts grow with the size of
/// blocs: read `z`, how many standard deviations a count is above what chance gives in blocs of these sizes.
///
/// **Graph.** Directed edges are followed forward. Undirected edges count both ways, so that every pair counts twice, and
/// representative and gatekeeper are the same. Self-loops do not count; parallel edges count once. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers from 0. `expected` and `deviation` are the mean and the standard deviation when every edge
/// is there or not by itself, with the graph's own density *d*; with q = d² (1 − d), and over *M* pairs of others, of
/// which *S* ordered pairs of pairs share their first or their last node:
///
///     expected = M q        deviation² = M q (1 − q) + S d³ (1 − d)³
///
/// `z` is (count − expected) / deviation, and 0 where the deviation is 0. On an undirected graph edges rather than
/// arcs are drawn, which doubles deviation², except for representative and gatekeeper.
///
/// **Precision.** Counts are exact.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** The counts, means and deviations on directed graphs are those of R's `sna::brokerage`. On
/// undirected graphs sna uses the deviations for directed ones, which are too small. Neither NetworkX nor igraph has it.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: true)
/// let blocs = Partition(labels: ["north", "north", "south"])
/// try Brokerage(between: blocs).run(on: chain)[.representative].counts     // [0, 1, 0]
/// ```
///
/// - Complexity: O(n + m + Σ in-degree × out-degree) time, O(n + m) memory and O(n) for each thread.
/// - Source: R. V. Gould, R. M. Fernandez, Sociological Methodology 19 (1989) 89–126, doi:10.2307/270949.
/// - SeeAlso: ``BurtConstraint``, ``Betweenness``
public struct Brokerage: GraphAlgorithm, DescribedAlgorithm {
  /// The bloc of each node.
  package var blocs: Partition

  /// Brokerage between blocs.
  ///
  /// - Parameter blocs: The bloc of each node.
  public init(between blocs: Partition) { self.blocs = blocs }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "brokerage", title: "Brokerage roles", family: .position,
    meaning: "Who brings together whom, within blocs and between them.",
    formula: "number of i -> j -> k without i -> k, by the blocs of i, j and k", signs: .ignored,
    complexity: "O(n + m + sum of in-degree x out-degree) time, O(n + m) memory",
    source: "R. V. Gould, R. M. Fernandez, Sociological Methodology 19 (1989) 89-126, doi:10.2307/270949")

  /// The options by name.
  package static let parameters: [Parameter<Brokerage>] = [
    .partition("blocs", \.blocs, "Where the blocs come from.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: For each role and node a count, and what chance gives.
  /// - Throws: `.invalidParameter` when the blocs are not those of the graph's nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> BrokerageRoles {
    guard blocs.groups.count == graph.nodeCount else {
      throw .invalidParameter(
        name: "blocs", value: "a partition of \(blocs.groups.count) nodes", needed: "one of \(graph.nodeCount) nodes")
    }
    let ties = SimpleArcs(graph)
    let count = graph.nodeCount
    let roleCount = BrokerageRole.allCases.count
    let groups = blocs.groups
    let sums = try context.orderedSum(
      over: count, width: roleCount * count, chunkSize: RunContext.chunkSize(forLightWorkOver: count),
      makeWorker: { Worker(BrokerPass(ties, groups)) }
    ) { (worker: Worker<BrokerPass>, sources, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for source in sources { try worker.scratch.addRoles(from: source, to: sums, context) }
    }
    let pairs = Double(count) * Double(count - 1)
    let chance = BrokerageChance(
      blocs, density: pairs > 0 ? Double(ties.targets.count) / pairs : 0, isDirected: graph.isDirected)
    let roles = BrokerageRole.allCases.enumerated().map { index, role in
      chance.scores(of: role, counts: Array(sums[(index * count)..<((index + 1) * count)]))
    }
    return BrokerageRoles(roles: roles, density: chance.density)
  }
}

/// How a broker stands to the two it brings together.
public enum BrokerageRole: String, CaseIterable, Codable, Sendable {
  /// All three in one bloc.
  case coordinator
  /// The two in one bloc, the broker in another.
  case consultant
  /// The broker passes on to the outside what comes from its own bloc.
  case representative
  /// The broker passes on to its own bloc what comes from the outside.
  case gatekeeper
  /// Three blocs.
  case liaison
  /// All roles together.
  case total
}

/// One role of every node.
public struct BrokerageScores: Sendable, Hashable {
  /// The role.
  public let role: BrokerageRole
  /// How often each node has it.
  public let counts: [Double]
  /// How often chance would give it.
  public let expected: [Double]
  /// The standard deviation of that.
  package let deviation: [Double]
  /// How many standard deviations the count is above what was expected.
  public let z: [Double]

  /// Scores of a role.
  package init(role: BrokerageRole, counts: [Double], expected: [Double], deviation: [Double]) {
    self.role = role
    self.counts = counts
    self.expected = expected
    self.deviation = deviation
    z = counts.indices.map { deviation[$0] > 0 ? (counts[$0] - expected[$0]) / deviation[$0] : 0 }
  }
}

/// All roles of every node.
public struct BrokerageRoles: Sendable, Hashable {
  /// The roles, in the order of ``BrokerageRole``.
  public let roles: [BrokerageScores]
  /// Which share of the possible edges is there.
  package let density: Double

  init(roles: [BrokerageScores], density: Double) {
    self.roles = roles
    self.density = density
  }

  /// One role of every node.
  public subscript(role: BrokerageRole) -> BrokerageScores {
    roles.first { $0.role == role } ?? BrokerageScores(role: role, counts: [], expected: [], deviation: [])
  }
}

/// Outgoing arcs without self-loops and without repetition.
private struct SimpleArcs: Sendable {
  private(set) var offsets: [Int32] = [0]
  private(set) var targets: [Int32] = []

  init(_ graph: CSRGraph) {
    let arcs = graph.out
    for node in 0..<graph.nodeCount {
      let start = targets.count
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) != node {
        if targets.count > start && targets[targets.count - 1] == arcs.targets[arc] { continue }
        targets.append(arcs.targets[arc])
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  func range(of node: Int32) -> Range<Int> { Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) }
}

/// The pass over one node's pairs of arcs.
private struct BrokerPass: ~Copyable {
  private let ties: SimpleArcs
  private let groups: [Int32]
  /// The node from which each node was last seen to be reached directly.
  private let reachedFrom: Buffer<Int32>

  init(_ ties: SimpleArcs, _ groups: [Int32]) {
    self.ties = ties
    self.groups = groups
    reachedFrom = Buffer(repeating: -1, count: groups.count)
  }

  mutating func addRoles(
    from source: Int, to sums: borrowing Buffer<Double>, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = groups.count
    let start = Int32(truncatingIfNeeded: source)
    let mine = ties.range(of: start)
    let targets = ties.targets.span
    for arc in mine { reachedFrom[targets[unchecked: arc]] = start }
    for arc in mine {
      try context.checkCancellation()
      let broker = targets[unchecked: arc]
      for second in ties.range(of: broker) {
        let end = targets[unchecked: second]
        guard end != start && reachedFrom[end] != start else { continue }
        sums[role(of: broker, from: start, to: end) * count + Int(broker)] += 1
        sums[5 * count + Int(broker)] += 1
      }
    }
  }

  /// The place of a role among ``BrokerageRole``.
  private func role(of broker: Int32, from start: Int32, to end: Int32) -> Int {
    let first = groups[Int(start)]
    let middle = groups[Int(broker)]
    let last = groups[Int(end)]
    if first == last { return first == middle ? 0 : 1 }
    return first == middle ? 2 : last == middle ? 3 : 4
  }
}

/// The expected counts by chance in blocs of these sizes.
private struct BrokerageChance {
  let density: Double
  private let isDirected: Bool
  private let groups: [Int32]
  private let sizes: [Double]
  /// Over all blocs the sizes' squares and cubes.
  private let squares: Double
  private let cubes: Double

  init(_ blocs: Partition, density: Double, isDirected: Bool) {
    self.density = density
    self.isDirected = isDirected
    groups = blocs.groups
    sizes = blocs.members().map { Double($0.count) }
    squares = sizes.reduce(0) { $0 + $1 * $1 }
    cubes = sizes.reduce(0) { $0 + $1 * $1 * $1 }
  }

  func scores(of role: BrokerageRole, counts: [Double]) -> BrokerageScores {
    let open = density * density * (1 - density)
    let overlap = density * density * density * (1 - density) * (1 - density) * (1 - density)
    let doubles = !isDirected && role != .representative && role != .gatekeeper
    let bySize = sizes.map { pairs(role, own: $0) }
    let deviations = bySize.map { chance -> Double in
      let variance = chance.pairs * open * (1 - open) + chance.overlaps * overlap
      return (doubles ? 2 * variance : variance).squareRoot()
    }
    return BrokerageScores(
      role: role, counts: counts, expected: groups.map { bySize[Int($0)].pairs * open },
      deviation: groups.map { deviations[Int($0)] })
  }

  /// What a broker may bring together: ordered pairs of others, and ordered pairs of these that share their first or
  /// their last node.
  private struct PairChances {
    let pairs: Double
    let overlaps: Double
  }

  /// What a broker in a bloc of some size may bring together in a role.
  private func pairs(_ role: BrokerageRole, own: Double) -> PairChances {
    let all = Double(groups.count)
    let mates = own - 1
    let others = all - own
    let square = squares - own * own
    let cube = cubes - own * own * own
    switch role {
    case .coordinator:
      return PairChances(pairs: mates * (mates - 1), overlaps: 2 * mates * (mates - 1) * (mates - 2))
    case .consultant:
      return PairChances(pairs: square - others, overlaps: 2 * (cube - 3 * square + 2 * others))
    case .representative, .gatekeeper:
      return PairChances(pairs: mates * others, overlaps: mates * others * (others - 1) + others * mates * (mates - 1))
    case .liaison:
      let triples = others * others * (others - 1) - (2 * others - 1) * square + cube
      return PairChances(pairs: others * others - square, overlaps: 2 * triples)
    case .total:
      return PairChances(pairs: (all - 1) * (all - 2), overlaps: 2 * (all - 1) * (all - 2) * (all - 3))
    }
  }
}
