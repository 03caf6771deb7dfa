import GraphCore

/// Divides the nodes into two camps so that as little as can be is friendly across or hostile within.
///
///     minimise Σ |w(e)| over ties friendly across the two camps or hostile within one
///
/// **Reading.** The front that the signs of the ties draw through the network. Often several divisions are equally good,
/// and this is one of them: ``FrustrationIndex`` tells how many there are and who is on one side in all. Within the one
/// shown ``CampSplit/margins`` tells who is firmly on a side: a node at 0 fits both.
///
/// **Graph.** Direction is ignored; every edge counts by itself. Parts of the network without a signed tie between them
/// have camps of their own: which of one goes with which of another says nothing, so that each part has its two groups.
/// Nodes without a signed tie are in no camp: each is a group by itself.
///
/// **Weights.** As ``FrustrationIndex``: by strength where there are strengths, or by count.
///
/// **Range.** Margins from 0: what changing sides alone would cost a node, in strengths or ties.
///
/// **Precision.** ``CampSplit/isOptimal`` says whether no division is better; there may be others as good.
///
/// **Repeatability.** As ``FrustrationIndex``, and the same division.
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
public struct TwoCampSplit: GraphAlgorithm, DescribedAlgorithm {
  /// What a tie weighs.
  package var weighing: SignedWeighing
  /// How many steps the proof may take, five hundred looks at a tie each; 0 for a quick bound and no proof.
  package var searchLimit: Int
  /// Seconds after which the proof ends, whatever the number of steps; `nil` for a limit in steps.
  package var proofSeconds: Int?
  /// Seed of the first divisions.
  package var seed: UInt64

  /// The split; by default weighed by strength where there are strengths.
  ///
  /// - Parameters:
  ///   - weighing: What a tie weighs.
  ///   - searchLimit: How many steps the proof may take, five hundred looks at a tie each; 0 for a quick bound and no
  ///     proof.
  ///   - proofSeconds: Seconds after which the proof ends, whatever the number of steps; `nil` for a limit in steps.
  ///   - seed: Seed of the first divisions.
  public init(
    weighing: SignedWeighing = .automatic, searchLimit: Int = 50_000, proofSeconds: Int? = nil, seed: UInt64 = 0
  ) {
    self.weighing = weighing
    self.searchLimit = searchLimit
    self.proofSeconds = proofSeconds
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "two-camp-split", title: "Two camps", family: .signed,
    meaning: "Who stands with whom if everybody must take one of two sides, and how firmly.",
    formula: "two camps with the least weight of ties friendly across or hostile within", signs: .used,
    complexity: "exponential at worst, limited by the number of steps",
    source: "F. Harary, Michigan Mathematical J. 2 (1953) 143-146, doi:10.1307/mmj/1028989917")

  /// The options by name.
  package static let parameters: [Parameter<TwoCampSplit>] = [
    .choice(
      "weighing", \.weighing, "Whether a tie weighs its signed strength or counts 1; strength where there is one."),
    .integer("search-limit", \.searchLimit, in: 0...Int.max, "How many steps the proof may take; 0 for none."),
    .integer(
      "proof-seconds", \.proofSeconds, in: 1...86_400,
      "Seconds after which the proof ends instead; another run may then say otherwise."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The camps, how firmly each node belongs to its own, and the frustrated edges.
  /// - Throws: As ``FrustrationIndex``.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> CampSplit {
    let index = FrustrationIndex(
      weighing: weighing, searchLimit: searchLimit, proofSeconds: proofSeconds, seed: seed)
    let found = try index.run(on: graph, in: context)
    return CampSplit(
      camps: found.camps, margins: found.margins, parts: found.parts, frustratedEdges: found.frustratedEdges,
      index: found.index, isOptimal: found.isOptimal)
  }
}

/// Two camps and how well they fit.
public struct CampSplit: Sendable, Hashable {
  /// The camp of each node: two for each part, or one where nothing in it is hostile; nodes without a signed tie alone.
  public let camps: Partition
  /// What changing sides alone would cost each node.
  public let margins: [Double]
  /// The part of each node, tied by signed ties; camps are comparable within a part only.
  public let parts: Partition
  /// The edges that are friendly across the camps or hostile within one.
  public let frustratedEdges: [Int]
  /// What those edges come to.
  public let index: Double
  /// Whether no division does with less.
  public let isOptimal: Bool

  package init(
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
