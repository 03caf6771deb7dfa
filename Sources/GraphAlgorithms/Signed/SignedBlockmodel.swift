import GraphCore

/// Divides the nodes into up to k camps so that friendly ties are within and hostile ties between them, as far as can
/// be.
///
///     P = α Σ |w| over hostile ties within camps + (1 − α) Σ w over friendly ties between camps
///
/// **Reading.** Where ``TwoCampSplit`` knows one front, several camps may all be at odds. A lower P with one more camp
/// means that the network has that many sides; where P no longer falls, further camps say nothing.
///
/// **Graph.** Direction is ignored; every edge counts by itself, parallels and both directions too. Self-loops count
/// as ties within.
///
/// **Weights.** `weight`: signed strengths where the graph has them, or signs alone.
///
/// **Range.** P from 0: no inconsistency, a network of k balanced camps.
///
/// **Precision.** A division is given back that no move of one node and no exchange of two improves; it is the best of
/// `restarts` such, not proved to be the best there is.
///
/// **Repeatability.** Starts, with one camp, two, and so on to k in turn, are drawn from `seed`, the same at any thread
/// count; of equal divisions the first counts.
///
/// ```swift
/// let enemies = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false,
///   columns: EdgeColumns(signs: [-1, -1, -1]))
/// try SignedBlockmodel(camps: 3).run(on: enemies).inconsistency     // 0
/// ```
///
/// - Complexity: O(n (n + k) + m) time for each round of moves and exchanges, O(n k + m) memory for each thread.
/// - Source: P. Doreian, A. Mrvar, Social Networks 18 (1996) 149–168, doi:10.1016/0378-8733(95)00259-6.
/// - SeeAlso: ``TwoCampSplit``, ``Leiden``
public struct SignedBlockmodel: GraphAlgorithm, DescribedAlgorithm {
  /// How many camps there may be.
  package var camps: Int
  /// How much a hostile tie within a camp counts, against 1 − α for a friendly one between camps.
  package var alpha: Double
  /// How much a tie counts.
  package var weight: TieWeight
  /// How many random starts to try.
  package var restarts: Int
  /// Seed of the starts.
  package var seed: UInt64

  /// A blockmodel; by default of two camps, both kinds of inconsistency counting alike.
  ///
  /// - Parameters:
  ///   - camps: How many camps there may be.
  ///   - alpha: How much a hostile tie within a camp counts, against 1 − α for a friendly one between camps.
  ///   - weight: How much a tie counts.
  ///   - restarts: How many random starts to try.
  ///   - seed: Seed of the starts.
  public init(
    camps: Int = 2, alpha: Double = 0.5, weight: TieWeight = .automatic, restarts: Int = 100, seed: UInt64 = 0
  ) {
    self.camps = camps
    self.alpha = alpha
    self.weight = weight
    self.restarts = restarts
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "signed-blockmodel", title: "Camps (signed blockmodel)", family: .signed,
    meaning: "Who stands with whom in up to k camps, friends within and enemies across.",
    formula: "minimise P = a (hostile ties within) + (1 - a) (friendly ties between)", signs: .used,
    complexity: "O(n (n + k) + m) time for each round of each start",
    source: "P. Doreian, A. Mrvar, Social Networks 18 (1996) 149-168, doi:10.1016/0378-8733(95)00259-6")

  /// The options by name.
  package static let parameters: [Parameter<SignedBlockmodel>] = [
    .integer("camps", \.camps, in: 1...Int(Int32.max), "How many camps there may be."),
    .number("alpha", \.alpha, in: 0...1, "How much a hostile tie within a camp counts against a friendly one between."),
    .choice("weight", \.weight, "Whether a tie counts its signed strength or its sign (none)."),
    .integer("restarts", \.restarts, in: 1...Int.max, "How many random starts to try."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The best division found and its inconsistency.
  /// - Throws: `.missingColumn` without signs, or without strengths when they were asked for; `.unfitValue` for a sign
  ///   other than −1, 0 and 1 or a value that is not finite; `.limitExceeded` when values are too large to add;
  ///   `.invalidParameter` for an option out of its range; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> BlockmodelResult {
    try checkParameters()
    let values = try SignedTies.values(of: graph, weight)
    let weights = values.map { $0 < 0 ? -alpha * $0 : (alpha - 1) * $0 }
    let pairs = SignedPairs(along: graph.adjacency(.all), weights)
    let count = min(camps, max(graph.nodeCount, 1))
    let generator = SeededGenerator(seed: seed)
    let results = try context.orderedMap(
      over: restarts, chunkSize: 1, makeWorker: { Worker(CampRelocation(pairs, camps: count)) }
    ) { (worker: Worker<CampRelocation>, range) throws(AlgorithmError) in
      var random = generator.stream(range.lowerBound)
      try worker.scratch.run(startingWith: range.lowerBound % count + 1, &random, context)
      let partition = Partition(numbers: worker.scratch.camps.array(), below: count)
      return BlockmodelResult(
        partition: partition, inconsistency: inconsistency(of: partition, graph, values), start: range.lowerBound)
    }
    return results.dropFirst().reduce(results[0]) { best, next in
      next.inconsistency < best.inconsistency - 1e-12 * abs(best.inconsistency) ? next : best
    }
  }

  private func checkParameters() throws(AlgorithmError) {
    guard camps >= 1 && camps <= Int(Int32.max) else {
      throw .invalidParameter(name: "camps", value: "\(camps)", needed: "a whole number from 1")
    }
    guard alpha >= 0 && alpha <= 1 else {
      throw .invalidParameter(name: "alpha", value: "\(alpha)", needed: "a number from 0 to 1")
    }
    guard restarts >= 1 else {
      throw .invalidParameter(name: "restarts", value: "\(restarts)", needed: "a whole number from 1")
    }
  }

  private func inconsistency(of partition: Partition, _ graph: CSRGraph, _ values: [Double]) -> Double {
    var hostile = 0.0
    var friendly = 0.0
    for node in 0..<graph.nodeCount {
      var loops = 0
      for arc in graph.out.range(of: node) {
        let other = Int(graph.out.targets[arc])
        if other == node { loops += 1 }
        guard graph.isDirected || other > node || (other == node && loops.isMultiple(of: 2)) else { continue }
        let value = values[graph.out.edge(ofArc: arc)]
        let isWithin = partition.groups[node] == partition.groups[other]
        if isWithin { hostile += max(-value, 0) } else { friendly += max(value, 0) }
      }
    }
    return alpha * hostile + (1 - alpha) * friendly
  }
}

/// Camps and how far the ties are from fitting them.
public struct BlockmodelResult: Sendable, Hashable {
  /// The camp of each node; camps without a node are left out.
  public let partition: Partition
  /// The weighted sum of the ties that do not fit.
  public let inconsistency: Double
  /// Which of the starts found it, from 0.
  package let start: Int

  /// A division and its inconsistency.
  package init(partition: Partition, inconsistency: Double, start: Int) {
    self.partition = partition
    self.inconsistency = inconsistency
    self.start = start
  }
}

/// Moves single nodes between camps and exchanges pairs of nodes as long as it helps.
private struct CampRelocation: ~Copyable {
  let camps: Buffer<Int32>
  private let pairs: SignedPairs
  private let campCount: Int
  /// For each node and camp what the node's ties to the camp's members cost when it is there.
  private let costs: Buffer<Double>
  /// What a tie to the node at work costs when both are in one camp; 0 in between.
  private let links: Buffer<Double>

  init(_ pairs: SignedPairs, camps count: Int) {
    self.pairs = pairs
    campCount = count
    camps = Buffer(repeating: 0, count: pairs.nodeCount)
    costs = Buffer(repeating: 0, count: pairs.nodeCount * count)
    links = Buffer(repeating: 0, count: pairs.nodeCount)
  }

  /// Improves a random division into the first few camps; moves may use all.
  mutating func run(
    startingWith first: Int, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    costs.fill(0)
    for node in 0..<camps.count { camps[node] = Int32(truncatingIfNeeded: random.nextIndex(below: first)) }
    for node in 0..<camps.count {
      for arc in pairs.range(of: node) {
        costs[node * campCount + Int(camps[pairs.targets[arc]])] += pairs.values[arc]
      }
    }
    while true {
      var isBetter = false
      for node in 0..<camps.count {
        if node & 1023 == 0 { try context.checkCancellation() }
        if moveToBest(node) { isBetter = true }
      }
      if !isBetter { isBetter = try exchange(context) }
      if !isBetter { return }
    }
  }

  private func moveToBest(_ node: Int) -> Bool {
    let own = Int(camps[node])
    var best = own
    var least = costs[node * campCount + own] - 1e-12
    for camp in 0..<campCount where costs[node * campCount + camp] < least {
      least = costs[node * campCount + camp]
      best = camp
    }
    guard best != own else { return false }
    move(node, to: best)
    return true
  }

  /// Exchanges the first two nodes of different camps for which it helps.
  private func exchange(_ context: RunContext) throws(AlgorithmError) -> Bool {
    for first in 0..<camps.count {
      try context.checkCancellation()
      for arc in pairs.range(of: first) { links[pairs.targets[arc]] = pairs.values[arc] }
      let own = Int(camps[first])
      let partner = ((first + 1)..<camps.count).first { second in
        let other = Int(camps[second])
        guard other != own else { return false }
        let change = costs[first * campCount + other] - costs[first * campCount + own]
        let back = costs[second * campCount + own] - costs[second * campCount + other]
        return change + back - 2 * links[second] < -1e-12
      }
      for arc in pairs.range(of: first) { links[pairs.targets[arc]] = 0 }
      guard let partner else { continue }
      let other = Int(camps[partner])
      move(first, to: other)
      move(partner, to: own)
      return true
    }
    return false
  }

  private func move(_ node: Int, to camp: Int) {
    let old = Int(camps[node])
    camps[node] = Int32(truncatingIfNeeded: camp)
    for arc in pairs.range(of: node) {
      let other = Int(pairs.targets[arc])
      costs[other * campCount + old] -= pairs.values[arc]
      costs[other * campCount + camp] += pairs.values[arc]
    }
  }
}
