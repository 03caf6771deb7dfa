import GraphCore

/// Measures how much more a division into groups holds together than the number of ties of each node would lead one
/// to expect.
///
///     Q = Σ over groups of  inside / 2m − γ (k / 2m)²               undirected
///     Q = Σ over groups of  inside / m − γ (k out / m) (k in / m)   directed
///
/// With signs, both kinds of ties have expectations of their own, and the measure is the mean of the two, weighed by
/// how many ties of either kind there are: friendly ties ought to be inside, hostile ones outside.
///
///     Q = (2m₊ Q₊ − 2m₋ Q₋) / (2m₊ + 2m₋)
///
/// **Reading.** Above 0: the groups hold together more than chance would have it; from about 0.3 on there is something
/// to it. It compares divisions of one graph, not graphs with each other: large sparse graphs reach high values by
/// chance alone. It does not see communities smaller than about √m ties, whatever the truth is.
///
/// **Graph.** Directed: expected ties follow out- and in-degree (Leicht and Newman). Parallel edges count each. A
/// self-loop is a tie inside; an undirected one counts twice, as in the degree.
///
/// **Weights.** `weight` says whether a tie counts 1 or its strength. `signs` says whether hostile ties count as
/// such; the signed strengths then count, which may be 0 where statements cancel out.
///
/// **Range.** From −1 to 1; 0 for a single group (γ = 1), and 0 for a graph without ties, where others divide by 0.
///
/// **Precision.** Sums in node order; the same at every run.
///
/// **Repeatability.** The same bits at every run; groups may be numbered in any way.
///
/// **Other programs.** NetworkX and igraph agree on undirected and on directed graphs. python-igraph 1.0.0 counts a
/// directed self-loop as here. Signed modularity is not in either.
///
/// ```swift
/// let pairs = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(2, 3)], isDirected: false)
/// try Modularity(of: Partition(labels: [0, 0, 1, 1])).run(on: pairs).value     // 0.5
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: M. E. J. Newman, Phys. Rev. E 69 (2004) 066133, doi:10.1103/PhysRevE.69.066133; directed: E. A. Leicht,
///   M. E. J. Newman, Phys. Rev. Lett. 100 (2008) 118703, doi:10.1103/PhysRevLett.100.118703; signed: S. Gómez,
///   P. Jensen, A. Arenas, Phys. Rev. E 80 (2009) 016114, doi:10.1103/PhysRevE.80.016114; resolution: J. Reichardt,
///   S. Bornholdt, Phys. Rev. E 74 (2006) 016110, doi:10.1103/PhysRevE.74.016110.
/// - SeeAlso: ``Leiden``
public struct Modularity: GraphAlgorithm, DescribedAlgorithm {
  /// The division that is measured.
  package var partition: Partition
  /// How much the expectation counts, γ: above 1 favours small groups, below 1 large ones.
  package var resolution: Double
  /// How much a tie counts.
  package var weight: TieWeight
  /// What becomes of signs.
  package var signs: CommunitySigns

  /// The modularity of a division.
  ///
  /// - Parameters:
  ///   - partition: The division that is measured.
  ///   - resolution: How much the expectation counts, γ: above 1 favours small groups, below 1 large ones.
  ///   - weight: How much a tie counts.
  ///   - signs: What becomes of signs.
  public init(
    of partition: Partition, resolution: Double = 1, weight: TieWeight = .automatic, signs: CommunitySigns = .automatic
  ) {
    self.partition = partition
    self.resolution = resolution
    self.weight = weight
    self.signs = signs
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "modularity", title: "Modularity", family: .communities,
    meaning: "How much more a division into groups holds together than chance would have it.",
    formula: "Q = sum over groups of inside / 2m - g (k / 2m)^2; directed and signed forms of the same",
    signs: .used, complexity: "O(n + m) time and memory",
    source: "M. E. J. Newman, Phys. Rev. E 69 (2004) 066133, doi:10.1103/PhysRevE.69.066133; "
      + "S. Gomez, P. Jensen, A. Arenas, Phys. Rev. E 80 (2009) 016114, doi:10.1103/PhysRevE.80.016114")

  /// The options by name.
  package static let parameters: [Parameter<Modularity>] = [
    .partition("blocs", \.partition, "Where the blocs come from."),
    .number("resolution", \.resolution, in: 0...Double.greatestFiniteMagnitude, "How much the expectation counts."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .choice("signs", \.signs, "Whether hostile ties count against a group (used), or bind like others (ignored)."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The modularity and the part of each group.
  /// - Throws: `.invalidParameter` for a negative resolution or a partition of another number of nodes;
  ///   `.missingColumn` when strengths or signs were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0, or a sign or signed strength that is none; `.limitExceeded` when they are too large
  ///   to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> ModularityScore {
    guard partition.groups.count == graph.nodeCount else {
      throw .invalidParameter(
        name: "partition", value: "a division of \(partition.groups.count) nodes",
        needed: "a division of the \(graph.nodeCount) nodes of the graph")
    }
    let rule = CommunityRule(quality: .modularity, resolution: resolution, weight: weight, signs: signs)
    let ties = try CommunityGraph(graph, rule, context)
    let shares = ties.shares(of: partition.groups, count: partition.groupCount)
    return ModularityScore(
      value: ties.quality(of: partition.groups, count: partition.groupCount),
      inside: shares.inside.map { $0 / ties.divisor }, expected: shares.expected.map { $0 / ties.divisor })
  }
}

/// The modularity of a division, and what each group adds to it.
public struct ModularityScore: Sendable, Hashable {
  /// The sum over all groups of ``inside`` less ``expected``.
  public let value: Double
  /// For each group its share of the ties, hostile ones with a minus.
  public let inside: [Double]
  /// For each group the share that its degrees lead one to expect, times the resolution.
  public let expected: [Double]

  /// A modularity with its parts.
  package init(value: Double, inside: [Double], expected: [Double]) {
    self.value = value
    self.inside = inside
    self.expected = expected
  }
}
