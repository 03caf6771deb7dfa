import GraphCore

/// Finds the path whose weakest tie is as strong as possible.
///
///     width(s, t) = max over paths s → t of min strength(e)
///
/// **Reading.** The way along which no single tie is feeble: where support, supplies or trust can pass in bulk. How
/// long the way is counts only among equally wide ones.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops never lie on a path; of parallel edges the
/// strongest sets the width. Signs are ignored.
///
/// **Weights.** The strength column, which must be there and be above 0.
///
/// **Range.** `nil` where no way leads. From a node to itself the width is infinite: there is no tie to limit it.
///
/// **Precision.** Exact: strengths are only compared.
///
/// **Repeatability.** Among equally wide paths the one of fewest steps; among those the first in the order of the
/// nodes they pass; among parallel edges the smallest number that is strong enough.
///
/// ```swift
/// let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(0, 2)]
/// let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(strengths: [5, 1, 4]))
/// try WidestPath(from: 0, to: 2).run(on: graph)?.width     // 4: edges are numbered 0→1, 0→2, 1→2
/// ```
///
/// - Complexity: O((n + m) log n) time, O(n + m) memory.
/// - Source: M. Pollack, Operations Research 8 (1960) 733–736, doi:10.1287/opre.8.5.733.
/// - SeeAlso: ``MostReliablePath``
public struct WidestPath: GraphAlgorithm, DescribedAlgorithm {
  /// A path and its width.
  public struct Route: Sendable, Hashable {
    /// The path; its length is its number of steps.
    public let path: Path
    /// The strength of its weakest edge; infinity without edges.
    public let width: Double
  }

  /// Where the path starts.
  package var source: Int
  /// Where the path ends.
  package var target: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection

  /// The widest path from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the path starts.
  ///   - target: Where the path ends.
  ///   - direction: Which way edges are followed.
  public init(from source: Int, to target: Int, direction: EdgeDirection = .out) {
    self.source = source
    self.target = target
    self.direction = direction
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "widest-path", title: "Widest path", family: .paths,
    meaning: "The way between two actors whose weakest tie is as strong as possible.",
    formula: "max over paths s -> t of the least strength on the path", signs: .ignored,
    complexity: "O((n + m) log n) time, O(n + m) memory",
    source: "M. Pollack, Operations Research 8 (1960) 733-736, doi:10.1287/opre.8.5.733")

  /// The options by name.
  package static let parameters: [Parameter<WidestPath>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Both ends are nodes of the graph.
  /// - Returns: The widest path; `nil` where no way leads.
  /// - Throws: `.missingColumn` without strengths; `.unfitValue` for a strength that is not a finite number above 0;
  ///   `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Route? {
    graph.checkNode(source)
    graph.checkNode(target)
    guard let column = graph.strengths else { throw .missingColumn(.strength) }
    try graph.checkStrengths(column)
    let arcs = graph.adjacency(direction)
    let strengths = arcs.byArc(column)
    let width = try width(along: arcs, strengths, context)
    guard width > 0 else { return nil }
    var good = GoodArcs(nodeCount: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for arc in arcs.range(of: node) where strengths[arc] >= width {
        good.add(from: node, to: Int(arcs.targets[arc]), edge: arcs.edge(ofArc: arc))
      }
    }
    return try good.fewestSteps(from: source, to: target, context).map { Route(path: $0, width: width) }
  }

  /// The largest width of a path to the target; 0 where no way leads.
  private func width(
    along arcs: Adjacency, _ strengths: [Double], _ context: RunContext
  ) throws(AlgorithmError) -> Double {
    let nodeCount = arcs.offsets.count - 1
    let widths = Buffer(repeating: 0.0, count: nodeCount)
    var heap = MinimumHeap(nodeCount: nodeCount)
    widths[source] = .infinity
    heap.insertOrLower(Int32(truncatingIfNeeded: source), to: -.infinity)
    var pops = 0
    while !heap.isEmpty {
      let node = Int(heap.removeMinimum())
      if node == target { break }
      pops += 1
      if pops & 1023 == 0 { try context.checkCancellation() }
      for arc in arcs.range(of: node) {
        let next = arcs.targets[arc]
        let width = min(widths[node], strengths[arc])
        guard width > widths[next] else { continue }
        widths[next] = width
        heap.insertOrLower(next, to: -width)
      }
    }
    return widths[target]
  }
}
