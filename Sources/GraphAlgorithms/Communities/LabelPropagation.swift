import GraphCore

/// Divides the nodes into communities by letting each take the label that most of its neighbours have.
///
///     label(v) ← argmax over labels c of Σ w(u, v) over the neighbours u with label(u) = c
///
/// **Reading.** A quick first look at blocs. It has no yardstick: there is no saying how good the division is, and
/// other seeds may give another one. Where it matters use ``Leiden``.
///
/// **Graph.** Directed: `direction` says whose labels a node listens to: those it points to (`out`), those that
/// point to it (`in`), or both. Parallel edges add up. Self-loops are left out: a node does not persuade itself. A
/// graph with hostile ties is refused. An isolated node is a community of its own, and a label that ends up in places
/// that are not connected makes one community of each.
///
/// **Weights.** `weight` says whether a neighbour's label counts 1 or the strength of the tie.
///
/// **Range.** From one community to as many as there are nodes; there is no number that says how good they are.
///
/// **Precision.** A node keeps its label unless another has strictly more weight.
///
/// **Repeatability.** Nodes are asked one after the other in random orders, and ties among labels are broken at
/// random, all drawn from `seed`. It ends when no node changes. On undirected graphs it always does; on directed
/// ones labels can run in circles, and ``LabelPropagationResult/convergence`` says whether they did.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try LabelPropagation().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: O(n + m) time for each round, usually few rounds; O(n + m) memory.
/// - Source: U. N. Raghavan, R. Albert, S. Kumara, Phys. Rev. E 76 (2007) 036106, doi:10.1103/PhysRevE.76.036106.
/// - SeeAlso: ``Leiden``
public struct LabelPropagation: GraphAlgorithm, DescribedAlgorithm {
  /// Whose labels a node listens to.
  package var direction: EdgeDirection
  /// How much a neighbour's label counts.
  package var weight: TieWeight
  /// How many rounds to try.
  package var rounds: Int
  /// Seed of the random choices.
  package var seed: UInt64

  /// A search; by default along edges in both directions.
  ///
  /// - Parameters:
  ///   - direction: Whose labels a node listens to.
  ///   - weight: How much a neighbour's label counts.
  ///   - rounds: How many rounds to try.
  ///   - seed: Seed of the random choices.
  public init(direction: EdgeDirection = .all, weight: TieWeight = .automatic, rounds: Int = 100, seed: UInt64 = 0) {
    self.direction = direction
    self.weight = weight
    self.rounds = rounds
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "label-propagation", title: "Communities (label propagation)", family: .communities,
    meaning: "Blocs of actors who went along with most of those around them.",
    formula: "label(v) = the label with most weight among the neighbours of v", signs: .refused,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "U. N. Raghavan, R. Albert, S. Kumara, Phys. Rev. E 76 (2007) 036106, doi:10.1103/PhysRevE.76.036106")

  /// The options by name.
  package static let parameters: [Parameter<LabelPropagation>] = [
    .choice("direction", \.direction, "Listen along edges forward (out), backward (in) or both (all)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .integer("rounds", \.rounds, in: 1...Int.max, "How many rounds to try."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The division, and how it ended.
  /// - Throws: `.undefined` for a graph with hostile ties; `.invalidParameter` for less than one round;
  ///   `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is not a
  ///   finite number above 0; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> LabelPropagationResult {
    try SignedTies.refuseHostile(graph, advice: "keep only friendly ties in the projection, or use leiden with signs")
    try CommunityChecks.atLeastOne(rounds, "rounds")
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    let arcs = graph.adjacency(direction)
    let labels = LabelRound(arcs, strengths.map(arcs.byArc) ?? [])
    let order = Buffer<Int32>(repeating: 0, count: graph.nodeCount)
    var random = SeededGenerator(seed: seed)
    var changes = 0
    var round = 0
    repeat {
      round += 1
      CommunityOrder.fill(order, &random)
      changes = try labels.run(order, &random, context)
      context.progress?(RunProgress(done: round, total: rounds, mayEndEarly: true))
    } while changes > 0 && round < rounds
    let rule = CommunityRule(quality: .constantPotts, resolution: 0, weight: .none, signs: .ignored)
    let ties = try CommunityGraph(graph, rule, context)
    return LabelPropagationResult(
      partition: try CommunityOrder.connectedParts(of: labels.labels.array(), in: ties, context),
      convergence: Convergence(iterations: round, residual: Double(changes), isConverged: changes == 0))
  }
}

/// Communities found by label propagation.
public struct LabelPropagationResult: Sendable, Hashable {
  /// The community of each node.
  public let partition: Partition
  /// Rounds done; the residual is how many nodes changed their label in the last.
  public let convergence: Convergence

  /// A division and how it ended.
  package init(partition: Partition, convergence: Convergence) {
    self.partition = partition
    self.convergence = convergence
  }
}

/// Labels and the scratch memory to change them.
private struct LabelRound: ~Copyable {
  let labels: Buffer<Int32>
  private let arcs: Adjacency
  private let weights: [Double]
  /// Weight of each label around the node at work; 0 in between.
  private let votes: Buffer<Double>

  init(_ arcs: Adjacency, _ weights: [Double]) {
    let count = arcs.offsets.count - 1
    self.arcs = arcs
    self.weights = weights
    labels = Buffer(repeating: 0, count: count)
    votes = Buffer(repeating: 0, count: count)
    for node in 0..<count { labels[node] = Int32(truncatingIfNeeded: node) }
  }

  /// Asks every node once; returns how many changed.
  func run(
    _ order: borrowing Buffer<Int32>, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Int {
    var changes = 0
    for position in 0..<order.count {
      if position & 1023 == 0 { try context.checkCancellation() }
      let node = Int(order[position])
      let label = choice(of: node, &random)
      if label != labels[node] {
        labels[node] = label
        changes += 1
      }
    }
    return changes
  }

  /// The label with most weight around a node; its own if that is one of them, else a random one of them.
  private func choice(of node: Int, _ random: inout SeededGenerator) -> Int32 {
    let targets = arcs.targets.span
    let strengths = weights.span
    let range = arcs.range(of: node)
    var most = 0.0
    for arc in range {
      let target = Int(targets[unchecked: arc])
      guard target != node else { continue }
      let label = labels[target]
      votes[label] += strengths.isEmpty ? 1 : strengths[unchecked: arc]
      most = max(most, votes[label])
    }
    let own = labels[node]
    var choice = own
    let keeps = most == 0 || votes[own] == most
    var ties = 0
    for arc in range {
      let label = labels[targets[unchecked: arc]]
      if votes[label] == most && !keeps {
        ties += 1
        if random.nextIndex(below: ties) == 0 { choice = label }
      }
      votes[label] = 0
    }
    return choice
  }
}
