/// A graph whose edges come and go. Moments are whole numbers: days, seconds, whatever the caller counts in.
///
/// Edges are renumbered in the order (source, target, start, end), an undirected edge from its smaller end, so that
/// the graph is the same whatever the order of the input; ``inputPositions`` leads back to it.
public struct TimedGraph: Sendable {
  /// The moments that may occur; use its ends for what has always held and for what has no end.
  public static let moments = -(1 << 53)...(1 << 53)

  /// How many nodes there are.
  public let nodeCount: Int
  /// Whether edges have a direction.
  public let isDirected: Bool
  /// The edges.
  public let edges: [TimedEdge]
  /// For each edge, its position in the list that the graph was made from.
  public let inputPositions: [Int]
  /// Who is tied to whom, regardless of time; edges have the same numbers.
  package let graph: CSRGraph

  /// A graph of a list of edges.
  ///
  /// - Precondition: Every end is in `0..<nodeCount`.
  /// - Throws: `.invalidParameter` for an edge that ends no later than it starts, or outside of ``moments``.
  /// - Complexity: O(n + m log m).
  public init(nodeCount: Int, edges: [TimedEdge], isDirected: Bool) throws(AlgorithmError) {
    let turned = edges.map { edge in
      isDirected || edge.source <= edge.target
        ? edge : TimedEdge(edge.target, edge.source, from: edge.start, until: edge.end)
    }
    let order = turned.indices.sorted { a, b in Self.precedes(turned[a], turned[b]) ?? (a < b) }
    for position in edges.indices {
      let edge = edges[position]
      guard edge.start < edge.end, Self.moments.contains(edge.start), Self.moments.contains(edge.end) else {
        throw .invalidParameter(
          name: "the time of \(edge: position)", value: "[\(edge.start), \(edge.end))",
          needed: "a start before the end, both from -2^53 to 2^53")
      }
    }
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.edges = order.map { turned[$0] }
    inputPositions = order
    graph = CSRGraph(
      nodeCount: nodeCount, edges: self.edges.map { NodePair($0.source, $0.target) }, isDirected: isDirected)
  }

  /// Which of two edges comes first; `nil` when they are the same.
  private static func precedes(_ a: TimedEdge, _ b: TimedEdge) -> Bool? {
    if a.source != b.source { return a.source < b.source }
    if a.target != b.target { return a.target < b.target }
    if a.start != b.start { return a.start < b.start }
    return a.end == b.end ? nil : a.end < b.end
  }
}
