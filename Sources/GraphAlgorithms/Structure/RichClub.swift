import GraphCore

/// Measures how closely the nodes of many ties are tied to one another.
///
/// With the nodes that have more than *k* neighbours:
///
///     φ(k) = ties among them / pairs among them        ρ(k) = φ(k) / mean of φ(k) over random graphs of like degrees
///
/// **Reading.** Whether the well connected form a club. φ alone grows with k in nearly every network, because those
/// with many ties meet one another by chance; only ρ above 1 says that they seek one another. Ask for `samples`.
///
/// **Graph.** Direction is ignored; self-loops and parallel edges add nothing. Signs are ignored.
///
/// **Weights.** None: degrees and ties are counted.
///
/// **Range.** φ from 0 to 1, for each k from 0 to below the second largest degree. ρ from 0; `nil` without samples or
/// where chance gives no tie.
///
/// **Precision.** Counts are exact; the expected number is a mean over samples, with the error that a mean has.
///
/// **Repeatability.** φ is exact. Random graphs depend on nothing but `seed`: each is made by `swapsPerTie` × m
/// attempts to exchange the ends of two ties, which keeps every degree.
///
/// **Other programs.** NetworkX agrees on φ; it divides by a single random graph.
///
/// ```swift
/// let triangle = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(2, 3)]
/// let graph = CSRGraph(nodeCount: 4, edges: triangle, isDirected: false)
/// try RichClub().run(on: graph).levels.map(\.share)     // [2/3, 1]
/// ```
///
/// - Complexity: O(n + m) time, and O(samples × swapsPerTie × m × mean degree) for random graphs; O(n + m) memory.
/// - Source: V. Colizza et al., Nature Physics 2 (2006) 110–115, doi:10.1038/nphys209; exchanges: S. Maslov, K.
///   Sneppen, Science 296 (2002) 910–913, doi:10.1126/science.1065103.
/// - SeeAlso: ``DegreeAssortativity``, ``Coreness``
public struct RichClub: GraphAlgorithm, DescribedAlgorithm {
  /// How many random graphs to compare with; 0 for none.
  package var samples: Int
  /// How many exchanges to try for each tie of a random graph.
  package var swapsPerTie: Int
  /// Seed of the random graphs.
  package var seed: UInt64

  /// The rich club, compared with a number of random graphs.
  ///
  /// - Parameters:
  ///   - samples: How many random graphs to compare with; 0 for none.
  ///   - swapsPerTie: How many exchanges to try for each tie of a random graph.
  ///   - seed: Seed of the random graphs.
  public init(samples: Int = 0, swapsPerTie: Int = 10, seed: UInt64 = 0) {
    self.samples = samples
    self.swapsPerTie = swapsPerTie
    self.seed = seed
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "rich-club", title: "Rich club", family: .structure,
    meaning: "How closely the actors with many ties are tied to one another.",
    formula: "phi(k) = ties among nodes of degree above k / pairs among them", signs: .ignored,
    complexity: "O(n + m) time, and O(samples x swaps x m x mean degree) for random graphs",
    source: "V. Colizza et al., Nature Physics 2 (2006) 110-115, doi:10.1038/nphys209")

  /// The options by name.
  package static let parameters: [Parameter<RichClub>] = [
    .integer("samples", \.samples, in: 0...1_000_000, "How many random graphs of like degrees to compare with."),
    .integer("swaps-per-tie", \.swapsPerTie, in: 1...1_000_000, "How many exchanges to try for each tie."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: A level for each degree.
  /// - Throws: `.invalidParameter` for an option out of its range; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> RichClubCurve {
    try context.checkCancellation()
    try checkParameters()
    let ties = try MergedTies(graph, context)
    let club = Club(ties)
    let found = club.tieCounts(SwappedTies(ties))
    let random = SeededGenerator(seed: seed)
    let expected = try context.orderedSum(over: samples, width: found.count, chunkSize: 1, makeWorker: {}) {
      (_: Void, numbers, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for number in numbers {
        var sample = SwappedTies(ties)
        var generator = random.stream(number)
        try sample.swap(times: swapsPerTie * ties.pairCount, &generator, context)
        for (level, count) in club.tieCounts(sample).enumerated() { sums[level] += count }
      }
    }
    return RichClubCurve(
      levels: found.indices.map { degree in
        RichClubLevel(
          degree: degree, nodeCount: club.nodeCounts[degree], tieCount: Int(found[degree]),
          expectedTieCount: samples > 0 ? expected[degree] / Double(samples) : nil)
      })
  }

  private func checkParameters() throws(AlgorithmError) {
    guard samples >= 0 else {
      throw .invalidParameter(name: "samples", value: "\(samples)", needed: "a whole number from 0")
    }
    guard swapsPerTie >= 1 else {
      throw .invalidParameter(name: "swaps-per-tie", value: "\(swapsPerTie)", needed: "a whole number from 1")
    }
  }
}

/// How closely the nodes above each degree are tied.
public struct RichClubCurve: Sendable, Hashable {
  /// One level for each degree from 0 on, as long as two nodes are above it.
  public let levels: [RichClubLevel]

  /// A curve over degrees.
  package init(levels: [RichClubLevel]) { self.levels = levels }
}

/// The nodes above a degree.
public struct RichClubLevel: Sendable, Hashable {
  /// The nodes have more neighbours than this.
  public let degree: Int
  /// How many nodes do.
  public let nodeCount: Int
  /// How many ties there are among them.
  public let tieCount: Int
  /// The mean number of ties among them in random graphs of the same degrees; `nil` without samples.
  public let expectedTieCount: Double?

  /// A level of the curve.
  package init(degree: Int, nodeCount: Int, tieCount: Int, expectedTieCount: Double?) {
    self.degree = degree
    self.nodeCount = nodeCount
    self.tieCount = tieCount
    self.expectedTieCount = expectedTieCount
  }

  /// φ: the share of pairs that are tied.
  public var share: Double { 2 * Double(tieCount) / (Double(nodeCount) * Double(nodeCount - 1)) }
  /// ρ: ties over the ties expected by chance; `nil` without samples or where chance gives none.
  public var ratio: Double? {
    guard let expectedTieCount, expectedTieCount > 0 else { return nil }
    return Double(tieCount) / expectedTieCount
  }
}

/// The members above each degree; the same in every graph of these degrees.
private struct Club: Sendable {
  /// How many nodes are above each degree, as long as there are two.
  let nodeCounts: [Int]
  private let degrees: [Int]

  init(_ ties: MergedTies) {
    degrees = (0..<ties.nodeCount).map { ties.degree(of: $0) }
    let sorted = degrees.sorted(by: >)
    var counts: [Int] = []
    var above = sorted.count
    for degree in 0..<(sorted.count > 1 ? sorted[1] : 0) {
      while above > 0 && sorted[above - 1] <= degree { above -= 1 }
      counts.append(above)
    }
    nodeCounts = counts
  }

  /// How many ties join two nodes above each degree.
  func tieCounts(_ ties: borrowing SwappedTies) -> [Double] {
    var counts = [Double](repeating: 0, count: nodeCounts.count + 1)
    for tie in 0..<ties.count {
      counts[min(degrees[ties.first(tie)], degrees[ties.second(tie)], nodeCounts.count)] += 1
    }
    // A tie whose lesser end has degree d is among the nodes above k for every k < d.
    var sums = [Double](repeating: 0, count: nodeCounts.count)
    var sum = 0.0
    for degree in stride(from: nodeCounts.count - 1, through: 0, by: -1) {
      sum += counts[degree + 1]
      sums[degree] = sum
    }
    return sums
  }
}

/// A rewired graph: edge swaps that keep the degree of every node.
private struct SwappedTies: ~Copyable {
  let count: Int
  private let ends: Buffer<Int32>
  /// Where each end's node lists the other end.
  private let slots: Buffer<Int32>
  private let neighbors: Buffer<Int32>
  private let offsets: [Int32]

  init(_ ties: MergedTies) {
    count = ties.pairCount
    offsets = ties.offsets
    ends = Buffer(repeating: 0, count: 2 * count)
    slots = Buffer(repeating: 0, count: 2 * count)
    neighbors = Buffer(repeating: 0, count: ties.targets.count)
    let cursor = Buffer<Int32>(repeating: 0, count: ties.nodeCount)
    for node in 0..<ties.nodeCount { cursor[node] = offsets[node] }
    var tie = 0
    // A node's smaller neighbours come before its larger ones, so cursors fill every node's slots in order.
    for node in 0..<ties.nodeCount {
      for position in ties.range(of: node) {
        let other = ties.targets[position]
        neighbors[position] = other
        guard Int(other) > node else { continue }
        ends[2 * tie] = Int32(truncatingIfNeeded: node)
        ends[2 * tie + 1] = other
        slots[2 * tie] = Int32(truncatingIfNeeded: position)
        slots[2 * tie + 1] = cursor[other]
        cursor[other] += 1
        tie += 1
      }
    }
  }

  func first(_ tie: Int) -> Int { Int(ends[2 * tie]) }

  func second(_ tie: Int) -> Int { Int(ends[2 * tie + 1]) }

  /// Tries a number of times to turn ties a–b and c–d into a–d and c–b.
  mutating func swap(
    times: Int, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    guard count > 1 else { return }
    for attempt in 0..<times {
      if attempt & 1023 == 0 { try context.checkCancellation() }
      let one = 2 * random.nextIndex(below: count)
      let two = 2 * random.nextIndex(below: count)
      let turned = random.nextIndex(below: 2)
      exchange(one + 1, two + turned, partner: two + 1 - turned)
    }
  }

  /// Exchanges the end at `b` of one tie with the end at `d` of another whose other end is at `c`.
  private func exchange(_ b: Int, _ d: Int, partner c: Int) {
    let a = b - 1
    guard ends[a] != ends[d], ends[c] != ends[b], ends[a] != ends[c], ends[b] != ends[d] else { return }
    guard !areTied(ends[a], ends[d]), !areTied(ends[c], ends[b]) else { return }
    neighbors[slots[a]] = ends[d]
    neighbors[slots[d]] = ends[a]
    neighbors[slots[c]] = ends[b]
    neighbors[slots[b]] = ends[c]
    let (end, slot) = (ends[b], slots[b])
    ends[b] = ends[d]
    slots[b] = slots[d]
    ends[d] = end
    slots[d] = slot
  }

  private func areTied(_ u: Int32, _ v: Int32) -> Bool {
    let fewer = offsets[Int(u) + 1] - offsets[Int(u)] <= offsets[Int(v) + 1] - offsets[Int(v)]
    let (node, other) = fewer ? (u, v) : (v, u)
    for slot in offsets[Int(node)]..<offsets[Int(node) + 1] where neighbors[slot] == other { return true }
    return false
  }
}
