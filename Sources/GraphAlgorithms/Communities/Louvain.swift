import GraphCore

/// Divides the nodes into communities by moving them until a quality cannot be raised, then treating communities as
/// nodes.
///
///     maximise Q = Σ over communities of (inside − resolution × expected)
///
/// **Reading.** As ``Leiden``, which came after it and repairs its known fault: a community found by Louvain may fall
/// apart into unconnected pieces. Use it to compare with published results; else use ``Leiden``.
///
/// **Graph.** Directed graphs are divided by directed quality. Parallel edges add up, self-loops count as ties inside.
/// An isolated node is a community of its own.
///
/// **Weights.** `weight` says whether a tie counts 1 or its strength. With `signs`, hostile ties drive apart.
///
/// **Range.** ``Communities/quality``: modularity from −1 to 1, or the constant Potts sum; see ``CommunityQuality``.
///
/// **Precision.** A gain below 1e-13 of the sum of all ties is taken for rounding, which also ends every run.
///
/// **Repeatability.** The order of the nodes, and which of several equally good places a node goes to, are random, drawn
/// from `seed`; the same seed gives the same answer at any thread count. Of several `runs` the best counts, the
/// earliest of equal ones. Only nodes with a neighbour that has moved are looked at again; a run ends where no single
/// move is a gain, as in the published algorithm.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try Louvain().run(on: pairs).partition.groups     // [0, 0, 1, 1]
/// ```
///
/// - Complexity: About O(n + m) time for each level, O(n + m) memory; runs on several threads at once.
/// - Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, J. Stat. Mech. (2008) P10008,
///   doi:10.1088/1742-5468/2008/10/P10008.
/// - SeeAlso: ``Leiden``, ``Modularity``
public struct Louvain: GraphAlgorithm, DescribedAlgorithm {
  /// What makes a division good.
  package var quality: CommunityQuality
  /// How dense a community must be; larger values give smaller communities.
  package var resolution: Double
  /// How much a tie counts.
  package var weight: TieWeight
  /// What becomes of signs.
  package var signs: CommunitySigns
  /// How many searches from different orders to try; the best counts.
  package var runs: Int
  /// Seed of the random orders.
  package var seed: UInt64

  /// A search; by default for modularity, once.
  ///
  /// - Parameters:
  ///   - quality: What makes a division good.
  ///   - resolution: How dense a community must be; larger values give smaller communities.
  ///   - weight: How much a tie counts.
  ///   - signs: What becomes of signs.
  ///   - runs: How many searches from different orders to try; the best counts.
  ///   - seed: Seed of the random orders.
  public init(
    quality: CommunityQuality = .modularity, resolution: Double = 1, weight: TieWeight = .automatic,
    signs: CommunitySigns = .automatic, runs: Int = 1, seed: UInt64 = 0
  ) {
    self.quality = quality
    self.resolution = resolution
    self.weight = weight
    self.signs = signs
    self.runs = runs
    self.seed = seed
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "louvain", title: "Communities (Louvain)", family: .communities,
    meaning: "Blocs with more ties inside than across.",
    formula: "maximise Q = sum over communities of ties inside less ties expected", signs: .used,
    complexity: "about O(n + m) time for each level, O(n + m) memory",
    source: "V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, J. Stat. Mech. (2008) P10008, "
      + "doi:10.1088/1742-5468/2008/10/P10008")

  /// The options by name.
  package static let parameters: [Parameter<Louvain>] = [
    .choice("quality", \.quality, "What makes a division good: modularity or constant-potts."),
    .number("resolution", \.resolution, in: 0...Double.greatestFiniteMagnitude, "Larger gives smaller communities."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .choice("signs", \.signs, "Whether hostile ties drive apart (used), or bind like others (ignored)."),
    .integer("runs", \.runs, in: 1...Int.max, "How many searches to try; the best counts."),
    .seed("seed", \.seed),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The best division found and its quality.
  /// - Throws: `.invalidParameter` for a negative resolution or less than one run; `.missingColumn` when strengths or
  ///   signs were asked for and there are none; `.unfitValue` for a strength that is not a finite number above 0, or a
  ///   sign or signed strength that is none; `.limitExceeded` when they are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Communities {
    let rule = CommunityRule(quality: quality, resolution: resolution, weight: weight, signs: signs)
    let ties = try CommunityGraph(graph, rule, context)
    return try CommunityRuns(runs: runs, seed: seed, measure: quality).best(on: ties, context) {
      (random: inout SeededGenerator) throws(AlgorithmError) -> Partition in
      try LocalMoving.roughDivision(of: ties, &random, context)
    }
  }
}
