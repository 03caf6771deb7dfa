import GraphCore

/// Counts the triangles of friendly and hostile ties, and how many of them are balanced.
///
/// A triangle is balanced when the product of its three signs is positive:
///
///     balanced: + + +  and  + − −        unbalanced: + + −  and  − − −
///
/// **Reading.** My friend's friend is my friend, my enemy's enemy is my friend: where most triangles obey, the network
/// tends to two camps. Triangles of three enemies are held to be harmless by some (weak balance, several camps), so
/// that they are counted by themselves. See ``FrustrationIndex`` for longer circles.
///
/// **Graph.** Direction is ignored: both directions and parallel edges are added up by their signs, and a pair that
/// contradicts itself as often as not is not tied. Self-loops are left out.
///
/// **Weights.** Signs only.
///
/// **Range.** ``SignedTriangleCount/degreeOfBalance`` from 0 to 1, `nil` without triangles.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at every run.
///
/// **Other programs.** The R package signnet agrees: `count_signed_triangles`, `balance_score(method = "triangles")`.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: false, columns: EdgeColumns(signs: [1, -1, -1]))
/// try SignedTriangles().run(on: graph).degreeOfBalance     // 1
/// ```
///
/// - Complexity: O(m √m) time, O(n + m) memory.
/// - Source: D. Cartwright, F. Harary, Psychological Review 63 (1956) 277–293, doi:10.1037/h0046049; J. A. Davis,
///   Human Relations 20 (1967) 181–187, doi:10.1177/001872676702000206.
/// - SeeAlso: ``SignedTriadCensus``, ``FrustrationIndex``
public struct SignedTriangles: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "signed-triangles", title: "Signed triangles", family: .signed,
    meaning: "How many circles of three are at peace with themselves, and how many are not.",
    formula: "balanced when the product of the three signs is positive", signs: .used,
    complexity: "O(m sqrt(m)) time, O(n + m) memory",
    source: "D. Cartwright, F. Harary, Psychological Review 63 (1956) 277-293, doi:10.1037/h0046049")

  /// No options.
  package static let parameters: [Parameter<SignedTriangles>] = []

  /// Runs on a graph.
  ///
  /// - Returns: Counts of the four kinds, and for each node the triangles it is part of.
  /// - Throws: `.missingColumn(.sign)` without signs; `.unfitValue` for a sign other than −1, 0 and 1; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> SignedTriangleCount {
    let signs = try SignedTies.signs(of: graph)
    let pairs = SignedPairs(along: graph.adjacency(.all), signs).signs()
    let forward = ForwardPairs(pairs)
    let marks = Buffer(repeating: 0.0, count: graph.nodeCount)
    var count = SignedTriangleCount(nodeCount: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      try context.checkCancellation()
      if node & 255 == 255 { context.progress?(RunProgress(done: node + 1, total: graph.nodeCount)) }
      let range = forward.range(of: node)
      for arc in range { marks[forward.targets[arc]] = forward.signs[arc] }
      for arc in range {
        let middle = Int(forward.targets[arc])
        for second in forward.range(of: middle) {
          let last = forward.targets[second]
          guard marks[last] != 0 else { continue }
          let sum = forward.signs[arc] + forward.signs[second] + marks[last]
          count.add(node, middle, Int(last), hostile: Int(3 - sum) / 2)
        }
      }
      for arc in range { marks[forward.targets[arc]] = 0 }
    }
    return count
  }
}

/// Triangles by their signs.
public struct SignedTriangleCount: Sendable, Hashable {
  /// Triangles of three friendly ties: + + +.
  public private(set) var allFriendly = 0
  /// Triangles with one hostile tie: + + −.
  public private(set) var oneHostile = 0
  /// Triangles with two hostile ties: + − −.
  public private(set) var twoHostile = 0
  /// Triangles of three hostile ties: − − −.
  public private(set) var allHostile = 0
  /// For each node how many balanced triangles it is part of.
  public private(set) var balancedAtNode: [Int]
  /// For each node how many unbalanced triangles it is part of.
  public private(set) var unbalancedAtNode: [Int]

  init(nodeCount: Int) {
    balancedAtNode = [Int](repeating: 0, count: nodeCount)
    unbalancedAtNode = balancedAtNode
  }

  /// Triangles with an even number of hostile ties.
  public var balanced: Int { allFriendly + twoHostile }
  /// Triangles with an odd number of hostile ties.
  public var unbalanced: Int { oneHostile + allHostile }
  /// The share of triangles that are balanced; `nil` without triangles.
  public var degreeOfBalance: Double? {
    balanced + unbalanced == 0 ? nil : Double(balanced) / Double(balanced + unbalanced)
  }

  fileprivate mutating func add(_ a: Int, _ b: Int, _ c: Int, hostile: Int) {
    switch hostile {
    case 0: allFriendly += 1
    case 1: oneHostile += 1
    case 2: twoHostile += 1
    default: allHostile += 1
    }
    if hostile.isMultiple(of: 2) {
      for node in [a, b, c] { balancedAtNode[node] += 1 }
    } else {
      for node in [a, b, c] { unbalancedAtNode[node] += 1 }
    }
  }
}

/// Each pair once, from the node with fewer pairs to the one with more, so that no node has many.
private struct ForwardPairs {
  private var offsets: [Int32] = [0]
  private(set) var targets: [Int32] = []
  private(set) var signs: [Double] = []

  init(_ pairs: SignedPairs) {
    for node in 0..<pairs.nodeCount {
      let count = pairs.range(of: node).count
      for arc in pairs.range(of: node) {
        let other = Int(pairs.targets[arc])
        let otherCount = pairs.range(of: other).count
        guard count < otherCount || (count == otherCount && node < other) else { continue }
        targets.append(pairs.targets[arc])
        signs.append(pairs.values[arc])
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }
}
