import GraphCore

/// Scores each node by how many parts more its component falls into without it.
///
///     a(v) = (components of the graph without v) − (components of the graph), and at least 0
///
/// **Reading.** Above 0: a cut point, an actor without whom others lose touch altogether. The detail `severed` says how
/// many others are cut off from the largest remaining part. 0 says that no single loss of this actor splits anything,
/// not that the actor is unimportant.
///
/// **Graph.** Direction is ignored. Self-loops and parallel edges make no difference. Signs are ignored.
///
/// **Weights.** None.
///
/// **Range.** Whole numbers from 0; 0 for isolated nodes, whose loss takes nobody along.
///
/// **Precision.** Exact.
///
/// **Repeatability.** The same at every run; no choice is made.
///
/// ```swift
/// let star = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3)], isDirected: false)
/// try ArticulationPoints().run(on: star).values     // [2, 0, 0, 0]
/// ```
///
/// - Complexity: O(n + m) time, O(n) memory, on an explicit stack.
/// - Source: J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
/// - SeeAlso: ``Bridges``, ``NodeDisjointPaths``
public struct ArticulationPoints: NodeMeasure {
  /// The measure; it has no options.
  public init() {}

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "articulation-points", title: "Articulation points", family: .flow,
    meaning: "Into how many parts more the network falls without an actor.",
    formula: "a(v) = components without v - components with v, at least 0", signs: .ignored,
    complexity: "O(n + m) time, O(n) memory",
    source: "J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372-378, doi:10.1145/362248.362272")

  /// No options.
  package static let parameters: [Parameter<ArticulationPoints>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One count for each node on the scale `parts`, with the detail `severed`.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try context.checkCancellation()
    let forest = try DepthFirstForest(graph, context)
    // Of each place: how many branches hang on it alone, the nodes in them, the largest of them.
    var branches = [Int](repeating: 0, count: graph.nodeCount)
    var hanging = branches
    var largest = branches
    for place in 0..<graph.nodeCount where forest.parents[place] >= 0 {
      let parent = Int(forest.parents[place])
      guard forest.lows[place] >= parent else { continue }
      let size = Int(forest.sizes[place])
      branches[parent] += 1
      hanging[parent] += size
      largest[parent] = max(largest[parent], size)
    }
    var values = [Double](repeating: 0, count: graph.nodeCount)
    var severed = values
    for place in 0..<graph.nodeCount {
      let others = forest.componentSize(ofPlace: place) - 1
      let rest = others - hanging[place]
      let parts = branches[place] + (rest > 0 ? 1 : 0)
      values[Int(forest.nodes[place])] = Double(max(parts - 1, 0))
      severed[Int(forest.nodes[place])] = Double(others - max(largest[place], rest))
    }
    return NodeScores(
      values: values, measure: Self.summary.id, scale: "parts",
      details: [NodeDetail(name: "severed", values: severed)])
  }
}
