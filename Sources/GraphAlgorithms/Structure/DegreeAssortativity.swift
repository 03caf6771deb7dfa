import GraphCore

/// Measures whether nodes with many ties are tied to others with many.
///
/// Pearson's correlation of the degrees at the two ends of an edge, over all edges:
///
///     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)
///
/// **Reading.** Above 0: the well connected keep to one another. Below 0: hubs serve the periphery, as in most networks
/// that grew from a centre. In small or star-like networks it is below 0 of necessity.
///
/// **Graph.** Directed: the degrees compared are those of `sourceDegree` at the start and `targetDegree` at the end
/// of each edge. Undirected: each edge counts both ways, and the choice makes no difference. Self-loops and parallel
/// edges count, in the degrees, too. Signs are ignored.
///
/// **Weights.** None: degrees count edges.
///
/// **Range.** From −1 to 1. Not defined when the ends of all edges have the same degree.
///
/// **Precision.** Sums of differences from the mean.
///
/// **Repeatability.** The same bits at every run.
///
/// **Other programs.** NetworkX and igraph agree on graphs without loops.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 2), NodePair(2, 3)], isDirected: false)
/// try DegreeAssortativity().run(on: chain).coefficient     // −0.5
/// ```
///
/// - Complexity: O(n + m) time and memory.
/// - Source: M. E. J. Newman, Physical Review E 67 (2003) 026126, doi:10.1103/PhysRevE.67.026126; directed: J. G. Foster
///   et al., PNAS 107 (2010) 10815–10820, doi:10.1073/pnas.0912671107.
/// - SeeAlso: ``DegreeDistribution``, ``RichClub``
public struct DegreeAssortativity: GraphAlgorithm, DescribedAlgorithm {
  /// Which degree counts where an edge starts.
  package var sourceDegree: EdgeDirection
  /// Which degree counts where an edge ends.
  package var targetDegree: EdgeDirection

  /// Assortativity of out-degrees at the start against in-degrees at the end, unless said otherwise.
  ///
  /// - Parameters:
  ///   - sourceDegree: Which degree counts where an edge starts.
  ///   - targetDegree: Which degree counts where an edge ends.
  public init(sourceDegree: EdgeDirection = .out, targetDegree: EdgeDirection = .in) {
    self.sourceDegree = sourceDegree
    self.targetDegree = targetDegree
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "degree-assortativity", title: "Degree assortativity", family: .structure,
    meaning: "Whether actors with many ties are tied to others with many.",
    formula: "r = correlation of the degrees at the two ends of an edge", signs: .ignored,
    complexity: "O(n + m) time and memory",
    source: "M. E. J. Newman, Physical Review E 67 (2003) 026126, doi:10.1103/PhysRevE.67.026126")

  /// The options by name.
  package static let parameters: [Parameter<DegreeAssortativity>] = [
    .choice("source-degree", \.sourceDegree, "Which degree counts where an edge starts: out, in or all."),
    .choice("target-degree", \.targetDegree, "Which degree counts where an edge ends: out, in or all."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: The coefficient and how many edges it rests on.
  /// - Throws: `.undefined` without edges, and when all degrees at one end are equal; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Assortativity {
    try context.checkCancellation()
    let starts = try Degree(direction: sourceDegree).run(on: graph, in: context).values
    let ends = try Degree(direction: targetDegree).run(on: graph, in: context).values
    // Directed: every arc is an edge. Undirected: every edge is two arcs, one each way.
    let arcs = graph.out
    let count = Double(arcs.arcCount)
    var startSum = 0.0
    var endSum = 0.0
    for node in 0..<graph.nodeCount {
      for arc in arcs.range(of: node) {
        startSum += starts[node]
        endSum += ends[Int(arcs.targets[arc])]
      }
    }
    try context.checkCancellation()
    var product = 0.0
    var startSquares = 0.0
    var endSquares = 0.0
    for node in 0..<graph.nodeCount {
      let x = starts[node] - startSum / count
      for arc in arcs.range(of: node) {
        let y = ends[Int(arcs.targets[arc])] - endSum / count
        product += x * y
        startSquares += x * x
        endSquares += y * y
      }
    }
    guard startSquares > 0, endSquares > 0 else {
      throw .undefined(
        reason: graph.edgeCount == 0 ? "there is no edge" : "the nodes at one end of all edges have the same degree",
        advice: "compare degrees only where they differ; see the degree distribution")
    }
    return Assortativity(
      coefficient: max(-1, min(1, product / (startSquares * endSquares).squareRoot())), edgeCount: graph.edgeCount)
  }
}

/// How degrees at the two ends of edges go together.
public struct Assortativity: Sendable, Hashable {
  /// The correlation, from −1 to 1.
  public let coefficient: Double
  /// How many edges it rests on.
  public let edgeCount: Int

  /// A correlation over edges.
  package init(coefficient: Double, edgeCount: Int) {
    self.coefficient = coefficient
    self.edgeCount = edgeCount
  }
}
