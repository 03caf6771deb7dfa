import GraphCore

/// Scores each node by the closed walks that start and end at it, long ones counting less.
///
/// With *A* the matrix of the graph:
///
///     s(v) = Σ_l (Aˡ)(v, v) / l! = (e^A)(v, v)
///
/// **Reading.** How deep an actor sits in dense surroundings: triangles count most, then squares, and so on. It tells a
/// member of a tight group from one with as many ties into empty space; it says nothing about reach.
///
/// **Graph.** Undirected only; a directed graph is refused. Parallel edges count each. A self-loop counts 2 in the
/// diagonal, as in the degree. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1, the default, or its strength. Strengths in large units make
/// numbers too large to write; more than 709 as eigenvalue is refused.
///
/// **Range.** From 1, for a node without ties; without bound above.
///
/// **Precision.** Eigenvalues by Householder and QL; an error of about 1e-14 of the largest value in the component.
///
/// **Repeatability.** The same bits at any thread count and any order of the input.
///
/// **Other programs.** NetworkX's `subgraph_centrality` always ignores weights, and counts a self-loop 1.
///
/// ```swift
/// let pair = CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: false)
/// try SubgraphCentrality().run(on: pair).values     // [cosh 1, cosh 1] = [1.5430806…, 1.5430806…]
/// ```
///
/// - Complexity: O(k³) time and O(k²) memory for components of k nodes; k is at most 2000.
/// - Source: E. Estrada, J. A. Rodríguez-Velázquez, Physical Review E 71 (2005) 056103,
///   doi:10.1103/PhysRevE.71.056103.
/// - SeeAlso: ``Communicability``, ``Katz``
public struct SubgraphCentrality: NodeMeasure {
  /// How much a tie counts.
  package var weight: TieWeight

  package init() { self.init(weight: .none) }

  /// Subgraph centrality in which every tie counts 1, unless said otherwise.
  ///
  /// - Parameter weight: How much a tie counts.
  public init(weight: TieWeight = .none) { self.weight = weight }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "subgraph-centrality", title: "Subgraph centrality", family: .walks,
    meaning: "How deep an actor sits in dense surroundings.",
    formula: "s(v) = sum over l of (A^l)(v, v) / l!", signs: .ignored, graphs: .undirected,
    complexity: "O(k^3) time and O(k^2) memory for components of k <= 2000 nodes",
    source: "E. Estrada, J. A. Rodriguez-Velazquez, Phys. Rev. E 71 (2005) 056103, doi:10.1103/PhysRevE.71.056103")

  /// The options by name.
  package static let parameters: [Parameter<SubgraphCentrality>] = [
    .choice("weight", \.weight, "Whether a tie counts its strength or 1.")
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, on the scale `walks`.
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0; `.limitExceeded` for a component of more than
  ///   2000 nodes or an eigenvalue above 709; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let components = try MatrixComponents(graph, weight, context)
    var values = [Double](repeating: 0, count: graph.nodeCount)
    for component in components.members {
      let walks = try WalkExponential(
        of: component, places: components.places, step: components.step, context)
      for (place, node) in component.enumerated() { values[node] = walks.element(place, place) }
    }
    return NodeScores(values: values, measure: Self.summary.id, scale: "walks", weights: components.weights)
  }
}
