import GraphCore

/// Scores each node by how near the others are when all ways count, not only the shortest.
///
/// As ``Closeness``, with the effective resistance *R* in place of the distance and *r* the others of the component:
///
///     c(v) = r / (n − 1) · r / Σ R(v, u)        over the r others of its component; 0 when r = 0
///
/// **Reading.** Who is within easy reach by many ways. An actor who hangs on one tie scores low even if that tie leads
/// to the middle. `information` is the information centrality of Stephenson and Zelen.
///
/// **Graph.** Undirected only; a directed graph is refused. Self-loops carry no current. Parallel edges conduct side by
/// side. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge conducts 1 or its strength: stronger is closer.
///
/// **Range.** `wasserman-faust`: from 0; on a tree that of ``Closeness``, else more. `component`: without the factor
/// r / (n − 1), which compares only within a component. `information`: (r + 1) / Σ R, within the component.
///
/// **Precision.** Cholesky's factors, about 1e-12 relative for strengths of like size; strengths more than 1e12 apart
/// are refused.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX gives 1 / Σ R, which is `component` divided by n − 1, and refuses a graph that is not
/// connected.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try CurrentFlowCloseness().run(on: chain).values     // [2/3, 1, 2/3]
/// ```
///
/// - Complexity: O(k³) time for a component of k nodes, O(k²) memory; k is at most 2000.
/// - Source: K. Stephenson, M. Zelen, Social Networks 11 (1989) 1–37, doi:10.1016/0378-8733(89)90016-6; U. Brandes,
///   D. Fleischer, STACS 2005, 533–544, doi:10.1007/978-3-540-31856-9_44.
/// - SeeAlso: ``Closeness``, ``EffectiveResistance``
public struct CurrentFlowCloseness: NodeMeasure {
  /// How sums of resistances become a score.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// Scaled down by the share of the other nodes in the component.
    case wassermanFaust = "wasserman-faust"
    /// One over the mean resistance within the component.
    case component
    /// The harmonic mean of the information of all paths, within the component.
    case information
  }

  /// How sums of resistances become a score.
  package var scale: Scale
  /// How much a tie conducts.
  package var weight: TieWeight

  package init() { self.init(scale: .wassermanFaust) }

  /// Current-flow closeness scaled by the share reached, by strength where the graph has strengths.
  ///
  /// - Parameters:
  ///   - scale: How sums of resistances become a score.
  ///   - weight: How much a tie conducts.
  public init(scale: Scale = .wassermanFaust, weight: TieWeight = .automatic) {
    self.scale = scale
    self.weight = weight
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "current-flow-closeness", title: "Current-flow closeness (information)", family: .distance,
    meaning: "How near the others are to an actor when all ways count, not only the shortest.",
    formula: "c(v) = r / (n - 1) * r / (sum of R(v, u) over the r others of its component)", signs: .ignored,
    graphs: .undirected,
    complexity: "O(k^3) time and O(k^2) memory for components of k <= 2000 nodes",
    source: "K. Stephenson, M. Zelen, Social Networks 11 (1989) 1-37, doi:10.1016/0378-8733(89)90016-6")

  /// The options by name.
  package static let parameters: [Parameter<CurrentFlowCloseness>] = [
    .choice("scale", \.scale, "Scaled by the share reached (wasserman-faust), not (component), or information."),
    .choice("weight", \.weight, "Whether a tie conducts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node, with the detail `reached`.
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0, vanishing beside another, or too large or too
  ///   small for the result to be a number; `.limitExceeded` for a component of more than 2000 nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let network = try ConductorNetwork(graph, weight, context)
    var values = [Double](repeating: 0, count: graph.nodeCount)
    var reached = values
    for component in network.components where component.count > 1 {
      let count = component.count
      let potentials = try LaplacianSolver(network, component: component, context).potentials(context)
      let trace = (0..<count).reduce(0) { $0 + potentials[$1 * count + $1] }
      for (place, node) in component.enumerated() {
        let row = potentials[(place * count)..<((place + 1) * count)].reduce(0, +)
        let resistance = Double(count) * potentials[place * count + place] + trace - 2 * row
        reached[node] = Double(count - 1)
        values[node] = value(of: resistance, others: Double(count - 1), nodeCount: graph.nodeCount) * network.scale
      }
    }
    guard values.allSatisfy(\.isFinite) else {
      throw .tooLarge(.strength, graph.strengths ?? [], needed: "strengths for which closeness is a number")
    }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: scale.rawValue, weights: network.weights,
      details: [NodeDetail(name: "reached", values: reached)])
  }

  private func value(of resistance: Double, others: Double, nodeCount: Int) -> Double {
    switch scale {
    case .wassermanFaust: others / Double(nodeCount - 1) * others / resistance
    case .component: others / resistance
    case .information: (others + 1) / resistance
    }
  }
}
