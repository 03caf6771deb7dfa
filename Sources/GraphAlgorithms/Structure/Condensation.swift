import GraphCore

/// Draws each strong component together into one node.
///
///     a node for each strong component, an edge C → D where any edge leads from a node of C to one of D
///
/// **Reading.** The order behind a directed network: what is left has no circles, so that every component stands above
/// or below another or beside it. `layers` says how many components at most stand above.
///
/// **Graph.** Directed. An undirected graph becomes its components, without ties between them. Self-loops and edges
/// inside components disappear; edges between the same two components become one. Signs are dropped.
///
/// **Weights.** Strengths of merged edges add up, where the graph has strengths; lengths are dropped.
///
/// **Range.** From one component to n; layers from 0.
///
/// **Precision.** Exact; sums of strengths are taken in edge order.
///
/// **Repeatability.** Components are numbered in the order of their smallest node.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 0), NodePair(1, 2), NodePair(0, 2)]
/// let result = try Condensation().run(on: CSRGraph(nodeCount: 3, edges: edges, isDirected: true))
/// result.edgeCounts     // [2]
/// ```
///
/// - Complexity: O(n + m log m) time, O(n + m) memory.
/// - Source: R. Tarjan, SIAM J. Computing 1 (1972) 146–160, doi:10.1137/0201010.
/// - SeeAlso: ``StrongComponents``
public struct Condensation: GraphAlgorithm, DescribedAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "condensation", title: "Condensation", family: .structure,
    meaning: "Which circles of actors stand above which others.",
    formula: "one node for each strong component, an edge where any edge leads from one to another", signs: .ignored,
    complexity: "O(n + m log m) time, O(n + m) memory",
    source: "R. Tarjan, SIAM J. Computing 1 (1972) 146-160, doi:10.1137/0201010")

  /// No options.
  package static let parameters: [Parameter<Condensation>] = []

  /// Runs on a graph.
  ///
  /// - Returns: The condensed graph and what is behind its nodes and edges.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> CondensedGraph {
    try context.checkCancellation()
    let components = try StrongComponents().run(on: graph, in: context)
    let ends = (0..<graph.edgeCount).map {
      NodePair(Int(components.groups[graph.source(of: $0)]), Int(components.groups[graph.target(of: $0)]))
    }
    let crossing = ends.indices.filter { ends[$0].source != ends[$0].target }.sorted { a, b in
      (ends[a].source, ends[a].target, a) < (ends[b].source, ends[b].target, b)
    }
    var merged: [NodePair] = []
    var counts: [Int] = []
    var strengths: [Double] = []
    for edge in crossing {
      if merged.last != ends[edge] {
        merged.append(ends[edge])
        counts.append(0)
        strengths.append(0)
      }
      counts[counts.count - 1] += 1
      strengths[strengths.count - 1] += graph.strengths?[edge] ?? 0
    }
    let condensed = CSRGraph(
      nodeCount: components.groupCount, edges: merged, isDirected: true,
      columns: EdgeColumns(strengths: graph.strengths == nil ? nil : strengths))
    return CondensedGraph(
      components: components, graph: condensed, edgeCounts: counts, layers: Self.layers(of: condensed))
  }

  /// How many nodes the longest way to each node passes before it.
  private static func layers(of graph: CSRGraph) -> [Int] {
    var layers = [Int](repeating: 0, count: graph.nodeCount)
    var waiting = (0..<graph.nodeCount).map { graph.incoming.count(of: $0) }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for next in graph.neighbors(of: node) {
        let target = Int(next)
        layers[target] = max(layers[target], layers[node] + 1)
        waiting[target] -= 1
        if waiting[target] == 0 { ready.append(target) }
      }
    }
    return layers
  }
}

/// A graph whose strong components were drawn together.
public struct CondensedGraph: Sendable {
  /// Which component each node of the original graph is in; a component is a node of ``graph``.
  public let components: Partition
  /// The components and the edges between them, without circles.
  public let graph: CSRGraph
  /// For each edge of ``graph``, how many edges are behind it.
  public let edgeCounts: [Int]
  /// For each component, how many others the longest way to it passes; 0 for those that nothing leads to.
  public let layers: [Int]

  package init(components: Partition, graph: CSRGraph, edgeCounts: [Int], layers: [Int]) {
    self.components = components
    self.graph = graph
    self.edgeCounts = edgeCounts
    self.layers = layers
  }
}
