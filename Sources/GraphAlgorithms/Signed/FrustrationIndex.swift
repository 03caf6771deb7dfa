import GraphCore

/// Finds how many ties go against the grain when the nodes are divided into two camps as well as can be.
///
///     L = min over x in {−1, 1}ⁿ of  Σ |w(u, v)|  over the ties with  w(u, v) x(u) x(v) < 0
///
/// A tie is frustrated when it is friendly across the camps or hostile within one. L is 0 exactly when the network is
/// balanced, with no circle of an odd number of hostile ties.
///
/// **Reading.** How far the network is from two camps, counted in ties that would have to change. The frustrated ties
/// are those to watch: friendships across the front and quarrels behind it. There may be several best divisions, and
/// only the number is the same in all of them.
///
/// **Graph.** Direction is ignored; every edge counts by itself, parallels and both directions too, so that two nodes
/// with a friendly and a hostile tie have one frustrated tie in any case. A hostile self-loop is always frustrated.
///
/// **Weights.** ``weight``: without, the default, ties are counted; with strengths their strengths are added up.
///
/// **Range.** From 0 to half the ties (``FrustrationResult/share`` puts it from 0 to 1 of them).
///
/// **Precision.** When ``FrustrationResult/isOptimal``, the division is proved to be the best. Else the index lies
/// between ``FrustrationResult/lowerBound`` and ``FrustrationResult/index``. The bound comes from negative circles that
/// share no tie, or share it in parts: each costs at least one tie.
///
/// **Repeatability.** The search is limited in the number of its steps, not in time: the same answer on any machine.
/// First divisions are drawn from ``seed``.
///
/// ```swift
/// let enemies = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false,
///   columns: EdgeColumns(signs: [-1, -1, -1]))
/// try FrustrationIndex().run(on: enemies).index     // 1
/// ```
///
/// - Complexity: Exponential at worst. Nodes that follow a single tie are taken out first; what is left is searched
///   branch by branch, at most ``searchLimit`` of them, each O(n (n + m)) time; O(depth × (n + m)) memory.
/// - Source: S. Aref, A. J. Mason, M. C. Wilson, Networks 75 (2020) 95–110, doi:10.1002/net.21907; the index: F. Harary,
///   Behavioral Science 4 (1959) 316–323, doi:10.1002/bs.3830040405.
/// - SeeAlso: ``TwoCampSplit``, ``SignedBlockmodel``, ``SignedTriangles``
public struct FrustrationIndex: GraphAlgorithm {
  /// How much a tie counts.
  public var weight: TieWeight
  /// How many branches to look at before settling for bounds; 0 for none.
  public var searchLimit: Int
  /// Seed of the first divisions.
  public var seed: UInt64

  /// The index; by default of ties counted alike.
  public init(weight: TieWeight = .none, searchLimit: Int = 50_000, seed: UInt64 = 0) {
    self.weight = weight
    self.searchLimit = searchLimit
    self.seed = seed
  }

  /// What the algorithm is.
  public static let summary = AlgorithmSummary(
    id: "frustration-index", title: "Frustration index", family: .signed,
    meaning: "How many ties keep the network from falling into two camps, and which.",
    formula: "L = least sum of |w| over ties friendly across two camps or hostile within one", signs: .used,
    complexity: "exponential at worst, limited by the number of branches",
    source: "S. Aref, A. J. Mason, M. C. Wilson, Networks 75 (2020) 95-110, doi:10.1002/net.21907")

  /// The options by name.
  public static let parameters: [Parameter<FrustrationIndex>] = [
    .choice("weight", \.weight, "Whether a tie counts 1 (none) or its signed strength."),
    .integer("search-limit", \.searchLimit, in: 0...Int.max, "How many branches to look at for a proof."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The index with its bound, the camps, and the frustrated edges.
  /// - Throws: `.missingColumn` without signs, or without strengths when they were asked for; `.unfitValue` for a sign
  ///   other than −1, 0 and 1 or a value that is not finite; `.limitExceeded` when values are too large to add;
  ///   `.invalidParameter` for a negative limit; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> FrustrationResult {
    guard searchLimit >= 0 else {
      throw .invalidParameter(name: "search-limit", value: "\(searchLimit)", needed: "a whole number from 0")
    }
    let values = try SignedTies.values(of: graph, weight)
    var edges: [KernelEdge] = []
    for node in 0..<graph.nodeCount {
      for arc in graph.out.range(of: node) where graph.isDirected || Int(graph.out.targets[arc]) > node {
        edges.append(
          KernelEdge(Int32(truncatingIfNeeded: node), graph.out.targets[arc], values[graph.out.edge(ofArc: arc)]))
      }
    }
    if !graph.isDirected { edges += Self.loops(graph, values) }
    let kernel = SignedKernel(nodeCount: graph.nodeCount, edges: edges).reduced()
    var camps = [Int8](repeating: 1, count: kernel.nodeCount)
    var bound = kernel.cost
    var left = searchLimit
    for part in kernel.components() {
      var search = FrustrationSearch(part.kernel, seed: seed)
      try search.run(limit: left, context)
      left -= min(search.branches, left)
      bound += search.lowerBound
      for node in part.nodes.indices { camps[Int(part.nodes[node])] = search.camps[node] }
    }
    return result(graph, values, kernel.camps(from: camps), bound: bound)
  }

  private static func loops(_ graph: CSRGraph, _ values: [Double]) -> [KernelEdge] {
    var loops: [KernelEdge] = []
    for node in 0..<graph.nodeCount {
      let range = graph.out.range(of: node).filter { Int(graph.out.targets[$0]) == node }
      for arc in stride(from: 0, to: range.count, by: 2) {
        let index = Int32(truncatingIfNeeded: node)
        loops.append(KernelEdge(index, index, values[graph.out.edge(ofArc: range[arc])]))
      }
    }
    return loops
  }

  private func result(
    _ graph: CSRGraph, _ values: [Double], _ camps: [Int8], bound: Double
  ) -> FrustrationResult {
    var frustrated: [Int] = []
    var index = 0.0
    for node in 0..<graph.nodeCount {
      for arc in graph.out.range(of: node) {
        let other = Int(graph.out.targets[arc])
        let edge = graph.out.edge(ofArc: arc)
        guard graph.isDirected || other >= node, values[edge] * Double(camps[node] * camps[other]) < 0 else { continue }
        guard frustrated.last != edge else { continue }
        frustrated.append(edge)
        index += abs(values[edge])
      }
    }
    let total = values.reduce(0) { $0 + abs($1) }
    let isOptimal = bound >= index - 1e-9 * max(1, total)
    return FrustrationResult(
      index: index, lowerBound: isOptimal ? index : bound, isOptimal: isOptimal, share: total > 0 ? index / total : 0,
      camps: Partition(labels: camps), frustratedEdges: frustrated)
  }
}

/// How frustrated a network is, and by which ties.
public struct FrustrationResult: Sendable, Hashable {
  /// The ties that go against the grain of the best division found, counted or added up.
  public let index: Double
  /// No division does with less than this.
  public let lowerBound: Double
  /// Whether the division is proved to be the best.
  public let isOptimal: Bool
  /// The index as a share of all ties; 0 without ties.
  public let share: Double
  /// The two camps, or a single one.
  public let camps: Partition
  /// The edges that are friendly across the camps or hostile within one, in ascending order.
  public let frustratedEdges: [Int]

  /// A result.
  public init(
    index: Double, lowerBound: Double, isOptimal: Bool, share: Double, camps: Partition, frustratedEdges: [Int]
  ) {
    self.index = index
    self.lowerBound = lowerBound
    self.isOptimal = isOptimal
    self.share = share
    self.camps = camps
    self.frustratedEdges = frustratedEdges
  }
}
