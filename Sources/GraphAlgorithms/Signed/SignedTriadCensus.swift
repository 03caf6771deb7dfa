import GraphCore

/// Sorts all sets of three nodes by the signed ties among them.
///
///     count(c) = number of sets {a, b, c} of nodes whose signed ties are those of class c
///
/// **Classes.** Undirected: 10, named by the three pairs: `+++`, `++-`, `++0`, `+--`, `+-0`, `+00`, `---`, `--0`,
/// `-00`, `000`, with 0 for no tie. Directed: 138, named by the three pairs of arcs between nodes a, b and c:
/// `ab ba/ac ca/bc cb`, such as `+0/00/00` for a single friendly tie, or `++/++/++` where all like each other. Of the
/// up to six names that the same triad has under other orders of its nodes, the first in the order + − 0 counts.
///
/// **Reading.** The grammar of a network: which small patterns occur at all, and which are missing. Compare with what
/// a random network of as many ties would have; a census alone says nothing about more or less than expected.
///
/// **Graph.** Parallel edges are added up by their signs, and ties that cancel out are no tie. Self-loops are left out.
///
/// **Weights.** Signs only; strengths matter where parallel edges contradict each other.
///
/// **Range.** The counts of all classes add up to n (n − 1) (n − 2) / 6.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at every run.
///
/// **Other programs.** The R package signnet has the same 138 classes under other names (`triad_census_signed`).
///
/// ```swift
/// let graph = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false, columns: EdgeColumns(signs: [1, -1]))
/// try SignedTriadCensus().run(on: graph).count(of: "+-0")     // 1
/// ```
///
/// - Complexity: O(m Δ) time, where Δ is the largest number of neighbours; O(n + m) memory.
/// - Source: V. Batagelj, A. Mrvar, Social Networks 23 (2001) 237–243, doi:10.1016/S0378-8733(01)00035-1.
/// - SeeAlso: ``SignedTriangles``
public struct SignedTriadCensus: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "signed-triad-census", title: "Signed triad census", family: .signed,
    meaning: "Which patterns of friendly and hostile ties occur among three actors, and how often.",
    formula: "number of sets of three nodes in each class of signed triads", signs: .used,
    complexity: "O(m d) time with d the largest number of neighbours, O(n + m) memory",
    source: "V. Batagelj, A. Mrvar, Social Networks 23 (2001) 237-243, doi:10.1016/S0378-8733(01)00035-1")

  /// No options.
  package static let parameters: [Parameter<SignedTriadCensus>] = []

  /// Runs on a graph.
  ///
  /// - Returns: Every class with its count, those that do not occur included.
  /// - Throws: `.missingColumn(.sign)` without signs; `.unfitValue` for a sign other than −1, 0 and 1;
  ///   `.limitExceeded` above 2,000,000 nodes, whose triads cannot be counted; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> SignedTriadCounts {
    let signs = try SignedTies.signs(of: graph)
    guard graph.nodeCount <= 2_000_000 else {
      throw .limitExceeded(what: "a triad census", needed: "\(graph.nodeCount) nodes", limit: "2000000 nodes")
    }
    let counts = try SignedDyads(graph, signs).counts(context)
    let classes = TriadClasses.all
    var sums = [Int](repeating: 0, count: classes.names.count)
    for code in counts.indices { sums[classes.classOfCode[code]] += counts[code] }
    let all = classes.names.indices.map { SignedTriadClass(name: classes.names[$0], count: sums[$0]) }
    if graph.isDirected { return SignedTriadCounts(classes: all) }
    return SignedTriadCounts(
      classes: all.compactMap { item in
        TriadClasses.undirectedName(item.name).map { SignedTriadClass(name: $0, count: item.count) }
      })
  }
}

/// A class of triads, and how many there are.
public struct SignedTriadClass: Sendable, Hashable {
  /// The class, as described at ``SignedTriadCensus``.
  public let name: String
  /// How many sets of three nodes are of this class.
  public let count: Int

  /// A class with its count.
  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// All classes of triads with their counts.
public struct SignedTriadCounts: Sendable, Hashable {
  /// Every class, in the order of the names.
  public let classes: [SignedTriadClass]

  /// Classes with their counts.
  package init(classes: [SignedTriadClass]) { self.classes = classes }

  /// How many triads are of a class; 0 for a name that is none.
  public func count(of name: String) -> Int { classes.first { $0.name == name }?.count ?? 0 }
}

/// The 729 ways to sign six arcs, and the 138 classes they fall into.
///
/// A code has one digit to the base of 3 for each arc, in the order ab ba ac ca bc cb: 0 for +, 1 for −, 2 for none.
private struct TriadClasses {
  static let all = TriadClasses()

  private(set) var names: [String] = []
  private(set) var classOfCode = [Int](repeating: 0, count: 729)

  init() {
    // Where each of the six arcs goes when the three nodes change places.
    let orders = [
      [0, 1, 2, 3, 4, 5], [1, 0, 4, 5, 2, 3], [2, 3, 0, 1, 5, 4], [3, 2, 5, 4, 0, 1], [4, 5, 1, 0, 3, 2],
      [5, 4, 3, 2, 1, 0],
    ]
    for code in 0..<729 {
      let digits = Self.digits(code)
      let first = orders.map { order in Self.code(order.map { digits[$0] }) }.min() ?? code
      if first == code {
        classOfCode[code] = names.count
        names.append(Self.name(digits))
      } else {
        classOfCode[code] = classOfCode[first]
      }
    }
  }

  /// The name without directions; `nil` where the two directions of a pair differ.
  static func undirectedName(_ name: String) -> String? {
    let pairs = name.split(separator: "/")
    guard pairs.allSatisfy({ $0.first == $0.last }) else { return nil }
    return String(pairs.compactMap { $0.first })
  }

  private static func digits(_ code: Int) -> [Int] { [243, 81, 27, 9, 3, 1].map { code / $0 % 3 } }

  private static func code(_ digits: [Int]) -> Int { digits.reduce(0) { 3 * $0 + $1 } }

  private static func name(_ digits: [Int]) -> String {
    let signs = digits.map { ["+", "-", "0"][$0] }
    return signs[0] + signs[1] + "/" + signs[2] + signs[3] + "/" + signs[4] + signs[5]
  }
}

/// Neighbours with the signs of both arcs between them.
private struct SignedDyads {
  private let nodeCount: Int
  private let offsets: [Int32]
  private let targets: [Int32]
  /// 3 × the digit of the arc to the neighbour + the digit of the arc from it; never 8, which is no tie.
  private let dyads: [Int32]

  init(_ graph: CSRGraph, _ signs: [Double]) {
    let out = SignedPairs(along: graph.out, signs)
    let incoming = graph.isDirected ? SignedPairs(along: graph.incoming, signs) : out
    nodeCount = graph.nodeCount
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var dyads: [Int32] = []
    for node in 0..<nodeCount {
      var mine = out.range(of: node)
      var theirs = incoming.range(of: node)
      while !mine.isEmpty || !theirs.isEmpty {
        let a = mine.first.map { out.targets[$0] } ?? .max
        let b = theirs.first.map { incoming.targets[$0] } ?? .max
        let forward = a <= b ? Self.digit(out.values[mine.removeFirst()]) : 2
        let backward = b <= a ? Self.digit(incoming.values[theirs.removeFirst()]) : 2
        targets.append(min(a, b))
        dyads.append(3 * forward + backward)
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
    self.offsets = offsets
    self.targets = targets
    self.dyads = dyads
  }

  private static func digit(_ value: Double) -> Int32 { value > 0 ? 0 : 1 }

  private func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// How many triads have each code.
  func counts(_ context: RunContext) throws(AlgorithmError) -> [Int] {
    var counts = [Int](repeating: 0, count: 729)
    let atFirst = Buffer<Int32>(repeating: 8, count: nodeCount)
    let atSecond = Buffer<Int32>(repeating: 8, count: nodeCount)
    for first in 0..<nodeCount {
      for arc in range(of: first) { atFirst[targets[arc]] = dyads[arc] }
      for arc in range(of: first) where Int(targets[arc]) > first {
        try context.checkCancellation()
        let second = Int(targets[arc])
        for other in range(of: second) { atSecond[targets[other]] = dyads[other] }
        let joint = count(first, second, dyads[arc], atFirst, atSecond, &counts)
        for other in range(of: second) { atSecond[targets[other]] = 8 }
        counts[Int(dyads[arc]) * 81 + 80] += nodeCount - 2 - joint
      }
      for arc in range(of: first) { atFirst[targets[arc]] = 8 }
      if first & 255 == 255 { context.progress?(RunProgress(done: first + 1, total: nodeCount)) }
    }
    let triads = nodeCount < 3 ? 0 : nodeCount * (nodeCount - 1) / 2 * (nodeCount - 2) / 3
    counts[728] = 0
    counts[728] = triads - counts.reduce(0, +)
    return counts
  }

  /// Counts the triads of a pair with its neighbours, each at one of its pairs only; returns how many neighbours the
  /// pair has.
  private func count(
    _ first: Int, _ second: Int, _ dyad: Int32, _ atFirst: borrowing Buffer<Int32>,
    _ atSecond: borrowing Buffer<Int32>, _ counts: inout [Int]
  ) -> Int {
    var joint = 0
    for arc in range(of: second) where Int(targets[arc]) != first {
      let third = Int(targets[arc])
      joint += 1
      guard second < third || (first < third && atFirst[third] == 8) else { continue }
      counts[Int(dyad * 81 + atFirst[third] * 9 + dyads[arc])] += 1
    }
    for arc in range(of: first) where Int(targets[arc]) != second && atSecond[targets[arc]] == 8 {
      joint += 1
      if second < Int(targets[arc]) { counts[Int(dyad * 81 + dyads[arc] * 9 + 8)] += 1 }
    }
    return joint
  }
}
