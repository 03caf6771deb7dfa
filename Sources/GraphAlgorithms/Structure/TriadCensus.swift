import GraphCore

/// Counts the sets of three nodes by how they are tied: 16 types.
///
///     count(t) = number of sets {a, b, c} of nodes whose ties are of type t
///
/// A type's name gives its mutual, asymmetric and null pairs, and a letter where that is not enough: `030T` is three
/// one-way ties that are transitive, `030C` three that make a cycle.
///
/// **Reading.** The grain of the network. Against what chance would give, many `030T` mean rank, many `300` closed
/// circles, many `201` and `021D` brokers. The counts alone say little: most triads of a sparse network are empty.
///
/// **Graph.** Directed. In an undirected graph every tie is mutual, so that only `003`, `102`, `201` and `300` occur.
/// Self-loops never count, parallel edges once. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers; they add up to n (n − 1)(n − 2) / 6, which must be below 2⁶³: up to 3,810,779 nodes.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at any thread count.
///
/// **Other programs.** NetworkX and igraph agree; igraph lists the types in the same order.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 0)]
/// try TriadCensus().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true)).count(of: .cycle)     // 1
/// ```
///
/// - Complexity: O(m Δ) time with Δ the largest degree, O(n + m) memory: empty triads are not gone through.
/// - Source: V. Batagelj, A. Mrvar, Social Networks 23 (2001) 237–243, doi:10.1016/S0378-8733(01)00035-1; types: P. W.
///   Holland, S. Leinhardt, American J. Sociology 76 (1970) 492–513, doi:10.1086/224954.
/// - SeeAlso: ``DyadCensus``
public struct TriadCensus: GraphAlgorithm, DescribedAlgorithm {
  /// The census; it has no options.
  public init() {}

  /// What the census is.
  package static let summary = AlgorithmSummary(
    id: "triad-census", title: "Triad census", family: .structure,
    meaning: "How groups of three actors are tied: 16 types.",
    formula: "counts of the 16 types of three nodes", signs: .ignored,
    complexity: "O(m x largest degree) time, O(n + m) memory",
    source: "V. Batagelj, A. Mrvar, Social Networks 23 (2001) 237-243, doi:10.1016/S0378-8733(01)00035-1")

  /// No options.
  package static let parameters: [Parameter<TriadCensus>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The counts.
  /// - Throws: `.limitExceeded` for more nodes than triads can be counted of; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> TriadCounts {
    try context.checkCancellation()
    let nodeCount = graph.nodeCount
    guard nodeCount <= Self.nodeLimit else {
      throw .limitExceeded(
        what: "a triad census", needed: "counts of the triads of \(nodeCount) nodes", limit: "\(Self.nodeLimit) nodes")
    }
    let ties = try MergedTies(graph, context)
    let parts = try context.orderedMap(over: nodeCount, makeWorker: {}) {
      (_: Void, nodes) throws(AlgorithmError) in
      var counts = [Int](repeating: 0, count: 16)
      for node in nodes {
        try context.checkCancellation()
        TriadCount.add(node, of: ties, to: &counts)
      }
      return counts
    }
    var counts = [Int](repeating: 0, count: 16)
    for part in parts {
      for type in counts.indices { counts[type] += part[type] }
    }
    counts[0] = Self.triples(of: nodeCount) - counts.reduce(0, +)
    return TriadCounts(counts: counts)
  }

  private static let nodeLimit = 3_810_779

  /// n (n − 1)(n − 2) / 6 without passing 2⁶³ on the way.
  private static func triples(of n: Int) -> Int {
    guard n >= 3 else { return 0 }
    let pairs = n.isMultiple(of: 2) ? n / 2 * (n - 1) : (n - 1) / 2 * n
    return pairs.isMultiple(of: 3) ? pairs / 3 * (n - 2) : (n - 2) / 3 * pairs
  }
}

/// The types of three nodes, in the usual order.
public enum TriadType: String, CaseIterable, Codable, Sendable {
  /// No tie.
  case empty = "003"
  /// A → B, C alone.
  case oneWay = "012"
  /// A ↔ B, C alone.
  case oneMutual = "102"
  /// A ← B → C.
  case outStar = "021D"
  /// A → B ← C.
  case inStar = "021U"
  /// A → B → C.
  case chain = "021C"
  /// A ↔ B ← C.
  case mutualIn = "111D"
  /// A ↔ B → C.
  case mutualOut = "111U"
  /// A → B ← C, A → C.
  case transitive = "030T"
  /// A ← B ← C, A → C.
  case cycle = "030C"
  /// A ↔ B ↔ C.
  case twoMutual = "201"
  /// A ← B → C, A ↔ C.
  case mutualBelow = "120D"
  /// A → B ← C, A ↔ C.
  case mutualAbove = "120U"
  /// A → B → C, A ↔ C.
  case mutualChain = "120C"
  /// A → B ↔ C, A ↔ C.
  case almostComplete = "210"
  /// A ↔ B ↔ C, A ↔ C.
  case complete = "300"
}

/// How many sets of three nodes there are of each type.
public struct TriadCounts: Sendable, Hashable {
  /// The counts, in the order of ``TriadType``.
  public let counts: [Int]

  /// Counts in the order of ``TriadType``.
  package init(counts: [Int]) { self.counts = counts }

  /// How many there are of a type.
  public func count(of type: TriadType) -> Int {
    zip(TriadType.allCases, counts).first { $0.0 == type }?.1 ?? 0
  }
}

/// The triads that one node begins.
private enum TriadCount {
  /// The type of each of the 64 ways to tie three nodes v, u, w: the way of (v, u), plus 4 × (v, w), plus 16 × (u, w).
  private static let types: [Int] = (0..<64).map { type(vu: $0 & 3, vw: $0 >> 2 & 3, uw: $0 >> 4) }

  /// Adds the triads met at the ties of a node to larger ones, each once.
  static func add(_ v: Int, of ties: MergedTies, to counts: inout [Int]) {
    let targets = ties.targets.span
    let ways = ties.ways.span
    let mine = ties.range(of: v)
    for tie in mine {
      let u = Int(targets[unchecked: tie])
      guard u > v else { continue }
      let theirs = ties.range(of: u)
      var i = mine.lowerBound
      var j = theirs.lowerBound
      var others = 0
      while i < mine.upperBound || j < theirs.upperBound {
        let a = i < mine.upperBound ? targets[unchecked: i] : .max
        let b = j < theirs.upperBound ? targets[unchecked: j] : .max
        let w = Int(min(a, b))
        let vw = a <= b ? ways[unchecked: i] : 0
        let uw = b <= a ? ways[unchecked: j] : 0
        if a <= b { i &+= 1 }
        if b <= a { j &+= 1 }
        guard w != v, w != u else { continue }
        others &+= 1
        // Each triad is met at every tie in it; it counts at the first.
        if w > u || (w > v && vw == 0) {
          counts[types[Int(ways[unchecked: tie]) | Int(vw) << 2 | Int(uw) << 4]] += 1
        }
      }
      counts[ways[unchecked: tie] == MergedTies.mutual ? 2 : 1] += ties.nodeCount - 2 - others
    }
  }

  /// The type of three nodes by their pairs: 0 no tie, 1 first to second, 2 second to first, 3 both.
  private static func type(vu: Int, vw: Int, uw: Int) -> Int {
    let pairs = [vu, vw, uw]
    let mutual = pairs.count { $0 == 3 }
    let oneWay = pairs.count { $0 == 1 || $0 == 2 }
    // How many one-way ties leave each node.
    let leaving = [
      (vu == 1 ? 1 : 0) + (vw == 1 ? 1 : 0), (vu == 2 ? 1 : 0) + (uw == 1 ? 1 : 0),
      (vw == 2 ? 1 : 0) + (uw == 2 ? 1 : 0),
    ]
    let most = leaving.max() ?? 0
    // The node that is not in the mutual pair, when there is one.
    let alone = pairs.firstIndex(of: 3).map { 2 - $0 } ?? 0
    return switch (mutual, oneWay) {
    case (0, 0): 0
    case (0, 1): 1
    case (1, 0): 2
    case (0, 2): most == 2 ? 3 : isSink(pairs) ? 4 : 5
    case (1, 1): leaving[alone] == 1 ? 6 : 7
    case (0, 3): most == 2 ? 8 : 9
    case (2, 0): 10
    case (1, 2): leaving[alone] == 2 ? 11 : leaving[alone] == 0 ? 12 : 13
    case (2, 1): 14
    default: 15
    }
  }

  /// Whether two one-way ties of three nodes lead to the same node.
  private static func isSink(_ pairs: [Int]) -> Bool {
    let arriving = [
      (pairs[0] == 2 ? 1 : 0) + (pairs[1] == 2 ? 1 : 0), (pairs[0] == 1 ? 1 : 0) + (pairs[2] == 2 ? 1 : 0),
      (pairs[1] == 1 ? 1 : 0) + (pairs[2] == 1 ? 1 : 0),
    ]
    return arriving.contains(2)
  }
}
