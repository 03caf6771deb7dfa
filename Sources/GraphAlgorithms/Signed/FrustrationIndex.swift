import GraphCore

/// Finds how much goes against the grain when the nodes are divided into two camps as well as can be, and which divisions
/// are that good.
///
///     L = min over x in {−1, 1}ⁿ of  Σ |w(u, v)|  over the ties with  w(u, v) x(u) x(v) < 0
///
/// A tie is frustrated when it is friendly across the camps or hostile within one. L is 0 exactly when the network is
/// balanced, with no circle of an odd number of hostile ties.
///
/// **Reading.** How far the network is from two camps, in strengths or ties that would have to change. Often several
/// divisions are equally good, and one of them alone says little: ``BestDivisions`` tells how many there are, who stands
/// together in all of them, who may go either way, and which ties are frustrated in every one. Whoever has no signed tie
/// is in no camp.
///
/// **Graph.** Direction is ignored; every edge counts by itself, parallels and both directions too, so that two nodes
/// with a friendly and a hostile tie have one frustrated tie in any case. A hostile self-loop is always frustrated.
/// Parts of the network without a signed tie between them have camps of their own: which of one goes with which of
/// another says nothing.
///
/// **Weights.** `weighing`: by strength where the graph has strengths, else by count; ``FrustrationResult/weighing``
/// says which. Strengths are added up exactly where they are decimals of up to nine places; other strengths are rounded
/// to 2^−40 of their total, and sums that rounding alone may have made different are equal.
///
/// **Range.** From 0 to half the ties (``FrustrationResult/share`` puts it from 0 to 1 of them).
///
/// **Precision.** When ``FrustrationResult/isOptimal``, no division does with less. Else the index lies between
/// ``FrustrationResult/lowerBound`` and ``FrustrationResult/index``. The bound comes from negative circles that
/// share no tie, or share it in parts: each costs at least one tie.
///
/// **Repeatability.** The search is limited in the number of its steps, not in time: the same answer on any machine,
/// unless `proofSeconds` is set and ends it. First divisions are drawn from `seed`; once all divisions are counted,
/// the one shown does not depend on it.
///
/// ```swift
/// let enemies = CSRGraph(
///   nodeCount: 3, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2)], isDirected: false,
///   columns: EdgeColumns(signs: [-1, -1, -1]))
/// let found = try FrustrationIndex().run(on: enemies)
/// found.index                    // 1
/// found.divisions?.count         // 3
/// ```
///
/// - Complexity: Exponential at worst. Nodes that follow a single tie are taken out first; what is left is searched
///   block by block and branch by branch until `searchLimit` is reached.
/// - Source: S. Aref, A. J. Mason, M. C. Wilson, Networks 75 (2020) 95–110, doi:10.1002/net.21907; the index: F. Harary,
///   Behavioral Science 4 (1959) 316–323, doi:10.1002/bs.3830040405; that there may be many
///   best divisions: N. Arınık, R. Figueiredo, V. Labatut, J. Global Optimization 86 (2023) 355–391,
///   doi:10.1007/s10898-023-01270-3.
/// - SeeAlso: ``TwoCampSplit``, ``SignedBlockmodel``, ``SignedTriangles``
public struct FrustrationIndex: GraphAlgorithm, DescribedAlgorithm {
  /// What a tie weighs.
  package var weighing: SignedWeighing
  /// How many steps the proofs may take, five hundred looks at a tie each; 0 for a quick bound and no proof.
  package var searchLimit: Int
  /// Seconds after which the proofs end, whatever the number of steps; `nil` for a limit in steps.
  package var proofSeconds: Int?
  /// Whether to find out how many divisions are as good and what they have in common.
  package var comparesDivisions = true
  /// Seed of the first divisions.
  package var seed: UInt64

  /// The index; by default weighed by strength where there are strengths.
  ///
  /// - Parameters:
  ///   - weighing: What a tie weighs.
  ///   - searchLimit: How many steps the proofs may take, five hundred looks at a tie each; 0 for a quick bound and no
  ///     proof.
  ///   - proofSeconds: Seconds after which the proofs end, whatever the number of steps; `nil` for a limit in steps.
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
    id: "frustration-index", title: "Frustration index", family: .signed,
    meaning:
      "How much keeps the network from falling into two camps, who is in the same camp for certain, and who is not.",
    formula: "L = least sum of |w| over ties friendly across two camps or hostile within one", signs: .used,
    complexity: "exponential at worst, limited by the number of steps",
    source: "S. Aref, A. J. Mason, M. C. Wilson, Networks 75 (2020) 95-110, doi:10.1002/net.21907")

  /// The options by name.
  package static let parameters: [Parameter<FrustrationIndex>] = [
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
  /// - Returns: The index with its bound, a best division, the frustrated edges, and what all best divisions share.
  /// - Throws: `.missingColumn` without signs, or without strengths when they were asked for; `.unfitValue` for a sign
  ///   other than −1, 0 and 1 or a value that is not finite; `.limitExceeded` when values are too large to add;
  ///   `.invalidParameter` for a negative limit; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> FrustrationResult {
    guard searchLimit >= 0 else {
      throw .invalidParameter(name: "search-limit", value: "\(searchLimit)", needed: "a whole number from 0")
    }
    if let proofSeconds, proofSeconds < 1 {
      throw .invalidParameter(name: "proof-seconds", value: "\(proofSeconds)", needed: "a whole number from 1")
    }
    try context.checkCancellation()
    let resolved = try weighing.resolved(on: graph)
    let weights = WholeWeights(try resolved.values(of: graph))
    let kernel = SignedKernel(nodeCount: graph.nodeCount, edges: Self.edges(of: graph, weights.units))
    var budget = SearchBudget(steps: searchLimit, seconds: proofSeconds)
    var camps = CampSearch(kernel, search: KernelSearch(tolerance: weights.tolerance, seed: seed))
    try camps.solve(&budget, context)
    if comparesDivisions { try camps.compare(&budget, context) }
    let reading = CampReading(graph, weights, kernel, camps)
    return reading.result(weighing: resolved, isCompared: comparesDivisions, end: budget.end)
  }

  /// Every edge once, loops too.
  private static func edges(of graph: CSRGraph, _ values: [Double]) -> [KernelEdge] {
    (0..<graph.edgeCount).map { edge in
      KernelEdge(
        Int32(truncatingIfNeeded: graph.source(of: edge)), Int32(truncatingIfNeeded: graph.target(of: edge)),
        weight: values[edge])
    }
  }
}
