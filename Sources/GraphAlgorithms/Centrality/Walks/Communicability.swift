import GraphCore

/// Scores pairs of nodes by all walks between them, long ones counting less.
///
/// With *A* the matrix of the graph:
///
///     G(u, v) = Σ_l (Aˡ)(u, v) / l! = (e^A)(u, v)
///
/// **Reading.** How well word gets from one actor to another by whatever way, detours included. Unlike a distance it
/// grows with every further connection; compare values within one network only.
///
/// **Graph.** Undirected only; a directed graph is refused. Parallel edges count each. A self-loop counts 2 in the
/// diagonal, as in the degree. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1, the default, or its strength; an eigenvalue above 709 is refused.
///
/// **Range.** From 0, between components, without bound; from a node to itself at least 1, the ``SubgraphCentrality``.
///
/// **Precision.** An error of about 1e-14 of the largest value in the component, so that the smallest values, of far ends
/// of a large component, may be nothing but error. A value that comes out below 0 by rounding is 0.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX's `communicability` always ignores weights, and counts a self-loop 1.
///
/// ```swift
/// let pair = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false)
/// try Communicability(between: [NodePair(0, 1)]).run(on: pair).values     // [sinh 1] = [1.1752011…]
/// ```
///
/// - Complexity: O(k³ + p k) time for p pairs in components of k nodes, O(k²) memory; k is at most 2000.
/// - Source: E. Estrada, N. Hatano, Physical Review E 77 (2008) 036111, doi:10.1103/PhysRevE.77.036111.
/// - SeeAlso: ``SubgraphCentrality``, ``EffectiveResistance``
public struct Communicability: GraphAlgorithm, DescribedAlgorithm {
  /// The pairs of nodes asked about.
  package var pairs: [NodePair]
  /// How much a tie counts.
  package var weight: TieWeight

  /// Communicability between pairs of nodes.
  ///
  /// - Parameters:
  ///   - pairs: The pairs of nodes asked about.
  ///   - weight: How much a tie counts.
  public init(between pairs: [NodePair], weight: TieWeight = .none) {
    self.pairs = pairs
    self.weight = weight
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "communicability", title: "Communicability", family: .walks,
    meaning: "How well word gets from one actor to another by whatever way.",
    formula: "G(u, v) = sum over l of (A^l)(u, v) / l!", signs: .ignored, graphs: .undirected,
    complexity: "O(k^3 + p k) time for p pairs in components of k <= 2000 nodes, O(k^2) memory",
    source: "E. Estrada, N. Hatano, Phys. Rev. E 77 (2008) 036111, doi:10.1103/PhysRevE.77.036111")

  /// The options by name.
  package static let parameters: [Parameter<Communicability>] = [
    .pairs("between", \.pairs, "The actors whose pairs are asked about."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: The pairs are nodes of the graph.
  /// - Returns: One score for each pair, in their order.
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0; `.limitExceeded` for a component of more than
  ///   2000 nodes or an eigenvalue above 709; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> PairScores {
    for pair in pairs {
      graph.checkNode(pair.source)
      graph.checkNode(pair.target)
    }
    let components = try MatrixComponents(graph, weight, context)
    let groups = components.partition.groups
    var values = [Double](repeating: 0, count: pairs.count)
    let connected = pairs.indices.filter { groups[pairs[$0].source] == groups[pairs[$0].target] }
    let byComponent = Dictionary(grouping: connected) { Int(groups[pairs[$0].source]) }
    for (component, positions) in byComponent.sorted(by: { $0.key < $1.key }) {
      let walks = try WalkExponential(
        of: components.members[component], places: components.places, step: components.step, context)
      for position in positions {
        let source = Int(components.places[pairs[position].source])
        let target = Int(components.places[pairs[position].target])
        values[position] = max(0, walks.element(source, target))
      }
    }
    return PairScores(pairs: pairs, values: values, measure: Self.summary.id, weights: components.weights)
  }
}
