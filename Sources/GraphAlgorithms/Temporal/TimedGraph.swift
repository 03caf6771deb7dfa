import GraphCore

/// An edge that holds for a time: from `start`, the first moment, to `end`, the first at which it no longer does.
public struct TimedEdge: Sendable, Hashable {
  /// Where the edge starts.
  public let source: Int
  /// Where the edge leads.
  public let target: Int
  /// The first moment at which it holds.
  public let start: Int
  /// The first moment after that at which it no longer does.
  public let end: Int

  /// An edge over the half-open time `[start, end)`.
  public init(_ source: Int, _ target: Int, from start: Int, until end: Int) {
    self.source = source
    self.target = target
    self.start = start
    self.end = end
  }
}

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
  let graph: CSRGraph

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

  /// Stops a caller who asks about a node that is not there.
  func checkNode(_ node: Int) { graph.checkNode(node) }
}

/// An algorithm on edges that come and go; as `GraphAlgorithm`, over time.
public protocol TemporalAlgorithm: Sendable {
  /// What a run gives.
  associatedtype Output: Sendable

  /// What the algorithm is.
  static var summary: AlgorithmSummary { get }

  /// The options by name.
  static var parameters: [Parameter<Self>] { get }

  /// Runs on a graph over time.
  ///
  /// - Throws: Why there is no answer; see the algorithm's own page for its cases.
  func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> Output
}

extension TemporalAlgorithm {
  /// Runs on one thread, silently.
  public func run(on graph: TimedGraph) throws(AlgorithmError) -> Output {
    try run(on: graph, in: RunContext())
  }

  /// Checks a moment and the time that a step takes.
  func check(moment: Int, name: String, transit: Int) throws(AlgorithmError) {
    guard TimedGraph.moments.contains(moment) else {
      throw .invalidParameter(name: "\(name)", value: "\(moment)", needed: "a moment from -2^53 to 2^53")
    }
    guard transit >= 0 && transit <= 1 << 31 else {
      throw .invalidParameter(name: "transit", value: "\(transit)", needed: "a whole number from 0 to 2^31")
    }
  }
}

/// A step of a way through time.
public struct TimedStep: Sendable, Hashable {
  /// The edge taken.
  public let edge: Int
  /// Where the step leads.
  public let node: Int
  /// When it is taken.
  public let departure: Int
  /// When it is done.
  public let arrival: Int

  /// A step.
  public init(edge: Int, node: Int, departure: Int, arrival: Int) {
    self.edge = edge
    self.node = node
    self.departure = departure
    self.arrival = arrival
  }
}
