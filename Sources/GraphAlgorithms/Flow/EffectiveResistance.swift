import GraphCore

/// Finds how hard it is to get from one node to another when all ways count, not only the shortest.
///
/// With each edge a resistor of conductance *w*, and *L* the Laplacian:
///
///     R(s, t) = (e_s − e_t)ᵀ L⁺ (e_s − e_t)
///
/// **Reading.** Two actors are near when many independent ways join them, even if none is short. On a tree it is the
/// distance; every further way makes it less. The number w(e) R(e) of a tie is the share of spanning trees that need
/// it: 1 for a bridge.
///
/// **Graph.** Undirected only; a directed graph is refused. Self-loops carry no current. Parallel edges conduct side by
/// side. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge conducts 1 or its strength: stronger is closer.
///
/// **Range.** From 0, at most the distance; 0 from a node to itself, infinity between components.
///
/// **Precision.** Cholesky's factors, about 1e-12 relative for strengths of like size; strengths more than 1e12 apart
/// are refused.
///
/// **Repeatability.** The same bits at every run.
///
/// **Other programs.** NetworkX agrees (`resistance_distance` with `invert_weight=False` for strengths).
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(0, 2)]
/// let triangle = CSRGraph(nodeCount: 3, edges: edges, isDirected: false)
/// try EffectiveResistance(between: [NodePair(0, 1)]).run(on: triangle).values     // [2/3]
/// ```
///
/// - Complexity: O(k³ + p k²) time for p pairs in components of k nodes, O(k²) memory; k is at most 2000.
/// - Source: D. J. Klein, M. Randić, J. Math. Chemistry 12 (1993) 81–95, doi:10.1007/BF01164627.
/// - SeeAlso: ``CurrentFlowCloseness``, ``Communicability``
public struct EffectiveResistance: GraphAlgorithm, DescribedAlgorithm {
  /// The pairs of nodes asked about.
  package var pairs: [NodePair]
  /// How much a tie conducts.
  package var weight: TieWeight

  /// Resistances between pairs of nodes.
  ///
  /// - Parameters:
  ///   - pairs: The pairs of nodes asked about.
  ///   - weight: How much a tie conducts.
  public init(between pairs: [NodePair], weight: TieWeight = .automatic) {
    self.pairs = pairs
    self.weight = weight
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "effective-resistance", title: "Effective resistance", family: .flow,
    meaning: "How hard it is to get from one actor to another when all ways count.",
    formula: "R(s, t) = L+(s, s) + L+(t, t) - 2 L+(s, t)", signs: .ignored, graphs: .undirected,
    complexity: "O(k^3 + p k^2) time for p pairs in components of k <= 2000 nodes, O(k^2) memory",
    source: "D. J. Klein, M. Randic, J. Math. Chemistry 12 (1993) 81-95, doi:10.1007/BF01164627")

  /// The options by name.
  package static let parameters: [Parameter<EffectiveResistance>] = [
    .pairs("between", \.pairs, "The actors whose pairs are asked about."),
    .choice("weight", \.weight, "Whether a tie conducts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: The pairs are nodes of the graph.
  /// - Returns: One resistance for each pair, in their order.
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0, vanishing beside another, or too large or too
  ///   small for the result to be a number; `.limitExceeded` for a component of more than 2000 nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> PairScores {
    for pair in pairs {
      graph.checkNode(pair.source)
      graph.checkNode(pair.target)
    }
    let network = try ConductorNetwork(graph, weight, context)
    var values = pairs.map { $0.source == $0.target ? 0 : Double.infinity }
    let connected = pairs.indices.filter {
      let source = pairs[$0].source
      let target = pairs[$0].target
      return source != target && network.componentOfNode[source] == network.componentOfNode[target]
    }
    let byComponent = Dictionary(grouping: connected) { Int(network.componentOfNode[pairs[$0].source]) }
    for (component, positions) in byComponent.sorted(by: { $0.key < $1.key }) {
      let solver = try LaplacianSolver(network, component: network.components[component], context)
      for position in positions {
        try context.checkCancellation()
        let source = Int(network.places[pairs[position].source])
        let target = Int(network.places[pairs[position].target])
        var currents = [Double](repeating: 0, count: solver.count)
        currents[source] = 1
        currents[target] = -1
        solver.solve(&currents)
        values[position] = (currents[source] - currents[target]) / network.scale
        guard values[position] < .infinity else {
          throw .tooSmall(.strength, graph.strengths ?? [], needed: "strengths for which resistances are numbers")
        }
      }
    }
    return PairScores(pairs: pairs, values: values, measure: Self.summary.id, weights: network.weights)
  }
}

/// A number for each of some pairs of nodes.
public struct PairScores: Sendable, Hashable {
  /// The pairs, as they were asked for.
  public let pairs: [NodePair]
  /// The number of each pair.
  public let values: [Double]
  /// The measure's id.
  package let measure: String
  /// Which column weighed the edges; `nil` where every edge counted the same.
  package let weights: EdgeColumn?

  /// Scores of a run.
  package init(pairs: [NodePair], values: [Double], measure: String, weights: EdgeColumn? = nil) {
    self.pairs = pairs
    self.values = values
    self.measure = measure
    self.weights = weights
  }
}
