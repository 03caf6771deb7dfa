import GraphCore

/// Divides the nodes into two camps so that as few ties as can be are friendly across or hostile within.
///
///     minimise Σ |w(e)| over ties friendly across the two camps or hostile within one
///
/// **Reading.** The front that the signs of the ties draw through the network. ``CampSplit/margins`` tells who is firmly
/// on a side and who could as well change: a node at 0 fits both. The number behind it is the ``FrustrationIndex``.
///
/// **Graph.** Direction is ignored; every edge counts by itself. Parts of the network without a tie between them have
/// camps of their own: which of one goes with which of another says nothing, so that ``CampSplit/parts`` numbers them.
///
/// **Weights.** ``weight``: without, the default, ties are counted; with strengths their strengths are added up.
///
/// **Range.** Margins from 0: what changing sides alone would cost a node, in ties or strengths.
///
/// **Precision.** ``CampSplit/isOptimal`` says whether no division is better; there may be others as good.
///
/// **Repeatability.** As ``FrustrationIndex``.
///
/// ```swift
/// let graph = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2)], isDirected: false, columns: EdgeColumns(signs: [1, -1]))
/// try TwoCampSplit().run(on: graph).camps.groups     // [0, 0, 1]
/// ```
///
/// - Complexity: As ``FrustrationIndex``.
/// - Source: F. Harary, Michigan Mathematical J. 2 (1953) 143–146, doi:10.1307/mmj/1028989917.
/// - SeeAlso: ``FrustrationIndex``, ``SignedBlockmodel``
public struct TwoCampSplit: GraphAlgorithm {
  /// How much a tie counts.
  public var weight: TieWeight
  /// How many branches to look at before settling for the best division found; 0 for none.
  public var searchLimit: Int
  /// Seed of the first divisions.
  public var seed: UInt64

  /// The split; by default of ties counted alike.
  public init(weight: TieWeight = .none, searchLimit: Int = 50_000, seed: UInt64 = 0) {
    self.weight = weight
    self.searchLimit = searchLimit
    self.seed = seed
  }

  /// What the algorithm is.
  public static let summary = AlgorithmSummary(
    id: "two-camp-split", title: "Two camps", family: .signed,
    meaning: "Who stands with whom if everybody must take one of two sides, and how firmly.",
    formula: "the two camps with the least weight of ties friendly across or hostile within", signs: .used,
    complexity: "exponential at worst, limited by the number of branches",
    source: "F. Harary, Michigan Mathematical J. 2 (1953) 143-146, doi:10.1307/mmj/1028989917")

  /// The options by name.
  public static let parameters: [Parameter<TwoCampSplit>] = [
    .choice("weight", \.weight, "Whether a tie counts 1 (none) or its signed strength."),
    .integer("search-limit", \.searchLimit, in: 0...Int.max, "How many branches to look at for a proof."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The camps, how firmly each node belongs to its own, and the frustrated edges.
  /// - Throws: As ``FrustrationIndex``.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> CampSplit {
    let index = FrustrationIndex(weight: weight, searchLimit: searchLimit, seed: seed)
    let found = try index.run(on: graph, in: context)
    let values = try SignedTies.values(of: graph, weight)
    let pairs = SignedPairs(along: graph.adjacency(.all), values)
    let groups = found.camps.groups
    let margins = (0..<graph.nodeCount).map { node in
      pairs.range(of: node).reduce(0.0) { sum, arc in
        sum + (groups[node] == groups[Int(pairs.targets[arc])] ? pairs.values[arc] : -pairs.values[arc])
      }
    }
    return CampSplit(
      camps: found.camps, margins: margins, parts: try WeakComponents().run(on: graph, in: context),
      frustratedEdges: found.frustratedEdges, index: found.index, isOptimal: found.isOptimal)
  }
}

/// Two camps and how well they fit.
public struct CampSplit: Sendable, Hashable {
  /// The camp of each node; a single one where nothing is hostile.
  public let camps: Partition
  /// What changing sides alone would cost each node.
  public let margins: [Double]
  /// The connected part of each node; camps are comparable within a part only.
  public let parts: Partition
  /// The edges that are friendly across the camps or hostile within one.
  public let frustratedEdges: [Int]
  /// What those edges come to.
  public let index: Double
  /// Whether no division does with less.
  public let isOptimal: Bool

  /// A split.
  public init(
    camps: Partition, margins: [Double], parts: Partition, frustratedEdges: [Int], index: Double, isOptimal: Bool
  ) {
    self.camps = camps
    self.margins = margins
    self.parts = parts
    self.frustratedEdges = frustratedEdges
    self.index = index
    self.isOptimal = isOptimal
  }
}
