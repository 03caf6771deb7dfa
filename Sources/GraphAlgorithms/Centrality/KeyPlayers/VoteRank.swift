import GraphCore

/// Elects spreaders one after the other: each node votes for its neighbours, and whoever is near an elected node has
/// less of a voice from then on.
///
/// Every node begins with a voice of 1. In each round the node with most votes, the voices of its neighbours added up,
/// is elected; it falls silent, and each of its neighbours loses 1 / k of its voice, k being the mean degree.
///
///     votes(v) = Σ voice(u) over the u that v points to;   elected: voice(v) = 0, voice(u) ← max(0, voice(u) − 1 / k)
///
/// **Reading.** From whom to spread something if several starting points are wanted: they are far from one another,
/// where the first few by ``Degree`` often sit in one bloc.
///
/// **Graph.** Directed: a node votes for those that point to it, so that those are elected who reach many. Parallel
/// edges count each. Self-loops are left out. Signs are ignored.
///
/// **Weights.** None: every voice counts the same over every tie.
///
/// **Range.** The first elected has the score r, the number of those elected, the second r − 1, and so on; 0 for nodes
/// that are not elected, which nobody with a voice left votes for. The detail `votes` has the votes at the election.
///
/// **Precision.** Voices are sums of 1 / k.
///
/// **Repeatability.** Of nodes with equal votes the one with the smallest number is elected. Votes are added up anew
/// in each round, in the order of the neighbours.
///
/// **Other programs.** NetworkX `voterank` elects the same nodes, self-loops excepted (it counts them).
///
/// ```swift
/// let star = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3)], isDirected: false)
/// try VoteRank().run(on: star).values     // [1, 0, 0, 0]
/// ```
///
/// - Complexity: O(n + m) time for each node elected at worst, O(log n) and the neighbours of a few where votes seldom
///   change; O(n) memory.
/// - Source: J.-X. Zhang, D.-B. Chen, Q. Dong, Z.-D. Zhao, Scientific Reports 6 (2016) 27823, doi:10.1038/srep27823.
/// - SeeAlso: ``KeyPlayerReach``, ``Degree``
public struct VoteRank: NodeMeasure {
  /// How many nodes to elect at most; 0 for as many as get votes.
  package var count: Int

  package init() { self.init(count: 0) }

  /// VoteRank until nobody gets a vote, unless said otherwise.
  ///
  /// - Parameter count: How many nodes to elect at most; 0 for as many as get votes.
  public init(count: Int = 0) { self.count = count }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "voterank", title: "VoteRank", family: .keyPlayers,
    meaning: "From whom to spread something, one after the other, each far from those before.",
    formula: "elect the node with most votes; silence it, weaken its neighbours by 1 / mean degree; repeat",
    signs: .ignored, complexity: "O(n + m) time for each node elected at worst, O(n) memory",
    source: "J.-X. Zhang, D.-B. Chen, Q. Dong, Z.-D. Zhao, Scientific Reports 6 (2016) 27823, doi:10.1038/srep27823")

  /// The options by name.
  package static let parameters: [Parameter<VoteRank>] = [
    .integer("count", \.count, in: 0...Int.max, "How many nodes to elect at most; 0 for as many as get votes.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `rank`, with the detail `votes`.
  /// - Throws: `.invalidParameter` for a negative count; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    guard count >= 0 else {
      throw .invalidParameter(name: "count", value: "\(count)", needed: "a whole number from 0")
    }
    try context.checkCancellation()
    let nodes = graph.nodeCount
    let arcs = graph.out
    let ties = (0..<nodes).reduce(0) { sum, node in sum + arcs.range(of: node).count { Int(arcs.targets[$0]) != node } }
    let loss = Double(nodes) / Double(max(ties, 1))
    let voices = Buffer(repeating: 1.0, count: nodes)
    var candidates = Candidates(arcs, voices)
    var elected: [Int] = []
    var votes = [Double](repeating: 0, count: nodes)
    while elected.count < (count == 0 ? nodes : min(count, nodes)) {
      guard let winner = try candidates.takeWinner(voices, context) else { break }
      votes[winner] = candidates.votes(for: winner, voices)
      if elected.count & 255 == 255 {
        context.progress?(RunProgress(done: elected.count, total: count == 0 ? nodes : min(count, nodes)))
      }
      elected.append(winner)
      voices[winner] = 0
      for arc in arcs.range(of: winner) where Int(arcs.targets[arc]) != winner {
        voices[arcs.targets[arc]] = max(voices[arcs.targets[arc]] - loss, 0)
      }
    }
    var scores = [Double](repeating: 0, count: nodes)
    for position in elected.indices { scores[elected[position]] = Double(elected.count - position) }
    return NodeScores(
      values: scores, measure: Self.summary.id, scale: "rank", direction: graph.effective(.out),
      details: [NodeDetail(name: "votes", values: votes)])
  }
}

/// The queue of nodes not elected yet, by the votes that each had when it was looked at last.
///
/// Votes only become fewer. Whoever still has as many as when it was looked at last, and no fewer than anybody had then,
/// is the winner, and no other need be looked at: the lazy choice of M. Minoux, Optimization Techniques (1978) 234–243,
/// doi:10.1007/BFb0006528.
private struct Candidates: ~Copyable {
  private let arcs: Adjacency
  private var waiting: MinimumHeap

  init(_ arcs: Adjacency, _ voices: borrowing Buffer<Double>) {
    self.arcs = arcs
    waiting = MinimumHeap(nodeCount: voices.count)
    for node in 0..<voices.count { wait(node, with: votes(for: node, voices)) }
  }

  private mutating func wait(_ node: Int, with votes: Double) {
    if votes > 0 { waiting.insertOrLower(Int32(truncatingIfNeeded: node), to: -votes) }
  }

  /// The node with most votes, which is no candidate any more; `nil` when nobody gets any.
  mutating func takeWinner(
    _ voices: borrowing Buffer<Double>, _ context: RunContext
  ) throws(AlgorithmError) -> Int? {
    var looked = 0
    while !waiting.isEmpty {
      if looked & 1023 == 0 { try context.checkCancellation() }
      looked += 1
      let before = -waiting.minimumKey
      let node = Int(waiting.removeMinimum())
      let now = votes(for: node, voices)
      if now == before { return node }
      wait(node, with: now)
    }
    return nil
  }

  /// The voices of a node's voters added up.
  func votes(for node: Int, _ voices: borrowing Buffer<Double>) -> Double {
    let targets = arcs.targets.span
    var sum = 0.0
    for arc in arcs.range(of: node) {
      let voter = Int(targets[unchecked: arc])
      if voter != node { sum += voices[voter] }
    }
    return sum
  }
}
